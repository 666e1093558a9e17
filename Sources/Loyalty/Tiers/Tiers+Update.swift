import Community

extension Tiers {
  /// What judging a member anew made of them.
  struct Change: Sendable {
    var member: Member.Index
    /// The state before; of members who weren't there yet that of whoever did nothing.
    var before: State
    var after: State
    /// The places of the tiers before and after the quarter that ended last, nil for none; as they were, and as they are.
    var quarterBefore: (from: Int?, to: Int?)
    var quarterAfter: (from: Int?, to: Int?)
    var isNew: Bool
  }

  /// Judges some members anew, after their records or events were added or changed, and those who referred them. New
  /// members are taken up by themselves.
  ///
  /// Where tiers go by share, these members are held against the cut-offs of the rankings there were; the others stay where
  /// they are till all are ranked anew.
  ///
  /// - Parameter points: brought up to date before, where conditions ask for points earned.
  /// - Returns: whether that could be done: the day must still be the same, and so must the programme.
  /// - Complexity: O(events of these members), and a block of states for each.
  @discardableResult
  package mutating func update(
    _ touched: [Member.Index], community: Community, figures: MemberFigures, points: Points? = nil
  ) -> Bool {
    judge(touched, community: community, figures: figures, points: points) != nil
  }

  /// The same, telling what it made of each member that was judged; nil where it couldn't be done.
  mutating func judge(
    _ touched: [Member.Index], community: Community, figures: MemberFigures, points: Points? = nil
  ) -> [Change]? {
    guard figures.moment.zone == moment.zone, figures.moment.today == moment.today,
      figures.moment.now >= moment.now, community.program.tiers == rules,
      calendar.comingQuarter(after: figures.moment) == comingQuarter,
      points != nil || reader.points == nil || !reader.readsPoints,
      touched.allSatisfy({ $0.value >= figures.count || figures.entry($0).firstEvent >= calendar.start })
    else { return nil }
    moment = figures.moment
    reader = TierReader(
      plan, community: community, now: moment.now, points: points.map { EarnedPoints($0) })
    var members = Set(touched)
    if shares == nil, reader.readsReferrals {
      members.formUnion(referrals.update(touched, community: community, figures: figures))
    }
    let known = count
    let all = min(figures.count, community.members.count)
    while count < all {
      if count & (Tiers.blockSize - 1) == 0 { blocks.append(Block()) }
      blocks[blocks.count - 1].states.append(State())
      blocks[blocks.count - 1].starts.append(UInt32(blocks[blocks.count - 1].moves.count))
      counts[0] += 1
      members.insert(Member.Index(count))
      count += 1
    }
    var machine = TierMachine(plan, calendar)
    return members.filter { $0.value < count }.map { member in
      let (before, quarterBefore) = (state(member), lastQuarter(member))
      var (state, moves) =
        shares.map { shares in
          let replayed = shares.replay(member, community, figures, calendar, rules)
          return (replayed.state, replayed.moves)
        } ?? replay(member, community, figures, &machine)
      state.isListed = figures.isListed(member)
      put(state, moves, member)
      return Change(
        member: member, before: before, after: state, quarterBefore: quarterBefore,
        quarterAfter: lastQuarter(member), isNew: member.value >= known)
    }
  }

  /// What a member's events come to.
  private func replay(
    _ member: Member.Index, _ community: Community, _ figures: MemberFigures, _ machine: inout TierMachine
  ) -> (state: State, moves: [Int64]) {
    var observer = MoveObserver()
    var state = State()
    for withAll in [false, true] {
      var events: [TierEvent] = []
      if figures.isListed(member) {
        events = reader.events(
          of: member, community, calendar, referrals: referrals.referrals(by: member), withAll: withAll)
      }
      observer.moves = []
      state = events.withMutableView { events in
        machine.state(of: events, joined: figures.entry(member).joined, moment, comingQuarter, &observer)
      }
      if !machine.waitsForEvents { break }
    }
    return (state, observer.moves)
  }

  /// The places of a member's tiers before and after the quarter that ended last, nil for none.
  private func lastQuarter(_ member: Member.Index) -> (from: Int?, to: Int?) {
    let ends = lastQuarterEnds
    return (tier(member, at: ends.from), tier(member, at: ends.to))
  }

  private mutating func put(_ state: State, _ moves: [Int64], _ member: Member.Index) {
    let number = member.value >> Tiers.blockShift
    let place = member.value & (Tiers.blockSize - 1)
    counts[Int(blocks[number].states[place].tier) + 1] -= 1
    counts[Int(state.tier) + 1] += 1
    blocks[number].states[place] = state
    let old = Int(blocks[number].starts[place])..<Int(blocks[number].starts[place + 1])
    guard !blocks[number].moves[old].elementsEqual(moves) else { return }
    blocks[number].moves.replaceSubrange(old, with: moves)
    let shift = moves.count - old.count
    guard shift != 0 else { return }
    for later in place + 1..<blocks[number].starts.count {
      blocks[number].starts[later] = UInt32(Int(blocks[number].starts[later]) + shift)
    }
  }
}
