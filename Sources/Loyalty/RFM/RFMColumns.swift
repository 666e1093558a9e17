import Community

/// Columns of recency, frequency and money.
extension MemberColumn {
  static let rfmColumns = [recencyScore, frequencyScore, moneyScore, rfmClass]

  package static let recencyScore = MemberColumn(score: .recency)
  package static let frequencyScore = MemberColumn(score: .frequency)
  package static let moneyScore = MemberColumn(score: .money)
  /// Three digits: 1 where recency, frequency and money score above their means.
  package static let rfmClass = MemberColumn(
    "rfm_class",
    .word(RFMClass.allCases.map(\.id)) { roster, rows in
      guard let codes = roster.measures?.rfm.codes else { return }
      rows.fill(codes) { $0 == 0 ? .unknown : UInt8($0 & 15) + 1 }
    }, need: .measures, width: ColumnWidth(8, 12))

  /// A score of 1 to 5.
  private init(score measure: RFM.Measure) {
    let shift = RFM.shift(measure)
    self.init(
      measure.id,
      .whole { roster, rows in
        guard let codes = roster.measures?.rfm.codes else { return }
        rows.fill(codes) { $0 == 0 ? .unknown : Int64($0 >> shift & 15) }
      }, need: .measures, width: ColumnWidth(2, 3))
  }
}
