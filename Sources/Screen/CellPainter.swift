import CNcurses
import Canvas

/// Puts grids on a curses window: only the cells that changed, with one update of the terminal a frame.
final class CellPainter {
  private let window: UnsafeMutablePointer<WINDOW>
  private let depth: ColorDepth
  private let numbering: ColorNumbering
  private let text: CellText
  private var pairs: PairTable
  private var renditions: [Style: Rendition] = [:]
  /// The one looked up last: neighbouring cells mostly share theirs.
  private var latest: (style: Style, rendition: Rendition)?
  private var shown: Grid?
  private var isWhole = true
  private var isCursorVisible: Bool?
  private var characters: [wchar_t] = []

  /// How curses is told a style.
  private struct Rendition {
    var attributes: attr_t
    var pair: Int32
  }

  init(window: UnsafeMutablePointer<WINDOW>, depth: ColorDepth, isUnicode: Bool, numbering: ColorNumbering) {
    self.window = window
    self.depth = depth
    self.numbering = numbering
    if depth != .mono { use_default_colors() }
    pairs = PairTable(capacity: depth == .mono ? 1 : Int(nc_color_pairs()))
    text = CellText(isUnicode: isUnicode, capacity: Int(nc_cell_capacity())) {
      Int(nc_character_columns($0.value))
    }
  }

  /// Makes the next frame be sent whole.
  func repaint() { isWhole = true }

  /// Makes the cursor visible, wherever it is, for whoever gets the screen next.
  func showCursor() {
    curs_set(1)
    isCursorVisible = nil
  }

  func draw(_ grid: Grid) {
    if isWhole {
      clearok(window, true)
      isWhole = false
      shown = nil
    }
    if !paintChanges(of: grid) {
      // Out of pairs: those in use get new meanings, so everything is painted again.
      reset_color_pairs()
      pairs.forgetAll()
      renditions.removeAll(keepingCapacity: true)
      latest = nil
      shown = nil
      _ = paintChanges(of: grid, stopsWhenFull: false)
      clearok(window, true)
    }
    shown = grid
    place(grid.cursor)
    wnoutrefresh(window)
    doupdate()
  }

  /// False when it stopped because there are no pairs left.
  private func paintChanges(of grid: Grid, stopsWhenFull: Bool = true) -> Bool {
    if let shown, shown.size == grid.size {
      for run in grid.changes(from: shown) {
        guard paint(grid, run.row, run.columns, stopsWhenFull) else { return false }
      }
    } else {
      werase(window)
      for row in 0..<grid.size.rows {
        guard paint(grid, row, 0..<grid.size.columns, stopsWhenFull) else { return false }
      }
    }
    return true
  }

  private func paint(_ grid: Grid, _ row: Int, _ columns: Range<Int>, _ stopsWhenFull: Bool) -> Bool {
    let limit = Int(getmaxx(window))
    guard row < Int(getmaxy(window)) else { return true }
    for column in columns where column < limit {
      let cell = grid[column, row]
      if cell.isContinuation { continue }
      guard let rendition = rendition(of: cell.style, stopsWhenFull) else { return false }
      // Half a wide glyph can't be shown; curses would move it to the next line.
      let glyph = column + cell.width > limit ? .space : cell.glyph
      let written = text.write(glyph, into: &characters)
      put(row, column, rendition)
      if written < glyph.width {
        characters = [wchar_t(UInt8(ascii: " "))]
        put(row, column + 1, rendition)
      }
    }
    return true
  }

  private func put(_ row: Int, _ column: Int, _ rendition: Rendition) {
    characters.append(0)
    // In the last cell curses reports an error, because the cursor can't move on; the cell is written.
    _ = nc_put_cell(window, Int32(row), Int32(column), characters, rendition.attributes, rendition.pair)
  }

  private func rendition(of style: Style, _ stopsWhenFull: Bool) -> Rendition? {
    if let latest, latest.style == style { return latest.rendition }
    if let known = renditions[style] {
      latest = (style, known)
      return known
    }
    let reduced = style.reduced(to: depth)
    let colors = PairTable.Colors(
      foreground: numbering.number(reduced.foreground), background: numbering.number(reduced.background))
    var rendition = Rendition(attributes: Self.attributes(reduced.attributes), pair: 0)
    switch pairs.number(for: colors) {
    case .known(let number):
      rendition.pair = number
    case .new(let number):
      init_extended_pair(number, colors.foreground, colors.background)
      rendition.pair = number
    case .full:
      if stopsWhenFull { return nil }
    }
    renditions[style] = rendition
    return rendition
  }

  private static func attributes(_ attributes: Attributes) -> attr_t {
    var result: attr_t = 0
    if attributes.contains(.bold) { result |= nc_attribute_bold() }
    if attributes.contains(.dim) { result |= nc_attribute_dim() }
    if attributes.contains(.italic) { result |= nc_attribute_italic() }
    if attributes.contains(.underline) { result |= nc_attribute_underline() }
    if attributes.contains(.reverse) { result |= nc_attribute_reverse() }
    return result
  }

  private func place(_ cursor: Point?) {
    var isVisible = false
    if let cursor {
      isVisible = wmove(window, Int32(clamping: cursor.row), Int32(clamping: cursor.column)) == OK
    }
    if isVisible != isCursorVisible {
      curs_set(isVisible ? 1 : 0)
      isCursorVisible = isVisible
    }
  }
}
