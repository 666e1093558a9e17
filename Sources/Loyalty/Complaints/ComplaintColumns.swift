extension MemberColumn {
  static let complaintColumns = [complaintAge, hasComplained]

  package static let complaintAge = MemberColumn(
    "complaint_age",
    .whole { roster, rows in
      guard let ages = roster.measures?.complaintAges else { return }
      rows.fill(ages.days)
    }, as: .days, need: .measures, width: ColumnWidth(5, 6))

  package static let hasComplained = MemberColumn(
    "complained",
    .word(["lately", "earlier"]) { roster, rows in
      guard let ages = roster.measures?.complaintAges else { return }
      rows.fill(ages.days) { $0 == .min ? 0 : $0 < 90 ? 1 : 2 }
    }, need: .measures, width: ColumnWidth(7, 9))
}
