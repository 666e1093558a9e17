import Community
import Texts

extension RecallLayer {
  package var title: Phrase {
    switch self {
    case .lightSleep: .layerLightSleep
    case .deepSleep: .layerDeepSleep
    case .churnedHigh: .layerChurnedHigh
    case .churnedMiddle: .layerChurnedMiddle
    case .churnedLow: .layerChurnedLow
    case .churned: .layerChurned
    case .returner: .layerReturner
    }
  }
}
