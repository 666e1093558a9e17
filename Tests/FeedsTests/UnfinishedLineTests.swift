import Bytes
import Community
import JSONTape
import Testing

@testable import Feeds

/// A last line without a newline: it may still be being written.
@Suite struct UnfinishedLineTests {
  private static let order = #"{"id":1,"member":"a","at":1772328600,"amount":1}"#

  @Test func aWholeLineAppendedWithoutNewlineWaitsForIt() throws {
    var folder = try Followed(["orders.jsonl": ""])
    folder.append("orders.jsonl", Self.order)
    #expect(folder.look("orders.jsonl") == "nothing")
    #expect(folder.snapshot.ids(.orders) == [])
    folder.append("orders.jsonl", "\n")
    #expect(folder.look("orders.jsonl") == "rows orders touched [0] new 0..<1")
    #expect(folder.snapshot.ids(.orders) == ["1"])
  }

  @Test func itIsToldOfWithItsLineUntilItIsWhole() throws {
    var folder = try Followed(["orders.jsonl": Self.order + "\n"])
    folder.append("orders.jsonl", "{\"id\":2,")
    #expect(folder.look("orders.jsonl") == "nothing")
    #expect(folder.follower.hasUntoldLine)
    folder.follower.takeUpReport()
    #expect(folder.snapshot.report.notes == [.unfinishedLine(file: "orders.jsonl", line: 2)])
    #expect(!folder.follower.hasUntoldLine)
    folder.append("orders.jsonl", "\"member\":\"a\",\"at\":1772328600,\"amount\":2}\n")
    _ = folder.look("orders.jsonl")
    #expect(folder.snapshot.report.notes == [])
    #expect(folder.snapshot.aside == [])
  }

  @Test func inReportsItIsNoRecordSetAside() throws {
    for tail in [
      "{", "{\"id\"", "{\"id\":2,", "{\"id\":-", "{\"id\":2.", "{\"ok\":tr", "{\"id\":\"a\\u00",
      "{\"id\":\"a\\",
    ] {
      let files = MemoryFiles()
      files.put("/folder/orders.jsonl", Self.order + "\n" + tail)
      let snapshot = try read(folder: "/folder", options: ReadingOptions(workers: 2, opener: files))
      #expect(snapshot.aside == [], "\(tail)")
      #expect(snapshot.report[.orders].recordsSetAside == 0)
      #expect(snapshot.report.notes == [.unfinishedLine(file: "orders.jsonl", line: 2)], "\(tail)")
    }
    let files = MemoryFiles()
    files.put("/folder/orders.jsonl", Self.order + "\n" + Self.order.replacing("1", with: "2"))
    let snapshot = try read(folder: "/folder", options: ReadingOptions(workers: 2, opener: files))
    #expect(snapshot.ids(.orders) == ["1", "2"])
    #expect(snapshot.report.notes == [])
  }

  @Test func whatCanNotBecomeARecordIsSetAside() throws {
    for tail in ["{\"id\":2,}", "nonsense", "{\"id\":01", "{\"id\":\"\\x"] {
      let files = MemoryFiles()
      files.put("/folder/orders.jsonl", Self.order + "\n" + tail)
      let snapshot = try read(folder: "/folder", options: ReadingOptions(workers: 2, opener: files))
      #expect(snapshot.report.setAside.count == 1, "\(tail)")
      #expect(snapshot.report.notes == [], "\(tail)")
    }
  }

  /// Every beginning of a document may go on.
  @Test func everyBeginningOfARecordIsCutOff() {
    let text = #"{"id":-12.5e+3,"名":"茶\n\ud83c\udf75","ok":[true,false,null],"x":{}}"#
    let bytes = Array(text.utf8)
    for end in 1..<bytes.count {
      bytes[..<end].withView { part in
        #expect(PlacedJSONProblem.isCutOff(part, by: .unknown), "\(String(decoding: part, as: UTF8.self))")
      }
    }
  }
}

/// The same in a folder on disk.
@Suite(.timeLimit(.minutes(1))) struct UnfinishedLineOnDiskTests {
  @Test func aLineWithoutNewlineIsToldOfAfterAWhile() async throws {
    let session = try Session(["orders.jsonl": ""])
    #expect(await session.next()?.snapshot.ids(.orders) == [])
    session.folder.append("orders.jsonl", #"{"id":1,"member":"a","at":1772328600,"amount":1}"#)
    let told = await session.next()
    #expect(told?.snapshot.report.notes == [.unfinishedLine(file: "orders.jsonl", line: 1)])
    #expect(told?.snapshot.ids(.orders) == [])
    session.folder.append("orders.jsonl", "\n")
    #expect(await session.wait(forOrders: ["1"])?.snapshot.report.notes == [])
  }
}
