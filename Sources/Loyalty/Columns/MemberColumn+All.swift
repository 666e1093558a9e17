extension MemberColumn: CaseIterable {
  /// Every column, in the order of the chooser and of reports.
  package static let allCases: [MemberColumn] = [
    identityColumns,
    figureColumns,
    recordColumns,
    lifecycleColumns,
    rfmColumns,
    valueColumns,
    recallColumns,
    personaColumns,
    touchpointColumns,
    activityColumns,
    tieColumns,
    accountColumns,
    pointsColumns,
    tierColumns,
  ].flatMap { $0 }

  /// The columns that are shown unless others are chosen; in narrow tables the first ones that fit.
  package static let standard: [MemberColumn] = [
    .name, .id, .silent, .orders, .spend, .city, .tags, .host, .lastSeen, .averageOrder, .joined,
  ]

  /// Those in which free words are looked for.
  static let searched = allCases.filter(\.isSearched)

  private static let byName: [String: MemberColumn] = Dictionary(
    allCases.flatMap { column in ([column.id] + column.aliases).map { ($0, column) } },
    uniquingKeysWith: { first, _ in first })

  /// The column of an id.
  package init?(id: String) {
    guard let column = MemberColumn.byName[id], column.id == id else { return nil }
    self = column
  }

  /// The column that a filter names, by id or alias.
  package init?(filterName: String) {
    guard let column = MemberColumn.byName[filterName.lowercased()] else { return nil }
    self = column
  }
}
