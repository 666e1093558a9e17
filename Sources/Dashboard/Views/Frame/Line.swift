import Canvas

/// A piece of a line: text in a role, in a field of its own where `width` is given.
struct Piece: Hashable, Sendable {
  var text: String
  var role: Role
  /// Columns of the field; nil for as many as the text takes.
  var width: Int?
  var alignment: Alignment

  init(_ text: String, _ role: Role = .text, width: Int? = nil, _ alignment: Alignment = .left) {
    self.text = text
    self.role = role
    self.width = width
    self.alignment = alignment
  }

  /// Columns that the piece takes.
  var columns: Int { width ?? text.cellWidth }
}

/// One line of a panel: pieces from the left, pieces at the right edge, and what the line stands for.
///
/// Where both don't fit, the left ones are cut with an ellipsis: the figures at the right matter more.
struct Line: Hashable, Sendable {
  var left: [Piece]
  var right: [Piece]
  /// Columns left free before the first piece.
  var indent: Int
  /// Where a thin rule fills what is free between left and right, its role.
  var rule: Role?

  init(_ left: [Piece] = [], right: [Piece] = [], indent: Int = 0, rule: Role? = nil) {
    self.left = left
    self.right = right
    self.indent = indent
    self.rule = rule
  }

  init(_ text: String, _ role: Role = .text, indent: Int = 0) {
    self.init([Piece(text, role)], indent: indent)
  }

  static let blank = Line()

  /// A section's title with a rule behind it.
  static func heading(_ title: String, right: [Piece] = []) -> Line {
    Line([Piece(title, .heading)], right: right, rule: .border)
  }

  /// Columns of the line where nothing is cut, with a gap of two before what stands at the right.
  var columns: Int {
    let left = left.reduce(indent) { $0 + $1.columns }
    return right.isEmpty ? left : left + 2 + right.reduce(0) { $0 + $1.columns }
  }

  /// The same within so many columns: what stands at the right gives way, as a whole where little would be left.
  func fitted(_ columns: Int) -> Line {
    guard self.columns > columns else { return self }
    var free = columns - left.reduce(indent) { $0 + $1.columns } - 2
    var line = self
    line.right = []
    for piece in right where free >= min(6, piece.columns) {
      line.right.append(Piece(piece.text, piece.role, width: min(free, piece.columns)))
      free -= piece.columns
    }
    return line
  }

  /// The line's words without layout, for plain output.
  var text: String {
    (left + right).map { $0.text.painted }.filter { !$0.allSatisfy { $0 == " " } }.joined(separator: " ")
  }
}

extension Line: Widget {
  func draw(into grid: inout Grid, _ rect: Rect, look: Look) {
    let rect = rect.line(0)
    guard !rect.isEmpty else { return }
    let rightColumns = right.reduce(0) { $0 + $1.columns }
    let rightStart = max(rect.column, rect.endColumn - rightColumns)
    var column = rect.column + indent
    let limit = right.isEmpty ? rect.endColumn : max(rect.column, rightStart - 1)
    for piece in left {
      guard column < limit else {
        // What has no room at all is told of in the last cell; a piece that was cut has its own sign.
        if column == limit, piece.columns > 0 {
          grid.put(
            look.glyphs.ellipsis, at: Point(column: limit - 1, row: rect.row), style: look[piece.role],
            clip: rect)
        }
        break
      }
      let field = Rect(column: column, row: rect.row, columns: min(piece.columns, limit - column), rows: 1)
      grid.put(
        piece.text, in: field, style: look[piece.role], alignment: piece.alignment,
        ellipsis: look.glyphs.ellipsis)
      column += piece.columns
    }
    if let rule {
      let from = min(column + 1, rect.endColumn)
      let to = right.isEmpty ? rect.endColumn : rightStart - 1
      grid.fill(
        Rect(column: from, row: rect.row, columns: to - from, rows: 1), with: look.glyphs.lines.horizontal,
        style: look[rule])
    }
    column = rightStart
    for piece in right where column < rect.endColumn {
      let field = Rect(
        column: column, row: rect.row, columns: min(piece.columns, rect.endColumn - column), rows: 1)
      grid.put(
        piece.text, in: field, style: look[piece.role], alignment: piece.alignment,
        ellipsis: look.glyphs.ellipsis)
      column += piece.columns
    }
  }
}
