import Canvas
import Screen

extension DashboardState {
  /// Lines that one turn of the wheel scrolls.
  static let wheelLines = 3

  mutating func mouse(_ event: MouseEvent, _ target: Target?) {
    switch event.kind {
    case .wheelUp: wheel(-Self.wheelLines, target)
    case .wheelDown: wheel(Self.wheelLines, target)
    case .press where event.button == .left: press(target, isDouble: false)
    case .double where event.button == .left: press(target, isDouble: true)
    case .press where event.button == .right:
      message = nil
      run(.appBack)
    default: break
    }
  }

  private mutating func wheel(_ lines: Int, _ target: Target?) {
    if overlay != nil { return wheelInOverlay(lines) }
    shownPanel.wheel(lines, on: target, in: &self)
  }

  private mutating func press(_ target: Target?, isDouble: Bool) {
    message = nil
    if overlay != nil { return pressInOverlay(target, isDouble: isDouble) }
    switch target {
    case .panel(let panel): run(panel.command)
    case .command(let id): run(id)
    case .overlay, .overlayLine, nil: break
    case .suggestion(let place): shownPanel.press(suggestion: place, in: &self)
    case let target?: shownPanel.press(target, isDouble: isDouble, in: &self)
    }
  }
}
