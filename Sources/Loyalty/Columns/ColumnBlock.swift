import Bytes
import Community

/// Room for the values of a column for members side by side, who are all in one block of the figures: at most 4,096.
struct ColumnBlock<Value> {
  /// The first member.
  let first: Int
  let values: MutableBufferView<Value>

  var members: Range<Int> { first..<first + values.count }

  /// Writes what an array by member has; members behind its end stay unknown.
  @inline(__always)
  func fill(_ array: [Value]) { fill(array) { $0 } }

  /// The same with what is made of each element.
  @inline(__always)
  func fill<Element>(_ array: [Element], _ value: (Element) -> Value) {
    let elements = array.span
    for row in 0..<max(0, min(values.count, elements.count - first)) {
      values[row] = value(elements[first + row])
    }
  }

  /// The same for an array kept in the blocks of the figures.
  @inline(__always)
  func fill<Element>(blocks: [[Element]], _ value: (Element) -> Value) {
    let block = first >> MemberFigures.blockShift
    guard block < blocks.count else { return }
    let start = first & (MemberFigures.blockSize - 1)
    let own = blocks[block]
    let elements = own.span
    for row in 0..<max(0, min(values.count, elements.count - start)) {
      values[row] = value(elements[start + row])
    }
  }

  /// Writes a value for each member.
  @inline(__always)
  func fill(_ value: (Member.Index) -> Value) {
    for row in 0..<values.count { values[row] = value(Member.Index(first + row)) }
  }
}

/// A value of which one stands for none.
protocol FlatValue: BitwiseCopyable, Sendable {
  static var unknown: Self { get }
}

extension Int64: FlatValue { static var unknown: Int64 { .min } }
extension Double: FlatValue { static var unknown: Double { .nan } }
extension UInt8: FlatValue { static var unknown: UInt8 { 0 } }

extension Roster {
  /// Writes the values of members side by side, who are all in one block of the figures.
  func read<Value: FlatValue>(
    _ fill: ColumnStorage.Fill<Value>, from first: Int, into values: MutableBufferView<Value>
  ) {
    assert(first >> MemberFigures.blockShift == (first + values.count - 1) >> MemberFigures.blockShift)
    values.fill(.unknown)
    fill(self, ColumnBlock(first: first, values: values))
  }

  /// The value of one member.
  func read<Value: FlatValue>(_ fill: ColumnStorage.Fill<Value>, of member: Member.Index) -> Value {
    withTemporaryView(repeating: Value.unknown, count: 1) { values in
      fill(self, ColumnBlock(first: member.value, values: values))
      return values[0]
    }
  }
}
