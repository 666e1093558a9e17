import Loyalty
import Texts

extension DashboardState {
  mutating func turnCommunity(_ step: Int) {
    let sections = CommunitySection.allCases
    let place = sections.firstIndex(of: community.section) ?? 0
    openCommunity(sections[(place + step + sections.count) % sections.count])
  }

  mutating func openCommunity(_ section: CommunitySection) {
    community.section = section
    if section != .activity { community.beside = section }
  }

  mutating func moveCommunity(_ motion: Motion) {
    let blocks = communityChoices
    let section = community.section
    guard let content = communityContent(viewContext), !blocks.isEmpty else { return }
    let selected = selectedKey(section, content.blocks(section))
    let place = blocks.firstIndex { $0.key == selected } ?? 0
    let target = motion.target(from: place, count: blocks.count, page: max(1, layout.body.rows - 1))
    community.selected[section] = blocks[max(0, min(target, blocks.count - 1))].key
  }

  mutating func selectCommunity(_ section: CommunitySection, _ key: String) {
    openCommunity(section)
    community.selected[section] = key
  }

  /// Why Enter opens nothing; nil when it does.
  var communityOpenReason: Phrase? {
    if let notReadReason { return notReadReason }
    return communityTarget == nil ? .lineOpensNothing : nil
  }

  /// What the selected line opens.
  private var communityTarget: CommunityBlock.Opens? {
    guard let content = communityContent(viewContext) else { return nil }
    let blocks = content.blocks(community.section)
    let key = selectedKey(community.section, blocks)
    return blocks.first { $0.key != nil && $0.key == key }?.opens
  }

  /// Opens the members that the selected line is about.
  mutating func openFromCommunity() {
    switch communityTarget {
    case .filter(let filter): openMembers(filter: filter)
    case .member(let id): openCard(ofMember: id)
    case nil: say(.information, .lineOpensNothing)
    }
  }

  private var communityChoices: [CommunityBlock] {
    communityContent(viewContext)?.blocks(community.section).filter { $0.key != nil } ?? []
  }
}
