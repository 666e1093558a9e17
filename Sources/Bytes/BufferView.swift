/// Elements that lie elsewhere, looked at without a copy. Every access is checked, in release builds too.
///
/// Good only as long as what holds the elements: it is handed to a closure and must not be kept behind it. It is a type
/// of its own because a function can't return a `Span`, and a struct can't hold one, without experimental features of
/// the compiler.
@usableFromInline @frozen
package struct BufferView<Element>: RandomAccessCollection {
  @usableFromInline let base: UnsafePointer<Element>?
  @usableFromInline package let count: Int

  /// No elements.
  @inlinable @inline(__always)
  package init() {
    base = nil
    count = 0
  }

  /// A view of memory that belongs to a library, to the system or to an array.
  @inlinable @inline(__always)
  package init(_ elements: UnsafeBufferPointer<Element>) {
    base = elements.baseAddress
    count = elements.count
  }

  @inlinable @inline(__always)
  init(base: UnsafePointer<Element>?, count: Int) {
    self.base = base
    self.count = count
  }

  @inlinable @inline(__always)
  package var startIndex: Int { 0 }
  @inlinable @inline(__always)
  package var endIndex: Int { count }

  @inlinable @inline(__always)
  package subscript(index: Int) -> Element {
    precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "an element beyond the last")
    return base.unsafelyUnwrapped[index]
  }

  /// The element at an index that is known to be inside; debug builds check it.
  ///
  /// For the innermost loops of reading files, whose places a parser has checked before.
  @inlinable @inline(__always)
  package subscript(trusted index: Int) -> Element {
    assert(index >= 0 && index < count, "an element beyond the last")
    return base.unsafelyUnwrapped[index]
  }

  /// Where an element lies, to be brought near before it is asked for; nil where there are none.
  @inlinable @inline(__always)
  package func address(of index: Int) -> UnsafeRawPointer? {
    assert(index >= 0 && index < count, "an element beyond the last")
    return base.map { UnsafeRawPointer($0 + index) }
  }

  /// Where the elements lie, for a library in C. It must not read more than `count`.
  @inlinable @inline(__always)
  package var baseAddress: UnsafePointer<Element>? { base }

  /// Some of the elements, counted from 0 again.
  @inlinable @inline(__always)
  package func extracting(_ range: Range<Int>) -> BufferView {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "elements beyond the last")
    return BufferView(base: base.map { $0 + range.lowerBound }, count: range.count)
  }

  /// The elements from an index on, counted from 0 again.
  @inlinable @inline(__always)
  package func extracting(_ range: PartialRangeFrom<Int>) -> BufferView {
    extracting(range.lowerBound..<count)
  }

  @inlinable @inline(__always)
  package func withContiguousStorageIfAvailable<Result>(
    _ body: (UnsafeBufferPointer<Element>) throws -> Result
  ) rethrows -> Result? {
    try body(UnsafeBufferPointer(start: base, count: count))
  }
}

// Unchecked, because a pointer says nothing of who writes: nobody writes to the elements while the view is good, so
// several threads may read them.
extension BufferView: @unchecked Sendable where Element: Sendable {}

extension Array {
  /// Calls `body` with a view of the elements, which doesn't outlive the call.
  @inlinable @inline(__always)
  package func withView<Result, Failure: Error>(
    _ body: (BufferView<Element>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try withUnsafeBufferPointer { elements throws(Failure) in try body(BufferView(elements)) }
  }
}

extension ArraySlice {
  /// Calls `body` with a view of the elements, which doesn't outlive the call.
  @inlinable @inline(__always)
  package func withView<Result, Failure: Error>(
    _ body: (BufferView<Element>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try withUnsafeBufferPointer { elements throws(Failure) in try body(BufferView(elements)) }
  }
}
