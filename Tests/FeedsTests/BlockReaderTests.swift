import Testing

@testable import Feeds

/// What a reader says of a text, with every number that a report needs.
struct Reading: Equatable {
  struct Record: Equatable {
    var text: String
    var offset: Int
    var line: Int
  }

  var records: [Record] = []
  var faults: [PlacedScanProblem] = []
  var oversized: [Int64] = []
  var pending: String?
  var streamFault: StreamProblem?

  var texts: [String] { records.map(\.text) }
  var lines: [Int] { records.map(\.line) }
  var offsets: [Int] { records.map(\.offset) }

  init(_ reader: BlockReader) {
    while reader.next() {
      for span in reader.spans {
        let text = String(decoding: reader.bytes(at: span), as: UTF8.self)
        records.append(
          Record(
            text: text, offset: Int(reader.offset) + Int(span.start), line: reader.line(at: Int(span.start))))
      }
      faults += reader.faults.map {
        PlacedScanProblem(fault: $0.fault, offset: Int(reader.offset) + $0.offset)
      }
      if let offset = reader.oversized { oversized.append(offset) }
      if let span = reader.pending { pending = String(decoding: reader.bytes(at: span), as: UTF8.self) }
      streamFault = reader.streamFault ?? streamFault
    }
  }

  init(
    _ text: String, _ scanner: SpanScanner, blockSize: Int = 1 << 18, limit: Int = BlockReader.recordLimit,
    range: Range<Int>? = nil
  ) {
    let size = Int64(text.utf8.count)
    let start = Int64(max(0, (range?.lowerBound ?? 0) - 1))
    self.init(
      BlockReader(
        FileStream(MemoryFile(text), from: start, to: size), scanner, offset: start,
        rangeEnd: range.map { Int64($0.upperBound) } ?? .max, blockSize: blockSize, recordLimit: limit))
  }

  static func lines(_ text: String, blockSize: Int = 1 << 18, limit: Int = BlockReader.recordLimit) -> Reading
  {
    Reading(text, .lines(LineScanner()), blockSize: blockSize, limit: limit)
  }

  static func array(_ text: String, blockSize: Int = 1 << 18, limit: Int = BlockReader.recordLimit) -> Reading
  {
    Reading(text, .array(ArrayScanner()), blockSize: blockSize, limit: limit)
  }
}

@Suite struct LineReadingTests {
  @Test(arguments: [1, 2, 3, 5, 1 << 18])
  func cutsLinesWhateverTheBlocks(blockSize: Int) {
    let reading = Reading.lines("{\"a\":1}\r\n\n  {}\n\t\n{\"b\":\"é\"}\n", blockSize: blockSize)
    #expect(reading.texts == ["{\"a\":1}\r", "{}", "{\"b\":\"é\"}"])
    #expect(reading.lines == [1, 3, 5])
    #expect(reading.offsets == [0, 12, 17])
    #expect(reading.pending == nil)
  }

  @Test(arguments: [1, 4, 1 << 18])
  func aLastLineWithoutNewlineIsPending(blockSize: Int) {
    let reading = Reading.lines("{}\n{\"a\":", blockSize: blockSize)
    #expect(reading.texts == ["{}"])
    #expect(reading.pending == "{\"a\":")
    #expect(Reading.lines("{}\n  ").pending == nil)
    #expect(Reading.lines("").records.isEmpty)
  }

  @Test func aByteOrderMarkIsNoPartOfALine() {
    #expect(Reading.lines("\u{FEFF}{}\n\u{FEFF}{}\n").texts == ["{}", "{}"])
    #expect(Reading.lines("\u{FEFF}{}\n").offsets == [3])
  }

  @Test(arguments: [4, 16, 1 << 18])
  func aLineOverTheLimitIsLeftOutAlone(blockSize: Int) {
    let long = String(repeating: "x", count: 1000)
    let reading = Reading.lines("{}\n\(long)\n[1]\n", blockSize: blockSize, limit: 100)
    if blockSize < 1000 {
      #expect(reading.oversized == [3])
      #expect(reading.texts == ["{}", "[1]"])
      #expect(reading.lines == [1, 3])
    } else {
      #expect(reading.texts == ["{}", long, "[1]"])
    }
  }

  @Test func rangesShareTheLinesAmongThem() {
    let text = "{\"n\":1}\n\n{\"n\":22}\n{\"n\":333}\n{\"n\":4444}\n{\"n\":5}\n"
    let whole = Reading.lines(text)
    for size in 1...text.utf8.count {
      var records: [Reading.Record] = []
      var linesBefore = 0
      for start in stride(from: 0, to: text.utf8.count, by: size) {
        let end = min(start + size, text.utf8.count)
        let from = Int64(max(0, start - 1))
        let reader = BlockReader(
          FileStream(MemoryFile(text), from: from, to: Int64(text.utf8.count)),
          .lines(LineScanner(startsInLine: start > 0)), offset: from, rangeEnd: Int64(end), blockSize: 5)
        let reading = Reading(reader)
        records += reading.records.map {
          // A range that begins in a line counts from the newline before its first line.
          var record = $0
          record.line += linesBefore - (start > 0 ? 1 : 0)
          return record
        }
        linesBefore += reader.newlineCount + (start == 0 ? 1 : 0)
      }
      #expect(records == whole.records, "ranges of \(size)")
    }
  }
}

@Suite struct ArrayReadingTests {
  @Test(arguments: [1, 2, 3, 7, 64, 1 << 18])
  func cutsElementsWhateverTheBlocks(blockSize: Int) {
    let text = #" [ {"a":"]}, \" [{"} ,[1,[2]], 7 ,"x,]\"y", null,{"b":{"c":[{}]},"d":"\\"}]"# + "\n"
    let reading = Reading.array(text, blockSize: blockSize)
    #expect(
      reading.texts == [
        #"{"a":"]}, \" [{"}"#, "[1,[2]]", "7", #""x,]\"y""#, "null", #"{"b":{"c":[{}]},"d":"\\"}"#,
      ])
    #expect(reading.faults.isEmpty)
    #expect(reading.offsets[1] == 22)
  }

  @Test(arguments: [1, 5, 1 << 18])
  func longElementsWithManyEscapes(blockSize: Int) {
    let element = "{\"t\":\"" + String(repeating: #"\\\"]}"#, count: 40) + "\"}"
    let reading = Reading.array("[\(element),\(element)]", blockSize: blockSize)
    #expect(reading.texts == [element, element])
  }

  @Test(
    arguments: [
      ("[]", 0, []), ("", 0, [.init(fault: .notAnArray, offset: 0)]),
      ("{\"a\":1}", 0, [.init(fault: .notAnArray, offset: 0)]),
      ("[{},{}", 2, [.init(fault: .brokeOff, offset: 6)]),
      ("[{},{\"a\":[1", 1, [.init(fault: .brokeOff, offset: 4)]),
      ("[{},", 1, [.init(fault: .brokeOff, offset: 4)]), ("[", 0, [.init(fault: .brokeOff, offset: 1)]),
      ("[{} {}]", 2, [.init(fault: .missingComma, offset: 4)]),
      ("[{},,{}]", 2, [.init(fault: .missingElement, offset: 4)]),
      ("[,{}]", 1, [.init(fault: .missingElement, offset: 1)]),
      ("[{},]", 1, [.init(fault: .missingElement, offset: 4)]),
      ("[{}] x", 1, [.init(fault: .trailingContent, offset: 5)]),
      ("[{}]]", 1, [.init(fault: .trailingContent, offset: 4)]), ("[}, {}]", 2, []),
    ] as [(String, Int, [PlacedScanProblem])])
  func saysWhatIsWrongBetweenElements(text: String, count: Int, faults: [PlacedScanProblem]) {
    for blockSize in [1, 3, 1 << 18] {
      let reading = Reading.array(text, blockSize: blockSize)
      #expect(reading.records.count == count)
      #expect(reading.faults == faults)
    }
  }

  @Test func anElementOverTheLimitIsLeftOutAlone() {
    let long = "{\"a\":\"" + String(repeating: "x", count: 1000) + "\"}"
    let reading = Reading.array("[{},\(long),[1]]", blockSize: 16, limit: 100)
    #expect(reading.oversized == [4])
    #expect(reading.texts == ["{}", "[1]"])
    #expect(reading.faults.isEmpty)
  }
}
