import Canvas
import Loyalty
import Reports
import Screen
import Texts

/// The columns to sort a panel's list by.
struct SortOverlay: ChoiceOverlay {
  var panel = PanelID.members
  var scroll = ScrollState()

  func list(_ state: DashboardState, _ context: ViewContext) -> ListOverlay {
    state.sortList(self, context)
  }

  func press(_ key: Key, in state: inout DashboardState) { state.pressInSort(key, self) }
}

extension DashboardState {
  /// The columns one can sort by, in the order of the chooser.
  package static let sortColumns: [MemberColumn] = MemberColumn.allCases

  /// The column by which a panel's list is sorted; nil where it stands in an order of its own.
  private func order(in panel: PanelID) -> MemberOrder? {
    switch panel {
    case .recall: if case .column(let order) = recall.order { order } else { nil }
    case .touchpoints: touchpoints.order
    default: members.order
    }
  }

  mutating func openSort(in panel: PanelID) {
    var scroll = ScrollState()
    let columns = Self.sortColumns
    scroll.select(
      order(in: panel).flatMap { columns.firstIndex(of: $0.column) } ?? 0, count: columns.count,
      height: overlayPage)
    overlay = SortOverlay(panel: panel, scroll: scroll)
  }

  /// Sorts a panel's list by a column, or the other way round where that is the order already. A list with an order of its
  /// own goes back to that the third time.
  private mutating func sort(_ panel: PanelID, by column: MemberColumn) {
    if panel == .members { return sort(by: column) }
    var next: MemberOrder? = MemberOrder(by: column)
    if let current = order(in: panel), current.column == column {
      next = current == next ? current.reversed : nil
    }
    if panel == .recall {
      recall.order = next.map { .column($0) } ?? .stake
      narrowRecalls()
    } else {
      touchpoints.order = next
      narrowTouchpoints()
    }
  }

  fileprivate mutating func pressInSort(_ key: Key, _ sort: SortOverlay) {
    if key.code == .enter {
      overlay = nil
      self.sort(sort.panel, by: Self.sortColumns[sort.scroll.selected])
    } else if let motion = motion(for: key) {
      var moved = sort
      moved.scroll = self.moved(sort.scroll, motion, count: Self.sortColumns.count)
      overlay = moved
    } else if keyMap.command(for: key, in: .members)?.id == .membersSort {
      // The same key again turns the order round.
      overlay = nil
      if let column = order(in: sort.panel)?.column { self.sort(sort.panel, by: column) }
    }
  }

  fileprivate func sortList(_ sort: SortOverlay, _ context: ViewContext) -> ListOverlay {
    let columns = Self.sortColumns
    let order = order(in: sort.panel)
    return ListOverlay(
      title: context.text(.overlaySort), count: columns.count,
      row: { index in
        let column = columns[index]
        let isCurrent = column == order?.column
        return ListOverlay.Row(
          line: Line([
            Piece(isCurrent ? order.map { context.sign(of: $0) } ?? "" : "", .title, width: 2),
            Piece(context.text(column.title), isCurrent ? .heading : .text, width: 14),
            Piece(context.text(column.about), .muted),
          ]))
      }, scroll: sort.scroll,
      hints: [
        hint("Enter", .hintChoose), hint(keyLabel(.membersSort), .hintTurn), hint("Esc", .hintClose),
      ], columns: 66)
  }
}

extension MemberOrder {
  /// The other way round.
  fileprivate var reversed: MemberOrder {
    MemberOrder(column, direction == .ascending ? .descending : .ascending)
  }
}

extension ViewContext {
  /// The sign of an order's direction.
  func sign(of order: MemberOrder) -> String {
    let glyphs = look.glyphs
    return String(
      Character((order.direction == .ascending ? glyphs.sortAscending : glyphs.sortDescending).base))
  }

  /// An order in words: `by City ▲`.
  func words(of order: MemberOrder) -> String {
    text(.membersSortedBy, ["column": text(order.column.title)]) + " " + sign(of: order)
  }
}
