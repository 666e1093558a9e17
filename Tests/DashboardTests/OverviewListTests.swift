import Canvas
import Community
import Feeds
import Foundation
import Loyalty
import SampleData
import TestCommunities
import Testing
import Texts

@testable import Dashboard

/// Every figure of the Overview that opens a list opens one with exactly that many members.
@Suite struct OverviewListTests {
  /// The first whole number in a text.
  static func number(_ text: String) -> Int? {
    let digits = text.drop { !("0"..."9").contains($0) }.prefix { ("0"..."9").contains($0) || $0 == "," }
    return Int(digits.filter { $0 != "," })
  }

  /// How many the list has that a state shows after a line was opened; nil where it shows none.
  static func listed(_ state: DashboardState) throws -> Int? {
    guard let roster = state.data.shown?.roster else { return nil }
    switch state.panel {
    case .members:
      let filter = try MemberFilter(parsing: state.members.query.filterText)
      return roster.firstScreenful(MemberQuery(filter: filter, order: .standard), count: 1).matched
    case .recall:
      guard let figures = state.recall.figures else { return nil }
      let filter = try MemberFilter(parsing: state.recall.query.filterText)
      return figures.board.roster.members(of: figures.rows, matching: filter)?.count
    case .touchpoints:
      #expect(!state.touchpoints.query.isNarrowed)
      return state.touchpoints.figures?.rows(.today).reduce(0) { $0 + $1.members }
    case .nps: return state.nps.section == .loop ? state.nps.figures?.open.count : nil
    default: return nil
    }
  }

  /// Opens each line of the Overview, and holds its number against the list.
  ///
  /// - Returns: the lines that opened a list.
  @discardableResult
  static func check(_ state: DashboardState) throws -> [OverviewLine] {
    let context = state.viewContext
    let shown = try #require(state.data.shown)
    let content = OverviewContent(shown: shown, today: state.today(context), context: context)
    var opened: [OverviewLine] = []
    func open(_ line: OverviewLine) throws -> Int? {
      var state = state
      guard let place = state.overviewLines.firstIndex(of: line) else { return nil }
      state.overview.selected = place
      state.openOverviewLine()
      return try listed(state)
    }
    for entry in content.sections.flatMap(\.entries) {
      guard let line = entry.id, entry.parts == nil, let count = try open(line) else { continue }
      let isOfToday = if case .today = line { true } else { false }
      // Today's lines begin with their number, the others end with it.
      let words = isOfToday ? entry.line.left.map(\.text).joined() : entry.line.right.last?.text ?? ""
      #expect(number(words) == count, "\(line): \(words)")
      opened.append(line)
    }
    for tile in content.tiles {
      guard let line = tile.line, let count = try open(line) else { continue }
      // A share stands above the count that it's of.
      #expect(number(tile.value.contains("%") ? tile.note : tile.value) == count, "\(tile)")
    }
    return opened
  }

  private func play(_ folder: String) throws -> DashboardState {
    let stage = Stage()
    stage.options = DashboardOptions(
      folder: folder, machineZone: stage.shop.zone, environment: ["HOME": stage.folder],
      wallClock: { Instant(seconds: 1_800_000_000) })
    stage.readsFolder = true
    try stage.play(size: Size(columns: 200, rows: 60), .press("6 4 7 1"))
    return stage.state
  }

  @Test func inTheSampleData() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../sample-data").standardized.path
    let state = try play(folder)
    let opened = try Self.check(state)
    let today: [TodayKind] = [.recalls, .detractors, .birthdays, .touchpoints, .overdrawn]
    for kind in today { #expect(opened.contains(.today(kind)), "\(kind)") }
    // Members, stages, path and tiers with those without one.
    #expect(opened.count == today.count + 6 + 4 + 3 + 4)
    let figures = try #require(state.recall.figures)
    #expect(figures.heldOut > 0 && figures.toCall + figures.heldOut == figures.rows.count)
    // Of whatever is to be known before a call the queue has somebody.
    let flags = Set(figures.rows.flatMap { figures.board.flags(of: $0).map(\.id) })
    for flag in ["complaint", "detractor", "overdrawn", "refund"] { #expect(flags.contains(flag), "\(flag)") }
    let texts = [state.recallLines(state.viewContext)[0], plainText(state)]
    for text in texts { #expect(text.contains("\(figures.toCall) to win back"), "\(text)") }
  }

  @Test(arguments: [1, 2, 3] as [UInt64]) func inOtherCommunities(seed: UInt64) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("koxtop-\(UUID())").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try SampleCommunity(members: 250, seed: seed).write(to: folder)
    try Self.check(try play(folder))
  }

  @Test(arguments: Language.allCases) func inASmallCommunity(_ language: Language) throws {
    var state = SmallCommunity.recall(Size(columns: 120, rows: 36), language)
    state.panel = .overview
    let roster = try #require(state.recall.figures?.board.roster)
    state.data.shown?.roster = roster
    state.data.shown?.overview = OverviewFigures(
      community: roster.community, figures: roster.figures, moment: roster.moment)
    let opened = try Self.check(state)
    #expect(opened.contains(.today(.recalls)))
  }

  /// The score's tile has its interval beneath, and no ± that would not be true.
  @Test func theTileOfTheScoreIsSymmetricAboutNothing() throws {
    let state = SmallCommunity().state(Size(columns: 120, rows: 36), .english)
    let shown = try #require(state.data.shown)
    let content = OverviewContent(shown: shown, today: [], context: state.viewContext)
    let tile = try #require(content.tiles.first { $0.line == .today(.score) })
    #expect(!tile.value.contains("±") && tile.note.hasPrefix("95% "))
    #expect(tile.note.contains("low n"))
    // The chart's first bar has its year.
    #expect(content.charts.allSatisfy { $0.items.first?.label == "2024-04" })
  }
}
