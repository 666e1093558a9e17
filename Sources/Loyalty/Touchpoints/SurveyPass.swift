import Bytes
import Community

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

/// Members found due by a rule, written into a room that is large enough for all.
private struct KeysDue {
  let room: MutableBufferView<DatedKey>
  var count = 0

  var found: BufferView<DatedKey> { room.view.extracting(0..<count) }

  @inline(__always)
  mutating func append(_ key: DatedKey) {
    room[count] = key
    count += 1
  }
}

/// A look at a range of members on a day, rule by rule, over columns.
struct SurveyPass {
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
    let allowance = OwnedBuffer(
      members.map { member in
        UInt16(
          clamping: min(
            calendar.aDay - Int(contacts.today[member]), calendar.aMonth - Int(contacts.month[member])))
      })
    // Nobody is due twice by a rule.
    let room = OwnedBuffer(repeating: DatedKey(0, 0), count: members.count)
    var due = part.due
    part.due = []
    part.withCounter { counter in
      for place in calendar.plan.rules.indices {
        var keys = KeysDue(room: room.view)
        findDue(place, members, allowance.view, &keys, &counter)
        due[place] += keys.found
      }
    }
    part.due = due
  }

  /// Who is due by a rule, in order of the members.
  private func findDue(
    _ place: Int, _ members: Range<Int>, _ allowance: MutableBufferView<UInt16>, _ due: inout KeysDue,
    _ counter: inout SurveyCounter
  ) {
    switch calendar.plan.sources[place] {
    case .unknown: break
    case .events: runEvents(place, members, allowance, &due, &counter)
    case .birthday, .anniversary, .everyone, .city:
      let table = tables[place]
      if table.days.isEmpty { return }
      table.days.withView { days in
        table.starts.withView { starts in
          forEachKey(table, members) { member, key in
            let range = Int(starts[key])..<Int(starts[key + 1])
            if range.isEmpty || !isCounting && allowance[member - members.lowerBound] == 0 { return }
            apply(place, member, days.extracting(range), members.lowerBound, allowance, &due, &counter)
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
    _ place: Int, _ members: Range<Int>, _ allowance: MutableBufferView<UInt16>, _ due: inout KeysDue,
    _ counter: inout SurveyCounter
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
        apply(place, Int(member), $0, members.lowerBound, allowance, &due, &counter)
      }
    }
  }

  /// Applies a rule to a member's occasions.
  @inline(__always)
  private func apply(
    _ place: Int, _ member: Int, _ days: BufferView<Int32>, _ base: Int,
    _ allowance: MutableBufferView<UInt16>, _ due: inout KeysDue, _ counter: inout SurveyCounter
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
        due.append(DatedKey(calendar.plan.window(place, day).upperBound, number))
      }
      if isCounting {
        counter.count(fate, day, place, number, calendar, on: self.day, isDue: isDue, isOpen: &isOpen)
      } else if isDue {
        return
      }
    }
  }
}
