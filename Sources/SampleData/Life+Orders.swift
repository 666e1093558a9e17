extension Life {
  /// What a purchase was like, as a change to each driver's rating.
  struct Experience {
    var change: [Double] = Array(repeating: 0, count: Driver.allCases.count)
    var cause: Cause?
  }

  mutating func buy() {
    guard me.buys > 0 else { return }
    let wait = random.chance(0.55) ? random.seconds(meanHours: 1) : random.seconds(meanHours: 120)
    let first = joined + wait
    guard first <= leaves else { return }
    let favourite = random.weighted([0.24, 0.17, 0.14, 0.12, 0.11, 0.06, 0.07, 0.09])
    let habit = random.weighted([0.42, me.store >= 0 ? 0.26 : 0, 0.16, 0.08, 0.08])
    var last = 0
    for (number, time) in ([first] + times(rate: Double(me.buys), from: first, to: leaves)).enumerated() {
      let category =
        random.chance(0.6) ? favourite : random.weighted([0.2, 0.12, 0.12, 0.12, 0.12, 0.1, 0.12, 0.1])
      let channel =
        random.chance(0.7) ? habit : random.weighted([0.45, me.store >= 0 ? 0.2 : 0, 0.18, 0.1, 0.07])
      order(number: number, at: time, category: category, channel: channel)
      last = time
    }
    if last > 0 { followSilence(since: last) }
  }

  private mutating func order(number: Int, at time: Int, category: Int, channel: Int) {
    let offset = time / Life.day
    var campaign = world.campaign(on: offset) ?? -1
    if campaign >= 0, random.chance(0.45) { campaign = -1 }
    let price = [68.0, 198, 158, 128, 118, 168, 42, 328][category]
    let items = 1 + random.count(mean: category == 7 ? 0.5 : 0.7)
    var yuan = price * Double(items) * Double(me.purse) * (0.75 + 0.5 * random.unit())
    if campaign >= 0 { yuan *= 0.88 }
    let endings = [0, 0, 50, 90, 80]
    let amount = max(9, Int(yuan)) * 100 + endings[random.below(endings.count)]
    events.orders.append(
      OrderEvent(
        time: UInt32(time), member: member, amount: Int32(amount), store: channel == 1 ? me.store : -1,
        campaign: Int16(campaign), category: UInt8(category), items: UInt8(min(items, 99)),
        channel: UInt8(channel)))
    let position = Int32(events.orders.count - 1)
    lastPurchase = (position, time)
    let isMemberDay = world.season.day(at: time).civil.day == 18
    points(at: time + 2, amount / 100, .order, order: position, expiresInDays: isMemberDay ? 180 : 365)

    let experience = experience(at: time, channel: channel)
    complain(about: experience, at: time, store: channel == 1 ? me.store : -1, order: position)
    answerSurvey(after: experience, at: time, channel: channel)
    if number == 0, mayBeCalled, random.chance(0.6 * world.density) {
      touch(.gift, .firstOrder, at: officeTime(day: offset + 1 + random.below(3)))
    } else if mayBeCalled, random.chance(0.13 * world.density) {
      touch(.callBack, .afterPurchase, at: officeTime(day: offset + 7 + random.below(4)))
    }
    if me.talks, random.chance(0.1 * world.density) { review(experience, after: time) }
  }

  private mutating func review(_ experience: Experience, after time: Int) {
    let at = (time / Life.day + 4 + random.below(8)) * Life.day + me.chronotype.second(&random)
    guard at <= leaves else { return }
    let content = Double(me.mood) + experience.change.reduce(0, +) + 0.4 * random.normal()
    act(.review, at: at, circle: -1, mood: content < 3.6 ? 0 : content < 4.15 ? 1 : 2)
    points(at: at + 2, 20, .review, expiresInDays: 365)
  }

  /// Things go wrong sometimes; parcels above all, until delivery was put right late in the span.
  private mutating func experience(at time: Int, channel: Int) -> Experience {
    var experience = Experience()
    func set(_ driver: Driver, _ change: Double, _ cause: Cause) {
      experience.change[driver.rawValue] = change
      experience.cause = cause
    }
    let offset = time / Life.day
    if random.chance(0.004) { set(.service, -2.2, .rudeService) }
    if random.chance(0.006) { set(.price, -1.6, .price) }
    if random.chance(0.014) { set(.taste, -1.9, .quality) }
    if channel != 1 {
      if random.chance(0.012) { set(.packaging, -2, .packaging) }
      let isRush = world.campaign(on: offset, occasion: 1) != nil
      let isRain = world.weather[Int(me.city)][offset].condition == .rain
      let late = (world.isRepaired(on: offset) ? 0.015 : 0.034) * (isRush ? 3 : 1) * (isRain ? 1.4 : 1)
      if random.chance(late) { set(.delivery, -2.3, .lateDelivery) }
    }
    return experience
  }

  private mutating func complain(about experience: Experience, at time: Int, store: Int16, order: Int32) {
    guard let cause = experience.cause else {
      if random.chance(0.014) { refund(order, at: awake(time + random.seconds(meanHours: 96))) }
      return
    }
    let noticed = awake(time + (cause == .lateDelivery ? 3 : 1) * Life.day + random.seconds(meanHours: 18))
    if cause == .lateDelivery { touch(.lateDelivery, at: noticed - 1800) }
    if cause == .rudeService { touch(.rudeService, at: time + 600) }
    let shares: [Cause: Double] = [
      .lateDelivery: 0.4, .quality: 0.7, .packaging: 0.5, .rudeService: 0.8, .price: 0.4,
    ]
    guard noticed < world.season.end, random.chance(shares[cause] ?? 0.5) else { return }
    let level = cause == .rudeService || random.chance(0.06) ? 1 : random.chance(0.38) ? 2 : 3
    let first = noticed + random.seconds(meanHours: [0.3, 1.2, 5][level - 1])
    let answered = level == 1 ? first : awake(first)
    let resolved =
      random.chance(0.94) ? awake(answered + random.seconds(meanHours: [1.1, 6, 24][level - 1])) : Int.max
    let compensation: TouchKind? = random.chance(level == 1 ? 0.9 : 0.5) ? .compensation : nil
    func known(_ when: Int) -> Int32 { when < world.season.end ? Int32(when) : -1 }
    events.complaints.append(
      ComplaintEvent(
        time: UInt32(noticed), member: member, answered: known(answered), resolved: known(resolved),
        salt: random.salt(), store: store, level: UInt8(level), cause: cause,
        compensation: known(resolved) >= 0 ? compensation : nil))
    if cause == .quality || cause == .packaging, random.chance(0.5) {
      refund(order, at: awake(noticed + random.seconds(meanHours: 40)))
    }
    guard known(resolved) >= 0 else { return }
    if compensation != nil { touch(.compensation, at: resolved + 300) }
    if level == 1 || random.chance(0.4) { touch(.apology, at: answered + 120) }
    let called = officeTime(day: resolved / Life.day + 3 + random.below(4))
    if mayBeCalled, random.chance(0.65) { touch(.callBack, .complaintClosed, at: called) }
  }

  private mutating func refund(_ position: Int32, at time: Int) {
    guard time < world.season.end else { return }
    var event = events.orders[Int(position)]
    let isPartial = event.items > 1 && random.chance(0.4)
    let amount = isPartial ? Int(event.amount) / Int(event.items) / 100 * 100 : Int(event.amount)
    event.time = UInt32(time)
    event.amount = Int32(-amount)
    event.items = isPartial ? 1 : event.items
    event.refunded = position
    events.orders.append(event)
    points(at: time + 2, -(amount / 100), .refund, order: position)
  }

  /// Some of those who have gone quiet send back in the last days what they bought then.
  mutating func returnLate() {
    let end = world.season.end
    guard let (position, time) = lastPurchase, (32...90).contains((end - time) / Life.day),
      random.chance(0.04)
    else { return }
    let isReturned = events.orders[Int(position)...].contains { $0.refunded == position }
    if !isReturned { refund(position, at: awake(end - (2 + random.below(10)) * Life.day)) }
  }

  /// The brand asks after those who have gone quiet.
  private mutating func followSilence(since last: Int) {
    guard Int(me.leaves) < world.season.end, mayBeCalled, random.chance(0.3 * world.density) else { return }
    let wait = max(30, min(90, Int(2 / Double(me.buys))))
    touch(.care, .goneQuiet, at: officeTime(day: leaves / Life.day + wait + random.below(7)))
  }
}

extension World {
  /// Delivery was put right 120 days before the span's end (or half-way through a shorter one).
  var repairOffset: Int { season.days > 240 ? season.days - 120 : season.days / 2 }

  func isRepaired(on offset: Int) -> Bool { offset >= repairOffset }
}
