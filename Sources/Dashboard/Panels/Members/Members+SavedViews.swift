import Loyalty
import Screen
import Texts

extension DashboardState {
  mutating func openSavedViews() {
    var state = SavedViewsState()
    state.scroll.selected = members.savedViews.firstIndex { $0.name == members.viewName } ?? 0
    overlay = .savedViews(state)
  }

  mutating func press(_ key: Key, in state: SavedViewsState) {
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
      sayUndoable(.savedViews(views), .viewRemoved, ["name": removed.name])
    case Key("u"):
      if undo?.name == Undo.savedViews { Command.of(.appUndo).run(&self) }
    default:
      if let motion = motion(for: key) {
        state.scroll = moved(state.scroll, motion, count: views.count)
      } else if keyMap.command(for: key, in: .members)?.id == .membersViews {
        overlay = nil
        return
      }
    }
    overlay = .savedViews(state)
  }

  private mutating func pressWhileNaming(_ key: Key, _ state: SavedViewsState) {
    var state = state
    guard key.code == .enter else {
      _ = state.naming?.press(key)
      overlay = .savedViews(state)
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
    sayUndoable(.savedViews(before), .viewSaved, ["name": name])
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
    members.columnOffset = 0
    queryChanged()
    members.viewName = view.name
    say(.success, .viewOpened, ["name": view.name])
  }
}

extension Undo {
  static let savedViews = "saved views"

  /// The saved views before.
  static func savedViews(_ views: [SavedView]) -> Undo {
    Undo(name: savedViews) { state in
      state.members.savedViews = views
      state.effects.append(.saveViews(views))
      state.say(.success, .undone)
    }
  }
}
