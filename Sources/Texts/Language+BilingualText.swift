import Community

extension Language {
  /// What somebody wrote in both languages, in this one.
  package func text(_ text: BilingualText) -> String { self == .english ? text.english : text.chinese }
}
