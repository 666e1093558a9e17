import Community

extension World {
  /// Evenings of the circles in the last half year: one of those who like to talk begins, some answer, and some of
  /// these answer each other. So those of a circle come to know each other, and not only their nearest.
  func evenings(_ traits: [Traits], _ bonds: Bonds) -> EventBatch {
    var batch = EventBatch()
    let from = max(0, season.days - 175)
    for circle in circles.indices {
      var random = Random(seed: seed, stream: World.stream(.circles, circle))
      let weekday = random.within(1...7)
      let members = bonds.circle(Int32(circle)).filter { traits[Int($0)].talks }
      for offset in from..<season.days where season.first.adding(days: offset).weekday == weekday {
        guard random.chance(0.22 * density) else { continue }
        let time = offset * Season.secondsPerDay + 68_400 + random.below(7200)
        let end = time + 5400
        let present = members.filter { member in
          let trait = traits[Int(member)]
          return Int(trait.joined) < time && Int(trait.leaves) > end && random.chance(0.55)
        }
        if present.count >= 3 { talk(present, Int32(circle), at: time, &random, &batch) }
      }
    }
    return batch
  }

  /// One evening of those present.
  private func talk(
    _ present: [UInt32], _ circle: Int32, at time: Int, _ random: inout Random, _ batch: inout EventBatch
  ) {
    let first = random.below(present.count)
    let post = Int32(batch.activity.count)
    batch.activity.append(
      ActivityEvent(
        time: UInt32(time), actor: present[first], circle: circle, salt: random.salt(), kind: .post))
    var answered = (by: present[first], event: post)
    var at = time
    for place in 1..<min(present.count, 7) {
      let member = present[(first + place) % present.count]
      at += 120 + random.below(480)
      // Most answer the one who began, some the one who spoke last.
      let to = random.chance(0.6) ? (by: present[first], event: post) : answered
      let kind: ActivityKind = random.chance(0.7) ? .reply : .reaction
      batch.activity.append(
        ActivityEvent(
          time: UInt32(at), actor: member, to: to.by, parent: to.event, circle: circle, salt: random.salt(),
          kind: kind))
      if kind == .reply { answered = (member, Int32(batch.activity.count - 1)) }
    }
  }
}
