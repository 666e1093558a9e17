import Feeds
import Texts

extension ProgramProblem {
  /// What is wrong with a key of `program.json`.
  package func text(in language: Language) -> String {
    switch self {
    case .unreadable(let reason, let line, let column):
      let place = [line, column].compactMap { $0 }.map(String.init).joined(separator: ":")
      let words = reason.text(in: language)
      return place.isEmpty ? words : language.text(.fieldSetAside, ["field": place, "reason": words])
    case .unknownKey(let path, let nearest?):
      return language.text(.problemUnknownKeyNear, ["path": path, "nearest": nearest])
    case .unknownKey(let path, nil): return language.text(.problemUnknownKey, ["path": path])
    case .wrongType(let path, let expected):
      return language.text(
        .fieldSetAside,
        ["field": path, "reason": SetAsideProblem.wrongType(expected: expected).text(in: language)])
    case .badValue(let path, let value, let nearest?):
      return language.text(.problemBadValueNear, ["path": path, "value": value, "nearest": nearest])
    case .badValue(let path, let value, nil):
      return language.text(.problemBadValue, ["path": path, "value": value])
    case .noZoneData(let path, let value):
      let reason = ZoneProblem.noData(value).text(in: language)
      return language.text(.fieldSetAside, ["field": path, "reason": reason])
    case .tiers(let path, let problem):
      return language.text(.fieldSetAside, ["field": path, "reason": language.text(problem)])
    }
  }
}
