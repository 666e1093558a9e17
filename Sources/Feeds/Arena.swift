import Community

/// Bytes or words that only grow, without the checks of an array.
struct Arena<Element: BitwiseCopyable>: ~Copyable {
  private(set) var base: UnsafeMutablePointer<Element>
  var count = 0
  private var capacity: Int

  init(capacity: Int = 1024) {
    self.capacity = capacity
    base = .allocate(capacity: capacity)
  }

  deinit { base.deallocate() }

  @inline(__always)
  mutating func reserve(_ more: Int) {
    if count + more > capacity { grow(more) }
  }

  @inline(never)
  private mutating func grow(_ more: Int) {
    capacity = max(capacity * 2, count + more)
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
    larger.update(from: base, count: count)
    base.deallocate()
    base = larger
  }

  @inline(__always)
  mutating func append(_ element: Element) {
    reserve(1)
    base[count] = element
    count += 1
  }

  @inline(__always)
  mutating func append(_ elements: UnsafePointer<Element>, _ more: Int) {
    reserve(more)
    (base + count).update(from: elements, count: more)
    count += more
  }

  var array: [Element] { Array(UnsafeBufferPointer(start: base, count: count)) }
}

extension Arena<UInt8> {
  /// A text behind its length, as `TextColumn` keeps it.
  /// - Parameter text: with at least 16 readable bytes from its beginning on.
  /// - Returns: where it begins.
  @inline(__always)
  mutating func append(text: UnsafePointer<UInt8>, _ length: Int) -> UInt32 {
    reserve(length + 26)
    let start = UInt32(truncatingIfNeeded: count)
    if length <= 16 {
      // A short text goes with whatever is behind it; the next one goes over that.
      base[count] = UInt8(truncatingIfNeeded: length)
      UnsafeMutableRawPointer(base + count + 1).storeBytes(
        of: UnsafeRawPointer(text).loadUnaligned(as: SIMD16<UInt8>.self), as: SIMD16<UInt8>.self)
      count += length + 1
      return start
    }
    var rest = length
    while rest >= 0x80 {
      base[count] = UInt8(truncatingIfNeeded: rest) | 0x80
      count += 1
      rest >>= 7
    }
    base[count] = UInt8(truncatingIfNeeded: rest)
    count += 1
    (base + count).update(from: text, count: length)
    count += length
    return start
  }
}
