import Community

/// How far a member has come on the way from knowing the brand to belonging to it.
package enum PathStage: UInt8, CaseIterable, Hashable, Sendable {
  case awareness = 1, trust
  /// The stages of the path of four, before belonging.
  case recognition, identification, habit
  case belonging

  /// The word in JSON, CSV and filters.
  package var id: String { "\(self)" }

  package init?(id: String) {
    guard let stage = PathStage.allCases.first(where: { $0.id == id }) else { return nil }
    self = stage
  }

  /// The stages of a programme's path, from the first.
  package static func stages(_ rules: Program.PathRules) -> [PathStage] {
    rules.hasFourStages
      ? [.recognition, .identification, .habit, .belonging] : [.awareness, .trust, .belonging]
  }
}

/// What a member's stage on the path was judged by.
package struct PathReason: Hashable, Sendable {
  package var stage: PathStage
  package var orders: Int
  /// Distinct days with purchases in the last 365.
  package var yearDays: Int
  package var nps: Int?
  package var csat: Int?
  /// In the programme's window.
  package var contributions: Int
  /// Referred people who bought.
  package var referrals: Int
  /// Members tied both ways.
  package var ties: Int
}

/// The stage of every member on the path of loyalty.
package struct LoyaltyPath: Sendable {
  package let rules: Program.PathRules
  let signs: EngagementSummary
  private let referrers: Referrers
  private let ties: Ties
  let stages: [UInt8]
  /// Members by raw value of the stage.
  private var counts = [Int](repeating: 0, count: PathStage.allCases.count + 1)

  /// - Complexity: O(members).
  init(
    _ signs: EngagementSummary, referrers: Referrers, ties: Ties, figures: MemberFigures,
    rules: Program.PathRules
  ) {
    self.rules = rules
    self.signs = signs
    self.referrers = referrers
    self.ties = ties
    var stages = [UInt8](repeating: 0, count: signs.entries.count)
    for number in 0..<min(stages.count, figures.count) {
      let member = Member.Index(number)
      guard figures.entry(member).isListed else { continue }
      stages[number] = LoyaltyPath.reason(member, signs, referrers, ties, figures, rules).stage.rawValue
      counts[Int(stages[number])] += 1
    }
    self.stages = stages
  }

  /// Nil for whoever isn't listed.
  package func stage(_ member: Member.Index) -> PathStage? {
    member.value < stages.count ? PathStage(rawValue: stages[member.value]) : nil
  }

  package func count(_ stage: PathStage) -> Int { counts[Int(stage.rawValue)] }

  package func reason(_ member: Member.Index, figures: MemberFigures) -> PathReason? {
    guard member.value < stages.count, stages[member.value] != 0 else { return nil }
    return LoyaltyPath.reason(member, signs, referrers, ties, figures, rules)
  }

  private static func reason(
    _ member: Member.Index, _ signs: EngagementSummary, _ referrers: Referrers, _ ties: Ties,
    _ figures: MemberFigures, _ rules: Program.PathRules
  ) -> PathReason {
    let entry = signs.entries[member.value]
    var reason = PathReason(
      stage: .awareness, orders: figures.orders(member), yearDays: Int(entry.yearDays),
      nps: entry.nps < 0 ? nil : Int(entry.nps), csat: entry.csat < 0 ? nil : Int(entry.csat),
      contributions: Int(entry.contributions), referrals: Int(referrers.bought[member.value]),
      ties: Int(ties.reciprocal[member.value]))
    let belongs =
      reason.contributions >= rules.contributions || reason.referrals > 0 || reason.ties >= rules.ties
    if rules.hasFourStages {
      let isHabit = reason.yearDays >= rules.habitDays
      reason.stage =
        isHabit ? (belongs ? .belonging : .habit) : reason.orders > 0 ? .identification : .recognition
      return reason
    }
    let isContent = (reason.nps ?? -1) >= rules.trustedNPS || (reason.csat ?? -1) >= rules.trustedCSAT
    if reason.orders >= 2 || (reason.orders == 1 && isContent) {
      reason.stage = belongs ? .belonging : .trust
    }
    return reason
  }
}
