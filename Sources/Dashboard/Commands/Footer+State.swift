import Texts

extension DashboardState {
  /// What the keys do that matter right here: what the panel puts first, its own commands, then those that work
  /// everywhere.
  var footerHints: [FooterView.Hint] {
    if let overlay { return [hint("Esc", overlay.escapeTitle)] }
    let panel = shownPanel
    if panel.isTyping(in: self) { return panel.typingHints(in: self) }
    var first = panel.firstHints(in: self)
    if data.progress != nil, !first.contains(.appBack) { first.insert(.appBack, at: 0) }
    let here = scope
    let ranked =
      Command.all.filter { !$0.scope.isDisjoint(with: here) && !first.contains($0.id) }
      .compactMap { command in command.footerRank.map { ($0 + command.generality, command) } }
      .sorted { $0.0 < $1.0 }.map(\.1)
    // The message that offers to undo has the key beside it.
    let isOffered = message?.canUndo ?? false
    return (first.map(Command.of) + ranked).compactMap { command in
      guard command.reason(self) == nil, !(isOffered && command.id == .appUndo) else { return nil }
      var hint = commandHint(command.id)
      hint?.isKept = command.id == .appHelp || command.id == .appQuit
      return hint
    }
  }

  /// A command by what it does right here; nil where it has no key.
  func commandHint(_ id: CommandID) -> FooterView.Hint? {
    guard let key = keyLabels(id).first else { return nil }
    let command = Command.of(id)
    return FooterView.Hint(
      keys: key, title: language.text(command.titleHere(self) ?? command.title), target: .command(id))
  }

  /// What `q` does right here; nil for ending the program.
  var quitTitle: Phrase? {
    var closed = self
    if shownPanel.close(in: &closed) { return shownPanel.escapeTitle(in: self) ?? .hintClose }
    return backStack.isEmpty ? nil : Command.of(.appBack).title
  }

  /// What Esc does right here; nil for going back.
  var escapeTitle: Phrase? {
    if data.progress != nil { return .hintStop }
    return shownPanel.escapeTitle(in: self)
  }
}

extension Command {
  /// What works everywhere stands behind what the panel has for itself, unless it's about the last action.
  fileprivate var generality: Int { scope == .all && id != .appUndo ? 100 : 0 }
}
