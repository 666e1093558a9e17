import Bytes
import Community

extension Roster {
  /// Calls `body` with the bytes of a text or symbol, unmasked, or nil where it's unknown and for other columns.
  @inline(__always)
  func withText<Result>(
    _ column: MemberColumn, of member: Member.Index, _ body: (ByteView?) -> Result
  ) -> Result {
    let (block, row) = community.members.place(member)
    switch column.storage {
    case .text(_, let texts): return texts(community.members, block).withBytes(row: row, body)
    case .inviter(let texts): return withInviter(texts, of: member, body)
    case .symbol(let symbols):
      let symbol = Symbol(rawValue: symbols(community.members, block)[row])
      guard symbol != .none else { return body(nil) }
      let word = community.symbols[symbol]
      return word.withBytes { body($0) }
    default: return body(nil)
    }
  }

  /// Whether the member of an id has a name that passes.
  func isNamed(_ match: MemberMatcher.TextMatch, _ id: ByteView) -> Bool {
    guard let place = community.memberIDs.index(of: id) else { return false }
    let (block, row) = community.members.place(Member.Index(place))
    return community.members.blocks[block].names.withBytes(row: row) { $0.map(match.passes) ?? false }
  }

  /// What the record states unless that is the member; else who invited the member first.
  func withInviter<Result>(
    _ texts: ColumnStorage.Lookup<TextColumn>, of member: Member.Index,
    _ body: (ByteView?) -> Result
  ) -> Result {
    let (block, row) = community.members.place(member)
    let stated = texts(community.members, block)
    if stated.has(row: row) {
      let isOther = stated.withBytes(row: row) { stated in
        community.members.blocks[block].ids.withBytes(row: row) { id in
          guard let stated, let id else { return true }
          return SortKeys.compare(stated, id) != 0
        }
      }
      if isOther { return stated.withBytes(row: row, body) }
    }
    guard let inviter = figures.inviter(member) else { return body(nil) }
    let (otherBlock, otherRow) = community.members.place(inviter)
    return community.members.blocks[otherBlock].ids.withBytes(row: otherRow, body)
  }
}
