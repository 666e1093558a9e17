import Community

/// How long ago each member complained last, in calendar days.
package struct ComplaintAges: Sendable {
  /// By member; `Int64.min` for who never did.
  let days: [Int64]
  /// How many complained in the last 90 days.
  package let recent: Int

  /// - Complexity: O(members + complaints).
  init(_ roster: Roster) {
    var days = [Int64](repeating: .min, count: roster.count)
    let (now, zone) = (roster.moment.now.rawValue, roster.moment.zone)
    for segment in roster.community[.complaints].segments {
      for row in 0..<segment.count where segment.at[row] <= now {
        guard let member = Participant(rawValue: segment.member[row]).member, member.value < days.count else {
          continue
        }
        let age = Int64(roster.moment.today.days(since: zone.day(of: Instant(rawValue: segment.at[row]))))
        days[member.value] = days[member.value] == .min ? age : min(days[member.value], age)
      }
    }
    self.days = days
    recent = days.reduce(0) { $0 + ((0..<90).contains($1) ? 1 : 0) }
  }
}
