import Community
import Glibc
import Testing

@testable import Feeds

/// A reader on a real folder, whose events are awaited one after another.
final class Session {
  let folder: TemporaryFolder
  private let reader: FolderReader
  private var events: AsyncStream<ReaderEvent>.Iterator

  init(_ texts: [String: String], start: Bool = true) throws {
    folder = try TemporaryFolder()
    for (name, text) in texts { folder.write(name, text) }
    let (stream, continuation) = AsyncStream.makeStream(of: ReaderEvent.self)
    events = stream.makeAsyncIterator()
    reader = FolderReader(folder: folder.path, options: ReadingOptions()) { continuation.yield($0) }
    if start { reader.start() }
  }

  deinit { reader.stop() }

  func start() { reader.start() }
  func stop() { reader.stop() }
  func cancelLoad() { reader.cancelLoad() }

  /// The next snapshot, and whether it came by an append.
  func next() async -> (snapshot: Snapshot, isAppended: Bool)? {
    while let event = await events.next() {
      if case .snapshot(let snapshot, let change) = event {
        if case .appended = change { return (snapshot, true) }
        return (snapshot, false)
      }
    }
    return nil
  }

  func nextFailure() async -> FolderProblem? {
    while let event = await events.next() {
      if case .failed(let error) = event { return error }
    }
    return nil
  }

  /// Waits for a snapshot with these orders.
  func wait(forOrders ids: [String]) async -> (snapshot: Snapshot, isAppended: Bool)? {
    while let next = await next() {
      if next.snapshot.ids(.orders) == ids { return next }
    }
    return nil
  }
}

@Suite(.timeLimit(.minutes(1))) struct FolderReaderTests {
  func order(_ id: Int) -> String {
    #"{"id":\#(id),"member":"a","at":\#(1_700_000_000 + id),"amount":1}"# + "\n"
  }

  @Test func loadsThenFollows() async throws {
    let session = try Session(["orders.jsonl": order(1)])
    #expect(await session.next()?.snapshot.ids(.orders) == ["1"])
    session.folder.append("orders.jsonl", order(2))
    #expect(await session.wait(forOrders: ["1", "2"])?.isAppended == true)
    session.folder.append("orders.jsonl", String(order(3).dropLast(5)))
    session.folder.append("orders.jsonl", String(order(3).suffix(5)))
    #expect(await session.wait(forOrders: ["1", "2", "3"])?.isAppended == true)
  }

  @Test func aFileReplacedTruncatedAddedOrRemovedIsReadAnew() async throws {
    let session = try Session(["orders.jsonl": order(1) + order(2)])
    #expect(await session.next()?.snapshot.ids(.orders) == ["1", "2"])
    session.folder.write("orders.new", order(7) + order(8) + order(9))
    session.folder.move("orders.new", to: "orders.jsonl")
    #expect(await session.wait(forOrders: ["7", "8", "9"])?.isAppended == false)
    session.folder.write("orders.jsonl", order(4))
    #expect(await session.wait(forOrders: ["4"]) != nil)
    session.folder.write("orders.json", "[\(order(5))]")
    #expect(await session.wait(forOrders: ["5", "4"]) != nil)
    session.folder.delete("orders.json")
    #expect(await session.wait(forOrders: ["4"]) != nil)
    session.folder.makeFolder("orders")
    session.folder.write("orders/2026.jsonl", order(6))
    #expect(await session.wait(forOrders: ["4", "6"]) != nil)
    session.folder.append("orders/2026.jsonl", order(7))
    #expect(await session.wait(forOrders: ["4", "6", "7"])?.isAppended == true)
  }

  @Test func aFileBehindALinkIsFollowed() async throws {
    let elsewhere = try TemporaryFolder()
    elsewhere.write("file.jsonl", order(1))
    let session = try Session([:], start: false)
    symlink(elsewhere.path + "/file.jsonl", session.folder.path + "/orders.jsonl")
    session.start()
    #expect(await session.next()?.snapshot.ids(.orders) == ["1"])
    elsewhere.append("file.jsonl", order(2))
    #expect(await session.wait(forOrders: ["1", "2"])?.isAppended == true)
  }

  @Test func theProgrammeIsFollowed() async throws {
    let session = try Session(["program.json": #"{"name":"A"}"#])
    #expect(await session.next()?.snapshot.community.program.name == "A")
    session.folder.write("program.tmp", #"{"name":"B"}"#)
    session.folder.move("program.tmp", to: "program.json")
    while let (snapshot, _) = await session.next() {
      if snapshot.community.program.name == "B" { break }
    }
  }

  @Test func aFolderThatIsNotThereIsToldOf() async throws {
    let (stream, continuation) = AsyncStream.makeStream(of: ReaderEvent.self)
    var events = stream.makeAsyncIterator()
    let reader = FolderReader(folder: "/nowhere/at/all", options: ReadingOptions()) { continuation.yield($0) }
    reader.start()
    guard case .failed(let error) = await events.next() else {
      Issue.record("no failure was told")
      return
    }
    #expect(error == .notFound)
    reader.stop()
    reader.stop()
  }

  @Test func stoppingEndsTheThreadAtOnce() async throws {
    let session = try Session(["orders.jsonl": order(1)])
    #expect(await session.next() != nil)
    session.stop()
    session.folder.append("orders.jsonl", order(2))
    session.stop()
  }
}
