import Bytes

extension Theme {
  /// The theme of a name, with what it inherits.
  ///
  /// A child's palette and roles go over its parent's; what none of them says comes from the built-in theme. A
  /// role without a background or a foreground of its own gets the one of `text`. Whatever is wrong is
  /// reported and passed over.
  ///
  /// - Parameter lookup: the document of a theme name, or nil. It needn't know the built-in theme.
  package static func resolve(
    _ name: String, lookup: (String) -> ThemeDocument?
  ) -> (theme: Theme, problems: [ThemeProblem]) {
    var problems: [ThemeProblem] = []
    var chain: [ThemeDocument] = []
    var next: String? = name
    while let wanted = next {
      if chain.contains(where: { $0.name == wanted }) {
        problems.append(.cycle(chain.map(\.name) + [wanted]))
        break
      }
      guard var document = lookup(wanted) ?? (wanted == builtIn.name ? .builtIn : nil) else {
        problems.append(.notFound(name: wanted, inheritedBy: chain.last?.name))
        break
      }
      document.name = wanted
      chain.append(document)
      problems += document.problems
      next = document.inherits
    }
    // The built-in theme's own words always lie beneath, so that a theme that leaves roles out stays whole.
    var resolver = ThemeResolver(layers: [.builtIn] + chain.reversed())
    let theme = resolver.theme(name: chain.first?.name ?? builtIn.name)
    return (theme, problems + resolver.problems)
  }

  /// The terminal's own sixteen colours.
  package static let builtIn: Theme = {
    var resolver = ThemeResolver(layers: [.builtIn])
    return resolver.theme(name: ThemeDocument.builtIn.name)
  }()
}

/// Lays documents over each other, the one that inherits last.
private struct ThemeResolver {
  let layers: [ThemeDocument]
  private(set) var problems: [ThemeProblem] = []
  private var palette: [String: Color] = [:]

  init(layers: [ThemeDocument]) {
    self.layers = layers
    for document in layers {
      for (key, value) in document.palette.sorted(by: { $0.key < $1.key }) {
        if let color = Color(themeName: value) {
          palette[key] = color
        } else {
          unknownColor(value, "palette." + key, document.name, among: Color.names)
        }
      }
    }
  }

  mutating func theme(name: String) -> Theme {
    var parts = [Part](repeating: Part(), count: Role.allCases.count)
    for document in layers {
      for (key, entry) in document.roles.sorted(by: { $0.key < $1.key }) {
        guard let role = Role.byName[key] else {
          let nearest = nearestName(to: key, among: Role.byName.keys.sorted())
          problems.append(.unknownRole(theme: document.name, name: key, nearest: nearest))
          continue
        }
        apply(entry, of: document.name, path: "roles." + key, to: &parts[Int(role.rawValue)])
      }
    }
    let text = parts[Int(Role.text.rawValue)]
    let styles = parts.map { part in
      Style(
        foreground: part.foreground ?? text.foreground ?? .standard,
        background: part.background ?? text.background ?? .standard, attributes: part.attributes ?? [])
    }
    return Theme(name: name, styles: styles)
  }

  private struct Part {
    var foreground: Color?
    var background: Color?
    var attributes: Attributes?
  }

  private mutating func apply(
    _ entry: ThemeDocument.Entry, of theme: String, path: String, to part: inout Part
  ) {
    if let value = entry.foreground {
      part.foreground = color(value, path + ".foreground", theme) ?? part.foreground
    }
    if let value = entry.background {
      part.background = color(value, path + ".background", theme) ?? part.background
    }
    guard let names = entry.attributes else { return }
    var attributes: Attributes = []
    for name in names {
      if let attribute = Attributes.byName[name] {
        attributes.insert(attribute)
      } else {
        let nearest = nearestName(to: name, among: Attributes.byName.keys.sorted())
        problems.append(
          .unknownAttribute(theme: theme, path: path + ".attributes", value: name, nearest: nearest))
      }
    }
    part.attributes = attributes
  }

  private mutating func color(_ value: String, _ path: String, _ theme: String) -> Color? {
    if let color = palette[value] ?? Color(themeName: value) { return color }
    unknownColor(value, path, theme, among: palette.keys.sorted() + Color.names)
    return nil
  }

  private mutating func unknownColor(
    _ value: String, _ path: String, _ theme: String, among known: [String]
  ) {
    problems.append(
      .unknownColor(
        theme: theme, path: path, value: value, nearest: nearestName(to: value, among: known)))
  }
}
