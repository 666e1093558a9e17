import Bytes
import Community
import JSONTape

extension SpanParser {
  /// Fields of a record that its feed doesn't have, each with the one that it probably means; none where it's no JSON.
  func unknownFields(
    of feed: Feed, in text: PaddedText
  ) -> [(field: String, meant: String)] {
    var found: [(field: String, meant: String)] = []
    do throws(JSONProblem) {
      try parse(text) { found = FieldNames.unknown(in: $0, of: feed) }
    } catch {
      // The reading says so.
    }
    return found
  }

  /// Deals with a record that isn't JSON, or that holds a number which no machine number holds.
  @inline(never)
  func refuse<Sink: RecordSink>(
    _ blocks: BlockReader, _ index: Int, _ fault: JSONProblem, _ notes: RangeNotes, _ sink: inout Sink,
    _ result: inout RangeResult
  ) {
    let span = blocks.spans[index]
    let text = blocks.text(at: span)
    let isRead =
      fault == .invalidNumber
      && parse(replacingLargeNumbers: text.bytes) { value in
        notes.note(index, span, sink.read(value), sink.fieldFaults, &result)
      }
    if !isRead { notes.setAside(index, span, fault, text.bytes, &result) }
  }

  /// Parses a document with numbers that no machine number holds.
  ///
  /// Whole ones are taken as strings of the same digits: as ids they are good, as anything else out of range in their
  /// field, not the whole record. Others become a number that every field refuses.
  /// - Returns: false when something else is wrong with it, too.
  func parse(replacingLargeNumbers text: ByteView, _ read: (TapeValue) -> Void) -> Bool {
    guard text.count <= 1 << 20 else { return false }
    var text = Array(text)
    for _ in 0..<64 {
      let fault = PaddedText.with(text) { text -> PlacedJSONProblem? in
        do throws(JSONProblem) {
          try parse(text, read)
          return nil
        } catch {
          return PlacedJSONProblem(locating: error, in: text.bytes)
        }
      }
      guard let fault else { return true }
      guard fault.fault == .numberOutOfRange else { return false }
      let end = text[fault.offset...].firstIndex { !"+-.eE0123456789".utf8.contains($0) } ?? text.count
      let number = text[fault.offset..<end]
      if number.contains(where: { ".eE".utf8.contains($0) }) {
        text.replaceSubrange(
          fault.offset..<end,
          with: number.first == UInt8(ascii: "-") ? Array("-1e308".utf8) : Array("1e308".utf8))
      } else {
        text.insert(UInt8(ascii: "\""), at: end)
        text.insert(UInt8(ascii: "\""), at: fault.offset)
      }
    }
    return false
  }
}
