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

extension DecisionAction {
  var title: Phrase {
    switch self {
    case .recall: .decisionRecall
    case .holdOut: .decisionHoldOut
    case .snooze: .decisionSnooze
    case .dismiss: .decisionDismiss
    case .claim: .decisionClaim
    case .release: .decisionRelease
    case .hand: .decisionHand
    case .note: .decisionNote
    case .undo: .decisionUndo
    case .contact: .decisionContact
    case .close: .decisionClose
    case .fix: .decisionFix
    case .touch: .decisionTouch
    case .skip: .decisionSkip
    }
  }
}

extension ViewContext {
  /// Currency units as money in whole units.
  func money(units: Double) -> String {
    let hundredths = (units * 100).rounded()
    return Int64(exactly: hundredths).map { money(Money(rawValue: $0)) } ?? "–"
  }

  func points(_ share: Double) -> String {
    (share < 0 ? "−" : "+") + language.percent(abs(share))
  }
}
