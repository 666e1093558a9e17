extension Life {
  /// What the brand does for the member: by the calendar, by the weather, and for those closest to it.
  mutating func receive() {
    guard mayBeCalled else { return }
    let season = world.season
    // The brand's care goes on for a while after somebody falls silent.
    let until = min(season.end, Int(me.leaves) + 150 * Life.day)
    let first = joined / Life.day + 1
    let density = world.density

    if me.birthMonth > 0 {
      let day = me.birthMonth == 2 && me.birthDay == 29 ? 28 : Int(me.birthDay)
      for offset in season.offsets(month: Int(me.birthMonth), day: day)
      where offset >= first && offset * Life.day < until && random.chance(0.75) {
        let at = officeTime(day: offset + (random.chance(0.8) ? 0 : random.within(1...3)))
        touch(.birthdayGift, .birthday, at: at)
        points(at: at + 30, 88, .birthday, expiresInDays: 90)
      }
    }
    for year in stride(from: joined / Life.day + 365, to: season.days, by: 365)
    where year * Life.day < until && random.chance(0.5 * density) {
      touch(.care, .anniversary, at: officeTime(day: year + random.below(3)))
    }
    let pushes =
      me.refusal == .push ? 0 : random.count(mean: 0.0011 * density * Double(until / Life.day - first))
    for _ in 0..<pushes { push(from: first, until: until) }
    careInRain(from: first, until: until)
    if me.has(.core) { closeToUs(from: first, until: until) }
    if me.host >= 0 { bePersonal(from: first, until: until) }
  }

  private mutating func push(from first: Int, until: Int) {
    guard until / Life.day > first else { return }
    var offset = random.within(first...(until / Life.day))
    var trigger = Trigger.none
    if random.chance(0.4) {
      let start = world.season.day(at: offset * Life.day)
      offset += 18 - start.civil.day
      trigger = .memberDay
      guard offset >= first else { return }
    }
    guard offset < world.season.days else { return }
    let campaign = trigger == .none ? world.campaign(on: offset) ?? -1 : -1
    touch(.push, trigger, at: offset * Life.day + 36_000 + random.below(3600), campaign: campaign)
  }

  private mutating func careInRain(from first: Int, until: Int) {
    let last = min(until / Life.day, world.season.days - 1)
    guard last > first else { return }
    for _ in 0..<random.count(mean: 0.0013 * world.density * Double(last - first)) {
      let offset = random.within(first...last)
      let weather = world.weather[Int(me.city)]
      if weather[offset].condition == .rain {
        touch(.care, .rainCare, at: offset * Life.day + 28_800 + random.below(14_400))
      } else if offset > 0, weather[offset - 1].low - weather[offset].low >= 8 {
        touch(.care, .coldSnap, at: offset * Life.day + 28_800 + random.below(14_400))
      }
    }
  }

  /// Core members meet the brand every few weeks.
  private mutating func closeToUs(from first: Int, until: Int) {
    // Of late more than at the beginning.
    var offset = max(first + 30, world.season.days - 270)
    while offset * Life.day < until {
      let kinds: [TouchKind] = [.visit, .surprise, .custom, .eventInvite, .privilege, .gift]
      touch(kinds[random.weighted([0.2, 0.22, 0.14, 0.24, 0.12, 0.08])], at: officeTime(day: offset))
      offset += 6 + Int(random.exponential(mean: 7 / world.density))
    }
  }

  /// Now and then a host thinks of a member, unasked.
  private mutating func bePersonal(from first: Int, until: Int) {
    let last = min(until / Life.day, world.season.days - 1)
    guard last > first else { return }
    let host = world.hosts[Int(me.host)]
    // Good customers are thought of more often.
    let regard = Double(me.buys) > 0.018 * world.density ? 4.0 : 1
    let mean = 0.0022 * regard * world.density * host.diligence * Double(last - first)
    for _ in 0..<random.count(mean: mean) {
      let time = officeTime(day: random.within(first...last))
      switch random.weighted([0.4, 0.2, 0.12, 0.12, 0.16]) {
      case 0: act(.mention, at: time, by: hostBit | UInt32(me.host), to: member)
      case 1: touch(.care, .hostSilent, at: time)
      case 2: touch(.visit, at: time)
      case 3: touch(.surprise, at: time)
      default: touch(.eventInvite, at: time)
      }
    }
  }
}
