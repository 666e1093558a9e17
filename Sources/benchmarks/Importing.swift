import Community
import Feeds
import Glibc
import Imports

/// Times imports of a table and of a chat, each into an empty folder.
func measureImport(scratch: String, rounds: Int) throws -> [Measurement] {
  let place = "\(scratch)/import"
  mkdir(scratch, 0o755)
  mkdir(place, 0o755)
  let orders = "\(place)/orders.csv"
  if access(orders, R_OK) != 0 { try MadeExports.orders(1_000_000, to: orders) }
  let slack = "\(place)/slack"
  if access("\(slack)/users.json", R_OK) != 0 { try MadeExports.slack(1_000_000, to: slack) }
  var rows: [Measurement] = []
  for (name, source, bound) in [
    ("CSV of 1,000,000 orders imported", orders, 2.0),
    ("Slack export of 1,000,000 messages imported", slack, 6.0),
  ] {
    var seconds: [Double] = []
    var records = 0
    for _ in 0..<rounds {
      let folder = "\(place)/into"
      removeFolder(folder)
      let start = monotonicSeconds()
      let options = ImportOptions(now: .wallClock, computation: .allCores)
      records = try Importer(folder: folder, options: options).run(source).records
      seconds.append(monotonicSeconds() - start)
      removeFolder(folder)
    }
    rows.append(
      Measurement(
        name: name, value: median(seconds), unit: "s", bound: bound,
        detail: "\(records) records, \(Computation.allCores.workers) cores, median of \(rounds)"))
  }
  return rows
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
