import Canvas
import Texts

extension TodaySource {
  /// Members to be recalled, with what is at stake.
  static let recalls = TodaySource(.recalls, rank: 10, open: { $0.visit(.recall) }) { state, context in
    guard let figures = state.recall.figures, figures.count > 0 else { return nil }
    guard figures.countAtStake > 0 else {
      return Line(context.text(.todayRecallsUnknown, ["count": figures.count]))
    }
    let first = figures.rows.prefix(10).compactMap { figures.board.stake(of: $0) }
    let firstMoney = context.money(units: first.reduce(0, +))
    return Line(
      [
        Piece(
          context.text(
            .todayRecalls, ["count": figures.countAtStake, "money": context.money(units: figures.atStake)]))
      ],
      right: first.count < figures.countAtStake
        ? [Piece(context.text(.todayRecallsFirst, ["count": first.count, "money": firstMoney]), .muted)] : [])
  }
}

extension TodayKind {
  static let recalls = TodayKind("recalls")
}
