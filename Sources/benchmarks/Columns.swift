import Community
import Feeds
import Loyalty

/// Times what a key waits for where the table of members is sorted or filtered by a column: the first rows of all
/// members, by kind of column, on one thread.
func measureColumns(_ folder: String, rounds: Int) throws -> [Measurement] {
  let snapshot = try read(folder: folder, options: ReadingOptions())
  let community = snapshot.community
  let now = snapshot.newest(notAfter: Instant(seconds: 4_102_444_800)) ?? Instant(seconds: 0)
  let moment = Moment(now: now, zone: snapshot.zone)
  let figures = MemberFigures(community: community, moment: moment)
  let plain = Roster(community: community, figures: figures, moment: moment, mask: .standard)
  guard let known = MemberMeasures(roster: plain, stages: MeasureStage.all, on: .allCores) else { return [] }
  let roster = plain.with(known)

  /// Seconds of each column, by kind.
  var sorting: [ColumnKind: [(column: MemberColumn, seconds: Double)]] = [:]
  var filtering = sorting
  for column in MemberColumn.allCases {
    sorting[column.kind, default: []].append(
      (column, seconds(roster, MemberQuery(order: MemberOrder(by: column)), rounds)))
    let filter = try MemberFilter(parsing: text(finding: column))
    filtering[column.kind, default: []].append((column, seconds(roster, MemberQuery(filter: filter), rounds)))
  }
  func row(_ what: String, _ kind: ColumnKind, _ times: [(column: MemberColumn, seconds: Double)])
    -> Measurement
  {
    let slowest = times.max { $0.seconds < $1.seconds }
    return Measurement(
      name: "\(what): \(kind)", value: median(times.map(\.seconds)) * 1000, unit: "ms", bound: nil,
      detail: "median of \(times.count) columns; slowest \(slowest?.column.id ?? ""), "
        + "\(decimal((slowest?.seconds ?? 0) * 1000, 1)) ms")
  }
  let kinds = MemberColumn.allCases.map(\.kind).reduce(into: [ColumnKind]()) {
    if !$0.contains($1) { $0.append($1) }
  }
  return kinds.map { row("first rows sorted by a column", $0, sorting[$0] ?? []) }
    + kinds.map { row("first rows filtered by a column", $0, filtering[$0] ?? []) }
}

/// A filter that looks at every value of a column.
private func text(finding column: MemberColumn) -> String {
  switch column.filterKind {
  case .words, .word, .contact: "\(column.id):\"1\""
  case .number, .money, .days, .decimal, .percent: "\(column.id)>3"
  case .time: "\(column.id):2026"
  case .birthday: "\(column.id):03"
  case .boolean: "\(column.id):no"
  case .choice: "\(column.id):\(column.words[0])"
  }
}

private func seconds(_ roster: Roster, _ query: MemberQuery, _ rounds: Int) -> Double {
  median(
    (0..<max(3, rounds)).map { _ in
      let start = monotonicSeconds()
      _ = roster.firstScreenful(query, count: 64)
      return monotonicSeconds() - start
    })
}
