import Canvas
import Loyalty
import Reports
import Texts

/// Which columns of the table of members stand where: the first two stay, the others scroll.
struct MembersTableLayout {
  /// Columns before the first one: the mark and a space.
  static let margin = 2
  /// How many columns stay when the others are scrolled.
  static let fixed = 2

  /// The columns asked for that are candidates for the screen, and where they stand in `layout`.
  let columns: [MemberColumn]
  let specs: [ColumnSpec]
  let layout: TableLayout
  /// Columns scrolled away at the left, and those without room at the right.
  let hiddenLeft: Int
  let hiddenRight: Int

  init(
    columns: [MemberColumn], offset: Int, sorted: MemberColumn?, width: Int, language: Language
  ) {
    let scrollable = max(0, columns.count - Self.fixed)
    hiddenLeft = max(0, min(offset, scrollable - 1))
    let shown = Array(columns.prefix(Self.fixed) + columns.dropFirst(Self.fixed + hiddenLeft))
    self.columns = shown
    specs = shown.enumerated().map { index, column in
      Self.spec(column, isSorted: column == sorted, importance: -index, language: language)
    }
    // The last column of the screen is the scroll bar's, the one before it free.
    layout = TableLayout.solve(columns: specs, width: max(0, width - Self.margin - 2), gap: 2)
    hiddenRight = layout.hidden.count
  }

  /// The farthest that the columns can be scrolled.
  static func maximumOffset(_ columns: [MemberColumn]) -> Int { max(0, columns.count - fixed - 1) }

  private static func spec(
    _ column: MemberColumn, isSorted: Bool, importance: Int, language: Language
  ) -> ColumnSpec {
    let title = language.text(column.title)
    let needed = title.cellWidth + (isSorted ? 1 : 0)
    let width = column.width
    let isElastic = !column.kind.isRightAligned && column.kind != .instant && column.kind != .date
    // What can be shortened keeps a third of the way from its least to its best.
    let minimum = isElastic ? (2 * width.minimum + width.ideal) / 3 : width.ideal
    return ColumnSpec(
      title, alignment: column.kind.isRightAligned ? .right : .left,
      minimum: max(needed, minimum), ideal: max(needed, width.ideal), weight: width.weight,
      importance: importance)
  }
}
