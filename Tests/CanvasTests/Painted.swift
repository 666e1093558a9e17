import Canvas

/// What a widget paints into a grid of a size.
func painted(
  _ widget: some Widget, _ columns: Int, _ rows: Int = 1, glyphs: GlyphSet = .block
) -> [String] {
  var grid = Grid(size: Size(columns: columns, rows: rows))
  widget.draw(into: &grid, grid.bounds, look: Look(theme: .distinct, glyphs: glyphs))
  return grid.textLines
}
