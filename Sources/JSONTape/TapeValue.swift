import Bytes

/// What a place on the tape holds: the letter that the parser writes there.
@frozen
@usableFromInline
package struct TapeKind: RawRepresentable, Equatable, Sendable {
  @usableFromInline package let rawValue: UInt8

  @inlinable
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  @inlinable package static var null: TapeKind { TapeKind(rawValue: 0x6E) }
  @inlinable package static var `true`: TapeKind { TapeKind(rawValue: 0x74) }
  @inlinable package static var `false`: TapeKind { TapeKind(rawValue: 0x66) }
  /// An integer that fits 64 bits with sign.
  @inlinable package static var integer: TapeKind { TapeKind(rawValue: 0x6C) }
  /// An integer above those and up to 64 bits without sign.
  @inlinable package static var unsigned: TapeKind { TapeKind(rawValue: 0x75) }
  @inlinable package static var double: TapeKind { TapeKind(rawValue: 0x64) }
  @inlinable package static var string: TapeKind { TapeKind(rawValue: 0x22) }
  @inlinable package static var object: TapeKind { TapeKind(rawValue: 0x7B) }
  @inlinable package static var array: TapeKind { TapeKind(rawValue: 0x5B) }
}

/// One JSON value on a parser's tape, without copies.
///
/// Valid until the parser that made it parses the next document; nothing enforces that, so values never leave the
/// closure or loop step that reads a document. Accessors of a kind ask for that kind: debug builds check it, and that
/// places lie on the tape. The tape is the parser's memory; a copy of each document would cost more than parsing it.
@frozen
@usableFromInline
package struct TapeValue {
  @usableFromInline let tape: BufferView<UInt64>
  @usableFromInline let strings: UnsafePointer<UInt8>
  @usableFromInline let index: Int

  @inlinable
  init(tape: BufferView<UInt64>, strings: UnsafePointer<UInt8>, index: Int) {
    self.tape = tape
    self.strings = strings
    self.index = index
  }

  @inlinable
  var word: UInt64 { tape[trusted: index] }

  /// The tape itself, for loops in a hurry: keys and values of an object take turns from `words[place + 1]` up to
  /// `words[end - 1]`, a value's letter in the top byte of its word.
  @inlinable
  package var words: BufferView<UInt64> { tape }

  /// The string that a word of the tape stands for.
  @inlinable @inline(__always)
  package func text(ofWord word: UInt64) -> PaddedText {
    let place = string(word)
    return PaddedText(
      base: place + 4, count: Int(truncatingIfNeeded: UnsafeRawPointer(place).loadUnaligned(as: UInt32.self)))
  }

  /// Of the string that a word of the tape stands for, its length in 32 bits and its first 12 bytes, with whatever
  /// follows it, as two words.
  @inlinable @inline(__always)
  package func head(ofWord word: UInt64) -> (first: UInt64, second: UInt64) {
    let place = UnsafeRawPointer(string(word))
    return (
      place.loadUnaligned(as: UInt64.self), place.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
    )
  }

  /// Strings lie each behind its length in 32 bits, with the padding behind the last one.
  @inlinable @inline(__always)
  func string(_ word: UInt64) -> UnsafePointer<UInt8> {
    assert(word >> 56 == UInt64(TapeKind.string.rawValue), "no string")
    return strings + Int(truncatingIfNeeded: word & 0x00FF_FFFF_FFFF_FFFF)
  }

  /// The value's place on the tape.
  @inlinable
  package var place: Int { index }

  /// Another value of the same document, by its place.
  @inlinable
  package func value(at place: Int) -> TapeValue { TapeValue(tape: tape, strings: strings, index: place) }

  /// The word's 56 low bits.
  @inlinable
  var payload: UInt64 { tape[trusted: index] & 0x00FF_FFFF_FFFF_FFFF }

  @inlinable
  package var kind: TapeKind {
    TapeKind(rawValue: UInt8(truncatingIfNeeded: word >> 56))
  }

  @inlinable
  package var isNull: Bool { word >> 56 == UInt64(TapeKind.null.rawValue) }

  @inlinable
  package var integer: Int64 {
    assert(kind == .integer)
    return Int64(bitPattern: tape[trusted: index + 1])
  }

  @inlinable
  package var unsigned: UInt64 {
    assert(kind == .unsigned)
    return tape[trusted: index + 1]
  }

  @inlinable
  package var double: Double {
    assert(kind == .double)
    return Double(bitPattern: tape[trusted: index + 1])
  }

  /// The unescaped bytes of a string: valid UTF-8, which may hold NUL.
  @inlinable
  package var text: PaddedText { text(ofWord: word) }

  /// The same without what is readable behind them.
  @inlinable
  package var utf8: ByteView { text.bytes }

  /// The place behind this value's last word.
  @inlinable
  package var end: Int {
    switch UInt8(truncatingIfNeeded: word >> 56) {
    case TapeKind.object.rawValue, TapeKind.array.rawValue: Int(payload & 0xFFFF_FFFF)
    case TapeKind.integer.rawValue, TapeKind.unsigned.rawValue, TapeKind.double.rawValue: index + 2
    default: index + 1
    }
  }

  /// The fields of an object, in the order of the document.
  @inlinable
  package var fields: TapeFields {
    assert(kind == .object)
    return TapeFields(tape: tape, strings: strings, index: index + 1, end: end - 1)
  }

  /// The elements of an array.
  @inlinable
  package var elements: TapeElements {
    assert(kind == .array)
    return TapeElements(tape: tape, strings: strings, index: index + 1, end: end - 1)
  }
}

/// Walks the fields of an object; containers are stepped over, not through.
@frozen
@usableFromInline
package struct TapeFields: Sequence, IteratorProtocol {
  @usableFromInline let tape: BufferView<UInt64>
  @usableFromInline let strings: UnsafePointer<UInt8>
  @usableFromInline var index: Int
  @usableFromInline let end: Int

  @inlinable
  init(tape: BufferView<UInt64>, strings: UnsafePointer<UInt8>, index: Int, end: Int) {
    self.tape = tape
    self.strings = strings
    self.index = index
    self.end = end
  }

  @inlinable
  package mutating func next() -> (key: PaddedText, value: TapeValue)? {
    guard index < end else { return nil }
    let key = TapeValue(tape: tape, strings: strings, index: index).text
    let value = TapeValue(tape: tape, strings: strings, index: index + 1)
    index = value.end
    return (key, value)
  }
}

/// Walks the elements of an array.
@frozen
@usableFromInline
package struct TapeElements: Sequence, IteratorProtocol {
  @usableFromInline let tape: BufferView<UInt64>
  @usableFromInline let strings: UnsafePointer<UInt8>
  @usableFromInline var index: Int
  @usableFromInline let end: Int

  @inlinable
  init(tape: BufferView<UInt64>, strings: UnsafePointer<UInt8>, index: Int, end: Int) {
    self.tape = tape
    self.strings = strings
    self.index = index
    self.end = end
  }

  @inlinable
  package mutating func next() -> TapeValue? {
    guard index < end else { return nil }
    let value = TapeValue(tape: tape, strings: strings, index: index)
    index = value.end
    return value
  }
}
