import Canvas

/// The last line of every frame: the keys that work here, then the message of the last action.
struct FooterView {
  struct Hint: Hashable {
    /// The keys as a person reads them, such as `Ctrl-L`.
    var keys: String
    var title: String
    var target: Target?
    /// Whether it stays when the line gets too short for the others.
    var isKept: Bool = false

    var columns: Int { keys.cellWidth + 1 + title.cellWidth + 2 }
  }

  struct Message: Hashable {
    var text: String
    var role: Role
    /// How to take the action back, where that's possible.
    var undo: Hint?
  }

  var hints: [Hint]
  var message: Message?

  func draw(into frame: inout Frame, _ rect: Rect, look: Look) {
    let rect = rect.line(0)
    guard !rect.isEmpty else { return }
    frame.grid.fill(rect, style: look[.footer])
    var keys = rect.inset(left: 1, right: 1)
    if let message {
      let undo = message.undo?.columns ?? 0
      // A message may take two thirds of the line: it's read now, the keys can be looked up.
      let width = min(message.text.cellWidth + (undo > 0 ? undo + 1 : 0), max(keys.columns * 2 / 3, 20))
      let (rest, area) = keys.split(right: width, gap: 2)
      keys = rest
      draw(message, undo: undo, into: &frame, area, look: look)
    }
    var column = keys.column
    for hint in shown(in: keys.columns) {
      let area = Rect(column: column, row: rect.row, columns: hint.columns - 2, rows: 1)
        .intersection(keys)
      let end = frame.grid.put(
        hint.keys, at: area.origin, style: look[.footerKey], clip: area)
      frame.grid.put(
        hint.title, at: Point(column: end + 1, row: rect.row), style: look[.footer], clip: area)
      if let target = hint.target { frame.mark(area, as: target) }
      column += hint.columns
    }
  }

  /// The hints that fit whole, in their order, those to be kept first.
  private func shown(in columns: Int) -> [Hint] {
    var free = columns + 2
    var kept = Set<Int>()
    for wanted in [true, false] {
      for (index, hint) in hints.enumerated() where hint.isKept == wanted && !kept.contains(index) {
        guard hint.columns <= free else {
          if wanted { continue } else { break }
        }
        kept.insert(index)
        free -= hint.columns
      }
    }
    return hints.indices.filter(kept.contains).map { hints[$0] }
  }

  private func draw(
    _ message: Message, undo: Int, into frame: inout Frame, _ rect: Rect, look: Look
  ) {
    let (text, action) = rect.split(right: undo > 0 ? undo - 2 : 0, gap: undo > 0 ? 2 : 0)
    frame.grid.put(
      message.text.cutInPath(to: text.columns, ellipsis: look.glyphs.ellipsis), in: text,
      style: look[message.role].over(look[.footer]), alignment: .right,
      ellipsis: look.glyphs.ellipsis)
    guard let undo = message.undo else { return }
    let end = frame.grid.put(undo.keys, at: action.origin, style: look[.footerKey], clip: action)
    frame.grid.put(
      undo.title, at: Point(column: end + 1, row: rect.row), style: look[.footer], clip: action)
    if let target = undo.target { frame.mark(action, as: target) }
  }
}
