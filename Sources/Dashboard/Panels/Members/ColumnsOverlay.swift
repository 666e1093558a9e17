import Loyalty
import Reports
import Screen
import Texts

/// The chooser of columns: every column in its order, those shown ticked.
struct ColumnsState: ListedOverlay {
  struct Item: Hashable, Sendable {
    var column: MemberColumn
    var isShown: Bool
  }

  var items: [Item]
  var scroll = ScrollState()

  func list(_ state: DashboardState, _ context: ViewContext) -> ListOverlay {
    state.columnList(self, context)
  }

  func press(_ key: Key, in state: inout DashboardState) { state.press(key, in: self) }

  func press(line: Int, isDouble: Bool, in state: inout DashboardState) {
    var columns = self
    columns.scroll.selected = line
    state.press(Key(" "), in: columns)
  }
}

extension DashboardState {
  mutating func openColumns() {
    let shown = members.columns
    let hidden = MemberColumn.allCases.filter { !shown.contains($0) }
    overlay = ColumnsState(
      items: shown.map { .init(column: $0, isShown: true) }
        + hidden.map { .init(column: $0, isShown: false) })
  }

  fileprivate mutating func press(_ key: Key, in columns: ColumnsState) {
    var columns = columns
    let count = columns.items.count
    let selected = columns.scroll.selected
    switch key {
    case Key(" "), Key(.enter): columns.items[selected].isShown.toggle()
    case Key("K"), Key(.up, .shift), Key("-"): moveColumn(in: &columns, by: -1)
    case Key("J"), Key(.down, .shift), Key("+"): moveColumn(in: &columns, by: 1)
    case Key("r"):
      members.columns = MemberColumn.standard
      return openColumns()
    default:
      if let motion = motion(for: key) {
        columns.scroll = moved(columns.scroll, motion, count: count)
      } else if keyMap.command(for: key, in: .members)?.id == .membersColumns {
        overlay = nil
        return
      }
    }
    overlay = columns
    let chosen = columns.items.filter(\.isShown).map(\.column)
    guard !chosen.isEmpty else {
      columns.items[selected].isShown = true
      overlay = columns
      say(.warning, .lastColumn)
      return
    }
    if chosen != members.columns {
      members.columns = chosen
      members.viewName = nil
      members.columnOffset = min(members.columnOffset, chosen.count - 1)
    }
  }

  private func moveColumn(in columns: inout ColumnsState, by delta: Int) {
    let from = columns.scroll.selected
    let to = from + delta
    guard columns.items.indices.contains(to) else { return }
    columns.items.swapAt(from, to)
    columns.scroll.select(to, count: columns.items.count, height: overlayPage)
  }

  fileprivate func columnList(_ columns: ColumnsState, _ context: ViewContext) -> ListOverlay {
    ListOverlay(
      title: context.text(.overlayColumns), count: columns.items.count,
      row: { index in
        let item = columns.items[index]
        return ListOverlay.Row(
          line: Line([
            Piece(context.text(item.column.title), width: 14), Piece(context.text(item.column.about), .muted),
          ]), isMarked: item.isShown)
      }, scroll: columns.scroll,
      hints: [
        hint("Space", .hintShow), hint("J K", .hintMove), hint("r", .hintReset), hint("Esc", .hintClose),
      ], columns: 70)
  }
}
