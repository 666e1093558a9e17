/// Managers at work: what they decided in the last months of the span, and what came of it.
///
/// They know what a dashboard would have shown them: who has gone silent, whose birthday it is, who was annoyed. What
/// they bring about are events of their own, so that everybody else's life stays as it was.
struct Desk {
  let world: World
  let traits: [Traits]
  let lived: EventBatch
  /// What members did because of a decision.
  var events = EventBatch()
  private(set) var decisions: [Decision] = []
  var random: Random
  /// A sample of the members is enough, however many there are: every `step`-th.
  let step: Int
  /// By place in the sample.
  var pasts: [Past]

  /// One line of `decisions.jsonl`.
  struct Decision: Sendable {
    var time: Int
    var manager: Int
    var action: Action
    var member = nobody
    var play: Play?
    /// `coupon-2026Q4`
    var campaign: Phrase?
    var rule: Trigger?
    /// Position of the answer that it is about, or -1.
    var survey = -1
    var topic: Phrase?
    var until: Int?
    var reason: Phrase?
    var text: Phrase?
    var host: Int?
    /// Place in the list of the decision that it takes back.
    var undoes: Int?
  }

  enum Action: Sendable {
    case recall, holdOut, snooze, dismiss, claim, release, hand, note, touch, skip, contact, close, fix, undo
  }

  /// Ways of calling members back, as the programme's defaults name them.
  enum Play: Int, Sendable { case coupon, hostWord, tryOn, survey, news }

  /// What is known of a member, times in order.
  struct Past {
    /// By which the member was seen.
    var signs: [Int] = []
    var purchases: [Int] = []
    var refunds: [Int] = []
    /// Whenever the brand came up to the member.
    var contacts: [Int] = []
    /// Of rules that were kept by a touchpoint, with its time.
    var touches: [(rule: Trigger, time: Int)] = []
    var resolved: [Int] = []
    /// Days after one without a check-in, in a challenge that goes on.
    var missedDays: [Int] = []
    /// Days on which points are to lapse of which nothing was spent meanwhile.
    var lapses: [Int] = []
    /// Nobody looks at the member before then.
    var restsUntil = 0
    var isLetGo = false
  }

  static let day = Season.secondsPerDay
  /// For how long decisions have been made, in days.
  static let days = 270

  var end: Int { world.season.end }
  /// The first day with decisions, as an offset.
  var firstDay: Int { max(world.season.days / 4, world.season.days - Desk.days) }

  init(_ world: World, _ traits: [Traits], _ lived: EventBatch) {
    self.world = world
    self.traits = traits
    self.lived = lived
    random = Random(seed: world.seed, stream: World.stream(.decisions, 0))
    step = max(1, world.members / 4000)
    pasts = Array(repeating: Past(), count: (world.members + step - 1) / step)
    recollect()
  }

  mutating func work() {
    recall()
    care()
    listen()
    jot()
    decide(
      Decision(
        time: workingTime(day: world.repairOffset), manager: manager(), action: .fix,
        topic: world.words.drivers[Driver.delivery.rawValue]))
  }

  /// The place of a member in the sample.
  private func place(_ member: UInt32) -> Int? {
    member < UInt32(world.members) && Int(member) % step == 0 ? Int(member) / step : nil
  }

  func member(_ place: Int) -> UInt32 { UInt32(place * step) }

  private mutating func recollect() {
    for order in lived.orders {
      guard let place = place(order.member) else { continue }
      if order.amount < 0 {
        pasts[place].refunds.append(Int(order.time))
      } else {
        pasts[place].purchases.append(Int(order.time))
        pasts[place].signs.append(Int(order.time))
      }
    }
    for act in lived.activity {
      if let place = place(act.actor) { pasts[place].signs.append(Int(act.time)) }
    }
    for answer in lived.surveys {
      if let place = place(answer.member) { pasts[place].signs.append(Int(answer.time)) }
    }
    for change in lived.points where change.reward > 0 {
      if let place = place(change.member) { pasts[place].signs.append(Int(change.time)) }
    }
    for touch in lived.touchpoints {
      guard let place = place(touch.member) else { continue }
      if touch.kind.isContact { pasts[place].contacts.append(Int(touch.time)) }
      if touch.trigger != .none { pasts[place].touches.append((touch.trigger, Int(touch.time))) }
    }
    for complaint in lived.complaints where complaint.resolved >= 0 {
      if let place = place(complaint.member) { pasts[place].resolved.append(Int(complaint.resolved)) }
    }
    recollectPoints()
    recollectChallenges()
    for place in pasts.indices {
      pasts[place].signs.sort()
      pasts[place].purchases.sort()
      pasts[place].refunds.sort()
    }
  }

  private mutating func recollectPoints() {
    var spent: [Int: UInt32] = [:]
    for change in lived.points where change.delta < 0 {
      guard let place = place(change.member) else { continue }
      spent[place] = max(spent[place] ?? 0, change.time)
    }
    for change in lived.points where change.delta > 80 && change.expires > 0 {
      guard let place = place(change.member), spent[place].map({ $0 < change.time }) ?? true else { continue }
      pasts[place].lapses.append(Int(change.expires) / Desk.day)
    }
  }

  private mutating func recollectChallenges() {
    var days: [Int: [Int16: Set<Int>]] = [:]
    for act in lived.activity where act.challenge >= 0 {
      guard let place = place(act.actor) else { continue }
      days[place, default: [:]][act.challenge, default: []].insert(Int(act.time) / Desk.day)
    }
    for (place, challenges) in days {
      for (_, days) in challenges.sorted(by: { $0.key < $1.key }) {
        guard let first = days.min(), let last = days.max() else { continue }
        // Whoever stays away for good is reminded once.
        pasts[place].missedDays += (first...last + 1).filter { !days.contains($0) }.map { $0 + 1 }
      }
    }
  }

  // MARK: Deciding

  /// Writes a decision down, if its time lies in the span.
  ///
  /// - Returns: its place in the list.
  @discardableResult
  mutating func decide(_ decision: Decision) -> Int? {
    guard decision.time >= 0, decision.time < end else { return nil }
    decisions.append(decision)
    return decisions.count - 1
  }

  /// One of the managers; the first two are there most.
  mutating func manager() -> Int {
    random.weighted(world.words.managers.indices.map { 1 / Double(1 + $0) })
  }

  /// Between 9:30 and 18:00.
  mutating func workingTime(day offset: Int) -> Int { offset * Desk.day + 34_200 + random.below(30_600) }

  func isSunday(_ offset: Int) -> Bool { world.season.first.adding(days: offset).weekday == 7 }

  /// At most one contact a day and four in thirty days, and none for those who said no.
  func mayContact(_ place: Int, at time: Int) -> Bool {
    guard traits[Int(member(place))].refusal != .all else { return false }
    let today = time / Desk.day
    var month = 0
    for contact in pasts[place].contacts {
      let day = contact / Desk.day
      if day == today { return false }
      if abs(day - today) < 30 { month += 1 }
    }
    return month < 4
  }

  mutating func reason() -> Phrase {
    world.words.decisionReasons[random.below(world.words.decisionReasons.count)]
  }

  // MARK: Notes

  mutating func jot(about place: Int, at time: Int, by manager: Int) {
    let text = world.words.decisionNotes[random.below(world.words.decisionNotes.count)]
    decide(Decision(time: time, manager: manager, action: .note, member: member(place), text: text))
  }

  private mutating func jot() {
    for _ in 0..<min(12, world.members / 20) {
      let place = random.below(pasts.count)
      let joined = Int(traits[Int(member(place))].joined)
      let day = joined / Desk.day + 1 + random.below(max(1, world.season.days - joined / Desk.day - 1))
      jot(about: place, at: workingTime(day: day), by: manager())
    }
  }
}

extension TouchKind {
  /// Whether the brand comes up to the member by it.
  var isContact: Bool {
    switch self {
    case .push, .birthdayGift, .care, .gift, .surprise, .visit, .callBack, .eventInvite: true
    default: false
    }
  }
}
