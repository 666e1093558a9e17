import Canvas
import Community
import Loyalty
import TestCommunities
import Texts

@testable import Dashboard

extension SmallCommunity {
  /// The panel of touchpoints of this community on a member day, with rain in Shanghai yesterday and tomorrow.
  ///
  /// - Parameter change: of the programme.
  static func touchpoints(
    _ size: Size, _ language: Language, _ change: (inout Program) -> Void = { _ in }
  ) -> DashboardState {
    var state = talking(size, language)
    state.panel = .touchpoints
    state.decisions.manager = "林晚"
    guard var shown = state.data.shown else { return state }
    var community = shown.community
    for place in community.program.touchpoints.rules.indices {
      switch community.program.touchpoints.rules[place].id {
      case "birthday": community.program.touchpoints.rules[place].after = 7
      case "member_day": community.program.touchpoints.rules[place].trigger = .memberDay(.dayOfMonth(10))
      default: break
      }
    }
    // As a programme would have it: what the day brings to everybody comes last.
    let rules = community.program.touchpoints.rules
    community.program.touchpoints.rules =
      rules.filter { !$0.trigger.isOfTheDay } + rules.filter(\.trigger.isOfTheDay)
    change(&community.program)
    // Two of the touches were surprises.
    for row in 0..<2 {
      community[.touchpoints].segments[0].integers[TouchpointField.value.slot][row] =
        Int64(bitPattern: 6.0.bitPattern)
    }
    rain(in: &community)
    shown.snapshot.community = community
    let roster = Roster(
      community: community, figures: shown.roster.figures, moment: shown.roster.moment, mask: .standard)
    guard var measures = MemberMeasures(roster: roster) else { return state }
    measures = measures.withCommunity(roster) ?? measures
    if let points = Points(roster: roster) {
      measures.receive(points)
      if let tiers = Tiers(roster: roster, points: points) { measures.receive(tiers) }
    }
    measures = measures.accounted(roster)?.scheduled(roster) ?? measures
    shown.roster = roster.with(measures)
    shown.touchpoints = TouchpointFigures(shown.roster)
    state.data.shown = shown
    state.refreshTouchpoints()
    return state
  }

  private static func rain(in community: inout Community) {
    var segment = Segment(feed: .weather)
    let rain = community.symbols.intern("rain").rawValue
    let city = community.symbols.intern("上海").rawValue
    for day in [-1, 1] {
      segment.count += 1
      segment.at.append(instant(daysAgo: -day).rawValue)
      for slot in segment.integers.indices { segment.integers[slot].append(Segment.unknownInteger) }
      for slot in segment.symbols.indices { segment.symbols[slot].append(0) }
      let row = segment.count - 1
      segment.integers[WeatherField.date.slot][row] = Int64(zone.day(of: now).adding(days: day).rawValue)
      segment.symbols[WeatherField.city.slot][row] = city
      segment.symbols[WeatherField.condition.slot][row] = rain
    }
    community[.weather].segments = [segment]
  }
}

extension DashboardState {
  /// Narrows the lists, as the engine would.
  mutating func answerTouchpointQuery() {
    guard let shown = data.shown else { return }
    let text = touchpoints.query.text
    guard let filter = try? MemberFilter(parsing: text),
      let figures = TouchpointFigures(shown.roster, filter: filter, narrowing: touchpoints.narrowing)
    else { return }
    _ = update(&self, .outcome(.touchpoints(figures, reading: shown.reading)))
  }
}
