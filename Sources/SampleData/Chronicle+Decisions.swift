extension Chronicle {
  /// What two managers decided in the last months of the span, as lines of `decisions.jsonl`.
  func decisions() -> JSONLines {
    var desk = Desk(self)
    desk.work()
    return desk.lines()
  }
}

/// Managers at work.
private struct Desk {
  private struct Decision {
    var time: Int
    var manager: Int
    var action: StaticString
    var fill: (inout JSONLines) -> Void
  }

  private let chronicle: Chronicle
  private var random: Random
  private var list: [Decision] = []

  private var world: World { chronicle.world }
  private var words: Vocabulary { chronicle.world.words }
  private var end: Int { chronicle.world.season.end }

  init(_ chronicle: Chronicle) {
    self.chronicle = chronicle
    random = Random(seed: chronicle.world.seed, stream: World.stream(.decisions, 0))
  }

  mutating func work() {
    let topic = words.drivers[Driver.delivery.rawValue]
    decide("fix", at: workingTime(near: world.repairOffset * Season.secondsPerDay)) {
      $0.string("topic", topic)
    }
    recall()
    contact()
    note()
    list.sort { $0.time < $1.time }
  }

  func lines() -> JSONLines {
    var out = JSONLines()
    for (number, decision) in list.enumerated() {
      out.open()
      out.id("id", "d", number + 1)
      chronicle.writeTime("at", decision.time, to: &out)
      out.string("manager", words.managers[decision.manager])
      out.word("action", decision.action)
      decision.fill(&out)
      out.close()
    }
    return out
  }

  private mutating func decide(
    _ action: StaticString, at time: Int, _ fill: @escaping (inout JSONLines) -> Void
  ) {
    guard time >= 0, time < end else { return }
    list.append(Decision(time: time, manager: random.below(words.managers.count), action: action, fill: fill))
  }

  private mutating func workingTime(near time: Int) -> Int {
    time / Season.secondsPerDay * Season.secondsPerDay + 34_200 + random.below(28_800)
  }

  /// Sleepers recalled, put off or let go; some of the recalled bought again within weeks.
  private mutating func recall() {
    let plays: [StaticString] = ["coupon", "host_word", "survey"]
    let day = Season.secondsPerDay
    let gaps = silences().filter { $0.gap.count > 75 * day && $0.gap.upperBound > end - 150 * day }
    var left = 48
    for (member, gap) in gaps where left > 0 && chronicle.traits[Int(member)].refusal == .nothing {
      let isBack = gap.upperBound < end
      guard random.chance(isBack ? 0.5 : 0.1) else { continue }
      left -= 1
      let before = isBack ? 2 + random.below(20) : random.below(70)
      let time = workingTime(near: gap.upperBound - before * day)
      let kind = isBack ? 0 : random.weighted([0.7, 0.16, 0.14])
      let play = plays[random.weighted([0.45, 0.4, 0.15])]
      let reason = words.decisionReasons[random.below(words.decisionReasons.count)]
      let chronicle = chronicle
      decide((["recall", "snooze", "dismiss"] as [StaticString])[kind], at: time) { out in
        out.id("member", "m", Int(member) + 1)
        if kind == 0 { out.word("play", play) }
        if kind == 1 { chronicle.writeTime("until", time + 30 * day, to: &out) }
        if kind > 0 { out.string("reason", reason) }
      }
    }
  }

  /// The last silence of each member who bought, by member: up to the latest purchase, or up to the span's end.
  private func silences() -> [(member: UInt32, gap: Range<Int>)] {
    // A sample of the members is enough, however many there are.
    let step = UInt32(max(1, world.members / 4000))
    var last: [UInt32: Range<Int>] = [:]
    for position in chronicle.orders {
      let order = chronicle.events.orders[Int(position)]
      guard order.amount > 0, order.member % step == 0 else { continue }
      let time = Int(order.time)
      last[order.member] = (last[order.member]?.upperBound ?? time)..<time
    }
    return last.keys.sorted().compactMap { member in
      guard let gap = last[member] else { return nil }
      return (member, end - gap.upperBound > 75 * Season.secondsPerDay ? gap.upperBound..<end : gap)
    }
  }

  /// Most detractors of the last weeks were spoken to, not all.
  private mutating func contact() {
    let detractors = chronicle.surveys.enumerated().reversed().lazy.filter { [chronicle] _, position in
      let survey = chronicle.events.surveys[Int(position)]
      return survey.kind == .nps && survey.score <= 6 && survey.member != nobody
    }
    for (rank, position) in Array(detractors.prefix(20)) where random.chance(0.6) {
      let survey = chronicle.events.surveys[Int(position)]
      let time = Int(survey.time) + random.seconds(meanHours: 20)
      decide(random.chance(0.7) ? "contact" : "close", at: time) { out in
        out.id("member", "m", Int(survey.member) + 1)
        out.id("survey", "s", rank + 1)
      }
    }
  }

  private mutating func note() {
    for _ in 0..<6 {
      let member = random.below(world.members)
      let text = words.decisionNotes[random.below(words.decisionNotes.count)]
      let joined = Int(chronicle.traits[member].joined)
      decide("note", at: workingTime(near: joined + random.below(max(1, end - joined)))) { out in
        out.id("member", "m", member + 1)
        out.string("text", text)
      }
    }
  }
}
