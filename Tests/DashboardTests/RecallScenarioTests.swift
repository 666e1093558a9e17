import Canvas
import Community
import Feeds
import Foundation
import JSONTape
import Journal
import Loyalty
import Screen
import TestCommunities
import Testing

@testable import Dashboard

@Suite struct RecallScenarios {
  @Test func tenKeysDecideAboutTenMembers() throws {
    let stage = try Self.stage()
    try stage.play(
      .press("6"),
      stage.check {
        #expect($0.state.recall.figures?.rows.count == 12)
        #expect($0.state.recall.selectedID == "s12")
      },
      .press("r r r r r r r r r r"),
      stage.check {
        let pending = $0.state.decisions.members
        #expect(pending.count == 10)
        #expect(pending.values.allSatisfy { $0.writtenID != nil })
        #expect($0.state.recall.selectedID == "s2")
      })
    let decisions = try Self.journal(stage)
    #expect(decisions.compactMap(\.member) == (3...12).reversed().map { "s\($0)" })
    #expect(decisions.allSatisfy { $0.manager == "Ann" && $0.campaign == "\($0.play ?? "")-2026Q1" })
    for decision in decisions {
      let lot = Assignment(member: decision.member ?? "", campaign: decision.campaign ?? "", holdOut: 0.1)
      #expect((decision.action == .holdOut) == (lot == .heldOut))
    }
  }

  @Test func theOverviewLeadsToTheQueueAndBack() throws {
    let stage = try Self.stage()
    try stage.play(
      stage.check {
        #expect($0.state.overviewLines.first == .today(.recalls))
        #expect(view($0.state).grid.plainText.contains("12 recalls, stake unknown"))
        // What came in above the selected line hasn't moved it.
        #expect($0.state.overviewLines[$0.state.overview.selected] == .members)
      },
      .press("home enter"), stage.check { #expect($0.state.panel == .recall) },
      .press("esc"), stage.check { #expect($0.state.panel == .overview) })
  }

  @Test func whatWasDecidedIsOnDiskWhenTheProgramEnds() throws {
    let stage = try Self.stage()
    try stage.play(.press("6"), .press("r q"))
    #expect(try Self.journal(stage).compactMap(\.member) == ["s12"])
  }

  @Test func decisionsAreFollowedInARealFolder() throws {
    let stage = try Self.stage()
    let members = (1...12).map { "{\"id\":\"s\($0)\",\"name\":\"S \($0)\"}\n" }.joined()
    let orders = (1...12).map { number in
      let day = Shop.noon.adding(seconds: -86_400 * Int64(100 + number))
      return "{\"id\":\"o\(number)\",\"member\":\"s\(number)\",\"amount\":100,"
        + "\"at\":\"\(stage.shop.zone.string(from: day))\"}\n"
    }.joined()
    try members.write(toFile: stage.folder + "/members.jsonl", atomically: true, encoding: .utf8)
    try orders.write(toFile: stage.folder + "/orders.jsonl", atomically: true, encoding: .utf8)
    stage.readsFolder = true
    try stage.play(
      .press("6"), stage.check { #expect($0.state.recall.figures?.rows.count == 12) },
      .press("r r r"), stage.check { #expect($0.state.decisions.decided.count == 3) }, .press("f5"),
      stage.check {
        #expect($0.state.recall.figures?.rows.count == 9)
        #expect($0.state.recall.figures?.today.count == 3)
        #expect($0.state.decisions.members.isEmpty)
        #expect($0.state.recall.selectedID == "s9")
      },
      .press("u"), .press("f5"),
      stage.check {
        #expect($0.state.recall.figures?.rows.count == 10)
        #expect($0.state.recall.selectedID == "s10")
      })
  }

  @Test func whatStandsBesideTheQueueScrollsToItsEnd() throws {
    let stage = try Self.stage()
    try stage.play(
      size: Size(columns: 80, rows: 24), .press("6 ]"),
      stage.check {
        #expect($0.state.recall.isSideOpen)
        #expect(!view($0.state).grid.plainText.contains("All plays"))
      },
      .press((0..<40).map { _ in "J" }.joined(separator: " ")),
      stage.check { #expect(view($0.state).grid.plainText.contains("All plays")) },
      .press("K esc"), stage.check { #expect(!$0.state.recall.isSideOpen) })
  }

  @Test func uTakesDecisionsBackOneAfterAnother() throws {
    let stage = try Self.stage()
    try stage.play(
      .press("6 c"), stage.check { #expect($0.state.message?.canUndo == true) },
      .press("j n"), .type("called"), .press("enter"),
      stage.check { #expect($0.state.decisions.decided.count == 2) },
      .press("u"), stage.check { #expect($0.state.message?.text == "Taken back") }, .press("u"),
      stage.check { #expect($0.state.decisions.decided.isEmpty) },
      .press("u"), stage.check { #expect($0.state.message?.text == "There is nothing to take back") })
    let decisions = try Self.journal(stage)
    #expect(decisions.map(\.action) == [.claim, .note, .undo, .undo])
    #expect(decisions[1].text == "called")
    #expect(decisions[2].undoes == decisions[1].id)
    #expect(decisions[3].undoes == decisions[0].id)
  }

  @Test func whoeverWasFirstIsTold() throws {
    let stage = try Self.stage()
    try stage.play(
      .press("6"),
      stage.check { stage in
        let other = Decision(
          id: "other", at: Shop.noon.adding(seconds: -60), manager: "Bea", action: .recall, member: "s12")
        #expect(throws: Never.self) {
          try Journal(folder: stage.folder, zone: stage.shop.zone).append([other])
        }
      },
      .press("r"),
      stage.check {
        #expect($0.state.message?.kind == .warning)
        #expect($0.state.message?.text.hasPrefix("Bea was first") == true)
        #expect($0.state.decisions.members.isEmpty)
      })
    #expect(try Self.journal(stage).count == 1)
  }

  @Test func decisionsComeBackFromTheFolder() throws {
    let stage = try Self.stage()
    try stage.play(
      .press("6 r"),
      stage.append { shop in
        shop.recall("s11", by: "Bea")
        shop.recall("s12", by: "Ann")
      },
      stage.check {
        #expect($0.state.recall.figures?.rows.count == 10)
        #expect($0.state.recall.figures?.today.count == 2)
        #expect($0.state.recall.selectedID == "s10")
      })
  }

  @Test func allMarkedAreAskedAboutByTheirNumber() throws {
    let stage = try Self.stage()
    try stage.play(
      .press("6 space space space z"), .press("ctrl+u"), .type("14"), .press("enter"),
      stage.check {
        #expect(($0.state.overlay as? RecallConfirmation)?.action == .snooze(days: 14))
        #expect(view($0.state).grid.plainText.contains("snooze: 3 members"))
      },
      .press("y"), stage.check { #expect($0.state.recall.marks.isEmpty) })
    let decisions = try Self.journal(stage)
    #expect(decisions.map(\.action) == [.snooze, .snooze, .snooze])
    #expect(decisions[0].until.map { stage.shop.zone.day(of: $0).description } == "2026-03-15")
  }

  @Test func aReasonIsAskedForBeforeDismissing() throws {
    let stage = try Self.stage()
    try stage.play(
      .press("6 x enter"), stage.check { #expect($0.state.message?.kind == .warning) },
      .type("moved away"), .press("enter"),
      stage.check { #expect($0.state.recall.selectedID == "s11") })
    #expect(try Self.journal(stage).map(\.reason) == ["moved away"])
  }

  @Test func anotherPlayIsChosenFromAList() throws {
    let stage = try Self.stage()
    try stage.play(.press("6 R end enter"), stage.check { #expect($0.state.overlay == nil) })
    #expect(try Self.journal(stage).map(\.play) == [RecallPlay.defaults.last?.id])
  }

  @Test func atAFixedTimeNothingIsDecided() throws {
    let stage = try Self.stage()
    stage.options.asOf = .fixed("2026-03-01")
    try stage.play(
      .press("6 r"),
      stage.check {
        #expect($0.state.message?.text == "Now is a fixed time, so nothing can be decided")
        #expect($0.state.recall.figures?.rows.isEmpty == false)
      })
    #expect(try Self.journal(stage).isEmpty)
  }

  @Test func whatCannotBeWrittenIsSaidAtTheStart() throws {
    let stage = try Self.stage()
    try FileManager.default.createDirectory(
      atPath: stage.folder + "/decisions.jsonl", withIntermediateDirectories: true)
    try stage.play(
      stage.check { #expect($0.state.message?.kind == .warning) },
      .press("6 r"),
      stage.check {
        #expect($0.state.message?.text == "This folder can't be written to, so nothing can be decided")
        #expect($0.state.recall.figures?.rows.count == 12)
      })
  }

  @Test func theListForSendingHoldsTodaysRecalls() throws {
    let stage = try Self.stage()
    let path = stage.folder + "/list.csv"
    try stage.play(
      .press("6 e"), stage.check { #expect($0.state.overlay == nil) },
      stage.append { $0.recall("s11", by: "Ann") }, .press("e ctrl+u"), .type(path), .press("enter"),
      stage.check {
        // Nobody here has consented to any channel or is known on one, which is said.
        #expect(($0.state.overlay as? LeftOutOverlay)?.leftOut.map(\.id) == ["s11"])
        #expect($0.state.message?.text.hasPrefix("0 members written to /") == true)
        let screen = view($0.state).grid.plainText
        #expect(screen.contains("1 has no channel") && screen.contains("s11  S 11"))
      },
      .press("esc"), stage.check { #expect($0.state.overlay == nil) })
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline)
    #expect(lines == ["id,name,host,host_name,channel,address,play,arm,words"])
  }

  @Test func theListForSendingHoldsAliasAndWords() throws {
    let stage = try Self.stage()
    let members = (1...12).map { number in
      let alias = number == 12 ? "=1+1" : "wx\(number)"
      return
        "{\"id\":\"s\(number)\",\"aliases\":{\"wechat\":\"\(alias)\"},\"consent\":{\"wechat\":\(number != 3)}}\n"
    }.joined()
    let orders = (1...12).map { number in
      let day = Shop.noon.adding(seconds: -86_400 * Int64(100 + number))
      return "{\"id\":\"o\(number)\",\"member\":\"s\(number)\",\"amount\":100,"
        + "\"at\":\"\(stage.shop.zone.string(from: day))\"}\n"
    }.joined()
    try members.write(toFile: stage.folder + "/members.jsonl", atomically: true, encoding: .utf8)
    try orders.write(toFile: stage.folder + "/orders.jsonl", atomically: true, encoding: .utf8)
    stage.readsFolder = true
    let other = Decision(
      id: "other", at: Shop.noon, manager: "Bea", action: .recall, member: "s1", play: "survey")
    _ = try Journal(folder: stage.folder, zone: stage.shop.zone).append([other])
    let (own, all) = (stage.folder + "/own.csv", stage.folder + "/all.json")
    try stage.play(
      .press("6 a r y"), stage.check { #expect($0.state.decisions.decided.count == 1) }, .press("f5"),
      .press("e ctrl+u"), .type(own),
      stage.check { #expect(view($0.state).grid.plainText.contains("recalled today by Ann")) },
      .press("enter"),
      // Who refused the one channel is listed, unless their lot has it that they aren't recalled.
      stage.check {
        let left = ($0.state.overlay as? LeftOutOverlay)?.leftOut.map(\.id)
        #expect(left == nil || left == ["s3"])
      },
      .press("esc 6"), .press("E tab ctrl+u"), .type(all),
      stage.check { #expect(view($0.state).grid.plainText.contains("recalled today by anybody")) },
      .press("enter"))
    let recalled = try Self.journal(stage).filter { $0.action == .recall }
    let owned = recalled.filter { $0.manager == "Ann" && $0.member != "s3" }
    let rows = try String(contentsOfFile: own, encoding: .utf8).split(whereSeparator: \.isNewline)
    #expect(rows.count == owned.count + 1)
    for decision in owned {
      let member = try #require(decision.member)
      let play = try #require(RecallPlay.defaults.first { $0.id == decision.play })
      let row = try #require(rows.first { $0.hasPrefix("\(member),") })
      // What a spreadsheet would compute is defused.
      let alias = member == "s12" ? "\"'=1+1\"" : "wx\(member.dropFirst())"
      #expect(row.hasPrefix("\(member),,,,wechat,\(alias),\(play.id),,"))
      #expect(row.contains(play.words.english))
    }
    let list = try JSONValue(parsing: Array(Data(contentsOf: URL(fileURLWithPath: all))))
    #expect(list.elements?.count == owned.count + 1)
    #expect(list.elements?.contains { $0["id"]?.string == "s1" && $0["address"]?.string == "wx1" } == true)
  }

  @Test func allInTheQueueAreMarkedAndSearchNarrowsIt() throws {
    let stage = try Self.stage()
    try stage.play(
      .press("6 /"), .type("S 1"),
      stage.check {
        #expect($0.rows == ["s12", "s11", "s10", "s1"])
        #expect($0.state.recall.selectedID == "s12")
        #expect(view($0.state).grid.plainText.contains("Search S 1"))
      },
      .press("enter a"), stage.check { #expect($0.state.recall.marks == ["s12", "s11", "s10", "s1"]) },
      .press("A f"), .type("silent>110d silnt>3"),
      stage.check {
        // What can be read is in force.
        #expect($0.rows == ["s12", "s11"])
        #expect($0.state.recall.query.problem != nil)
      },
      .press("esc"), stage.check { #expect($0.rows.count == 4) },
      .press("down"), stage.check { #expect($0.state.recall.selectedID == "s11") },
      .press("esc"),
      stage.check {
        #expect($0.rows.count == 12)
        #expect($0.state.recall.selectedID == "s11")
      },
      .press("/"), .type("nobody"),
      stage.check { #expect(view($0.state).grid.plainText.contains("Nobody in the queue matches")) },
      .press("esc"), .press("r"),
      stage.check { #expect($0.state.decisions.members.keys.contains("s12")) })
  }

  @Test func decisionsLeaveANarrowedQueue() throws {
    let stage = try Self.stage()
    try stage.play(
      .press("6 /"), .type("S 1"), .press("enter"),
      stage.append { $0.recall("s11", by: "Bea") },
      stage.check {
        #expect($0.rows == ["s12", "s10", "s1"])
        #expect($0.state.recall.selectedID == "s12")
      })
  }

  // MARK: Support

  /// A dozen members who bought once and have been silent for 101, 102, … days.
  private static func stage() throws -> Stage {
    let stage = Stage(members: 0)
    for number in 1...12 {
      stage.shop.add(member: "s\(number)", name: "S \(number)", city: "上海")
      stage.shop.order(by: "s\(number)", amount: 100, daysAgo: 100 + number)
    }
    stage.shop.settle()
    try FileManager.default.createDirectory(atPath: stage.folder, withIntermediateDirectories: true)
    stage.options.folder = stage.folder
    stage.options.manager = "Ann"
    return stage
  }

  private static func journal(_ stage: Stage) throws -> [Decision] {
    guard let data = FileManager.default.contents(atPath: stage.folder + "/decisions.jsonl") else {
      return []
    }
    return Decision.read(lines: Array(data), zone: stage.shop.zone)
  }
}

extension Stage {
  /// The ids of the queue's rows.
  fileprivate var rows: [String] {
    state.recall.figures.map { figures in figures.rows.map { figures.id($0) } } ?? []
  }
}

extension Shop {
  /// A recall as it comes from the feed, a minute ago.
  mutating func recall(_ id: String, by manager: String) {
    guard let member = community.member(id: id) else { return }
    if community[.decisions].segments.isEmpty {
      community[.decisions].segments = [Segment(feed: .decisions)]
    }
    let symbols = [
      DecisionField.action.slot: "recall", DecisionField.manager.slot: manager,
      DecisionField.play.slot: "news",
    ].mapValues { community.symbols.intern($0).rawValue }
    let at = Shop.noon.adding(seconds: -60)
    var segment = community[.decisions].segments[0]
    segment.at.append(at.rawValue)
    segment.member.append(member.rawValue)
    for column in segment.symbols.indices { segment.symbols[column].append(0) }
    for (slot, symbol) in symbols { segment.symbols[slot][segment.count] = symbol }
    for column in segment.times.indices { segment.times[column].append(Instant.unknown.rawValue) }
    segment.newest = max(segment.newest, at)
    segment.count += 1
    community[.decisions].segments[0] = segment
    delta.touched.append(member)
  }
}
