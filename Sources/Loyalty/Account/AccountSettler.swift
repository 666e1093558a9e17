import Community
import Glibc

/// Settles the entries of one account after the other: what of each counts, and how much.
///
/// Deposits of one kind count in a week (ISO 8601) in order of time until their values reach the cap. A deposit in a
/// moment weighs more, a withdrawal more still.
struct AccountSettler {
  /// What an entry comes to.
  struct Settled {
    /// What counts of the value, before the factor.
    var counted: Double
    var factor: Double
    /// When it was made.
    @inline(__always) var worth: Double { counted * factor }
  }

  private let cap: Double
  private let withdrawalFactor: Double
  private let momentFactor: Double
  /// The week whose deposits `used` holds, by the number of its Monday.
  private var week = Int32.min
  private var used: [(code: UInt32, value: Double)] = []
  /// In place of `used` once it's long.
  private var usedByCode: [UInt32: Double] = [:]
  private static let fewKinds = 32

  init(_ rules: Program.AccountRules) {
    cap = rules.weeklyCap
    withdrawalFactor = rules.withdrawalFactor
    momentFactor = rules.momentFactor
    used.reserveCapacity(AccountSettler.fewKinds)
  }

  /// Begins another account.
  @inline(__always)
  mutating func clear() {
    week = .min
    used.removeAll(keepingCapacity: true)
    if !usedByCode.isEmpty { usedByCode = [:] }
  }

  /// Entries have to come in order of time.
  @inline(__always)
  mutating func settle(_ entry: AccountEntry, day: Int32) -> Settled {
    if entry.value <= 0 { return Settled(counted: entry.value, factor: withdrawalFactor) }
    let week = (day + 3) / 7
    if week != self.week {
      clear()
      self.week = week
    }
    return Settled(counted: count(entry.value, of: entry.code), factor: entry.isMoment ? momentFactor : 1)
  }

  /// What is left of the cap for a deposit.
  @inline(__always)
  private mutating func count(_ value: Double, of code: UInt32) -> Double {
    for place in used.indices where used[place].code == code {
      let counted = min(value, max(0, cap - used[place].value))
      used[place].value += counted
      return counted
    }
    if used.count == AccountSettler.fewKinds { return countAmongMany(value, of: code) }
    let counted = min(value, cap)
    used.append((code, counted))
    return counted
  }

  private mutating func countAmongMany(_ value: Double, of code: UInt32) -> Double {
    let before = usedByCode[code] ?? 0
    let counted = min(value, max(0, cap - before))
    usedByCode[code] = before + counted
    return counted
  }
}

/// What is left of deposits and withdrawals after days.
struct AccountDecay: Sendable {
  private let deposits: [Double]
  private let withdrawals: [Double]

  /// - Parameter days: the highest age asked for.
  init(_ rules: Program.AccountRules, days: Int) {
    func shares(_ halfLife: Double) -> [Double] { (0...max(0, days)).map { exp2(-Double($0) / halfLife) } }
    deposits = shares(rules.depositHalfLife)
    withdrawals = shares(rules.withdrawalHalfLife)
  }

  /// The share of a worth that is left after days.
  @inline(__always)
  func share(_ worth: Double, after days: Int32) -> Double {
    worth > 0 ? deposits[Int(days)] : withdrawals[Int(days)]
  }
}

/// How well deposits repair withdrawals: each deposit is credited once, with its value before cap and factor, to the
/// oldest withdrawal that isn't more than some days older and isn't repaired yet. No withdrawal is credited with more
/// than its size.
struct AccountRepairs {
  private let days: Int32
  private var withdrawals: [(day: Int32, open: Double, isTold: Bool)] = []
  private var oldest = 0
  /// Of the withdrawals told: how many, their sizes, and what was credited to them.
  private(set) var count = 0
  private(set) var withdrawn = 0.0
  private(set) var credited = 0.0
  /// The first day of withdrawals that are told.
  private let from: Int32

  init(days: Int, from: Day) {
    self.days = Int32(clamping: days)
    self.from = from.rawValue
  }

  /// Begins another account; what was told stays.
  @inline(__always)
  mutating func clear() {
    withdrawals.removeAll(keepingCapacity: true)
    oldest = 0
  }

  /// Entries have to come in order of time.
  /// - Returns: the place of the withdrawal that a deposit is credited to, among the account's.
  @inline(__always)
  @discardableResult
  mutating func add(_ value: Double, day: Int32) -> Int? {
    if value < 0 {
      let isTold = day >= from
      withdrawals.append((day, -value, isTold))
      if isTold {
        count += 1
        withdrawn -= value
      }
      return nil
    }
    guard value > 0 else { return nil }
    while oldest < withdrawals.count,
      day - withdrawals[oldest].day > days || withdrawals[oldest].open <= 0
    { oldest += 1 }
    guard oldest < withdrawals.count else { return nil }
    let credit = min(value, withdrawals[oldest].open)
    withdrawals[oldest].open -= credit
    if withdrawals[oldest].isTold { credited += credit }
    return oldest
  }
}
