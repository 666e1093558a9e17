import Bytes
import JSONTape

/// Bytes followed by the padding that the parser wants. It grows and never shrinks.
final class PaddedBuffer {
  private var base: UnsafeMutablePointer<UInt8>
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

  /// The first so many bytes, which hold until the buffer grows.
  func text(_ count: Int) -> PaddedText {
    precondition(count >= 0 && count <= capacity, "more bytes than there is room for")
    return PaddedText(base: base, count: count)
  }

  /// The same bytes, to be changed.
  func bytes(_ range: Range<Int>) -> MutableBufferView<UInt8> {
    MutableBufferView(UnsafeMutableBufferPointer(start: base, count: capacity)).extracting(range)
  }

  /// Moves the bytes of a range to the front.
  func moveToFront(_ range: Range<Int>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= capacity, "bytes outside of the buffer")
    base.update(from: base + range.lowerBound, count: range.count)
  }

  private static func allocate(_ capacity: Int) -> UnsafeMutablePointer<UInt8> {
    let base = UnsafeMutableRawPointer.allocate(byteCount: capacity + PaddedText.padding, alignment: 64)
      .assumingMemoryBound(to: UInt8.self)
    (base + capacity).initialize(repeating: 0, count: PaddedText.padding)
    return base
  }
}
