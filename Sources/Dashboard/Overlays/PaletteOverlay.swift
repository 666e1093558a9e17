import Canvas
import Screen
import Texts

/// The command palette: what is typed, and the commands that match it, best first.
struct PaletteState: ChoiceOverlay {
  struct Match: Hashable, Sendable {
    var command: Command
    /// Offsets of the title's characters that match what is typed.
    var positions: [Int]
  }

  var line = LineEditor()
  var matches: [Match]
  var scroll = ScrollState()

  func list(_ state: DashboardState, _ context: ViewContext) -> ListOverlay {
    state.paletteList(self, context)
  }

  func press(_ key: Key, in state: inout DashboardState) { state.press(key, in: self) }

  func paste(_ text: String, in state: inout DashboardState) {
    var palette = self
    palette.line.insert(text)
    state.typed(palette)
  }
}

extension DashboardState {
  mutating func openPalette() {
    overlay = PaletteState(matches: Palette.matches("", in: self))
  }

  fileprivate mutating func typed(_ palette: PaletteState) {
    var palette = palette
    palette.matches = Palette.matches(palette.line.text, in: self)
    palette.scroll = ScrollState()
    overlay = palette
  }

  fileprivate mutating func press(_ key: Key, in palette: PaletteState) {
    var palette = palette
    if key.code == .enter {
      guard palette.matches.indices.contains(palette.scroll.selected) else { return }
      let command = palette.matches[palette.scroll.selected].command
      overlay = nil
      runFromPalette(command)
    } else if let motion = motionWhileTyping(for: key) {
      palette.scroll = moved(palette.scroll, motion, count: palette.matches.count)
      overlay = palette
    } else if palette.line.press(key) {
      typed(palette)
    }
  }

  /// Runs a command where it applies: one of another panel goes there first.
  private mutating func runFromPalette(_ command: Command) {
    if command.scope.isDisjoint(with: scope),
      let home = Panels.all.first(where: { $0.commands.contains(command) })
    {
      if !command.scope.isDisjoint(with: home.scope) { show(home.id) }
      if command.scope == .card { run(.membersCard) }
    }
    run(command.id)
  }

  // MARK: Painting

  fileprivate func paletteList(_ palette: PaletteState, _ context: ViewContext) -> ListOverlay {
    let titles = Command.all.map { context.text($0.title).cellWidth }.max() ?? 0
    return ListOverlay(
      title: context.text(.overlayPalette),
      input: InputLine(
        sign: ":", line: palette.line, placeholder: context.text(.overlayPalettePlaceholder)),
      count: palette.matches.count,
      row: { index in
        let match = palette.matches[index]
        let id = match.command.id
        let reason = match.command.reason(self)
        let title = context.text(match.command.title)
        var pieces = Self.pieces(title, matched: match.positions)
        pieces.append(Piece("", width: max(2, titles + 2 - title.cellWidth)))
        pieces.append(Piece(context.text(reason ?? match.command.help), .muted))
        return ListOverlay.Row(
          line: Line(pieces, right: [Piece(keyLabels(id).joined(separator: " "), .footerKey)]),
          isDisabled: reason != nil)
      }, scroll: palette.scroll, empty: context.text(.overlayPaletteEmpty),
      hints: [hint("Enter", .hintRun), hint("Esc", .hintClose)], columns: 84)
  }

  /// A title cut where matching characters begin and end.
  private static func pieces(_ title: String, matched positions: [Int]) -> [Piece] {
    let wanted = Set(positions)
    var pieces: [Piece] = []
    for (index, character) in title.enumerated() {
      let role: Role = wanted.contains(index) ? .match : .text
      if pieces.last?.role == role {
        pieces[pieces.count - 1].text.append(character)
      } else {
        pieces.append(Piece(String(character), role))
      }
    }
    return pieces
  }
}
