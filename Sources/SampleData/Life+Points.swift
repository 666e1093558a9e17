extension Life {
  /// What points can be spent on, cheapest first.
  static let rewards = [120, 300, 600, 1200, 2500]

  /// Puts the changes in order and adds redemptions; the balance never falls below zero, lapsed lots counted out.
  mutating func keepLedger() {
    earnReferrals()
    ledger.sort { $0.time < $1.time }
    var lots = Lots()
    for (index, change) in ledger.enumerated() {
      var change = change
      lots.expire(at: change.time)
      if change.delta < 0 {
        change.delta = -lots.spend(-change.delta)
        if change.delta == 0 { continue }
      } else {
        lots.add(change.delta, expires: change.expires)
      }
      events.points.append(change)
      let next = index + 1 < ledger.count ? Int(ledger[index + 1].time) : leaves
      redeem(&lots, from: Int(change.time), to: min(next, leaves))
    }
    ledger.removeAll(keepingCapacity: true)
  }

  private mutating func redeem(_ lots: inout Lots, from start: Int, to end: Int) {
    guard end - start > 2 * Life.day, random.chance(0.13) else { return }
    let day = start / Life.day + 1 + random.below(min(40, (end - start) / Life.day - 1))
    let time = day * Life.day + me.chronotype.second(&random)
    guard time > start, time < end else { return }
    lots.expire(at: UInt32(time))
    let affordable = Life.rewards.count { $0 <= Int(lots.balance) }
    guard affordable > 0 else { return }
    let reward = affordable - 1 - (affordable > 1 && random.chance(0.4) ? 1 : 0)
    let cost = lots.spend(Int32(Life.rewards[reward]))
    events.points.append(
      PointsEvent(
        time: UInt32(time), member: member, delta: -cost, reason: .redemption, reward: UInt8(reward + 1)))
  }

  /// The referrer's reward is the referrer's own event: told here, in the referrer's life.
  private mutating func earnReferrals() {
    for friend in bonds.circle(me.circle) where bonds.referrer[Int(friend)] == member {
      let trait = traits[Int(friend)]
      if trait.buys > 0 { points(at: Int(trait.joined) + 3 * Life.day, 50, .referral, expiresInDays: 365) }
    }
  }
}

/// Open lots of points, the one that lapses first in front.
struct Lots {
  private var open: [(points: Int32, expires: UInt32)] = []

  var balance: Int32 { open.reduce(0) { $0 + $1.points } }

  /// `expires` 0: not within the span.
  mutating func add(_ points: Int32, expires: UInt32) {
    let end = expires == 0 ? UInt32.max : expires
    open.insert((points, end), at: open.firstIndex { $0.expires > end } ?? open.count)
  }

  mutating func expire(at time: UInt32) { open.removeAll { $0.expires <= time } }

  /// Spends up to `wanted` points and returns how many there were.
  mutating func spend(_ wanted: Int32) -> Int32 {
    var rest = wanted
    while rest > 0, !open.isEmpty {
      let part = min(rest, open[0].points)
      rest -= part
      open[0].points -= part
      if open[0].points == 0 { open.removeFirst() }
    }
    return wanted - rest
  }
}
