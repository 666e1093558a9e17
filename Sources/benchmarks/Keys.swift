import Glibc

/// Times from a key to the frame that answers it with its rows, on the large folder.
func measureKeys(_ large: String, members: Int, scratch: String) throws -> [Measurement] {
  let dashboard = try openDashboard(large, scratch: scratch)
  defer { dashboard.stop() }
  let loaded = dashboard.wait(for: grouped(members), limit: 120)
  guard let loaded else {
    throw TerminalProcess.Problem(description: "the large folder wasn't read within 120 s")
  }
  _ = dashboard.settle(quiet: 2, limit: 20)

  var rows = [
    Measurement(
      name: "large folder complete on screen", value: loaded, unit: "s", bound: nil,
      detail: "\(grouped(members)) members, figures included")
  ]
  /// Presses each key on its own, once the frame before has come to rest.
  @discardableResult
  func time(_ keys: [String], quiet: Double = 0.03) -> [(first: Double, rows: Double)] {
    keys.compactMap { dashboard.answer(to: $0, quiet: quiet) }
  }
  func row(_ name: String, _ samples: [(first: Double, rows: Double)], bound: Double) {
    let first = samples.map(\.first)
    let samples = samples.map(\.rows)
    rows.append(
      Measurement(
        name: name, value: percentile(samples, 0.99) * 1000, unit: "ms", bound: bound,
        detail:
          "99th percentile of \(samples.count) keys, median \(decimal(median(samples) * 1000, 1)) ms; first frame: "
          + "99th \(decimal(percentile(first, 0.99) * 1000, 1)) ms, median \(decimal(median(first) * 1000, 1)) ms"
      ))
  }

  let escape = "\u{1B}"
  let pageDown = "\(escape)[6~"
  let pageUp = "\(escape)[5~"
  time(["2"], quiet: 1)
  row(
    "key to frame: moving",
    time(
      (0..<20).flatMap { _ in ["j", "j", "j", pageDown, "k", pageDown, pageUp, "\(escape)[F", "\(escape)[H"] }
    ),
    bound: 16)
  row("key to frame: switching panels", time((0..<100).flatMap { _ in ["1", "2"] }), bound: 16)

  var typed: [(first: Double, rows: Double)] = []
  for word in ["王", "李雪", "m12345", "上海", "zzzz", "宝妈", "m99", "张伟明"] {
    time(["/"])
    typed += time(word.map(String.init), quiet: 0.2)
    time(["\u{15}"], quiet: 0.2)
    time([escape], quiet: 0.3)
  }
  row("key to frame: typing a search", typed, bound: 16)

  typed = []
  for filter in ["city:上海 spend>500", "silent>30d orders>3", "tag:宝妈 -host:none", "spend>9999999"] {
    time(["f"])
    typed += time(filter.map(String.init), quiet: 0.2)
    time(["\u{15}"], quiet: 0.2)
    time([escape], quiet: 0.3)
  }
  row("key to frame: typing a filter", typed, bound: 16)

  // Each column of the chooser in turn, and the other way round.
  var sorted: [(first: Double, rows: Double)] = []
  for column in 0..<20 {
    time(["s", "\(escape)[H"] + Array(repeating: "j", count: column))
    sorted += time(["\r"], quiet: 0.5)
  }
  row("key to frame: sorting by a column", sorted, bound: 50)
  return rows
}

extension TerminalProcess {
  /// Presses a key and waits until the screen has been still for `quiet` seconds.
  ///
  /// - Returns: the seconds to the first frame, and to the one with the rows, where a list is asked for: the first that
  ///   changed at least half as much as the one that changed most. (The letter typed changes less, and so do the
  ///   totals that follow the rows.) Nil without any frame within 2 s.
  func answer(to key: String, quiet: Double) -> (first: Double, rows: Double)? {
    let start = monotonicSeconds()
    var frames: [(bytes: Int, seconds: Double)] = []
    var written = bytesWritten
    press(key)
    while firstOutput(limit: frames.isEmpty ? 2 : quiet) != nil {
      frames.append((bytesWritten - written, monotonicSeconds() - start))
      written = bytesWritten
    }
    guard let first = frames.first, let most = frames.map(\.bytes).max() else { return nil }
    return (first.seconds, frames.first { $0.bytes * 2 >= most }?.seconds ?? first.seconds)
  }
}

/// Digits in groups of three: `1,000,000`.
func grouped(_ number: Int) -> String {
  var groups: [String] = []
  var rest = number
  while rest >= 1000 {
    let digits = String(rest % 1000)
    groups.insert(String(repeating: "0", count: 3 - digits.count) + digits, at: 0)
    rest /= 1000
  }
  return ([String(rest)] + groups).joined(separator: ",")
}
