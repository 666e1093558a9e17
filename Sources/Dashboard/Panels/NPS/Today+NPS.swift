import Canvas
import Texts

extension TodaySource {
  /// Detractors who have waited for an answer for more than a day.
  static let detractors = TodaySource(
    .detractors, rank: 20,
    open: {
      $0.openNPS(.loop)
      $0.visit(.nps)
    }
  ) { state, context in
    guard let satisfaction = state.nps.figures?.satisfaction else { return nil }
    let count = satisfaction.openDetractors(waitingHours: 24)
    guard count > 0 else { return nil }
    let remark = satisfaction.medianSecondsToAction.map {
      context.text(.npsMedianAnswer, ["time": context.language.duration(seconds: Double($0))])
    }
    return Line(
      [Piece(context.text(.todayDetractors, ["count": count]))],
      right: remark.map { [Piece($0, .muted)] } ?? [])
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
