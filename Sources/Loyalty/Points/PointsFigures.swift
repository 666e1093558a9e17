import Community

/// The points of all members with what they lead to: what the panel and the report show.
package struct PointsFigures: Sendable {
  package let points: Points
  package let reminders: PointsReminders
  package let response: PointsResponse
  /// Nil without sales or points.
  package let revenue: (sales: Double, revenue: DeferredRevenue, recognised: Double)?

  /// - Parameters:
  ///   - points: of the roster's members.
  ///   - workers, perform, isCancelled: as for `Points`.
  /// - Complexity: O(members + events), by worker.
  /// - Returns: nil if cancelled.
  package init?(
    _ points: Points, roster: Roster, workers: Int = 1,
    perform: (Int, @Sendable (Int) -> Void) -> Void = { count, body in (0..<count).forEach(body) },
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    let response = PointsResponse(
      community: roster.community, figures: roster.figures, workers: workers, perform: perform,
      isCancelled: isCancelled)
    guard let response else { return nil }
    self.points = points
    self.response = response
    let decisions = DecisionLog(community: roster.community, moment: roster.moment)
    reminders = PointsReminders(points, decisions: decisions)
    revenue = points.deferredRevenue
  }
}
