import Bytes
import CSimdjson

/// Why some bytes are not a JSON document that can be read.
@usableFromInline
package enum JSONProblem: UInt8, Error, Sendable, CaseIterable {
  /// Nothing but white space.
  case empty
  case outOfMemory
  /// Longer than the 4 GiB that can be indexed.
  case tooLong
  /// Containers nested more than 1,024 deep.
  case tooDeep
  case invalidUTF8
  /// A control character stands unescaped in a string.
  case controlCharacter
  case unclosedString
  /// A backslash followed by something that JSON doesn't know.
  case invalidEscape
  /// A `\u` escape of half a surrogate pair without the other half.
  case loneSurrogate
  /// Neither `true`, `false`, `null`, nor anything else that begins a value.
  case invalidLiteral
  /// Not a number of JSON's form.
  case invalidNumber
  /// A number of JSON's form that neither 64 bits nor a finite double hold.
  case numberOutOfRange
  /// Values, commas, colons or brackets out of order.
  case invalidStructure
  /// The document ends before its last bracket.
  case incomplete
  /// Something follows the document.
  case trailingContent
  /// The parser refused it without saying why.
  case unknown
}

extension JSONProblem {
  @usableFromInline
  init(status: Int32) {
    self =
      switch csimdjson_status(UInt32(bitPattern: status)) {
      case CSIMDJSON_NO_DOCUMENT: .empty
      case CSIMDJSON_OUT_OF_MEMORY: .outOfMemory
      case CSIMDJSON_TOO_LONG: .tooLong
      case CSIMDJSON_TOO_DEEP: .tooDeep
      case CSIMDJSON_INVALID_UTF8: .invalidUTF8
      case CSIMDJSON_CONTROL_CHARACTER: .controlCharacter
      case CSIMDJSON_UNCLOSED_STRING: .unclosedString
      case CSIMDJSON_INVALID_STRING: .invalidEscape
      case CSIMDJSON_INVALID_LITERAL: .invalidLiteral
      case CSIMDJSON_INVALID_NUMBER: .invalidNumber
      case CSIMDJSON_INVALID_STRUCTURE: .invalidStructure
      default: .unknown
      }
  }
}

/// A fault and where it is.
package struct PlacedJSONProblem: Error, Sendable, Equatable {
  package var fault: JSONProblem
  /// Bytes before the fault.
  package var offset: Int
  /// From 1.
  package var line: Int
  /// From 1, in characters.
  package var column: Int

  init(_ fault: JSONProblem, at offset: Int, in bytes: ByteView) {
    self.fault = fault
    self.offset = offset
    var line = 1
    var lineStart = 0
    for index in 0..<min(offset, bytes.count) where bytes[index] == UInt8(ascii: "\n") {
      line += 1
      lineStart = index + 1
    }
    self.line = line
    self.column = bytes[lineStart..<min(offset, bytes.count)].count { $0 & 0xC0 != 0x80 } + 1
  }
}
