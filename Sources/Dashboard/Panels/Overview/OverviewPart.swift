/// What the mouse finds in the panel.
enum OverviewPart: Hashable, Sendable {
  /// A line, from zero.
  case line(Int)
}

extension Target {
  package static func overviewLine(_ position: Int) -> Target {
    .part(PanelPart(OverviewPart.line(position)))
  }
}
