import Community

/// What came of the recalls so far: how often members woke, by play and by layer, against those held out.
///
/// Woken is who bought (or, by the play's goal, was seen) after the decision and up to 30 calendar days later. Only
/// decisions whose 30 days are over count in shares and chances. A decision's layer is the member's at its instant.
package struct RecallOutcomes: Sendable {
  /// One recall or hold-out and what came of it.
  package struct Outcome: Hashable, Sendable {
    package var decision: LoggedDecision
    package var member: Member.Index
    /// Nil where none is known.
    package var play: String?
    package var campaign: String
    /// Nil for whoever was neither sleeping nor churned.
    package var layer: RecallLayer?
    /// When the member woke; nil for whoever hasn't.
    package var wokenAt: Instant?
    package var hasWoken: Bool { wokenAt != nil }
    /// Whether the 30 days are over.
    package var isClosed: Bool
    package var isHeldOut: Bool { decision.action == .holdOut }
  }

  /// In the order of the lines.
  package private(set) var outcomes: [Outcome] = []
  /// Of members recalled, and of those held out.
  private var recalled: RecallRates
  private var heldOut: RecallRates
  /// In the order of the layers.
  package private(set) var layers: [LayerOutcome] = []
  package let rules: Program.RecallRules

  /// - Complexity: O(decisions, each with the records of its member).
  /// - Returns: nil if cancelled.
  init?(_ judge: PastJudge, _ log: DecisionLog, _ isCancelled: () -> Bool) {
    rules = judge.recall
    recalled = RecallRates([:], expected: 0)
    heldOut = recalled
    guard read(log.members, judge, log, isCancelled) else { return nil }
  }

  /// Looks anew at what was decided about some members.
  ///
  /// - Complexity: O(records of these members + *n* log *n*) for *n* outcomes.
  mutating func update(_ members: Set<Member.Index>, _ judge: PastJudge, _ log: DecisionLog) {
    outcomes.removeAll { members.contains($0.member) }
    _ = read(Array(members), judge, log, { false })
  }

  private mutating func read(
    _ members: [Member.Index], _ judge: PastJudge, _ log: DecisionLog, _ isCancelled: () -> Bool
  ) -> Bool {
    let today = log.moment.today
    let reader = OutcomeReader(judge)
    for (place, member) in members.enumerated() {
      if place & 0xFF == 0, isCancelled() { return false }
      for decision in log.state(of: member).recalls {
        let day = log.moment.zone.day(of: decision.at)
        let play = reader.play(of: decision)
        outcomes.append(
          Outcome(
            decision: decision, member: member, play: play,
            campaign: reader.campaign(of: decision, play: play, day),
            layer: judge.layer(of: member, at: decision.at),
            wokenAt: reader.wokenAt(member, decision, day, reader.goal(of: play)),
            isClosed: today.days(since: day) > rules.windowDays))
      }
    }
    outcomes.sort { $0.decision.row < $1.decision.row }
    settleRates()
    return true
  }

  private mutating func settleRates() {
    typealias Cells = [RecallLayer: [String: Proportion]]
    var (recalls, holdOuts): (Cells, Cells) = ([:], [:])
    var byLayer: [RecallLayer: LayerOutcome] = [:]
    let costs = Dictionary(rules.plays.map { ($0.id, $0.cost) }, uniquingKeysWith: { first, _ in first })
    func add(_ outcome: Outcome, _ layer: RecallLayer, to cells: inout Cells) {
      guard let play = outcome.play else { return }
      cells[layer, default: [:]][play, default: Proportion(0, of: 0)].add(outcome.hasWoken)
    }
    for outcome in outcomes where outcome.isClosed {
      guard let layer = outcome.layer else { continue }
      var sum = byLayer[layer] ?? LayerOutcome(layer: layer)
      if outcome.isHeldOut {
        sum.heldOut.add(outcome.hasWoken)
        add(outcome, layer, to: &holdOuts)
      } else {
        sum.recalled.add(outcome.hasWoken)
        sum.cost += outcome.play.flatMap { costs[$0] } ?? 0
        add(outcome, layer, to: &recalls)
      }
      byLayer[layer] = sum
    }
    layers = RecallLayer.allCases.map { byLayer[$0] ?? LayerOutcome(layer: $0) }
    recalled = RecallRates(recalls, expected: min(1, rules.baseRate + rules.leastUplift))
    heldOut = RecallRates(holdOuts, expected: rules.baseRate)
  }

  // MARK: By layer

  /// Woken members among those recalled by a play in a layer whose windows are over.
  package func successes(_ layer: RecallLayer, _ play: String) -> Proportion {
    recalled.successes(layer, play)
  }

  /// How likely the play wakes a member of the layer.
  package func chance(_ layer: RecallLayer, _ play: String) -> Double { recalled.rate(layer, play) }

  /// From what that chance is.
  package func basis(_ layer: RecallLayer, _ play: String) -> RecallRates.Basis {
    recalled.basis(layer, play)
  }

  /// By how much the play raises the chance over that of members held out of it: both drawn towards what the layer's, and
  /// all, plays have in common.
  package func uplift(_ layer: RecallLayer, _ play: String) -> Double {
    recalled.rate(layer, play) - heldOut.rate(layer, play)
  }

  /// The play of the largest uplift among those meant for the layer; of equal ones the programme's first.
  package func bestPlay(_ layer: RecallLayer) -> RecallPlay? {
    var best: (play: RecallPlay, uplift: Double)?
    for play in rules.plays where play.layers.contains(layer) {
      let uplift = uplift(layer, play.id)
      if uplift > best?.uplift ?? -.infinity { best = (play, uplift) }
    }
    return best?.play
  }

  // MARK: By play

  /// Every play of the programme in its order, then others that occur, by bytes.
  package var plays: [PlayOutcome] {
    let known = rules.plays.map(\.id)
    let others = Set(outcomes.compactMap(\.play)).subtracting(known)
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return (known + others).map { outcome(ofPlay: $0) }
  }

  package func outcome(ofPlay play: String) -> PlayOutcome {
    let cost = rules.plays.first { $0.id == play }?.cost
    return PlayOutcome(play: play, outcomes.lazy.filter { $0.play == play }, rules, cost: cost)
  }

  /// All plays together.
  package var total: PlayOutcome { PlayOutcome(play: nil, outcomes.lazy, rules, cost: nil) }
}

extension Proportion {
  mutating func add(_ hasSucceeded: Bool) {
    trials += 1
    if hasSucceeded { successes += 1 }
  }
}

/// Reads what decisions were about and what followed.
private struct OutcomeReader {
  private let judge: PastJudge
  private var goals: [String: RecallGoal] = [:]
  private var plays: [String: String] = [:]
  private let common: RecallGoal

  init(_ judge: PastJudge) {
    self.judge = judge
    common = RecallGoal(rawValue: judge.recall.goal) ?? .order
    for play in judge.recall.plays { goals[play.id] = play.goal }
    for campaign in judge.community.campaigns { plays[campaign.id] = campaign.play }
  }

  func goal(of play: String?) -> RecallGoal { play.flatMap { goals[$0] } ?? common }

  /// The play that the decision names, else its campaign's record, else the campaign's own name if it's one made of
  /// play and quarter.
  func play(of decision: LoggedDecision) -> String? {
    if decision.play != .none { return judge.community.symbols[decision.play] }
    guard decision.campaign != .none else { return nil }
    let campaign = judge.community.symbols[decision.campaign]
    if let play = plays[campaign] { return play }
    guard let dash = campaign.lastIndex(of: "-") else { return nil }
    let quarter = Array(campaign[dash...].utf8)
    let isQuarter =
      quarter.count == 7 && quarter[1...4].allSatisfy { (0x30...0x39).contains($0) } && quarter[5] == 0x51
      && (0x31...0x34).contains(quarter[6])
    return isQuarter && dash > campaign.startIndex ? String(campaign[..<dash]) : nil
  }

  func campaign(of decision: LoggedDecision, play: String?, _ day: Day) -> String {
    decision.campaign != .none
      ? judge.community.symbols[decision.campaign] : Lot.campaign(play: play ?? "", day: day)
  }

  func wokenAt(_ member: Member.Index, _ decision: LoggedDecision, _ day: Day, _ goal: RecallGoal) -> Instant?
  {
    let end = judge.moment.zone.end(of: day.adding(days: judge.recall.windowDays))
    var first: Instant?
    judge.forEachSign(of: member) { at, amount, isSeen in
      guard at > decision.at, at <= end else { return }
      if amount ?? -1 >= 0 || goal == .activity && isSeen { first = min(first ?? at, at) }
    }
    return first
  }
}
