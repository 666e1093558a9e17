/// The rows of one feed by member, each member's in order of time, then of the files.
///
/// Rows that were there when it was made lie in one array with offsets by member; those added since are
/// few and lie in a dictionary.
public struct History: Sendable {
  /// Begins of each member's rows; one more than members.
  private var offsets: [UInt32] = [0]
  private var rows: [UInt32] = []
  private var added: [UInt32: [UInt32]] = [:]
  /// How many rows were added since it was made: worth making anew when they are many.
  public private(set) var addedCount = 0

  public init() {}

  /// Sorts a table's rows by member. Rows of hosts and anonymous ones are left out.
  ///
  /// - Complexity: O(members + records), with a sort of those members' rows that don't stand in order of time.
  public init(table: Table, memberCount: Int) {
    var starts = [UInt32](repeating: 0, count: memberCount + 1)
    for segment in table.segments {
      for member in segment.member where member < 0x8000_0000 { starts[Int(member) + 1] += 1 }
    }
    var total: UInt32 = 0
    for index in starts.indices {
      total += starts[index]
      starts[index] = total
    }
    var cursors = starts
    var rows = [UInt32](repeating: 0, count: Int(total))
    var isOrdered = true
    var newest = Int64.min
    for (number, segment) in table.segments.enumerated() {
      let base = UInt32(number) << 16
      segment.member.withUnsafeBufferPointer { members in
        segment.at.withUnsafeBufferPointer { at in
          for offset in 0..<members.count {
            if at[offset] < newest { isOrdered = false } else { newest = at[offset] }
            let member = members[offset]
            guard member < 0x8000_0000 else { continue }
            rows[Int(cursors[Int(member)])] = base | UInt32(offset)
            cursors[Int(member)] += 1
          }
        }
      }
    }
    if !isOrdered {
      for member in 0..<memberCount {
        let range = Int(starts[member])..<Int(starts[member + 1])
        if range.count > 1 { History.order(&rows, range, table) }
      }
    }
    self.offsets = starts
    self.rows = rows
  }

  /// Stable insertion sort by time: a member's rows are few, or nearly in order.
  private static func order(_ rows: inout [UInt32], _ range: Range<Int>, _ table: Table) {
    func time(_ row: UInt32) -> Int64 { table.segments[Int(row >> 16)].at[Int(row & 0xFFFF)] }
    if range.count > 64 {
      let sorted = rows[range].sorted { (time($0), $0) < (time($1), $1) }
      rows.replaceSubrange(range, with: sorted)
      return
    }
    for index in range.dropFirst() {
      let row = rows[index]
      let key = time(row)
      var place = index
      while place > range.lowerBound, time(rows[place - 1]) > key {
        rows[place] = rows[place - 1]
        place -= 1
      }
      rows[place] = row
    }
  }

  /// Adds a row that came later.
  public mutating func add(_ row: Row, of member: Member.Index) {
    added[member.rawValue, default: []].append(row.rawValue)
    addedCount += 1
  }

  /// A member's rows, oldest first.
  ///
  /// - Complexity: O(rows of the member).
  public func rows(of member: Member.Index, in table: Table) -> [Row] {
    var result: [UInt32] = []
    if member.value + 1 < offsets.count {
      result = Array(rows[Int(offsets[member.value])..<Int(offsets[member.value + 1])])
    }
    if let later = added[member.rawValue] {
      result += later
      History.order(&result, 0..<result.count, table)
    }
    return result.map { Row(rawValue: $0) }
  }
}
