import Community

/// Columns of the persona: scores of 0 to 100.
extension MemberColumn {
  static let personaColumns = [behaviour, mind, worth]

  package static let behaviour = MemberColumn(
    "behaviour",
    .decimal { roster, rows in
      if let behaviours = roster.measures?.persona.behaviours { rows.fill(behaviours) }
    }, need: .measures, width: ColumnWidth(5, 7))
  package static let mind = MemberColumn(
    "mind",
    .decimal { roster, rows in
      if let minds = roster.measures?.persona.minds { rows.fill(minds) }
    }, need: .measures, width: ColumnWidth(5, 7))
  /// Where the lifetime value stands.
  package static let worth = MemberColumn(
    "value",
    .decimal { roster, rows in
      if let worths = roster.measures?.persona.worths { rows.fill(worths) }
    }, need: .model, width: ColumnWidth(5, 7))
}
