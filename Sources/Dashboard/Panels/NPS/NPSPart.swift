/// What the mouse finds in the panel.
enum NPSPart: Hashable, Sendable {
  /// A line of a section, by its place.
  case row(NPSSection, Int)
  /// A section's tab.
  case section(NPSSection)
}

extension Target {
  package static func npsRow(_ section: NPSSection, _ position: Int) -> Target {
    .part(PanelPart(NPSPart.row(section, position)))
  }
  package static func npsSection(_ section: NPSSection) -> Target {
    .part(PanelPart(NPSPart.section(section)))
  }
}
