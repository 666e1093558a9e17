import Community

/// What was done for members by the rules of a plan, what was let pass or put off, and how often members were
/// contacted.
struct TouchRecords: Sendable {
  /// By member, rule and day.
  var marks: [TouchMark] = []
  /// By member, where the member's marks begin; empty where that isn't told.
  private(set) var starts: [UInt32] = []
  /// Contacts of the last days: one for each, by member and day.
  var contacts: [DatedMember] = []
  /// Until when a rule is put off for a member, in milliseconds since 1970, by `key`.
  var snoozes: [UInt64: Int64] = [:]

  static func key(_ member: UInt32, _ rule: Int) -> UInt64 { UInt64(member) << 32 | UInt64(rule) }

  init() {}

  /// Tells of each of so many members where their marks begin.
  mutating func findStarts(count: Int) {
    starts = [UInt32](repeating: 0, count: count + 1)
    for mark in marks where Int(mark.member) < count { starts[Int(mark.member) + 1] += 1 }
    for member in 0..<count { starts[member + 1] += starts[member] }
  }

  /// The strongest mark of a member and a rule in the window of an occasion: done before skipped before lapsed.
  @inline(__always)
  func mark(_ place: Int, _ member: UInt32, _ occasion: Int32, _ window: ClosedRange<Int32>) -> TouchMark
    .Kind?
  {
    let first = TouchMark(member: member, rule: place, day: window.lowerBound, kind: .done)
    return marks.withView { marks in
      var index =
        Int(member) + 1 < starts.count ? Int(starts[Int(member)]) : self.marks.firstPlace(from: first)
      var strongest: TouchMark.Kind?
      while index < marks.count {
        let mark = marks[index]
        index += 1
        if mark < first { continue }
        guard mark.member == member, mark.rule == place, mark.day <= window.upperBound else { break }
        switch mark.kind {
        case .answered where mark.day < occasion, .lapsed where mark.day <= occasion: continue
        default: break
        }
        if strongest.map({ mark.kind.rawValue < $0.rawValue }) ?? true { strongest = mark.kind }
      }
      return strongest
    }
  }

  /// Of all members.
  ///
  /// - Complexity: O(touchpoints) of segments that reach into the time looked at, O(decisions).
  init(community: Community, log: DecisionLog, moment: Moment, plan: TouchpointPlan) {
    let reader = TouchReader(community: community, moment: moment, plan: plan)
    var clock = DayClock(zone: moment.zone)
    let start = reader.start.rawValue
    for segment in community[.touchpoints].segments
    where segment.newest.rawValue >= start || !segment.newest.isKnown {
      let kinds = segment.symbols[TouchpointField.kind.slot]
      let triggers = segment.symbols[TouchpointField.trigger.slot]
      for row in 0..<segment.count where segment.at[row] >= start && segment.at[row] <= moment.now.rawValue {
        let trigger = triggers.isEmpty ? 0 : triggers[row]
        reader.add(
          kind: kinds[row], trigger: trigger, segment.member[row], clock.day(of: segment.at[row]).rawValue,
          &self)
      }
    }
    for member in log.members { reader.add(log.state(of: member), member, &self) }
    marks.sort()
    contacts.sort()
  }

  /// Of one member.
  init(of member: Member.Index, _ reader: TouchReader, _ community: Community, _ log: DecisionLog) {
    let table = community[.touchpoints]
    for row in community.rows(.touchpoints, of: member) {
      let (segment, offset) = table[row]
      let at = segment.instant(offset)
      guard at >= reader.start, at <= reader.moment.now else { continue }
      reader.add(
        kind: segment.symbol(TouchpointField.kind, offset).rawValue,
        trigger: segment.symbol(TouchpointField.trigger, offset).rawValue, member.rawValue,
        reader.moment.zone.day(of: at).rawValue, &self)
    }
    reader.add(log.state(of: member), member, &self)
    marks.sort()
    contacts.sort()
  }
}

/// Reads touchpoints and decisions with regard to the rules of a plan.
struct TouchReader: Sendable {
  let moment: Moment
  /// The first instant that matters.
  let start: Instant
  /// By symbol, the place of the rule and 1, 0 for none; and whether the kind is a contact.
  private let rules: [UInt16]
  private let isContact: [Bool]
  private let firstContact: Int32

  init(community: Community, moment: Moment, plan: TouchpointPlan) {
    self.moment = moment
    var rules = [UInt16](repeating: 0, count: community.symbols.count)
    for (place, symbol) in plan.symbols.enumerated() where symbol != .none {
      rules[Int(symbol.rawValue)] = UInt16(place + 1)
    }
    self.rules = rules
    var isContact = [Bool](repeating: false, count: community.symbols.count)
    for kind in community.program.recall.contactKinds {
      if let symbol = community.symbols.symbol(of: kind) { isContact[Int(symbol.rawValue)] = true }
    }
    self.isContact = isContact
    let firsts = plan.rules.indices.map { plan.span($0).lowerBound - Int32(plan.rules[$0].before) }
    firstContact = plan.today.rawValue + 1 - Int32(ContactCounts.days)
    start = moment.zone.instant(of: Day(rawValue: min(firsts.min() ?? firstContact, firstContact)))
  }

  @inline(__always)
  func add(kind: UInt32, trigger: UInt32, _ member: UInt32, _ day: Int32, _ records: inout TouchRecords) {
    if trigger != 0, rules[Int(trigger)] != 0 {
      records.marks.append(
        TouchMark(member: member, rule: Int(rules[Int(trigger)]) - 1, day: day, kind: .done))
    }
    if isContact[Int(kind)], day >= firstContact { records.contacts.append(DatedMember(member, day)) }
  }

  func add(_ state: DecisionState, _ member: Member.Index, _ records: inout TouchRecords) {
    func day(_ decision: LoggedDecision) -> Int32 { moment.zone.day(of: decision.at).rawValue }
    func place(_ rule: Symbol) -> Int? {
      rule == .none || rules[Int(rule.rawValue)] == 0 ? nil : Int(rules[Int(rule.rawValue)]) - 1
    }
    for (kind, decisions) in [(TouchMark.Kind.done, state.touches), (.skipped, state.skips)] {
      for decision in decisions where decision.at >= start {
        guard let place = place(decision.rule) else { continue }
        records.marks.append(TouchMark(member: member.rawValue, rule: place, day: day(decision), kind: kind))
      }
    }
    for contact in state.contacts where day(contact) >= firstContact {
      records.contacts.append(DatedMember(member.rawValue, day(contact)))
    }
    for (rule, snooze) in state.ruleSnoozes {
      guard let place = place(rule), let until = snooze.until else { continue }
      records.snoozes[TouchRecords.key(member.rawValue, place)] = until.rawValue
    }
  }
}
