import Canvas
import Loyalty
import TestCommunities
import Testing
import Texts

@testable import Dashboard

extension FrameTests {
  @Test(arguments: Language.allCases, sizes)
  func `the community`(_ language: Language, _ size: Size) throws {
    try check(SmallCommunity.talking(size, language), "community")
  }

  @Test(arguments: Language.allCases, CommunitySection.allCases)
  func `the parts of the community`(_ language: Language, _ section: CommunitySection) throws {
    for size in [Size(columns: 80, rows: 24), Size(columns: 120, rows: 36)] {
      var state = SmallCommunity.talking(size, language)
      state.openCommunity(section)
      state.moveCommunity(.lines(3))
      try check(state, "community-\(section.rawValue)")
    }
    var state = SmallCommunity.talking(Size(columns: 80, rows: 24), language)
    state.look.glyphs = .ascii
    state.openCommunity(section)
    try check(state, "community-\(section.rawValue)-ascii")
    if section == .activity { try compare(plainText(state), "plain-community.\(language.id)") }
  }

  @Test(arguments: Language.allCases)
  func `the community without activity`(_ language: Language) throws {
    var state = SmallCommunity().state(Size(columns: 80, rows: 24), language)
    state.panel = .community
    try check(state, "community-waiting")
  }

  @Test(
    arguments: Language.allCases,
    [Size(columns: 80, rows: 24), Size(columns: 120, rows: 36), Size(columns: 200, rows: 60)])
  func `whom a member is tied to`(_ language: Language, _ size: Size) throws {
    var state = SmallCommunity.talking(size, language)
    state.panel = .members
    state.list(filter: "")
    state.members.card.isOpen = true
    state.members.card.part = .ties
    state.members.selected = 20
    state.members.columns = [
      .name, .contributions, .contributorLayer, .ties, .reciprocalTies, .embedded, .group,
    ]
    try check(state, "card-ego")
    guard size.columns == 80 else { return }
    state.look.glyphs = .ascii
    try check(state, "card-ego-ascii")
    state.look.glyphs = .braille
    state.members.selected = 21
    try check(state, "card-ego-none")
  }

  @Test(arguments: Language.allCases, [Size(columns: 80, rows: 24), Size(columns: 120, rows: 36)])
  func `the Overview of a community that talks`(_ language: Language, _ size: Size) throws {
    var state = SmallCommunity.talking(size, language)
    state.panel = .overview
    try check(state, "overview-community")
  }
}
