/// Text that can show its UTF-8 bytes without a copy: a string, or bytes that sit in an arena.
///
/// The bytes may be anything: what isn't UTF-8, and what a terminal must not see, is painted as a replacement.
package protocol UTF8Text {
  func withUTF8Bytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result
}

extension String: UTF8Text {
  @inlinable
  package func withUTF8Bytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    var copy = self
    return copy.withUTF8(body)
  }
}

extension Substring: UTF8Text {
  @inlinable
  package func withUTF8Bytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    var copy = self
    return copy.withUTF8(body)
  }
}

extension StaticString: UTF8Text {
  @inlinable
  package func withUTF8Bytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    guard hasPointerRepresentation else { return String(describing: self).withUTF8Bytes(body) }
    return body(UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount))
  }
}

extension UnsafeBufferPointer: UTF8Text where Element == UInt8 {
  @inlinable
  package func withUTF8Bytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result { body(self) }
}

extension Array: UTF8Text where Element == UInt8 {
  @inlinable
  package func withUTF8Bytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    withUnsafeBufferPointer(body)
  }
}

extension ArraySlice: UTF8Text where Element == UInt8 {
  @inlinable
  package func withUTF8Bytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    withUnsafeBufferPointer(body)
  }
}

extension Slice: UTF8Text where Base == UnsafeBufferPointer<UInt8> {
  @inlinable
  package func withUTF8Bytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    body(UnsafeBufferPointer(rebasing: self))
  }
}
