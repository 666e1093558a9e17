import Canvas
import Community
import Texts

/// A member's card in a frame: title, tabs, and the part that the tab shows, scrolled.
///
/// In a wide card the first part has the others beside it; both halves scroll together. The other parts have all of the width.
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
    let body = inside.inset(top: 3)
    let halves = showsHalves(inside.columns) ? Self.halves(body) : nil
    frame.want(DetailWish(member: member.index, columns: (halves?.right ?? body).columns))
    guard let content else {
      Line([Piece(member.id, .link)]).draw(into: &frame.grid, inside.line(0), look: look)
      Line(context.text(.cardGathering, ["count": member.records]), .muted)
        .draw(into: &frame.grid, inside.line(2), look: look)
      return 0
    }
    content.subtitle.draw(into: &frame.grid, inside.line(0), look: look)
    SectionTabs(
      tabs: CardPart.all.map {
        SectionTab(title: context.text($0.title), isActive: $0 == part, target: .cardPart($0))
      }
    ).draw(into: &frame, inside.line(1), look: look)
    let edge = rect.endColumn - 1
    guard let halves else {
      let lines = part.lines(content, body.columns)
      drawLines(lines, into: &frame, body, edge: edge, context: context)
      return lines.count + inside.rows - body.rows
    }
    let left = Self.leftHalf(content, halves.left)
    let right = Self.rightHalf(content, halves.right, context)
    drawLines(left, into: &frame, halves.left, edge: halves.left.endColumn + 1, context: context)
    drawLines(right, into: &frame, halves.right, edge: edge, context: context)
    return max(left.count, right.count) + inside.rows - body.rows
  }

  /// Whether the first part has the others beside it, at an inner width.
  private func showsHalves(_ columns: Int) -> Bool { columns >= Self.besides && part == CardPart.all.first }

  /// The two halves of a wide card.
  private static func halves(_ body: Rect) -> (left: Rect, right: Rect) {
    let halves = body.columns([.flexible(weight: 5), .flexible(weight: 6)], gap: 3)
    return (halves[0], halves[1])
  }

  /// Profile, figures and sources.
  private static func leftHalf(_ content: CardContent, _ rect: Rect) -> LineList {
    var lines: [Line] = []
    for case .left(let form) in CardPart.all.map(\.wide) { lines += form(content, rect.columns) }
    return LineList(lines)
  }

  /// The short forms of the other parts, and all of the timeline below them.
  private static func rightHalf(_ content: CardContent, _ rect: Rect, _ context: ViewContext) -> LineList {
    var head: [Line] = []
    var list = LineList([])
    for part in CardPart.all {
      switch part.wide {
      case .left: break
      case .right(let form):
        let lines = form(content, rect.columns, rect.rows)
        if !lines.isEmpty { head += lines + [.blank] }
      case .scrolled:
        head.append(.heading(context.text(part.title)))
        list = part.lines(content, rect.columns)
      }
    }
    return list.behind(head)
  }

  /// Each list scrolls up to its own end.
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
