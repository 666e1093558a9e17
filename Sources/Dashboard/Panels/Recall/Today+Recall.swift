import Canvas
import Texts

extension TodaySource {
  /// Members to call back, with what is at stake; whom lot holds out isn't among them.
  static let recalls = TodaySource(.recalls, rank: 10, open: { $0.openRecall(filter: "-lot:held_out") }) {
    state, context in
    guard let figures = state.recall.figures, figures.toCall > 0 else { return nil }
    guard figures.countAtStake > 0 else {
      return Line(context.text(.todayRecallsUnknown, ["count": figures.toCall]))
    }
    var remarks: [String] = []
    if figures.heldOut > 0 {
      remarks.append(context.text(.recallHeldOutCount, ["count": figures.heldOut]))
    }
    if figures.first.count < figures.countAtStake {
      remarks.append(
        context.text(
          .todayRecallsFirst,
          ["count": figures.first.count, "money": context.money(units: figures.first.stake)]))
    }
    return Line(
      [
        Piece(
          context.text(
            .todayRecalls, ["count": figures.toCall, "money": context.money(units: figures.atStake)]))
      ], right: remarks.isEmpty ? [] : [Piece(remarks.joined(separator: " · "), .muted)])
  }
}

extension TodayKind {
  static let recalls = TodayKind("recalls")
}
