import Canvas
import Community
import Loyalty
import Texts

extension DashboardState {
  func drawCommunity(into frame: inout Frame, _ layout: DashboardLayout, _ context: ViewContext) {
    guard let content = communityContent(context) else { return }
    let (tabs, body) = layout.body.split(top: 1)
    let sections = communitySections
    drawTabs(into: &frame, tabs, sections)
    let areas = body.columns(sections.map { _ in .flexible(weight: 1) }, gap: 3)
    for (index, section) in sections.enumerated() {
      if index > 0 {
        let rule = Rect(column: areas[index].column - 2, row: body.row, columns: 1, rows: body.rows)
        frame.grid.fill(rule, with: look.glyphs.lines.vertical, style: look[.border])
      }
      let area = areas[index].inset(left: index == 0 ? 2 : 0, right: 2)
      let blocks = content.blocks(section)
      CommunityColumn(
        blocks: blocks, selected: selectedKey(section, blocks), section: section,
        isFocused: section == community.section
      ).draw(into: &frame, area, look: look)
    }
  }

  /// Sections side by side on this screen: activity, and the others as far as there's room.
  var communitySections: [CommunitySection] {
    let others = CommunitySection.allCases.filter { $0 != .activity }
    let beside = community.beside
    if size.columns >= DashboardLayout.cardAlways {
      return [.activity, .ties, beside == .ties ? .hosts : beside]
    }
    if size.columns >= DashboardLayout.cardBeside {
      return [.activity, others.contains(beside) ? beside : .ties]
    }
    return [community.section]
  }

  func communityContent(_ context: ViewContext) -> CommunityContent? {
    data.shown.map {
      CommunityContent(
        roster: $0.roster, measures: $0.roster.measures, stream: $0.stream, context: context)
    }
  }

  /// The key of what is selected in a section: what was, while it's there, else the first that can be.
  func selectedKey(_ section: CommunitySection, _ blocks: [CommunityBlock]) -> String? {
    let keys = blocks.compactMap(\.key)
    if let key = community.selected[section], keys.contains(key) { return key }
    return keys.first
  }

  private func drawTabs(into frame: inout Frame, _ rect: Rect, _ shown: [CommunitySection]) {
    SectionTabs(
      tabs: CommunitySection.allCases.map { section in
        SectionTab(
          title: language.text(section.title), isActive: section == community.section,
          target: .communitySection(section))
      }
    ).draw(into: &frame, rect.inset(left: 1), look: look)
  }

  // MARK: Labelled lines

  func communityLines(_ context: ViewContext) -> [String] {
    guard let content = communityContent(context) else { return [] }
    return CommunitySection.allCases.flatMap { section -> [String] in
      content.blocks(section).map(\.line.text) + [""]
    }
  }
}

extension CommunitySection {
  var title: Phrase {
    switch self {
    case .activity: .communityTabActivity
    case .ties: .communityTabTies
    case .hosts: .communityTabHosts
    case .live: .communityTabLive
    }
  }
}
