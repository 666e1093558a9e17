import Community

/// One of the eight classes by whether recency, frequency and money score above their means.
package enum RFMClass: UInt8, CaseIterable, Hashable, Sendable {
  case lost = 0b000, sustain = 0b001, steady = 0b010, recall = 0b011
  case newcomer = 0b100, develop = 0b101, potential = 0b110, valuable = 0b111

  /// Three digits, of recency, frequency and money: 1 where the score is above the mean.
  package var id: String { "\(rawValue >> 2)\(rawValue >> 1 & 1)\(rawValue & 1)" }

  package init?(id: String) {
    guard let found = RFMClass.allCases.first(where: { $0.id == id }) else { return nil }
    self = found
  }

  /// From the best to the worst.
  package static let ordered: [RFMClass] = [
    .valuable, .recall, .develop, .sustain, .potential, .newcomer, .steady, .lost,
  ]
}

/// Recency, frequency and money of the members who bought in the window, scored from 1 to 5.
package struct RFM: Sendable {
  package enum Measure: Int, CaseIterable, Hashable, Sendable {
    /// Days since the last purchase; fewer are better.
    case recency
    /// Purchases.
    case frequency
    /// Hundredths: all amounts, refunds included.
    case money

    /// `r`, `f` or `m`.
    package var id: String { self == .recency ? "r" : self == .frequency ? "f" : "m" }
  }

  /// The members with one score.
  package struct Bin: Hashable, Sendable {
    package var score: Int
    package var size: Int
    /// The values that got the score; nil without members.
    package var values: ClosedRange<Int64>?
  }

  package let windowDays: Int
  /// Members who bought in the window.
  package private(set) var scored = 0
  private var bins: [[Bin]] = []
  private var means: [Double] = []
  private var counts = [Int](repeating: 0, count: RFMClass.allCases.count)
  private let ranks: [MidRanks]
  /// Three scores of 1 to 5 in four bits each, recency highest, and the class in the lowest; 0 unscored.
  private(set) var codes: [UInt16] = []
  private let today: Day
  private let signs: EngagementSummary

  /// - Complexity: O(*n* log *n*) in the number of members who bought in the window.
  init(_ signs: EngagementSummary, figures: MemberFigures, program: Program) {
    windowDays = program.rfm.windowDays
    today = figures.moment.today
    self.signs = signs
    codes = [UInt16](repeating: 0, count: signs.entries.count)
    var values: [[Int64]] = [[], [], []]
    var members: [Int] = []
    for member in signs.entries.indices where signs.entries[member].windowOrders > 0 {
      guard figures.entry(Member.Index(member)).isListed else { continue }
      members.append(member)
      let entry = signs.entries[member]
      // On days since, the most are the worst.
      values[0].append(Int64(entry.lastPurchase) - Int64(today.rawValue))
      values[1].append(Int64(entry.windowOrders))
      values[2].append(entry.windowSpend)
    }
    scored = members.count
    ranks = values.map { MidRanks($0) }
    for measure in Measure.allCases {
      bins.append(RFM.bins(ranks[measure.rawValue], measure))
      let sum = bins[measure.rawValue].reduce(0) { $0 + $1.score * $1.size }
      means.append(scored == 0 ? 0 : Double(sum) / Double(scored))
    }
    for (place, member) in members.enumerated() {
      var code = 0
      var digits = 0
      for measure in 0..<3 {
        let score = ranks[measure].quintile(values[measure][place]) ?? 1
        code = code << 4 | score
        digits = digits << 1 | (Double(score) > means[measure] ? 1 : 0)
      }
      codes[member] = UInt16(code << 4 | digits)
      counts[digits] += 1
    }
  }

  private static func bins(_ ranks: MidRanks, _ measure: Measure) -> [Bin] {
    var bins = (1...5).map { Bin(score: $0, size: 0, values: nil) }
    for (value, count) in ranks.tallies {
      let shown = measure == .recency ? -value : value
      let place = (ranks.quintile(value) ?? 1) - 1
      bins[place].size += count
      let known = bins[place].values
      bins[place].values = min(known?.lowerBound ?? shown, shown)...max(known?.upperBound ?? shown, shown)
    }
    return bins
  }

  /// The five bins from score 1 to 5, with the values that got them.
  package func bins(_ measure: Measure) -> [Bin] { bins[measure.rawValue] }

  /// How many bins have members: fewer than five where ties leave some empty.
  package func filledBins(_ measure: Measure) -> Int { bins(measure).count { $0.size > 0 } }

  /// The mean score, above which a class has a 1. 0 without members.
  package func mean(_ measure: Measure) -> Double { means[measure.rawValue] }

  package func count(_ rfmClass: RFMClass) -> Int { counts[Int(rfmClass.rawValue)] }

  /// 1 to 5; nil for whoever didn't buy in the window.
  package func score(_ measure: Measure, _ member: Member.Index) -> Int? {
    guard let code = code(member) else { return nil }
    return Int(code >> RFM.shift(measure) & 15)
  }

  /// Where the bits of a score begin in a code.
  static func shift(_ measure: Measure) -> UInt16 { 12 - 4 * UInt16(measure.rawValue) }

  package func rfmClass(_ member: Member.Index) -> RFMClass? {
    code(member).flatMap { RFMClass(rawValue: UInt8($0 & 15)) }
  }

  /// Days since the last purchase, purchases, or hundredths, in the window.
  package func value(_ measure: Measure, _ member: Member.Index) -> Int64? {
    guard code(member) != nil else { return nil }
    let entry = signs.entries[member.value]
    switch measure {
    case .recency: return Int64(today.rawValue) - Int64(entry.lastPurchase)
    case .frequency: return Int64(entry.windowOrders)
    case .money: return entry.windowSpend
    }
  }

  /// Where the member's value stands among all, 0–100, higher is better.
  func percentile(_ measure: Measure, _ member: Member.Index) -> Double? {
    value(measure, member).flatMap { ranks[measure.rawValue].percentile(measure == .recency ? -$0 : $0) }
  }

  @inline(__always)
  private func code(_ member: Member.Index) -> UInt16? {
    guard member.value < codes.count, codes[member.value] != 0 else { return nil }
    return codes[member.value]
  }
}
