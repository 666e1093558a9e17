import Bytes
import CSimdjson

/// Bytes behind whose end `padding` more are readable, so that a short text can be taken in one go together
/// with whatever follows it.
///
/// Good only as long as what holds the bytes. Debug builds check that every access lies inside the bytes or the padding;
/// release builds trust the parser, because these are the innermost loops of reading.
@usableFromInline @frozen
package struct PaddedText {
  /// Bytes behind the end that may be read.
  @inlinable @inline(__always)
  package static var padding: Int { Int(CSIMDJSON_PADDING) }

  @usableFromInline let base: UnsafePointer<UInt8>
  @usableFromInline package let count: Int

  /// - Parameter base: of `count` bytes and the padding.
  @inlinable @inline(__always)
  package init(base: UnsafePointer<UInt8>, count: Int) {
    assert(count >= 0, "a text that ends before it begins")
    self.base = base
    self.count = count
  }

  /// Calls `body` with a copy of some bytes and the padding behind them.
  package static func with<Result, Failure: Error>(
    _ bytes: some Collection<UInt8>, _ body: (PaddedText) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let padded = bytes + Array(repeating: 0, count: PaddedText.padding)
    return try padded.withUnsafeBufferPointer { buffer throws(Failure) in
      // There is the padding at least.
      try body(PaddedText(base: buffer.baseAddress.unsafelyUnwrapped, count: bytes.count))
    }
  }

  @inlinable @inline(__always)
  package var isEmpty: Bool { count == 0 }

  /// The bytes without the padding.
  @inlinable @inline(__always)
  package var bytes: ByteView { ByteView(UnsafeBufferPointer(start: base, count: count)) }

  @inlinable @inline(__always)
  package subscript(index: Int) -> UInt8 {
    assert(index >= 0 && index < count + PaddedText.padding, "a byte behind the padding")
    return base[index]
  }

  /// A number or a vector of bytes, as they lie from `offset` on.
  @inlinable @inline(__always)
  package func load<Value: BitwiseCopyable>(at offset: Int, as type: Value.Type) -> Value {
    assert(
      offset >= 0 && offset + MemoryLayout<Value>.size <= count + PaddedText.padding,
      "bytes behind the padding")
    return UnsafeRawPointer(base).loadUnaligned(fromByteOffset: offset, as: type)
  }

  /// Some of the bytes, counted from 0 again.
  @inlinable @inline(__always)
  package func text(_ start: Int, _ length: Int) -> PaddedText {
    assert(start >= 0 && start + length <= count, "a text that lies outside")
    return PaddedText(base: base + start, count: length)
  }

  /// Finds newlines from a place on and writes where they are, as many as there is room for.
  ///
  /// - Returns: how many were written; fewer than there is room for when there are no more.
  package func findNewlines(from start: Int, into places: MutableBufferView<UInt32>) -> Int {
    csimdjson_find_newlines(base, start, count, places.baseAddress, places.count)
  }
}
