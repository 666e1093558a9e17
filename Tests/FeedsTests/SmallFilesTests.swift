import Community
import Testing

@testable import Feeds

/// Folders of very many small files must come out as one file with the same records, and their records must stand in
/// few segments, as a row can't say the number of more than 65,536.
@Suite struct SmallFilesTests {
  func order(_ number: Int) -> String {
    #"{"id":"o\#(number)","member":"m\#(number * 7919 % 5003)","at":\#(1_700_000_001 + number),"amount":\#(number)}"#
      + "\n"
  }

  /// A member's orders, oldest first.
  func amounts(_ snapshot: Snapshot, _ id: String) throws -> [Int64?] {
    let member = try #require(snapshot.community.member(id: id))
    return snapshot.community.rows(.orders, of: member).map { row in
      let (segment, offset) = snapshot.community[.orders][row]
      #expect(segment.party(offset).member == member)
      return segment.integer(OrderField.amount, offset)
    }
  }

  @Test func seventyThousandFilesOfALineReadAsOneFile() throws {
    let count = 70_000
    let folder = try TemporaryFolder()
    folder.makeFolder("orders")
    for number in 0..<count { folder.write("orders/\(100_000 + number).jsonl", order(number)) }
    let options = ReadingOptions(machineZone: .utc, workers: 2)
    let many = try read(folder: folder.path, options: options)
    let one = try load(["orders.jsonl": (0..<count).map(order).joined()])

    #expect(many.report.setAside.isEmpty)
    #expect(many.report[.orders].records == count)
    #expect(many.report[.orders].files.count == count)
    #expect(many.report[.orders].files.allSatisfy { $0.records == 1 })
    #expect(many.community[.orders].segments.count < 20)
    #expect(many.ids(.orders) == one.ids(.orders))
    #expect(many.community.members.count == 5003 && one.community.members.count == 5003)
    for member in 0..<5003 {
      let id = "m\(member)"
      #expect(try amounts(many, id) == amounts(one, id))
    }
    many.community[.orders]._checkInvariants()
    many.community[historyOf: .orders]._checkInvariants(many.community[.orders])
  }

  @Test func smallFilesShareSegmentsAndKeepTheirPlaces() throws {
    let files = MemoryFiles()
    var expected: [String] = []
    for number in 0..<600 {
      let name = "\(1000 + number)"
      switch number % 5 {
      case 0: files.put("/folder/orders/\(name).json", "[\(order(number)),\(order(number + 1000))]")
      case 1: files.put("/folder/orders/\(name).jsonl", order(number) + "{\n" + order(number + 1000))
      case 2: files.put("/folder/orders/\(name).jsonl.gz", gzip(order(number)))
      case 3: files.put("/folder/orders/\(name).jsonl", "")
      default: files.put("/folder/orders/\(name).jsonl", String(order(number).dropLast()))
      }
      switch number % 5 {
      case 0, 1: expected += ["o\(number)", "o\(number + 1000)"]
      case 3: break
      default: expected.append("o\(number)")
      }
    }
    for workers in 1...3 {
      let snapshot = try load(files, workers: workers)
      #expect(snapshot.ids(.orders) == expected)
      #expect(snapshot.community[.orders].segments.count == 1)
      #expect(snapshot.report[.orders].files.map(\.records) == (0..<600).map { [2, 2, 1, 0, 1][$0 % 5] })
      #expect(snapshot.report.setAside.count == 120)
      #expect(snapshot.aside.first == "orders/1001.jsonl:2@\(order(1).utf8.count) - broken_json")
    }
  }

  @Test func aFileReplacedOrShortenedAfterItWasOpenedIsntMixedUp() throws {
    let files = MemoryFiles()
    for number in 0..<200 { files.put("/folder/orders/\(1000 + number).jsonl", order(number)) }
    files["/folder/orders/1150.jsonl"]?.claimedSize = 5000
    files["/folder/orders/1160.jsonl"]?.readFault = (10, .system(5))
    let snapshot = try load(files)
    #expect(
      snapshot.aside == [
        "orders/1150.jsonl@\(order(150).utf8.count) - shrank", "orders/1160.jsonl@10 - unreadable",
      ])
    #expect(snapshot.report[.orders].records == 199)
  }

  @Test func filesInTheMiddleAreFollowed() throws {
    var texts: [String: String] = [:]
    for number in 0..<300 { texts["orders/\(1000 + number).jsonl"] = order(number) }
    var folder = try Followed(texts)
    folder.append("orders/1200.jsonl", order(9000))
    #expect(folder.look("orders/1200.jsonl").hasPrefix("rows orders touched"))
    #expect(folder.snapshot.report[.orders].files[200].records == 2)
    #expect(folder.look("orders/1200.jsonl") == "nothing")
    #expect(folder.lookAtAll() == "nothing")
  }

  @Test func aTableWithoutRoomForOneMoreSegmentIsReadAnew() throws {
    let files = MemoryFiles()
    files.put("/folder/orders.jsonl", order(0))
    let options = ReadingOptions(workers: 1, opener: files)
    let listing = try FolderListing("/folder", opener: files)
    var reading = try Loading(
      "/folder", options, isFollowed: true, progress: { _ in }, isCancelled: { false }
    )
    .run(listing)
    reading.largestSegmentCount = 2
    var follower = Follower("/folder", options, listing, reading)
    func append(_ numbers: Range<Int>) -> Follower.Finding {
      files["/folder/orders.jsonl"]?.bytes += numbers.flatMap { Array(order($0).utf8) }
      files["/folder/orders.jsonl"]?.modified += 1
      return follower.look(FolderChanges(everything: true))
    }
    guard case .appended = append(1..<4000) else {
      return #expect(Bool(false), "the second segment has room")
    }
    guard case .appended = append(4000..<4090) else { return #expect(Bool(false), "it has room for more") }
    guard case .reload = append(4090..<4200) else { return #expect(Bool(false), "there's no third segment") }
  }
}
