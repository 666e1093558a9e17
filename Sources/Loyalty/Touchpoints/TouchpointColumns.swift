import Community

extension MemberColumn {
  static let touchpointColumns = [due]

  /// The rules of the calendar by which a touchpoint is due today.
  package static let due = MemberColumn(
    "due",
    .names({ roster in
      (roster.measures?.touchpoints?.rules ?? []).map { ProgramName(id: $0.id, name: $0.name) }
    }) { roster, members in
      roster.measures?.touchpoints?.today.places(in: members) ?? []
    }, need: .measures, width: ColumnWidth(8, 20, weight: 3))
}
