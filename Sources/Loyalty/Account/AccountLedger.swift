import Community

/// One member's emotional account: entry by entry, with the running balance.
package struct AccountLedger: Sendable {
  /// What the entry was made of.
  package enum Source: Hashable, Sendable {
    case touchpoint(Row)
    case decision(Row)
    case complaint(Row)
    case complaintResolved(Row)
    case refund(Row)
    case answer(Row)
    case reply(Row)
  }

  /// Why an entry is worth what it is.
  package enum Remark: Hashable, Sendable {
    /// So much of the value counts in that week, because the kind has reached its cap.
    case capped(counted: Double)
    /// It weighs so many times as much, in a moment that matters or as a withdrawal.
    case moment(Double)
    case withdrawal(Double)
    /// This share of it is left after so many days.
    case decayed(share: Double, days: Int)
    /// It states no value, and its kind isn't in the programme; or the rule isn't.
    case unknownKind
    case unknownRule
    /// It states a value of its own.
    case stated
    /// Worth enough to go beyond expectation.
    case delight
    /// Credited to the withdrawal that is so many entries from the oldest.
    case repairs(Int)
  }

  package struct Entry: Sendable {
    package var at: Instant
    package var day: Day
    package var source: Source
    /// The word of its kind: in the table, of what it follows from, or the rule's id.
    package var kind: String
    /// Nil for a kind that the programme doesn't know.
    package var known: AccountKind?
    /// Before cap and factor.
    package var value: Double
    /// What of the value counts.
    package var counted: Double
    package var factor: Double
    /// Today.
    package var left: Double
    /// At the end of its day, by entries up to this one.
    package var balance: Double
    package var remarks: [Remark]

    /// When it was made.
    package var worth: Double { counted * factor }
  }

  /// Oldest first.
  package private(set) var entries: [Entry] = []
  package let today: Day
  package private(set) var repairs = AccountRepairRatio()
  /// The newest touchpoint or decision to touch.
  package private(set) var lastTouch: Instant?
  package let rules: Program.AccountRules
  private let decay: AccountDecay

  init(
    of member: Member.Index, community: Community, table: AccountTable, log: DecisionLog,
    replies: HostReplies, moment: Moment
  ) {
    rules = table.rules
    today = moment.today
    let found = AccountLedger.found(member, community, table, log, replies, moment)
    let days = found.map { moment.zone.day(of: Instant(rawValue: $0.entry.at)) }
    decay = AccountDecay(rules, days: today.days(since: days.first ?? today))
    var settler = AccountSettler(rules)
    var repairs = AccountRepairs(days: rules.repairDays, from: Day(rawValue: .min))
    var withdrawals: [Int] = []
    var deposited = 0.0
    var withdrawn = 0.0
    var lastDay = days.first ?? today
    entries.reserveCapacity(found.count)
    for (place, item) in found.enumerated() {
      let day = days[place]
      let settled = settler.settle(item.entry, day: day.rawValue)
      let age = today.days(since: day)
      let worth = settled.worth
      let share = decay.share(worth, after: Int32(age))
      let pause = Int32(day.days(since: lastDay))
      deposited = deposited * decay.share(1, after: pause) + max(0, worth)
      withdrawn = withdrawn * decay.share(-1, after: pause) + min(0, worth)
      lastDay = day
      var remarks = item.remarks
      if settled.counted != item.entry.value { remarks.append(.capped(counted: settled.counted)) }
      if item.entry.value > 0, settled.factor != 1 { remarks.append(.moment(settled.factor)) }
      if item.entry.value < 0, settled.factor != 1 { remarks.append(.withdrawal(settled.factor)) }
      if worth > 0, worth >= rules.delight { remarks.append(.delight) }
      if let place = repairs.add(item.entry.value, day: day.rawValue) {
        remarks.append(.repairs(withdrawals[place]))
      }
      if item.entry.value < 0 { withdrawals.append(entries.count) }
      if age > 0, worth != 0 { remarks.append(.decayed(share: share, days: age)) }
      switch item.source {
      case .touchpoint, .decision: lastTouch = Instant(rawValue: item.entry.at)
      default: break
      }
      entries.append(
        Entry(
          at: Instant(rawValue: item.entry.at), day: day, source: item.source, kind: item.kind,
          known: table.slot(item.entry.code).map { table.slots[$0].kind }, value: item.entry.value,
          counted: settled.counted, factor: settled.factor, left: worth * share,
          balance: deposited + withdrawn, remarks: remarks))
    }
    self.repairs = AccountRepairRatio(
      withdrawals: repairs.count, withdrawn: repairs.withdrawn, credited: repairs.credited)
  }

  // MARK: Reading

  /// Today's.
  package var balance: Double { entries.reduce(0) { $0 + $1.left } }

  package var band: AccountBand { rules.band(balance) }

  /// The balance at the end of a day up to today; of later days, today's.
  ///
  /// - Complexity: O(entries).
  package func balance(on day: Day) -> Double {
    let day = min(day, today)
    return entries.reduce(0) { sum, entry in
      guard entry.day <= day else { return sum }
      return sum + entry.worth * decay.share(entry.worth, after: Int32(day.days(since: entry.day)))
    }
  }

  /// The balances at the end of the last days, the oldest first.
  ///
  /// - Complexity: O(days × entries).
  package func balances(ofLast days: Int) -> [Double] {
    (0..<max(0, days)).reversed().map { balance(on: today.adding(days: -$0)) }
  }

  /// What the entries of a class come to today.
  package func left(_ accountClass: AccountClass) -> Double {
    entries.reduce(0) { $0 + ($1.known?.accountClass == accountClass ? $1.left : 0) }
  }

  /// What the entries of a phase come to today.
  package func left(_ phase: AccountPhase) -> Double {
    entries.reduce(0) { $0 + ($1.known?.phase == phase ? $1.left : 0) }
  }

  // MARK: Collecting

  private struct Found {
    var entry: AccountEntry
    var source: Source
    var kind: String
    var remarks: [Remark] = []
  }

  /// The entries of a member in order of time; those of the same time as they are taken everywhere.
  private static func found(
    _ member: Member.Index, _ community: Community, _ table: AccountTable, _ log: DecisionLog,
    _ replies: HostReplies, _ moment: Moment
  ) -> [Found] {
    let reader = AccountReader(community, table: table, moment: moment)
    let party = Participant.member(member).rawValue
    var found: [Found] = []
    for feed in AccountReader.feeds {
      if feed == .activity {
        for reply in replies.replies(to: member) where reply.at <= moment.now.rawValue {
          found.append(
            Found(
              entry: table.entry(.hostReply, at: reply.at), source: .reply(reply.row),
              kind: DerivedKind.hostReply.rawValue))
        }
        continue
      }
      // Rows come in order of time, which is the files' order where times are equal.
      for place in community.rows(feed, of: member) {
        let (segment, offset) = community[feed][place]
        reader.forEachEntry(feed, segment, rows: offset..<offset + 1, isWanted: { $0 == party }) {
          found.append(AccountLedger.found(feed, segment, $0, place, $2, table, community))
        }
      }
    }
    for number in log.numbers(of: member) where log.decisions[number].action == .touch && log.stands(number) {
      let decision = log.decisions[number]
      found.append(
        Found(
          entry: table.entry(touch: decision.rule, at: decision.at.rawValue), source: .decision(decision.row),
          kind: community.symbols[decision.rule],
          remarks: table.isKnown(rule: decision.rule) ? [] : [.unknownRule]))
    }
    return found.enumerated().sorted {
      ($0.element.entry.at, $0.offset) < ($1.element.entry.at, $1.offset)
    }.map(\.element)
  }

  private static func found(
    _ feed: Feed, _ segment: Segment, _ offset: Int, _ row: Row, _ entry: AccountEntry, _ table: AccountTable,
    _ community: Community
  ) -> Found {
    let derived = table.slot(entry.code).map { table.slots[$0].kind.id } ?? ""
    switch feed {
    case .touchpoints:
      let symbol = segment.symbol(TouchpointField.kind, offset)
      let isStated = segment.number(TouchpointField.value, offset) != nil
      let isUnknown = table.value(ofKind: symbol.rawValue).isNaN
      return Found(
        entry: entry, source: .touchpoint(row), kind: community.symbols[symbol],
        remarks: isStated ? [.stated] : isUnknown ? [.unknownKind] : [])
    case .complaints:
      let isResolved = derived == DerivedKind.complaintResolved.rawValue
      return Found(
        entry: entry, source: isResolved ? .complaintResolved(row) : .complaint(row), kind: derived)
    case .surveys: return Found(entry: entry, source: .answer(row), kind: derived)
    default: return Found(entry: entry, source: .refund(row), kind: derived)
    }
  }
}
