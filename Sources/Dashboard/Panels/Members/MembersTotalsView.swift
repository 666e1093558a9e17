import Canvas
import Community
import Texts

/// The line below the table: how many members are listed, what they ordered and spent, and the row's place.
struct MembersTotalsView {
  struct Figures: Hashable {
    var orders: Int
    var spend: Money
    var mean: Money?
  }

  /// Listed members; nil while they're being counted.
  var count: Int?
  /// All members there are.
  var everyone: Int
  /// Totals of the marked members where some are marked, else of the listed ones; nil while they're summed.
  var figures: Figures?
  var markedCount = 0
  /// The selected row, from one.
  var row: Int?
  /// Whether work is under way, and the step of its sign.
  var isBusy = false
  var spinnerStep = 0
  /// The key that stops the work, as people read it.
  var stopKey = "Esc"

  func line(_ context: ViewContext) -> Line {
    var pieces: [Piece] = []
    func add(_ text: String, _ role: Role) {
      if !pieces.isEmpty {
        pieces.append(Piece(" \(Character(context.look.glyphs.middleDot.base)) ", .muted))
      }
      pieces.append(Piece(text, role))
    }
    if isBusy {
      let spinner = context.look.glyphs.spinner
      pieces.append(Piece("\(Character(spinner[spinnerStep % spinner.count].base)) ", .barFill))
      let words = context.text(.membersSearching, ["count": everyone])
      pieces.append(Piece(words + " ", .text))
      pieces.append(Piece(stopKey, .footerKey))
      pieces.append(Piece(" " + context.text(.frameStops), .muted))
      return Line(pieces)
    }
    if markedCount > 0 { add(context.text(.membersMarked, ["count": markedCount]), .mark) }
    if let count {
      add(
        count == everyone
          ? context.text(.membersListed, ["count": count])
          : context.text(.membersListedOf, ["count": count, "total": everyone]),
        markedCount > 0 ? .muted : .total)
    } else {
      add(context.text(.membersCounting), .muted)
    }
    if let figures {
      add(context.text(.membersTotalOrders, ["count": figures.orders]), .total)
      add(context.text(.membersTotalSpend, ["amount": context.money(figures.spend)]), .total)
      if let mean = figures.mean {
        add(context.text(.membersTotalMean, ["amount": context.money(mean)]), .total)
      }
    }
    guard let row, let count, count > 0 else { return Line(pieces) }
    return Line(pieces, right: [Piece("\(context.number(row))/\(context.number(count))", .muted)])
  }

  func draw(into frame: inout Frame, _ rect: Rect, context: ViewContext) {
    frame.grid.fill(rect, style: context.look[.total])
    line(context).draw(into: &frame.grid, rect.inset(left: 1, right: 1), look: context.look)
  }
}
