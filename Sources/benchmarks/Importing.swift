import Community
import Feeds
import Glibc
import Imports

/// Times imports of a table and of a chat, each into an empty folder, and DuckDB with the same table; what memory a table of
/// five times the size takes.
func measureImport(scratch: String, rounds: Int) throws -> [Measurement] {
  let place = "\(scratch)/import"
  mkdir(scratch, 0o755)
  mkdir(place, 0o755)
  let orders = "\(place)/orders.csv"
  if access(orders, R_OK) != 0 { try MadeExports.orders(1_000_000, to: orders) }
  let slack = "\(place)/slack"
  if access("\(slack)/users.json", R_OK) != 0 { try MadeExports.slack(1_000_000, to: slack) }
  var rows: [Measurement] = []
  // Both in turns, so that the load of others meets them alike.
  var (own, others): ([Double], [Double]) = ([], [])
  for _ in 0..<rounds {
    own.append(try importing(orders, into: "\(place)/into").seconds)
    if let seconds = DuckDB.seconds(copying: orders, to: "\(place)/duckdb.jsonl") { others.append(seconds) }
  }
  let cores = Computation.allCores.workers
  rows.append(
    Measurement(
      name: "CSV of 1,000,000 orders imported", value: median(own), unit: "s", bound: 2.0,
      detail: "\(cores) cores, median of \(rounds)"))
  rows.append(
    Measurement(
      name: "… ÷ DuckDB, read_csv to JSON lines", value: median(own) / median(others), unit: "×",
      bound: others.isEmpty ? nil : 1.5,
      detail: others.isEmpty
        ? "python3 has no duckdb: python3 -m pip install duckdb"
        : "DuckDB \(decimal(median(others), 2)) s on as many threads, in turns"))
  let talk = try (0..<rounds).map { _ in try importing(slack, into: "\(place)/into").seconds }
  rows.append(
    Measurement(
      name: "Slack export of 1,000,000 messages imported", value: median(talk), unit: "s", bound: 6.0,
      detail: "\(cores) cores, median of \(rounds)"))
  let large = "\(place)/orders-5.csv"
  if access(large, R_OK) != 0 { try MadeExports.orders(5_000_000, to: large) }
  let (one, five) = (
    try importing(orders, into: "\(place)/into").peak, try importing(large, into: "\(place)/into").peak
  )
  rows.append(
    Measurement(
      name: "memory at its peak: CSV of 5,000,000 orders ÷ of 1,000,000", value: five / one, unit: "×",
      bound: 1.5,
      detail: "\(decimal(five, 0)) MiB and \(decimal(one, 0)) MiB"))
  return rows
}

/// Imports a source into an empty folder: how long it takes, and the peak of the process's memory meanwhile in MiB.
private func importing(_ source: String, into folder: String) throws -> (seconds: Double, peak: Double) {
  removeFolder(folder)
  defer { removeFolder(folder) }
  resetPeakMemory()
  let start = monotonicSeconds()
  let options = ImportOptions(now: .wallClock, computation: .allCores)
  _ = try Importer(folder: folder, options: options).run(source)
  return (monotonicSeconds() - start, peakMemory())
}

/// Lets the kernel count the peak from now on.
private func resetPeakMemory() {
  guard let file = fopen("/proc/self/clear_refs", "w") else { return }
  fputs("5", file)
  fclose(file)
}

private func peakMemory() -> Double {
  let status = wholeFile("/proc/self/status") ?? ""
  let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
  return (line?.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first).flatMap { Double($0) }
    .map { $0 / 1024 } ?? .nan
}

/// DuckDB, where Python has it.
private enum DuckDB {
  /// How long it takes to copy a table to JSON lines, without starting up; nil where it isn't there.
  static func seconds(copying table: String, to file: String) -> Double? {
    let script = """
      import duckdb, sys, time
      connection = duckdb.connect()
      connection.execute("SET threads = \(Computation.allCores.workers)")
      connection.execute("SET enable_progress_bar = false")
      start = time.perf_counter()
      connection.execute(f"COPY (SELECT * FROM read_csv('{sys.argv[1]}')) TO '{sys.argv[2]}' (FORMAT json)")
      print(time.perf_counter() - start)
      """
    let words = ["python3", "-c", script, table, file].map { "'\($0.replacing("'", with: "'\\''"))'" }
    guard let pipe = popen(words.joined(separator: " ") + " 2>/dev/null", "r") else { return nil }
    defer { unlink(file) }
    var block = [UInt8](repeating: 0, count: 64)
    let count = fread(&block, 1, block.count, pipe)
    guard pclose(pipe) == 0 else { return nil }
    return Double(String(decoding: block.prefix(count), as: UTF8.self).filter { !$0.isWhitespace })
  }
}

/// Removes a folder of feeds with its files.
private func removeFolder(_ folder: String) {
  for feed in Feed.allCases {
    guard let directory = opendir("\(folder)/\(feed.name)") else { continue }
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      unlink("\(folder)/\(feed.name)/\(name)")
    }
    closedir(directory)
    rmdir("\(folder)/\(feed.name)")
  }
  for name in ["imports.json", "program.json"] { unlink("\(folder)/\(name)") }
  rmdir(folder)
}

/// Exports made by hand, the same bytes every time.
private enum MadeExports {
  struct Problem: Error {}

  /// A small generator (Marsaglia, 'Xorshift RNGs').
  private struct Numbers {
    var state: UInt64 = 88_172_645_463_325_252

    mutating func below(_ limit: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(limit))
    }
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  static func orders(_ count: Int, to path: String) throws {
    var numbers = Numbers()
    var text = "order_id,customer_id,order_date,total,channel,store\n"
    guard let file = fopen(path, "w") else { throw Problem() }
    defer { fclose(file) }
    for index in 0..<count {
      let day = "2025-\(two(numbers.below(12) + 1))-\(two(numbers.below(28) + 1))"
      let time = "\(two(numbers.below(24))):\(two(numbers.below(60))):\(two(numbers.below(60)))"
      let amount = "\(numbers.below(900) + 5).\(two(numbers.below(100)))"
      text +=
        "O\(index),C\(numbers.below(200_000)),\(day) \(time),\(amount),channel \(numbers.below(4)),store \(numbers.below(50))\n"
      if text.utf8.count > 1 << 20 {
        fputs(text, file)
        text = ""
      }
    }
    fputs(text, file)
  }

  /// Twenty channels of as many days as it takes, a thousand messages a file.
  static func slack(_ count: Int, to folder: String) throws {
    var numbers = Numbers()
    mkdir(folder, 0o755)
    let people = 20_000
    let users = (0..<people).map {
      #"{"id":"U\#($0)","name":"user\#($0)","profile":{"real_name":"User \#($0)"}}"#
    }
    let channels = (0..<20).map { #"{"id":"C\#($0)","name":"channel-\#($0)"}"# }
    try write("[\(users.joined(separator: ",\n"))]", to: "\(folder)/users.json")
    try write("[\(channels.joined(separator: ","))]", to: "\(folder)/channels.json")
    for channel in 0..<20 { mkdir("\(folder)/channel-\(channel)", 0o755) }
    for file in 0..<count / 1000 {
      let (channel, day) = (file % 20, file / 20)
      let start = 1_735_689_600 + day * 86_400
      var messages: [String] = []
      for index in 0..<1000 {
        let ts = "\(start + index * 60).\(100_000 + index)"
        let thread =
          index > 0 && numbers.below(3) == 0 ? #","thread_ts":"\#(start).100000","parent_user_id":"U1""# : ""
        let mention = numbers.below(10) == 0 ? "<@U\(numbers.below(people))> " : ""
        let reactions =
          numbers.below(5) == 0
          ? #","reactions":[{"name":"tea","users":["U\#(numbers.below(people))"],"count":1}]"# : ""
        messages.append(
          #"{"type":"message","user":"U\#(numbers.below(people))","text":"\#(mention)Message \#(index) with some words about tea","ts":"\#(ts)"\#(thread)\#(reactions)}"#
        )
      }
      let month = day / 28 % 12 + 1
      let name = "\(2020 + day / 336)-\(two(month))-\(two(day % 28 + 1)).json"
      try write("[\(messages.joined(separator: ",\n"))]", to: "\(folder)/channel-\(channel)/\(name)")
    }
  }

  private static func write(_ text: String, to path: String) throws {
    guard let file = fopen(path, "w") else { throw Problem() }
    fputs(text, file)
    fclose(file)
  }
}
