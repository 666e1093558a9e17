import Community

/// Columns of what members say, complain of, send back and buy.
extension MemberColumn {
  static let answerColumns = [lastNPS, lastCSAT, answer, complaint, refund, category]

  /// The score of the member's newest NPS answer.
  package static let lastNPS = MemberColumn(
    "nps",
    .whole { roster, rows in
      if let signs = roster.measures?.signs.entries {
        rows.fill(signs) { $0.nps < 0 ? .unknown : Int64($0.nps) }
      }
    }, need: .measures, width: ColumnWidth(3, 5))
  /// The score of the member's newest CSAT answer.
  package static let lastCSAT = MemberColumn(
    "csat",
    .whole { roster, rows in
      if let signs = roster.measures?.signs.entries {
        rows.fill(signs) { $0.csat < 0 ? .unknown : Int64($0.csat) }
      }
    }, need: .measures, width: ColumnWidth(4, 5))
  /// What the newest NPS answer makes of the member.
  package static let answer = MemberColumn(
    "answer",
    .word(["promoter", "passive", "detractor"]) { roster, rows in
      if let signs = roster.measures?.signs.entries {
        rows.fill(signs) { $0.nps < 0 ? .unknown : $0.nps >= 9 ? 1 : $0.nps >= 7 ? 2 : 3 }
      }
    }, need: .measures, width: ColumnWidth(8, 10))
  /// How the member's complaints stand. Those that are late are open too.
  package static let complaint = MemberColumn(
    "complaint",
    .word(RecordSummary.ComplaintState.allCases.map(\.id)) { roster, rows in
      if let complaints = roster.measures?.records?.complaints { rows.fill(complaints) }
    }, need: .measures, including: ["open": ["late"]], width: ColumnWidth(8, 9))
  /// The day of the newest refund.
  package static let refund = MemberColumn(
    "refund",
    .instant { roster, rows in
      guard let signs = roster.measures?.signs.entries else { return }
      let zone = roster.moment.zone
      rows.fill(signs) {
        $0.lastRefund == .min ? .unknown : zone.instant(of: Day(rawValue: $0.lastRefund)).rawValue
      }
    }, need: .measures, width: ColumnWidth(10, 10))
  /// Categories of the member's purchases.
  package static let category = MemberColumn(
    "category",
    .gathered { roster, block in
      guard let columns = roster.measures?.records?.categories, block < columns.count else { return nil }
      return columns[block]
    }, need: .measures, width: ColumnWidth(8, 20, weight: 3))
}
