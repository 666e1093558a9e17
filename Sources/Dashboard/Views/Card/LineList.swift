import Algorithms

/// Lines of which those in sight alone are made: some in front, then those of a list of entries.
struct LineList {
  private let head: [Line]
  /// Nil for a list that is all head.
  private let starts: LineStarts?
  private let make: (Int) -> [Line]

  init(_ lines: [Line]) { self.init(head: lines, starts: nil) { _ in [] } }

  /// - Parameter make: yields the lines of an entry, as many as `starts` says.
  init(head: [Line], starts: LineStarts?, make: @escaping (Int) -> [Line]) {
    self.head = head
    self.starts = starts
    self.make = make
  }

  /// The list with lines in front.
  func behind(_ lines: [Line]) -> LineList { LineList(head: lines + head, starts: starts, make: make) }

  var count: Int { head.count + (starts?.lineCount ?? 0) }
  var isEmpty: Bool { count == 0 }
  var all: [Line] { self[0..<count] }

  /// The lines of a range, as far as there are so many.
  ///
  /// - Complexity: O(lines of the range), and O(log *n*) in the entries.
  subscript(range: Range<Int>) -> [Line] {
    let range = range.clamped(to: 0..<count)
    var lines = Array(head[range.clamped(to: 0..<head.count)])
    guard let starts, range.upperBound > head.count else { return lines }
    let first = max(0, range.lowerBound - head.count)
    var entry = starts.entry(atLine: first)
    var made = make(entry).dropFirst(first - starts[entry])
    while lines.count < range.count {
      lines += made.prefix(range.count - lines.count)
      entry += 1
      guard entry < starts.count else { break }
      made = make(entry)[...]
    }
    return lines
  }
}

/// At which line each entry of a list begins.
struct LineStarts: Sendable {
  /// One more than entries; the last one is the number of lines.
  private let starts: [Int32]

  /// - Parameters:
  ///   - height: how many lines an entry takes, at least 1.
  ///   - isCancelled: asked every 256 entries.
  /// - Returns: nil if cancelled.
  init?(count: Int, isCancelled: () -> Bool = { false }, height: (Int) -> Int) {
    var starts: [Int32] = [0]
    starts.reserveCapacity(count + 1)
    var lines: Int32 = 0
    for entry in 0..<count {
      if entry & 255 == 0, isCancelled() { return nil }
      lines += Int32(height(entry))
      starts.append(lines)
    }
    self.starts = starts
  }

  var count: Int { starts.count - 1 }
  var lineCount: Int { Int(starts[starts.count - 1]) }
  /// The first line of an entry.
  subscript(entry: Int) -> Int { Int(starts[entry]) }

  /// The entry that a line is of.
  func entry(atLine line: Int) -> Int {
    max(0, min(count, starts.partitioningIndex { Int($0) > line }) - 1)
  }
}

/// The heights of the entries in a card's long lists at one width.
struct CardHeights: Sendable {
  let columns: Int
  private let timeline: LineStarts
  private let account: LineStarts

  /// - Complexity: O(records of the member), some microseconds each.
  /// - Returns: nil if cancelled.
  init?(_ content: CardContent, columns: Int, isCancelled: () -> Bool) {
    let timeline = LineStarts(count: content.timeline.count, isCancelled: isCancelled) {
      content.writer.lines(content.timeline[$0], columns: columns).count
    }
    guard let timeline else { return nil }
    let entries = content.card.account?.entries.count ?? 0
    let account = LineStarts(count: entries, isCancelled: isCancelled) {
      content.accountEntry($0, columns: columns).count
    }
    guard let account else { return nil }
    self.columns = columns
    self.timeline = timeline
    self.account = account
  }

  /// Of the timeline, newest first; nil for another width.
  func timeline(columns: Int) -> LineStarts? { columns == self.columns ? timeline : nil }
  /// Of the emotional account, newest first; nil for another width.
  func account(columns: Int) -> LineStarts? { columns == self.columns ? account : nil }
}
