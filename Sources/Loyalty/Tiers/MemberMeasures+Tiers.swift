import Community

extension MemberMeasures {
  /// Receives the tiers of the members, and what they are as a whole where that's worked out.
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
  /// The same with the points and tiers of some members worked out anew, after their records or events were added or
  /// changed.
  ///
  /// - Complexity: O(events of these members).
  package func withTiers(
    of touched: [Member.Index], community: Community, figures: MemberFigures
  ) -> Roster {
    guard var measures, measures.tiers != nil else { return self }
    measures.updatePoints(of: touched, community: community, figures: figures)
    measures.updateTiers(of: touched, community: community, figures: figures)
    return with(measures)
  }
}
