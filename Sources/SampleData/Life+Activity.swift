extension Life {
  /// What the member does of their own accord; what friends and the host make of it follows at once.
  mutating func takePart() {
    let quiet: [ActivityKind] = [.login, .browse, .vote, .reaction, .event, .post]
    let open: [ActivityKind] = [
      .post, .browse, .login, .share, .checkIn, .event, .vote, .suggestion, .story, .mention,
    ]
    for time in times(rate: Double(me.social), from: joined + 300, to: leaves) {
      let kind =
        me.talks
        ? open[random.weighted([0.44, 0.12, 0.12, 0.08, 0.07, 0.05, 0.04, 0.03, 0.02, 0.03])]
        : quiet[random.weighted([0.36, 0.36, 0.1, 0.08, 0.05, 0.05])]
      switch kind {
      case .post, .share: answers(to: act(kind, at: time), at: time)
      case .story: tell(at: time)
      case .suggestion: suggest(at: time)
      case .mention:
        if let friend = friend(at: time) { act(.mention, at: time, to: friend) }
      case .reaction:
        if let friend = friend(at: time) { act(.reaction, at: time, to: friend) }
      case .event:
        act(.event, at: time)
        points(at: time + 2, 10, .event, expiresInDays: 365)
      case .login, .browse: act(kind, at: time, circle: -1)
      default: act(kind, at: time)
      }
    }
  }

  private mutating func tell(at time: Int) {
    answers(to: act(.story, at: time), at: time)
    points(at: time + 2, 20, .story, expiresInDays: 365)
    if random.chance(0.35) { touch(.storyTold, at: officeTime(day: time / Life.day + 5 + random.below(15))) }
  }

  private mutating func suggest(at time: Int) {
    act(.suggestion, at: time)
    if random.chance(0.4) {
      touch(.suggestionCredited, at: officeTime(day: time / Life.day + 3 + random.below(20)))
    }
  }

  /// A friend who is around: mostly a near one of the same circle, seldom somebody of another.
  private mutating func friend(at time: Int) -> UInt32? {
    if random.chance(0.05) {
      let other = bonds.circle(Int32(random.below(world.circles.count)))
      if other.isEmpty { return nil }
      return around(other[other.startIndex + random.below(other.count)], at: time)
    }
    let circle = bonds.circle(me.circle)
    let own = Int(bonds.place[Int(member)])
    for _ in 0..<3 {
      let step =
        random.chance(0.7) ? random.within(1...4) * (random.chance(0.5) ? 1 : -1) : random.below(circle.count)
      let place = ((own + step) % circle.count + circle.count) % circle.count
      if let friend = around(circle[circle.startIndex + place], at: time) { return friend }
    }
    return nil
  }

  private func around(_ other: UInt32, at time: Int) -> UInt32? {
    let trait = traits[Int(other)]
    return other != member && Int(trait.joined) < time && Int(trait.leaves) > time ? other : nil
  }

  private mutating func answers(to post: Int32, at time: Int) {
    guard post >= 0 else { return }
    for _ in 0..<random.count(mean: 1.7) {
      let at = awake(time + random.seconds(meanHours: 3))
      guard let friend = friend(at: at) else { continue }
      switch random.weighted([0.5, 0.37, 0.09, 0.04]) {
      case 0:
        let reply = act(.reply, at: at, by: friend, to: member, parent: post)
        let back = awake(at + random.seconds(meanHours: 1.5))
        if reply >= 0, back <= leaves {
          if random.chance(0.3) {
            act(.reply, at: back, to: friend, parent: reply)
          } else if random.chance(0.2) {
            act(.thanks, at: back, to: friend, parent: reply)
          }
        }
      case 1: act(.reaction, at: at, by: friend, to: member, parent: post)
      case 2: act(.thanks, at: at, by: friend, to: member, parent: post)
      default: act(.mention, at: at, by: friend, to: member, parent: post)
      }
    }
    guard me.host >= 0 else { return }
    let host = world.hosts[Int(me.host)]
    if random.chance(0.5 * host.diligence) {
      let at = awake(time + random.seconds(meanHours: host.hours))
      let reply = act(.reply, at: at, by: hostBit | UInt32(me.host), to: member, parent: post)
      if reply >= 0, at + 900 <= leaves, random.chance(0.12) {
        act(.thanks, at: at + 900, to: hostBit | UInt32(me.host), parent: reply)
      }
    }
  }

  /// Twenty-one days of a small habit; every day some give up, and some miss one.
  mutating func takeUpChallenges() {
    for (number, challenge) in world.challenges.enumerated() {
      let start = challenge.firstDay * Life.day
      guard joined < start, leaves > start else { continue }
      let eager = (me.talks ? 0.035 : 0.004) + (me.has(.fitness) ? 0.03 : 0)
      guard random.chance(eager * world.density) else { continue }
      for day in 0..<World.Challenge.length {
        if random.chance(0.06) { break }
        if random.chance(0.05) { continue }
        let time = start + day * Life.day + 21_600 + random.below(54_000)
        guard time <= leaves else { break }
        act(.checkIn, at: time, challenge: number)
      }
    }
  }
}
