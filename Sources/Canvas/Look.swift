/// What drawing needs to know besides what to draw: the theme and the glyphs.
package struct Look: Sendable {
  package var theme: Theme
  package var glyphs: GlyphSet

  package init(theme: Theme = .builtIn, glyphs: GlyphSet = .braille) {
    self.theme = theme
    self.glyphs = glyphs
  }

  /// The style of a role.
  package subscript(role: Role) -> Style { theme[role] }

  /// The same look on a surface with a look of its own, such as a selected row or a pop-up.
  package func over(_ surface: Role) -> Look { Look(theme: theme.over(surface), glyphs: glyphs) }
}

/// Something that can be painted into a rectangle. Cheap to make, made anew for every frame.
package protocol Widget {
  /// Paints into the rectangle and nowhere else; a rectangle of any size will do.
  func draw(into grid: inout Grid, _ rect: Rect, look: Look)
}
