import Community

extension ActivityFigures {
  /// A group, channel or club, over the 30 days before today.
  package struct Space: Hashable, Sendable {
    package let name: Symbol
    /// Members' activities there, and in the 30 days before.
    package let activities: Int
    package let activitiesBefore: Int
    /// Distinct active members there.
    package let members: Int

    /// By how much the activities grew; nil where there were none before.
    package var growth: Double? {
      activitiesBefore > 0 ? Double(activities) / Double(activitiesBefore) - 1 : nil
    }

    /// Spaces with any activity in 60 days, the liveliest first, then by name.
    static func all(_ part: ActivityPart, _ symbols: SymbolTable) -> [Space] {
      var members = [Int](repeating: 0, count: symbols.count)
      part.visitors.forEach { space, _ in members[Int(space)] += 1 }
      let spaces = members.indices.compactMap { symbol -> Space? in
        let (now, before) = (Int(part.spaces[0][symbol]), Int(part.spaces[1][symbol]))
        guard now + before > 0 else { return nil }
        return Space(
          name: Symbol(rawValue: UInt32(symbol)), activities: now, activitiesBefore: before,
          members: members[symbol])
      }
      return spaces.sorted { left, right in
        if left.activities != right.activities { return left.activities > right.activities }
        if left.activitiesBefore != right.activitiesBefore {
          return left.activitiesBefore > right.activitiesBefore
        }
        return symbols[left.name].utf8.lexicographicallyPrecedes(symbols[right.name].utf8)
      }
    }
  }

  /// Who joined in the 30 days whose first days are over by yesterday, and who of them was active in those first
  /// days after the one of joining.
  package struct Newcomers: Hashable, Sendable {
    package let joined: Int
    package let cameBack: Int

    package var share: Double? { joined > 0 ? Double(cameBack) / Double(joined) : nil }

    init(
      _ part: ActivityPart, _ window: ActivityWindow, _ counted: CountedMembers, _ figures: MemberFigures,
      days: Int
    ) {
      let zone = window.moment.zone
      let last = window.today.adding(days: -days - 1)
      let first = last.adding(days: -29)
      let earliest = zone.instant(of: first)
      let latest = zone.end(of: last)
      var joined = 0
      var cameBack = 0
      for number in counted.flags.indices where counted.flags[number] {
        guard let at = figures.joined(Member.Index(number)), at >= earliest, at <= latest else { continue }
        joined += 1
        let ago = window.today.days(since: zone.day(of: at))
        let word = number >> 6
        let bit: UInt64 = 1 << UInt64(number & 63)
        if (ago - days...ago - 1).contains(where: { part.days[$0 - 1][word] & bit != 0 }) { cameBack += 1 }
      }
      self.joined = joined
      self.cameBack = cameBack
    }
  }

  /// Purchases of the 30 days before today by those who had been active in the 30 days before these, beside those of
  /// the other members who were there already.
  package struct CommunityOrders: Hashable, Sendable {
    package struct Side: Hashable, Sendable {
      package internal(set) var members = 0
      package internal(set) var orders = 0
      package internal(set) var spend = Money(rawValue: 0)

      /// Purchases a member and month.
      package var ordersByMember: Double? { members > 0 ? Double(orders) / Double(members) : nil }
    }

    package private(set) var inside = Side()
    package private(set) var outside = Side()

    /// How many times as many purchases a member inside makes as one outside.
    package var ratio: Double? {
      guard let inside = inside.ordersByMember, let outside = outside.ordersByMember, outside > 0 else {
        return nil
      }
      return inside / outside
    }

    /// - Parameter active: bits of the members who were active before the window.
    init(
      _ community: Community, _ window: ActivityWindow, _ counted: CountedMembers, _ figures: MemberFigures,
      active: [UInt64]
    ) {
      let zone = window.moment.zone
      let start = zone.instant(of: window.today.adding(days: -30))
      let end = zone.instant(of: window.today)
      /// 1 inside, 2 outside, 0 for those who joined later.
      let sides = counted.flags.indices.map { number -> UInt8 in
        guard counted.flags[number] else { return 0 }
        if active[number >> 6] >> UInt64(number & 63) & 1 != 0 { return 1 }
        guard let joined = figures.joined(Member.Index(number)) else { return 2 }
        return joined < start ? 2 : 0
      }
      for side in sides {
        if side == 1 { inside.members += 1 } else if side == 2 { outside.members += 1 }
      }
      for segment in community[.orders].segments
      where segment.newest >= start || !segment.newest.isKnown {
        let amounts = segment.integers[OrderField.amount.slot]
        for row in 0..<segment.count
        where segment.at[row] >= start.rawValue && segment.at[row] < end.rawValue && amounts[row] >= 0 {
          let member = Int(segment.member[row])
          guard member < sides.count, sides[member] != 0 else { continue }
          if sides[member] == 1 { inside.add(amounts[row]) } else { outside.add(amounts[row]) }
        }
      }
    }
  }

  /// What a week brought: something to read, benefits, and exchange.
  package struct Week: Hashable, Sendable {
    /// Its Monday.
    package let first: Day
    /// Contributions that answer nobody, those of hosts among them.
    package let content: Int
    /// Touchpoints of the kinds that are a benefit.
    package let benefits: Int
    /// Answers and reactions, those of hosts among them.
    package let interactions: Int

    /// The last twelve weeks, the running one at the end.
    static func all(
      _ part: ActivityPart, _ window: ActivityWindow, _ counted: CountedMembers, _ community: Community
    ) -> [Week] {
      var isBenefit = [Bool](repeating: false, count: community.symbols.count)
      for kind in community.program.community.benefitKinds {
        if let symbol = community.symbols.symbol(of: kind) { isBenefit[Int(symbol.rawValue)] = true }
      }
      var benefits = [Int](repeating: 0, count: ActivityWindow.weeks)
      let earliest = window.moment.zone.instant(of: window.firstWeek).rawValue
      var clock = DayClock(zone: window.moment.zone)
      for segment in community[.touchpoints].segments
      where segment.newest.rawValue >= earliest || !segment.newest.isKnown {
        let kinds = segment.symbols[TouchpointField.kind.slot]
        for row in 0..<segment.count
        where segment.at[row] >= earliest && segment.at[row] <= window.moment.now.rawValue {
          guard !kinds.isEmpty, isBenefit[Int(kinds[row])], counted.contains(segment.member[row]) else {
            continue
          }
          benefits[clock.day(of: segment.at[row]).days(since: window.firstWeek) / 7] += 1
        }
      }
      return benefits.indices.map {
        Week(
          first: window.firstWeek.adding(days: 7 * $0), content: part.content[$0], benefits: benefits[$0],
          interactions: part.interactions[$0])
      }
    }
  }
}

extension ActivityFigures.CommunityOrders.Side {
  fileprivate mutating func add(_ amount: Int64) {
    orders += 1
    spend.rawValue &+= amount
  }
}
