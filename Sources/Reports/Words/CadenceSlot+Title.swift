import Community
import Loyalty
import Texts

extension CadenceSlot.Period {
  package var title: Phrase {
    switch self {
    case .day: .cadenceDay
    case .week: .cadenceWeek
    case .month: .cadenceMonth
    }
  }
}
