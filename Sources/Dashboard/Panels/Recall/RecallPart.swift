/// What the mouse finds in the panel.
enum RecallPart: Hashable, Sendable {
  /// A row of the queue, by its position.
  case row(Int)
  /// The tab of a part beside the queue.
  case tab(RecallTab)
}

extension Target {
  package static func recallRow(_ position: Int) -> Target {
    .part(PanelPart(RecallPart.row(position)))
  }
  package static func recallTab(_ tab: RecallTab) -> Target {
    .part(PanelPart(RecallPart.tab(tab)))
  }
}
