import Canvas
import Community
import Loyalty
import Screen
import TestCommunities
import Testing
import Texts

@testable import Dashboard

extension SmallCommunity {
  /// The panel of tiers of this community, four months on, with values made by rule.
  static func tiers(_ size: Size, _ language: Language) -> DashboardState {
    var state = recall(size, language)
    state.panel = .tiers
    guard let board = state.recall.figures?.board else { return state }
    var measures = board.measures
    if let points = Points(roster: board.roster) {
      measures.receive(points)
      if let tiers = Tiers(roster: board.roster, points: points) { measures.receive(tiers) }
    }
    let roster = board.roster.with(measures)
    state.data.shown?.roster = roster
    let since = roster.moment.now.adding(seconds: -120 * 86_400)
    if let tiers = TierBoard(roster: roster, since: since) { _ = update(&state, .outcome(.tiers(tiers))) }
    return state
  }
}

extension DashboardState {
  /// Works out what is being tried, as the engine would.
  mutating func answerWhatIf() throws {
    let board = try #require(tiers.board)
    let whatIf = try #require(
      TierWhatIf(
        board.tiers, community: board.community, figures: board.roster.figures, measures: board.measures))
    let tried = try #require(tiers.whatIf)
    let outcome = try #require(whatIf.outcome(tried.rules))
    _ = update(&self, .outcome(.whatIf(WhatIfAnswer(generation: tried.generation, outcome: outcome))))
  }
}

extension FrameTests {
  @Test(arguments: Language.allCases, sizes)
  func `the tiers`(_ language: Language, _ size: Size) throws {
    try check(SmallCommunity.tiers(size, language), "tiers")
  }

  @Test(arguments: Language.allCases, TiersSection.allCases)
  func `the parts of the tiers`(_ language: Language, _ section: TiersSection) throws {
    for size in [Size(columns: 80, rows: 24), Size(columns: 120, rows: 36)] {
      var state = SmallCommunity.tiers(size, language)
      state.show(section)
      if section == .whatIf {
        state.run(.tiersOpen)
        state.press(Key(.backspace))
        state.press(Key("3"))
        try state.answerWhatIf()
      }
      try check(state, "tiers-\(section.rawValue)")
    }
  }

  @Test(arguments: Language.allCases)
  func `what lies over the tiers`(_ language: Language) throws {
    var state = SmallCommunity.tiers(Size(columns: 80, rows: 24), language)
    state.run(.tiersGroup)
    try check(state, "tiers-rising")
    state.overlay = TiersSaving()
    try check(state, "tiers-save")
    state.overlay = nil
    state.look.glyphs = .ascii
    for section in TiersSection.allCases {
      state.show(section)
      try check(state, "tiers-\(section.rawValue)-ascii")
    }
    try compare(plainText(state), "plain-tiers.\(language.id)")
  }
}
