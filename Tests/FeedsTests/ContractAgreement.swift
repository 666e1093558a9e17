import Community
import Foundation
import Synchronization
import TestCommunities
import Testing

@testable import Feeds

/// Random folders whose every feed has good and bad records, duplicates and strangers.
private struct RandomFolder {
  var random: SeededGenerator
  /// How many ids events may have.
  var ids = 5000

  init(_ seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &random)]
  }
  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
  mutating func id(_ prefix: String, _ count: Int) -> String {
    let number = number(0...count - 1)
    return number % 5 == 0 ? "\(number)" : #""\#(prefix)\#(number)""#
  }

  mutating func record(_ feed: Feed) -> String {
    var fields = [
      #""member":\#(id("m", 200))"#,
      #""at":\#(pick(["1772328600", #""2026-03-01T09:30:00""#, "1772328600123", #""2026-02-01""#]))"#,
    ]
    if number(0...3) > 0 { fields.append(#""id":\#(id("e", ids))"#) }
    switch feed {
    case .orders:
      fields.append(#""amount":\#(pick(["1", "2.5", "-3.25", "0.125", "\"7\""]))"#)
      if number(0...2) == 0 { fields.append(#""category":"\#(pick(["茶", "咖啡", "\\u8336", "é"]))""#) }
    case .activity:
      fields.append(#""type":"\#(pick(["post", "reply", "thanks"]))""#)
      if number(0...1) == 0 { fields.append(#""to":\#(id(pick(["m", "h", "x"]), 220))"#) }
      if number(0...1) == 0 { fields.append(#""text":"\#(String(repeating: "字", count: number(0...60)))""#) }
    case .surveys:
      fields.append(#""kind":"nps","score":\#(number(-1...11))"#)
      if number(0...1) == 0 { fields.append(#""ratings":{"a":\#(number(0...6)),"b":3}"#) }
    default: fields.append(#""delta":\#(number(-5...5)),"level":2,"kind":"care""#)
    }
    switch number(0...60) {
    case 0: return "{" + fields.joined(separator: ",")
    case 1: return "oops"
    case 2: fields[1] = #""at":"never""#
    case 3: fields.append(#""x":"\ud800""#)
    case 4: fields.append(#""x":1e999"#)
    default: break
    }
    fields.shuffle(using: &random)
    return "{" + fields.joined(separator: ",") + "}"
  }

  mutating func lines(_ feed: Feed, _ count: Int) -> String {
    (0..<count).map { _ in record(feed) + pick(["\n", "\n", "\n\n", "\r\n"]) }.joined()
  }

  mutating func array(_ feed: Feed, _ count: Int) -> String {
    "["
      + (0..<count).map { _ in record(feed).replacing("oops", with: "7") }.filter {
        $0.hasSuffix("}") || $0 == "7"
      }
      .joined(separator: ",\n") + "]"
  }

  mutating func fill(_ files: MemoryFiles, in path: String = "/data", count: Int) {
    files.put("\(path)/hosts.jsonl", (0..<20).map { #"{"id":"h\#($0)"}"# + "\n" }.joined())
    files.put(
      "\(path)/members.jsonl",
      (0..<count / 4).map { _ in #"{"id":\#(id("m", 180)),"city":"c\#(number(0...9))"}"# + "\n" }.joined())
    files.put("\(path)/members.json", #"[{"id":"h3"},{"id":"m1","tags":["a"]}]"#)
    for feed in Feed.events {
      files.put("\(path)/\(feed.name).jsonl", lines(feed, count))
      files.put("\(path)/\(feed.name).json", array(feed, count / 8))
      files.put("\(path)/\(feed.name)/b.jsonl.gz", gzip(lines(feed, count / 4)))
      files.put("\(path)/\(feed.name)/a.ndjson", lines(feed, count / 4) + record(feed))
    }
  }
}

/// The same folder gives the same result however it's read.
@Suite struct DeterminismTests {
  func read(_ files: MemoryFiles, workers: Int) throws -> Snapshot {
    try Feeds.read(
      folder: "/data", options: ReadingOptions(workers: workers, opener: files), progress: { _ in },
      isCancelled: { false })
  }

  @Test(arguments: [1, 2] as [UInt64])
  func whateverTheNumberOfWorkers(seed: UInt64) throws {
    var folder = RandomFolder(seed)
    let files = MemoryFiles()
    folder.fill(files, count: 1000)
    let expected = try read(files, workers: 1).dump
    #expect(expected.count > 5000)
    for workers in [2, 5] {
      let dump = try read(files, workers: workers).dump
      try #require(dump.count == expected.count)
      if let place = dump.indices.first(where: { dump[$0] != expected[$0] }) {
        Issue.record("\(workers) workers: \(dump[place]) instead of \(expected[place])")
      }
    }
  }

  @Test func whateverTheSizeOfReads() throws {
    var folder = RandomFolder(9)
    let files = MemoryFiles()
    folder.fill(files, count: 100)
    let expected = try read(files, workers: 1).dump
    for name in Feed.events.flatMap({ ["\($0.name).jsonl", "\($0.name).json", "\($0.name)/b.jsonl.gz"] }) {
      files["/data/" + name]?.largestRead = 61
    }
    #expect(try read(files, workers: 3).dump == expected)
  }

  /// More bytes than one thread takes at a time, so that several share a file.
  @Test func aFileThatThreadsShare() throws {
    let text = String(repeating: "字", count: 300)
    let lines = (0..<6000).map { number in
      number % 200 == 199
        ? "{broken"
        : #"{"id":"a\#(number % 5800)","member":"m\#(number % 977)","at":\#(1_700_000_000 + number),"type":"post","text":"\#(text)"}"#
    }
    let files = MemoryFiles()
    files.put("/data/activity.jsonl", lines.map { $0 + "\n" }.joined())
    let expected = try read(files, workers: 1)
    #expect(expected.report[.activity].recordsSetAside == 30)
    #expect(expected.report.setAside.map(\.place) == (1...30).map { .line($0 * 200) })
    var offset = 0
    var offsets: [Int64] = []
    for line in lines {
      if line == "{broken" { offsets.append(Int64(offset)) }
      offset += line.utf8.count + 1
    }
    #expect(expected.report.setAside.map(\.offset) == offsets)
    #expect(expected.memberLines.prefix(3) == ["m0 (no record)", "m1 (no record)", "m2 (no record)"])
    #expect(expected.report[.activity].duplicates == 199)
    for workers in [2, 5] { #expect(try read(files, workers: workers).dump == expected.dump) }
  }

  @Test func progressNeverRunsBackAndEndsAtTheWhole() throws {
    var folder = RandomFolder(4)
    let files = MemoryFiles()
    folder.fill(files, count: 200)
    let steps = Steps()
    _ = try Feeds.read(
      folder: "/data", options: ReadingOptions(opener: files), progress: { steps.append($0) },
      isCancelled: { false })
    let seen = steps.all
    #expect(!seen.isEmpty)
    #expect(
      zip(seen, seen.dropFirst()).allSatisfy { $0.bytesDone <= $1.bytesDone && $0.records <= $1.records })
    #expect(seen.allSatisfy { $0.bytesDone <= $0.bytesTotal })
  }
}

private final class Steps: Sendable {
  private let steps = Mutex<[ReadingProgress]>([])
  func append(_ step: ReadingProgress) { steps.withLock { $0.append(step) } }
  var all: [ReadingProgress] { steps.withLock { $0 } }
}

/// Valid files of which some bytes were changed by chance.
@Suite struct FuzzTests {
  func read(_ files: MemoryFiles) throws -> Snapshot {
    try Feeds.read(
      folder: "/data", options: ReadingOptions(opener: files), progress: { _ in }, isCancelled: { false })
  }

  /// An order whose id differs from every other in many bytes.
  func order(_ number: Int) -> String {
    let id = "o\(number)-" + String(repeating: "\(number % 10)", count: 8)
    return
      #"{"id":"\#(id)","member":"m\#(number % 50)","at":"2026-03-01T09:30:00+08:00","amount":\#(number).25,"category":"茶\n","items":\#(number)}"#
  }

  /// What Foundation's parser and the plainest reading of the rules make of a line.
  func isGood(_ line: some Collection<UInt8>) -> Bool {
    guard let value = try? JSONSerialization.jsonObject(with: Data(line)),
      let record = value as? [String: Any]
    else { return false }
    guard let member = record["member"] as? String, !member.isEmpty, let time = record["at"] as? String,
      record["amount"] is NSNumber
    else { return false }
    return time == "2026-03-01T09:30:00+08:00"
  }

  @Test(arguments: 0..<25 as Range<UInt64>)
  func everyLineThatIsStillGoodIsRead(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var bytes = Array((0..<120).map { order($0) + "\n" }.joined().utf8)
    for _ in 0..<Int.random(in: 1...30, using: &random) {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0...4, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.remove(at: place)
      case 2: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
      case 3: bytes[place] ^= 1 << UInt8.random(in: 0...7, using: &random)
      default:
        let marks = Array("{}[]\",:\\\n 0e".utf8)
        bytes[place] = marks[Int.random(in: 0..<marks.count, using: &random)]
      }
    }
    let files = MemoryFiles()
    files.put("/data/orders.jsonl", bytes)
    let snapshot = try read(files)
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: true)
    let records = lines.filter { line in !line.allSatisfy { [0x20, 0x09, 0x0D].contains($0) } }
    let report = snapshot.report[.orders]
    // Lines that go on with a record set aside before them are part of that one.
    let brokenOff = snapshot.report.setAside.count { $0.reason == .brokenJSON(.overSeveralLines) }
    let told = report.records + report.duplicates + report.recordsSetAside
    #expect((records.count - brokenOff...records.count).contains(told))
    let kept = Set(snapshot.ids(.orders))
    for line in lines where isGood(line) {
      let value = try? JSONSerialization.jsonObject(with: Data(line))
      guard let id = (value as? [String: Any])?["id"] as? String, !id.isEmpty else { continue }
      #expect(kept.contains(id), "\(String(decoding: line, as: UTF8.self))")
    }
  }

  @Test(arguments: 0..<25 as Range<UInt64>)
  func arraysAreReadUpToTheFirstChange(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let records = (0..<100).map(order)
    var bytes = Array("[\(records.joined(separator: ",\n"))]".utf8)
    let place = Int.random(in: 1..<bytes.count, using: &random)
    for _ in 0..<Int.random(in: 1...10, using: &random) {
      bytes[Int.random(in: place..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
    }
    let files = MemoryFiles()
    files.put("/data/orders.json", bytes)
    let snapshot = try read(files)
    var whole = 0
    var end = 0
    for record in records {
      end += record.utf8.count + 2
      if end <= place { whole += 1 }
    }
    #expect(snapshot.report[.orders].records >= whole)
    #expect(
      snapshot.values(.orders, OrderField.items).prefix(whole).elementsEqual((0..<whole).map { "\($0)" }))
  }

  @Test(arguments: 0..<25 as Range<UInt64>)
  func damagedGzipNeverCrashes(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var bytes = gzip((0..<500).map { order($0) + "\n" }.joined())
    for _ in 0..<Int.random(in: 1...5, using: &random) {
      bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
    }
    let files = MemoryFiles()
    files.put("/data/orders.jsonl.gz", bytes)
    files.put("/data/orders.ndjson", order(1000) + "\n")
    let snapshot = try read(files)
    #expect(snapshot.ids(.orders).last == "o1000-00000000")
  }

  @Test(arguments: 0..<15 as Range<UInt64>)
  func bytesByChanceNeverCrash(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let alphabet =
      Array("{}[]\",:\\ \n\t0123456789.eE+-truefalsnidmbamount\u{0}".utf8) + [0xFF, 0xE2, 0x80, 0xC3]
    let files = MemoryFiles()
    for feed in Feed.allCases {
      for form in ["json", "jsonl", "ndjson.gz"] {
        let count = Int.random(in: 0...2000, using: &random)
        files.put(
          "/data/\(feed.name).\(form)",
          (0..<count).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &random)] })
      }
    }
    files.put(
      "/data/program.json",
      (0..<500).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &random)] })
    let snapshot = try read(files)
    #expect(snapshot.report.setAside.count > 10)
  }
}

/// Following comes to what reading anew comes to.
@Suite struct FollowingAgreementTests {
  /// What a reading says, whatever the order in which it learnt of it.
  func facts(_ snapshot: Snapshot) -> [String] {
    var facts = snapshot.memberLines + snapshot.setAsideLines
    for feed in Feed.allCases {
      facts += snapshot.lines(feed)
      let report = snapshot.report[feed]
      facts.append(
        "\(feed) \(report.records) \(report.duplicates) \(report.recordsSetAside) \(report.fieldsSetAside)")
      facts += report.files.map { "\($0)" }
    }
    for feed in Feed.events + [.decisions] {
      for number in 0..<snapshot.community.members.count {
        let member = Member.Index(number)
        let rows = snapshot.community.rows(feed, of: member)
        facts.append("\(feed) of \(snapshot.community.members.id(member)): \(rows.count)")
      }
    }
    facts += snapshot.report.notes.map { "\($0)" }
    facts.append("\(snapshot.report.membersWithoutRecord) \(snapshot.newest?.rawValue ?? 0)")
    return facts.sorted()
  }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func afterAppendedLines(seed: UInt64) throws {
    var made = RandomFolder(seed)
    made.ids = 60
    var folder = try Followed(["program.json": "{}"])
    made.fill(folder.files, in: "/folder", count: 12)
    folder.follower = try Followed.read(folder.files)
    var reloads = 0
    for _ in 0..<12 {
      let feed = made.pick(Feed.events + [.members])
      let name = feed == .members ? "members.jsonl" : feed.name + made.pick([".jsonl", "/a.ndjson"])
      let line =
        feed == .members
        ? #"{"id":\#(made.id("m", 220)),"name":"n\#(made.number(0...99))","city":"c"}"# : made.record(feed)
      // The file may end in a line without newline.
      let ends = folder.files["/folder/" + name]?.bytes.last == 0x0A
      folder.append(name, (ends ? "" : "\n") + line + "\n")
      let finding = folder.look(name)
      let anew = try Followed.read(folder.files)
      if finding == "reload" {
        folder.follower = anew
        reloads += 1
      } else {
        let (mine, expected) = (facts(folder.snapshot), facts(anew.reading.snapshot))
        guard mine != expected else { continue }
        let wrong = Set(mine).symmetricDifference(expected).sorted().prefix(6)
        Issue.record("\(name) \(line): \(wrong)")
        return
      }
    }
    #expect(reloads < 12)
  }
}
