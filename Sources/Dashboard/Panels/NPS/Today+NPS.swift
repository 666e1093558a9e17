import Canvas
import Texts

extension TodaySource {
  /// Detractors to be answered: how many, how many of them for more than a day, and how long it took so far.
  static let detractors = TodaySource(
    .detractors, rank: 20,
    open: {
      $0.openNPS(.loop)
      $0.visit(.nps)
    }
  ) { state, context in
    guard let satisfaction = state.nps.figures?.satisfaction else { return nil }
    let count = satisfaction.openDetractors
    guard count > 0 else { return nil }
    var remarks = [
      context.text(.todayDetractorsLong, ["count": satisfaction.openDetractors(waitingHours: 24)])
    ]
    if let seconds = satisfaction.medianSecondsToAction {
      remarks.append(
        context.text(.npsMedianAnswer, ["time": context.language.duration(seconds: Double(seconds))]))
    }
    return Line(
      [Piece(context.text(.todayDetractors, ["count": count]))],
      right: [Piece(remarks.joined(separator: " · "), .muted)])
  }

  /// The score with its interval.
  static let score = TodaySource(.score, rank: 60, open: { $0.visit(.nps) }) { state, context in
    guard let figures = state.nps.figures, figures.satisfaction.nps.responses > 0 else { return nil }
    let view = NPSScoreView(figures: figures, context: context)
    return Line([Piece("NPS "), Piece(view.number, .heading)], right: view.intervalText)
  }
}

extension TodayKind {
  static let detractors = TodayKind("detractors")
  static let score = TodayKind("score")
}
