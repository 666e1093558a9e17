import Community
import Texts

extension Feed {
  /// What its records are called.
  var title: Phrase { words.title }

  /// What it would fill where it's missing.
  var fills: Phrase { words.fills }

  private var words: (title: Phrase, fills: Phrase) {
    switch self {
    case .members: (.feedMembers, .fillsMembers)
    case .orders: (.feedOrders, .fillsOrders)
    case .activity: (.feedActivity, .fillsActivity)
    case .touchpoints: (.feedTouchpoints, .fillsTouchpoints)
    case .surveys: (.feedSurveys, .fillsSurveys)
    case .complaints: (.feedComplaints, .fillsComplaints)
    case .points: (.feedPoints, .fillsPoints)
    case .hosts: (.feedHosts, .fillsHosts)
    case .weather: (.feedWeather, .fillsWeather)
    case .campaigns: (.feedCampaigns, .fillsCampaigns)
    case .decisions: (.feedDecisions, .fillsDecisions)
    }
  }
}
