import Glibc

/// Times appended lines on their way to the screen. What is appended is cut off again afterwards.
func measureFollowing(_ large: String, members: Int, scratch: String) throws -> [Measurement] {
  let path = large + "/orders.jsonl"
  var status = stat()
  guard stat(path, &status) == 0 else { throw TerminalProcess.Problem(description: "\(path) is missing") }
  let size = status.st_size
  let file = open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
  guard file >= 0 else { throw TerminalProcess.Problem(description: "\(path) can't be written to") }
  let dashboard = try openDashboard(large, scratch: scratch)
  defer {
    dashboard.stop()
    ftruncate(file, size)
    close(file)
  }
  guard dashboard.wait(for: grouped(members), limit: 120) != nil else {
    throw TerminalProcess.Problem(description: "the large folder wasn't read within 120 s")
  }
  _ = dashboard.settle(quiet: 2, limit: 20)

  var number = 0
  // What a run that was killed has left in the folder mustn't hold the same ids.
  let run = getpid()
  func append(_ count: Int) {
    var lines = ""
    for _ in 0..<count {
      number += 1
      lines +=
        #"{"id":"bench\#(run)-\#(number)","member":"m\#(1 + number * 7919 % members)","at":"2026-10-31T23:50:00+08:00","amount":12.50}"#
        + "\n"
    }
    lines.withUTF8 { _ = write(file, $0.baseAddress, $0.count) }
  }

  var alone: [Double] = []
  for _ in 0..<20 {
    append(1)
    if let seconds = dashboard.firstOutput(limit: 2) { alone.append(seconds) }
    _ = dashboard.settle(quiet: 0.2, limit: 2)
  }

  // 5,000 lines a second for ten seconds, with help opened and closed meanwhile.
  dashboard.press("2")
  _ = dashboard.settle(quiet: 0.5, limit: 3)
  var keys: [Double] = []
  let start = monotonicSeconds()
  var written = 0
  var nextKey = start + 0.5
  while monotonicSeconds() - start < 10 {
    let due = Int((monotonicSeconds() - start) * 5000) - written
    if due >= 50 {
      append(due)
      written += due
    }
    if monotonicSeconds() >= nextKey {
      nextKey += 0.25
      dashboard.forget()
      dashboard.press("?")
      if let seconds = dashboard.wait(for: "Keys", limit: 2) { keys.append(seconds) }
      dashboard.press("\u{1B}")
    }
    _ = dashboard.firstOutput(limit: 0.002)
  }
  let end = monotonicSeconds()
  let last = number
  // At the end of the Overview stands what each feed holds: repaint until the number of orders is the final one.
  let orders = try lineCount(path)
  // Apart, or the two would be Alt-1.
  dashboard.press("\u{1B}")
  _ = dashboard.settle(quiet: 0.1, limit: 0.5)
  dashboard.press("1")
  _ = dashboard.settle(quiet: 0.05, limit: 0.2)
  dashboard.press("\u{1B}[F")
  var behind = Double.infinity
  while monotonicSeconds() - end < 30 {
    dashboard.forget()
    dashboard.press("\u{0C}")
    if dashboard.wait(for: grouped(orders), limit: 0.2) != nil {
      behind = monotonicSeconds() - end
      break
    }
  }
  return [
    Measurement(
      name: "an appended line on screen", value: (alone.max() ?? .nan) * 1000, unit: "ms", bound: 100,
      detail: "slowest of \(alone.count), median \(decimal(median(alone) * 1000, 1)) ms"),
    Measurement(
      name: "5,000 lines a second: behind at the end", value: behind, unit: "s", bound: 1,
      detail: "\(grouped(last)) lines in 10 s, until their count was on screen"),
    Measurement(
      name: "5,000 lines a second: key to frame", value: percentile(keys, 0.99) * 1000, unit: "ms", bound: 16,
      detail: "99th percentile of \(keys.count) keys, median \(decimal(median(keys) * 1000, 1)) ms"),
  ]
}

/// Lines of a file.
func lineCount(_ path: String) throws -> Int {
  let file = open(path, O_RDONLY | O_CLOEXEC)
  guard file >= 0 else { throw TerminalProcess.Problem(description: "\(path) can't be read") }
  defer { close(file) }
  var block = [UInt8](repeating: 0, count: 1 << 20)
  var lines = 0
  while true {
    let count = read(file, &block, block.count)
    if count <= 0 { return lines }
    for byte in block[..<count] where byte == 10 { lines += 1 }
  }
}
