import Community

/// The values of a column of measures side by side, by member, for a pass over all members. Members behind the end of an
/// array have no value.
enum FlatColumn {
  /// The place among the column's words and one more; 0 unknown.
  case words([UInt8])
  /// The codes of RFM, with a score of 1 to 5 in four bits from `shift` on; a code of 0 is unknown.
  case scores([UInt16], shift: UInt16)
  /// The codes of RFM, with the class in the lowest four bits.
  case classes([UInt16])
  /// NaN unknown.
  case decimals([Double])
  /// Currency units, NaN unknown.
  case money([Double])
  case rhythms([EngagementSummary.Past], common: Double?, rules: Program.LifecycleRules)
}

extension MemberMeasures {
  /// Nil for columns that aren't kept so.
  func flat(_ column: MemberColumn) -> FlatColumn? {
    switch column {
    case .stage: .words(lifecycle.stages)
    case .path: .words(path.stages)
    case .segment: .words(segments.segments)
    case .rfmClass: .classes(rfm.codes)
    case .recencyScore: .scores(rfm.codes, shift: 12)
    case .frequencyScore: .scores(rfm.codes, shift: 8)
    case .moneyScore: .scores(rfm.codes, shift: 4)
    case .alive: .decimals(values?.alive ?? [])
    case .behaviour: .decimals(persona.behaviours)
    case .mind: .decimals(persona.minds)
    case .worth: .decimals(persona.worths)
    case .lifetimeValue: .money(values?.lifetimeValue ?? [])
    case .stake: .money(stakes)
    case .rhythm:
      lifecycle.rules.isFixed
        ? .decimals([])
        : .rhythms(lifecycle.pasts, common: lifecycle.commonRhythm, rules: lifecycle.rules)
    default: nil
    }
  }
}

extension FlatColumn {
  /// Hundredths as `PurchaseValues.money` has them; nil for what is unknown or too large.
  @inline(__always)
  private static func hundredths(_ units: Double) -> Double? {
    let hundredths = (units * 100).rounded(.toNearestOrEven)
    // False for NaN too.
    return abs(hundredths) < 0x1p63 ? hundredths : nil
  }

  /// Calls `body` with the row of each member of `base..<base + count` that is in `array`, and the element.
  @inline(__always)
  private static func each<Element>(
    _ array: [Element], _ base: Int, _ count: Int, _ body: (Int, borrowing Element) -> Void
  ) {
    array.withUnsafeBufferPointer { elements in
      for row in 0..<max(0, min(count, elements.count - base)) { body(row, elements[base + row]) }
    }
  }

  /// Sets `met` to 1 for the rows whose word is one of some.
  func mark(_ places: Set<Int>, _ base: Int, _ count: Int, _ met: UnsafeMutablePointer<UInt8>) {
    var passing = [UInt8](repeating: 0, count: 257)
    for place in places where (0..<256).contains(place) { passing[place + 1] = 1 }
    passing.withUnsafeBufferPointer { passing in
      switch self {
      case .words(let words):
        FlatColumn.each(words, base, count) { met[$0] |= passing[Int($1)] }
      case .classes(let codes):
        FlatColumn.each(codes, base, count) { met[$0] |= $1 == 0 ? 0 : passing[Int($1 & 15) + 1] }
      case .scores, .decimals, .money, .rhythms: break
      }
    }
  }

  /// The same for whole numbers, hundredths of money among them.
  func mark(_ range: ClosedRange<Int64>, _ base: Int, _ count: Int, _ met: UnsafeMutablePointer<UInt8>) {
    switch self {
    case .scores(let codes, let shift):
      FlatColumn.each(codes, base, count) { row, code in
        if code != 0, range.contains(Int64(code >> shift & 15)) { met[row] = 1 }
      }
    case .money(let units):
      FlatColumn.each(units, base, count) { row, units in
        if let hundredths = FlatColumn.hundredths(units), range.contains(Int64(hundredths)) { met[row] = 1 }
      }
    case .words, .classes, .decimals, .rhythms: break
    }
  }

  /// The same for numbers with decimals.
  func mark(_ range: ClosedRange<Double>, _ base: Int, _ count: Int, _ met: UnsafeMutablePointer<UInt8>) {
    let (low, high) = (range.lowerBound, range.upperBound)
    switch self {
    case .decimals(let values):
      FlatColumn.each(values, base, count) { row, value in met[row] |= low <= value && value <= high ? 1 : 0 }
    case .rhythms(let pasts, let common, let rules):
      FlatColumn.each(pasts, base, count) { row, past in
        guard past.lastSeen != .min else { return }
        let rhythm = StageJudge.rhythm(past, common, rules)
        met[row] |= low <= rhythm && rhythm <= high ? 1 : 0
      }
    case .words, .classes, .scores, .money: break
    }
  }

  /// Sets `met` to 1 for the rows with a value, or for those without one.
  func mark(known: Bool, _ base: Int, _ count: Int, _ met: UnsafeMutablePointer<UInt8>) {
    let (yes, no): (UInt8, UInt8) = known ? (1, 0) : (0, 1)
    if !known { met.update(repeating: 1, count: count) }
    switch self {
    case .words(let words): FlatColumn.each(words, base, count) { met[$0] = $1 == 0 ? no : yes }
    case .scores(let codes, _), .classes(let codes):
      FlatColumn.each(codes, base, count) { met[$0] = $1 == 0 ? no : yes }
    case .decimals(let values): FlatColumn.each(values, base, count) { met[$0] = $1.isNaN ? no : yes }
    case .money(let units):
      FlatColumn.each(units, base, count) { met[$0] = FlatColumn.hundredths($1) == nil ? no : yes }
    case .rhythms(let pasts, _, _):
      FlatColumn.each(pasts, base, count) { met[$0] = $1.lastSeen == .min ? no : yes }
    }
  }

  /// Writes the keys by which members are sorted: 0 for those without a value.
  func fill(
    _ base: Int, _ count: Int, _ keys: UnsafeMutablePointer<UInt64>, whole: (Int64) -> UInt64,
    decimal: (Double) -> UInt64
  ) {
    keys.update(repeating: 0, count: count)
    switch self {
    case .words(let words): FlatColumn.each(words, base, count) { keys[$0] = UInt64($1) }
    case .classes(let codes):
      FlatColumn.each(codes, base, count) { keys[$0] = $1 == 0 ? 0 : UInt64($1 & 15) + 1 }
    case .scores(let codes, let shift):
      FlatColumn.each(codes, base, count) { if $1 != 0 { keys[$0] = whole(Int64($1 >> shift & 15)) } }
    case .decimals(let values):
      FlatColumn.each(values, base, count) { if !$1.isNaN { keys[$0] = decimal($1) } }
    case .money(let units):
      FlatColumn.each(units, base, count) { row, units in
        if let hundredths = FlatColumn.hundredths(units) { keys[row] = whole(Int64(hundredths)) }
      }
    case .rhythms(let pasts, let common, let rules):
      FlatColumn.each(pasts, base, count) { row, past in
        if past.lastSeen != .min { keys[row] = decimal(StageJudge.rhythm(past, common, rules)) }
      }
    }
  }
}
