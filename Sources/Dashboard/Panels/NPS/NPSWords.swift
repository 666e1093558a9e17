import Canvas
import Loyalty
import Texts

extension NPSSection {
  var title: Phrase {
    switch self {
    case .score: .npsScore
    case .groups: .npsGroups
    case .words: .npsWords
    case .topics: .npsTopics
    case .loop: .npsLoop
    case .drivers: .npsDrivers
    }
  }
}

extension String {
  /// As the head of a column: with a capital where the script has them.
  var headed: String { prefix(1).uppercased() + dropFirst() }
}

extension AnswerDimension {
  var title: Phrase {
    switch self {
    case .tier: .npsByTier
    case .stage: .npsByStage
    case .surveyStage: .npsBySurveyStage
    case .channel: .npsByChannel
    case .store: .npsByStore
    case .region: .npsByRegion
    case .host: .npsByHost
    }
  }
}

extension NetPromoterScore.Class {
  var title: Phrase {
    switch self {
    case .detractor: .npsDetractors
    case .passive: .npsPassives
    case .promoter: .npsPromoters
    }
  }

  var role: Role {
    switch self {
    case .detractor: .negative
    case .passive: .neutral
    case .promoter: .positive
    }
  }
}

extension ViewContext {
  private var minus: String { look.glyphs.kind == .ascii ? "-" : "−" }

  /// Points without decimals; what would round to −0 is 0.
  func points(score: Double) -> String {
    let whole = Int(score.rounded())
    return whole < 0 ? minus + number(-whole) : number(whole)
  }

  /// The same with a sign where it isn't zero.
  func change(points: Double, decimals: Int = 0) -> String {
    let text = language.number(abs(points), decimals: decimals)
    if !text.contains(where: { $0 >= "1" && $0 <= "9" }) { return text }
    return (points < 0 ? minus : "+") + text
  }

  /// Two numbers and their difference, in decimals that let them agree.
  func compared(_ later: Double, _ earlier: Double, decimals: Int = 0) -> ComparedWords {
    var words = language.compared(later, earlier, decimals: decimals)
    for part in [\ComparedWords.later, \.earlier, \.change] {
      words[keyPath: part] = words[keyPath: part].replacingMinus(minus)
    }
    return words
  }

  /// `34 … 48`.
  func interval(_ interval: ClosedRange<Double>?) -> String {
    guard let interval else { return "" }
    return text(
      .npsInterval, ["low": points(score: interval.lowerBound), "high": points(score: interval.upperBound)])
  }

  /// `82 … 90 %`.
  func shares(_ interval: ClosedRange<Double>?) -> String {
    guard let interval else { return "" }
    return text(
      .npsInterval,
      [
        "low": language.number(interval.lowerBound * 100, decimals: 0),
        "high": language.percent(interval.upperBound),
      ])
  }

  /// A probability in few digits: `0.03`, `< 0.001`.
  func probability(_ value: Double) -> String {
    value < 0.001 ? "< 0.001" : language.number(value, decimals: value < 0.1 ? 3 : 2)
  }

  /// The score on its survey's scale: `9/10`, `4/5`, `6/7`. The scale tells the kind.
  func given(_ answer: SurveyAnswer) -> String { "\(answer.score)/\(answer.kind.scores.upperBound)" }

  /// The colour of an answer; what it means is in the number.
  func role(_ answer: SurveyAnswer) -> Role {
    switch answer.kind {
    case .nps: NetPromoterScore.Class(score: answer.score).role
    case .csat: answer.score >= 4 ? .positive : answer.score <= 2 ? .negative : .neutral
    case .ces: answer.score >= 5 ? .positive : answer.score <= 3 ? .negative : .neutral
    }
  }
}

extension String {
  /// With the minus that the terminal has.
  fileprivate func replacingMinus(_ minus: String) -> String {
    String(flatMap { $0 == "−" ? Array(minus) : [$0] })
  }
}
