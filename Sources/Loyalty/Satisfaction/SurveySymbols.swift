import Community

/// The numbers of the words that answers are read by.
struct SurveySymbols: Sendable {
  /// Raw values of the symbols of the kinds, `UInt32.max` where no answer is of it.
  let nps: UInt32
  let csat: UInt32
  let ces: UInt32

  init(_ community: Community) {
    func raw(_ kind: SurveyKind) -> UInt32 { community.symbols.symbol(of: kind.rawValue)?.rawValue ?? .max }
    nps = raw(.nps)
    csat = raw(.csat)
    ces = raw(.ces)
  }

  @inline(__always)
  func kind(_ symbol: UInt32) -> SurveyKind? {
    symbol == nps ? .nps : symbol == csat ? .csat : symbol == ces ? .ces : nil
  }
}
