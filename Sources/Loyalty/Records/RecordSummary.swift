import Community

/// What some records of members come to that is asked for in filters: how complaints stand, and what was bought.
package struct RecordSummary: Sendable {
  /// How a member's complaints stand: as the one that presses most.
  package enum ComplaintState: UInt8, CaseIterable, Sendable {
    case open = 1, late, resolved

    /// The word in JSON, CSV and filters.
    package var id: String { "\(self)" }
  }

  /// By member, `ComplaintState`, 0 without a complaint.
  private(set) var complaints: [UInt8]
  /// By block of members, the categories of their purchases.
  let categories: [WordsColumn]

  /// - Complexity: O(members + complaints + orders).
  /// - Returns: nil if cancelled.
  init?(community: Community, moment: Moment, isCancelled: () -> Bool) {
    complaints = Array(repeating: 0, count: community.members.count)
    let judge = ComplaintJudge(community, moment)
    for segment in community[.complaints].segments {
      for row in 0..<segment.count {
        guard let member = segment.party(row).member, member.value < complaints.count else { continue }
        judge.judge(row, of: segment, &complaints[member.value])
      }
    }
    if isCancelled() { return nil }
    guard let categories = BoughtCategories(community, until: moment.now, isCancelled) else { return nil }
    self.categories = categories.columns(members: community.members.count)
  }

  /// Looks at the complaints of some members anew.
  ///
  /// - Complexity: O(complaints of these members).
  mutating func update(_ members: [Member.Index], community: Community, moment: Moment) {
    let judge = ComplaintJudge(community, moment)
    let table = community[.complaints]
    while complaints.count < community.members.count { complaints.append(0) }
    for member in members where member.value < complaints.count {
      var state: UInt8 = 0
      for row in community.rows(.complaints, of: member) {
        judge.judge(row.offset, of: table.segments[row.segment], &state)
      }
      complaints[member.value] = state
    }
  }
}

/// Says how complaints stand at one moment.
private struct ComplaintJudge {
  private let limits: ComplaintLimits
  private let now: Int64

  init(_ community: Community, _ moment: Moment) {
    limits = ComplaintLimits(community.program, zone: moment.zone)
    now = moment.now.rawValue
  }

  /// Counts a complaint in: what is late presses more than what is open, and that more than what is resolved.
  func judge(_ row: Int, of segment: Segment, _ state: inout UInt8) {
    typealias State = RecordSummary.ComplaintState
    let told = segment.at[row]
    guard told <= now, state != State.late.rawValue else { return }
    if let resolved = segment.time(ComplaintField.resolved, row), resolved.rawValue <= now {
      if state == 0 { state = State.resolved.rawValue }
      return
    }
    let level = Int(segment.integer(ComplaintField.level, row) ?? 3)
    state = (now > limits.due(level: level, told: told) ? State.late : .open).rawValue
  }
}

/// The categories that each member bought something of.
private struct BoughtCategories {
  /// The first categories that occur have a bit each; a programme seldom has more.
  private var places: [Int]
  private var symbols: [UInt32] = []
  private var masks: [UInt64]
  /// Member and symbol of the others.
  private var rest: [UInt64] = []

  /// - Returns: nil if cancelled.
  init?(_ community: Community, until now: Instant, _ isCancelled: () -> Bool) {
    places = Array(repeating: -1, count: community.symbols.count)
    masks = Array(repeating: 0, count: community.members.count)
    for segment in community[.orders].segments {
      if isCancelled() { return nil }
      read(segment, until: now.rawValue)
    }
    rest.sort()
  }

  private mutating func read(_ segment: Segment, until now: Int64) {
    let categoryColumn = segment.symbols[OrderField.category.slot]
    guard !categoryColumn.isEmpty else { return }
    let categories = categoryColumn.span
    let amountColumn = segment.integers[OrderField.amount.slot]
    let amounts = amountColumn.span
    let members = segment.member.span
    let times = segment.at.span
    for row in 0..<min(members.count, categories.count) {
      let symbol = Int(categories[row])
      guard symbol != 0, amounts[row] >= 0, times[row] <= now, Int(members[row]) < masks.count else {
        continue
      }
      var place = places[symbol]
      if place < 0 {
        place = symbols.count
        places[symbol] = place
        symbols.append(UInt32(symbol))
      }
      if place < 64 {
        masks[Int(members[row])] |= 1 << UInt64(place)
      } else {
        rest.append(UInt64(members[row]) << 32 | UInt64(symbol))
      }
    }
  }

  /// The same as lists, by block of members.
  func columns(members count: Int) -> [WordsColumn] {
    var next = rest.startIndex
    return stride(from: 0, to: count, by: Members.blockSize).map { start in
      var column = WordsColumn()
      for member in start..<min(start + Members.blockSize, count) {
        var list: [UInt32] = []
        var mask = masks[member]
        while mask != 0 {
          list.append(symbols[mask.trailingZeroBitCount])
          mask &= mask - 1
        }
        while next < rest.endIndex, rest[next] >> 32 == UInt64(member) {
          let symbol = UInt32(truncatingIfNeeded: rest[next])
          if list.last != symbol { list.append(symbol) }
          next += 1
        }
        if !list.isEmpty { column.set(list, row: member - start) }
      }
      return column
    }
  }
}
