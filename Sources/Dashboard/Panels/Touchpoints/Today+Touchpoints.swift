import Canvas
import Loyalty
import Texts

extension TodaySource {
  /// Birthdays that are kept these days and weren't yet.
  static let birthdays = TodaySource(
    .birthdays, rank: 30, open: { $0.openTouchpoints(filter: "due:birthday") }
  ) { state, context in
    guard let calendar = state.calendar,
      let place = calendar.rules.firstIndex(where: { $0.id == "birthday" }), calendar.today.count(place) > 0
    else { return nil }
    return Line(context.text(.todayBirthdays, ["count": calendar.today.count(place)]))
  }

  /// What else the calendar has due, by how much of which rule.
  static let touchpoints = TodaySource(
    .touchpoints, rank: 40, open: { $0.openTouchpoints(filter: "-due:birthday") }
  ) { state, context in
    guard let calendar = state.calendar else { return nil }
    let counts = calendar.rules.indices.filter { calendar.rules[$0].id != "birthday" }.map {
      (place: $0, count: calendar.today.count($0))
    }
    let count = counts.reduce(0) { $0 + $1.count }
    guard count > 0 else { return nil }
    // In the order in which they win under the contact cap, what the day brings to many behind.
    let most = counts.filter { $0.count > 0 }.sorted {
      (calendar.isOfTheDay($0.place) ? 1 : 0, $0.place) < (calendar.isOfTheDay($1.place) ? 1 : 0, $1.place)
    }
    let names = most.prefix(3).map {
      "\(context.language.text(calendar.rules[$0.place].name)) \(context.language.number($0.count))"
    }
    return Line(
      [Piece(context.text(.todayTouchpoints, ["count": count]))],
      right: [Piece(names.joined(separator: " · "), .muted)])
  }
}

extension TodayKind {
  static let birthdays = TodayKind("birthdays")
  static let touchpoints = TodayKind("touchpoints")
}
