import Texts

extension DashboardState {
  /// The keys of a command as people read them, those of the config included.
  func keyLabels(_ id: CommandID) -> [String] {
    keyMap.keys(of: id).map { $0.label(isASCII: look.glyphs.kind == .ascii) }
  }

  /// The first key of a command; its id where it has none.
  func keyLabel(_ id: CommandID) -> String { keyLabels(id).first ?? id.rawValue }

  func hint(_ keys: String, _ title: Phrase) -> FooterView.Hint {
    FooterView.Hint(keys: keys, title: language.text(title))
  }

  /// The keys that scroll.
  var arrows: String { isASCII ? "Up/Down" : "↑↓" }
}
