import Community

/// The programme's kinds of entries, by the symbols of a community.
struct AccountTable: Sendable {
  /// One kind of entries: of the table, derived, or named after a rule.
  struct Slot: Sendable {
    var kind: AccountKind
    var origin: AccountOrigin
  }

  /// Known kinds, then derived ones, then rules whose names aren't kinds.
  private(set) var slots: [Slot] = []
  /// How many symbols there were when the table was made.
  let symbolCount: Int
  let rules: Program.AccountRules
  /// By symbol, the code of a kind and the value of a touchpoint without one (NaN where the kind is unknown).
  private var codes: [UInt32]
  private var values: [Double]
  /// By symbol, the value of a `touch` that follows the rule.
  private var ruleValues: [Double]
  private var moments: [Bool]
  private let derivedCode: UInt32
  private let derivedValues: [Double]

  /// Codes from here on stand for kinds that the programme doesn't know.
  static let firstUnknown: UInt32 = 1 << 19

  init(_ community: Community) {
    let program = community.program
    let symbols = community.symbols
    rules = program.account
    symbolCount = symbols.count
    codes = (0..<UInt32(symbolCount)).map { AccountTable.firstUnknown | $0 & (AccountTable.firstUnknown - 1) }
    values = Array(repeating: .nan, count: symbolCount)
    ruleValues = values
    moments = Array(repeating: false, count: symbolCount)
    for kind in rules.kinds {
      if let symbol = symbols.symbol(of: kind.id).map({ Int($0.rawValue) }) {
        codes[symbol] = UInt32(slots.count)
        values[symbol] = AccountTable.limited(kind.value)
      }
      slots.append(Slot(kind: kind, origin: .touchpoint))
    }
    derivedCode = UInt32(slots.count)
    let derived = DerivedKind.allCases.map(rules.derived)
    derivedValues = derived.map { AccountTable.limited($0.value) }
    slots += derived.map { Slot(kind: $0, origin: .derived) }
    for rule in program.touchpoints.rules {
      let kind = AccountKind(id: rule.id, name: rule.name, value: rule.value)
      let isKind = rules.kinds.contains { $0.id == rule.id }
      if let symbol = symbols.symbol(of: rule.id).map({ Int($0.rawValue) }) {
        if !isKind { codes[symbol] = UInt32(slots.count) }
        ruleValues[symbol] = AccountTable.limited(rule.value)
        if rule.isMoment { moments[symbol] = true }
      }
      if !isKind { slots.append(Slot(kind: kind, origin: .rule)) }
    }
    for word in rules.moments {
      if let symbol = symbols.symbol(of: word) { moments[Int(symbol.rawValue)] = true }
    }
  }

  /// Values so far from 0 that sums would lose the others are cut.
  static func limited(_ value: Double) -> Double {
    min(max(value, -AccountKind.largestValue), AccountKind.largestValue)
  }

  /// What a code stands for; nil for a kind that the programme doesn't know.
  @inline(__always)
  func slot(_ code: UInt32) -> Int? { code < AccountTable.firstUnknown ? Int(code) : nil }

  /// The value of a touchpoint that states none; NaN for a kind that the programme doesn't know.
  @inline(__always)
  func value(ofKind symbol: UInt32) -> Double { values[Int(symbol)] }

  @inline(__always)
  func entry(at: Int64, kind: UInt32, trigger: UInt32, stated: Int64) -> AccountEntry {
    let known = values[Int(kind)]
    let value =
      stated == Segment.unknownInteger
      ? (known.isNaN ? 0 : known) : AccountTable.limited(Double(bitPattern: UInt64(bitPattern: stated)))
    return AccountEntry(at: at, code: codes[Int(kind)], isMoment: moments[Int(trigger)], value: value)
  }

  /// The entry of a `touch`: an unknown rule gives 0.
  func entry(touch rule: Symbol, at: Int64) -> AccountEntry {
    let value = ruleValues[Int(rule.rawValue)]
    return AccountEntry(
      at: at, code: codes[Int(rule.rawValue)], isMoment: moments[Int(rule.rawValue)],
      value: value.isNaN ? 0 : value)
  }

  func isKnown(rule: Symbol) -> Bool { !ruleValues[Int(rule.rawValue)].isNaN }

  @inline(__always)
  func entry(_ kind: DerivedKind, at: Int64) -> AccountEntry {
    AccountEntry(
      at: at, code: derivedCode + UInt32(kind.place), isMoment: kind == .complaintResolved,
      value: derivedValues[kind.place])
  }
}

extension TouchpointRule {
  /// Whether what it does meets the member in a moment that matters.
  var isMoment: Bool {
    switch trigger {
    case .birthday: true
    case .purchase(let number): number == 1
    default: false
    }
  }
}

extension DerivedKind {
  /// Its place among all.
  @inline(__always)
  var place: Int {
    switch self {
    case .complaint1: 0
    case .complaint2: 1
    case .complaint3: 2
    case .complaintResolved: 3
    case .refund: 4
    case .detractor: 5
    case .promoter: 6
    case .hostReply: 7
    }
  }

  @inline(__always)
  static func complaint(level: Int64) -> DerivedKind {
    level == 1 ? .complaint1 : level == 2 ? .complaint2 : .complaint3
  }
}

/// Where the entries of a kind come from.
package enum AccountOrigin: String, Hashable, Sendable {
  /// The brand records them.
  case touchpoint
  /// They follow from complaints, refunds, answers and replies.
  case derived
  /// Decisions `touch` that follow a rule of the calendar.
  case rule
}

/// One entry of an account as it is before it's settled: 16 bytes.
struct AccountEntry: Sendable {
  /// From the highest bits on: when in milliseconds since 1970 (43 bits reach beyond the last time that a record may
  /// carry), the code of the kind, and whether it's a moment.
  private let key: UInt64
  /// Above 0 for a deposit.
  let value: Double

  @inline(__always)
  init(at: Int64, code: UInt32, isMoment: Bool, value: Double) {
    key = UInt64(max(0, at)) << 21 | UInt64(code) << 1 | (isMoment ? 1 : 0)
    self.value = value
  }

  @inline(__always) var at: Int64 { Int64(key >> 21) }
  @inline(__always) var code: UInt32 { UInt32(key >> 1 & 0xF_FFFF) }
  @inline(__always) var isMoment: Bool { key & 1 == 1 }
}
