import Canvas
import Community
import Feeds
import Loyalty
import TestCommunities
import Texts

@testable import Dashboard

extension SmallCommunity {
  /// The dashboard with this community read and all members listed.
  func state(_ size: Size, _ language: Language) -> DashboardState {
    let moment = Moment(now: Self.now, zone: Self.zone)
    let figures = MemberFigures(community: community, moment: moment)
    let roster = Roster(community: community, figures: figures, moment: moment, mask: .standard)
    let report = report
    var state = DashboardState(
      size: size, language: language, look: Look(theme: .distinct, glyphs: .braille), clock: Self.now,
      machineZone: .utc, folder: "/data/tea")
    state.data.phase = .ready
    state.data.shown = DashboardData(
      snapshot: Snapshot(community: community, zone: Self.zone, report: report), roster: roster,
      overview: OverviewFigures(community: community, figures: figures, moment: moment),
      satisfaction: SatisfactionTally(community: community, moment: moment).figures,
      setAside: SetAsideSummary(report), generation: 1, reading: 1, isFixed: false)
    state.list(filter: "")
    return state
  }
}

extension SmallCommunity {
  /// The panel of recalls of this community, four months on, with values made by rule.
  static func recall(_ size: Size, _ language: Language) -> DashboardState {
    let small = SmallCommunity()
    let roster = valued
    var state = small.state(size, language)
    state.panel = .recall
    state.clock = roster.moment.now
    state.decisions.manager = "林晚"
    if let figures = RecallFigures(roster: roster, manager: "林晚") {
      state.recall.figures = figures
      state.clampRecall()
    }
    return state
  }
}

extension DashboardState {
  /// Lists the members that a filter finds, as the engine would.
  mutating func list(filter text: String) {
    guard let shown = data.shown, let filter = try? MemberFilter(parsing: text) else { return }
    members.query.filterText = text
    members.filter = filter
    let rows = shown.roster.all(MemberQuery(filter: filter, order: members.order))?.rows ?? []
    members.list.rows = rows
    members.list.isComplete = true
    members.list.total = rows.count
    members.list.totals = shown.roster.totals(of: rows)
    members.selected = 0
    members.selectedID = rows.first.map { shown.community.members.id($0) }
  }
}
