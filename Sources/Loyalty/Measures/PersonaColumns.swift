import Community

/// Columns of the persona: scores of 0 to 100.
extension MemberColumn {
  static let personaColumns = [behaviour, mind, worth, attitude]

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
  /// How what the member thinks and does go together.
  package static let attitude = MemberColumn(
    "attitude",
    .word(Attitude.allCases.map(\.rawValue)) { roster, rows in
      guard let persona = roster.measures?.persona else { return }
      rows.fill { persona.attitude($0).map { $0.place + 1 } ?? .unknown }
    }, need: .measures, width: ColumnWidth(8, 16))
}
