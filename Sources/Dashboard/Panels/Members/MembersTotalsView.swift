import Canvas
import Community
import Loyalty
import Texts

/// The line below the table: how many members are listed, what they ordered and spent, and the row's place.
struct MembersTotalsView {
  struct Figures {
    var orders: Int
    var spend: Money
    var mean: Money?
    /// The NPS of those who answered, and the mean lifetime value of those who have one; nil where there are none.
    var nps: (score: Double, count: Int)?
    var lifetimeValue: (mean: Money, count: Int)?
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

  /// The line in so many columns; where they are few, what matters least is left out.
  func line(_ context: ViewContext, columns: Int = .max) -> Line {
    let dot = " \(Character(context.look.glyphs.middleDot.base)) "
    var parts: [(text: String, role: Role, rank: Int)] = []
    if isBusy { return busyLine(context) }
    if markedCount > 0 { parts.append((context.text(.membersMarked, ["count": markedCount]), .mark, 0)) }
    if let count {
      let words =
        count == everyone
        ? context.text(.membersListed, ["count": count])
        : context.text(.membersListedOf, ["count": count, "total": everyone])
      parts.append((words, markedCount > 0 ? .muted : .total, 0))
    } else {
      parts.append((context.text(.membersCounting), .muted, 0))
    }
    if let figures { parts += words(of: figures, context).map { ($0.text, .total, $0.rank) } }
    var right: [Piece] = []
    if let row, let count, count > 0 {
      right = [Piece("\(context.number(row))/\(context.number(count))", .muted)]
    }
    func line() -> Line {
      let pieces = parts.enumerated().flatMap { place, part in
        (place > 0 ? [Piece(dot, .muted)] : []) + [Piece(part.text, part.role)]
      }
      return Line(pieces, right: right)
    }
    while line().columns > columns, let least = parts.indices.max(by: { parts[$0].rank < parts[$1].rank }),
      parts[least].rank > 0
    {
      parts.remove(at: least)
    }
    return line()
  }

  /// The figures in words, with how soon each gives way.
  private func words(of figures: Figures, _ context: ViewContext) -> [(text: String, rank: Int)] {
    var words = [
      (context.text(.membersTotalOrders, ["count": figures.orders]), 4),
      (context.text(.membersTotalSpend, ["amount": context.money(figures.spend)]), 3),
    ]
    if let mean = figures.mean {
      words.append((context.text(.membersTotalMean, ["amount": context.money(mean)]), 5))
    }
    if let nps = figures.nps {
      let score = context.points(score: nps.score)
      words.append((context.text(.membersTotalNPS, ["score": score, "n": nps.count]), 1))
    }
    if let value = figures.lifetimeValue {
      words.append(
        (
          context.text(
            .membersTotalLifetimeValue, ["amount": context.money(value.mean), "n": value.count]), 2
        ))
    }
    return words
  }

  private func busyLine(_ context: ViewContext) -> Line {
    let spinner = context.look.glyphs.spinner
    return Line([
      Piece("\(Character(spinner[spinnerStep % spinner.count].base)) ", .barFill),
      Piece(context.text(.membersSearching, ["count": everyone]) + " ", .text),
      Piece(stopKey, .footerKey), Piece(" " + context.text(.frameStops), .muted),
    ])
  }

  func draw(into frame: inout Frame, _ rect: Rect, context: ViewContext) {
    frame.grid.fill(rect, style: context.look[.total])
    let area = rect.inset(left: 1, right: 1)
    line(context, columns: area.columns).draw(into: &frame.grid, area, look: context.look)
  }
}

extension MembersTotalsView.Figures {
  init(_ totals: MemberTotals) {
    orders = totals.orders
    spend = totals.spend
    mean = totals.meanSpend
    nps = totals.nps.map { ($0, totals.answers) }
    lifetimeValue = totals.meanLifetimeValue.map { ($0, totals.valued) }
  }
}
