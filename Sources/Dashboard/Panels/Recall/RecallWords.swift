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
  /// Currency units as money in whole units, or to the hundredth.
  func money(units: Double, decimals: Bool = false) -> String {
    guard let amount = Int64(exactly: (units * 100).rounded()) else { return "–" }
    return language.money(
      Money(rawValue: amount), currency: currency, precision: decimals ? .exact : .whole)
  }
}
