/// How every role looks.
package struct Theme: Hashable, Sendable {
  package let name: String
  private var styles: [Style]

  /// A theme of a style for each role, in the order of `Role.allCases`.
  init(name: String, styles: [Style]) {
    precondition(styles.count == Role.allCases.count)
    self.name = name
    self.styles = styles
  }

  /// A theme made by asking for each role's style.
  package init(name: String, style: (Role) -> Style) {
    self.init(name: name, styles: Role.allCases.map(style))
  }

  package subscript(role: Role) -> Style { styles[Int(role.rawValue)] }

  /// The same theme for painting on a surface that has a look of its own, such as a selected row or a pop-up.
  ///
  /// Roles without a background of their own get the surface's, and the surface's text colour where it has one,
  /// so that text stays legible. Attributes add up.
  package func over(_ surface: Role) -> Theme {
    let base = self[.text]
    let ground = self[surface]
    var theme = self
    for index in styles.indices {
      var style = styles[index]
      if style.background == base.background {
        style.background = ground.background
        if ground.foreground != base.foreground { style.foreground = ground.foreground }
      }
      theme.styles[index] = style.adding(ground.attributes)
    }
    return theme
  }

  /// The roles that look exactly so, in the order of `Role.allCases`.
  func roles(of style: Style) -> [Role] {
    Role.allCases.filter { styles[Int($0.rawValue)] == style }
  }
}

extension Theme {
  /// A theme for tests: a look of its own for every role, so that a frame's styles name the roles it uses.
  package static let distinct = Theme(name: "distinct") { role in
    switch role {
    case .selection, .popup:
      Style(foreground: .rgb(Role.text.rawValue, 0, 0), background: .rgb(0, role.rawValue, 0))
    default: Style(foreground: .rgb(role.rawValue, 0, 0))
    }
  }
}
