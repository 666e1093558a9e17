import Bytes
import CSimdjson

/// Parses JSON with simdjson onto a tape that is used again for every document.
///
/// One parser serves one thread at a time. What it parses has readable bytes behind its end.
@usableFromInline
package final class TapeParser {
  /// Containers may be nested this deep.
  package static let maximumDepth = Int(CSIMDJSON_MAXIMUM_DEPTH)

  /// The version of the simdjson library, as "3.0.1".
  package static var libraryVersion: String { String(cString: csimdjson_version()) }

  @usableFromInline let parser: OpaquePointer

  package init() {
    guard let parser = csimdjson_parser_create() else {
      // A few hundred bytes: like every allocation of Swift's own, this one ends the program when it fails.
      fatalError("out of memory")
    }
    self.parser = parser
  }

  deinit { csimdjson_parser_destroy(parser) }

  /// Parses exactly one document, with nothing but white space around it, and hands its root to `body`.
  @inlinable
  package func parse<Result>(
    _ text: PaddedText, _ body: (TapeValue) -> Result
  ) throws(JSONProblem) -> Result {
    if text.isEmpty { throw .empty }
    var document = csimdjson_document()
    let status = csimdjson_parse(parser, text.base, text.count, &document)
    guard status == 0 else { throw JSONProblem(status: status) }
    // The tape is freed with the parser.
    return withExtendedLifetime(self) { body(TapeDocument(document).root) }
  }

  /// Indexes documents separated by white space, to be taken one by one with `nextDocument`.
  ///
  /// The buffer must stay as it is until then. Some faults (a string without end, invalid UTF-8) concern the batch as
  /// a whole. A document that breaks off at the end is left out, together with whatever its brackets enclose.
  package func beginBatch(_ text: PaddedText) throws(JSONProblem) {
    if text.isEmpty { throw .empty }
    let status = csimdjson_begin_batch(parser, text.base, text.count)
    guard status == 0 else { throw JSONProblem(status: status) }
  }

  /// The batch's index: offsets of brackets, colons, commas and first bytes of scalars outside of strings, ascending.
  ///
  /// It holds until the parser is used for something else. Of what lies between them it is known to be UTF-8 without
  /// control characters in strings, and no more.
  @inlinable
  package var batchIndex: BufferView<UInt32> {
    var count = 0
    let places = csimdjson_batch_index(parser, &count)
    return BufferView(UnsafeBufferPointer(start: places, count: count))
  }

  /// The next document of the batch; nil at its end and at the first document with a fault.
  ///
  /// Keep the parser for as long as the document is read: the tape is freed with it.
  @inlinable
  package func nextDocument() -> TapeDocument? {
    var document = csimdjson_document()
    guard csimdjson_next_document(parser, &document) == 0 else { return nil }
    return TapeDocument(document)
  }
}

/// One document on the tape, valid until its parser parses the next one.
@frozen
@usableFromInline
package struct TapeDocument {
  @usableFromInline let document: csimdjson_document

  @inlinable
  init(_ document: csimdjson_document) {
    self.document = document
  }

  @inlinable
  package var root: TapeValue {
    // The first word says how many there are.
    let count = Int(truncatingIfNeeded: document.tape[0] & 0x00FF_FFFF_FFFF_FFFF)
    let tape = BufferView(UnsafeBufferPointer(start: document.tape, count: count))
    return TapeValue(tape: tape, strings: document.strings, index: 1)
  }

  /// Offset of the document's first byte in the buffer.
  @inlinable
  package var start: Int { document.start }

  /// Offset of its last structural byte: the closing bracket of a container, the first byte of a scalar.
  @inlinable
  package var last: Int { document.last }

  /// Offset of the first byte of whatever follows, or the number of bytes when nothing does.
  @inlinable
  package var next: Int { document.next }
}
