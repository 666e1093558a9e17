import Screen
import Texts

/// What lies over the panel and takes the keys: a list to choose from, a question, a line to be typed. A panel's own lie in
/// its folder.
protocol Overlay: Sendable {
  func draw(_ state: DashboardState, into frame: inout Frame, _ context: ViewContext)
  /// Any key but Esc. The overlay is a value: what changes of it is put back into `state.overlay`.
  func press(_ key: Key, in state: inout DashboardState)
  func paste(_ text: String, in state: inout DashboardState)
  /// A press of the mouse on one of its lines, from zero.
  func press(line: Int, isDouble: Bool, in state: inout DashboardState)
  /// What Esc does.
  var escapeTitle: Phrase { get }
  /// Esc: most close.
  func escape(in state: inout DashboardState)
}

extension Overlay {
  var escapeTitle: Phrase { .hintClose }
  func paste(_ text: String, in state: inout DashboardState) {}
  func press(line: Int, isDouble: Bool, in state: inout DashboardState) {}
  func escape(in state: inout DashboardState) { state.overlay = nil }
}

/// An overlay that is a list.
protocol ListedOverlay: Overlay {
  func list(_ state: DashboardState, _ context: ViewContext) -> ListOverlay
}

extension ListedOverlay {
  func draw(_ state: DashboardState, into frame: inout Frame, _ context: ViewContext) {
    list(state, context).draw(into: &frame, state.layout.body, look: state.look)
  }
}

/// A list to choose one line from: the mouse chooses as Enter does.
protocol ChoiceOverlay: ListedOverlay {
  var scroll: ScrollState { get set }
}

extension ChoiceOverlay {
  func press(line: Int, isDouble: Bool, in state: inout DashboardState) {
    var chosen = self
    chosen.scroll.selected = line
    chosen.press(Key(.enter), in: &state)
  }
}

extension DashboardState {
  /// Rows that a list over the panel shows at most; painting keeps the selected one in sight by itself.
  var overlayPage: Int { max(1, layout.body.rows - 6) }

  mutating func pressInOverlay(_ key: Key) {
    if key.code == .escape {
      overlay?.escape(in: &self)
    } else if key == Key("l", .ctrl) {
      Command.of(.appRedraw).run(&self)
    } else {
      overlay?.press(key, in: &self)
    }
  }

  mutating func wheelInOverlay(_ delta: Int) {
    let key = Key(delta < 0 ? .up : .down)
    for _ in 0..<abs(delta) { pressInOverlay(key) }
  }

  mutating func pressInOverlay(_ target: Target?, isDouble: Bool) {
    switch target {
    case .command(let id):
      overlay = nil
      run(id)
    case .overlayLine(let line): overlay?.press(line: line, isDouble: isDouble, in: &self)
    case .overlay: break
    default: overlay = nil
    }
  }

  // MARK: Moving in lists

  /// The way a key moves through lists, by the key map.
  func motion(for key: Key) -> Motion? {
    switch keyMap.command(for: key, in: .members)?.id {
    case .moveUp: .lines(-1)
    case .moveDown: .lines(1)
    case .movePageUp: .pages(-1)
    case .movePageDown: .pages(1)
    case .moveFirst: .first
    case .moveLast: .last
    default: nil
    }
  }

  /// The same where letters are typed: only keys that aren't letters move.
  func motionWhileTyping(for key: Key) -> Motion? {
    switch key {
    case Key(.up), Key("p", .ctrl): .lines(-1)
    case Key(.down), Key("n", .ctrl): .lines(1)
    case Key(.pageUp): .pages(-1)
    case Key(.pageDown): .pages(1)
    default: nil
    }
  }

  /// Moves through a list that has a selected line.
  func moved(_ scroll: ScrollState, _ motion: Motion, count: Int) -> ScrollState {
    var scroll = scroll
    scroll.select(
      motion.target(from: scroll.selected, count: count, page: overlayPage), count: count,
      height: overlayPage)
    return scroll
  }
}
