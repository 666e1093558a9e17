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
  /// Calls `body` with the bytes of a text, unmasked, or nil where it's unknown.
  func withText<Result>(
    _ column: MemberColumn, of member: Member.Index, _ body: (UnsafeRawBufferPointer?) -> Result
  ) -> Result {
    let (block, row) = community.members.place(member)
    if column.isSymbol {
      let symbol = Symbol(rawValue: community.members.blocks[block].symbols(column)[row])
      guard symbol != .none else { return body(nil) }
      var word = community.symbols[symbol]
      return word.withUTF8 { body(UnsafeRawBufferPointer($0)) }
    }
    if column == .referrer { return withReferrer(of: member, body) }
    return community.members.blocks[block].texts(column).withBytes(row: row, body)
  }

  /// The record's referrer unless that is the member; else who invited the member first.
  private func withReferrer<Result>(
    of member: Member.Index, _ body: (UnsafeRawBufferPointer?) -> Result
  ) -> Result {
    let (block, row) = community.members.place(member)
    let columns = community.members.blocks[block]
    let isStated = columns.referrers.withBytes(row: row) { stated in
      guard let stated else { return false }
      return columns.ids.withBytes(row: row) { id in id.map { !$0.elementsEqual(stated) } ?? true }
    }
    if isStated { return columns.referrers.withBytes(row: row, body) }
    guard let inviter = figures.inviter(member) else { return body(nil) }
    let (otherBlock, otherRow) = community.members.place(inviter)
    return community.members.blocks[otherBlock].ids.withBytes(row: otherRow, body)
  }
}
