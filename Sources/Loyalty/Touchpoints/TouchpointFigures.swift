import Community

/// The lists of one state of the folder with what stands behind them; made off the main thread.
///
/// What is due stands in the programme's order of the rules, which is also their precedence under the contact cap;
/// within a rule what closes first comes first, then who has least in the account. What the day itself brings to many
/// (a member day, the weather) comes last, and from `foldsFrom` members on as one line for all of them.
package struct TouchpointFigures: Sendable {
  package var calendar: TouchpointCalendar
  package var account: EmotionalAccounts?
  package var roster: Roster
  /// Which of the searches and filters it's narrowed by.
  package private(set) var narrowing: Int
  /// Due today, of whom search and filter let pass.
  package private(set) var dueCount = 0
  /// Overdrawn members, of whom search and filter let pass.
  package private(set) var overdrawnCount = 0
  private var lists: [TouchpointSection: [TouchpointRow]] = [:]
  /// By place of the rule, who passes of those who are due.
  private var passing: [Int: [Member.Index]] = [:]

  /// Rows of a list, and of each rule in the list of today, that are at hand at most.
  package static let limit = 500
  /// So many members whom a day concerns share a line.
  package static let foldsFrom = 10

  /// - Parameters:
  ///   - roster: with measures.
  ///   - filter: whom the lists have.
  ///   - order: how the rows at hand are ordered; nil: as the calendar says.
  /// - Complexity: O(members) for the overdrawn and with a filter, else O(`limit` × rules).
  /// - Returns: nil while the roster's measures have no calendar.
  package init?(
    _ roster: Roster, filter: MemberFilter = .all, order: MemberOrder? = nil, narrowing: Int = 0
  ) {
    guard let measures = roster.measures, let calendar = measures.touchpoints else { return nil }
    self.roster = roster
    self.calendar = calendar
    self.narrowing = narrowing
    account = measures.account
    defer { if let order { sort(by: order) } }
    let matcher = filter.isEmpty ? nil : filter.matcher(for: roster)
    let passes = { (member: Member.Index) in matcher?.matches(member) ?? true }
    lists[.today] = today(isNarrowed: matcher != nil, passes)
    lists[.ahead] = ahead(isNarrowed: matcher != nil, passes)
    lists[.missed] = missed(isNarrowed: matcher != nil, passes)
    guard let account else { return }
    let overdrawn = matcher == nil ? account.overdrawn(limit: Self.limit) : account.overdrawn().filter(passes)
    overdrawnCount = matcher == nil ? account.summary.members(in: .overdrawn) : overdrawn.count
    lists[.overdrawn] = overdrawn.prefix(Self.limit).map { member in
      TouchpointRow(key: id(member), member: member, rule: nil, day: roster.moment.today)
    }
    lists[.delights] = account.summary.delights.lazy.filter { passes($0.member) }.prefix(Self.limit).map {
      delight in
      TouchpointRow(
        key: "\(id(delight.member))|\(delight.at.rawValue)|\(delight.kind?.id ?? "")",
        member: delight.member, rule: nil, day: roster.moment.zone.day(of: delight.at), worth: delight.worth,
        kind: delight.kind?.name)
    }
  }

  /// Orders the rows of each list by a column of their members. A line for several members stays behind them.
  private mutating func sort(by order: MemberOrder) {
    for (section, rows) in lists {
      let members = roster.sorted(Array(Set(rows.map(\.member))).sorted(), by: order)
      let ranks = Dictionary(uniqueKeysWithValues: zip(members, members.indices))
      lists[section] = rows.enumerated().sorted { left, right in
        func key(_ place: Int, _ row: TouchpointRow) -> (Int, Int, Int) {
          (row.isFolded ? 1 : 0, ranks[row.member] ?? 0, place)
        }
        return key(left.offset, left.element) < key(right.offset, right.element)
      }.map(\.element)
    }
  }

  package func rows(_ section: TouchpointSection) -> [TouchpointRow] { lists[section] ?? [] }

  package func id(_ member: Member.Index) -> String { roster.community.members.id(member) }

  /// What decisions about a row are about: one touch, or those of all members it stands for.
  package func touches(_ row: TouchpointRow) -> [TouchKey] {
    guard row.isFolded, let place = row.rule else { return row.touch.map { [$0] } ?? [] }
    let rule = calendar.rules[place].id
    return (passing[place] ?? calendar.today.members(place)).map { TouchKey(member: id($0), rule: rule) }
  }

  // MARK: Making

  private func key(_ member: Member.Index, _ rule: Int, _ day: Day) -> String {
    "\(id(member))|\(calendar.rules[rule].id)|\(day)"
  }

  /// A line for all whom a day concerns.
  private func folded(
    _ members: [Member.Index], _ count: Int, _ rule: Int, _ day: Day, closes: Day? = nil,
    isAtLeast: Bool = false
  ) -> TouchpointRow? {
    guard calendar.rules[rule].trigger.isOfTheDay, count >= Self.foldsFrom, let first = members.first else {
      return nil
    }
    return TouchpointRow(
      key: "*|\(calendar.rules[rule].id)|\(day)", member: first, rule: rule, day: day, closes: closes,
      members: count, isAtLeast: isAtLeast)
  }

  private mutating func today(isNarrowed: Bool, _ passes: (Member.Index) -> Bool) -> [TouchpointRow] {
    var own: [TouchpointRow] = []
    var shared: [TouchpointRow] = []
    let isOfTheDay = calendar.rules.map(\.trigger.isOfTheDay)
    for place in calendar.rules.indices {
      var members = calendar.today.members(place)
      if isNarrowed {
        members = members.filter(passes)
        passing[place] = members
      }
      dueCount += members.count
      if let first = members.first, let due = calendar.due(place, of: first),
        let row = folded(members, members.count, place, due.occasion, closes: due.closes)
      {
        shared.append(row)
        continue
      }
      let dues = members.prefix(Self.limit).compactMap { calendar.due(place, of: $0) }
      let rows = dues.map { due in
        TouchpointRow(
          key: key(due.member, place, due.occasion), member: due.member, rule: place, day: due.occasion,
          closes: due.closes, host: due.handedTo,
          touch: TouchKey(member: id(due.member), rule: calendar.rules[place].id))
      }
      let balances = rows.map { account?.balance($0.member) ?? 0 }
      let order = rows.indices.sorted {
        (rows[$0].closes ?? rows[$0].day, balances[$0], rows[$0].member)
          < (rows[$1].closes ?? rows[$1].day, balances[$1], rows[$1].member)
      }
      if isOfTheDay[place] { shared += order.map { rows[$0] } } else { own += order.map { rows[$0] } }
    }
    return own + shared
  }

  private func ahead(isNarrowed: Bool, _ passes: (Member.Index) -> Bool) -> [TouchpointRow] {
    var rows: [TouchpointRow] = []
    for day in calendar.nextDays {
      for (place, all) in day.members.enumerated() {
        let members = isNarrowed ? all.filter(passes) : all
        let isAtLeast = isNarrowed && all.count < day.counts[place]
        if let row = folded(
          members, isNarrowed ? members.count : day.counts[place], place, day.day, isAtLeast: isAtLeast)
        {
          rows.append(row)
        } else {
          rows += members.map {
            TouchpointRow(key: key($0, place, day.day), member: $0, rule: place, day: day.day)
          }
        }
        if rows.count > 2 * Self.limit { return rows }
      }
    }
    return rows
  }

  /// What closed last comes first; on one day, in the order of the rules.
  private func missed(isNarrowed: Bool, _ passes: (Member.Index) -> Bool) -> [TouchpointRow] {
    var rows: [TouchpointRow] = []
    for (place, occasions) in calendar.missed.enumerated() {
      var start = 0
      while start < occasions.count, rows.count < Self.limit * 10 {
        let day = occasions[start].closed
        let end = occasions[start...].firstIndex { $0.closed != day } ?? occasions.count
        let all = occasions[start..<end].map(\.member)
        let members = isNarrowed ? all.filter(passes) : all
        start = end
        let isAtLeast = all.count >= TouchpointCalendar.samples
        if let row = folded(members, members.count, place, day, isAtLeast: isAtLeast) {
          rows.append(row)
        } else {
          rows += members.map { TouchpointRow(key: key($0, place, day), member: $0, rule: place, day: day) }
        }
      }
    }
    return Array(
      rows.sorted { ($1.day, $0.rule ?? 0, $0.member) < ($0.day, $1.rule ?? 0, $1.member) }
        .prefix(Self.limit * 4))
  }
}
