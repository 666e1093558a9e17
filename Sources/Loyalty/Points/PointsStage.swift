import Community

extension MeasureStage {
  /// Balances of points and what expires.
  package static let points = MeasureStage(
    "points",
    follow: { measures, touched, roster in
      measures.updatePoints(of: touched, community: roster.community, figures: roster.figures)
    }
  ) { progress in
    guard let points = Points(roster: progress.roster, on: progress.computation) else { return false }
    progress.measures.receive(points)
    return true
  }
}

extension Points {
  /// Computes the points of a roster's members.
  ///
  /// - Returns: nil if cancelled.
  package init?(roster: Roster, on computation: Computation = .serial) {
    self.init(community: roster.community, figures: roster.figures, on: computation)
  }
}
