import Loyalty

/// What the mouse finds in the panel.
enum TouchpointsPart: Hashable, Sendable {
  /// A row of the list, by its place.
  case row(Int)
  /// A section's tab.
  case section(TouchpointSection)
}

extension Target {
  package static func touchpointRow(_ position: Int) -> Target {
    .part(PanelPart(TouchpointsPart.row(position)))
  }
  package static func touchpointSection(_ section: TouchpointSection) -> Target {
    .part(PanelPart(TouchpointsPart.section(section)))
  }
}
