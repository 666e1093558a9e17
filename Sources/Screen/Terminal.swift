import Canvas

/// Where frames go and events come from. One owner, the thread that runs the loop.
package protocol Terminal: AnyObject {
  /// The size in cells, at least 1×1; changes only together with a `resize` or `signal(.resume)` event.
  var size: Size { get }
  /// Known once entered.
  var capabilities: TerminalCapabilities { get }
  /// For workers that have something for the loop.
  var waker: Waker { get }
  /// The time that deadlines are measured on.
  var now: ContinuousClock.Instant { get }
  /// Whether `nextEvent` would hand out another key, paste or mouse event at once.
  var hasPendingInput: Bool { get }
  /// Whether the mouse reports here; off, it selects text as the terminal does by itself.
  var isMouseOn: Bool { get set }

  /// Takes the screen. Nothing happens when it's taken already.
  func enter() throws(TerminalProblem)
  /// Gives the screen back as it was. Nothing happens when it isn't taken.
  func leave()
  /// Shows a frame, its top left corner on the terminal's, and the cursor where the frame has one.
  ///
  /// Colours deeper than the terminal's are reduced here too, but a frame reduced against its theme looks better.
  ///
  /// - Complexity: O(cells) to find what changed; only that is sent.
  func draw(_ grid: Grid)
  /// Makes the next frame be sent whole, in case something else wrote on the screen.
  func repaint()
  /// Waits for the next event; until the deadline, then it's `tick`. Without a deadline it waits for ever.
  func nextEvent(until deadline: ContinuousClock.Instant?) -> Event
  /// Hands text to the terminal's clipboard (OSC 52); false when it's too long or the terminal can't.
  func copy(_ text: String) -> Bool
}

extension Terminal {
  /// Takes the screen for as long as the body runs, however it ends.
  package func withScreen<Result>(_ body: () throws -> Result) throws -> Result {
    try enter()
    defer { leave() }
    return try body()
  }
}

/// What the terminal can do.
package struct TerminalCapabilities: Hashable, Sendable {
  package var colorDepth: ColorDepth
  /// The character set of the locale in use, such as `UTF-8`.
  package var codeset: String
  /// Whether characters outside ASCII can be shown; otherwise each is painted as `?`.
  package var isUnicode: Bool
  package var hasMouse: Bool

  package init(
    colorDepth: ColorDepth, codeset: String = "UTF-8", isUnicode: Bool = true, hasMouse: Bool = true
  ) {
    self.colorDepth = colorDepth
    self.codeset = codeset
    self.isUnicode = isUnicode
    self.hasMouse = hasMouse
  }
}

/// Why there is no screen.
package enum TerminalProblem: Error, Hashable, Sendable {
  package enum Stream: String, Hashable, Sendable {
    case input, output
  }

  /// The stream is a file or a pipe.
  case notATerminal(Stream)
  /// `TERM` isn't set or is empty.
  case noTerminalType
  /// There is no description of the terminal that `TERM` names.
  case unknownTerminalType(String)
  /// The terminal, such as `dumb`, can't move its cursor.
  case notAddressable(String)
}
