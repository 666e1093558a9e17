import Texts

/// The commands that match what is typed in the palette.
enum Palette {
  /// Best first; those that can do something here before those that can't; in their own order otherwise.
  static func matches(_ text: String, in state: DashboardState) -> [PaletteState.Match] {
    var ranked: [(score: Int, match: PaletteState.Match)] = []
    for command in Command.all {
      let title = state.language.text(command.title)
      if let found = FuzzyMatch.match(text, in: title) {
        ranked.append((found.score * 2 + 1, PaletteState.Match(command: command, positions: found.positions)))
      } else if let found = FuzzyMatch.match(text, in: command.id.rawValue) {
        // Ids are English in every language.
        ranked.append((found.score * 2, PaletteState.Match(command: command, positions: [])))
      }
    }
    let isTyped = text.contains { !$0.isWhitespace }
    let order = ranked.enumerated().sorted { one, other in
      let (oneScore, otherScore) = isTyped ? (one.element.score, other.element.score) : (0, 0)
      return (-oneScore, one.offset) < (-otherScore, other.offset)
    }
    return order.map(\.element.match)
  }
}
