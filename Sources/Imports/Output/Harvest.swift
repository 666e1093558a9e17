import Bytes
import Community

/// What one piece of a source gave: lines by feed, and what wasn't taken.
struct Harvest: Sendable {
  private var feeds: [LineWriter?] = Array(repeating: nil, count: Feed.allCases.count)
  var rejections = Rejections()
  /// Records that were looked at.
  var records = 0
  /// Fingerprints of the people that were told of, so that each is once a piece.
  var people: Set<UInt64> = []

  subscript(feed: Feed) -> LineWriter {
    get { feeds[feed.rawValue] ?? LineWriter() }
    _modify {
      if feeds[feed.rawValue] == nil { feeds[feed.rawValue] = LineWriter() }
      // Taken out while it's changed, so that its bytes are never copied.
      var writer = feeds[feed.rawValue].take() ?? LineWriter()
      defer { feeds[feed.rawValue] = writer }
      yield &writer
    }
  }

  /// The feeds that have lines.
  var filled: [(feed: Feed, lines: LineWriter)] {
    Feed.allCases.compactMap { feed in feeds[feed.rawValue].map { (feed, $0) } }
  }
}

/// One line's place and what it is known by.
struct LineMark: Sendable {
  /// Where the line ends in the bytes, its line break included.
  var end: Int
  /// Hash of its id.
  var key: UInt64
  /// Hash of the id of the record that it was made of; the same as `key` for that record itself.
  var group: UInt64
  /// Hash of the whole line.
  var content: UInt64 = 0
  var kind: Kind

  enum Kind: Sendable {
    case line
    /// Its id was derived from its contents, so equal ones are numbered.
    case derived
    /// No line: the record of this id is to go.
    case tombstone
  }
}

/// Makes records of JSON lines, each with its id first.
struct LineWriter: Sendable {
  var bytes: [UInt8] = []
  private(set) var marks: [LineMark] = []
  private var start = 0
  private var key: UInt64 = 0
  private var group: UInt64 = 0

  /// Begins a line with a finished id, given as text that needs no escaping but what JSON asks for.
  mutating func begin(id: some IDText, of parent: (some IDText)? = String?.none) {
    start = bytes.count
    ascii("{\"id\":\"")
    let idStart = bytes.count
    id.write(to: &bytes)
    key = Fingerprint.of(bytes, from: idStart)
    group = key
    if let parent {
      ascii("\",\"of\":\"")
      let parentStart = bytes.count
      parent.write(to: &bytes)
      group = Fingerprint.of(bytes, from: parentStart)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Begins a line about a part of what is known of somebody, beside which others stand.
  mutating func begin(id: some IDText, part: String) {
    begin(id: id)
    ascii(",\"part\":\"")
    let place = bytes.count
    part.write(to: &bytes)
    key = Fingerprint.combined(key, Fingerprint.of(bytes, from: place))
    group = key
    bytes.append(UInt8(ascii: "\""))
  }

  /// Begins a line that knows no id; `end` derives one if it's an event's.
  mutating func beginWithoutID() {
    start = bytes.count
    ascii("{\"id\":\"")
    ascii("x0000000000000000\"")
    key = 0
  }

  /// Begins a line of a feed whose records have no id, known by what's given to `end(key:)`.
  mutating func beginBare() {
    start = bytes.count
    bytes.append(UInt8(ascii: "{"))
  }

  /// Drops the line that was begun.
  mutating func abandon() { bytes.removeLast(bytes.count - start) }

  mutating func end() {
    ascii("}\n")
    var kind = LineMark.Kind.line
    if key == 0 {
      kind = .derived
      key = Fingerprint.of(bytes, from: start + LineWriter.derivedEnd)
      group = key
      Fingerprint.write(key, to: &bytes, at: start + 8)
    }
    let content = kind == .derived ? 0 : Fingerprint.of(bytes, from: start)
    marks.append(LineMark(end: bytes.count, key: key, group: group, content: content, kind: kind))
  }

  mutating func endBare(key: UInt64) {
    ascii("}\n")
    marks.append(
      LineMark(
        end: bytes.count, key: key, group: key, content: Fingerprint.of(bytes, from: start), kind: .line))
  }

  /// Says that a record isn't there any more, nor what was made of it.
  mutating func remove(id: some IDText) {
    let place = bytes.count
    id.write(to: &bytes)
    let key = Fingerprint.of(bytes, from: place)
    bytes.removeLast(bytes.count - place)
    remove(key: key)
  }

  mutating func remove(key: UInt64) {
    marks.append(LineMark(end: bytes.count, key: key, group: key, kind: .tombstone))
  }

  /// Bytes before a derived id's end: `{"id":"x0123456789abcdef`.
  static let derivedEnd = 24
}

extension LineWriter {
  @inline(__always)
  mutating func ascii(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// A field's name behind a comma; the name needs no escaping.
  @inline(__always)
  mutating func key(_ name: StaticString) {
    if bytes[bytes.count - 1] != UInt8(ascii: "{") { bytes.append(UInt8(ascii: ",")) }
    bytes.append(UInt8(ascii: "\""))
    ascii(name)
    ascii("\":")
  }

  @inline(__always)
  mutating func field(_ name: StaticString, _ text: ByteView) {
    key(name)
    string(text)
  }

  mutating func field(_ name: StaticString, _ text: some IDText) {
    key(name)
    bytes.append(UInt8(ascii: "\""))
    text.write(to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  mutating func field(_ name: StaticString, raw number: some BinaryInteger) {
    key(name)
    decimal(number)
  }

  mutating func field(_ name: StaticString, _ value: Bool) {
    key(name)
    ascii(value ? "true" : "false")
  }

  /// Epoch seconds as UTC: `2026-03-01T09:30:00Z`.
  mutating func time(_ name: StaticString, seconds: Int64) {
    key(name)
    bytes.append(UInt8(ascii: "\""))
    TimeText.write(seconds: seconds, to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  mutating func strings(_ name: StaticString, _ values: [String]) {
    key(name)
    bytes.append(UInt8(ascii: "["))
    for (index, value) in values.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      value.withBytes { string($0) }
    }
    bytes.append(UInt8(ascii: "]"))
  }

  @inline(__always)
  mutating func string(_ text: ByteView) {
    bytes.append(UInt8(ascii: "\""))
    JSONText.escape(text, into: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  mutating func append(_ raw: [UInt8]) { bytes.append(contentsOf: raw) }
  mutating func append(_ raw: ByteView) { bytes.append(contentsOf: raw) }
  @inline(__always)
  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  mutating func decimal(_ number: some BinaryInteger) {
    bytes.append(contentsOf: String(Int64(number)).utf8)
  }
}

/// A text that an id is made of, with a prefix perhaps, without making a `String` of it.
protocol IDText {
  /// Appends it as it stands between the quotation marks of JSON.
  func write(to bytes: inout [UInt8])
}

extension String: IDText {
  func write(to bytes: inout [UInt8]) {
    withBytes { JSONText.escape($0, into: &bytes) }
  }
}

extension ByteView: IDText {
  func write(to bytes: inout [UInt8]) { JSONText.escape(self, into: &bytes) }
}

extension Int64: IDText {
  func write(to bytes: inout [UInt8]) { bytes.append(contentsOf: String(self).utf8) }
}

/// Several texts as one, as they stand between the quotation marks of JSON.
struct JoinedID: IDText, Sendable {
  private var bytes: [UInt8] = []

  init(reserving: Bool = true) { if reserving { bytes.reserveCapacity(48) } }

  init<each Part: IDText>(_ part: repeat each Part) {
    bytes.reserveCapacity(48)
    repeat (each part).write(to: &bytes)
  }

  mutating func append(_ part: some IDText) { part.write(to: &bytes) }

  var isEmpty: Bool { bytes.isEmpty }

  func write(to target: inout [UInt8]) { target.append(contentsOf: bytes) }
}

/// Escapes what JSON asks for.
enum JSONText {
  @inline(__always)
  static func escape(_ text: ByteView, into bytes: inout [UInt8]) {
    var needsEscape = false
    for byte in text where byte < 0x20 || byte == 0x22 || byte == 0x5C { needsEscape = true }
    if needsEscape { escapeSlowly(text, into: &bytes) } else { bytes.append(contentsOf: text) }
  }

  private static func escapeSlowly(_ text: ByteView, into bytes: inout [UInt8]) {
    let digits = Array("0123456789abcdef".utf8)
    for byte in text {
      switch byte {
      case 0x22, 0x5C: bytes += [0x5C, byte]
      case 0x0A: bytes += [0x5C, UInt8(ascii: "n")]
      case 0x0D: bytes += [0x5C, UInt8(ascii: "r")]
      case 0x09: bytes += [0x5C, UInt8(ascii: "t")]
      case 0..<0x20:
        bytes += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
  }
}

/// A hash of bytes that is the same on every run and machine.
enum Fingerprint {
  @inline(__always)
  static func of(_ bytes: [UInt8], from start: Int) -> UInt64 {
    bytes.withUnsafeBytes { of(UnsafeRawBufferPointer(rebasing: $0[start...])) }
  }

  static func of(_ text: String) -> UInt64 { of(Array(text.utf8), from: 0) }

  /// Eight bytes at a time, each multiplied in; never 0.
  @inline(__always)
  static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var hash = UInt64(bytes.count) &* 0x9E37_79B9_7F4A_7C15
    var place = 0
    while place + 8 <= bytes.count {
      mix(&hash, bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self).littleEndian)
      place += 8
    }
    var rest: UInt64 = 0
    while place < bytes.count {
      rest = rest << 8 | UInt64(bytes[place])
      place += 1
    }
    mix(&hash, rest)
    hash ^= hash >> 29
    return hash == 0 ? 1 : hash
  }

  @inline(__always)
  private static func mix(_ hash: inout UInt64, _ word: UInt64) {
    let (high, low) = (hash ^ word).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    hash = (high ^ low) &+ 0x9E37_79B9_7F4A_7C15
  }

  /// One hash of two.
  static func combined(_ one: UInt64, _ other: UInt64) -> UInt64 {
    var hash = one
    mix(&hash, other)
    return hash == 0 ? 1 : hash
  }

  /// Writes 16 hexadecimal digits.
  static func write(_ hash: UInt64, to bytes: inout [UInt8], at place: Int) {
    for index in 0..<16 {
      let digit = UInt8(truncatingIfNeeded: hash >> UInt64(60 - index * 4)) & 15
      bytes[place + index] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
    }
  }

  /// The first eight hexadecimal digits.
  static func short(_ text: String) -> String {
    let hex = String(of(text), radix: 16)
    return String((String(repeating: "0", count: 16 - hex.count) + hex).prefix(8))
  }
}
