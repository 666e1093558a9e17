import Canvas

/// Where the parts of the frame stand: shared by painting, scrolling and paging.
package struct DashboardLayout: Hashable, Sendable {
  /// Below this a frame only says what it needs.
  package static let smallest = Size(columns: 60, rows: 16)
  /// From this width on the card stands beside the table.
  package static let cardBeside = 120
  /// From this width on it's always open.
  package static let cardAlways = 180

  package let header: Rect
  package let body: Rect
  package let footer: Rect

  /// Members: the line with search and filter, the columns' headers, the rows, the line of totals.
  package let queryLine: Rect
  package let tableHeader: Rect
  package let tableRows: Rect
  package let totals: Rect
  /// The card, beside the table or over it; nil while it's closed.
  package let card: Rect?
  /// Whether the card covers the table.
  package let isCardOver: Bool
  /// The screen is too small for anything else than saying so.
  package let isTooSmall: Bool

  package init(_ state: DashboardState) {
    self.init(size: state.size, isCardOpen: state.shownPanel.isSideOpen(in: state))
  }

  package init(size: Size, isCardOpen: Bool) {
    isTooSmall = size.columns < Self.smallest.columns || size.rows < Self.smallest.rows
    let (columns, rows) = (size.columns, size.rows)
    header = Rect(column: 0, row: 0, columns: columns, rows: min(1, rows))
    footer = Rect(column: 0, row: max(0, rows - 1), columns: columns, rows: min(1, rows))
    body = Rect(column: 0, row: 1, columns: columns, rows: max(0, rows - 2))
    let isBeside = columns >= Self.cardBeside
    let isShown = isCardOpen || columns >= Self.cardAlways
    isCardOver = isShown && !isBeside
    // The rule between table and card takes a column of its own.
    let cardColumns =
      isShown && isBeside ? max(44, columns >= Self.cardAlways ? columns / 2 : columns * 2 / 5) : 0
    let tableColumns = cardColumns > 0 ? columns - cardColumns - 1 : columns
    card =
      !isShown
      ? nil
      : isBeside
        ? Rect(column: tableColumns + 1, row: 1, columns: cardColumns, rows: body.rows) : body
    queryLine = Rect(column: 0, row: 1, columns: tableColumns, rows: min(1, body.rows))
    tableHeader = Rect(column: 0, row: 2, columns: tableColumns, rows: body.rows > 1 ? 1 : 0)
    tableRows = Rect(column: 0, row: 3, columns: tableColumns, rows: max(0, body.rows - 3))
    totals = Rect(column: 0, row: 3 + tableRows.rows, columns: tableColumns, rows: body.rows > 2 ? 1 : 0)
  }

  /// Rows of the table on one screen, at least one so that moving always moves.
  package var page: Int { max(1, tableRows.rows) }
}
