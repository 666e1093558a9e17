/// A value kept behind a reference, so that what holds it stays small and is copied by one pointer.
///
/// It's still a value: copies are independent, and one that nobody shares is changed in place.
@frozen @propertyWrapper
@usableFromInline
package struct Boxed<Value: Sendable>: Sendable {
  // Changed only through `wrappedValue`, which makes a box of its own first where the box is shared: what another
  // thread holds never changes.
  @usableFromInline
  final class Box: @unchecked Sendable {
    @usableFromInline let owned: OwnedValue<Value>

    @inlinable init(_ value: Value) { owned = OwnedValue(value) }
  }

  @usableFromInline var box: Box

  @inlinable package init(wrappedValue: Value) { box = Box(wrappedValue) }

  /// The value where it lies. Not by `_read`: what Swift 6.3 takes of a large value that was yielded, it destroys in the
  /// value itself.
  @inlinable package var wrappedValue: Value {
    unsafeAddress { UnsafePointer(box.owned.place) }
    unsafeMutableAddress {
      if !isKnownUniquelyReferenced(&box) { box = Box(box.owned.value) }
      return box.owned.place
    }
  }
}
