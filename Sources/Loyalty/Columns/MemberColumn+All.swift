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
    answerColumns,
    pointsColumns,
    tierColumns,
  ].flatMap { $0 }

  /// The columns that are shown unless others are chosen; in narrow tables the first ones that fit.
  package static let standard: [MemberColumn] = [
    .name, .id, .silent, .orders, .spend, .city, .tags, .host, .lastSeen, .averageOrder, .joined,
  ]

  /// Those in which free words are looked for.
  static let searched = allCases.filter(\.isSearched)

  private static let byID: [String: MemberColumn] = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0.id, $0) })

  /// Ids first, so that no title of one column hides another's id.
  private static let byName: [String: MemberColumn] = byID.merging(
    allCases.flatMap { column in column.filterNames.map { ($0.lowercased(), column) } },
    uniquingKeysWith: { first, _ in first })

  /// The column of an id.
  package init?(id: String) {
    guard let column = MemberColumn.byID[id] else { return nil }
    self = column
  }

  /// The column that a filter names, in whatever language.
  package init?(filterName: String) {
    guard let column = MemberColumn.byName[filterName.lowercased()] else { return nil }
    self = column
  }
}
