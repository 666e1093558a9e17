import Bytes
import Glibc
import JSONTape

extension TapeValue {
  /// The value behind a key of an object; nil for null, for a key that isn't there, and for everything but an object.
  @inline(__always)
  subscript(key: StaticString) -> TapeValue? {
    guard kind == .object else { return nil }
    for field in fields where field.key.bytes.isEqual(to: key) {
      return field.value.isNull ? nil : field.value
    }
    return nil
  }

  /// The value at a path of keys, and of numbers in arrays.
  func value(at path: [[UInt8]]) -> TapeValue? {
    var value = self
    for key in path {
      if value.kind == .object {
        guard let next = value.fields.first(where: { $0.key.bytes.elementsEqual(key) })?.value else {
          return nil
        }
        value = next
      } else if value.kind == .array, let index = Int(String(decoding: key, as: UTF8.self)) {
        guard let next = value.elements.dropFirst(index).first(where: { _ in true }) else { return nil }
        value = next
      } else {
        return nil
      }
    }
    return value.isNull ? nil : value
  }

  /// The bytes of a text that isn't empty.
  @inline(__always)
  var text: ByteView? {
    guard kind == .string else { return nil }
    let text = utf8
    return text.isEmpty ? nil : text
  }

  /// A text, or a whole number as one: what ids are.
  var idText: String? {
    switch kind {
    case .string: utf8.isEmpty ? nil : String(decoding: utf8, as: UTF8.self)
    case .integer: String(integer)
    case .unsigned: String(unsigned)
    default: nil
    }
  }

  /// A whole number, or a text that is one.
  var wholeNumber: Int64? {
    switch kind {
    case .integer: integer
    case .double: Int64(exactly: double.rounded(.towardZero))
    case .string: Int64(String(decoding: utf8, as: UTF8.self))
    default: nil
    }
  }

  var isTrue: Bool { kind == .true }

  func isText(_ text: StaticString) -> Bool {
    kind == .string && utf8.isEqual(to: text)
  }

  var array: TapeElements? { kind == .array ? elements : nil }
}

extension ByteView {
  @inline(__always)
  func isEqual(to text: StaticString) -> Bool {
    guard count == text.utf8CodeUnitCount, let base = baseAddress else { return false }
    return memcmp(base, text.utf8Start, count) == 0
  }
}
