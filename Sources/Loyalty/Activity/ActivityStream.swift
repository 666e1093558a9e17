import Community

/// The newest activities of members and hosts.
package enum ActivityStream {
  /// How many are kept at hand for the screen.
  package static let shown = 100

  /// Rows of the activities, the newest first; of those at the same time the later one of the files.
  ///
  /// - Complexity: O(segments), and O(rows) of those segments that hold some of the newest.
  package static func newest(_ count: Int, in community: Community, moment: Moment) -> [Row] {
    guard count > 0 else { return [] }
    let now = moment.now.rawValue
    let table = community[.activity]
    let bots = Bots(community)
    var found: [(at: Int64, row: UInt32)] = []
    var bar = Int64.min
    let order = table.segments.indices.sorted {
      (table.segments[$0].newest, $0) > (table.segments[$1].newest, $1)
    }
    for number in order {
      let segment = table.segments[number]
      if found.count >= count, segment.newest.isKnown, segment.newest.rawValue < bar { break }
      for row in 0..<segment.count where segment.at[row] >= bar && segment.at[row] <= now {
        if bots.contains(segment.member[row]) { continue }
        found.append((segment.at[row], Row(segment: number, offset: row).rawValue))
        if found.count >= max(1024, 4 * count) { keep() }
      }
      keep()
    }
    func keep() {
      found.sort { $0 > $1 }
      if found.count > count { found.removeLast(found.count - count) }
      if found.count == count { bar = found[count - 1].at }
    }
    return found.map { Row(rawValue: $0.row) }
  }
}
