import Bytes

extension FilterValues {
  /// `0.3`, `30%`, `..5`, `1.5..2`, or one end by comparison.
  static func decimals(_ text: String, _ comparison: Comparison) -> ClosedRange<Double>? {
    if comparison.isEquality, let (from, through) = ends(of: text) {
      guard let low = from.isEmpty ? -.greatestFiniteMagnitude : decimal(from),
        let high = through.isEmpty ? .greatestFiniteMagnitude : decimal(through)
      else { return nil }
      return low <= high ? low...high : nil
    }
    guard let number = decimal(text) else { return nil }
    switch comparison {
    case .equal, .contains: return number...number
    case .greater: return number.nextUp ... .greatestFiniteMagnitude
    case .greaterOrEqual: return number ... .greatestFiniteMagnitude
    case .less: return -.greatestFiniteMagnitude...number.nextDown
    case .lessOrEqual: return -.greatestFiniteMagnitude...number
    }
  }

  /// Digits with an optional minus and a point, a unit of days or percent behind them.
  private static func decimal(_ text: some StringProtocol) -> Double? {
    let isShare = text.hasSuffix("%") || text.hasSuffix("％")
    let isDays = text.hasSuffix("d") || text.hasSuffix("天")
    let digits = isShare || isDays ? String(text.dropLast()) : String(text)
    guard (1...24).contains(digits.count), digits.allSatisfy({ "-.0123456789".contains($0) }) else {
      return nil
    }
    return Double(digits).map { isShare ? $0 / 100 : $0 }
  }

  /// `20`, `20%`, `..50%`, `20..50%`, or one end by comparison.
  static func percents(_ text: String, _ comparison: Comparison) -> ClosedRange<Double>? {
    decimals(text.filter { $0 != "%" && $0 != "％" }, comparison)
  }

  /// The places of a column's words that match, by what they are called in any language; nil when none does.
  ///
  /// - Parameter isWide: whether a word finds those that it includes too.
  static func choice(_ text: String, of column: MemberColumn, isWide: Bool) -> Set<Int>? {
    let pattern = WildcardPattern(text)
    let whole = FoldedPattern(text)
    let words = column.words
    let places = words.indices.filter { place in
      column.filterSpellings(ofWord: words[place]).contains { spelling in
        spelling.withBytes { text.contains("*") ? pattern.matches($0) : whole.isWhole($0) }
      }
    }
    guard !places.isEmpty else { return nil }
    let included = isWide ? places.flatMap { column.wordsIncluded[words[$0]] ?? [] } : []
    return Set(places + included.compactMap { words.firstIndex(of: $0) })
  }
}
