import Canvas
import Community
import Foundation
import JSONTape
import Loyalty
import Screen
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
}
