import Loyalty
import Texts

extension TouchpointPreview.Reason {
  package var title: Phrase {
    switch self {
    case .window: .leftOutWindow
    case .done: .touchpointDone
    case .skipped: .touchpointSkipped
    case .lapsed: .leftOutLapsed
    case .filter: .leftOutFilter
    case .consent: .leftOutConsent
    case .snoozed: .leftOutSnoozed
    case .cap: .leftOutCap
    }
  }
}

extension TouchpointProblem {
  /// What is wrong with a rule of the calendar.
  package func text(in language: Language) -> String {
    language.text(.touchProblem, ["rule": rule, "reason": reason(in: language)])
  }

  private func reason(in language: Language) -> String {
    switch reason {
    case .badFilter(let problem): language.text(.touchProblemFilter, ["reason": problem.text(in: language)])
    case .filterAsksForDue: language.text(.touchProblemDue)
    case .nobodyPasses: language.text(.touchProblemNobody)
    case .noWeather: language.text(.touchProblemWeather)
    case .noSuchCondition(let word, nil): language.text(.touchProblemCondition, ["word": word])
    case .noSuchCondition(let word, let nearest?):
      language.text(.touchProblemConditionNear, ["word": word, "nearest": nearest])
    case .noBirthdays: language.text(.touchProblemBirthdays)
    case .noHosts: language.text(.touchProblemHosts)
    case .noChallenge: language.text(.touchProblemChallenge)
    case .noTiers: language.text(.touchProblemTiers)
    case .noPoints: language.text(.touchProblemPoints)
    }
  }
}
