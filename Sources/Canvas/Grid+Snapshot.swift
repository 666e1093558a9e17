extension Grid {
  /// The text of every row, a wide glyph once, spaces at the end left out.
  package var textLines: [String] {
    (0..<size.rows).map { row in
      let cells = self.row(row)
      var line = ""
      let last = cells.lastIndex { !$0.glyph.isSpace || $0.glyph.markCount > 0 }
      guard let last else { return line }
      for cell in cells[...last] { cell.glyph.forEachScalar { line.unicodeScalars.append($0) } }
      return line
    }
  }

  /// All rows as text, each with a line end.
  package var plainText: String { textLines.map { $0 + "\n" }.joined() }

  /// How every cell looks: a letter a cell, and what the letters mean, in the order they first appear.
  ///
  /// `.` is the style of plain text. A style is called by the roles that a theme gives it to, else by its parts.
  /// Cells in the plain style at the end of a row are left out.
  package func styleLines(theme: Theme? = nil) -> (lines: [String], legend: [String]) {
    let plain = theme?[.text] ?? .plain
    let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
    var letterOfStyle: [Style: Character] = [plain: "."]
    var legend: [String] = []
    let lines = (0..<size.rows).map { row in
      var line = ""
      var kept = 0
      for (column, cell) in self.row(row).enumerated() {
        if let letter = letterOfStyle[cell.style] {
          line.append(letter)
        } else {
          let letter = legend.count < letters.count ? letters[legend.count] : "?"
          letterOfStyle[cell.style] = letter
          legend.append("\(letter) \(cell.style.described(theme: theme))")
          line.append(letter)
        }
        if cell.style != plain { kept = column + 1 }
      }
      return String(line.prefix(kept))
    }
    return (lines, legend)
  }

  /// The frame as a text fixture: its size, the text, how it looks, and what the letters mean.
  ///
  /// - Parameter theme: names the styles by role; `Theme.distinct` gives every role its own.
  package func snapshot(theme: Theme? = nil, styles: Bool = true) -> String {
    var text = "\(size.columns)x\(size.rows)\n"
    for line in textLines { text += "|" + line + "\n" }
    guard styles else { return text }
    let (lines, legend) = styleLines(theme: theme)
    text += "styles\n"
    for line in lines { text += "|" + line + "\n" }
    for entry in legend { text += entry + "\n" }
    return text
  }
}

extension Style {
  /// The style in words: the theme's roles that look so, else the colours and attributes.
  func described(theme: Theme?) -> String {
    if let theme {
      let roles = theme.roles(of: self)
      if !roles.isEmpty { return roles.map(\.name).joined(separator: "/") }
      for surface in [Role.selection, .popup] {
        let over = theme.over(surface).roles(of: self)
        if let role = over.first { return surface.name + ":" + role.name }
      }
    }
    let parts = [foreground.themeName, "on " + background.themeName] + attributes.names
    return parts.joined(separator: " ")
  }
}
