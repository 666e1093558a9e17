import Canvas
import Community
import Loyalty
import Reports
import Texts

extension FolderReading {
  /// The frame that the dashboard would show of a panel, with nothing typed, marked or opened.
  ///
  /// - Parameters:
  ///   - folder: as it was given.
  ///   - wall: the wall clock, for the header.
  package func state(
    panel: PanelID, size: Size, language: Language, look: Look, folder: String, wall: Instant
  ) -> DashboardState {
    var state = DashboardState(
      size: size, language: language, look: look, clock: wall, machineZone: snapshot.zone, folder: folder)
    state.panel = panel
    state.details.isImmediate = true
    state.isUnmasked = !roster.mask.contacts
    let data = DashboardData(
      snapshot: snapshot, roster: roster, overview: overview, satisfaction: satisfaction,
      setAside: SetAsideSummary(snapshot.report),
      stream: ActivityStream.newest(ActivityStream.shown, in: snapshot.community, moment: roster.moment),
      generation: 1, reading: 1, isFixed: isFixed, touchpoints: TouchpointFigures(roster))
    for effect in update(&state, .outcome(.data(data))) {
      guard case .query(let request) = effect, let answer = answer(request) else { continue }
      _ = update(&state, .outcome(.list(answer)))
    }
    state.recall.figures = RecallFigures(roster: roster, manager: nil)
    state.clampRecall()
    if let board = TierBoard(roster: roster, since: nil) { _ = update(&state, .outcome(.tiers(board))) }
    return state
  }

  private func answer(_ request: QueryRequest) -> ListAnswer? {
    let query = MemberQuery(filter: request.filter, order: request.order)
    guard let rows = roster.all(query)?.rows else { return nil }
    return ListAnswer(
      generation: request.generation, reading: request.data.reading, purpose: request.purpose, rows: rows,
      isComplete: true, total: rows.count, totals: roster.totals(of: rows))
  }
}
