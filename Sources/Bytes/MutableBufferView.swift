/// Elements that lie elsewhere and may be written to where they lie. Every access is checked, in release builds too.
///
/// Good only as long as what holds the elements, like `BufferView`. Whoever hands parts of one to several threads gives
/// each thread a part of its own.
@usableFromInline @frozen
package struct MutableBufferView<Element>: RandomAccessCollection, MutableCollection {
  @usableFromInline let base: UnsafeMutablePointer<Element>?
  @usableFromInline package let count: Int

  /// No elements.
  @inlinable @inline(__always)
  package init() {
    base = nil
    count = 0
  }

  /// A view of memory whose elements are initialised.
  @inlinable @inline(__always)
  package init(_ elements: UnsafeMutableBufferPointer<Element>) {
    base = elements.baseAddress
    count = elements.count
  }

  @inlinable @inline(__always)
  init(base: UnsafeMutablePointer<Element>?, count: Int) {
    self.base = base
    self.count = count
  }

  @inlinable @inline(__always)
  package var startIndex: Int { 0 }
  @inlinable @inline(__always)
  package var endIndex: Int { count }

  @inlinable @inline(__always)
  package subscript(index: Int) -> Element {
    get {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "an element beyond the last")
      return base.unsafelyUnwrapped[index]
    }
    nonmutating _modify {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "an element beyond the last")
      yield &base.unsafelyUnwrapped[index]
    }
  }

  /// The element at an index that is known to be inside; debug builds check it.
  ///
  /// For innermost loops over a part whose length was checked when it was extracted.
  @inlinable @inline(__always)
  package subscript(trusted index: Int) -> Element {
    get {
      assert(index >= 0 && index < count, "an element beyond the last")
      return base.unsafelyUnwrapped[index]
    }
    nonmutating _modify {
      assert(index >= 0 && index < count, "an element beyond the last")
      yield &base.unsafelyUnwrapped[index]
    }
  }

  /// Some of the elements, counted from 0 again.
  @inlinable @inline(__always)
  package func extracting(_ range: Range<Int>) -> MutableBufferView {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "elements beyond the last")
    return MutableBufferView(base: base.map { $0 + range.lowerBound }, count: range.count)
  }

  /// The elements from an index on, counted from 0 again.
  @inlinable @inline(__always)
  package func extracting(_ range: PartialRangeFrom<Int>) -> MutableBufferView {
    extracting(range.lowerBound..<count)
  }

  /// Gives all elements one value.
  @inlinable @inline(__always)
  package func fill(_ value: Element) { base?.update(repeating: value, count: count) }

  /// Gives the elements the values of as many others.
  @inlinable @inline(__always)
  package func copy(_ other: MutableBufferView) {
    precondition(count == other.count, "views of different lengths")
    if let source = other.base { base?.update(from: source, count: count) }
  }

  @inlinable @inline(__always)
  package func withContiguousStorageIfAvailable<Result>(
    _ body: (UnsafeBufferPointer<Element>) throws -> Result
  ) rethrows -> Result? {
    try body(UnsafeBufferPointer(start: base, count: count))
  }

  /// Sorting goes over the elements where they lie.
  @inlinable @inline(__always)
  package mutating func withContiguousMutableStorageIfAvailable<Result>(
    _ body: (inout UnsafeMutableBufferPointer<Element>) throws -> Result
  ) rethrows -> Result? {
    var elements = UnsafeMutableBufferPointer(start: base, count: count)
    return try body(&elements)
  }

  /// Gives as many of the first elements the values of others.
  @inlinable @inline(__always)
  package func fill(from elements: some Collection<Element>) {
    precondition(elements.count <= count, "more elements than there is room for")
    _ = UnsafeMutableBufferPointer(start: base, count: count).update(from: elements)
  }

  /// Where the elements lie, for a library in C. It must not touch more than `count`.
  @inlinable @inline(__always)
  package var baseAddress: UnsafeMutablePointer<Element>? { base }

  /// The elements' memory, for a system call.
  @inlinable @inline(__always)
  package var memory: UnsafeMutableRawBufferPointer {
    UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(start: base, count: count))
  }

  /// The elements for reading.
  @inlinable @inline(__always)
  package var view: BufferView<Element> { BufferView(base: base.map { UnsafePointer($0) }, count: count) }
}

extension Array {
  /// Calls `body` with a view of the elements that may be written to, which doesn't outlive the call.
  @inlinable @inline(__always)
  package mutating func withMutableView<Result, Failure: Error>(
    _ body: (MutableBufferView<Element>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try withUnsafeMutableBufferPointer { elements throws(Failure) in try body(MutableBufferView(elements)) }
  }
}

/// Calls `body` with elements of one value, which are gone after the call: on the stack where they are few.
@inlinable @inline(__always)
package func withTemporaryView<Element: BitwiseCopyable, Result>(
  repeating value: Element, count: Int, _ body: (MutableBufferView<Element>) -> Result
) -> Result {
  withUnsafeTemporaryAllocation(of: Element.self, capacity: count) { elements in
    elements.initialize(repeating: value)
    return body(MutableBufferView(elements))
  }
}
