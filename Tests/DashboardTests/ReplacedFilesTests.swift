import Canvas
import Community
import Foundation
import Journal
import Loyalty
import Screen
import TestCommunities
import Testing

@testable import Dashboard

/// A file replaced while the dashboard is open makes a new reading, in which members and records have other places.
/// Whatever is selected, filtered or worked out stays what it was.
@Suite struct ReplacedFilesScenarios {
  /// Members s1 … s12 who are silent and have answered, from the worst score to the best.
  ///
  /// - Parameter strangers: members and answers that stand before them.
  /// - Parameter answers: whether they have answered; those who have are awake.
  private static func shop(strangers: Int = 0, answers: Bool = true) -> Shop {
    var shop = Shop(members: 0)
    for number in 0..<strangers {
      shop.add(member: "x\(number)", name: "X \(number)", city: "北京")
      shop.order(by: "x\(number)", amount: 50, daysAgo: 300)
      guard answers else { continue }
      shop.answer("b\(number)", by: "x\(number)", 9, "fine", minutesAgo: 60 * 24 * 40)
    }
    for number in 1...12 {
      shop.add(member: "s\(number)", name: "S \(number)", city: number % 2 == 0 ? "上海" : "北京")
      shop.order(by: "s\(number)", amount: 100, daysAgo: 100 + number)
      guard answers else { continue }
      shop.answer(
        "a\(number)", by: "s\(number)", min(10, number - 1),
        number < 7 ? "the parcel was late" : "lovely tea", minutesAgo: (13 - number) * 60 * 24,
        channel: number < 8 ? "app" : "shop")
    }
    shop.settle()
    return shop
  }

  private static func stage() throws -> Stage {
    let stage = Stage(members: 0)
    stage.shop = shop()
    _ = stage.shop.takeDelta()
    try FileManager.default.createDirectory(atPath: stage.folder, withIntermediateDirectories: true)
    stage.options.folder = stage.folder
    stage.options.manager = "Ann"
    return stage
  }

  @Test func theOverviewKeepsItsLine() throws {
    let stage = try Self.stage()
    var line: OverviewLine?
    func isSame(_ stage: Stage) -> Bool {
      line != nil && stage.state.overviewLines.dropFirst(stage.state.overview.selected).first == line
    }
    try stage.play(
      .press("home j j j j j j j j j j"),
      stage.check { stage in
        line = stage.state.overviewLines.dropFirst(stage.state.overview.selected).first
        // A line that isn't there before a reading is measured.
        #expect(line.map { !OverviewLine.all(today: [], nil).contains($0) } == true)
      },
      stage.reread(Self.shop()), stage.check { #expect(isSame($0)) },
      stage.reread(Self.shop(strangers: 3)), stage.check { #expect(isSame($0)) },
      stage.reread(Self.shop()), stage.check { #expect(isSame($0)) })
  }

  @Test func aSelectedAnswerStaysSelected() throws {
    let stage = try Self.stage()
    try stage.play(
      size: Size(columns: 100, rows: 30), .press("7 ] ] j j j"),
      stage.check { stage in
        #expect(stage.state.npsSection == .words)
        #expect(stage.answer == "a10")
      },
      stage.reread(Self.shop(strangers: 4)), stage.check { #expect($0.answer == "a10") },
      .press("j"), stage.check { #expect($0.answer == "a9") },
      stage.reread(Self.shop()), stage.check { #expect($0.answer == "a9") })
  }

  @Test func whoIsToBeAnsweredStaysSelected() throws {
    let open = try Self.stage()
    try open.play(
      size: Size(columns: 100, rows: 30), .press("7 ] ] ] ] j j"),
      open.check { #expect($0.answer == "a3") },
      open.reread(Self.shop(strangers: 4)), open.check { #expect($0.answer == "a3") })
  }

  @Test func theFilterOfAnswersStaysInForce() throws {
    let stage = try Self.stage()
    try stage.play(
      size: Size(columns: 100, rows: 30), .press("7 f"), .type("city:上海"), .press("enter"),
      stage.check { #expect($0.state.nps.figures?.satisfaction.nps.responses == 6) }, .press("] ] j j"),
      stage.check { #expect($0.answer == "a10") },
      stage.reread(Self.shop(strangers: 4)),
      stage.check {
        #expect($0.state.nps.figures?.satisfaction.nps.responses == 6)
        #expect($0.answer == "a10")
      })
  }

  @Test func answersAboutATopicAreFoundAgain() throws {
    let stage = try Self.stage()
    func selected(_ stage: Stage) -> String? {
      guard let open = stage.state.overlay as? TopicAnswers, let shown = stage.state.data.shown else {
        return nil
      }
      return open.answers[open.scroll.selected].id(in: shown.community)
    }
    try stage.play(
      .press("7 ] enter j"), stage.check { #expect(selected($0) == "a5") },
      stage.reread(Self.shop(strangers: 4)), stage.check { #expect(selected($0) == "a5") },
      // Fewer answers than before.
      stage.reread(Shop(members: 3)), stage.check { #expect($0.state.overlay == nil) })
  }

  @Test func theQueueOfRecallsKeepsWhoIsSelected() throws {
    let stage = try Self.stage()
    stage.shop = Self.shop(answers: false)
    try stage.play(
      .press("6 j j"), stage.check { #expect($0.state.recall.selectedID == "s10") },
      stage.reread(Self.shop(strangers: 4, answers: false)),
      stage.check { #expect($0.state.recall.selectedID == "s10") },
      stage.reread(Self.shop(answers: false)), stage.check { #expect($0.state.recall.selectedID == "s10") })
  }

  @Test func theLiveListKeepsItsEntry() throws {
    func shop(strangers: Int) -> Shop {
      var shop = Shop(members: 0)
      for number in 0..<strangers { shop.add(member: "x\(number)", name: "X", city: "北京") }
      for number in 1...6 { shop.add(member: "s\(number)", name: "S \(number)", city: "上海") }
      for number in 0..<strangers { shop.act("x\(number)", "login", daysAgo: 90) }
      for number in 1...6 { shop.act("s\(number)", "post", daysAgo: number) }
      return shop
    }
    let stage = try Self.stage()
    stage.shop = shop(strangers: 0)
    var selected: String?
    try stage.play(
      .press("5 [ j j"),
      stage.check {
        selected = $0.state.community.selected[.live]
        #expect(selected?.hasPrefix("s3") == true)
      },
      stage.reread(shop(strangers: 3)),
      stage.check { stage in
        let keys = stage.state.communityContent(stage.state.viewContext)?.blocks(.live).compactMap(\.key)
        #expect(keys?.contains(selected ?? "") == true)
      })
  }
}

/// A card opened from another panel leaves the table's filter as it is.
@Suite struct CardsFromElsewhereScenarios {
  private static func stage() -> Stage {
    let stage = Stage(members: 12)
    for number in 1...12 {
      stage.shop.answer(
        "a\(number)", by: "m\(number)", min(10, number - 1), "tea", minutesAgo: (13 - number) * 60)
    }
    _ = stage.shop.takeDelta()
    return stage
  }

  @Test func whoIsInTheListIsSelectedThere() throws {
    let stage = Self.stage()
    try stage.play(
      .press("2 f"), .type("city:上海"), .press("enter"),
      stage.check { #expect($0.members.selectedID == "m12") },
      .press("7 j j j enter"),
      stage.check {
        #expect($0.state.panel == .members)
        #expect($0.members.selectedID == "m10" && $0.members.card.isOpen)
        #expect($0.members.query.filterText == "city:上海")
        #expect($0.listed == ["m12", "m10", "m8", "m6", "m4", "m2"])
      },
      .press("q"),
      stage.check {
        #expect($0.state.panel == .nps)
        #expect($0.members.selectedID == "m12")
      },
      // Not by going back, either.
      .press("enter 1 2"), stage.check { #expect($0.members.query.filterText == "city:上海") })
  }

  @Test func whomTheFilterLeavesOutIsShownAllTheSame() throws {
    let stage = Self.stage()
    func title(_ stage: Stage) -> String { view(stage.state).grid.plainText }
    try stage.play(
      .press("2 f"), .type("city:上海"), .press("enter 7 j j enter"),
      stage.check {
        #expect($0.members.selectedID == "m11" && $0.members.isGuest)
        #expect(title($0).contains("Ann 11"))
        #expect($0.listed.count == 6)
      },
      // New data and new readings keep the card.
      stage.append { $0.order(by: "m3", amount: 1, daysAgo: 0) },
      stage.check { #expect($0.members.selectedID == "m11" && title($0).contains("Ann 11")) },
      stage.reread(Self.stage().shop),
      stage.check { #expect($0.members.selectedID == "m11" && title($0).contains("Ann 11")) },
      // Without the filter they stand in the list.
      .press("x"),
      stage.check {
        #expect($0.members.selectedID == "m11" && !$0.members.isGuest)
        #expect($0.listed.count == 12)
      })
  }
}

/// A folder that becomes writable while it's open.
@Suite struct WritableFolderScenarios {
  @Test func decisionsOpenAsSoonAsTheyCanBeWritten() throws {
    let stage = Stage(members: 0)
    for number in 1...3 {
      stage.shop.add(member: "s\(number)", name: "S \(number)", city: "上海")
      stage.shop.order(by: "s\(number)", amount: 100, daysAgo: 100 + number)
    }
    stage.shop.settle()
    stage.options.folder = stage.folder
    stage.options.manager = "Ann"
    // A folder in the file's place keeps even the superuser from writing.
    let path = stage.folder + "/decisions.jsonl"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try stage.play(
      .press("6 r"),
      stage.check {
        #expect($0.state.readOnly != nil)
        #expect($0.state.decisions.members.isEmpty)
      },
      .advance(.seconds(5)), stage.check { #expect($0.state.readOnly != nil) },
      .check { _ in try? FileManager.default.removeItem(atPath: path) },
      .advance(.seconds(5)),
      stage.check {
        #expect($0.state.readOnly == nil)
        #expect($0.state.message?.text == "This folder can be written to now: decisions are open")
      },
      .press("r"), stage.check { #expect($0.state.decisions.members.count == 1) })
    let written = FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
    #expect(written?.contains("\"s3\"") == true)
  }
}

extension Stage {
  /// The id of the selected answer.
  fileprivate var answer: String? {
    guard let shown = state.data.shown else { return nil }
    return state.npsAnswer?.id(in: shown.community)
  }
}

extension Stage {
  var members: MembersState { state.members }
  var listed: [String] { members.list.rows.map { shop.community.members.id($0) } }
}
