import Loyalty

/// What a place on the screen stands for when the mouse finds it.
package enum Target: Hashable, Sendable {
  /// A tab.
  case panel(PanelID)
  /// A key in the footer or a line of help.
  case command(CommandID)
  /// A line of the Overview, from zero.
  case overviewLine(Int)
  /// A row of the table of members, by its position in the list.
  case memberRow(Int)
  /// A row of the queue of recalls, by its position.
  case recallRow(Int)
  /// A part of what stands beside the queue.
  case recallTab(RecallTab)
  /// A line of a section of the NPS panel, by its place.
  case npsRow(NPSSection, Int)
  /// A section of the NPS panel.
  case npsSection(NPSSection)
  /// A line of a section of the panel of tiers, by its place, and a section's tab.
  case tiersRow(TiersSection, Int)
  case tiersSection(TiersSection)
  /// A line of the panel of the community, by its key, and a section of it.
  case communityLine(CommunitySection, String)
  case communitySection(CommunitySection)
  /// A line of the list of touchpoints, by its place.
  case touchpointRow(Int)
  /// A part of the panel of touchpoints.
  case touchpointSection(TouchpointSection)
  /// A column's header.
  case memberColumn(MemberColumn)
  /// The line that shows search and filter.
  case queryLine
  /// The card, anywhere on it.
  case card
  /// A tab of the card.
  case cardPart(CardPart)
  /// A line of what lies over the panel: a choice, a command, a column, from zero.
  case overlayLine(Int)
  /// What lies over the panel, outside its lines; a press elsewhere closes it.
  case overlay
}
