import Bytes

/// A short list of 32-bit words a row (tags, consents, ratings). A row without a list holds nothing.
@usableFromInline
package struct WordsColumn: Sendable {
  /// Where each row's list begins in `words`, 0 for none. A list is its length, then its words.
  @usableFromInline var offsets: [UInt32] = []
  @usableFromInline var words: [UInt32] = [0]

  package init() {}

  /// A column made elsewhere.
  ///
  /// - Parameters:
  ///   - offsets: for each row where its list begins in `words`, 0 for none.
  ///   - words: an unused word, then each list behind its length.
  package init(offsets: [UInt32], words: [UInt32]) {
    self.offsets = offsets
    self.words = words
  }

  package var isEmpty: Bool { words.count == 1 }
  package var byteCount: Int { words.count * 4 }

  package mutating func set(_ list: [UInt32], row: Int) {
    while offsets.count <= row { offsets.append(0) }
    offsets[row] = UInt32(words.count)
    words.append(UInt32(list.count))
    words.append(contentsOf: list)
  }

  package func has(row: Int) -> Bool { row < offsets.count && offsets[row] != 0 }

  /// The list of a row, empty where it has none.
  @inlinable
  package subscript(row: Int) -> ArraySlice<UInt32> {
    guard row < offsets.count, offsets[row] != 0 else { return [] }
    let start = Int(offsets[row])
    return words[start + 1..<start + 1 + Int(words[start])]
  }

  /// Calls `body` with a view for reading many rows. It doesn't outlive the call.
  @inlinable @inline(__always)
  package func withReader<Result>(_ body: (Reader) -> Result) -> Result {
    offsets.withView { offsets in
      words.withView { words in body(Reader(offsets: offsets, words: words)) }
    }
  }

  /// A view of the column's lists.
  @usableFromInline
  package struct Reader {
    @usableFromInline let offsets: BufferView<UInt32>
    @usableFromInline let words: BufferView<UInt32>

    @inlinable @inline(__always)
    init(offsets: BufferView<UInt32>, words: BufferView<UInt32>) {
      self.offsets = offsets
      self.words = words
    }

    /// The list of a row, empty where it has none.
    @inlinable @inline(__always)
    package subscript(row: Int) -> BufferView<UInt32> {
      guard row < offsets.count, offsets[row] != 0 else { return BufferView() }
      let start = Int(offsets[row])
      return words.extracting(start + 1..<start + 1 + Int(words[start]))
    }
  }

  /// Appends a range of another column's rows behind `row` rows of this one.
  ///
  /// The lists of those rows must lie side by side in order, as they do where each row's was set once, in order.
  mutating func append(_ other: WordsColumn, rows: Range<Int>, at row: Int) {
    let source = rows.clamped(to: 0..<other.offsets.count)
    let first = source.first { other.offsets[$0] != 0 }
    guard let first, let last = source.last(where: { other.offsets[$0] != 0 }) else { return }
    let start = Int(other.offsets[first])
    let end = Int(other.offsets[last])
    precondition(words.count + other.words.count <= UInt32.max, "more words than offsets can say")
    let shift = UInt32(words.count) &- UInt32(start)
    let missing = row + first - rows.lowerBound - offsets.count
    if missing > 0 { offsets.append(contentsOf: repeatElement(0, count: missing)) }
    offsets.append(contentsOf: other.offsets[first...last].lazy.map { $0 == 0 ? 0 : $0 &+ shift })
    words.append(contentsOf: other.words[start...end + Int(other.words[end])])
  }

  /// Keeps only `rows`, in that order, which must ascend.
  package mutating func keep(rows: [Int]) {
    var kept = WordsColumn()
    for (new, old) in rows.enumerated() where has(row: old) { kept.set(Array(self[old]), row: new) }
    self = kept
  }
}

extension WordsColumn {
  /// Stops a debug build where a list doesn't lie inside the arena, or a row beyond the table's has one.
  ///
  /// - Parameter rows: of the table that the column belongs to.
  /// - Complexity: O(rows).
  package func _checkInvariants(rows: Int) {
    #if DEBUG
      precondition(offsets.count <= rows, "more lists than rows")
      precondition(!words.isEmpty && words.count <= UInt32.max, "an arena that offsets can't say")
      for offset in offsets where offset != 0 {
        precondition(Int(offset) < words.count, "a list that begins behind the arena")
        precondition(Int(offset) + Int(words[Int(offset)]) < words.count, "a list that ends behind the arena")
      }
    #endif
  }
}
