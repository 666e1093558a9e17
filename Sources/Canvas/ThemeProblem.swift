/// What is wrong with a theme. The rest of the theme is kept.
package enum ThemeProblem: Error, Hashable, Sendable {
  /// No theme has that name. `inheritedBy` names the theme that asks for it, or nil for the one wanted.
  case notFound(name: String, inheritedBy: String?)
  /// Themes inherit each other in a circle, here in the order they were met.
  case cycle([String])
  /// A key that means nothing at its place; `path` is like `roles.selection.colour`.
  case unknownKey(theme: String, path: String, nearest: String?)
  case unknownRole(theme: String, name: String, nearest: String?)
  /// Neither a colour's name or value nor a name of the palette.
  case unknownColor(theme: String, path: String, value: String, nearest: String?)
  case unknownAttribute(theme: String, path: String, value: String, nearest: String?)
  /// Something else than the text, list or object that belongs there.
  case wrongType(theme: String, path: String)
}
