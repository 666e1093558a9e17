import Canvas
import Loyalty
import Texts

extension TodaySource {
  /// Birthdays of today, and how many members are still to be wished well by the calendar's rule, those of the last
  /// days among them.
  static let birthdays = TodaySource(
    .birthdays, rank: 30, open: { $0.openMembers(filter: "birthday:today") }
  ) { state, context in
    guard let count = state.data.shown?.overview.birthdays, count > 0 else { return nil }
    var right: [Piece] = []
    if let calendar = state.calendar, let place = calendar.rules.firstIndex(where: { $0.id == "birthday" }) {
      let due = calendar.today.count(place)
      right.append(Piece(context.text(.todayBirthdaysDue, ["count": due]), .muted))
    }
    return Line([Piece(context.text(.todayBirthdays, ["count": count]))], right: right)
  }

  /// What the calendar has due, by how much of which rule.
  static let touchpoints = TodaySource(
    .touchpoints, rank: 40, open: { $0.openTouchpoints(filter: "") }
  ) { state, context in
    guard let calendar = state.calendar else { return nil }
    let counts = calendar.rules.indices.map { (place: $0, count: calendar.today.count($0)) }
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
