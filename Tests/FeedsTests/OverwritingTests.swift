import Bytes
import Community
import Glibc
import Testing

@testable import Feeds

/// Bytes that are overwritten in place, away from the end and without a change of size.
@Suite struct OverwritingTests {
  private static func order(_ id: Int, _ amount: Int = 10) -> String {
    #"{"id":\#(id),"member":"a","at":1772328600,"amount":\#(amount)}"# + "\n"
  }

  private static func orders(_ range: Range<Int>) -> String { range.map { order($0) }.joined() }

  @Test func anOverwrittenByteIsFoundWhateverSizeAndTimeSay() throws {
    for isTimeNew in [true, false] {
      var folder = try Followed(["orders.jsonl": Self.orders(0..<100)])
      folder.overwrite("orders.jsonl", at: 50, isTimeNew: isTimeNew)
      #expect(folder.look("orders.jsonl") == "nothing")
      #expect(folder.verify() == .changed)
    }
  }

  @Test func overwritingIsFoundThoughSomethingWasAppended() throws {
    var folder = try Followed(["orders.jsonl": Self.orders(0..<100)])
    folder.overwrite("orders.jsonl", at: 50)
    folder.append("orders.jsonl", Self.order(100))
    #expect(folder.look("orders.jsonl") == "rows orders touched [0] new 1..<1")
    #expect(folder.verify() == .changed)
  }

  @Test func whatWasAppendedIsWatchedToo() throws {
    var folder = try Followed(["orders.jsonl": Self.orders(0..<100)])
    let end = folder.files["/folder/orders.jsonl"]?.bytes.count ?? 0
    folder.append("orders.jsonl", Self.orders(100..<200))
    _ = folder.look("orders.jsonl")
    #expect(folder.verify() == .unchanged)
    folder.overwrite("orders.jsonl", at: end + 50)
    _ = folder.look("orders.jsonl")
    #expect(folder.verify() == .changed)
  }

  @Test func whatIsOnlyAppendedStaysAsItWasReadAndIsKeptAsOnePiece() throws {
    var folder = try Followed(["orders.jsonl": Self.orders(0..<10)])
    for step in 1..<20 {
      // Every other line comes in two parts.
      let line = Self.order(10 + step)
      folder.append("orders.jsonl", String(line.prefix(step % 2 == 0 ? 100 : 20)))
      _ = folder.look("orders.jsonl")
      folder.append("orders.jsonl", String(line.dropFirst(step % 2 == 0 ? 100 : 20)))
      _ = folder.look("orders.jsonl")
      if step % 5 == 0 { #expect(folder.verify() == .unchanged) }
    }
    #expect(folder.verify() == .unchanged)
    #expect(folder.follower.reading.cursors["orders.jsonl"]?.fingerprint.pieces.count == 1)
    #expect(folder.snapshot.ids(.orders).count == 29)
  }

  @Test func aByteOrderMarkAndALineWithoutNewlineAreNoChange() throws {
    for text in [
      "\u{FEFF}" + Self.orders(0..<3), String(Self.orders(0..<3).dropLast()), Self.orders(0..<3) + "{\"id\"",
    ] {
      var folder = try Followed(["orders.jsonl": text])
      _ = folder.look("orders.jsonl")
      #expect(folder.verify() == .unchanged)
    }
  }

  /// Large files are read in ranges by several threads.
  @Test func everyPlaceOfALargeFileIsWatched() throws {
    let text = Self.orders(0..<30_000)
    var folder = try Followed(["orders.jsonl": text])
    #expect(folder.follower.reading.cursors["orders.jsonl"]?.fingerprint.pieces.count ?? 0 > 1)
    #expect(folder.lookAtAll() == "nothing")
    _ = folder.look("orders.jsonl")
    #expect(folder.verify() == .unchanged)
    let count = text.utf8.count
    for place in [0, 1, count / 7, count / 2, count / 2 + 1, count - 100] {
      var changed = folder
      changed.overwrite("orders.jsonl", at: place)
      _ = changed.look("orders.jsonl")
      #expect(changed.verify() == .changed, "\(place)")
      changed.overwrite("orders.jsonl", at: place)
    }
  }

  @Test func checksumsDependOnEveryByteAndNotOnHowBytesCome() {
    var random = SystemRandomNumberGenerator()
    let bytes = (0..<300).map { _ in UInt8.random(in: 0...255, using: &random) }
    func sum(_ bytes: [UInt8], cuts: [Int] = []) -> Checksum {
      var sum = Checksum()
      var start = 0
      for end in cuts + [bytes.count] {
        bytes[start..<end].withView { sum.add($0) }
        start = end
      }
      return sum
    }
    let whole = sum(bytes)
    for first in stride(from: 0, through: 300, by: 7) {
      for second in stride(from: first, through: 300, by: 11) {
        #expect(sum(bytes, cuts: [first, second]) == whole)
      }
    }
    for place in bytes.indices {
      for bit in 0..<8 {
        var other = bytes
        other[place] ^= 1 << bit
        #expect(sum(other) != whole)
        // The highest bits of two words, too.
        if place + 32 < bytes.count {
          other[place + 32] ^= 1 << bit
          #expect(sum(other) != whole)
        }
      }
    }
    #expect(sum(bytes + [0]) != whole)
  }
}

/// The same in a folder on disk, through the kernel's word.
@Suite(.timeLimit(.minutes(1))) struct OverwritingOnDiskTests {
  @Test func anAmountOverwrittenInPlaceIsReadByItself() async throws {
    func order(_ id: Int) -> String {
      #"{"id":\#(id),"member":"a","at":\#(1_772_328_600 + id),"amount":10}"# + "\n"
    }
    let session = try Session(["orders.jsonl": (1...5).map { order($0) }.joined()])
    #expect(await session.wait { $0.wholeAmounts == [10, 10, 10, 10, 10] })
    session.folder.overwrite("orders.jsonl", "9", at: 46)
    #expect(await session.wait { $0.wholeAmounts == [90, 10, 10, 10, 10] })
    session.folder.append("orders.jsonl", order(6))
    #expect(await session.wait { $0.wholeAmounts == [90, 10, 10, 10, 10, 10] })
    // Both at once.
    session.folder.overwrite("orders.jsonl", "7", at: 46)
    session.folder.append("orders.jsonl", order(7))
    #expect(await session.wait { $0.wholeAmounts == [70, 10, 10, 10, 10, 10, 10] })
  }
}

extension Followed {
  /// Changes one byte to another that is as good there.
  func overwrite(_ name: String, at place: Int, isTimeNew: Bool = true) {
    files["/folder/" + name]?.bytes[place] ^= 1
    if isTimeNew { files["/folder/" + name]?.modified += 1 }
  }

  /// Goes through a file's bytes to the end.
  mutating func verify() -> Follower.Verification {
    while true {
      let verification = follower.verify()
      if verification != .goesOn { return verification }
    }
  }
}

extension TemporaryFolder {
  /// Writes over a file's bytes without changing its size.
  func overwrite(_ name: String, _ text: String, at offset: Int) {
    let descriptor = open("\(path)/\(name)", O_WRONLY)
    var text = text
    text.withUTF8 { _ = pwrite(descriptor, $0.baseAddress, $0.count, off_t(offset)) }
    close(descriptor)
  }
}

extension Snapshot {
  /// Of the orders, in whole units.
  fileprivate var wholeAmounts: [Int64] {
    community[.orders].segments.flatMap { segment in
      (0..<segment.count).map { (segment.integer(OrderField.amount, $0) ?? 0) / 100 }
    }
  }
}

extension Session {
  /// Waits for a snapshot for which a condition holds.
  fileprivate func wait(until condition: (Snapshot) -> Bool) async -> Bool {
    while let next = await next() {
      if condition(next.snapshot) { return true }
    }
    return false
  }
}
