import Community

extension MemberColumn {
  /// Whether the column shows one symbol a member.
  var isSymbol: Bool {
    switch self {
    case .city, .region, .store, .channel, .host: true
    default: false
    }
  }

  /// Whether the column shows one text a member that is kept as such.
  var isText: Bool {
    switch self {
    case .id, .name, .referrer, .household, .phone, .email: true
    default: false
    }
  }
}

extension Members.Block {
  /// The symbols behind a column that shows symbols; else none.
  @inline(__always)
  func symbols(_ column: MemberColumn) -> [UInt32] {
    switch column {
    case .city: city
    case .region: region
    case .store: store
    case .channel: channel
    case .host: host
    default: []
    }
  }

  /// The texts behind a column that shows texts; else none.
  @inline(__always)
  func texts(_ column: MemberColumn) -> TextColumn {
    switch column {
    case .id: ids
    case .name: names
    case .referrer: referrers
    case .household: households
    case .phone: phones
    case .email: emails
    default: TextColumn()
    }
  }
}

extension Roster {
  /// The symbol behind a column that shows symbols; else 0.
  ///
  /// Columns are named one by one, because calling a method of the block would copy it.
  @inline(__always)
  func symbol(_ column: MemberColumn, of member: Member.Index) -> UInt32 {
    let (block, row) = community.members.place(member)
    switch column {
    case .city: return community.members.blocks[block].city[row]
    case .region: return community.members.blocks[block].region[row]
    case .store: return community.members.blocks[block].store[row]
    case .channel: return community.members.blocks[block].channel[row]
    case .host: return community.members.blocks[block].host[row]
    default: return 0
    }
  }

  /// Calls `body` with the bytes of a text, unmasked, or nil where it's unknown.
  @inline(__always)
  func withText<Result>(
    _ column: MemberColumn, of member: Member.Index, _ body: (UnsafeRawBufferPointer?) -> Result
  ) -> Result {
    let (block, row) = community.members.place(member)
    switch column {
    case .id: return community.members.blocks[block].ids.withBytes(row: row, body)
    case .name: return community.members.blocks[block].names.withBytes(row: row, body)
    case .household: return community.members.blocks[block].households.withBytes(row: row, body)
    case .phone: return community.members.blocks[block].phones.withBytes(row: row, body)
    case .email: return community.members.blocks[block].emails.withBytes(row: row, body)
    case .referrer: return withReferrer(of: member, body)
    default:
      let symbol = Symbol(rawValue: symbol(column, of: member))
      guard symbol != .none else { return body(nil) }
      var word = community.symbols[symbol]
      return word.withUTF8 { body(UnsafeRawBufferPointer($0)) }
    }
  }

  /// The record's referrer unless that is the member; else who invited the member first.
  private func withReferrer<Result>(
    of member: Member.Index, _ body: (UnsafeRawBufferPointer?) -> Result
  ) -> Result {
    let (block, row) = community.members.place(member)
    if community.members.blocks[block].referrers.has(row: row) {
      let isOther = community.members.blocks[block].referrers.withBytes(row: row) { stated in
        community.members.blocks[block].ids.withBytes(row: row) { id in
          guard let stated, let id else { return true }
          return SortKeys.compare(stated, id) != 0
        }
      }
      if isOther { return community.members.blocks[block].referrers.withBytes(row: row, body) }
    }
    guard let inviter = figures.inviter(member) else { return body(nil) }
    let (otherBlock, otherRow) = community.members.place(inviter)
    return community.members.blocks[otherBlock].ids.withBytes(row: otherRow, body)
  }
}
