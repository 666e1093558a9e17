import Community
import Testing

@testable import Feeds

private let one = #"{"member":"m1","at":1772328600,"amount":1}"#
private let two = #"{"member":"m2","at":1772328600,"amount":2}"#

/// What a file holds counts, not only what its name says.
@Suite struct FileContentsTests {
  @Test func aRecordALineInAJSONFileIsRead() throws {
    for text in ["\(one)\n\(two)\n", "\u{FEFF}\(one)\r\n\(two)\r\n", "\n\n\(one)\n\(two)"] {
      for snapshot in [
        try snapshot(["orders.json": .text(text)]), try snapshot(["orders.json.gz": .gzipped(text)]),
        try snapshot(["orders/a.json": .text(text)]),
      ] {
        #expect(snapshot.parties(.orders) == ["m1", "m2"])
        #expect(snapshot.report.setAside == [])
      }
    }
  }

  @Test func aLineThatIsLongerThanWhatIsLookedAt() throws {
    let long =
      #"{"member":"m1","at":1772328600,"amount":1,"category":"\#(String(repeating: "x", count: 9000))"}"#
    #expect(try snapshot(["orders.json": .lines(long, two)]).parties(.orders) == ["m1", "m2"])
  }

  @Test func anArrayInALinesFileIsRead() throws {
    for text in ["[\(one),\(two)]\n", "[\n \(one),\n \(two)\n]\n"] {
      for name in ["orders.jsonl", "orders.ndjson"] {
        let folder = ExampleFolder()
        folder.write(name, .text(text))
        let snapshot = try folder.read()
        #expect(snapshot.parties(.orders) == ["m1", "m2"])
        #expect(snapshot.report.setAside == [])
      }
    }
    // An array on a line of its own among others is a line that is none of records.
    let among = try snapshot(["orders.jsonl": .lines("[\(one)]", two)])
    #expect(among.parties(.orders) == ["m2"])
    // An array of something else is a line that is no record.
    let other = try snapshot(["orders.jsonl": .lines("[1,2]", one)])
    #expect(other.parties(.orders) == ["m1"])
    #expect(other.faults == ["not_an_object"])
  }

  @Test func theKeyOfAnArrayIsNamed() throws {
    let texts = [
      #"{"data":[\#(one)]}"#, "{\"data\": [\n  \(one)\n]}", "{\n \"total\": 1,\n \"data\": [\n \(one)\n]}",
      #"{"ok":true,"data":[\#(one)],"next":null}"#,
    ]
    for text in texts {
      for snapshot in [
        try snapshot(["orders.json": .text(text)]), try snapshot(["orders.json.gz": .gzipped(text)]),
      ] {
        #expect(snapshot.report.setAside.map(\.reason) == [.notAnArray])
        #expect(snapshot.report.setAside.map(\.hint) == ["data"])
        #expect(snapshot.report.setAside.map(\.place) == [.file])
        #expect(snapshot.report.isWithoutData)
      }
    }
    // A record may hold an array.
    let complaint = #"{"id":"k","member":"m1","at":1772328600,"events":[{"at":1772328700,"type":"staff"}]}"#
    #expect(try snapshot(["complaints.json": .lines(complaint)]).parties(.complaints) == ["m1"])
  }

  static let packed: [(name: String, bytes: [UInt8], reason: SetAsideProblem)] = [
    ("orders.jsonl", gzip(one + "\n"), .packed(.gzip)), ("orders.json", gzip("[\(one)]"), .packed(.gzip)),
    ("orders.jsonl", [0x28, 0xB5, 0x2F, 0xFD, 4, 0], .packed(.zstd)),
    ("orders.jsonl.gz", [0x28, 0xB5, 0x2F, 0xFD, 4, 0], .packed(.zstd)),
    ("orders.json", [0x50, 0x4B, 3, 4, 0, 0], .packed(.zip)),
    ("orders.jsonl.gz", Array((one + "\n").utf8), .notPacked),
    ("orders.json.gz", Array("[\(one)]".utf8), .notPacked),
    ("orders.jsonl.gz", gzip(bytes: gzip(one + "\n")), .packedTwice),
    ("orders.jsonl", utf16(one + "\n", mark: true), .utf16),
    ("orders.jsonl", utf16(one + "\n", mark: false), .utf16),
    ("orders.json", utf16("[\(one)]", mark: true), .utf16),
  ]

  @Test(arguments: 0..<packed.count)
  func whatIsPackedOrEncodedOtherwiseIsNamed(number: Int) throws {
    let (name, bytes, reason) = Self.packed[number]
    let folder = ExampleFolder()
    folder.write(name, .bytes(bytes))
    folder.write("orders/z.jsonl", .lines(two))
    let snapshot = try folder.read()
    #expect(snapshot.parties(.orders) == ["m2"])
    #expect(snapshot.report.setAside.map(\.reason) == [reason])
    #expect(snapshot.report.setAside.map(\.place) == [.file])
    #expect(snapshot.report.unreadFiles.map(\.file) == [name])
  }

  @Test func aTableOrAPageUnderTheNameOfAFeedIsNamed() throws {
    for text in ["id,amount\n1,2\n", "\u{FEFF}id;amount\r\n1;2\r\n", "\"id\"\t\"amount\"\n\"1\"\t\"2\"\n"] {
      let folder = ExampleFolder()
      folder.write("orders.jsonl", .text(text))
      #expect(try folder.read().report.setAside.map(\.reason) == [.otherFormat(.table)])
    }
    let page = try snapshot(["orders.json": "<!DOCTYPE html>\n<html></html>\n"])
    #expect(page.report.setAside.map(\.reason) == [.otherFormat(.markup)])
    // One bad line doesn't make a table of a file.
    let lines = try snapshot(["orders.jsonl": .lines("a,b", one)])
    #expect(lines.parties(.orders) == ["m1"])
  }

  private static func utf16(_ text: String, mark: Bool) -> [UInt8] {
    (mark ? [0xFF, 0xFE] : []) + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }
}

/// Files and folders under other names than those of feeds.
@Suite struct StrayTests {
  @Test func theCase() throws {
    let folder = ExampleFolder()
    for (name, text) in [
      ("Members.jsonl", #"{"id":"m1"}"#), ("member.json", #"[{"id":"m2"}]"#),
      ("orders.csv", "id,amount\n1,2\n"),
      ("decisions.sync-conflict-20261101-101010-ABCDEFG.jsonl", ""), ("expect.txt", "words"),
      ("orders/part-0.JSONL", one + "\n"), ("orders/year=2026/part-0.jsonl", two + "\n"),
    ] { folder.write(name, .text(text)) }
    let snapshot = try folder.read()
    // Capitals in an ending, and folders in a feed's, are read.
    #expect(snapshot.parties(.orders) == ["m1", "m2"])
    #expect(
      snapshot.report.strays.map { "\($0.path) \($0.nearest ?? "-") \($0.advice)" } == [
        "Members.jsonl members.jsonl rename",
        #"decisions.sync-conflict-20261101-101010-ABCDEFG.jsonl decisions.jsonl copy(of: "decisions.jsonl")"#,
        "expect.txt - none", "member.json members.json rename", "orders.csv orders.jsonl importFile",
      ])
    #expect(snapshot.report.problemCount == 4)
  }

  static let names: [(name: String, nearest: String?, advice: StrayEntry.Advice)] = [
    ("customers.json", "members.json", .rename), ("会员.json", "members.json", .rename),
    ("会员名单2026.xlsx", "members.jsonl", .importFile), ("订单.csv", "orders.jsonl", .importFile),
    ("营销活动.json", "campaigns.json", .rename), ("orders-2026-11.jsonl", "orders.jsonl", .rename),
    ("orders_final.json", "orders.json", .rename), ("order.ndjson", "orders.ndjson", .rename),
    ("orders.jsonl.zst", "orders.jsonl", .unpack(.zstd)), ("orders.json.zip", "orders.json", .unpack(.zip)),
    ("orders.jsonl.txt", "orders.jsonl", .rename), ("activty.jsonl", "activity.jsonl", .rename),
    ("orders", "orders.jsonl", .rename), ("program.JSON", "program.json", .rename),
    ("programme.json", "program.json", .rename), ("export.json", nil, .name), ("data.csv", nil, .importFile),
    ("README.md", nil, .none), ("photo.png", nil, .none), ("recall-2026-03-01.csv", nil, .none),
    ("notes.txt", nil, .none),
  ]

  @Test(arguments: 0..<names.count)
  func whatANameTells(number: Int) throws {
    let (name, nearest, advice) = Self.names[number]
    let folder = ExampleFolder()
    folder.write(name, "{}")
    let stray = try #require(try folder.read().report.strays.first)
    #expect(stray.path == name)
    #expect(stray.nearest == nearest)
    #expect(stray.advice == advice)
  }

  @Test func aNameThatIsTakenLeadsIntoTheFolder() throws {
    let snapshot = try snapshot(["orders.jsonl": .lines(one), "orders-11.jsonl": .lines(two)])
    #expect(snapshot.report.strays.map(\.advice) == [.moveInto("orders/")])
    let copy = try snapshot2("orders (1).jsonl")
    #expect(copy == [.copy(of: "orders.jsonl")])
  }

  private func snapshot2(_ name: String) throws -> [StrayEntry.Advice] {
    let folder = ExampleFolder()
    folder.write("orders.jsonl", .lines(one))
    folder.write(name, .lines(one))
    return try folder.read().report.strays.map(\.advice)
  }

  @Test func foldersAreToldToo() throws {
    let snapshot = try snapshot([
      "Orders/a.jsonl": .lines(one), "shop/orders.jsonl": .lines(one), "pictures/a.png": "x",
      ".git/config": "x", "_SUCCESS": "",
    ])
    #expect(
      snapshot.report.strays.map { "\($0.path) \($0.advice)" } == [
        "Orders rename", "pictures none", "shop openFolder",
      ])
    #expect(snapshot.report.isWithoutData)
  }

  @Test func partsInFoldersAreReadInOrderOfPaths() throws {
    let folder = ExampleFolder()
    folder.write("orders/b.jsonl", .lines(two))
    folder.write("orders/a/2026/11/part.jsonl.GZ", .gzippedLines(one))
    folder.write("orders/_temporary/part.jsonl", .lines(one))
    folder.write("orders/.tmp/part.jsonl", .lines(one))
    folder.write("orders/_SUCCESS", "")
    folder.write("orders/note.csv", "a,b")
    folder.link("orders/loop", to: folder.path)
    let snapshot = try folder.read()
    #expect(
      snapshot.report[.orders].files.map(\.path) == ["orders/a/2026/11/part.jsonl.GZ", "orders/b.jsonl"])
    #expect(snapshot.parties(.orders) == ["m1", "m2"])
    #expect(snapshot.report.strays.map(\.path) == ["orders/loop", "orders/note.csv"])
  }

  @Test func aFileThatMayNotBeOpenedIsToldAndTheOthersAreRead() throws {
    let files = MemoryFiles()
    for number in 0..<300 { files.put("/f/orders/\(number).jsonl", one + "\n") }
    files["/f/orders/7.jsonl"]?.openFault = .permissionDenied
    let snapshot = try Feeds.read(folder: "/f", options: ReadingOptions(opener: files))
    #expect(snapshot.report[.orders].records == 299)
    #expect(snapshot.report.unreadFiles.map(\.file) == ["orders/7.jsonl"])
    #expect(snapshot.report.unreadFiles.map(\.reason) == [.permissionDenied])
  }

  @Test func anEmptyFolderIsWithoutData() throws {
    #expect(try snapshot([:]).report.isWithoutData)
    #expect(try snapshot(["program.json": "{}"]).report.isWithoutData)
    #expect(try !snapshot(["orders.jsonl": ""]).report.isWithoutData)
  }
}
