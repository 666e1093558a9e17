import Bytes
import Community

extension MemberMatcher {
  /// Sets `met` to 1 for the rows that have a value, or for those that have none.
  func mark(
    _ column: MemberColumn, isKnown: Bool, _ rows: MemberRows, _ met: MutableBufferView<UInt8>
  ) {
    let (yes, no): (UInt8, UInt8) = isKnown ? (1, 0) : (0, 1)
    let members = roster.community.members
    let start = rows.rows.lowerBound
    switch column.storage {
    case .text(_, let texts):
      let texts = texts(members, rows.block)
      for row in 0..<rows.count { met[row] |= texts.has(row: start + row) ? yes : no }
    case .inviter(let texts):
      for row in 0..<rows.count {
        let isThere = roster.withInviter(texts, of: Member.Index(rows.first + row)) { $0 != nil }
        met[row] |= isThere ? yes : no
      }
    case .symbol(let symbols), .date(let symbols):
      symbols(members, rows.block).withView { symbols in
        for row in 0..<rows.count { met[row] |= symbols[start + row] != 0 ? yes : no }
      }
    case .symbols(let lists), .flaggedSymbols(let lists):
      lists(members, rows.block).withReader { lists in
        for row in 0..<rows.count { met[row] |= lists[start + row].isEmpty ? no : yes }
      }
    case .gathered(let lists):
      let lists = lists(roster, rows.block)
      for row in 0..<rows.count { met[row] |= lists?.has(row: start + row) ?? false ? yes : no }
    case .times(let times):
      var has = [Bool](repeating: false, count: rows.count)
      times(roster)?.forEach(in: rows.first..<rows.first + rows.count) { member, _ in
        has[member - rows.first] = true
      }
      for row in 0..<rows.count { met[row] |= has[row] ? yes : no }
    case .flag(let flags):
      flags(members, rows.block).withView { flags in
        for row in 0..<rows.count { met[row] |= flags[start + row] ? yes : no }
      }
    case .whole(let fill), .instant(let fill):
      let none = column.hasZeros ? Int64.unknown : 0
      forEachBlock(fill, rows) { start, values in
        for row in 0..<values.count {
          met[start + row] |= values[row] == .unknown || values[row] == none ? no : yes
        }
      }
    case .decimal(let fill):
      forEachBlock(fill, rows) { start, values in
        for row in 0..<values.count { met[start + row] |= values[row].isNaN ? no : yes }
      }
    case .word(_, let fill), .name(_, let fill):
      forEachBlock(fill, rows) { start, codes in
        for row in 0..<codes.count { met[start + row] |= codes[row] == 0 ? no : yes }
      }
    case .names(_, let places):
      // Those with a word stand out from the rest.
      var has = [Bool](repeating: false, count: rows.count)
      for item in places(roster, rows.first..<rows.first + rows.count) {
        has[item.member.value - rows.first] = true
      }
      for row in 0..<rows.count { met[row] |= has[row] ? yes : no }
    }
  }
}
