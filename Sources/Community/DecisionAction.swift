/// What a manager can decide, and what the feed `decisions` says was decided. The raw values are the words of the feed.
package enum DecisionAction: String, CaseIterable, Hashable, Sendable {
  case recall
  case holdOut = "hold_out"
  case snooze
  case dismiss
  case claim
  case release
  case hand
  case note
  case touch
  case skip
  case contact
  case close
  case fix
  case undo
}
