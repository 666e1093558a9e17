import Loyalty
import Reports
import Screen
import Texts

/// The saved views, and the name of a new one while it's being typed.
struct SavedViewsState: ListedOverlay {
  var scroll = ScrollState()
  var naming: LineEditor?

  func list(_ state: DashboardState, _ context: ViewContext) -> ListOverlay { state.viewList(self, context) }

  func press(_ key: Key, in state: inout DashboardState) { state.press(key, in: self) }

  func paste(_ text: String, in state: inout DashboardState) {
    var views = self
    views.naming?.insert(text)
    state.overlay = views
  }

  func press(line: Int, isDouble: Bool, in state: inout DashboardState) {
    var views = self
    views.scroll.selected = line
    if isDouble { state.press(Key(.enter), in: views) } else { state.overlay = views }
  }

  /// Gives up typing a name, else closes.
  func escape(in state: inout DashboardState) {
    guard naming != nil else { return state.overlay = nil }
    var views = self
    views.naming = nil
    state.overlay = views
  }
}

extension DashboardState {
  mutating func openSavedViews() {
    var state = SavedViewsState()
    state.scroll.selected = members.savedViews.firstIndex { $0.name == members.viewName } ?? 0
    overlay = state
  }

  fileprivate mutating func press(_ key: Key, in state: SavedViewsState) {
    var state = state
    if state.naming != nil { return pressWhileNaming(key, state) }
    let views = members.savedViews
    let selected = state.scroll.selected
    switch key {
    case Key(.enter):
      guard views.indices.contains(selected) else { return }
      overlay = nil
      open(views[selected])
      return
    case Key("n"), Key("s"), Key("+"):
      state.naming = LineEditor(members.viewName ?? "")
    case Key("d"), Key(.delete):
      guard views.indices.contains(selected) else { return }
      var rest = views
      let removed = rest.remove(at: selected)
      members.savedViews = rest
      effects.append(.saveViews(rest))
      state.scroll.selected = max(0, min(selected, rest.count - 1))
      sayUndoable(.views(before: views, after: rest), .viewRemoved, ["name": removed.name])
    case Key("u"):
      if case .views = decisions.history.done.last?.change { Command.of(.appUndo).run(&self) }
    case Key("U"):
      if case .views = decisions.history.undone.last?.change { Command.of(.appRedo).run(&self) }
    default:
      if let motion = motion(for: key) {
        state.scroll = moved(state.scroll, motion, count: views.count)
      } else if keyMap.command(for: key, in: .members)?.id == .membersViews {
        overlay = nil
        return
      }
    }
    overlay = state
  }

  private mutating func pressWhileNaming(_ key: Key, _ state: SavedViewsState) {
    var state = state
    guard key.code == .enter else {
      _ = state.naming?.press(key)
      overlay = state
      return
    }
    let name = (state.naming?.text ?? "").split(separator: " ").joined(separator: " ")
    guard !name.isEmpty else {
      say(.warning, .viewNeedsName)
      return
    }
    let before = members.savedViews
    let view = SavedView(
      name: name, filter: currentFilterText, order: members.order, columns: members.columns)
    if let index = before.firstIndex(where: { $0.name == name }) {
      members.savedViews[index] = view
    } else {
      members.savedViews.append(view)
    }
    members.viewName = name
    effects.append(.saveViews(members.savedViews))
    overlay = nil
    sayUndoable(.views(before: before, after: members.savedViews), .viewSaved, ["name": name])
  }

  /// Search and filter as one filter's text.
  private var currentFilterText: String {
    members.query.search.isEmpty ? members.query.filterText : members.filter.text
  }

  mutating func open(_ view: SavedView) {
    panel = .members
    members.query.editor = nil
    members.query.search = ""
    members.query.filterText = view.filter
    members.order = view.order
    members.columns = view.columns
    members.figureColumn = nil
    members.columnOffset = 0
    queryChanged()
    members.viewName = view.name
    say(.success, .viewOpened, ["name": view.name])
  }

  // MARK: Painting

  fileprivate func viewList(_ views: SavedViewsState, _ context: ViewContext) -> ListOverlay {
    let saved = members.savedViews
    let glyphs = look.glyphs
    return ListOverlay(
      title: context.text(.overlayViews),
      input: views.naming.map {
        InputLine(
          sign: context.text(.overlayViewName), line: $0,
          placeholder: context.text(.overlayViewNamePlaceholder))
      },
      count: saved.count,
      row: { index in
        let view = saved[index]
        let sign = view.order.direction == .ascending ? glyphs.sortAscending : glyphs.sortDescending
        return ListOverlay.Row(
          line: Line(
            [
              Piece(view.name + "  ", view.name == members.viewName ? .heading : .text),
              Piece(view.filter.isEmpty ? context.text(.membersEveryone) : view.filter, .muted),
            ],
            right: [
              Piece("\(context.text(view.order.column.title)) \(Character(sign.base))", .muted)
            ]))
      }, scroll: views.scroll, hasSelection: views.naming == nil,
      empty: context.text(.overlayViewsEmpty),
      hints: views.naming == nil
        ? [
          hint("Enter", .hintOpen), hint("n", .hintSave), hint("d", .hintDelete), hint("Esc", .hintClose),
        ] : [hint("Enter", .hintSaveName), hint("Esc", .hintCancel)], columns: 72)
  }
}
