import Community
import Testing

@testable import Loyalty

@Suite("The calendar agrees with a plain one") struct TouchpointAgreementTests {
  @Test(arguments: 0..<40)
  func onRandomHistories(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let world = NaiveWorld(people: 40, random: &random)
    let builder = world.builder()
    let calendar = builder.calendar(world.now, workers: 1 + seed % 3)
    compare(calendar, world, builder, "seed \(seed)")
    #expect(calendar.today.count > 0)
  }

  @Test(arguments: 100..<124)
  func afterAdditions(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var world = NaiveWorld(people: 25, random: &random)
    // By the members' rhythms each addition might change everybody's stage.
    world.isFixed = true
    // Half of all was there before; the rest comes one by one.
    var early = world
    var late = world.records.filter { _ in Bool.random(using: &random) }
    late = late.filter { $0.isAddedLater }
    early.remove(late)
    // Decisions come in their order, because an undo means what stands before it.
    let decisions = world.lines.suffix(20)
    early.lines.removeLast(decisions.count)
    late += decisions.map { .line($0) }
    var builder = early.builder()
    var calendar = builder.calendar(world.now)
    let measures = builder.measures(world.now)
    var so = early
    for record in late {
      so.add(record)
      let member = builder.add(record, world)
      let roster = Roster(
        community: builder.community, figures: builder.figures(world.now),
        moment: CommunityBuilder.moment(world.now),
        mask: .standard, measures: measures)
      calendar.update(member.map { [$0] } ?? [], roster)
    }
    compare(calendar, so, builder, "seed \(seed)")
    let whole = builder.calendar(world.now)
    #expect(calendar.nextDays.map(\.counts) == whole.nextDays.map(\.counts))
    #expect(calendar.today.byRule == whole.today.byRule)
  }

  private func compare(
    _ calendar: TouchpointCalendar, _ world: NaiveWorld, _ builder: CommunityBuilder, _ what: Comment
  ) {
    let answer = world.answer()
    for (number, person) in world.people.enumerated() {
      guard let member = builder.community.member(id: person.id) else { continue }
      let due = calendar.dueRules(of: member).map { calendar.rules[$0].id }
      #expect(due == answer.due[number], "\(what), \(person.id)")
      let care = calendar.care(of: member)
      #expect([care.done, care.missed] == answer.care[number], "\(what), \(person.id)")
    }
    for rule in world.rules {
      #expect(calendar.counts(rule.id) == answer.counts[rule.id], "\(what), \(rule.id)")
    }
    for place in calendar.rules.indices {
      #expect(calendar.today.count(place) == calendar.matrix[place].reduce(0) { $0 + $1.due })
    }
  }
}

/// One record of a world.
enum NaiveRecord {
  case order(NaiveWorld.Event)
  case visit(NaiveWorld.Event)
  case touch(NaiveWorld.Event)
  case complaint(NaiveWorld.Event)
  case hostSign(NaiveWorld.Event)
  case line(NaiveWorld.Line)

  /// Lines are in order and an undo needs what it undoes, so they come together or not at all.
  var isAddedLater: Bool { if case .line = self { false } else { true } }
}

extension NaiveWorld {
  init(people count: Int, random: inout SeededGenerator) {
    today = 200 + Int.random(in: 0..<300, using: &random)
    minute = Int.random(in: 0..<1440, using: &random)
    func day(_ span: Int = 120) -> Int { today + 6 - Int.random(in: 0..<span, using: &random) }
    func member() -> Int { Int.random(in: 0..<count, using: &random) }
    func time() -> Int { Int.random(in: 0..<1440, using: &random) }
    func some(_ words: [String]) -> String { words.randomElement(using: &random) ?? "" }
    for number in 0..<count {
      var person = Person(id: "m\(number)")
      if Int.random(in: 0..<5, using: &random) > 0 {
        person.joined = "\(NaiveWorld.date(day(Bool.random(using: &random) ? 700 : 60)))T10:00"
      }
      if Int.random(in: 0..<4, using: &random) > 0 {
        let near = NaiveWorld.date(day(50)).civil
        person.birthday = Int.random(in: 0..<8, using: &random) == 0 ? (2, 29) : (near.month, near.day)
      }
      if Bool.random(using: &random) { person.city = some(["上海", "北京"]) }
      if Bool.random(using: &random) { person.host = some(["h1", "h2"]) }
      if Int.random(in: 0..<4, using: &random) == 0 {
        person.refused = [some(["all", "sms", "wechat"])]
      }
      people.append(person)
    }
    for city in ["上海", "北京", "拉萨"] {
      for offset in -60...12 where Int.random(in: 0..<9, using: &random) > 0 {
        sky[city, default: [:]][today + offset] = Sky(
          condition: some(["rain", "clear", "clear", "snow"]),
          low: Double(Int.random(in: -10...20, using: &random)))
      }
    }
    let triggers: [TouchpointTrigger] = [
      .birthday, .anniversary, .memberDay(.dayOfMonth(Int.random(in: 1...31, using: &random))),
      .memberDay(.weekday(3)), .weather(.condition("rain")), .weather(.lowDrop(8)), .weather(.lowBelow(-5)),
      .purchase(number: 1), .purchase(number: 3), .afterPurchase(days: 7), .complaintResolved(days: 3),
      .stageEntered("sleeping"), .stageEntered("churned"), .stageEntered("new"), .stageEntered("active"),
      .hostSilent(days: Int.random(in: 5...40, using: &random)),
    ]
    rules = triggers.shuffled(using: &random).enumerated().map { number, trigger in
      TouchpointRule(
        id: "r\(number)", name: BilingualText(""), trigger: trigger,
        before: [0, 0, 1, 5].randomElement(using: &random) ?? 0,
        after: [0, 1, 3, 14].randomElement(using: &random) ?? 0,
        channel: Int.random(in: 0..<3, using: &random) == 0 ? some(["sms", "wechat"]) : nil)
    }
    aDay = [1, 2, 99].randomElement(using: &random) ?? 1
    aMonth = aDay == 99 ? 99 : 4
    let ids = rules.map(\.id)
    for _ in 0..<count * 3 {
      orders.append(
        Event(
          member: member(), day: day(), minute: time(), amount: Double(Int.random(in: -3...9, using: &random))
        ))
      visits.append(Event(member: member(), day: day(), minute: time(), word: "login"))
      touches.append(
        Event(
          member: member(), day: day(70), minute: time(), word: some(["push", "care", "gift", "content"]),
          other: Bool.random(using: &random) ? some(ids) : "",
          host: Bool.random(using: &random) ? some(["h1", "h2"]) : nil))
      hostSigns.append(
        Event(member: member(), day: day(), minute: time(), word: "mention", host: some(["h1", "h2"])))
      let at = day()
      complaints.append(
        Event(
          member: member(), day: at, minute: time(),
          resolved: Bool.random(using: &random) ? at + Int.random(in: 0..<20, using: &random) : nil))
    }
    for number in 0..<count * 3 {
      let kind =
        [DecisionAction.touch, .touch, .skip, .snooze, .contact, .undo].randomElement(using: &random)
        ?? .touch
      let at = day(60)
      lines.append(
        Line(
          id: "d\(number)", kind: kind, member: member(), day: at, minute: time(),
          rule: kind == .contact ? nil : some(ids),
          until: kind == .snooze || kind == .touch && Bool.random(using: &random)
            ? at + Int.random(in: 1..<20, using: &random) : nil,
          undoes: kind == .undo ? "d\(Int.random(in: 0..<max(1, number), using: &random))" : nil))
    }
  }

  var records: [NaiveRecord] {
    orders.map { .order($0) } + visits.map { .visit($0) } + touches.map { .touch($0) }
      + complaints.map { .complaint($0) } + hostSigns.map { .hostSign($0) } + lines.map { .line($0) }
  }

  mutating func remove(_ records: [NaiveRecord]) {
    func without(_ events: [Event], _ gone: [Event]) -> [Event] {
      events.filter { event in
        !gone.contains { $0.member == event.member && $0.day == event.day && $0.minute == event.minute }
      }
    }
    func gone(_ pick: (NaiveRecord) -> Event?) -> [Event] { records.compactMap(pick) }
    orders = without(orders, gone { if case .order(let event) = $0 { event } else { nil } })
    visits = without(visits, gone { if case .visit(let event) = $0 { event } else { nil } })
    touches = without(touches, gone { if case .touch(let event) = $0 { event } else { nil } })
    complaints = without(complaints, gone { if case .complaint(let event) = $0 { event } else { nil } })
    hostSigns = without(hostSigns, gone { if case .hostSign(let event) = $0 { event } else { nil } })
  }

  mutating func add(_ record: NaiveRecord) {
    switch record {
    case .order(let event): orders.append(event)
    case .visit(let event): visits.append(event)
    case .touch(let event): touches.append(event)
    case .complaint(let event): complaints.append(event)
    case .hostSign(let event): hostSigns.append(event)
    case .line(let line): lines.append(line)
    }
  }

  /// The same as columns.
  func builder() -> CommunityBuilder {
    var builder = CommunityBuilder()
    builder.community.program.touchpoints.rules = rules
    if isFixed { builder.community.program.lifecycle.mode = "fixed" }
    builder.community.program.recall.contactsADay = aDay
    builder.community.program.recall.contactsAMonth = aMonth
    builder.community.program.recall.contactKinds = ["push", "care", "gift"]
    builder.host("h1")
    builder.host("h2")
    for person in people {
      builder.member(
        person.id, joined: person.joined,
        birthday: person.birthday.flatMap { Birthday(year: nil, month: $0.month, day: $0.day) },
        city: person.city,
        host: person.host, consents: person.refused.map { ($0, false) })
    }
    for (city, days) in sky {
      for (day, sky) in days {
        builder.weather(city, NaiveWorld.date(day).description, sky.condition, low: sky.low)
      }
    }
    for record in records { _ = builder.add(record, self) }
    return builder
  }
}

extension CommunityBuilder {
  /// - Returns: whom the record concerns; nobody for what a host did.
  mutating func add(_ record: NaiveRecord, _ world: NaiveWorld) -> Member.Index? {
    switch record {
    case .order(let event):
      order(world.people[event.member].id, NaiveWorld.time(event.day, event.minute), event.amount)
      return index(world.people[event.member].id)
    case .visit(let event):
      activity(world.people[event.member].id, NaiveWorld.time(event.day, event.minute), event.word)
      return index(world.people[event.member].id)
    case .touch(let event):
      touched(
        world.people[event.member].id, NaiveWorld.time(event.day, event.minute), event.word,
        trigger: event.other.isEmpty ? nil : event.other, host: event.host)
      return index(world.people[event.member].id)
    case .complaint(let event):
      complaint(
        world.people[event.member].id, NaiveWorld.time(event.day, event.minute),
        resolved: event.resolved.map { NaiveWorld.time($0, 600) })
      return index(world.people[event.member].id)
    case .hostSign(let event):
      hostActivity(
        event.host ?? "h1", NaiveWorld.time(event.day, event.minute), event.word,
        to: world.people[event.member].id)
      return nil
    case .line(let line):
      decide(
        line.id, NaiveWorld.time(line.day, line.minute), line.kind,
        line.kind == .undo ? nil : world.people[line.member].id,
        rule: line.rule, until: line.until.map { NaiveWorld.time($0, 0) }, undoes: line.undoes)
      return index(world.people[line.member].id)
    }
  }
}
