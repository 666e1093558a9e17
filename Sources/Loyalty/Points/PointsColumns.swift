import Community

/// Columns of points.
extension MemberColumn {
  static let pointsColumns = [points, expiring30, expiring]

  /// The points that the member may spend.
  package static let points = MemberColumn(
    "points",
    .whole { roster, rows in
      guard let points = roster.measures?.points else { return }
      rows.fill { points.standing($0)?.balance ?? .unknown }
    }, need: .measures, width: ColumnWidth(6, 8))
  /// What of them expires within 30 days.
  package static let expiring30 = MemberColumn(
    "expiring_30",
    .whole { roster, rows in
      guard let points = roster.measures?.points else { return }
      rows.fill { points.standing($0)?.expiring30 ?? .unknown }
    }, need: .measures, width: ColumnWidth(6, 8))
  /// Calendar days until the next points expire.
  package static let expiring = MemberColumn(
    "expiring",
    .whole { roster, rows in
      guard let points = roster.measures?.points else { return }
      let (zone, today) = (roster.moment.zone, roster.today)
      rows.fill { member in
        points.nextExpiry(member).map { Int64(zone.day(of: $0).days(since: today)) } ?? .unknown
      }
    }, as: .days, need: .measures, width: ColumnWidth(5, 6))
}
