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
  /// - Complexity: O(members + events), by worker.
  /// - Returns: nil if cancelled.
  package init?(
    _ points: Points, roster: Roster, on computation: Computation = .serial
  ) {
    let response = PointsResponse(
      community: roster.community, figures: roster.figures, on: computation)
    guard let response else { return nil }
    self.points = points
    self.response = response
    let decisions = DecisionLog(community: roster.community, moment: roster.moment)
    reminders = PointsReminders(points, decisions: decisions)
    revenue = points.deferredRevenue
  }
}
