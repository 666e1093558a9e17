/// A value that a class keeps behind a pointer, because what lies in a class's own fields is checked for overlapping
/// access each time it's changed. Whoever owns it must not change it from within a change of it.
@usableFromInline @frozen
package struct OwnedValue<Value: ~Copyable>: ~Copyable {
  @usableFromInline let place: UnsafeMutablePointer<Value>

  @inlinable
  package init(_ value: consuming Value) {
    place = .allocate(capacity: 1)
    place.initialize(to: value)
  }

  @inlinable
  deinit {
    place.deinitialize(count: 1)
    place.deallocate()
  }

  @inlinable @inline(__always)
  package var value: Value {
    unsafeAddress { UnsafePointer(place) }
    nonmutating unsafeMutableAddress { place }
  }
}

/// Several such values, of a number that doesn't change.
@usableFromInline @frozen
package struct OwnedValues<Value: ~Copyable>: ~Copyable {
  @usableFromInline let base: UnsafeMutablePointer<Value>
  @usableFromInline package let count: Int

  @inlinable
  package init(count: Int, _ make: () -> Value) {
    base = .allocate(capacity: count)
    self.count = count
    for place in 0..<count { (base + place).initialize(to: make()) }
  }

  @inlinable
  deinit {
    base.deinitialize(count: count)
    base.deallocate()
  }

  @inlinable @inline(__always)
  package subscript(index: Int) -> Value {
    unsafeAddress {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "a value beyond the last")
      return UnsafePointer(base + index)
    }
    nonmutating unsafeMutableAddress {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "a value beyond the last")
      return base + index
    }
  }
}
