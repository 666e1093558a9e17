import Bytes
import Community
import Synchronization

extension TouchpointCalendar {
  /// Looks at all members: who is due today, what was done and missed, what comes.
  mutating func survey(
    _ community: Community, on computation: Computation
  ) {
    let result = passes(on: plan.today, community, isCounting: true, computation: computation)
    today = DueList(result.due.map { DatedKey.sorted($0) }, count: count)
    matrix = plan.rules.indices.map { place in tiers.indices.map { result.count(place, $0) } }
    (used, unused) = (result.used, result.unused)
    missed = result.missed.map { days in
      days.indices.reversed().flatMap { offset in
        days[offset].sorted().map {
          MissedOccasion(
            member: Member.Index(rawValue: $0),
            closed: plan.today.adding(days: offset - TouchpointCalendar.windowDays))
        }
      }
    }
    nextDays = (0..<TouchpointCalendar.daysAhead).map { offset in
      DayAhead(
        day: plan.today.adding(days: offset + 1), counts: result.ahead.map { $0[offset].count },
        members: result.ahead.map { $0[offset].members.map { Member.Index(rawValue: $0) } })
    }
  }

  /// Who is due on a day, as far as is known now; `days` to come at most.
  ///
  /// - Complexity: O(members × rules).
  package func list(
    on day: Day, _ community: Community, computation: Computation = .serial
  ) -> DueList {
    if day == plan.today { return today }
    let result = passes(on: day, community, isCounting: false, computation: computation)
    return DueList(result.due.map { DatedKey.sorted($0) }, count: count)
  }

  /// - Parameter isCounting: whether what was done and missed is told too, not only who is due.
  private func passes(
    on day: Day, _ community: Community, isCounting: Bool, computation: Computation
  ) -> SurveyPart {
    let workers = max(1, min(computation.workers, (count + 4095) / 4096))
    let tables = plan.rules.indices.map { place in
      KeyedTable(plan.sources[place]) { isCounting || plan.window(place, $0).contains(day.rawValue) }
    }
    let contacts = ContactsOfDay(records.contacts, count: count, day: day.rawValue)
    let parts = Mutex([SurveyPart?](repeating: nil, count: workers))
    computation.forEach(workers) { worker in
      let members = count * worker / workers..<count * (worker + 1) / workers
      var part = SurveyPart(rules: plan.rules.count, tiers: tiers.count, members: members)
      SurveyPass(
        calendar: self, community: community, tables: tables, contacts: contacts, day: day.rawValue,
        isCounting: isCounting
      ).run(members, &part)
      parts.withLock { $0[worker] = part }
    }
    var whole = SurveyPart(rules: plan.rules.count, tiers: tiers.count, members: 0..<count)
    for part in parts.withLock({ $0 }).compactMap({ $0 }) { whole.add(part) }
    for member in changed.keys.sorted() {
      add(Member.Index(rawValue: member), on: day, community, to: &whole)
    }
    return whole
  }

  /// Adds what one member comes to.
  func add(_ member: Member.Index, on day: Day, _ community: Community, to part: inout SurveyPart) {
    guard member.value < count else { return }
    let (due, _) = dues(of: member, on: day.rawValue, community)
    for (place, occasion) in due {
      let closes = plan.window(place, occasion).upperBound
      part.due[place].append(DatedKey(closes, member.rawValue))
    }
    for place in plan.rules.indices {
      var isOpen = false
      for occasion in occasions(place, of: member, community) {
        part.count(
          fate(place, member.rawValue, occasion, on: day.rawValue), occasion, place, member.rawValue, self,
          on: day.rawValue, isDue: due.contains { $0.place == place }, isOpen: &isOpen)
      }
    }
  }
}

/// What a look at some members found.
struct SurveyPart: Sendable {
  /// By place of the rule.
  var due: [[DatedKey]]
  /// By place of the rule, then of the tier, in one.
  private var counts: [OccasionCounts]
  private let tiers: Int
  /// By place of the rule, then by the last day of the window, from the first that is told of.
  var missed: [[[UInt32]]]
  /// By place of the rule, then by days from tomorrow on.
  var ahead: [[(count: Int, members: [UInt32])]]
  /// By member from `first` on: occasions that were used, and those missed.
  private(set) var used: [UInt16]
  private(set) var unused: [UInt16]
  private let first: Int

  /// - Parameter members: those looked at.
  init(rules: Int, tiers: Int, members: Range<Int>) {
    first = members.lowerBound
    used = Array(repeating: 0, count: members.count)
    unused = used
    due = Array(repeating: [], count: rules)
    self.tiers = tiers
    counts = Array(repeating: OccasionCounts(), count: tiers * rules)
    missed = Array(
      repeating: Array(repeating: [], count: TouchpointCalendar.windowDays), count: rules)
    ahead = Array(repeating: Array(repeating: (0, []), count: TouchpointCalendar.daysAhead), count: rules)
  }

  /// What became of a rule's occasions with the members of a tier.
  func count(_ place: Int, _ tier: Int) -> OccasionCounts { counts[place * tiers + tier] }

  mutating func add(_ other: SurveyPart) {
    for place in other.used.indices {
      used[other.first - first + place] += other.used[place]
      unused[other.first - first + place] += other.unused[place]
    }
    for place in counts.indices { counts[place] += other.counts[place] }
    for place in due.indices {
      due[place] += other.due[place]
      for offset in missed[place].indices {
        let known = missed[place][offset].count
        missed[place][offset] += other.missed[place][offset].prefix(
          max(0, TouchpointCalendar.samples - known))
      }
      for offset in ahead[place].indices {
        ahead[place][offset].count += other.ahead[place][offset].count
        let known = ahead[place][offset].members.count
        ahead[place][offset].members += other.ahead[place][offset].members.prefix(
          max(0, TouchpointCalendar.samples - known))
      }
    }
  }

  /// Counts an occasion of a listed member.
  ///
  /// - Parameter isOpen: whether an occasion of the member and the rule is counted as open already: open ones count
  ///   once.
  @inline(__always)
  mutating func count(
    _ fate: Fate, _ occasion: Int32, _ place: Int, _ member: UInt32, _ calendar: TouchpointCalendar,
    on day: Int32,
    isDue: Bool, isOpen: inout Bool
  ) {
    guard calendar.flags[Int(member)] & TouchpointCalendar.Flag.listed != 0 else { return }
    let tier = Int(member) < calendar.tierOf.count ? Int(calendar.tierOf[Int(member)]) : 0
    let cell = place * tiers + tier
    switch fate {
    case .done:
      counts[cell].done += 1
      used[Int(member) - first] += 1
    case .skipped: counts[cell].skipped += 1
    case .lapsed: break
    case .missed:
      guard calendar.isMeant(place, member) else { return }
      counts[cell].missed += 1
      unused[Int(member) - first] += 1
      let closed = calendar.plan.window(place, occasion).upperBound
      let offset = Int(closed - calendar.plan.today.rawValue) + TouchpointCalendar.windowDays
      if missed[place].indices.contains(offset), missed[place][offset].count < TouchpointCalendar.samples {
        missed[place][offset].append(member)
      }
    case .open:
      guard !isOpen, calendar.isMeant(place, member) else { return }
      isOpen = true
      if isDue { counts[cell].due += 1 } else { counts[cell].waiting += 1 }
    case .ahead:
      let opens = calendar.plan.window(place, occasion).lowerBound
      let offset = Int(opens - day) - 1
      guard ahead[place].indices.contains(offset), calendar.isMeant(place, member),
        !calendar.isSnoozed(place, member, on: opens)
      else { return }
      ahead[place][offset].count += 1
      if ahead[place][offset].members.count < TouchpointCalendar.samples {
        ahead[place][offset].members.append(member)
      }
    }
  }
}

/// The occasions of a rule by what a member's record says.
struct KeyedTable: Sendable {
  enum Key: Sendable { case birthday, joined, city, none }

  private(set) var key = Key.none
  /// The days of all keys, one after the other, and where each key's begin.
  private(set) var days: [Int32] = []
  private(set) var starts: [Int32] = [0]

  /// - Parameter isWanted: which days matter.
  init(_ source: TouchpointPlan.Source, _ isWanted: (Int32) -> Bool) {
    var byKey: [[Int32]] = []
    switch source {
    case .birthday(let table): (key, byKey) = (.birthday, table)
    case .anniversary(let table): (key, byKey) = (.joined, table)
    case .city(let table): (key, byKey) = (.city, table)
    case .everyone(let all): byKey = [all]
    case .events, .unknown: break
    }
    for own in byKey {
      days += own.lazy.filter(isWanted)
      starts.append(Int32(days.count))
    }
  }
}

/// How often members may still be contacted on a day.
struct ContactsOfDay: Sendable {
  var today: [UInt8]
  var month: [UInt8]

  /// - Complexity: O(members + contacts).
  init(_ contacts: [DatedMember], count: Int, day: Int32) {
    today = [UInt8](repeating: 0, count: count)
    month = today
    let first = day + 1 - Int32(ContactCounts.days)
    for contact in contacts where contact.day >= first && contact.day <= day && Int(contact.member) < count {
      let member = Int(contact.member)
      month[member] = max(month[member], month[member] &+ 1)
      if contact.day == day { today[member] = max(today[member], today[member] &+ 1) }
    }
  }
}

/// A look at a range of members on a day, rule by rule, over columns.
private struct SurveyPass {
  let calendar: TouchpointCalendar
  let community: Community
  let tables: [KeyedTable]
  let contacts: ContactsOfDay
  let day: Int32
  let isCounting: Bool
  /// By place of the rule.
  let isOfEvents: [Bool]
  let isOfJoining: [Bool]
  /// By day since 1970, month and day in a number; for days of this century and the last.
  let monthDays: [UInt16]

  init(
    calendar: TouchpointCalendar, community: Community, tables: [KeyedTable], contacts: ContactsOfDay,
    day: Int32, isCounting: Bool
  ) {
    self.calendar = calendar
    self.community = community
    self.tables = tables
    self.contacts = contacts
    self.day = day
    self.isCounting = isCounting
    isOfEvents = calendar.plan.sources.map { if case .events = $0 { true } else { false } }
    isOfJoining = tables.map { $0.key == .joined }
    let hasJoining = tables.contains { $0.key == .joined && !$0.days.isEmpty }
    monthDays = hasJoining ? (0..<max(0, day)).map { UInt16(TouchpointCalendar.monthDay($0)) } : []
  }

  func run(_ members: Range<Int>, _ part: inout SurveyPart) {
    var allowance = members.map { member in
      UInt16(
        clamping: min(
          calendar.aDay - Int(contacts.today[member]), calendar.aMonth - Int(contacts.month[member])))
    }
    for place in calendar.plan.rules.indices {
      switch calendar.plan.sources[place] {
      case .unknown: break
      case .events: runEvents(place, members, &allowance, &part)
      case .birthday, .anniversary, .everyone, .city:
        let table = tables[place]
        if table.days.isEmpty { continue }
        table.days.withView { days in
          forEachKey(table, members) { member, key in
            let range = Int(table.starts[key])..<Int(table.starts[key + 1])
            if range.isEmpty || !isCounting && allowance[member - members.lowerBound] == 0 { return }
            apply(place, member, days.extracting(range), members.lowerBound, &allowance, &part)
          }
        }
      }
    }
  }

  /// Calls `body` with each listed member and the key of the record.
  @inline(__always)
  private func forEachKey(_ table: KeyedTable, _ members: Range<Int>, _ body: (Int, Int) -> Void) {
    var first = members.lowerBound
    while first < members.upperBound {
      let block = first >> Members.blockShift
      let end = min(members.upperBound, (block + 1) << Members.blockShift)
      let base = block << Members.blockShift
      switch table.key {
      case .none: for member in first..<end { body(member, 0) }
      case .joined:
        for member in first..<end {
          let joined = calendar.joinedDays[member]
          guard joined != .min else { continue }
          body(
            member,
            monthDays.indices.contains(Int(joined))
              ? Int(monthDays[Int(joined)])
              : TouchpointCalendar.monthDay(joined))
        }
      case .birthday:
        let birthdays = community.members.blocks[block].birthday
        let column = birthdays.span
        for member in first..<end { body(member, Int(column[member - base] & 511)) }
      case .city:
        let cities = community.members.blocks[block].city
        let column = cities.span
        for member in first..<end { body(member, Int(column[member - base])) }
      }
      first = end
    }
  }

  private func runEvents(
    _ place: Int, _ members: Range<Int>, _ allowance: inout [UInt16], _ part: inout SurveyPart
  ) {
    let dated = calendar.occasions[place]
    var index = dated.firstPlace(from: DatedMember(UInt32(members.lowerBound), .min))
    var days: [Int32] = []
    while index < dated.count, Int(dated[index].member) < members.upperBound {
      let member = dated[index].member
      days.removeAll(keepingCapacity: true)
      while index < dated.count, dated[index].member == member {
        let occasion = dated[index].day
        if isCounting || calendar.plan.window(place, occasion).contains(day) { days.append(occasion) }
        index += 1
      }
      if days.isEmpty { continue }
      days.withView {
        apply(place, Int(member), $0, members.lowerBound, &allowance, &part)
      }
    }
  }

  /// Applies a rule to a member's occasions.
  @inline(__always)
  private func apply(
    _ place: Int, _ member: Int, _ days: BufferView<Int32>, _ base: Int, _ allowance: inout [UInt16],
    _ part: inout SurveyPart
  ) {
    let number = UInt32(member)
    guard calendar.flags[member] & TouchpointCalendar.Flag.listed != 0,
      calendar.changed.isEmpty || calendar.changed[number] == nil
    else { return }
    let isEvent = isOfEvents[place]
    let joined = calendar.joinedDays[member]
    let isAnniversary = isOfJoining[place]
    var isOpen = false
    var isDue = false
    for day in days {
      if !isEvent {
        if isAnniversary ? !calendar.isAnniversary(day, joined) : day < joined { continue }
      }
      let fate = calendar.fate(place, number, day, on: self.day)
      if fate == .open, !isDue, !isOpen,
        calendar.isMeant(place, number), !calendar.isSnoozed(place, number, on: self.day),
        allowance[member - base] > 0
      {
        isDue = true
        allowance[member - base] -= 1
        part.due[place].append(DatedKey(calendar.plan.window(place, day).upperBound, number))
      }
      if isCounting {
        part.count(fate, day, place, number, calendar, on: self.day, isDue: isDue, isOpen: &isOpen)
      } else if isDue {
        return
      }
    }
  }
}
