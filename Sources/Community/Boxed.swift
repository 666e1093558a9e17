/// A value kept behind a reference, so that what holds it stays small and is copied by one pointer.
///
/// It's still a value: copies are independent, and one that nobody shares is changed in place.
@frozen @propertyWrapper
package struct Boxed<Value: Sendable>: Sendable {
  // Changed only through `_modify`, which makes a box of its own first where the box is shared: what another
  // thread holds never changes.
  @usableFromInline
  final class Box: @unchecked Sendable {
    @usableFromInline var value: Value
    @inlinable init(_ value: Value) { self.value = value }
  }

  @usableFromInline var box: Box

  @inlinable package init(wrappedValue: Value) { box = Box(wrappedValue) }

  @inlinable package var wrappedValue: Value {
    _read { yield box.value }
    _modify {
      if !isKnownUniquelyReferenced(&box) { box = Box(box.value) }
      yield &box.value
    }
  }
}
