import Canvas

/// The characters that are really sent for a cell.
///
/// The last check before the terminal: whatever a glyph holds, only printable characters leave, in no more
/// columns than the grid gives it.
struct CellText {
  /// The locale can encode more than ASCII.
  let isUnicode: Bool
  /// How many characters curses holds in one cell.
  let capacity: Int
  /// Columns that the C library gives a character; -1 for what it can't print.
  let columns: (Unicode.Scalar) -> Int

  /// What stands for a character that can't be shown.
  private var substitute: Unicode.Scalar { isUnicode ? "\u{FFFD}" : "?" }

  /// Fills `characters` with the base and its marks, and returns how many columns they take: the glyph's, or
  /// fewer, and spaces are needed for the rest.
  func write(_ glyph: Glyph, into characters: inout [Int32]) -> Int {
    characters.removeAll(keepingCapacity: true)
    let base = glyph.base
    let width = columnsOfBase(base)
    guard width >= 1, width <= glyph.width else {
      characters.append(Int32(substitute.value))
      return 1
    }
    characters.append(Int32(base.value))
    guard isUnicode else { return width }
    for index in 0..<glyph.markCount where characters.count < capacity {
      let mark = glyph.mark(index)
      if !UnsafeScalars.contains(mark), columns(mark) == 0 { characters.append(Int32(mark.value)) }
    }
    return width
  }

  private func columnsOfBase(_ base: Unicode.Scalar) -> Int {
    if (" "..."~").contains(base) { return 1 }
    return isUnicode && !UnsafeScalars.contains(base) ? columns(base) : -1
  }
}
