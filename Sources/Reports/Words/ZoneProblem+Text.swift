import Feeds
import Texts

extension ZoneProblem {
  /// Why a time zone can't be had.
  package func text(in language: Language) -> String {
    switch self {
    case .unknown(let name, nil): language.text(.zoneUnknown, ["name": name])
    case .unknown(let name, let nearest?):
      language.text(.zoneUnknownNear, ["name": name, "nearest": nearest])
    case .noData(let name): language.text(.zoneNoData, ["name": name])
    }
  }
}
