/// What the mouse finds in the panel.
enum CommunityPart: Hashable, Sendable {
  /// A line of a section, by its key.
  case line(CommunitySection, String)
  /// A section's tab.
  case section(CommunitySection)
}

extension Target {
  package static func communityLine(_ section: CommunitySection, _ key: String) -> Target {
    .part(PanelPart(CommunityPart.line(section, key)))
  }
  package static func communitySection(_ section: CommunitySection) -> Target {
    .part(PanelPart(CommunityPart.section(section)))
  }
}
