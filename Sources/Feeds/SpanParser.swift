import Bytes
import JSONTape

/// Parses the records of a block: all at once where that goes well, one by one around those with faults.
final class SpanParser {
  private let parser: TapeParser
  /// For records that need a tape among others that don't.
  private let single: TapeParser

  init() {
    parser = TapeParser()
    single = TapeParser()
  }

  /// Hands each record's value or its fault to the closures, in order, with its place in `spans`.
  ///
  /// A record is good only if its span holds exactly one document, whatever the neighbours are.
  @inline(__always)
  func parse(
    _ bytes: PaddedText, _ spans: [Span], from start: Int = 0, read: (Int, TapeValue) -> Void,
    refuse: (Int, JSONProblem) -> Void
  ) {
    var index = start
    // A fault of one document costs one more pass over what follows it; with many, each goes alone.
    var batches = 8
    while index < spans.count {
      if batches > 0, index + 1 < spans.count {
        batches -= 1
        let base = Int(spans[index].start)
        if begin(bytes.text(base, Int(spans[spans.count - 1].end) - base)) {
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
      let text = bytes.text(Int(span.start), Int(span.end - span.start))
      do throws(JSONProblem) {
        try parser.parse(text) { read(index, $0) }
      } catch {
        refuse(index, error)
      }
      index += 1
    }
  }

  /// Hands records to `readFlat` by the index of the block's brackets and commas, without a tape. Those that it declines
  /// are parsed onto one.
  ///
  /// - Parameters:
  ///   - readFlat: gets the bytes of the batch, the index, the place of the record's first byte in it, to be moved
  ///     behind the record, and the offset of the record's end.
  /// - Returns: how many records were dealt with; the others should go the other way, because too many were declined.
  @inline(__always)
  func parse(
    _ bytes: PaddedText, _ spans: [Span],
    readFlat: (PaddedText, BufferView<UInt32>, inout Int, Int) -> Bool,
    read: (Int, TapeValue) -> Void, refuse: (Int, JSONProblem) -> Void
  ) -> Int {
    guard let first = spans.first, let last = spans.last else { return 0 }
    let base = Int(first.start)
    let batch = bytes.text(base, Int(last.end) - base)
    guard begin(batch) else { return 0 }
    let places = parser.batchIndex
    var cursor = 0
    var declined = 0
    for index in 0..<spans.count {
      let start = Int(spans[index].start) &- base
      while cursor < places.count, Int(places[cursor]) < start { cursor &+= 1 }
      if cursor < places.count, Int(places[cursor]) == start,
        readFlat(batch, places, &cursor, Int(spans[index].end) &- base)
      {
        continue
      }
      let text = batch.text(start, Int(spans[index].end) - base - start)
      do throws(JSONProblem) {
        try single.parse(text) { read(index, $0) }
      } catch {
        refuse(index, error)
      }
      declined += 1
      if declined > 16, declined * 8 > index { return index + 1 }
    }
    return spans.count
  }

  /// Parses one record.
  func parse(_ text: PaddedText, _ read: (TapeValue) -> Void) throws(JSONProblem) {
    try parser.parse(text, read)
  }

  private func begin(_ text: PaddedText) -> Bool {
    do throws(JSONProblem) {
      try parser.beginBatch(text)
      return true
    } catch {
      return false
    }
  }
}
