import Glibc

/// A view of bytes, mostly of a text in UTF-8.
@usableFromInline package typealias ByteView = BufferView<UInt8>

extension BufferView where Element == UInt8 {
  /// A view of untyped memory that belongs to a library or to the system.
  @inlinable @inline(__always)
  package init(_ bytes: UnsafeRawBufferPointer) {
    self.init(base: bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), count: bytes.count)
  }

  /// A number or a vector of bytes, as they lie from `offset` on.
  @inlinable @inline(__always)
  package func load<Value: BitwiseCopyable>(at offset: Int, as type: Value.Type) -> Value {
    precondition(offset >= 0 && offset <= count - MemoryLayout<Value>.size, "bytes beyond the last")
    return UnsafeRawPointer(base.unsafelyUnwrapped).loadUnaligned(fromByteOffset: offset, as: type)
  }
}

extension BufferView where Element == UInt8 {
  /// Where a byte stands first, found by the system's library many bytes at a step.
  package func firstPlace(of byte: UInt8) -> Int? {
    guard let base, let found = memchr(base, Int32(byte), count) else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// Whether another view holds the same bytes.
  package func isSame(_ other: ByteView) -> Bool {
    guard count == other.count else { return false }
    guard let base, let otherBase = other.base else { return count == 0 }
    return memcmp(base, otherBase, count) == 0
  }
}

extension BufferView where Element == UInt8 {
  /// Bytes of the well-formed scalar of more than one byte that begins at a place (RFC 3629); nil where none does.
  package func scalarLength(at place: Int) -> Int? {
    let (length, second): (Int, ClosedRange<UInt8>)
    switch self[place] {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
    guard place + length <= count, second.contains(self[place + 1]) else { return nil }
    let continuations = place + 1..<place + length
    return continuations.allSatisfy { self[$0] & 0xC0 == 0x80 } ? length : nil
  }
}

extension StringProtocol {
  /// Calls `body` with the text's bytes in UTF-8, which don't outlive the call.
  @inlinable
  package func withBytes<Result, Failure: Error>(
    _ body: (ByteView) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let result = utf8.withContiguousStorageIfAvailable { bytes in
      Swift.Result { () throws(Failure) -> Result in try body(ByteView(bytes)) }
    }
    // Strings lie side by side in memory, save those of an Objective-C runtime.
    guard let result else { return try Array(utf8).withView(body) }
    return try result.get()
  }
}
