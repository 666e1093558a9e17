/// What the mouse finds in the panel.
enum TiersPart: Hashable, Sendable {
  /// A line of a section, by its place.
  case row(TiersSection, Int)
  /// A section's tab.
  case section(TiersSection)
}

extension Target {
  package static func tiersRow(_ section: TiersSection, _ position: Int) -> Target {
    .part(PanelPart(TiersPart.row(section, position)))
  }
  package static func tiersSection(_ section: TiersSection) -> Target {
    .part(PanelPart(TiersPart.section(section)))
  }
}
