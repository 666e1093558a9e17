import Canvas
import Foundation
import Loyalty
import TestCommunities
import Testing
import Texts

@testable import Dashboard

/// Whole frames as text, with how they look as a second layer. `KOXTOP_RECORD=1 swift test` writes them anew.
@Suite struct FrameTests {
  static let sizes = [(60, 16), (80, 24), (120, 36), (200, 60)].map { Size(columns: $0, rows: $1) }
  static let tiny = [(0, 0), (1, 1), (20, 5), (59, 16)].map { Size(columns: $0, rows: $1) }

  @Test(arguments: Language.allCases, sizes)
  func `the Overview`(_ language: Language, _ size: Size) throws {
    try check(SmallCommunity().state(size, language), "overview")
  }

  @Test(arguments: Language.allCases, sizes)
  func `the table of members`(_ language: Language, _ size: Size) throws {
    var state = members(size, language)
    let marked = Array(state.members.list.rows[2...3])
    state.members.marks = Marks(marked)
    state.members.markedTotals = state.data.shown?.roster.totals(of: marked)
    state.members.selected = 1
    try check(state, "members")
  }

  @Test(arguments: Language.allCases, sizes)
  func `a member's card`(_ language: Language, _ size: Size) throws {
    var state = members(size, language)
    state.members.card.isOpen = true
    state.members.card.hasFocus = true
    try check(state, "card")
  }

  @Test(arguments: Language.allCases, sizes)
  func `the Overview with stages`(_ language: Language, _ size: Size) throws {
    var state = SmallCommunity().state(size, language)
    try addMeasures(to: &state)
    try check(state, "overview-stages")
  }

  @Test(arguments: Language.allCases, sizes)
  func `the Overview with what waits today`(_ language: Language, _ size: Size) throws {
    var state = SmallCommunity.recall(size, language)
    state.panel = .overview
    let roster = try #require(state.recall.figures?.board.roster)
    state.data.shown?.roster = roster
    try check(state, "overview-today")
  }

  @Test(arguments: Language.allCases)
  func `a card and columns with measures`(_ language: Language) throws {
    var state = members(Size(columns: 120, rows: 60), language)
    try addMeasures(to: &state)
    state.members.columns = [.name, .stage, .silent, .rhythm, .path, .rfmClass, .behaviour, .mind]
    state.members.card.isOpen = true
    try check(state, "card-stages")
  }

  @Test(arguments: Language.allCases, [Size(columns: 80, rows: 24), Size(columns: 200, rows: 60)])
  func `a card's emotional account`(_ language: Language, _ size: Size) throws {
    var state = members(size, language)
    try addMeasures(to: &state)
    state.members.card.isOpen = true
    state.members.card.hasFocus = true
    state.members.card.part = .account
    try check(state, "card-ledger")
  }

  /// As after the measures were computed; there are too few purchases for a model.
  private func addMeasures(to state: inout DashboardState) throws {
    let roster = try #require(state.data.shown?.roster)
    let measures = try #require(
      MemberMeasures(roster: roster)?.adding([.account], roster)?.adding([.purchaseValues, .recall], roster))
    #expect(measures.values == nil)
    state.data.shown?.roster = roster.with(measures)
  }

  @Test(arguments: Language.allCases, sizes)
  func `what members say`(_ language: Language, _ size: Size) throws {
    try check(SmallCommunity.voices(size, language), "nps")
  }

  @Test(arguments: Language.allCases, NPSSection.allCases)
  func `the parts of what members say`(_ language: Language, _ section: NPSSection) throws {
    for size in [Size(columns: 80, rows: 24), Size(columns: 120, rows: 36)] {
      var state = SmallCommunity.voices(size, language)
      state.openNPS(section)
      if section == .drivers { state.nps.drivers = SmallCommunity.drivers }
      if section == .words { state.moveNPS(.lines(1)) }
      try check(state, "nps-\(section.rawValue)")
    }
  }

  @Test(arguments: Language.allCases, sizes)
  func `the score on the wall`(_ language: Language, _ size: Size) throws {
    var state = SmallCommunity.voices(size, language)
    state.run(.npsWall)
    try check(state, "nps-wall")
  }

  @Test(arguments: Language.allCases)
  func `what lies over what members say`(_ language: Language) throws {
    var state = SmallCommunity.voices(Size(columns: 80, rows: 24), language)
    state.openNPS(.topics)
    state.run(.npsFix)
    try check(state, "nps-fix")
    state.overlay = nil
    state.run(.npsOpen)
    try check(state, "nps-answers")
    state.overlay = nil
    state.openNPS(.loop)
    state.run(.npsClose)
    try check(state, "nps-close")
    state.overlay = nil
    state.look.glyphs = .ascii
    for section in NPSSection.allCases {
      state.openNPS(section)
      if section == .drivers { state.nps.drivers = SmallCommunity.drivers }
      try check(state, "nps-\(section.rawValue)-ascii")
    }
    try compare(plainText(state), "plain-nps.\(language.id)")
  }

  @Test(arguments: Language.allCases, sizes)
  func `the queue of recalls`(_ language: Language, _ size: Size) throws {
    var state = SmallCommunity.recall(size, language)
    state.recall.marks = ["M100009"]
    state.decisions.members["M100018"] = PendingDecision(action: .recall, ticket: 1, writtenID: "1")
    state.decisions.members["M100012"] = PendingDecision(action: .snooze, ticket: 2)
    try check(state, "recall")
  }

  @Test(arguments: Language.allCases, RecallTab.allCases)
  func `what stands beside the queue`(_ language: Language, _ tab: RecallTab) throws {
    var state = SmallCommunity.recall(Size(columns: 80, rows: 24), language)
    state.recall.isSideOpen = true
    state.recall.tab = tab
    try check(state, "recall-\(tab.rawValue)")
  }

  @Test(arguments: Language.allCases)
  func `what lies over the queue`(_ language: Language) throws {
    let base = SmallCommunity.recall(Size(columns: 80, rows: 24), language)
    var state = base
    state.run(.recallPlay)
    try check(state, "recall-choose")
    state = base
    state.run(.recallSnooze)
    try check(state, "recall-snooze")
    state = base
    state.recall.marks = ["M100009", "M100018"]
    state.run(.recallRecall)
    try check(state, "recall-confirm")
    state = base
    state.recall.query.search = "M10001"
    state.recall.query.filterText = "city:上海"
    if let figures = state.recall.figures {
      let filter = try MemberFilter(parsing: "M10001 city:上海")
      let rows = figures.board.roster.members(of: figures.rows, matching: filter) ?? []
      state.recall.figures?.rows = rows
      state.recall.figures?.listed = RecallFigures.Sums(rows, figures.board)
      state.recall.figures?.boundary = nil
      state.clampRecall()
    }
    try check(state, "recall-narrowed")
    state = base
    state.recall.figures = nil
    try check(state, "recall-none")
    try compare(plainText(base), "plain-recall.\(language.id)")
  }

  @Test(arguments: Language.allCases, tiny)
  func `sizes too small for anything`(_ language: Language, _ size: Size) throws {
    try check(members(size, language), "small")
  }

  @Test(arguments: Language.allCases)
  func `a filter that means nothing`(_ language: Language) throws {
    var state = members(Size(columns: 80, rows: 24), language)
    state.members.query.editor = QueryEditor(.filter, "city:上海 spnd>500")
    state.members.query.filterText = "city:上海 spnd>500"
    state.members.query.problem = FilterProblem(.unknownField("spnd", suggestion: "spend"), at: 8..<12)
    try check(state, "filter-problem")
  }

  @Test(arguments: Language.allCases)
  func `a search as it is typed`(_ language: Language) throws {
    var state = members(Size(columns: 80, rows: 24), language)
    state.list(filter: "上海")
    state.members.query.filterText = ""
    state.members.query.search = "上海"
    state.members.query.editor = QueryEditor(.search, "上海")
    try check(state, "search")
  }

  @Test(arguments: Language.allCases)
  func `nobody found`(_ language: Language) throws {
    var state = members(Size(columns: 80, rows: 24), language)
    state.list(filter: "city:月球")
    try check(state, "nobody")
  }

  @Test(arguments: Language.allCases, CardPart.all)
  func `the parts of a card over the table`(_ language: Language, _ part: CardPart) throws {
    var state = members(Size(columns: 80, rows: 24), language)
    state.members.card.isOpen = true
    state.members.card.hasFocus = true
    state.members.card.part = part
    try check(state, "card-\(part.id)")
  }

  @Test(arguments: Language.allCases)
  func `what lies over a panel`(_ language: Language) throws {
    let base = members(Size(columns: 80, rows: 24), language)
    var state = base
    for (name, id) in [
      ("help", CommandID.appHelp), ("palette", .appPalette), ("columns", .membersColumns),
      ("sort", .membersSort), ("goto", .membersGoto), ("views", .membersViews), ("export", .membersExport),
      ("problems", .appProblems),
    ] {
      state = base
      state.run(id)
      try check(state, name)
    }
  }

  @Test(arguments: Language.allCases)
  func `before anything is read`(_ language: Language) throws {
    var state = SmallCommunity().state(Size(columns: 80, rows: 24), language)
    state.data.shown = nil
    state.data.phase = .loading
    state.data.progress = LoadProgress(
      bytesRead: 812_000_000, bytesTotal: 1_300_000_000, records: 3_400_120, file: "orders.jsonl",
      seconds: 2.4)
    try check(state, "loading")
    state.data.phase = .failed(.notFound)
    try check(state, "failed")
  }

  @Test(arguments: Language.allCases)
  func `without braille and boxes`(_ language: Language) throws {
    var state = SmallCommunity().state(Size(columns: 80, rows: 24), language)
    state.look.glyphs = .ascii
    try check(state, "overview-ascii")
    state.panel = .members
    state.message = Message(.success, "24 marks cleared", canUndo: true)
    try check(state, "members-ascii")
  }

  @Test(arguments: Language.allCases)
  func `labelled lines`(_ language: Language) throws {
    var state = SmallCommunity().state(Size(columns: 80, rows: 24), language)
    try compare(plainText(state), "plain-overview.\(language.id)")
    state.panel = .members
    state.members.card.isOpen = true
    try compare(plainText(state), "plain-members.\(language.id)")
  }

  /// Any size there is, with everything that can be open, paints without a trap.
  @Test func `every size paints`() {
    var state = members(.zero, .simplifiedChinese)
    state.members.card.isOpen = true
    for size in [(1, 60), (200, 1), (60, 16), (61, 17), (119, 16), (120, 16), (180, 16), (300, 100)] {
      state.size = Size(columns: size.0, rows: size.1)
      for id in [CommandID.appHelp, .appPalette, .membersColumns, .membersExport, .membersViews] {
        state.overlay = nil
        state.run(id)
        #expect(view(state).grid.size == state.size)
      }
    }
  }

  // MARK: Support

  private func members(_ size: Size, _ language: Language) -> DashboardState {
    var state = SmallCommunity().state(size, language)
    state.panel = .members
    return state
  }

  func check(_ state: DashboardState, _ name: String) throws {
    let frame = view(state)
    for row in 0..<frame.grid.size.rows {
      let columns = frame.grid.row(row).reduce(0) { $0 + $1.width }
      #expect(columns == frame.grid.size.columns, "row \(row) of \(name) isn't straight")
    }
    var text = frame.grid.snapshot(theme: .distinct)
    if let cursor = frame.cursor { text += "cursor \(cursor.column),\(cursor.row)\n" }
    try compare(text, "\(name)-\(state.size.columns)x\(state.size.rows).\(state.language.id)")
  }

  func compare(_ text: String, _ name: String) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures/\(name).txt")
    if ProcessInfo.processInfo.environment["KOXTOP_RECORD"] != nil {
      try text.write(to: file, atomically: true, encoding: .utf8)
      return
    }
    let recorded = try String(contentsOf: file, encoding: .utf8)
    expectNoDifference(text, recorded, "\(file.lastPathComponent) differs; KOXTOP_RECORD=1 records it anew")
  }
}
