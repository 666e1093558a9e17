import Loyalty
import Screen
import Texts

extension DashboardState {
  // MARK: Order

  /// The columns one can sort by, in the order of the chooser.
  package static let sortColumns: [MemberColumn] = MemberColumn.allCases

  mutating func openSort() {
    var scroll = ScrollState()
    let columns = Self.sortColumns
    scroll.select(
      columns.firstIndex(of: members.order.column) ?? 0, count: columns.count, height: overlayPage)
    overlay = .sort(scroll)
  }

  mutating func pressInSort(_ key: Key, _ scroll: ScrollState) {
    if key.code == .enter {
      overlay = nil
      sort(by: Self.sortColumns[scroll.selected])
    } else if let motion = motion(for: key) {
      overlay = .sort(moved(scroll, motion, count: Self.sortColumns.count))
    } else if keyMap.command(for: key, in: .members)?.id == .membersSort {
      // The same key again turns the order round.
      overlay = nil
      Command.of(.membersReverse).run(&self)
    }
  }

  // MARK: Columns

  mutating func openColumns() {
    let shown = members.columns
    let hidden = MemberColumn.allCases.filter { !shown.contains($0) }
    overlay = .columns(
      ColumnsState(
        items: shown.map { .init(column: $0, isShown: true) }
          + hidden.map { .init(column: $0, isShown: false) }
      ))
  }

  mutating func press(_ key: Key, in columns: ColumnsState) {
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
    overlay = .columns(columns)
    let chosen = columns.items.filter(\.isShown).map(\.column)
    guard !chosen.isEmpty else {
      columns.items[selected].isShown = true
      overlay = .columns(columns)
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

  // MARK: Jump

  mutating func typed(_ goto: GotoState) {
    guard let data = data.newest else { return }
    generations.goto += 1
    overlay = .goto(goto)
    effects.append(
      .findMembers(FindRequest(generation: generations.goto, data: data, text: goto.line.text)))
  }

  mutating func press(_ key: Key, in goto: GotoState) {
    var goto = goto
    if key.code == .enter {
      jump(goto)
    } else if let motion = motionWhileTyping(for: key) {
      goto.scroll = moved(goto.scroll, motion, count: goto.candidates.count)
      overlay = .goto(goto)
    } else if goto.line.press(key) {
      typed(goto)
    }
  }

  mutating func jump(_ goto: GotoState) {
    let typed = goto.line.text
    var id: String? = data.shown?.community.member(id: typed).map { _ in typed }
    if goto.candidates.indices.contains(goto.scroll.selected), id == nil || goto.scroll.selected > 0 {
      id = goto.candidates[goto.scroll.selected].id
    }
    guard let id else {
      say(.warning, .noSuchMember, ["text": typed])
      return
    }
    overlay = nil
    panel = .members
    members.query.editor = nil
    if members.query.isNarrowed {
      // Whatever was searched for may leave the member out.
      members.query.search = ""
      members.query.filterText = ""
      queryChanged(purpose: .reveal(id))
      say(.information, .filterCleared)
    } else {
      ask(.reveal(id))
    }
    members.revealing = data.shown?.community.member(id: id)
    members.selectedID = id
  }
}
