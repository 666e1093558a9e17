extension Grid {
  /// Reduces every style to what a terminal of a depth can show.
  ///
  /// - Parameter base: the style of ordinary text, against which emphasis stands out without colours.
  /// - Complexity: O(cells)
  package mutating func reduce(to depth: ColorDepth, base: Style = .plain) {
    if depth == .trueColor { return }
    var known: [Style: Style] = [:]
    var last = (from: Style.plain, to: Style.plain.reduced(to: depth, base: base))
    for index in cells.indices {
      let style = cells[index].style
      if style != last.from {
        let reduced = known[style] ?? style.reduced(to: depth, base: base)
        known[style] = reduced
        last = (style, reduced)
      }
      cells[index].style = last.to
    }
  }

  /// Puts a question mark in place of every glyph outside ASCII, for a terminal that can show nothing else. Wide
  /// glyphs keep both their cells.
  ///
  /// - Complexity: O(cells)
  package mutating func reduceToASCII() {
    for index in cells.indices {
      let glyph = cells[index].glyph
      if glyph.isContinuation {
        cells[index].glyph = .space
      } else if glyph.markCount > 0 || glyph.base.value >= 0x7F {
        let isPlain = glyph.base.value < 0x7F
        cells[index].glyph = isPlain ? Glyph(glyph.base) : Glyph("?")
      }
    }
  }
}
