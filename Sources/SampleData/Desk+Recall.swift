import Community

/// Calling sleepers back, day after day.
extension Desk {
  /// How far gone somebody is, as the rules have it; of the churned, whether they were worth much.
  private enum Layer { case light, deep, churnedHigh, churned, returner }

  mutating func recall() {
    let aDay = min(6.5, Double(pasts.count) / 300)
    for offset in firstDay..<max(firstDay, world.season.days) where !isSunday(offset) {
      for _ in 0..<random.count(mean: aDay) { lookAtSomebody(on: offset) }
    }
  }

  private mutating func lookAtSomebody(on offset: Int) {
    let time = workingTime(day: offset)
    guard let first = sleeper(at: time) else { return }
    // Whoever fell silent lately stands higher in the queue more often than not.
    let second = sleeper(at: time) ?? first
    let (place, layer) =
      first.silence <= second.silence ? (first.place, first.layer) : (second.place, second.layer)
    let manager = manager()
    switch random.weighted([0.87, 0.05, 0.03, 0.02, 0.03]) {
    case 0: recall(place, layer, at: time, by: manager)
    case 1:
      let until = (offset + 7 + random.below(24)) * Desk.day
      pasts[place].restsUntil = until
      decide(
        Decision(
          time: time, manager: manager, action: .snooze, member: member(place), until: until, reason: reason()
        ))
    case 2:
      pasts[place].isLetGo = true
      decide(
        Decision(time: time, manager: manager, action: .dismiss, member: member(place), reason: reason()))
    case 3:
      let own = Int(traits[Int(member(place))].host)
      let host = own >= 0 ? own : random.below(world.hosts.count)
      decide(Decision(time: time, manager: manager, action: .hand, member: member(place), host: host))
    default:
      decide(Decision(time: time, manager: manager, action: .claim, member: member(place)))
      let later = time + 1200 + random.below(9000)
      if random.chance(0.7) {
        recall(place, layer, at: later, by: manager)
      } else if random.chance(0.5) {
        decide(Decision(time: later, manager: manager, action: .release, member: member(place)))
      }
      pasts[place].restsUntil = max(pasts[place].restsUntil, time + 2 * Desk.day)
    }
    if random.chance(0.04) { jot(about: place, at: time + 60, by: manager) }
  }

  /// Somebody who sleeps and may be called, found by chance.
  private mutating func sleeper(at time: Int) -> (place: Int, layer: Layer, silence: Int)? {
    for _ in 0..<24 {
      let place = random.below(pasts.count)
      let past = pasts[place]
      guard !past.isLetGo, past.restsUntil <= time, mayContact(place, at: time),
        let (layer, silence) = layer(of: place, at: time)
      else { continue }
      return (place, layer, silence)
    }
    return nil
  }

  /// Nil for whoever is awake, or never bought.
  private func layer(of place: Int, at time: Int) -> (Layer, silence: Int)? {
    let past = pasts[place]
    let bought = past.purchases.prefix { $0 < time }.count
    let seen = past.signs.prefix { $0 < time }.map { $0 / Desk.day }
    guard bought > 0, let last = seen.last else { return nil }
    let today = time / Desk.day
    if today - Int(traits[Int(member(place))].joined) / Desk.day <= 30, bought < 2 { return nil }
    var rhythm = 14.0
    var days = seen
    days.removeDuplicates()
    if days.count >= 4 {
      let gaps = zip(days.dropFirst(), days).map { $0 - $1 }.sorted()
      rhythm = max(7, Double(gaps[(gaps.count - 1) / 2] + gaps[gaps.count / 2]) / 2)
    }
    let silence = today - last
    guard Double(silence) > max(2 * rhythm, 30) else { return nil }
    if past.refunds.contains(where: { $0 < time && today - $0 / Desk.day < 90 }) {
      return (.returner, silence)
    }
    if Double(silence) <= max(4 * rhythm, 75) { return (.light, silence) }
    if Double(silence) <= max(6 * rhythm, 120) { return (.deep, silence) }
    return (bought >= 5 ? .churnedHigh : .churned, silence)
  }

  private mutating func play(for layer: Layer) -> Play {
    let weights: [Double] =
      switch layer {
      case .light: [0.4, 0.35, 0, 0, 0.25]
      case .deep: [0.5, 0.5, 0, 0, 0]
      case .churnedHigh: [0, 0.55, 0, 0.45, 0]
      case .churned: [0, 0.1, 0, 0.6, 0.3]
      case .returner: [0, 0, 0.65, 0.35, 0]
      }
    return Play(rawValue: random.weighted(weights)) ?? .coupon
  }

  /// How many of a hundred a play really wakes who would have slept on.
  private func success(_ play: Play, _ layer: Layer) -> Double {
    switch (layer, play) {
    case (.light, .hostWord): 0.42
    case (.light, .coupon): 0.3
    case (.light, .news): 0.2
    case (.deep, .hostWord): 0.28
    case (.deep, .coupon): 0.22
    case (.churnedHigh, .hostWord): 0.17
    case (.churnedHigh, .survey): 0.4
    case (.churned, .survey): 0.2
    case (.returner, .tryOn): 0.3
    case (.returner, .survey): 0.14
    default: 0.04
    }
  }

  /// Recalls a member, or writes down that the lot holds them out.
  private mutating func recall(_ place: Int, _ layer: Layer, at time: Int, by manager: Int) {
    let member = member(place)
    let play = play(for: layer)
    let campaign = Lot.campaign(play: play.id, day: world.season.day(at: time))
    let lot = Lot.of("m\(member + 1)", in: campaign)
    let isHeldOut = lot < 0.1
    let number = decide(
      Decision(
        time: time, manager: manager, action: isHeldOut ? .holdOut : .recall, member: member, play: play,
        campaign: Phrase(campaign)))
    if random.chance(0.02) {
      decide(
        Decision(
          time: time + 120 + random.below(2400), manager: random.chance(0.7) ? manager : self.manager(),
          action: .undo, member: member, undoes: number))
      pasts[place].restsUntil = time + 3 * Desk.day
      return
    }
    pasts[place].restsUntil = time + (45 + random.below(60)) * Desk.day
    if isHeldOut { return }
    pasts[place].contacts.append(time)
    guard random.chance(success(play, layer)) else { return }
    let answer = time / Desk.day + 1 + min(27, random.below(12) + random.below(20))
    comeBack(place, to: play, day: answer)
  }

  // MARK: What comes of it

  private mutating func comeBack(_ place: Int, to play: Play, day: Int) {
    switch play {
    case .coupon, .hostWord, .tryOn: buy(place, day: day)
    case .survey:
      answer(place, day: day)
      if random.chance(0.6) { buy(place, day: day + 2 + random.below(9)) }
    case .news:
      let time = self.time(place, day: day)
      guard time < end else { return }
      let kind: ActivityKind = random.chance(0.6) ? .browse : .login
      events.activity.append(
        ActivityEvent(time: UInt32(time), actor: member(place), salt: random.salt(), kind: kind))
      saw(place, at: time)
      if random.chance(0.6) { buy(place, day: day + 1 + random.below(9)) }
    }
  }

  private mutating func time(_ place: Int, day: Int) -> Int {
    day * Desk.day + traits[Int(member(place))].chronotype.second(&random)
  }

  private mutating func saw(_ place: Int, at time: Int) {
    pasts[place].signs.append(time)
    pasts[place].signs.sort()
  }

  /// Purchases, the first on a day; some stay for a while.
  private mutating func buy(_ place: Int, day: Int) {
    let trait = traits[Int(member(place))]
    var day = day
    for _ in 0..<4 {
      let time = time(place, day: day)
      guard time < end else { return }
      let category = random.weighted([0.2, 0.12, 0.12, 0.12, 0.12, 0.1, 0.12, 0.1])
      let items = 1 + random.count(mean: 0.6)
      let price = [68.0, 198, 158, 128, 118, 168, 42, 328][category]
      let amount = max(9, Int(price * Double(items) * Double(trait.purse) * (0.75 + 0.5 * random.unit())))
      let isInStore = trait.store >= 0 && random.chance(0.3)
      events.orders.append(
        OrderEvent(
          time: UInt32(time), member: member(place), amount: Int32(amount * 100),
          store: isInStore ? trait.store : -1, category: UInt8(category), items: UInt8(min(items, 99)),
          channel: isInStore ? 1 : 0))
      events.points.append(
        PointsEvent(
          time: UInt32(min(end - 1, time + 2)), member: member(place), delta: Int32(amount),
          order: Int32(events.orders.count - 1), expires: UInt32((time / Desk.day + 366) * Desk.day - 1),
          reason: .order))
      pasts[place].purchases.append(time)
      pasts[place].purchases.sort()
      saw(place, at: time)
      guard random.chance(0.5) else { return }
      day += 9 + random.below(35)
    }
  }

  /// Asked what went wrong, they tell.
  private mutating func answer(_ place: Int, day: Int) {
    let time = time(place, day: day)
    guard time < end else { return }
    var ratings: UInt32 = 0
    let worst = random.below(Driver.allCases.count)
    for driver in Driver.allCases {
      let rating = driver.rawValue == worst ? random.within(1...3) : random.within(3...5)
      ratings |= UInt32(rating) << UInt32(4 * driver.rawValue)
    }
    events.surveys.append(
      SurveyEvent(
        time: UInt32(time), member: member(place), salt: random.salt(), ratings: ratings, kind: .nps,
        score: UInt8(random.weighted([0, 0, 1, 1, 2, 3, 4, 5, 5, 2, 1])), stage: .afterSale, channel: 0,
        speaks: random.chance(0.7)))
    saw(place, at: time)
  }
}

extension Desk.Play {
  var id: String {
    switch self {
    case .coupon: "coupon"
    case .hostWord: "host_word"
    case .tryOn: "try_on"
    case .survey: "survey"
    case .news: "news"
    }
  }
}

extension Array where Element: Equatable {
  /// Leaves one of each run of equal elements.
  fileprivate mutating func removeDuplicates() {
    var kept: [Element] = []
    for element in self where kept.last != element { kept.append(element) }
    self = kept
  }
}
