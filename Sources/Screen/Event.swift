import Canvas

/// Everything that can happen to the dashboard from outside.
package enum Event: Hashable, Sendable {
  case key(Key)
  /// Text from the clipboard in one piece: at most `PasteAssembler.byteLimit` bytes, no control character but
  /// the line feed.
  case paste(String)
  case mouse(MouseEvent)
  /// The terminal has this size now.
  case resize(Size)
  /// The deadline asked for has passed.
  case tick
  /// A worker rang the waker; several rings may arrive as one.
  case wake
  case signal(ProcessSignal)
}

/// What the mouse did, in cells from the top left corner.
package struct MouseEvent: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case press, release
    /// The second press in one place within 400 ms; the first came as `press`.
    case double
    /// Moved with a button held.
    case drag
    case wheelUp, wheelDown
  }

  package enum Button: Hashable, Sendable {
    case left, middle, right
  }

  package var kind: Kind
  /// `left` for the wheel.
  package var button: Button
  package var point: Point
  package var modifiers: Key.Modifiers

  package init(_ kind: Kind, at point: Point, button: Button = .left, modifiers: Key.Modifiers = []) {
    self.kind = kind
    self.button = button
    self.point = point
    self.modifiers = modifiers
  }
}
