import Bytes
import Community
import Glibc
import Synchronization
import Testing

@testable import Feeds

private let good = #"{"member":"m1","at":1772328600,"amount":1}"#

/// Things in place of files.
@Suite struct NotAFileTests {
  /// Reads a folder with one good feed beside what `make` puts there.
  func read(_ make: (ExampleFolder) -> Void) throws -> Snapshot {
    let folder = ExampleFolder()
    folder.write("orders.ndjson", .lines(good))
    make(folder)
    let snapshot = try folder.read()
    #expect(snapshot.parties(.orders) == ["m1"])
    return snapshot
  }

  @Test(arguments: ["orders.jsonl", "orders.json", "orders.jsonl.gz", "members.jsonl", "hosts.json"])
  func aFIFOIsNotWaitedFor(name: String) throws {
    #expect(try read { $0.makeFIFO(name) }.setAsideLines == ["\(name) @0 not_a_file"])
  }

  @Test(arguments: ["orders.jsonl", "orders.json.gz", "campaigns.json"])
  func aFolder(name: String) throws {
    #expect(try read { $0.makeFolder(name) }.setAsideLines == ["\(name) @0 is_folder"])
  }

  @Test func aDevice() throws {
    #expect(
      try read { $0.link("orders.jsonl", to: "/dev/zero") }.setAsideLines == ["orders.jsonl @0 not_a_file"])
  }

  @Test func aLoopOfLinks() throws {
    let snapshot = try read { folder in
      folder.link("orders.jsonl", to: "orders.json")
      folder.link("orders.json", to: "orders.jsonl")
    }
    #expect(snapshot.setAsideLines == ["orders.json @0 symlink_loop", "orders.jsonl @0 symlink_loop"])
  }

  @Test func aLinkToNowhereIsTold() throws {
    let snapshot = try read { $0.link("orders.jsonl", to: "nowhere") }
    #expect(snapshot.report.setAside.map(\.file) == ["orders.jsonl"])
    #expect(snapshot.report.setAside.map(\.place) == [.file])
  }

  @Test func inAFolderOfPartitions() throws {
    let snapshot = try read { folder in
      folder.write("orders/c.jsonl", .lines(#"{"member":"m1","at":1772328600,"amount":"x"}"#))
      folder.makeFIFO("orders/a.jsonl")
      folder.makeFolder("orders/b.jsonl")
      folder.link("orders/d.jsonl", to: "d.jsonl")
    }
    #expect(
      snapshot.setAsideLines == [
        "orders/a.jsonl @0 not_a_file", "orders/b.jsonl @0 is_folder",
        "orders/c.jsonl:1 @0 amount wrong_type(money)", "orders/d.jsonl @0 symlink_loop",
      ])
  }

  @Test func aFolderOfPartitionsThatLinksToItself() throws {
    let snapshot = try read { folder in
      folder.link("points", to: ".")
      folder.link("surveys", to: "surveys")
    }
    #expect(snapshot.report[.orders].records == 1)
  }

  @Test func aFileInPlaceOfTheFolderOfPartitions() throws {
    #expect(try read { $0.write("points", .lines("{}")) }.report[.points].records == 0)
  }
}

/// Files that fail while they are opened or read.
@Suite struct FailingFileTests {
  func read(_ files: MemoryFiles, workers: Int = 2) throws -> Snapshot {
    try Feeds.read(
      folder: "/data", options: ReadingOptions(workers: workers, opener: files), progress: { _ in },
      isCancelled: { false })
  }

  func files(_ entry: (inout MemoryFiles.Entry) -> Void) -> MemoryFiles {
    let files = MemoryFiles()
    files.put("/data/orders.jsonl", String(repeating: good + "\n", count: 100))
    files.put("/data/orders.ndjson", good + "\n")
    var changed = files["/data/orders.jsonl"] ?? MemoryFiles.Entry()
    entry(&changed)
    files["/data/orders.jsonl"] = changed
    return files
  }

  @Test(arguments: [
    (FileReadProblem.permissionDenied, "permission_denied"), (.system(EIO), "unreadable"),
    (.symlinkLoop, "symlink_loop"),
    (.notARegularFile, "not_a_file"), (.isFolder, "is_folder"),
  ])
  func aFileThatCantBeOpened(fault: FileReadProblem, code: String) throws {
    let snapshot = try read(files { $0.openFault = fault })
    #expect(snapshot.report[.orders].records == 1)
    #expect(snapshot.setAsideLines == ["orders.jsonl @0 \(code)"])
  }

  @Test func theSystemsErrorIsTold() throws {
    let snapshot = try read(files { $0.openFault = .system(EMFILE) })
    #expect(snapshot.report.setAside.map(\.reason) == [.unreadable(EMFILE)])
  }

  @Test func aFileThatFailsInTheMiddle() throws {
    let line = good.utf8.count + 1
    let snapshot = try read(files { $0.readFault = (10 * line + 7, .system(EIO)) })
    #expect(snapshot.report[.orders].records == 11)
    #expect(snapshot.report.setAside.contains { $0.reason == .unreadable(EIO) && $0.file == "orders.jsonl" })
  }

  @Test func aFileThatIsCutWhileItIsRead() throws {
    let line = good.utf8.count + 1
    let snapshot = try read(
      files { entry in
        entry.claimedSize = entry.bytes.count
        entry.bytes.removeLast(entry.bytes.count - 20 * line - 5)
      })
    #expect(snapshot.report[.orders].records == 21)
    #expect(snapshot.report.setAside.contains { $0.reason == .shrank && $0.place == .file })
  }

  @Test func aFileThatIsEmptiedWhileItIsRead() throws {
    let snapshot = try read(
      files { entry in
        entry.claimedSize = entry.bytes.count
        entry.bytes = []
      })
    #expect(snapshot.report[.orders].records == 1)
    #expect(snapshot.faults == ["shrank"])
  }

  @Test(arguments: [1, 3, 100])
  func shortReadsAndSignalsDontShow(size: Int) throws {
    let snapshot = try read(
      files { entry in
        entry.largestRead = size
        entry.isInterrupted = true
      })
    #expect(snapshot.report[.orders].records == 101)
    #expect(snapshot.setAsideLines == [])
  }

  @Test func aCutArray() throws {
    let files = MemoryFiles()
    files.put("/data/orders.json", "[\(good),\(good),\(good)]")
    files["/data/orders.json"]?.claimedSize = 1000
    files["/data/orders.json"]?.bytes.removeLast(20)
    let snapshot = try read(files)
    #expect(snapshot.report[.orders].records == 2)
    #expect(snapshot.faults.contains("shrank"))
  }

  @Test func aProgrammeThatCantBeOpened() throws {
    let files = MemoryFiles()
    files.put("/data/program.json", "{}")
    files.put("/data/orders.jsonl", good + "\n")
    files["/data/program.json"]?.openFault = .permissionDenied
    let snapshot = try read(files)
    #expect(snapshot.report[.orders].records == 1)
    #expect(snapshot.report.programProblems == [.unreadable(.permissionDenied, line: nil, column: nil)])
  }
}

/// Folders of more files than a process may hold open.
@Suite struct ManyFilesTests {
  @Test func fewAreOpenAtATime() throws {
    let folder = ExampleFolder()
    for number in 0..<600 { folder.write("orders/\(1000 + number).jsonl", .lines(good, "{}")) }
    let opener = CountingOpener()
    let snapshot = try folder.read(ReadingOptions(opener: opener))
    #expect(snapshot.report[.orders].records == 600)
    #expect(snapshot.report.setAside.count == 600)
    #expect(opener.most <= 200)
  }
}

/// Counts the files that are open at a time.
private final class CountingOpener: FileOpener {
  private let counts = Mutex((now: 0, most: 0))

  var most: Int { counts.withLock { $0.most } }

  private final class Counted: OpenFile {
    let file: any OpenFile
    let opener: CountingOpener
    init(_ file: any OpenFile, _ opener: CountingOpener) {
      self.file = file
      self.opener = opener
      opener.counts.withLock { counts in
        counts.now += 1
        counts.most = max(counts.most, counts.now)
      }
    }
    deinit { opener.counts.withLock { $0.now -= 1 } }
    func status() throws(FileReadProblem) -> FileStatus { try file.status() }
    func read(into buffer: MutableBufferView<UInt8>, at offset: Int64) throws(FileReadProblem) -> Int {
      try file.read(into: buffer, at: offset)
    }
  }

  func open(_ path: String) throws(FileReadProblem) -> any OpenFile {
    Counted(try SystemFiles().open(path), self)
  }
  func kind(of path: String) throws(FileReadProblem) -> FileKind { try SystemFiles().kind(of: path) }
  func names(in folder: String) throws(FileReadProblem) -> [String] { try SystemFiles().names(in: folder) }
}

/// Packed files that are broken.
@Suite struct BrokenGzipTests {
  let packed = gzip(String(repeating: good + "\n", count: 1000))

  func read(_ bytes: [UInt8]) throws -> Snapshot {
    let snapshot = try snapshot(["orders.jsonl.gz": .bytes(bytes), "orders.ndjson": .lines(good)])
    #expect(snapshot.report[.orders].records >= 1)
    return snapshot
  }

  @Test func oneThatBreaksOffKeepsWhatCameBefore() throws {
    let snapshot = try read(Array(packed.dropLast(packed.count / 2)))
    #expect(snapshot.faults.contains("gzip_truncated"))
    #expect(snapshot.report[.orders].records > 1)
    #expect(snapshot.report[.orders].records < 1001)
  }

  @Test func oneWithoutItsLastBytes() throws {
    let snapshot = try read(Array(packed.dropLast(4)))
    #expect(snapshot.faults == ["gzip_truncated"])
    #expect(snapshot.report[.orders].records == 1001)
  }

  @Test func oneThatIsNone() throws {
    #expect(try read(Array("{}\n".utf8)).faults == ["not_packed"])
    #expect(try read(Array("words\n".utf8)).faults == ["gzip_damaged"])
    #expect(try read([]).faults == ["gzip_truncated"])
  }

  @Test func oneWithSomethingBehindIt() throws {
    let snapshot = try read(packed + Array("behind".utf8))
    #expect(snapshot.faults == ["gzip_trailing_bytes"])
    #expect(snapshot.report[.orders].records == 1001)
  }

  @Test func oneWithAWrongChecksum() throws {
    var bytes = packed
    bytes[bytes.count - 6] ^= 0xFF
    let snapshot = try read(bytes)
    #expect(snapshot.faults == ["gzip_damaged"])
    #expect(snapshot.report[.orders].records == 1001)
  }

  @Test func anArrayThatBreaksOff() throws {
    let array = gzip("[" + Array(repeating: good, count: 1000).joined(separator: ",") + "]")
    let snapshot = try snapshot(["orders.json.gz": .bytes(Array(array.dropLast(20)))])
    #expect(snapshot.report[.orders].records > 0)
    #expect(snapshot.faults.contains("gzip_truncated"))
  }
}

/// Records that are deep, long, or both.
@Suite struct LargeRecordTests {
  @Test(arguments: ["[", "{\"a\":"])
  func nestingOfAHundredThousand(open: String) throws {
    let close = open == "[" ? "]" : "}"
    let deep = String(repeating: open, count: 100_000) + "1" + String(repeating: close, count: 100_000)
    let record = #"{"member":"m2","at":1772328600,"amount":1,"x":\#(deep)}"#
    let lines = try snapshot(["orders.jsonl": .lines(good, record, deep, good)])
    #expect(lines.parties(.orders) == ["m1", "m1"])
    #expect(lines.faults == ["too_deep", "too_deep"])
    let array = try snapshot(["orders.json": .text("[\(good),\(record),\(deep),\(good)]")])
    #expect(array.parties(.orders) == ["m1", "m1"])
    #expect(array.faults == ["too_deep", "too_deep"])
  }

  @Test func nestingThatNeverEnds() throws {
    let deep = String(repeating: "[", count: 100_000)
    let lines = try snapshot(["orders.jsonl": .lines(good, deep, good)])
    #expect(lines.parties(.orders) == ["m1", "m1"])
    #expect(lines.report.setAside.map(\.place) == [.line(2)])
    let array = try snapshot(["orders.json": .text("[\(good),\(deep)")])
    #expect(array.parties(.orders) == ["m1"])
    #expect(array.faults == ["broke_off"])
  }

  @Test func nestingThatIsStillTaken() throws {
    let deep = String(repeating: "[", count: 1000) + String(repeating: "]", count: 1000)
    let record = #"{"member":"m2","at":1772328600,"amount":1,"x":\#(deep)}"#
    #expect(try snapshot(["orders.jsonl": .lines(record)]).parties(.orders) == ["m2"])
  }

  /// Reads a file in memory of which one part is long and made only when it's read.
  func read(_ parts: [SparseFile.Part], _ name: String = "orders.jsonl") throws -> Snapshot {
    let opener = SparseOpener(name: name, parts: parts)
    return try Feeds.read(
      folder: "/data", options: ReadingOptions(opener: opener), progress: { _ in }, isCancelled: { false })
  }

  static let head = good + "\n" + #"{"member":"m2","at":1772328600,"x":""#
  static let tail = #"","amount":2}"# + "\n" + good + "\n"

  @Test func aLineOf200MBIsRead() throws {
    let snapshot = try read([.text(Self.head), .filler(200_000_000), .text(Self.tail)])
    #expect(snapshot.parties(.orders) == ["m1", "m2", "m1"])
    #expect(snapshot.setAsideLines == [])
  }

  @Test func aLineOver256MiBIsSetAside() throws {
    let snapshot = try read([.text(Self.head), .filler(257 << 20), .text(Self.tail), .text("{}\n")])
    #expect(snapshot.parties(.orders) == ["m1", "m1"])
    let offset = good.utf8.count + 1
    let last = Self.head.utf8.count + 257 << 20 + Self.tail.utf8.count
    #expect(
      snapshot.setAsideLines == [
        "orders.jsonl:2 @\(offset) too_long", "orders.jsonl:4 @\(last) member missing",
      ])
  }

  @Test func aLastLineOver256MiBWithoutNewline() throws {
    let snapshot = try read([.text(Self.head), .filler(300 << 20)])
    #expect(snapshot.parties(.orders) == ["m1"])
    #expect(snapshot.setAsideLines == ["orders.jsonl:2 @\(good.utf8.count + 1) too_long"])
  }

  @Test func anElementOver256MiBIsSetAside() throws {
    let head = "[\(good),{\"member\":\"m2\",\"at\":1772328600,\"x\":\""
    let tail = "\",\"amount\":2},\(good),{}]"
    let snapshot = try read([.text(head), .filler(257 << 20), .text(tail)], "orders.json")
    #expect(snapshot.parties(.orders) == ["m1", "m1"])
    #expect(snapshot.report.setAside.map(\.place) == [.index(1), .index(3)])
    #expect(snapshot.report.setAside.first?.offset == Int64(good.utf8.count + 2))
    #expect(snapshot.faults == ["too_long", "member missing"])
  }
}

/// A folder of one file that is made as it's read.
private struct SparseOpener: FileOpener {
  let name: String
  let parts: [SparseFile.Part]

  func open(_ path: String) throws(FileReadProblem) -> any OpenFile {
    guard path == "/data/" + name else { throw .notFound }
    return SparseFile(parts)
  }

  func kind(of path: String) throws(FileReadProblem) -> FileKind {
    switch path {
    case "/data": .folder
    case "/data/" + name: .file
    default: throw .notFound
    }
  }

  func names(in folder: String) throws(FileReadProblem) -> [String] { folder == "/data" ? [name] : [] }
}

final class SparseFile: OpenFile {
  enum Part {
    case text(String)
    /// So many letters x.
    case filler(Int)

    var count: Int {
      switch self {
      case .text(let text): text.utf8.count
      case .filler(let count): count
      }
    }
  }

  private let parts: [(bytes: [UInt8]?, start: Int, end: Int)]

  init(_ parts: [Part]) {
    var start = 0
    self.parts = parts.map { part in
      defer { start += part.count }
      if case .text(let text) = part { return (Array(text.utf8), start, start + part.count) }
      return (nil, start, start + part.count)
    }
  }

  func status() throws(FileReadProblem) -> FileStatus {
    FileStatus(device: 1, inode: 1, size: Int64(parts.last?.end ?? 0), modified: 0)
  }

  func read(into buffer: MutableBufferView<UInt8>, at offset: Int64) throws(FileReadProblem) -> Int {
    var place = Int(offset)
    var filled = 0
    for part in parts where place < part.end && filled < buffer.count {
      let count = min(part.end - place, buffer.count - filled)
      let target = buffer.extracting(filled..<filled + count)
      if let bytes = part.bytes {
        target.fill(from: bytes[(place - part.start)..<(place - part.start + count)])
      } else {
        target.fill(UInt8(ascii: "x"))
      }
      place += count
      filled += count
    }
    return filled
  }
}
