import Community

/// A deposit that went beyond expectation.
struct AccountDelight: Sendable {
  var member: Member.Index
  var at: Int64
  var code: UInt32
  var worth: Double
}

/// Sums over the accounts of some members.
struct AccountTally: Sendable {
  /// Of one kind.
  struct Sum: Sendable {
    var count = 0
    /// When they were made, and today.
    var worth = 0.0
    var left = 0.0
  }

  /// The newest moments beyond expectation that are kept.
  static let keptDelights = 500

  private(set) var members = 0
  private(set) var balance = 0.0
  private(set) var bands = [Int](repeating: 0, count: AccountBand.allCases.count)
  /// By slot of the table; the last is of kinds that the programme doesn't know.
  private(set) var sums: [Sum]
  private(set) var delightCount = 0
  private(set) var delights: [AccountDelight] = []
  private(set) var withdrawals = 0
  private(set) var withdrawn = 0.0
  private(set) var credited = 0.0

  init(slots: Int) { sums = Array(repeating: Sum(), count: slots + 1) }

  @inline(__always)
  mutating func add(_ entry: AccountEntry, worth: Double, left: Double, slot: Int?) {
    let place = slot ?? sums.count - 1
    sums[place].count += 1
    sums[place].worth += worth
    sums[place].left += left
  }

  @inline(__always)
  mutating func add(balance: Double, band: AccountBand) {
    members += 1
    self.balance += balance
    bands[Int(band.rawValue)] += 1
  }

  mutating func add(_ delight: AccountDelight) {
    delightCount += 1
    delights.append(delight)
    if delights.count >= 4 * AccountTally.keptDelights { prune() }
  }

  private mutating func prune() {
    delights.sort { ($1.at, $0.member) < ($0.at, $1.member) }
    if delights.count > AccountTally.keptDelights {
      delights.removeSubrange(AccountTally.keptDelights...)
    }
  }

  mutating func add(_ repairs: AccountRepairs) {
    withdrawals += repairs.count
    withdrawn += repairs.withdrawn
    credited += repairs.credited
  }

  mutating func add(_ other: AccountTally) {
    members += other.members
    balance += other.balance
    for place in bands.indices { bands[place] += other.bands[place] }
    for place in sums.indices {
      sums[place].count += other.sums[place].count
      sums[place].worth += other.sums[place].worth
      sums[place].left += other.sums[place].left
    }
    delightCount += other.delightCount
    delights += other.delights
    prune()
    withdrawals += other.withdrawals
    withdrawn += other.withdrawn
    credited += other.credited
  }
}

/// What the accounts of all listed members come to.
package struct AccountSummary: Sendable {
  /// Entries of one kind.
  package struct KindSum: Sendable {
    /// Nil for kinds that the programme doesn't know, taken together.
    package var kind: AccountKind?
    package var origin: AccountOrigin
    package var count: Int
    /// What they were worth when they were made, after cap and factors, and what they are today.
    package var worth: Double
    package var left: Double
  }

  /// A deposit that went beyond expectation.
  package struct Delight: Hashable, Sendable {
    package var member: Member.Index
    package var at: Instant
    /// Nil for a kind that the programme doesn't know.
    package var kind: AccountKind?
    /// When it was made.
    package var worth: Double
  }

  package private(set) var members = 0
  package private(set) var balance = 0.0
  private var bands = [Int](repeating: 0, count: AccountBand.allCases.count)
  /// Kinds with entries.
  package private(set) var kinds: [KindSum] = []
  package private(set) var repairs = AccountRepairRatio()
  /// Deposits beyond expectation in the window, the newest first; of very many only the newest are kept.
  package private(set) var delights: [Delight] = []
  package private(set) var delightCount = 0
  package private(set) var unknownKinds = UnknownKinds()
  package private(set) var check: AccountCheck?

  init() {}

  init(_ tally: AccountTally, table: AccountTable, check: AccountCheck, unknown: UnknownKinds) {
    members = tally.members
    balance = tally.balance
    bands = tally.bands
    kinds = tally.sums.indices.compactMap { place in
      let sum = tally.sums[place]
      guard sum.count > 0 else { return nil }
      let slot = place < table.slots.count ? table.slots[place] : nil
      return KindSum(
        kind: slot?.kind, origin: slot?.origin ?? .touchpoint, count: sum.count, worth: sum.worth,
        left: sum.left)
    }
    repairs = AccountRepairRatio(
      withdrawals: tally.withdrawals, withdrawn: tally.withdrawn, credited: tally.credited)
    delightCount = tally.delightCount
    delights = tally.delights.map { delight in
      Delight(
        member: delight.member, at: Instant(rawValue: delight.at),
        kind: table.slot(delight.code).map { table.slots[$0].kind }, worth: delight.worth)
    }
    unknownKinds = unknown
    self.check = check
  }

  /// Counts a balance in (1) or out (-1).
  mutating func count(_ balance: Double, _ band: AccountBand, _ step: Int) {
    members += step
    self.balance += Double(step) * balance
    bands[Int(band.rawValue)] += step
  }

  /// How many listed members are in a band.
  package func members(in band: AccountBand) -> Int { bands[Int(band.rawValue)] }

  /// What the entries of a class come to today. Kinds that the programme doesn't know have none.
  package func left(_ accountClass: AccountClass) -> Double {
    kinds.reduce(0) { $0 + ($1.kind?.accountClass == accountClass ? $1.left : 0) }
  }

  /// What the entries of a phase come to today.
  package func left(_ phase: AccountPhase) -> Double {
    kinds.reduce(0) { $0 + ($1.kind?.phase == phase ? $1.left : 0) }
  }
}

/// How well deposits repaired withdrawals.
package struct AccountRepairRatio: Hashable, Sendable {
  package var withdrawals = 0
  /// The sizes of the withdrawals, and what was credited to them, before cap and factors.
  package var withdrawn = 0.0
  package var credited = 0.0

  /// Nil without a withdrawal.
  package var ratio: Double? { withdrawn > 0 ? credited / withdrawn : nil }
}

/// Words that name no kind and no rule of the programme, with how many entries count 0 for it.
package struct UnknownKinds: Sendable {
  /// By word.
  package private(set) var kinds: [(word: String, count: Int)] = []
  package private(set) var rules: [(word: String, count: Int)] = []

  init() {}

  /// - Complexity: O(touchpoints + symbols).
  init(_ community: Community, log: DecisionLog, table: AccountTable, now: Instant) {
    var counts = [Int](repeating: 0, count: table.symbolCount)
    for segment in community[.touchpoints].segments {
      let kinds = segment.symbols[TouchpointField.kind.slot]
      let values = segment.integers[TouchpointField.value.slot]
      let times = segment.at
      guard !kinds.isEmpty else { continue }
      for row in 0..<segment.count
      where times[row] <= now.rawValue && (values.isEmpty || values[row] == Segment.unknownInteger) {
        counts[Int(kinds[row])] += 1
      }
    }
    func words(_ counts: [Int], _ isUnknown: (UInt32) -> Bool) -> [(String, Int)] {
      counts.indices.filter { counts[$0] > 0 && isUnknown(UInt32($0)) }
        .map { (community.symbols[Symbol(rawValue: UInt32($0))], counts[$0]) }
        .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
    }
    kinds = words(counts) { table.value(ofKind: $0).isNaN }
    var touches = [Int](repeating: 0, count: table.symbolCount)
    for touch in AccountTouch.all(log, count: community.members.count) {
      touches[Int(touch.rule.rawValue)] += 1
    }
    rules = words(touches) { !table.isKnown(rule: Symbol(rawValue: $0)) }
  }
}
