import Community

extension MemberMatcher {
  /// Sets `marks` to 1 for the rows of one block of members that are listed and pass the filter, else to 0.
  ///
  /// - Returns: how many rows the block has.
  func mark(_ block: Int, _ marks: UnsafeMutablePointer<UInt8>) -> Int {
    let base = block << Members.blockShift
    let count = min(Members.blockSize, roster.count - base)
    if roster.figures.listedCount == roster.count {
      for row in 0..<count { marks[row] = 1 }
    } else {
      forEachEntry(base, count) { row, entry in marks[row] = entry.isListed ? 1 : 0 }
    }
    guard !terms.isEmpty else { return count }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Members.blockSize) { buffer in
      guard let met = buffer.baseAddress else { return }
      for term in terms {
        met.update(repeating: 0, count: count)
        for test in term.tests { mark(test, base, count, marks, met) }
        let negation: UInt8 = term.isNegated ? 1 : 0
        for row in 0..<count { marks[row] &= met[row] ^ negation }
      }
    }
    return count
  }

  @inline(__always)
  private func forEachEntry(_ base: Int, _ count: Int, _ body: (Int, borrowing MemberFigures.Entry) -> Void) {
    for start in stride(from: 0, to: count, by: MemberFigures.blockSize) {
      roster.figures.blocks[(base + start) >> MemberFigures.blockShift].withUnsafeBufferPointer { entries in
        for row in 0..<min(entries.count, count - start) { body(start + row, entries[row]) }
      }
    }
  }

  /// Sets `met` to 1 where a test passes; rows without a mark may be left out.
  private func mark(
    _ test: Test, _ base: Int, _ count: Int, _ marks: UnsafePointer<UInt8>, _ met: UnsafeMutablePointer<UInt8>
  ) {
    let block = base >> Members.blockShift
    switch test {
    case .freeWord(let word):
      if word.isSymbol {
        markSymbols(block, .city, count, word.symbols, met)
        markTags(block, count, word.symbols, met)
      }
      word.pattern.mark(roster.community.members.blocks[block].ids, count: count, met)
      mark(.text(.name, word.name), base, count, marks, met)
    case .symbol(let column, let passing): markSymbols(block, column, count, passing, met)
    case .tag(let passing): markTags(block, count, passing, met)
    case .text(let column, .part(let pattern)) where column != .referrer:
      pattern.mark(roster.community.members.blocks[block].texts(column), count: count, met)
    case .text(let column, let match) where column != .referrer:
      roster.community.members.blocks[block].texts(column).withReader { reader in
        for row in 0..<count where marks[row] != 0 {
          if let bytes = reader[row], match.passes(bytes) { met[row] = 1 }
        }
      }
    case .range(.spend, let range):
      forEachEntry(base, count) { row, entry in if range.contains(entry.spend) { met[row] = 1 } }
    case .range(.orders, let range):
      forEachEntry(base, count) { row, entry in if range.contains(Int64(entry.orders)) { met[row] = 1 } }
    case .time(.joined, let range):
      forEachEntry(base, count) { row, entry in if range.contains(entry.joined) { met[row] = 1 } }
    case .time(.lastSeen, let range):
      forEachEntry(base, count) { row, entry in if range.contains(entry.lastSeen) { met[row] = 1 } }
    case .never: break
    default:
      if markMeasure(test, base, count, met) { return }
      forEachEntry(base, count) { row, entry in
        if marks[row] != 0, passes(test, Member.Index(base + row), entry) { met[row] = 1 }
      }
    }
  }

  /// The same for columns of measures that are kept side by side; false for other tests.
  private func markMeasure(
    _ test: Test, _ base: Int, _ count: Int, _ met: UnsafeMutablePointer<UInt8>
  ) -> Bool {
    func flat(_ column: MemberColumn) -> FlatColumn? { roster.measures?.flat(column) }
    switch test {
    case .choice(let column, let places):
      guard let flat = flat(column) else { return false }
      flat.mark(places, base, count, met)
    case .range(let column, let range):
      guard let flat = flat(column) else { return false }
      flat.mark(range, base, count, met)
    case .decimal(let column, let range):
      guard let flat = flat(column) else { return false }
      flat.mark(range, base, count, met)
    case .known(let column), .unknown(let column):
      guard let flat = flat(column) else { return false }
      if case .known = test {
        flat.mark(known: true, base, count, met)
      } else {
        flat.mark(known: false, base, count, met)
      }
    default: return false
    }
    return true
  }

  private func markSymbols(
    _ block: Int, _ column: MemberColumn, _ count: Int, _ passing: [Bool], _ met: UnsafeMutablePointer<UInt8>
  ) {
    roster.community.members.blocks[block].symbols(column).withUnsafeBufferPointer { symbols in
      passing.withUnsafeBufferPointer { passing in
        for row in 0..<count where passing[Int(symbols[row])] { met[row] = 1 }
      }
    }
  }

  private func markTags(_ block: Int, _ count: Int, _ passing: [Bool], _ met: UnsafeMutablePointer<UInt8>) {
    roster.community.members.blocks[block].tags.withReader { tags in
      passing.withUnsafeBufferPointer { passing in
        for row in 0..<count {
          for symbol in tags[row] where passing[Int(symbol)] { met[row] = 1 }
        }
      }
    }
  }
}
