import Canvas
import Community
import Loyalty
import Screen
import TestCommunities
import Testing
import Texts

@testable import Dashboard

extension FrameTests {
  private static let narrow = Size(columns: 80, rows: 24)

  @Test(arguments: Language.allCases, sizes)
  func `the touchpoints`(_ language: Language, _ size: Size) throws {
    try check(SmallCommunity.touchpoints(size, language), "touchpoints")
  }

  @Test(arguments: Language.allCases, TouchpointSection.allCases)
  func `the parts of the touchpoints`(_ language: Language, _ section: TouchpointSection) throws {
    for size in [Self.narrow, Size(columns: 120, rows: 36), Size(columns: 200, rows: 60)] {
      var state = SmallCommunity.touchpoints(size, language)
      state.touchpoints.section = section
      state.moveTouchpoints(.lines(2))
      try check(state, "touchpoints-\(section.rawValue)")
    }
    var state = SmallCommunity.touchpoints(Self.narrow, language)
    state.look.glyphs = .ascii
    state.touchpoints.section = section
    try check(state, "touchpoints-\(section.rawValue)-ascii")
    if section == .today { try compare(plainText(state), "plain-touchpoints.\(language.id)") }
  }

  @Test(arguments: Language.allCases)
  func `what lies over the touchpoints`(_ language: Language) throws {
    var state = SmallCommunity.touchpoints(Self.narrow, language)
    state.run(.touchpointSkip)
    try check(state, "touchpoints-skip")
    state.overlay = nil
    state.run(.touchpointSnooze)
    try check(state, "touchpoints-snooze")
    state.overlay = nil
    state.run(.touchpointHand)
    try check(state, "touchpoints-hand")
    state.overlay = nil
    state.run(.touchpointMarkAll)
    state.run(.touchpointDone)
    try check(state, "touchpoints-confirm")
    state.overlay = nil
    state.run(.touchpointExport)
    try check(state, "touchpoints-export")
  }

  @Test(arguments: Language.allCases, sizes)
  func `the Overview with touchpoints and accounts`(_ language: Language, _ size: Size) throws {
    var state = SmallCommunity.touchpoints(size, language)
    state.panel = .overview
    try check(state, "overview-touchpoints")
  }

  @Test(arguments: Language.allCases)
  func `members with their accounts and what is due`(_ language: Language) throws {
    for size in [Self.narrow, Size(columns: 120, rows: 36)] {
      var state = SmallCommunity.touchpoints(size, language)
      state.panel = .members
      state.list(filter: "balance<5 has:due last_touch>10d")
      state.members.columns = [.name, .balance, .band, .lastTouch, .due]
      try check(state, "members-accounts")
    }
  }

  @Test(arguments: Language.allCases)
  func `whom a day concerns stand on one line`(_ language: Language) throws {
    for size in [Self.narrow, Size(columns: 200, rows: 60)] {
      var state = SmallCommunity.touchpoints(size, language)
      state.moveTouchpoints(.last)
      #expect(state.touchpointRow?.isFolded == true)
      try check(state, "touchpoints-folded")
    }
  }

  @Test(arguments: Language.allCases)
  func `touchpoints while they're being decided`(_ language: Language) throws {
    var state = SmallCommunity.touchpoints(Self.narrow, language)
    let keys = state.touchpointRows.compactMap(\.touch)
    let pending = [
      PendingDecision(action: .touch, ticket: 1), .init(action: .touch, ticket: 1, writtenID: "x"),
      .init(action: .skip, ticket: 1, writtenID: "x"),
    ]
    for (key, pending) in zip(keys, pending) { state.decisions.touches[key] = pending }
    try check(state, "touchpoints-deciding")
  }

  @Test(arguments: Language.allCases)
  func `touchpoints searched and filtered`(_ language: Language) throws {
    var state = SmallCommunity.touchpoints(Self.narrow, language)
    state.run(.touchpointSearch)
    TouchpointsPanel().edit(in: &state) { $0.insert("王") }
    state.answerTouchpointQuery()
    try check(state, "touchpoints-search")
    state.press(Key(.enter))
    try check(state, "touchpoints-narrowed")
    state.run(.touchpointFilter)
    TouchpointsPanel().edit(in: &state) { $0.insert("balanse<0") }
    try check(state, "touchpoints-filter-problem")
    state.press(Key(.escape))
    state.run(.touchpointFilter)
    TouchpointsPanel().edit(in: &state) { $0.insert("balance>9000") }
    state.press(Key(.enter))
    state.answerTouchpointQuery()
    try check(state, "touchpoints-nobody")
  }

  @Test(arguments: Language.allCases)
  func `nothing to touch`(_ language: Language) throws {
    var state = SmallCommunity.touchpoints(Self.narrow, language) { program in
      program.touchpoints.rules = [
        TouchpointRule(
          id: "storm", name: BilingualText(english: "Storm", chinese: "风暴"),
          trigger: .weather(.condition("storm"))),
        TouchpointRule(
          id: "far", name: BilingualText(english: "Far away", chinese: "远方"),
          trigger: .memberDay(.weekday(7)),
          who: "city:Atlantis"),
      ]
    }
    try check(state, "touchpoints-none")
    state.touchpoints.section = .calendar
    try check(state, "touchpoints-none-calendar")
    state.data.shown?.touchpoints = nil
    state.refreshTouchpoints()
    try check(state, "touchpoints-waiting")
  }
}
