import Community
import Testing

@testable import Feeds

/// A line of `orders` with an id.
private func order(_ id: String) -> String { #"{"id":"\#(id)","member":"m1","at":1772328600,"amount":1}"# }

/// In which files a feed lies, and in which order they are read.
@Suite struct FormsTests {
  static let forms: [(name: String, contents: Contents)] = [
    ("orders.json", .text("[\(order("a")),\n \(order("b"))]")),
    ("orders.json.gz", .gzipped("[\(order("a")),\(order("b"))]")),
    ("orders.jsonl", .lines(order("a"), order("b"))),
    ("orders.jsonl.gz", .gzippedLines(order("a"), order("b"))),
    ("orders.ndjson", .lines(order("a"), order("b"))),
    ("orders.ndjson.gz", .gzippedLines(order("a"), order("b"))),
    ("orders/2026.json", .text("[\(order("a")),\(order("b"))]")),
    ("orders/2026.json.gz", .gzipped("[\(order("a")),\(order("b"))]")),
    ("orders/2026.jsonl", .lines(order("a"), order("b"))),
    ("orders/2026.jsonl.gz", .gzippedLines(order("a"), order("b"))),
    ("orders/2026.ndjson", .lines(order("a"), order("b"))),
    ("orders/2026.ndjson.gz", .gzippedLines(order("a"), order("b"))),
  ]

  @Test(arguments: 0..<forms.count)
  func everyFormIsRead(form: Int) throws {
    let (name, contents) = Self.forms[form]
    let snapshot = try snapshot([name: contents])
    #expect(snapshot.ids(.orders) == ["a", "b"])
    let size = Int64(contents.bytes.count)
    #expect(snapshot.report[.orders].files == [FileReport(path: name, bytes: size, records: 2)])
    #expect(snapshot.report[.orders].records == 2)
    #expect(snapshot.report.setAside.isEmpty)
  }

  @Test(arguments: Feed.allCases)
  func everyFeedIsReadFromFilesOfItsName(feed: Feed) throws {
    let record =
      #"{"id":"x","member":"m","at":1700000001,"amount":1,"type":"post","kind":"nps","score":9,"delta":1,"#
      + #""city":"c","date":"2026-03-01","manager":"m","action":"note"}"#
    let snapshot = try snapshot(["\(feed.name).jsonl": .lines(record), "other.jsonl": .lines(record)])
    #expect(snapshot.faults == [])
    for other in Feed.allCases {
      #expect(snapshot.report[other].records == (other == feed ? 1 : 0))
      #expect(snapshot.report[other].files.count == (other == feed ? 1 : 0))
    }
  }

  @Test func formsSideBySideAreReadInOrder() throws {
    let snapshot = try snapshot([
      "orders/b.jsonl": .lines(order("9")), "orders/a.ndjson.gz": .gzippedLines(order("8")),
      "orders/Z.json": .text("[\(order("7"))]"), "orders.ndjson.gz": .gzippedLines(order("6")),
      "orders.ndjson": .lines(order("5")), "orders.jsonl.gz": .gzippedLines(order("4")),
      "orders.jsonl": .lines(order("3")), "orders.json.gz": .gzipped("[\(order("2"))]"),
      "orders.json": .text("[\(order("1"))]"),
    ])
    #expect(snapshot.ids(.orders) == ["1", "2", "3", "4", "5", "6", "7", "8", "9"])
    #expect(
      snapshot.report[.orders].files.map(\.path) == [
        "orders.json", "orders.json.gz", "orders.jsonl", "orders.jsonl.gz", "orders.ndjson",
        "orders.ndjson.gz", "orders/Z.json", "orders/a.ndjson.gz", "orders/b.jsonl",
      ])
  }

  @Test func partitionsAreReadByTheBytesOfTheirNames() throws {
    let names = ["10", "2", "2026-01", "2026-02", "A", "a", "é", "一月", "二月"]
    let folder = ExampleFolder()
    for name in names.shuffled() { folder.write("orders/\(name).jsonl", .lines(order(name))) }
    #expect(try folder.read().ids(.orders) == names)
  }

  @Test func theOrderOfFilesDecidesDuplicates() throws {
    let snapshot = try snapshot([
      "orders.jsonl": .lines(#"{"id":"o1","member":"m1","at":1772328600,"amount":3}"#),
      "orders.json": #"[{"id":"o1","member":"m1","at":1772328600,"amount":1}]"#,
      "orders/a.jsonl": .lines(
        #"{"id":"o1","member":"m1","at":1772328600,"amount":5}"#,
        #"{"id":"o2","member":"m1","at":1772328600,"amount":6}"#),
      "orders/b.jsonl.gz": .gzippedLines(#"{"id":"o2","member":"m1","at":1772328600,"amount":7}"#),
    ])
    #expect(
      snapshot.lines(.orders) == [
        "o1: m1 2026-03-01T01:30:00Z amount=1.00", "o2: m1 2026-03-01T01:30:00Z amount=6.00",
      ])
    #expect(snapshot.report[.orders].duplicates == 3)
    #expect(snapshot.report[.orders].files.map(\.records) == [1, 1, 2, 1])
  }

  @Test func otherFilesAreNotRead() throws {
    let snapshot = try snapshot([
      "orders.csv": "id,member\n", "orders.txt": "x", "orders.jsonl.bak": .lines(order("a")),
      "ORDERS.jsonl": .lines(order("b")), "orders/README.md": "x", "orders/2026.csv": "x",
      "orders/_old/2026.jsonl": .lines(order("c")), "notes.jsonl": .lines("{}"),
      "orders.jsonl.zip": "x",
    ])
    #expect(snapshot.report.strays.count == 8)
    #expect(snapshot.ids(.orders) == [])
    #expect(snapshot.setAsideLines == [])
    #expect(snapshot.report[.orders].files.isEmpty)
  }

  @Test func anEmptyFolderIsAnEmptyCommunity() throws {
    let snapshot = try snapshot([:])
    #expect(snapshot.community.members.count == 0)
    #expect(snapshot.report.feeds.map(\.feed) == Feed.allCases)
    for feed in snapshot.report.feeds {
      #expect(feed.files.isEmpty)
      #expect(feed.records == 0)
    }
    #expect(snapshot.report.setAside.isEmpty)
    #expect(snapshot.report.programProblems.isEmpty)
    #expect(snapshot.newest == nil)
  }

  @Test func emptyFilesHoldNoRecords() throws {
    let snapshot = try snapshot([
      "members.jsonl": "", "orders.jsonl": "\n\n", "activity.json": "[]", "surveys.json": " [ ]\n",
      "points.jsonl.gz": .gzipped(""), "hosts.json.gz": .gzipped("[]"),
    ])
    #expect(snapshot.setAsideLines == [])
    #expect(
      snapshot.report.feeds.flatMap(\.files).map(\.path) == [
        "members.jsonl", "orders.jsonl", "activity.json", "surveys.json", "points.jsonl.gz", "hosts.json.gz",
      ])
  }

  @Test func aLastLineWithoutNewlineIsReadIfItIsWholeJSON() throws {
    let whole = try snapshot(["orders.jsonl": .text(order("a") + "\n" + order("b"))])
    #expect(whole.ids(.orders) == ["a", "b"])
    #expect(whole.setAsideLines == [])
    #expect(whole.report[.orders].files.map(\.records) == [2])

    let alone = try snapshot(["orders.ndjson": .text(order("a"))])
    #expect(alone.ids(.orders) == ["a"])

    let packed = try snapshot(["orders.jsonl.gz": .gzipped(order("a") + "\r\n" + order("b"))])
    #expect(packed.ids(.orders) == ["a", "b"])
  }

  @Test func aHalfWrittenLastLineIsNotRead() throws {
    let half = String(order("b").dropLast(4))
    let snapshot = try snapshot(["orders.jsonl": .text(order("a") + "\n" + half)])
    #expect(snapshot.ids(.orders) == ["a"])
    #expect(snapshot.setAsideLines == [])
    #expect(snapshot.report.notes == [.unfinishedLine(file: "orders.jsonl", line: 2)])
  }

  @Test func lineEndsBlankLinesAndByteOrderMarksDontMatter() throws {
    let text = "\u{FEFF}" + order("a") + "\r\n\r\n  \t\n" + "  " + order("b") + "  \r\n\n\n[]\n"
    for snapshot in [
      try snapshot(["orders.jsonl": .text(text)]), try snapshot(["orders.jsonl.gz": .gzipped(text)]),
    ] {
      #expect(snapshot.ids(.orders) == ["a", "b"])
      // Blank lines count as lines, and every byte counts.
      let offset = text.utf8.count - 3
      #expect(snapshot.report.setAside.map(\.place) == [.line(7)])
      #expect(snapshot.report.setAside.map(\.offset) == [Int64(offset)])
    }
    let array = try snapshot(["orders.json": .text("\u{FEFF}[\r\n\(order("a"))\r\n,\t\(order("b")) ]\r\n")])
    #expect(array.ids(.orders) == ["a", "b"])
    #expect(array.setAsideLines == [])
  }

  @Test func aGzipFileMayHaveSeveralMembers() throws {
    let bytes =
      gzip(order("a") + "\n" + order("b").prefix(9)) + gzip("") + gzip(order("b").dropFirst(9) + "\n")
    #expect(try snapshot(["orders.jsonl.gz": .bytes(bytes)]).ids(.orders) == ["a", "b"])
  }

  @Test func namesMayBeLinks() throws {
    let folder = ExampleFolder()
    folder.write("elsewhere/2026.jsonl", .lines(order("a")))
    folder.link("orders.jsonl", to: "elsewhere/2026.jsonl")
    folder.link("points", to: "elsewhere")
    let snapshot = try folder.read()
    #expect(snapshot.ids(.orders) == ["a"])
    #expect(snapshot.report[.points].files.map(\.path) == ["points/2026.jsonl"])
  }
}

/// What a folder that can't be read says.
@Suite struct FolderErrorTests {
  func error(_ path: String, _ options: ReadingOptions = ReadingOptions()) -> FolderProblem? {
    do throws(FolderProblem) {
      _ = try Feeds.read(folder: path, options: options, progress: { _ in }, isCancelled: { false })
      return nil
    } catch {
      return error
    }
  }

  @Test func aMissingFolder() {
    let folder = ExampleFolder()
    #expect(error(folder.path + "/none") == .notFound)
  }

  @Test func aFileInPlaceOfTheFolder() {
    let folder = ExampleFolder()
    folder.write("orders.jsonl", "")
    #expect(error(folder.path + "/orders.jsonl") == .notAFolder)
  }

  @Test func aLoopOfLinksInPlaceOfTheFolder() {
    let folder = ExampleFolder()
    folder.link("loop", to: "loop")
    #expect(error(folder.path + "/loop") != nil)
  }

  @Test func aFolderThatMayNotBeListed() {
    #expect(error("/data", ReadingOptions(opener: LockedFolder())) == .permissionDenied)
  }

  @Test func aTrailingSlashIsNoMatter() throws {
    let folder = ExampleFolder()
    folder.write("orders.jsonl", .lines(order("a")))
    let snapshot = try Feeds.read(
      folder: folder.path + "/", options: ReadingOptions(), progress: { _ in }, isCancelled: { false })
    #expect(snapshot.report[.orders].files.map(\.path) == ["orders.jsonl"])
  }

  @Test func aCancelledReading() {
    let folder = ExampleFolder()
    folder.write("orders.jsonl", .lines(Array(repeating: order("a"), count: 1000)))
    var outcome: FolderProblem?
    do throws(FolderProblem) {
      _ = try Feeds.read(
        folder: folder.path, options: ReadingOptions(), progress: { _ in }, isCancelled: { true })
    } catch {
      outcome = error
    }
    #expect(outcome == .cancelled)
  }
}

/// A folder that is there and can't be looked into.
private struct LockedFolder: FileOpener {
  func open(_ path: String) throws(FileReadProblem) -> any OpenFile { throw .permissionDenied }
  func kind(of path: String) throws(FileReadProblem) -> FileKind { .folder }
  func names(in folder: String) throws(FileReadProblem) -> [String] { throw .permissionDenied }
}
