import Community

/// What an occasion comes to on a day.
enum Fate: Hashable, Sendable {
  /// Its window opens later.
  case ahead
  case open
  case done
  case skipped
  /// What it was triggered by is over.
  case lapsed
  /// The window closed unused.
  case missed
}

extension TouchpointCalendar {
  /// The days of a member's occasions by a rule within the time looked at.
  func occasions(_ place: Int, of member: Member.Index, _ community: Community) -> [Int32] {
    guard member.value < count else { return [] }
    switch plan.sources[place] {
    case .unknown: return []
    case .events:
      if let trace = changed[member.rawValue] { return trace.occasions[place] }
      return occasions[place].days(of: member.rawValue)
    case .birthday(let table):
      let (block, row) = community.members.place(member)
      return counted(table[Int(community.members.blocks[block].birthday[row] & 511)], member)
    case .anniversary(let table):
      let joined = joinedDays[member.value]
      return joined == .min
        ? [] : table[TouchpointCalendar.monthDay(joined)].filter { isAnniversary($0, joined) }
    case .everyone(let days): return counted(days, member)
    case .city(let table):
      return counted(table[Int(community.members[\.city, member].rawValue)], member)
    }
  }

  /// Nobody has occasions before joining.
  private func counted(_ days: [Int32], _ member: Member.Index) -> [Int32] {
    days.filter { $0 >= joinedDays[member.value] }
  }

  static func monthDay(_ day: Int32) -> Int {
    let civil = Day(rawValue: day).civil
    return civil.month * 32 + civil.day
  }

  @inline(__always)
  func isAnniversary(_ day: Int32, _ joined: Int32) -> Bool { day > joined + 300 }

  /// What an occasion comes to, whoever the member is.
  @inline(__always)
  func fate(_ place: Int, _ member: UInt32, _ occasion: Int32, on day: Int32) -> Fate {
    let window = plan.window(place, occasion)
    if day < window.lowerBound { return .ahead }
    if flags[Int(member)] & Flag.marked != 0, let kind = mark(place, member, occasion, window) {
      switch kind {
      case .done, .answered: return .done
      case .skipped: return .skipped
      case .lapsed: return .lapsed
      }
    }
    return day > window.upperBound ? .missed : .open
  }

  private func mark(
    _ place: Int, _ member: UInt32, _ occasion: Int32, _ window: ClosedRange<Int32>
  ) -> TouchMark.Kind? {
    if !changed.isEmpty, let own = changed[member] {
      return own.records.mark(place, member, occasion, window)
    }
    return records.mark(place, member, occasion, window)
  }

  /// Whether a rule may be followed with a member at all: listed, in the filter, contact not refused.
  @inline(__always)
  func isMeant(_ place: Int, _ member: UInt32) -> Bool {
    flags[Int(member)] & Flag.listed != 0 && !isRefused(place, member)
      && (passes[place].map { $0[Int(member)] } ?? true)
  }

  @inline(__always)
  func isRefused(_ place: Int, _ member: UInt32) -> Bool { flags[Int(member)] & refusals[place] != 0 }

  /// Whether a rule is put off for a member throughout a day, or today from now on.
  func isSnoozed(_ place: Int, _ member: UInt32, on day: Int32) -> Bool {
    guard flags[Int(member)] & Flag.marked != 0, !(changed.isEmpty && records.snoozes.isEmpty) else {
      return false
    }
    let key = TouchRecords.key(member, place)
    let until = changed[member].map { $0.records.snoozes[key] } ?? records.snoozes[key]
    guard let until else { return false }
    let moment =
      day == plan.today.rawValue ? self.moment.now : self.moment.zone.end(of: Day(rawValue: day))
    return moment.rawValue < until
  }

  /// How often a member may still be contacted on a day.
  func allowance(_ member: UInt32, on day: Int32) -> Int {
    let contacts =
      changed[member]?.records.contacts
      ?? Array(
        records.contacts[records.contacts.firstPlace(from: DatedMember(member, .min))...]
          .prefix { $0.member == member })
    let first = day + 1 - Int32(ContactCounts.days)
    let month = contacts.count { $0.day >= first && $0.day <= day }
    let today = contacts.count { $0.day == day }
    return max(0, min(aDay - today, aMonth - month))
  }

  /// What a member is due by on a day, in the order of the rules, and by what the cap leaves them out.
  func dues(of member: Member.Index, on day: Int32, _ community: Community) -> (
    due: [(place: Int, occasion: Int32)], capped: [Int]
  ) {
    var due: [(place: Int, occasion: Int32)] = []
    var capped: [Int] = []
    guard member.value < count, flags[member.value] & Flag.listed != 0 else { return (due, capped) }
    var allowance = allowance(member.rawValue, on: day)
    for place in plan.rules.indices where isMeant(place, member.rawValue) {
      let open = occasions(place, of: member, community).first {
        fate(place, member.rawValue, $0, on: day) == .open
      }
      guard let open, !isSnoozed(place, member.rawValue, on: day) else { continue }
      if allowance > 0 {
        due.append((place, open))
        allowance -= 1
      } else {
        capped.append(place)
      }
    }
    return (due, capped)
  }
}
