import Canvas
import Community
import Texts

/// A member's card in a frame: title, tabs, and the part that the tab shows, scrolled.
///
/// A wide card has profile and timeline beside each other.
struct CardView {
  /// Whose it is; nil while no member is selected.
  var member: CardMember?
  /// Nil while it isn't gathered.
  var content: CardContent?
  var part: CardPart
  /// Lines scrolled away above.
  var scroll: Int
  var isFocused: Bool

  /// From this inner width on the timeline stands beside the profile.
  static let besides = 84

  /// Paints the card.
  ///
  /// - Returns: how many lines it would take to see everything, counted as if the frame took two rows alone.
  @discardableResult
  func draw(into frame: inout Frame, _ rect: Rect, context: ViewContext) -> Int {
    guard rect.rows >= 4, rect.columns >= 8 else { return 0 }
    let look = context.look
    frame.mark(rect, as: .card)
    frame.grid.fill(rect, style: look[.text])
    guard let member else {
      Box(isFocused: isFocused).draw(into: &frame.grid, rect, look: look)
      TextBlock(context.text(.cardNoMember), role: .muted).draw(
        into: &frame.grid, rect.inset(by: 2), look: look)
      return 0
    }
    Box(title: member.name ?? member.id, isFocused: isFocused).draw(into: &frame.grid, rect, look: look)
    let inside = rect.inset(left: 2, top: 1, right: 2, bottom: 1)
    let isWide = inside.columns >= Self.besides
    let body = isWide ? Self.wideParts(inside)[1] : inside.inset(top: 3)
    frame.want(DetailWish(member: member.index, columns: body.columns))
    guard let content else {
      Line([Piece(member.id, .link)]).draw(into: &frame.grid, inside.line(0), look: look)
      Line(context.text(.cardGathering, ["count": member.records]), .muted)
        .draw(into: &frame.grid, inside.line(2), look: look)
      return 0
    }
    content.subtitle.draw(into: &frame.grid, inside.line(0), look: look)
    if isWide { return drawWide(content, into: &frame, inside, context: context) }
    drawTabs(into: &frame, inside.line(1), context: context)
    let lines = part.lines(content, body.columns)
    drawLines(lines, into: &frame, body, edge: rect.endColumn - 1, context: context)
    return lines.count + inside.rows - body.rows
  }

  private func drawTabs(into frame: inout Frame, _ rect: Rect, context: ViewContext) {
    var column = rect.column
    let titles = CardPart.all.reduce(0) { $0 + context.text($1.title).cellWidth + 2 }
    let gap = titles + CardPart.all.count - 1 <= rect.columns ? 1 : 0
    for choice in CardPart.all {
      let title = context.text(choice.title)
      let area = Rect(column: column, row: rect.row, columns: title.cellWidth + 2, rows: 1)
        .intersection(rect)
      let style = context.look[choice == part ? .tabActive : .tab]
      frame.grid.fill(area, style: style)
      frame.grid.put(title, in: area.inset(left: 1), style: style, ellipsis: context.look.glyphs.ellipsis)
      frame.mark(area, as: .cardPart(choice))
      column += area.columns + gap
    }
  }

  /// The two halves of a wide card.
  private static func wideParts(_ inside: Rect) -> [Rect] {
    inside.inset(top: 2).columns([.flexible(weight: 5), .flexible(weight: 6)], gap: 3)
  }

  /// Profile, figures and sources at the left, all of the timeline at the right.
  private func drawWide(
    _ content: CardContent, into frame: inout Frame, _ rect: Rect, context: ViewContext
  ) -> Int {
    let halves = Self.wideParts(rect)
    let left = halves[0]
    var lines: [Line] = []
    for case .left(let form) in CardPart.all.map(\.wide) { lines += form(content, left.columns) }
    for (index, line) in lines.prefix(left.rows).enumerated() {
      line.draw(into: &frame.grid, left.line(index), look: context.look)
    }
    var right = halves[1]
    var scrolled = LineList([])
    for part in CardPart.all {
      switch part.wide {
      case .left: break
      case .right(let form):
        let lines = form(content, right.columns, right.rows)
        guard !lines.isEmpty else { break }
        for (index, line) in lines.enumerated() {
          line.draw(into: &frame.grid, right.line(index), look: context.look)
        }
        right = right.inset(top: lines.count + 1)
      case .scrolled:
        Line.heading(context.text(part.title)).draw(into: &frame.grid, right.line(0), look: context.look)
        scrolled = part.lines(content, right.columns)
      }
    }
    let body = right.inset(top: 1)
    drawLines(scrolled, into: &frame, body, edge: rect.endColumn + 1, context: context)
    return scrolled.count + rect.rows - body.rows
  }

  private func drawLines(
    _ lines: LineList, into frame: inout Frame, _ rect: Rect, edge: Int, context: ViewContext
  ) {
    let first = max(0, min(scroll, lines.count - rect.rows))
    for (index, line) in lines[first..<first + max(0, rect.rows)].enumerated() {
      line.draw(into: &frame.grid, rect.line(index), look: context.look)
    }
    Scrollbar(total: lines.count, visible: rect.rows, offset: first).draw(
      into: &frame.grid, Rect(column: edge, row: rect.row, columns: 1, rows: rect.rows),
      look: context.look)
  }
}

/// Whose card is shown, told without a look at the records.
struct CardMember {
  var index: Member.Index
  var id: String
  var name: String?
  /// How many records there are.
  var records: Int
}
