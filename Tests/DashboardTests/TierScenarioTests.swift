import Canvas
import Community
import Foundation
import JSONTape
import Loyalty
import Screen
import TestCommunities
import Testing

@testable import Dashboard

/// The panel of tiers, key by key, through the real loop and the real engine.
@Suite struct TierScenarios {
  /// A folder of twelve members, of whom number n bought n times in the last months.
  private static func stage(program: String) throws -> Stage {
    let stage = Stage(members: 0)
    stage.options.folder = stage.folder
    stage.options.asOf = .now
    try FileManager.default.createDirectory(atPath: stage.folder, withIntermediateDirectories: true)
    let members = (1...12).map { "{\"id\":\"t\($0)\",\"name\":\"T \($0)\"}\n" }.joined()
    let orders = (1...12).flatMap { number in
      (1...number).map { order in
        let day = Shop.noon.adding(seconds: -86_400 * Int64(20 * order + number))
        return "{\"id\":\"o\(number)-\(order)\",\"member\":\"t\(number)\",\"amount\":900,"
          + "\"at\":\"\(stage.shop.zone.string(from: day))\"}\n"
      }
    }.joined()
    try members.write(toFile: stage.folder + "/members.jsonl", atomically: true, encoding: .utf8)
    try orders.write(toFile: stage.folder + "/orders.jsonl", atomically: true, encoding: .utf8)
    try program.write(toFile: stage.folder + "/program.json", atomically: true, encoding: .utf8)
    stage.readsFolder = true
    return stage
  }

  private static let metals = "{\"name\":\"Tea\",\"tiers\":{\"programme\":\"silver-gold-platinum\"}}"

  @Test func enterLeadsToTheMemberAndEscBack() throws {
    let stage = try Self.stage(program: Self.metals)
    try stage.play(
      .press("3"),
      stage.check {
        #expect($0.state.tiers.board != nil)
        #expect($0.state.tiersSection == .forecast)
      },
      .press("o enter"),
      stage.check { stage in
        guard stage.state.tiers.board?.rising.isEmpty == false else { return }
        #expect(stage.state.panel == .members)
        #expect(stage.state.members.card.isOpen)
      },
      .press("esc esc esc"))
  }

  @Test func everyPartIsReachedByKeys() throws {
    let stage = try Self.stage(program: Self.metals)
    var seen: Set<TiersSection> = []
    try stage.play(
      size: Size(columns: 80, rows: 24), .press("3"),
      stage.check { seen.insert($0.state.tiersSection) }, .press("]"),
      stage.check { seen.insert($0.state.tiersSection) }, .press("] j j"),
      stage.check { seen.insert($0.state.tiersSection) }, .press("]"),
      stage.check { seen.insert($0.state.tiersSection) }, .press("]"),
      stage.check { seen.insert($0.state.tiersSection) }, .press("] down"),
      stage.check { seen.insert($0.state.tiersSection) }, .press("]"),
      stage.check {
        seen.insert($0.state.tiersSection)
        #expect($0.state.tiers.whatIf?.outcome != nil)
      },
      .press("S"), stage.check { #expect($0.state.overlay == nil) })
    #expect(seen == Set(TiersSection.allCases))
  }

  @Test func aThresholdIsTriedAndWrittenOnlyWhenConfirmed() throws {
    let stage = try Self.stage(program: Self.metals)
    let path = stage.folder + "/program.json"
    try stage.play(
      .press("3 w"),
      stage.check {
        #expect($0.state.tiers.whatIf?.outcome?.up == 0)
        #expect($0.state.tiers.board?.tiers.count(2) == 1)
      },
      // Platinum from 9,000 instead of 10,000 wants twelve purchases still; so does from 1,000.
      .press("enter backspace backspace backspace backspace backspace 9 0 0 0 enter"),
      stage.check {
        #expect($0.state.tiers.whatIf?.isChanged == true)
        #expect($0.state.tiers.whatIf?.rules.tiers[2].qualify?.minimums[0].least == 900_000)
      },
      // Its purchases: ten instead of twelve.
      .press("down enter backspace backspace 1 0 enter"),
      stage.check {
        #expect($0.state.tiers.whatIf?.outcome?.up == 2)
        #expect((try? String(contentsOfFile: path, encoding: .utf8)) == Self.metals)
      },
      .press("S n"), stage.check { #expect($0.state.tiers.whatIf?.isChanged == true) }, .press("S y"),
      stage.check { _ in }, .press("f5"),
      stage.check {
        #expect($0.state.tiers.board?.tiers.count(2) == 3)
        #expect($0.state.tiers.whatIf?.isChanged == false)
      })
    let written = try JSONValue(parsing: Array(try String(contentsOfFile: path, encoding: .utf8).utf8))
    #expect(written["name"]?.string == "Tea")
    #expect(written["tiers"]?["programme"]?.string == "silver-gold-platinum")
    let names = try FileManager.default.contentsOfDirectory(atPath: stage.folder)
    let kept = try #require(names.first { $0.hasPrefix("program.json.") })
    #expect(try String(contentsOfFile: stage.folder + "/" + kept, encoding: .utf8) == Self.metals)
  }

  /// Whoever would move is listed in the table.
  @Test func whoWouldMoveIsListed() throws {
    let stage = try Self.stage(program: Self.metals)
    try stage.play(
      .press("3 w m"), stage.check { #expect($0.state.panel == .tiers) },
      .press("enter backspace backspace backspace backspace backspace 9 0 0 0 enter"),
      .press("down enter backspace backspace 1 0 enter"),
      stage.check { #expect($0.state.tiers.whatIf?.outcome?.up == 2) }, .press("m"),
      stage.check { stage in
        let community = stage.state.data.shown?.roster.community
        #expect(stage.state.panel == .members)
        #expect(Set(stage.members.list.rows.map { community?.members.id($0) }) == ["t10", "t11"])
      })
  }

  /// What is typed and given up again is as it was before, and what is tried goes with `x`.
  @Test func aTrialIsGivenUp() throws {
    let stage = try Self.stage(program: Self.metals)
    try stage.play(
      .press("3 w enter backspace"), stage.check { #expect($0.state.tiers.whatIf?.isChanged == true) },
      .press("esc"), stage.check { #expect($0.state.tiers.whatIf?.isChanged == false) },
      .press("enter backspace enter"), stage.check { #expect($0.state.tiers.whatIf?.isChanged == true) },
      .press("x"), stage.check { #expect($0.state.tiers.whatIf?.isChanged == false) })
  }

  @Test(arguments: TierProgramme.allCases)
  func anAppendedOrderMovesItsMember(_ programme: TierProgramme) throws {
    let stage = Stage(members: 0)
    stage.shop.community.program.tiers.programme = programme.rawValue
    stage.shop.community.program.tiers.tiers = programme.tiers
    for number in 1...12 {
      stage.shop.add(member: "t\(number)", name: "T \(number)", city: "上海")
      for order in 1...number {
        stage.shop.order(by: "t\(number)", amount: 200, daysAgo: 80 + 10 * order + number)
      }
    }
    stage.shop.settle()
    func tier(_ stage: Stage) -> Int? {
      guard let roster = stage.state.data.shown?.roster else { return nil }
      return roster.community.member(id: "t1").flatMap { roster.measures?.tiers?.tier($0) }
    }
    try stage.play(
      .press("2"), stage.check { #expect(tier($0) == 0) },
      stage.append { shop in
        for order in 1...12 { shop.order(by: "t1", amount: 5_000, daysAgo: 70 + order) }
      },
      stage.check { stage in
        #expect(tier(stage) != 0 && tier(stage) != nil)
        let roster = stage.state.data.shown?.roster
        let member = roster?.community.member(id: "t1")
        let reason = member.flatMap {
          roster?.detail(of: $0).card.figures.first { $0.column == .tier }?.reason
        }
        guard case .tier(let standing) = reason else {
          Issue.record("no tier on the card")
          return
        }
        #expect(standing.tier == tier(stage).map { programme.tiers[$0].name })
        let levels = roster?.measures?.tierFigures?.levels.map(\.members)
        #expect(levels == programme.tiers.indices.map { roster?.measures?.tiers?.count($0) ?? -1 })
      },
      .press("esc"))
  }

  @Test("many orders at once are in the figures at once, and in the tiers with the next measures")
  func manyOrdersAtOnceMoveTheirMembersToo() throws {
    let stage = Stage(members: 0)
    for number in 1...150 {
      stage.shop.add(member: "t\(number)", name: "T \(number)", city: "上海")
      stage.shop.order(by: "t\(number)", amount: 20, daysAgo: 80)
    }
    stage.shop.settle()
    try stage.play(
      .press("2"),
      stage.append { shop in
        for number in 1...150 {
          for order in 1...8 { shop.order(by: "t\(number)", amount: 5_000, daysAgo: 10 + order) }
        }
      },
      stage.check { stage in
        let roster = stage.state.data.shown?.roster
        for number in [1, 77, 150] {
          let member = roster?.community.member(id: "t\(number)")
          #expect(member.flatMap { roster?.figures.orders($0) } == 9)
          #expect(member.flatMap { roster?.measures?.tiers?.tier($0) } ?? 0 > 0)
        }
      },
      .press("esc"))
  }
}
