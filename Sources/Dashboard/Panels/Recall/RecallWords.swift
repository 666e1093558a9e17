import Community
import Loyalty
import Texts

extension RecallTab {
  var title: Phrase {
    switch self {
    case .member: .recallTabMember
    case .plays: .recallTabPlays
    case .today: .recallTabToday
    }
  }
}

extension ViewContext {
  /// Currency units as money in whole units.
  func money(units: Double) -> String {
    let hundredths = (units * 100).rounded()
    return Int64(exactly: hundredths).map { money(Money(rawValue: $0)) } ?? "–"
  }
}
