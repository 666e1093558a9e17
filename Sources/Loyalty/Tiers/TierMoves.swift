import Community

/// A member's move to another tier.
package struct TierChange: Hashable, Sendable {
  package var member: Member.Index
  package var at: Instant
  /// Places in the rules; nil stands for no tier.
  package var from: Int?
  package var tier: Int?

  package var isUp: Bool { (tier ?? -1) > (from ?? -1) }
}

/// How many members went from each tier to each other between two instants.
package struct TierMoves: Hashable, Sendable {
  package let from: Instant
  package let to: Instant
  private let size: Int
  private var counts: [Int]

  init(from: Instant, to: Instant, tiers: Int) {
    self.from = from
    self.to = to
    size = tiers + 1
    counts = Array(repeating: 0, count: size * size)
  }

  /// Members in one tier at first and in another at last; nil stands for no tier.
  package internal(set) subscript(from: Int?, to: Int?) -> Int {
    get { counts[((from ?? -1) + 1) * size + (to ?? -1) + 1] }
    set { counts[((from ?? -1) + 1) * size + (to ?? -1) + 1] = newValue }
  }

  /// Members who went up, and who went down.
  package var up: Int { sum { $0 < $1 } }
  package var down: Int { sum { $0 > $1 } }
  package var stayed: Int { sum { $0 == $1 && $0 > 0 } }

  private func sum(_ isCounted: (Int, Int) -> Bool) -> Int {
    counts.indices.reduce(0) { isCounted($1 / size, $1 % size) ? $0 + counts[$1] : $0 }
  }
}

extension Tiers {
  /// The member's tier after an instant of the past.
  package func tier(_ member: Member.Index, at instant: Instant) -> Int? {
    guard member.value < count else { return nil }
    let block = blocks[member.value >> Tiers.blockShift]
    let place = member.value & (Tiers.blockSize - 1)
    var tier = -1
    for move in Int(block.starts[place])..<Int(block.starts[place + 1]) {
      guard block.moves[move] >> 8 <= instant.rawValue else { break }
      tier = Int(block.moves[move] & 255) - 1
    }
    return tier < 0 ? nil : tier
  }

  /// Moves between two instants, what happened at the later one included.
  ///
  /// - Complexity: O(members + moves).
  package func moves(from: Instant, to: Instant) -> TierMoves {
    var moves = TierMoves(from: from, to: to, tiers: rules.tiers.count)
    for number in 0..<count {
      let member = Member.Index(number)
      moves[tier(member, at: from), tier(member, at: to)] += 1
    }
    return moves
  }

  /// The moves of the quarter that ended last, what its end brought included.
  package var lastQuarterMoves: TierMoves {
    let ends = lastQuarterEnds
    return moves(from: ends.from, to: ends.to)
  }

  /// The end before the quarter that ended last, and its own.
  var lastQuarterEnds: (from: Instant, to: Instant) {
    (
      Instant(rawValue: calendar.quarters[comingQuarter - 2].end),
      Instant(rawValue: calendar.quarters[comingQuarter - 1].end)
    )
  }

  /// Moves after an instant, the newest first; those of one instant by member.
  ///
  /// - Complexity: O(members + moves).
  package func changes(since instant: Instant) -> [TierChange] {
    var changes: [TierChange] = []
    for (number, block) in blocks.enumerated() {
      for place in block.states.indices {
        let moves = Int(block.starts[place])..<Int(block.starts[place + 1])
        for move in moves where block.moves[move] >> 8 > instant.rawValue {
          let from = move > moves.lowerBound ? Int(block.moves[move - 1] & 255) - 1 : -1
          let tier = Int(block.moves[move] & 255) - 1
          changes.append(
            TierChange(
              member: Member.Index(number << Tiers.blockShift + place),
              at: Instant(rawValue: block.moves[move] >> 8), from: from < 0 ? nil : from,
              tier: tier < 0 ? nil : tier))
        }
      }
    }
    return changes.sorted { ($1.at, $0.member) < ($0.at, $1.member) }
  }

  /// Members with an outlook for the coming quarter's end, by tier, the highest first, then by index.
  ///
  /// - Complexity: O(members).
  package func members(_ outlook: TierOutlook) -> [Member.Index] {
    var byTier = [[Member.Index]](repeating: [], count: rules.tiers.count + 1)
    for number in 0..<count {
      let state = state(Member.Index(number))
      if state.outlook == outlook.rawValue { byTier[Int(state.tier) + 1].append(Member.Index(number)) }
    }
    return Array(byTier.reversed().joined())
  }

  /// Members with a keep task for the coming quarter's end.
  package func membersWithTask() -> [Member.Index] {
    var byTier = [[Member.Index]](repeating: [], count: rules.tiers.count + 1)
    for number in 0..<count where hasTask(Member.Index(number)) {
      byTier[Int(state(Member.Index(number)).tier) + 1].append(Member.Index(number))
    }
    return Array(byTier.reversed().joined())
  }
}
