import Bytes
import Community
import JSONTape

/// A feed file that is open, as it was when it was looked at.
struct FeedSource: Sendable {
  let file: FeedFile
  let open: any OpenFile
  let status: FileStatus
}

/// What a range held. Lines are counted from the range's beginning.
struct RangeResult: Sendable {
  var segments: [ParsedSegment] = []
  var setAside: [SetAside] = []
  /// Records of good form.
  var records = 0
  var recordsSetAside = 0
  var fieldsSetAside = 0
  var roundedAmounts = 0
  /// Lines that begin in the range, before `end`.
  var lines = 0
  /// Bytes of the file itself.
  var bytes: Int64 = 0
  /// Where the bytes end that were used: the end of the file, or the beginning of a line that isn't whole yet.
  var end: Int64 = 0
  /// Whether a last line was used although no newline ends it.
  var endsWithoutNewline = false
  /// Whether a last line waits for its end.
  var hasUnfinishedLine = false
  /// Of the range's bytes up to `end`, where asked for.
  var checksum: Checksum?
  /// The last line of a record over several lines that was set aside, by its number among the range's; -1 for none.
  var openRecord = -1
  /// Fields of a file's first record that the feed doesn't have, each with the one that it probably means.
  var unknownFields: [(field: String, meant: String)] = []
}

/// Records of a range as columns.
struct ParsedSegment: Sendable {
  /// Empty for members.
  var segment: Segment
  var identities: SegmentIdentities?
  var unknownParties: [UnknownParty] = []
  /// For members alone.
  var block: Members.Block?
  var memberKeys: [IDTable.Key] = []
}

/// Reads ranges on one thread: blocks, spans, tape, columns.
final class RangeReader {
  /// What becomes of a last line without a newline.
  enum Tail: Sendable {
    /// It waits for its newline.
    case waits
    /// It is read. Where it may still be being written, as the beginning of a record, it waits.
    case isRead
  }

  private let parser: SpanParser
  private let buffer = PaddedBuffer(capacity: 1 << 19)
  private let tools: ReadingTools
  private let zone: Zone
  private let tail: Tail
  /// Whether checksums are made of the bytes of files that are followed.
  private let makesChecksums: Bool
  private let capacity: Int
  /// Whether all records go over the tape, as those with anything unusual do.
  private let isByTapeAlone: Bool
  private var readers: [RecordReader?] = Array(repeating: nil, count: Feed.allCases.count)

  /// - Parameter capacity: records that a segment may have at most.
  init(
    pool: SymbolPool, zone: Zone, tail: Tail, makesChecksums: Bool = false, capacity: Int = Segment.capacity,
    isByTapeAlone: Bool = false
  ) {
    self.makesChecksums = makesChecksums
    self.isByTapeAlone = isByTapeAlone
    parser = SpanParser()
    tools = ReadingTools(pool)
    self.zone = zone
    self.tail = tail
    self.capacity = capacity
  }

  /// Reads a range of a feed with columns.
  /// - Parameters:
  ///   - members: where the ids of members are looked up; nil for feeds without any.
  ///   - hosts: where the ids of hosts are.
  func read(
    _ source: FeedSource, _ range: Range<Int64>, _ plan: RecordPlan, members: IDTable.View?,
    hosts: IDTable.View?, isCancelled: () -> Bool = { false }
  ) -> RangeResult {
    // One result for one range.
    read([(source, range)], plan, members: members, hosts: hosts, isCancelled: isCancelled)[0]
  }

  /// Reads ranges of one feed into segments that they share.
  /// - Returns: what each held; the segments of all are the last one's.
  func read(
    _ pieces: [(source: FeedSource, range: Range<Int64>)], _ plan: RecordPlan, members: IDTable.View?,
    hosts: IDTable.View?, isCancelled: () -> Bool
  ) -> [RangeResult] {
    let reader =
      readers[plan.feed.rawValue] ?? RecordReader(plan, zone: zone, tools: tools, capacity: capacity)
    readers[plan.feed.rawValue] = reader
    var sink = ColumnSink(reader: reader, members: members, hosts: hosts)
    var results: [RangeResult] = []
    results.reserveCapacity(pieces.count)
    for (source, range) in pieces {
      var result = read(source, range, &sink, isCancelled: isCancelled)
      result.roundedAmounts = reader.drainRoundedAmounts()
      results.append(result)
    }
    sink.close()
    if !results.isEmpty { results[results.count - 1].segments = sink.segments }
    return results
  }

  /// Reads a range and hands each record's value to `sink`.
  func read<Sink: RecordSink>(
    _ source: FeedSource, _ range: Range<Int64>, _ sink: inout Sink, isCancelled: () -> Bool = { false }
  ) -> RangeResult {
    var result = RangeResult()
    let isWhole = source.file.isPacked || source.file.form == .array
    let start = isWhole || range.lowerBound == 0 ? 0 : range.lowerBound - 1
    let file = FileStream(source.open, from: start, to: source.status.size)
    let summed =
      makesChecksums && source.file.isFollowed ? ChecksummedStream(file, range: range) : nil
    let bytes: any ByteStream =
      if let summed { summed } else if source.file.isPacked { GzipStream(file) } else { file }
    let blocks = BlockReader(
      bytes,
      source.file.form == .array ? .array(ArrayScanner()) : .lines(LineScanner(startsInLine: start > 0)),
      offset: start, rangeEnd: isWhole ? .max : range.upperBound, buffer: buffer)
    let notes = RangeNotes(source: source, blocks: blocks, isFromStart: start == 0)
    var looksForNames = start == 0
    while blocks.next(), !isCancelled() {
      let spans = blocks.spans
      if looksForNames, let first = spans.first {
        looksForNames = false
        result.unknownFields = parser.unknownFields(of: source.file.feed, in: blocks.text(at: first))
      }
      // The same closures twice: as functions they would be boxed, and every use of what they capture checked.
      var start = 0
      if sink.readsFlatRecords, !isByTapeAlone, !blocks.hasBackslashes {
        start = parser.parse(
          blocks.bytes, spans,
          readFlat: { bytes, places, cursor, end in
            guard sink.readFlat(bytes, places, &cursor, end) else { return false }
            result.records &+= 1
            return true
          },
          read: { notes.note($0, spans[$0], sink.read($1), sink.fieldFaults, &result) },
          refuse: { parser.refuse(blocks, $0, $1, notes, &sink, &result) })
      }
      parser.parse(
        blocks.bytes, spans, from: start,
        read: { index, value in
          if let fault = sink.read(value) {
            notes.setAside(index, spans[index], fault, &result)
          } else {
            result.records &+= 1
            if sink.hasFaults { notes.note(index, spans[index], sink.fieldFaults, &result) }
          }
        },
        refuse: { parser.refuse(blocks, $0, $1, notes, &sink, &result) })
      if let span = blocks.pending, tail == .isRead {
        let text = blocks.text(at: span)
        do throws(JSONProblem) {
          try parser.parse(text) { notes.note(0, span, sink.read($0), sink.fieldFaults, &result) }
          result.endsWithoutNewline = true
        } catch {
          let mayGoOn = source.file.isFollowed && PlacedJSONProblem.isCutOff(text.bytes, by: error)
          let isRead =
            error == .invalidNumber
            && parser.parse(replacingLargeNumbers: text.bytes) {
              notes.note(0, span, sink.read($0), sink.fieldFaults, &result)
            }
          if isRead {
            result.endsWithoutNewline = true
          } else if !mayGoOn, blocks.streamFault == nil {
            notes.setAside(spans.count, span, error, text.bytes, &result)
            result.endsWithoutNewline = true
          }
        }
      }
      result.hasUnfinishedLine = blocks.pending != nil && !result.endsWithoutNewline
      notes.noteFaults(&result)
      sink.endBlock()
    }
    result.lines =
      source.file.form == .lines && !range.isEmpty ? blocks.newlineCount + notes.firstLine : 0
    result.bytes = isWhole ? source.status.size : Int64(range.count)
    result.end = blocks.position
    if let tail = blocks.tail, !result.endsWithoutNewline {
      result.end = tail
      result.lines -= 1
    }
    result.checksum = summed?.checksum(upTo: min(result.end, range.upperBound))
    return result
  }
}

/// What records are handed to, one after another.
protocol RecordSink {
  /// Takes a record, or says why not.
  mutating func read(_ value: TapeValue) -> RecordReader.RecordProblem?
  /// Whether flat records may be handed over without a tape.
  var readsFlatRecords: Bool { get }
  /// Takes a record by the index of its brackets, colons, commas and scalars, if it's clean and nothing but expected.
  /// - Returns: false when nothing was taken, whatever may be wrong with it.
  mutating func readFlat(
    _ bytes: PaddedText, _ places: BufferView<UInt32>, _ cursor: inout Int, _ end: Int
  ) -> Bool
  /// Whether something was wrong with fields of the record taken last.
  var hasFaults: Bool { get }
  var fieldFaults: [RecordReader.FieldProblem] { get }
  /// The block's bytes are about to go.
  mutating func endBlock()
}

/// Puts records into columns, and columns into segments.
private struct ColumnSink: RecordSink {
  let reader: RecordReader
  let members: IDTable.View?
  let hosts: IDTable.View?
  var segments: [ParsedSegment] = []

  @inline(__always)
  mutating func read(_ value: TapeValue) -> RecordReader.RecordProblem? {
    if reader.columns.isFull { close() }
    return reader.read(value, members)
  }

  var readsFlatRecords: Bool { true }

  @inline(__always)
  mutating func readFlat(
    _ bytes: PaddedText, _ places: BufferView<UInt32>, _ cursor: inout Int, _ end: Int
  ) -> Bool {
    if reader.columns.isFull { close() }
    return reader.readFlat(bytes, places, &cursor, end, members)
  }

  var hasFaults: Bool { reader.hasFaults }
  var fieldFaults: [RecordReader.FieldProblem] { reader.fieldFaults }

  mutating func endBlock() {
    if let members { reader.resolveParties(members, hosts: hosts) }
    if reader.columns.hasLargeArenas { close() }
  }

  mutating func close() {
    if let members { reader.resolveParties(members, hosts: hosts) }
    if reader.columns.count > 0 { segments.append(reader.parsedSegment()) }
    reader.reset()
  }
}

extension RecordReader {
  /// What was read since the last reset.
  func parsedSegment() -> ParsedSegment {
    if plan.feed == .members {
      return ParsedSegment(
        segment: Segment(feed: .members), block: columns.memberBlock(), memberKeys: memberKeys)
    }
    let hasIdentities = plan.feed != .weather
    return ParsedSegment(
      segment: columns.segment(),
      identities: hasIdentities
        ? SegmentIdentities(hashes: idHashes.view.extracting(0..<columns.count).view) : nil,
      unknownParties: unknownParties)
  }
}
