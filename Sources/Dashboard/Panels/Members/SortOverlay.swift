import Loyalty
import Reports
import Screen
import Texts

/// The columns to sort by.
struct SortOverlay: ChoiceOverlay {
  var scroll = ScrollState()

  func list(_ state: DashboardState, _ context: ViewContext) -> ListOverlay {
    state.sortList(scroll, context)
  }

  func press(_ key: Key, in state: inout DashboardState) { state.pressInSort(key, scroll) }
}

extension DashboardState {
  /// The columns one can sort by, in the order of the chooser.
  package static let sortColumns: [MemberColumn] = MemberColumn.allCases

  mutating func openSort() {
    var scroll = ScrollState()
    let columns = Self.sortColumns
    scroll.select(
      columns.firstIndex(of: members.order.column) ?? 0, count: columns.count, height: overlayPage)
    overlay = SortOverlay(scroll: scroll)
  }

  fileprivate mutating func pressInSort(_ key: Key, _ scroll: ScrollState) {
    if key.code == .enter {
      overlay = nil
      sort(by: Self.sortColumns[scroll.selected])
    } else if let motion = motion(for: key) {
      overlay = SortOverlay(scroll: moved(scroll, motion, count: Self.sortColumns.count))
    } else if keyMap.command(for: key, in: .members)?.id == .membersSort {
      // The same key again turns the order round.
      overlay = nil
      Command.of(.membersReverse).run(&self)
    }
  }

  fileprivate func sortList(_ scroll: ScrollState, _ context: ViewContext) -> ListOverlay {
    let columns = Self.sortColumns
    let glyphs = look.glyphs
    return ListOverlay(
      title: context.text(.overlaySort), count: columns.count,
      row: { index in
        let column = columns[index]
        let isCurrent = column == members.order.column
        let sign = members.order.direction == .ascending ? glyphs.sortAscending : glyphs.sortDescending
        return ListOverlay.Row(
          line: Line([
            Piece(isCurrent ? String(Character(sign.base)) : "", .title, width: 2),
            Piece(context.text(column.title), isCurrent ? .heading : .text, width: 14),
            Piece(context.text(column.about), .muted),
          ]))
      }, scroll: scroll,
      hints: [
        hint("Enter", .hintChoose), hint(keyLabel(.membersSort), .hintTurn), hint("Esc", .hintClose),
      ], columns: 66)
  }
}
