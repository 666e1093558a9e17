import Community

extension MemberMeasures {
  /// Receives the points of the members.
  package mutating func receive(_ points: Points) { self.points = points }

  /// Brings up to date what some members have, if points are known.
  ///
  /// - Complexity: O(records of the accounts concerned).
  package mutating func updatePoints(
    of touched: [Member.Index], community: Community, figures: MemberFigures
  ) {
    points?.update(touched, community: community, figures: figures)
  }
}
