import Community

/// Columns of tiers.
extension MemberColumn {
  static let tierColumns = [
    tier, tierSince, misses, nextTier, next, keep, atRisk, tierBefore, tierAtQuarter,
  ]

  package static let tier = MemberColumn(
    "tier",
    .name({ $0.tierNames }) { roster, rows in
      guard let tiers = roster.measures?.tiers else { return }
      rows.fill { UInt8(tiers.state($0).tier + 1) }
    }, need: .measures, width: ColumnWidth(6, 10))
  package static let tierSince = MemberColumn(
    "tier_since",
    .instant { roster, rows in
      guard let tiers = roster.measures?.tiers else { return }
      rows.fill { tiers.since($0)?.rawValue ?? .unknown }
    }, need: .measures, width: ColumnWidth(10, 10))
  /// Quarters in a row that ended below what keeps the tier.
  package static let misses = MemberColumn(
    "misses",
    .whole { roster, rows in
      guard let tiers = roster.measures?.tiers else { return }
      rows.fill { Int64(tiers.misses($0)) }
    }, need: .measures, hasZeros: false, width: ColumnWidth(4, 6))
  /// The tier above.
  package static let nextTier = MemberColumn(
    "next_tier",
    .name({ $0.tierNames }) { roster, rows in
      guard let tiers = roster.measures?.tiers else { return }
      rows.fill { tiers.nextTier($0).map { UInt8($0 + 1) } ?? .unknown }
    }, need: .measures, width: ColumnWidth(6, 10))
  /// How far the tier above is reached, 0–100 %.
  package static let next = MemberColumn(
    "next",
    .decimal { roster, rows in
      guard let tiers = roster.measures?.tiers else { return }
      rows.fill { tiers.next($0) ?? .unknown }
    }, as: .percent, need: .measures, width: ColumnWidth(5, 6))
  /// How far the tier is kept at the coming quarter's end if nothing happens till then, 0–100 %.
  package static let keep = MemberColumn(
    "keep",
    .decimal { roster, rows in
      guard let tiers = roster.measures?.tiers else { return }
      rows.fill { tiers.keep($0) ?? .unknown }
    }, as: .percent, need: .measures, width: ColumnWidth(5, 6))
  /// Whether the coming quarter's end would take the tier (`quarter`) or be a miss (`miss`).
  package static let atRisk = MemberColumn(
    "at_risk",
    .word(["quarter", "miss"]) { roster, rows in
      guard let tiers = roster.measures?.tiers else { return }
      rows.fill { !tiers.hasTask($0) ? .unknown : tiers.outlook($0) == .drop ? 1 : 2 }
    }, need: .measures, width: ColumnWidth(7, 9))
  /// The tier at the end before the quarter that ended last, and at its own.
  package static let tierBefore = MemberColumn("tier_before", isFirst: true)
  package static let tierAtQuarter = MemberColumn("tier_quarter", isFirst: false)

  private init(_ id: String, isFirst: Bool) {
    self.init(
      id,
      .name({ $0.tierNames }) { roster, rows in
        guard let tiers = roster.measures?.tiers else { return }
        let ends = tiers.lastQuarterEnds
        let instant = isFirst ? ends.from : ends.to
        rows.fill { UInt8((tiers.tier($0, at: instant) ?? -1) + 1) }
      }, need: .measures, width: ColumnWidth(6, 10))
  }
}

extension Roster {
  fileprivate var tierNames: [ProgramName] {
    (measures?.tiers?.rules.tiers ?? []).map { ProgramName(id: $0.id, name: $0.name) }
  }
}
