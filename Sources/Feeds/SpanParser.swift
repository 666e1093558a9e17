import JSONTape

/// Parses the records of a block: all at once where that goes well, one by one around those with faults.
final class SpanParser {
  private let parser: TapeParser

  init() { parser = TapeParser() }

  /// Hands each record's value or its fault to the closures, in order, with its place in `spans`.
  ///
  /// A record is good only if its span holds exactly one document, whatever the neighbours are.
  /// - Parameter bytes: with padding behind the last span.
  @inline(__always)
  func parse(
    _ bytes: UnsafePointer<UInt8>, _ spans: [Span], read: (Int, TapeValue) -> Void,
    refuse: (Int, JSONFault) -> Void
  ) {
    var index = 0
    // A fault of one document costs one more pass over what follows it; with many, each goes alone.
    var batches = 8
    while index < spans.count {
      if batches > 0, index + 1 < spans.count {
        batches -= 1
        let base = Int(spans[index].start)
        if begin(bytes + base, Int(spans[spans.count - 1].end) - base) {
          while index < spans.count, let document = parser.nextDocument() {
            guard base + document.start == Int(spans[index].start),
              base + document.next >= Int(spans[index].end)
            else { break }
            read(index, document.root)
            index += 1
          }
        } else {
          // The fault is one that stops a batch as a whole.
          batches = 0
        }
      }
      guard index < spans.count else { return }
      let span = spans[index]
      let text = UnsafeBufferPointer(start: bytes + Int(span.start), count: Int(span.end - span.start))
      do throws(JSONFault) {
        try parser.parse(padded: text) { read(index, $0) }
      } catch {
        refuse(index, error)
      }
      index += 1
    }
  }

  /// Parses one record.
  func parse(_ text: UnsafeBufferPointer<UInt8>, _ read: (TapeValue) -> Void) throws(JSONFault) {
    try parser.parse(padded: text, read)
  }

  private func begin(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    do throws(JSONFault) {
      try parser.beginBatch(padded: UnsafeBufferPointer(start: bytes, count: count))
      return true
    } catch {
      return false
    }
  }
}
