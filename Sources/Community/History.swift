import Algorithms

/// The rows of one feed by member, each member's in order of time, then of the files.
///
/// Rows that were there when it was made lie in arrays with offsets by member. Those added since lie in sorted
/// layers beside them, each at most half as long as the one before, so that adding is cheap and lookups look at few.
package struct History: Sendable {
  private var parts: [Part] = []
  private var layers: [Layer] = []

  /// Members of one part: few enough for their cursors to stay in the cache while rows are scattered.
  static let partSize = 1 << 18
  /// Layers aren't merged beyond this, so that adding never takes long.
  private static let largestLayer = 1 << 18

  package init() {}

  /// Sorts a table's rows by member. Rows of hosts and anonymous ones are left out.
  ///
  /// - Complexity: O(members + records), with a sort of each member's rows where the table isn't in order of time.
  package init(table: Table, memberCount: Int) {
    self.init(parts: (0..<History.partCount(memberCount: memberCount)).map { Part(table, $0, memberCount) })
  }

  /// How many parts there are of so many members.
  package static func partCount(memberCount: Int) -> Int { (memberCount + partSize - 1) / partSize }

  /// Puts together parts that were made apart, in order.
  package init(parts: [Part]) { self.parts = parts }

  /// Adds a row that came later.
  package mutating func add(_ row: Row, of member: Member.Index) { add([(member, row)]) }

  /// Adds rows that came later.
  package mutating func add(_ rows: [(member: Member.Index, row: Row)]) {
    guard !rows.isEmpty else { return }
    layers.append(
      Layer(entries: rows.map { UInt64($0.member.rawValue) << 32 | UInt64($0.row.rawValue) }.sorted()))
    while layers.count > 1 {
      let last = layers[layers.count - 1].entries.count
      let before = layers[layers.count - 2].entries.count
      guard before < 2 * last, before + last <= History.largestLayer else { break }
      let layer = layers.removeLast()
      layers[layers.count - 1].merge(layer)
    }
  }

  /// How many rows a member has.
  ///
  /// - Complexity: O(log *n*) in the rows added.
  package func count(of member: Member.Index) -> Int {
    let part = member.value / History.partSize
    let settled = part < parts.count ? parts[part].count(of: member) : 0
    return layers.reduce(settled) { $0 + $1.count(of: member) }
  }

  /// A member's rows, oldest first.
  ///
  /// - Complexity: O(rows of the member), and O(log *n*) for rows added.
  package func rows(of member: Member.Index, in table: Table) -> [Row] {
    var result: [Row] = []
    let part = member.value / History.partSize
    if part < parts.count { result = parts[part].rows(of: member) }
    let settled = result.count
    for layer in layers { layer.append(rowsOf: member, to: &result) }
    guard result.count > settled else { return result }
    func time(_ row: Row) -> Int64 { table.segments[row.segment].at[row.offset] }
    return result.map { (time($0), $0) }.sorted { $0 < $1 }.map(\.1)
  }
}

extension History {
  /// The rows of a range of members.
  package struct Part: Sendable {
    fileprivate let firstMember: Int
    /// Begins of each member's rows; one more than members.
    fileprivate var offsets: [UInt32]
    fileprivate var rows: [UInt32]

    /// The part of that number.
    package init(_ table: Table, _ number: Int, _ memberCount: Int) {
      firstMember = number * History.partSize
      let members = max(0, min(memberCount - firstMember, History.partSize))
      offsets = [UInt32](repeating: 0, count: members + 1)
      let first = UInt32(firstMember)
      let count = UInt32(members)
      for segment in table.segments {
        for member in segment.member where member &- first < count {
          offsets[Int(member &- first) + 1] += 1
        }
      }
      for index in 1..<max(1, offsets.count) { offsets[index] += offsets[index - 1] }
      rows = []
      if table.isOrdered {
        scatter(table, from: first, count)
      } else {
        scatterAndSort(table, from: first, count)
      }
    }

    func rows(of member: Member.Index) -> [Row] {
      let index = member.value - firstMember
      guard index + 1 < offsets.count else { return [] }
      return rows[Int(offsets[index])..<Int(offsets[index + 1])].map { Row(rawValue: $0) }
    }

    func count(of member: Member.Index) -> Int {
      let index = member.value - firstMember
      return index + 1 < offsets.count ? Int(offsets[index + 1] - offsets[index]) : 0
    }

    private mutating func scatter(_ table: Table, from firstMember: UInt32, _ count: UInt32) {
      var cursors = offsets
      rows = [UInt32](repeating: 0, count: Int(offsets[Int(count)]))
      var next = cursors.mutableSpan
      var scattered = rows.mutableSpan
      for (number, segment) in table.segments.enumerated() {
        let first = table.firstRow(ofSegment: number)
        let column = segment.member.span
        for offset in column.indices {
          let member = column[offset] &- firstMember
          guard member < count else { continue }
          scattered[Int(next[Int(member)])] = first.advanced(by: offset).rawValue
          next[Int(member)] &+= 1
        }
      }
    }

    private typealias Entry = (at: Int64, row: UInt32)

    /// Scatters the times too, so that sorting a member's rows stays near in memory.
    private mutating func scatterAndSort(_ table: Table, from firstMember: UInt32, _ count: UInt32) {
      var cursors = offsets
      var entries = [Entry](repeating: (0, 0), count: Int(offsets[Int(count)]))
      var next = cursors.mutableSpan
      var scattered = entries.mutableSpan
      for (number, segment) in table.segments.enumerated() {
        let first = table.firstRow(ofSegment: number)
        let at = segment.at.span
        let column = segment.member.span
        for offset in column.indices {
          let member = column[offset] &- firstMember
          guard member < count else { continue }
          scattered[Int(next[Int(member)])] = (at[offset], first.advanced(by: offset).rawValue)
          next[Int(member)] &+= 1
        }
      }
      var long: [Range<Int>] = []
      for member in 0..<Int(count) {
        let range = Int(offsets[member])..<Int(offsets[member + 1])
        if range.count > 32 {
          long.append(range)
        } else {
          Part.sort(&scattered, range)
        }
      }
      for range in long where !Part.isSorted(entries[range]) { entries[range].sort { $0 < $1 } }
      rows = entries.map { $0.row }
    }

    private static func isSorted(_ entries: ArraySlice<Entry>) -> Bool {
      zip(entries, entries.dropFirst()).allSatisfy { $0.at <= $1.at }
    }

    /// Sorts a member's entries by time, then by row: few, and nearly in order.
    private static func sort(_ entries: inout MutableSpan<Entry>, _ range: Range<Int>) {
      for index in range.dropFirst() {
        let entry = entries[index]
        var place = index
        while place > range.lowerBound, entries[place - 1].at > entry.at {
          entries[place] = entries[place - 1]
          place -= 1
        }
        entries[place] = entry
      }
    }
  }

  /// Pairs of member (upper half) and row, ascending.
  private struct Layer: Sendable {
    var entries: [UInt64]

    /// Where entries of members from one on begin.
    private func start(_ member: UInt32) -> Int {
      let wanted = UInt64(member) << 32
      return entries.partitioningIndex { $0 >= wanted }
    }

    func count(of member: Member.Index) -> Int { start(member.rawValue + 1) - start(member.rawValue) }

    func append(rowsOf member: Member.Index, to rows: inout [Row]) {
      for entry in entries[start(member.rawValue)...] {
        guard entry >> 32 == UInt64(member.rawValue) else { break }
        rows.append(Row(rawValue: UInt32(truncatingIfNeeded: entry)))
      }
    }

    mutating func merge(_ other: Layer) {
      var merged: [UInt64] = []
      merged.reserveCapacity(entries.count + other.entries.count)
      var index = 0
      for entry in entries {
        while index < other.entries.count, other.entries[index] < entry {
          merged.append(other.entries[index])
          index += 1
        }
        merged.append(entry)
      }
      merged.append(contentsOf: other.entries[index...])
      entries = merged
    }
  }
}

extension History {
  /// Stops a debug build where a member has a row that isn't theirs or that the table lacks, where rows stand out of
  /// order, or where one is missing.
  ///
  /// - Parameter table: the feed's table as of now.
  /// - Complexity: O(records), with a look at the layers for each member.
  package func _checkInvariants(_ table: Table) {
    #if DEBUG
      var listed = 0
      func check(_ rows: [Row], of member: Member.Index) {
        listed += rows.count
        var last: (at: Int64, row: Row)?
        for row in rows {
          precondition(
            row.segment < table.segments.count && row.offset < table.segments[row.segment].count,
            "a row that the table lacks")
          let (segment, offset) = table[row]
          precondition(segment.party(offset).member == member, "another member's row")
          if let last { precondition(last < (segment.at[offset], row), "rows out of order") }
          last = (segment.at[offset], row)
        }
      }
      var first = 0
      for (number, part) in parts.enumerated() {
        precondition(part.firstMember == number * History.partSize, "a part in another's place")
        part._checkInvariants()
        first += part.memberCount
      }
      for layer in layers { precondition(zip(layer.entries, layer.entries.dropFirst()).allSatisfy(<)) }
      let late = layers.flatMap(\.entries).map { Int($0 >> 32) + 1 }.max() ?? 0
      for member in 0..<max(first, late) {
        check(rows(of: Member.Index(member), in: table), of: Member.Index(member))
      }
      let known = table.segments.reduce(0) { sum, segment in
        sum + segment.member.count { Participant(rawValue: $0).member != nil }
      }
      precondition(listed == known, "\(listed) rows listed of \(known)")
    #endif
  }
}

extension History.Part {
  fileprivate var memberCount: Int { offsets.count - 1 }

  fileprivate func _checkInvariants() {
    #if DEBUG
      precondition(offsets.first == 0 && Int(offsets.last ?? 0) == rows.count, "rows that no member has")
      precondition(zip(offsets, offsets.dropFirst()).allSatisfy(<=), "offsets that don't ascend")
    #endif
  }
}
