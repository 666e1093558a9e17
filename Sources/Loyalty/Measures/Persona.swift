import Community

/// How what a member thinks and what they do go together.
package enum Attitude: String, CaseIterable, Hashable, Sendable {
  /// Thinks well of the brand and acts on it.
  case trueLoyalty = "true"
  /// Thinks well of it and does little.
  case latent
  /// Does much without thinking well of it.
  case spurious
  case none

  /// Its place among all.
  var place: UInt8 {
    switch self {
    case .trueLoyalty: 0
    case .latent: 1
    case .spurious: 2
    case .none: 3
    }
  }

  init(mind: Double, behaviour: Double) {
    self = mind >= 50 ? (behaviour >= 50 ? .trueLoyalty : .latent) : behaviour >= 50 ? .spurious : .none
  }
}

/// Behaviour, mind and value of every member as scores of 0 to 100: where they stand among all that have the value.
///
/// A score is the mean of the ranks that are known.
package struct Persona: Sendable {
  let behaviours: [Double]
  let minds: [Double]
  let worths: [Double]

  /// - Complexity: O(*n* log *n*) in the number of members.
  init(
    _ signs: EngagementSummary, rfm: RFM, values: PurchaseValues?, account: EmotionalAccounts?,
    figures: MemberFigures
  ) {
    let listed = signs.entries.indices.filter { figures.entry(Member.Index($0)).isListed }
    func ranks(_ value: (Int) -> Int64?) -> MidRanks { MidRanks(listed.compactMap(value)) }
    func contributions(_ member: Int) -> Int64? { Int64(signs.entries[member].windowContributions) }
    func nps(_ member: Int) -> Int64? {
      signs.entries[member].nps < 0 ? nil : Int64(signs.entries[member].nps)
    }
    func csat(_ member: Int) -> Int64? {
      signs.entries[member].csat < 0 ? nil : Int64(signs.entries[member].csat)
    }
    func worth(_ member: Int) -> Int64? {
      values.flatMap { PurchaseValues.value($0.lifetimeValue, Member.Index(member)) }
        .flatMap { PurchaseValues.money($0)?.rawValue }
    }
    func balance(_ member: Int) -> Int64? {
      (account?.balance(Member.Index(member))).map(Persona.key)
    }
    let ofBalances = account == nil ? MidRanks([]) : ranks(balance)
    let ofContributions = ranks(contributions)
    let ofNPS = ranks(nps)
    let ofCSAT = ranks(csat)
    let ofWorth = ranks(worth)
    let unknown = [Double](repeating: .nan, count: signs.entries.count)
    var (behaviours, minds, worths) = (unknown, unknown, unknown)
    for member in listed {
      let index = Member.Index(member)
      var sum = 0.0
      var known = 0.0
      func add(_ rank: Double?) {
        guard let rank else { return }
        sum += rank
        known += 1
      }
      add(rfm.percentile(.recency, index))
      add(rfm.percentile(.frequency, index))
      add(contributions(member).flatMap(ofContributions.percentile))
      if known > 0 { behaviours[member] = sum / known }
      sum = 0
      known = 0
      add(balance(member).flatMap(ofBalances.percentile))
      add(nps(member).flatMap(ofNPS.percentile) ?? csat(member).flatMap(ofCSAT.percentile))
      if known > 0 { minds[member] = sum / known }
      if let worth = worth(member).flatMap(ofWorth.percentile) { worths[member] = worth }
    }
    self.behaviours = behaviours
    self.minds = minds
    self.worths = worths
  }

  /// How recently and often the member buys, and how much they contribute.
  package func behaviour(_ member: Member.Index) -> Double? { Persona.score(behaviours, member) }

  /// What stands in the member's emotional account, and what the member says of the brand: the last NPS answer, else the
  /// last CSAT answer.
  package func mind(_ member: Member.Index) -> Double? { Persona.score(minds, member) }

  /// Where the lifetime value stands.
  package func value(_ member: Member.Index) -> Double? { Persona.score(worths, member) }

  /// Nil unless both mind and behaviour are known.
  package func attitude(_ member: Member.Index) -> Attitude? {
    guard let mind = mind(member), let behaviour = behaviour(member) else { return nil }
    return Attitude(mind: mind, behaviour: behaviour)
  }

  /// Ascends with its value.
  private static func key(_ value: Double) -> Int64 {
    let bits = Int64(bitPattern: (value == 0 ? 0 : value).bitPattern)
    return bits < 0 ? bits ^ Int64.max : bits
  }

  private static func score(_ scores: [Double], _ member: Member.Index) -> Double? {
    guard member.value < scores.count, !scores[member.value].isNaN else { return nil }
    return scores[member.value]
  }
}
