import Community
import Feeds
import Glibc
import Loyalty

/// Times the queue of recalls: how it's made once the model is fitted, and in the dashboard from a key to its frame and
/// to the tick that says a decision is on disk.
func measureRecall(_ folder: String, members: Int, scratch: String, rounds: Int) throws -> [Measurement] {
  try measureQueue(folder, rounds: rounds) + measureDeciding(folder, members: members, scratch: scratch)
}

private func measureQueue(_ folder: String, rounds: Int) throws -> [Measurement] {
  let snapshot = try read(folder: folder, options: ReadingOptions())
  let community = snapshot.community
  let now = snapshot.newest(notAfter: Instant(seconds: 4_102_444_800)) ?? Instant(seconds: 0)
  let moment = Moment(now: now, zone: snapshot.zone)
  let figures = MemberFigures(community: community, moment: moment)
  let plain = Roster(community: community, figures: figures, moment: moment, mask: .standard)
  guard var measures = MemberMeasures(community: community, figures: figures),
    let model = ValueModel(community: community, moment: moment)
  else { return [] }
  measures.receive(model)
  var making: [Double] = []
  var first: [Double] = []
  var count = 0
  var stakes = 0.0
  for _ in 0..<rounds {
    let start = monotonicSeconds()
    guard let board = RecallBoard(plain.with(measures)), var queue = RecallQueue(board) else { continue }
    _ = queue.first(200, of: board)
    first.append(monotonicSeconds() - start)
    guard queue.sort(board) else { continue }
    making.append(monotonicSeconds() - start)
    (count, stakes) = (queue.count, queue.atStake)
    measures.receive(board)
  }
  var rows = [
    Measurement(
      name: "first recalls after the fit", value: median(first) * 1000, unit: "ms", bound: nil,
      detail: "200 rows, on one thread"),
    Measurement(
      name: "queue of recalls complete after the fit", value: median(making), unit: "s", bound: 1,
      detail: "\(grouped(count)) members, worth \(decimal(stakes / 1e6, 1)) million at stake; on one thread"),
  ]
  let roster = plain.with(measures)
  for text in ["p_alive<0.3", "stage:sleeping clv>50", "rhythm>20 r>=4", "at_stake>20", "segment:at_risk"] {
    let query = MemberQuery(filter: try MemberFilter(parsing: text), order: .standard)
    var times: [Double] = []
    var matched = 0
    for _ in 0..<max(5, rounds) {
      let start = monotonicSeconds()
      matched = roster.firstScreenful(query, count: 64).matched ?? 0
      times.append(monotonicSeconds() - start)
    }
    rows.append(
      Measurement(
        name: "first rows of `\(text)`", value: median(times) * 1000, unit: "ms", bound: 16,
        detail: "\(grouped(matched)) members of \(grouped(roster.count))"))
  }
  return rows
}

private func measureDeciding(_ folder: String, members: Int, scratch: String) throws -> [Measurement] {
  let journal = "\(folder)/decisions.jsonl"
  func size() -> Int {
    var status = stat()
    return stat(journal, &status) == 0 ? Int(status.st_size) : 0
  }
  let before = size()
  let dashboard = try openDashboard(folder, scratch: scratch)
  defer {
    dashboard.stop()
    // What was decided here is nobody's decision.
    truncate(journal, off_t(before))
  }
  guard dashboard.wait(for: grouped(members), limit: 120) != nil else {
    throw TerminalProcess.Problem(description: "the large folder wasn't read within 120 s")
  }
  _ = dashboard.settle(quiet: 4, limit: 60)

  var opening: [Double] = []
  for _ in 0..<20 {
    dashboard.press("1")
    _ = dashboard.settle(quiet: 0.1, limit: 2)
    dashboard.press("6")
    if let seconds = dashboard.firstOutput(limit: 2) { opening.append(seconds) }
    _ = dashboard.settle(quiet: 0.1, limit: 2)
  }
  var shown: [Double] = []
  var ticked: [Double] = []
  for _ in 0..<20 {
    let written = size()
    dashboard.forget()
    let start = monotonicSeconds()
    dashboard.press("r")
    guard dashboard.firstOutput(limit: 2) != nil else { continue }
    shown.append(monotonicSeconds() - start)
    guard dashboard.wait(for: "✓", limit: 5) != nil else { continue }
    ticked.append(monotonicSeconds() - start)
    guard size() > written else {
      throw TerminalProcess.Problem(description: "a tick was shown before its decision was written")
    }
    _ = dashboard.settle(quiet: 0.5, limit: 5)
  }
  return [
    Measurement(
      name: "panel of recalls opened", value: percentile(opening, 0.99) * 1000, unit: "ms", bound: 100,
      detail: "99th percentile of \(opening.count); median \(decimal(median(opening) * 1000, 1)) ms"),
    Measurement(
      name: "a decision on screen", value: percentile(shown, 0.99) * 1000, unit: "ms", bound: 16,
      detail: "99th percentile of \(shown.count); median \(decimal(median(shown) * 1000, 1)) ms"),
    Measurement(
      name: "its tick, after it's on disk", value: median(ticked) * 1000, unit: "ms", bound: nil,
      detail: "median of \(ticked.count), each found in the file before"),
  ]
}
