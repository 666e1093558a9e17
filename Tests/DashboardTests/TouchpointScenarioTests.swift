import Canvas
import Community
import Foundation
import Journal
import Loyalty
import Screen
import TestCommunities
import Testing

@testable import Dashboard

/// The panel of touchpoints, key by key, through the real loop, the real engine and a folder on disk.
@Suite struct TouchpointScenarios {
  /// Sixteen members on 2026-03-01: it's the birthday of t1, t2 and t3, and the member day of all others.
  private static func stage() throws -> Stage {
    let stage = Stage(members: 0)
    stage.options.folder = stage.folder
    stage.options.asOf = .now
    stage.options.manager = "Ann"
    stage.readsFolder = true
    try FileManager.default.createDirectory(atPath: stage.folder, withIntermediateDirectories: true)
    func write(_ name: String, _ text: String) throws {
      try text.write(toFile: stage.folder + "/" + name, atomically: true, encoding: .utf8)
    }
    try write(
      "members.jsonl",
      (1...16).map { number in
        "{\"id\":\"t\(number)\",\"name\":\"T \(number)\",\"joined\":\"2025-06-\(number + 9)\",\"host\":\"h1\","
          + (number <= 3 ? "\"birthday\":\"1990-03-01\"," : "") + "\"aliases\":{\"wechat\":\"wx\(number)\"},"
          + "\"city\":\"\(number == 16 ? "杭州" : "上海")\"}\n"
      }.joined())
    try write("hosts.json", "[{\"id\":\"h1\",\"name\":\"Mei\"},{\"id\":\"h2\",\"name\":\"Lin\"}]")
    try write(
      "program.json",
      "{\"touchpoints\":{\"rules\":[{\"id\":\"birthday\"},"
        + "{\"id\":\"member_day\",\"trigger\":{\"on\":\"member_day\",\"day\":1}}]}}")
    return stage
  }

  private static func journal(_ stage: Stage) throws -> [Decision] {
    guard let data = FileManager.default.contents(atPath: stage.folder + "/decisions.jsonl") else {
      return []
    }
    return Decision.read(lines: Array(data), zone: stage.shop.zone)
  }

  private static func write(_ decision: Decision, _ stage: Stage) throws {
    _ = try Journal(folder: stage.folder, zone: stage.shop.zone).append([decision])
  }

  @Test func birthdaysStandFirstAndTheDayOfAllLast() throws {
    let stage = try Self.stage()
    try stage.play(
      .press("4"),
      stage.check {
        #expect($0.touches == ["t1", "t2", "t3", "13 members"])
        #expect($0.state.touchpoints.figures?.dueCount == 16)
      })
  }

  @Test func aTouchIsOnDiskAndItsDepositInTheAccount() throws {
    let stage = try Self.stage()
    try stage.play(
      .press("4"), stage.check { #expect($0.balance("t1") == 0) }, .press("d"),
      stage.check {
        let key = TouchKey(member: "t1", rule: "birthday")
        #expect($0.state.decisions.touches[key]?.writtenID != nil)
        // The next row has come up.
        #expect($0.state.touchpointRow?.touch?.member == "t2")
      },
      .press("f5"),
      stage.check {
        #expect($0.touches == ["t2", "t3", "13 members"])
        // +5 for a birthday, half as much again for the moment.
        #expect($0.balance("t1") == 7.5)
        #expect($0.state.decisions.touches.isEmpty)
      })
    let line = try #require(try Self.journal(stage).first)
    #expect(line.action == .touch && line.member == "t1" && line.rule == "birthday" && line.manager == "Ann")
  }

  @Test func anOccasionIsLetPassWithOrWithoutAReason() throws {
    let stage = try Self.stage()
    try stage.play(
      .press("4 x"), .type("abroad"), .press("enter x enter f5"),
      stage.check {
        // The cap of a contact a day leaves them room for the member day now.
        #expect($0.touches == ["t3", "15 members"])
        #expect($0.balance("t1") == 0)
      })
    let lines = try Self.journal(stage)
    #expect(lines.map(\.action) == [.skip, .skip] && lines.map(\.reason) == ["abroad", nil])
  }

  @Test func aTouchIsPutOffForSomeDays() throws {
    let stage = try Self.stage()
    try stage.play(
      .press("4 z"), .press("ctrl+u"), .type("many"), .press("enter"),
      stage.check { #expect($0.state.message?.kind == .warning) },
      .press("ctrl+u"), .type("2"), .press("enter f5"),
      // Who is put off isn't due, and keeps nobody from the member day.
      stage.check { #expect($0.touches == ["t2", "t3", "14 members"]) })
    let line = try #require(try Self.journal(stage).first)
    #expect(line.action == .snooze && line.rule == "birthday")
    #expect(line.until.map { stage.shop.zone.day(of: $0).description } == "2026-03-03")
  }

  @Test func aTouchIsLeftToAHost() throws {
    let stage = try Self.stage()
    try stage.play(
      .press("4 h"), .press("ctrl+u"), .type("nobody"), .press("enter"),
      stage.check { #expect($0.state.message?.kind == .warning) },
      .press("ctrl+u"), .type("Lin"), .press("enter f5"),
      stage.check {
        #expect($0.touches == ["t1", "t2", "t3", "13 members"])
        #expect(view($0.state).grid.plainText.contains("with Lin"))
      })
    #expect(try Self.journal(stage).map(\.host) == ["h2"])
  }

  @Test func uTakesATouchBackWithItsDeposit() throws {
    let stage = try Self.stage()
    try stage.play(
      .press("4 d f5"), stage.check { #expect($0.balance("t1") == 7.5) }, .press("u f5"),
      stage.check {
        #expect($0.touches == ["t1", "t2", "t3", "13 members"])
        #expect($0.balance("t1") == 0)
      })
    let lines = try Self.journal(stage)
    #expect(lines.map(\.action) == [.touch, .undo] && lines[1].undoes == lines[0].id)
  }

  @Test func markedTouchesAreAskedAboutByTheirNumber() throws {
    let stage = try Self.stage()
    try stage.play(
      .press("4 a d"),
      stage.check { #expect(view($0.state).grid.plainText.contains("3 touches?")) },
      .press("n"), stage.check { #expect($0.state.decisions.touches.isEmpty) },
      .press("a d"),
      // The member day's line counts with all whom it stands for.
      stage.check { #expect(view($0.state).grid.plainText.contains("16 touches?")) },
      .press("y f5"),
      stage.check {
        #expect($0.touches == [])
        #expect($0.state.touchpoints.marks.isEmpty)
      })
    #expect(try Self.journal(stage).count == 16)
  }

  @Test func whomADayConcernsIsDecidedWithOneKey() throws {
    let stage = try Self.stage()
    try stage.play(
      .press("4 end d"),
      stage.check { #expect(view($0.state).grid.plainText.contains("13 touches?")) },
      .press("y f5"), stage.check { #expect($0.touches == ["t1", "t2", "t3"]) })
    let lines = try Self.journal(stage)
    #expect(lines.count == 13 && lines.allSatisfy { $0.action == .touch && $0.rule == "member_day" })
  }

  @Test func enterOnTheDayOfAllListsThem() throws {
    let stage = try Self.stage()
    try stage.play(
      .press("4 end enter"),
      stage.check {
        #expect($0.state.panel == .members)
        #expect($0.state.members.list.total == 13)
      },
      .press("esc"), stage.check { #expect($0.state.panel == .touchpoints) })
  }

  @Test func enterOpensTheCard() throws {
    let stage = try Self.stage()
    try stage.play(
      .press("4 j enter"),
      stage.check {
        #expect($0.state.panel == .members && $0.state.members.card.isOpen)
        #expect($0.state.members.selectedID == "t2")
      })
    // On a wide screen the member's account stands beside the list.
    let wide = try Self.stage()
    try wide.play(
      size: Size(columns: 200, rows: 60), .press("4 j"),
      wide.check { #expect(view($0.state).grid.plainText.contains("T 2 ──")) })
  }

  @Test func anotherManagersTouchIsSeen() throws {
    let stage = try Self.stage()
    try stage.play(
      .press("4 j"),
      stage.check { stage in
        #expect(throws: Never.self) {
          try Self.write(
            Decision(
              id: "b1", at: Shop.noon.adding(seconds: -60), manager: "Bea", action: .touch, member: "t1",
              rule: "birthday"), stage)
        }
      },
      .press("f5"),
      stage.check {
        #expect($0.touches == ["t2", "t3", "13 members"])
        #expect($0.state.touchpointRow?.touch?.member == "t2")
        #expect(view($0.state).grid.plainText.contains("Bea"))
      })
  }

  @Test func nobodyIsTouchedTwiceForOneOccasion() throws {
    let stage = try Self.stage()
    try stage.play(
      .press("4"),
      stage.check { stage in
        #expect(throws: Never.self) {
          try Self.write(
            Decision(
              id: "b1", at: Shop.noon.adding(seconds: -60), manager: "Bea", action: .touch, member: "t1",
              rule: "birthday", until: Shop.noon.adding(seconds: 86_400)), stage)
        }
      },
      .press("d"),
      stage.check {
        guard $0.state.message?.kind == .warning else { return }
        #expect($0.state.message?.text.contains("Bea") == true)
      })
    #expect(try Self.journal(stage).count { $0.member == "t1" } == 1)
  }

  @Test func theListForSendingIsWritten() throws {
    let stage = try Self.stage()
    let path = stage.folder + "/send.csv"
    try stage.play(
      .press("4 space e"), .press("ctrl+u"), .type(path), .press("enter"),
      stage.check { #expect($0.state.message?.kind == .success) })
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.contains("\r\nt1,T 1,h1,Mei,wechat,wx1,birthday,") && !text.contains("\r\nt2,"))
  }

  @Test func searchAndFilterNarrowTheLists() throws {
    let stage = try Self.stage()
    try stage.play(
      .press("4 /"), .type("T 16"), .press("enter"),
      // Fewer than ten have lines of their own.
      stage.check { #expect($0.touches == ["t16"]) },
      .press("esc f"), .type("city:杭州"), .press("enter"), stage.check { #expect($0.touches == ["t16"]) },
      .press("esc f"), .type("due:birthday balance<1"), .press("enter"),
      stage.check { #expect($0.touches == ["t1", "t2", "t3"]) },
      .press("esc"), stage.check { #expect($0.touches.count == 4) })
  }

  @Test func theOverviewLeadsToExactlyThose() throws {
    let stage = try Self.stage()
    try stage.play(
      stage.check { #expect(view($0.state).grid.plainText.contains("3 birthdays today")) },
      .press("home"),
      stage.check { stage in
        #expect(stage.state.overviewLines.contains(.today(.birthdays)))
        let place = stage.state.overviewLines.firstIndex(of: .today(.birthdays)) ?? 0
        #expect(place < 3)
      },
      .press(":"), .type("Overview"), .press("esc"))
    let state = stage.state
    var opened = state
    opened.overview.selected = opened.overviewLines.firstIndex(of: .today(.birthdays)) ?? 0
    opened.run(.overviewOpen)
    #expect(opened.panel == .members && opened.members.query.filterText == "birthday:today")
    opened = state
    opened.overview.selected = opened.overviewLines.firstIndex(of: .today(.touchpoints)) ?? 0
    opened.run(.overviewOpen)
    opened.answerTouchpointQuery()
    // Three birthdays, and the day's rule for all that the contact cap leaves.
    #expect(opened.panel == .touchpoints && !opened.touchpoints.query.isNarrowed)
    #expect(opened.touchpointRows.prefix(3).map(\.touch?.member) == ["t1", "t2", "t3"])
    opened.run(.appBack)
    #expect(opened.panel == .overview)
  }

  @Test func everyPartIsReachedByKeys() throws {
    let stage = try Self.stage()
    var seen: Set<TouchpointSection> = []
    let look = stage.check { _ = seen.insert($0.state.touchpointSection) }
    try stage.play(
      size: Size(columns: 80, rows: 24), .press("4"), look, .press("]"), look, .press("] j"), look,
      .press("]"),
      look, .press("]"), look, .press("] j"), look, .press("]"), look,
      .press("d"), stage.check { #expect($0.state.message?.text.contains("due today") == true) })
    #expect(seen == Set(TouchpointSection.allCases))
  }
}

extension Stage {
  /// Whom the rows of the list are about: ids, or how many share a line.
  fileprivate var touches: [String] {
    state.touchpointRows.map { $0.isFolded ? "\($0.members) members" : $0.touch?.member ?? "" }
  }

  fileprivate func balance(_ id: String) -> Double? {
    guard let figures = state.touchpoints.figures,
      let member = figures.roster.community.member(id: id)
    else { return nil }
    return figures.account?.balance(member)
  }
}
