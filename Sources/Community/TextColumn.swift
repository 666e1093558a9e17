import Bytes

/// One text a row, kept as UTF-8 side by side in one arena. A row without text holds nothing.
///
/// Texts are at most 256 MiB each, the arena at most 4 GiB.
@usableFromInline
package struct TextColumn: Sendable {
  /// Where each row's text begins, 0 for none. A text is its length (LEB128), then its bytes.
  /// Shorter than the table when no later row has a text.
  @usableFromInline var offsets: [UInt32] = []
  @usableFromInline var bytes: [UInt8] = [0]

  package init() {}

  /// A column made elsewhere.
  ///
  /// - Parameters:
  ///   - offsets: for each row where its text begins in `bytes`, 0 for none.
  ///   - bytes: an unused byte, then each text behind its length (LEB128).
  package init(offsets: [UInt32], bytes: [UInt8]) {
    self.offsets = offsets
    self.bytes = bytes
  }

  /// Bytes kept for texts, lengths included.
  package var byteCount: Int { bytes.count }
  /// Whether no row has a text.
  package var isEmpty: Bool { bytes.count == 1 }

  package mutating func reserve(rows: Int, bytes count: Int) {
    offsets.reserveCapacity(rows)
    bytes.reserveCapacity(count)
  }

  /// Gives `row` a text; rows up to it that have none are filled up.
  @inlinable
  package mutating func set(_ text: ByteView, row: Int) {
    setUnchecked(text, row: row)
  }

  @usableFromInline
  mutating func setUnchecked(_ text: ByteView, row: Int) {
    while offsets.count <= row { offsets.append(0) }
    offsets[row] = UInt32(bytes.count)
    var length = text.count
    while length >= 0x80 {
      bytes.append(UInt8(length & 0x7F) | 0x80)
      length >>= 7
    }
    bytes.append(UInt8(length))
    bytes.append(contentsOf: text)
  }

  package mutating func set(_ text: String, row: Int) {
    text.withBytes { setUnchecked($0, row: row) }
  }

  package mutating func remove(row: Int) {
    if row < offsets.count { offsets[row] = 0 }
  }

  @inlinable
  package func has(row: Int) -> Bool { row < offsets.count && offsets[row] != 0 }

  /// Calls `body` with the bytes of a row's text, or nil where it has none. The bytes don't outlive the call.
  @inlinable @inline(__always)
  package func withBytes<Result>(row: Int, _ body: (ByteView?) -> Result) -> Result {
    withReader { body($0[row]) }
  }

  /// Calls `body` with a view for reading many rows. Neither it nor its bytes outlive the call.
  @inlinable @inline(__always)
  package func withReader<Result>(_ body: (Reader) -> Result) -> Result {
    offsets.withView { offsets in
      bytes.withView { bytes in body(Reader(offsets: offsets, bytes: bytes)) }
    }
  }

  /// A view of the column's texts.
  @usableFromInline
  package struct Reader {
    /// Where each row's text begins in `bytes`, 0 for none.
    @usableFromInline package let offsets: BufferView<UInt32>
    /// The texts, each behind its length.
    @usableFromInline package let bytes: ByteView

    @inlinable @inline(__always)
    init(offsets: BufferView<UInt32>, bytes: ByteView) {
      self.offsets = offsets
      self.bytes = bytes
    }

    /// The bytes of a row's text, or nil where it has none.
    @inlinable @inline(__always)
    package subscript(row: Int) -> ByteView? { text(row)?.bytes }

    /// The bytes of a row's text and where they begin, or nil where it has none.
    @inlinable @inline(__always)
    package func text(_ row: Int) -> (start: Int, bytes: ByteView)? {
      guard row < offsets.count, offsets[row] != 0 else { return nil }
      var offset = Int(offsets[row])
      var length = 0
      var shift = 0
      while true {
        let byte = bytes[offset]
        offset += 1
        length |= Int(byte & 0x7F) << shift
        if byte < 0x80 { break }
        shift += 7
      }
      return (offset, bytes.extracting(offset..<offset + length))
    }
  }

  /// The text of a row, or nil where it has none.
  package subscript(row: Int) -> String? {
    withBytes(row: row) { bytes in bytes.map { String(decoding: $0, as: UTF8.self) } }
  }

  /// Appends a range of another column's rows behind `row` rows of this one.
  ///
  /// The texts of those rows must lie side by side in order, as they do where each row's was set once, in order.
  mutating func append(_ other: TextColumn, rows: Range<Int>, at row: Int) {
    let source = rows.clamped(to: 0..<other.offsets.count)
    let first = source.first { other.offsets[$0] != 0 }
    guard let first, let last = source.last(where: { other.offsets[$0] != 0 }) else { return }
    let start = Int(other.offsets[first])
    let end = other.end(of: last)
    precondition(bytes.count + end - start <= UInt32.max, "more texts than offsets can say")
    let shift = UInt32(bytes.count) &- UInt32(start)
    let missing = row + first - rows.lowerBound - offsets.count
    if missing > 0 { offsets.append(contentsOf: repeatElement(0, count: missing)) }
    offsets.append(contentsOf: other.offsets[first...last].lazy.map { $0 == 0 ? 0 : $0 &+ shift })
    bytes.append(contentsOf: other.bytes[start..<end])
  }

  /// Where the text of a row ends in `bytes`.
  private func end(of row: Int) -> Int {
    var offset = Int(offsets[row])
    var length = 0
    var shift = 0
    while true {
      let byte = bytes[offset]
      offset += 1
      length |= Int(byte & 0x7F) << shift
      if byte < 0x80 { return offset + length }
      shift += 7
    }
  }

  /// Calls `body` with a function that gives the bytes of a row's text, empty where it has none.
  package func withAllBytes<Result>(_ body: ((Int) -> ByteView) -> Result) -> Result {
    withReader { reader in body { row in reader[row] ?? ByteView() } }
  }

  /// Keeps only `rows`, in that order, which must ascend.
  package mutating func keep(rows: [Int]) {
    var kept = TextColumn()
    for (new, old) in rows.enumerated() {
      withBytes(row: old) { bytes in
        if let bytes { kept.setUnchecked(bytes, row: new) }
      }
    }
    self = kept
  }
}

extension TextColumn {
  /// Stops a debug build where a text doesn't lie inside the arena, or a row beyond the table's has one.
  ///
  /// - Parameter rows: of the table that the column belongs to.
  /// - Complexity: O(rows).
  package func _checkInvariants(rows: Int) {
    #if DEBUG
      precondition(offsets.count <= rows, "more texts than rows")
      precondition(!bytes.isEmpty && bytes.count <= UInt32.max, "an arena that offsets can't say")
      for (row, offset) in offsets.enumerated() where offset != 0 {
        precondition(Int(offset) < bytes.count, "a text that begins behind the arena")
        precondition(end(of: row) <= bytes.count, "a text that ends behind the arena")
      }
    #endif
  }
}
