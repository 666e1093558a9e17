import Bytes

/// Text that can show its UTF-8 bytes without a copy: a string, or bytes that sit in an arena.
///
/// The bytes may be anything: what isn't UTF-8, and what a terminal must not see, is painted as a replacement.
package protocol UTF8Text {
  func withUTF8Bytes<Result>(_ body: (ByteView) -> Result) -> Result
}

extension String: UTF8Text {
  @inlinable
  package func withUTF8Bytes<Result>(_ body: (ByteView) -> Result) -> Result {
    var copy = self
    return copy.withUTF8 { body(ByteView($0)) }
  }
}

extension Substring: UTF8Text {
  @inlinable
  package func withUTF8Bytes<Result>(_ body: (ByteView) -> Result) -> Result {
    var copy = self
    return copy.withUTF8 { body(ByteView($0)) }
  }
}

extension BufferView: UTF8Text where Element == UInt8 {
  @inlinable
  package func withUTF8Bytes<Result>(_ body: (ByteView) -> Result) -> Result { body(self) }
}

extension Array: UTF8Text where Element == UInt8 {
  @inlinable
  package func withUTF8Bytes<Result>(_ body: (ByteView) -> Result) -> Result { withView(body) }
}

extension ArraySlice: UTF8Text where Element == UInt8 {
  @inlinable
  package func withUTF8Bytes<Result>(_ body: (ByteView) -> Result) -> Result { withView(body) }
}
