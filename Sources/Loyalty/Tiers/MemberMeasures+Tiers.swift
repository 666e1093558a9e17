import Community

extension MemberMeasures {
  /// Takes up the tiers of the members, and what they are as a whole where that's worked out.
  package mutating func receive(_ tiers: Tiers) { self.tiers = tiers }

  package mutating func receive(_ figures: TierFigures) {
    tiers = figures.tiers
    tierFigures = figures
  }

  /// Judges some members anew, if tiers are known, and takes that up in the figures of all; if it takes a look at all
  /// members, tiers stay as they were.
  ///
  /// - Complexity: O(events of these members).
  package mutating func updateTiers(
    of touched: [Member.Index], community: Community, figures: MemberFigures
  ) {
    let points = points
    let changes = tiers?.judge(touched, community: community, figures: figures, points: points)
    guard let changes, let tiers else { return }
    let measures = self
    tierFigures?.update(changes, tiers, figures: figures, measures: measures)
  }
}

extension Roster {
  /// The place of a tier that a column names.
  @inline(__always)
  func tierPlace(_ column: MemberColumn, of member: Member.Index) -> Int? {
    guard let tiers = measures?.tiers else { return nil }
    return column == .tier ? tiers.tier(member) : tiers.nextTier(member)
  }

  func tier(_ column: MemberColumn, of member: Member.Index) -> ColumnValue {
    guard let tiers = measures?.tiers, let place = tierPlace(column, of: member) else { return .unknown }
    return .named(id: tiers.rules.tiers[place].id, tiers.rules.tiers[place].name)
  }

  func tierSince(_ member: Member.Index) -> Instant? { measures?.tiers?.since(member) }

  /// 0 for `quarter`, 1 for `miss`.
  func tierRisk(_ member: Member.Index) -> Int? {
    guard let tiers = measures?.tiers, tiers.hasTask(member) else { return nil }
    return tiers.outlook(member) == .drop ? 0 : 1
  }

  /// By place of the tier, whether its id or one of its names passes.
  func tiers(passing match: MemberMatcher.TextMatch) -> [Bool] {
    (measures?.tiers?.rules.tiers ?? []).map { tier in
      [tier.id, tier.name.english, tier.name.chinese].contains { word in
        var word = word
        return word.withUTF8 { match.passes(UnsafeRawBufferPointer($0)) }
      }
    }
  }
}
