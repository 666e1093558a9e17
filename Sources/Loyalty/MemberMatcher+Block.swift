import Bytes
import Community

extension MemberMatcher {
  /// Sets `marks` to 1 for the rows of one block of members that are listed and pass the filter, else to 0.
  ///
  /// - Returns: how many rows the block has.
  func mark(_ block: Int, _ marks: MutableBufferView<UInt8>) -> Int {
    let base = block << Members.blockShift
    let count = min(Members.blockSize, roster.count - base)
    if roster.figures.listedCount == roster.count {
      marks.extracting(0..<count).fill(1)
    } else {
      for start in stride(from: 0, to: count, by: MemberFigures.blockSize) {
        let block = roster.figures.blocks[(base + start) >> MemberFigures.blockShift]
        let entries = block.span
        for row in 0..<min(entries.count, count - start) {
          marks[start + row] = entries[row].isListed ? 1 : 0
        }
      }
    }
    guard !terms.isEmpty else { return count }
    withTemporaryView(repeating: UInt8(0), count: Members.blockSize) { met in
      mark(terms, MemberRows(block: block, rows: 0..<count), marks, met)
    }
    return count
  }

  /// Leaves a mark on those of some rows for which all terms hold.
  ///
  /// - Parameter met: room for as many bytes as there are rows.
  func mark(
    _ terms: [Term], _ rows: MemberRows, _ marks: MutableBufferView<UInt8>, _ met: MutableBufferView<UInt8>
  ) {
    for term in terms {
      met.extracting(0..<rows.count).fill(0)
      for test in term.tests { mark(test, rows, marks, met) }
      let negation: UInt8 = term.isNegated ? 1 : 0
      for row in 0..<rows.count { marks[row] &= met[row] ^ negation }
    }
  }

  /// Sets `met` to 1 where a test passes; rows without a mark may be left out.
  private func mark(
    _ test: Test, _ rows: MemberRows, _ marks: MutableBufferView<UInt8>, _ met: MutableBufferView<UInt8>
  ) {
    let members = roster.community.members
    let start = rows.rows.lowerBound
    switch test {
    case .all(let terms):
      withTemporaryView(repeating: UInt8(0), count: rows.count) { own in
        withTemporaryView(repeating: UInt8(0), count: rows.count) { held in
          for row in 0..<rows.count { own[row] = marks[row] }
          mark(terms, rows, own, held)
        }
        for row in 0..<rows.count { met[row] |= own[row] }
      }
    case .text(let texts, .part(let pattern)) where start == 0 && rows.count > 1:
      pattern.mark(texts(members, rows.block), count: rows.count, met)
    case .text(let texts, let match):
      texts(members, rows.block).withReader { reader in
        for row in 0..<rows.count where marks[row] != 0 {
          if let bytes = reader[start + row], match.passes(bytes) { met[row] = 1 }
        }
      }
    case .inviter(let texts, let match, let name):
      for row in 0..<rows.count where marks[row] != 0 {
        let passes = roster.withInviter(texts, of: Member.Index(rows.first + row)) { id in
          guard let id else { return false }
          return match.passes(id) || name.map { roster.isNamed($0, id) } ?? false
        }
        if passes { met[row] = 1 }
      }
    case .symbol(let symbols, let passing):
      symbols(members, rows.block).withView { symbols in
        let passing = passing.span
        for row in 0..<rows.count where passing[Int(symbols[start + row])] { met[row] = 1 }
      }
    case .symbols(let lists, let passing):
      lists(members, rows.block).withReader { lists in
        let passing = passing.span
        for row in 0..<rows.count {
          for symbol in lists[start + row] where passing[Int(symbol)] { met[row] = 1 }
        }
      }
    case .gathered(let lists, let passing):
      lists(roster, rows.block)?.withReader { lists in
        let passing = passing.span
        for row in 0..<rows.count {
          for symbol in lists[start + row] where passing[Int(symbol)] { met[row] = 1 }
        }
      }
    case .times(let times, let range):
      times(roster)?.forEach(in: rows.first..<rows.first + rows.count) { member, at in
        if range.contains(at) { met[member - rows.first] = 1 }
      }
    case .flaggedSymbols(let lists, let set, let unset):
      lists(members, rows.block).withReader { lists in
        for row in 0..<rows.count {
          let list = lists[start + row]
          for place in stride(from: 0, to: list.count - 1, by: 2) {
            if list[place + 1] != 0 ? set[Int(list[place])] : unset[Int(list[place])] { met[row] = 1 }
          }
        }
      }
    case .places(let places, let passing):
      for due in places(roster, rows.first..<rows.first + rows.count) {
        if due.places.contains(where: { $0 < passing.count && passing[$0] }) {
          met[due.member.value - rows.first] = 1
        }
      }
    case .code(let fill, let passing):
      let passing = passing.span
      forEachBlock(fill, rows) { start, codes in
        for row in 0..<codes.count { met[start + row] |= passing[Int(codes[row])] }
      }
    case .whole(let fill, let range):
      let (low, high) = (max(range.lowerBound, .unknown + 1), range.upperBound)
      forEachBlock(fill, rows) { start, values in
        for row in 0..<values.count {
          met[start + row] |= low <= values[row] && values[row] <= high ? 1 : 0
        }
      }
    case .decimal(let fill, let range):
      let (low, high) = (range.lowerBound, range.upperBound)
      forEachBlock(fill, rows) { start, values in
        for row in 0..<values.count {
          met[start + row] |= low <= values[row] && values[row] <= high ? 1 : 0
        }
      }
    case .date(let dates, let test):
      dates(members, rows.block).withView { dates in
        for row in 0..<rows.count where test.passes(dates[start + row]) { met[row] = 1 }
      }
    case .monthDays(let dates, let passing):
      dates(members, rows.block).withView { dates in
        let passing = passing.span
        for row in 0..<rows.count where passing[Int(dates[start + row] & 511)] { met[row] = 1 }
      }
    case .flag(let flags, let wanted):
      flags(members, rows.block).withView { flags in
        for row in 0..<rows.count where flags[start + row] == wanted { met[row] = 1 }
      }
    case .known(let column, let isWanted): mark(column, isKnown: isWanted, rows, met)
    case .never: break
    }
  }

  /// Calls `body` with the values of as many members at once as are in one block of the figures, and where among the rows
  /// they begin.
  @inline(__always)
  func forEachBlock<Value: FlatValue>(
    _ fill: ColumnStorage.Fill<Value>, _ rows: MemberRows,
    _ body: (Int, MutableBufferView<Value>) -> Void
  ) {
    withTemporaryView(repeating: Value.unknown, count: min(rows.count, MemberFigures.blockSize)) { buffer in
      var start = 0
      while start < rows.count {
        let first = rows.first + start
        let count = min(rows.count - start, MemberFigures.blockSize - first & (MemberFigures.blockSize - 1))
        let values = buffer.extracting(0..<count)
        roster.read(fill, from: first, into: values)
        body(start, values)
        start += count
      }
    }
  }
}

extension MemberFilter.BirthdayTest {
  /// Whether a `Birthday.rawValue` passes; 0, which is unknown, doesn't.
  func passes(_ birthday: UInt32) -> Bool {
    guard birthday != 0 else { return false }
    let monthDay = Int(birthday & 511)
    switch self {
    case .days(let from, let through):
      return from <= through
        ? (from...through).contains(monthDay) : monthDay >= from || monthDay <= through
    case .years(let years): return birthday >> 9 != 0 && years.contains(Int(birthday >> 9))
    case .date(let date): return date.rawValue == birthday
    case .period: return false
    }
  }
}
