import Canvas
import Texts

extension Language {
  /// What is wrong with a theme, and what was perhaps meant.
  package func text(_ problem: ThemeProblem) -> String {
    switch problem {
    case .notFound(let name, nil): text(.themeNotFound, ["name": name])
    case .notFound(let name, let theme?): text(.themeParentNotFound, ["theme": theme, "name": name])
    case .cycle(let names): text(.themeCycle, ["names": names.joined(separator: " → ")])
    case .unknownKey(let theme, let path, let nearest): unknown(theme, path, nearest)
    case .unknownRole(let theme, let name, let nearest): unknown(theme, name, nearest)
    case .unknownColor(let theme, let path, let value, let nearest),
      .unknownAttribute(let theme, let path, let value, let nearest):
      unknown(theme, "\(path): \(value)", nearest)
    case .wrongType(let theme, let path): text(.themeWrongType, ["theme": theme, "path": path])
    }
  }

  private func unknown(_ theme: String, _ name: String, _ nearest: String?) -> String {
    guard let nearest else { return text(.themeUnknown, ["theme": theme, "name": name]) }
    return text(.themeUnknownNear, ["theme": theme, "name": name, "nearest": nearest])
  }
}
