import Loyalty

extension DashboardState {
  mutating func beginRecallQuery(_ kind: QueryEditor.Kind) {
    if layout.isCardOver { recall.isSideOpen = false }
    RecallPanel().beginTyping(kind, in: &self)
  }

  /// Shows of the queue the members that a filter finds.
  mutating func openRecall(filter: String) {
    visit(.recall)
    recall.query.clear()
    recall.query.filterText = filter
    recall.isNarrowedFromElsewhere = true
    narrowRecalls()
  }

  /// Shows the whole queue again, and stays at the selected member.
  mutating func clearRecallQuery() {
    recall.query.clear()
    recall.isNarrowedFromElsewhere = false
    narrowRecalls()
  }

  /// Turns from one order of the queue to the other, and stays at the selected member.
  mutating func turnRecallOrder() {
    recall.order = recall.order == .stake ? .layer : .stake
    narrowRecalls()
  }

  mutating func narrowRecalls() {
    guard let filter = recall.query.read(mask: mask) else { return }
    recall.narrowing += 1
    effects.append(.narrowRecalls(filter, order: recall.order, narrowing: recall.narrowing))
  }
}
