import JSONTape

/// Bytes followed by the padding that the parser wants. It grows and never shrinks.
final class PaddedBuffer {
  private(set) var base: UnsafeMutablePointer<UInt8>
  /// Bytes before the padding.
  private(set) var capacity: Int

  init(capacity: Int) {
    self.capacity = capacity
    base = PaddedBuffer.allocate(capacity)
  }

  deinit { base.deallocate() }

  /// Grows to at least `wanted` bytes and keeps the first `used`.
  func reserve(_ wanted: Int, keeping used: Int) {
    guard wanted > capacity else { return }
    let larger = PaddedBuffer.allocate(wanted)
    larger.update(from: base, count: used)
    base.deallocate()
    base = larger
    capacity = wanted
  }

  private static func allocate(_ capacity: Int) -> UnsafeMutablePointer<UInt8> {
    let base = UnsafeMutableRawPointer.allocate(byteCount: capacity + TapeParser.padding, alignment: 64)
      .assumingMemoryBound(to: UInt8.self)
    (base + capacity).initialize(repeating: 0, count: TapeParser.padding)
    return base
  }
}
