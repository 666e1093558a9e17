import Community

/// All that the feeds say of a member up to now, newest first. An entry is made when it's asked for, so that a long
/// timeline costs its places alone: 16 bytes a record.
package struct MemberTimeline: RandomAccessCollection, Sendable {
  private struct Place {
    var at: Int64
    var row: Row
    var feed: UInt8
  }

  private let roster: Roster
  private let places: [Place]
  /// When the member joined, and at which position that stands.
  private let joined: (instant: Instant, position: Int)?

  /// - Complexity: O(*n* log *n*) in the records of the member.
  init(_ roster: Roster, _ member: Member.Index) {
    self.roster = roster
    var places: [Place] = []
    let now = roster.moment.now.rawValue
    for feed in Feed.events + [.decisions] {
      let segments = roster.community[feed].segments
      for row in roster.community.rows(feed, of: member) {
        let at = segments[row.segment].at[row.offset]
        if at <= now { places.append(Place(at: at, row: row, feed: UInt8(feed.rawValue))) }
      }
    }
    places.sort { ($0.at, $0.feed, $0.row) > ($1.at, $1.feed, $1.row) }
    self.places = places
    joined = roster.figures.joined(member).map { instant in
      (instant, places.lastIndex { $0.at >= instant.rawValue }.map { $0 + 1 } ?? 0)
    }
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { places.count + (joined == nil ? 0 : 1) }

  package subscript(position: Int) -> TimelineEntry {
    var position = position
    if let joined {
      if position == joined.position {
        return TimelineEntry(instant: joined.instant, subject: .joined, figure: .unknown, details: [])
      }
      if position > joined.position { position -= 1 }
    }
    let place = places[position]
    guard let feed = Feed(rawValue: Int(place.feed)) else { preconditionFailure("no feed has this number") }
    return roster.timelineEntry(feed, place.row)
  }
}

extension Roster {
  /// All that the feeds say of a member up to now, newest first.
  ///
  /// - Complexity: O(*n* log *n*) in the records of the member.
  package func timeline(of member: Member.Index) -> MemberTimeline { MemberTimeline(self, member) }
}
