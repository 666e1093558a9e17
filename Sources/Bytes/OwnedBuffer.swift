/// Elements of one length for good, which whoever owns them reads and writes through views.
///
/// In place of an array where views are kept in another value, or handed to several threads, for as long as the owner
/// lives.
@usableFromInline @frozen
package struct OwnedBuffer<Element: BitwiseCopyable>: ~Copyable {
  @usableFromInline package let view: MutableBufferView<Element>

  @inlinable
  package init(repeating value: Element, count: Int) {
    let elements = UnsafeMutableBufferPointer<Element>.allocate(capacity: count)
    elements.initialize(repeating: value)
    view = MutableBufferView(elements)
  }

  /// A copy of an array's elements.
  @inlinable
  package init(_ elements: [Element]) {
    let copy = UnsafeMutableBufferPointer<Element>.allocate(capacity: elements.count)
    _ = copy.initialize(from: elements)
    view = MutableBufferView(copy)
  }

  @inlinable
  deinit { view.base?.deallocate() }

  @inlinable @inline(__always)
  package var count: Int { view.count }

  @inlinable @inline(__always)
  package subscript(index: Int) -> Element {
    get { view[index] }
    nonmutating _modify { yield &view[index] }
  }

  /// The element at an index that is known to be inside; debug builds check it.
  @inlinable @inline(__always)
  package subscript(trusted index: Int) -> Element {
    get { view[trusted: index] }
    nonmutating _modify { yield &view[trusted: index] }
  }
}
