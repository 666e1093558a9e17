import Community

/// A group of members by what they are worth and whether they still buy.
package enum MemberSegment: UInt8, CaseIterable, Hashable, Sendable {
  /// Among the highest lifetime values, and alive.
  case highValue = 1
  /// Taken to be gone, and of some value 90 days ago.
  case atRisk
  /// Alive, and not of high value.
  case potential

  /// The word in JSON, CSV and filters.
  package var id: String {
    switch self {
    case .highValue: "high_value"
    case .atRisk: "at_risk"
    case .potential: "potential"
    }
  }

  package init?(id: String) {
    guard let segment = MemberSegment.allCases.first(where: { $0.id == id }) else { return nil }
    self = segment
  }
}

/// The segment of every member of whom a purchase model tells.
package struct Segments: Sendable {
  let segments: [UInt8]
  private var counts = [Int](repeating: 0, count: MemberSegment.allCases.count + 1)

  /// - Complexity: O(*n* log *n*) in the number of members.
  init(_ values: PurchaseValues?, persona: Persona, figures: MemberFigures, rules: Program.SegmentRules) {
    guard let values else {
      segments = []
      return
    }
    func earlier(_ member: Int) -> Int64? {
      PurchaseValues.value(values.earlierLifetimeValue, Member.Index(member))
        .flatMap { PurchaseValues.money($0)?.rawValue }
    }
    let listed = (0..<min(values.alive.count, figures.count)).filter {
      figures.entry(Member.Index($0)).isListed
    }
    let ranks = MidRanks(listed.compactMap(earlier))
    var segments = [UInt8](repeating: 0, count: values.alive.count)
    for member in listed {
      let index = Member.Index(member)
      guard let alive = PurchaseValues.value(values.alive, index) else { continue }
      var segment: MemberSegment?
      if alive >= rules.alive {
        let isHigh = (persona.value(index) ?? 0) >= 100 * (1 - rules.highShare)
        segment = isHigh ? .highValue : .potential
      } else if let rank = earlier(member).flatMap(ranks.percentile), rank >= 100 * (1 - rules.atRiskShare) {
        segment = .atRisk
      }
      segments[member] = segment?.rawValue ?? 0
      if let segment { counts[Int(segment.rawValue)] += 1 }
    }
    self.segments = segments
  }

  /// Nil for whoever is in none, and where no model tells.
  package func segment(_ member: Member.Index) -> MemberSegment? {
    member.value < segments.count ? MemberSegment(rawValue: segments[member.value]) : nil
  }

  package func count(_ segment: MemberSegment) -> Int { counts[Int(segment.rawValue)] }
}
