import Community

extension MemberMeasures {
  /// Takes up the points of the members.
  package mutating func receive(_ points: Points) { self.points = points }

  /// Takes up what was added for some members, if their points are known.
  ///
  /// - Complexity: O(records of the accounts concerned).
  package mutating func updatePoints(
    of touched: [Member.Index], community: Community, figures: MemberFigures
  ) {
    points?.update(touched, community: community, figures: figures)
  }
}
