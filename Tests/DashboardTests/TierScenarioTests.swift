import Canvas
import Community
import Foundation
import JSONTape
import Screen
import TestCommunities
import Testing

@testable import Dashboard

/// The panel of tiers, key by key, through the real loop and the real engine.
@Suite struct TierScenarios {
  /// A folder of twelve members, of whom number n bought n times in the last months.
  private static func stage() throws -> Stage {
    let stage = Stage(members: 0)
    try stage.makeFolder()
    stage.options.asOf = .now
    stage.readsFolder = true
    try stage.write("members.jsonl", lines: 1...12) { #"{"id":"t\#($0)","name":"T \#($0)"}"# }
    try stage.write("orders.jsonl", lines: 1...12) { number in
      (1...number).map { order in
        #"{"id":"o\#(number)-\#(order)","member":"t\#(number)","amount":900,"#
          + #""at":"\#(stage.time(daysAgo: 20 * order + number))"}"#
      }.joined(separator: "\n")
    }
    try stage.write("program.json", metals)
    return stage
  }

  private static let metals = #"{"name":"Tea","tiers":{"programme":"silver-gold-platinum"}}"#

  @Test func enterLeadsToTheMemberAndEscBack() throws {
    let stage = try Self.stage()
    try stage.play(
      .press("3"),
      stage.sees {
        #expect($0.panel == "Tiers")
        #expect($0.part == "Quarter's end")
        #expect($0.shows("2 rising"))
      },
      .press("o"), stage.sees { #expect($0.column("Name") == ["T 11", "T 3"]) },
      .press("enter"),
      stage.sees {
        #expect($0.panel == "Members")
        #expect($0.shows("┌─ T 11 ─"))
      },
      .press("esc esc"), stage.sees { #expect($0.panel == "Tiers") })
  }

  @Test func everyPartIsReachedByKeys() throws {
    let stage = try Self.stage()
    func isAt(_ part: String) -> MemoryTerminalStep { stage.sees { #expect($0.part == part) } }
    try stage.play(
      size: Size(columns: 80, rows: 24), .press("3"), isAt("Quarter's end"), .press("]"), isAt("Pyramid"),
      .press("] j j"), isAt("Moves"), .press("]"), isAt("RFM"), .press("]"), isAt("Points"),
      .press("] down"), isAt("Benefits"), .press("]"), isAt("What if"),
      stage.sees("Choose a threshold below and type another number: nothing is saved.", "0 would move"),
      .press("S"),
      stage.sees {
        #expect($0.popUp.isEmpty)
        #expect($0.message == "The thresholds are the current ones")
      })
  }

  @Test func aThresholdIsTriedAndWrittenOnlyWhenConfirmed() throws {
    let stage = try Self.stage()
    let path = stage.folder + "/program.json"
    try stage.play(
      .press("3 w"),
      stage.sees {
        #expect($0.shows("0 would move"))
        #expect($0.lines.contains { $0.contains(#/│ Platinum +1 +1 +=/#) }, "\($0)")
      },
      // Platinum from 9,000 instead of 10,000 wants twelve purchases still; so does from 1,000.
      .press("enter backspace backspace backspace backspace backspace 9 0 0 0 enter"),
      stage.sees {
        #expect($0.shows("Tried only; S writes it to program.json."))
        #expect($0.selected.hasPrefix("Platinum to get spend"))
        #expect($0.selected.hasSuffix("¥9,000.00"))
        #expect($0.shows("0 would move"))
      },
      // Its purchases: ten instead of twelve.
      .press("down enter backspace backspace 1 0 enter"),
      stage.sees {
        #expect($0.shows("2 would move"))
        #expect($0.shows("T 10") && $0.shows("T 11"))
        #expect($0.selected.hasSuffix("12 10"))
      },
      stage.check { _ in #expect((try? String(contentsOfFile: path, encoding: .utf8)) == Self.metals) },
      .press("S n"), stage.sees("Tried only; S writes it to program.json."),
      .press("S y"), stage.sees { #expect($0.message == "The thresholds are in program.json") },
      .press("f5"),
      stage.sees {
        #expect($0.shows("0 would move"))
        #expect($0.lines.contains { $0.contains(#/│ Platinum +3 +3 +=/#) }, "\($0)")
        #expect(!$0.shows("Tried only"))
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
    let stage = try Self.stage()
    try stage.play(
      .press("3 w m"),
      stage.sees {
        #expect($0.panel == "Tiers")
        #expect($0.message == "No member is listed")
      },
      .press("enter backspace backspace backspace backspace backspace 9 0 0 0 enter"),
      .press("down enter backspace backspace 1 0 enter"), stage.sees("2 would move"),
      .press("m"),
      stage.sees {
        #expect($0.panel == "Members")
        #expect($0.column("Id") == ["t11", "t10"])
      })
  }

  /// What is typed and given up again is as it was before, and what is tried goes with `x`.
  @Test func aTrialIsGivenUp() throws {
    let stage = try Self.stage()
    let nothingTried = stage.sees {
      #expect($0.shows("Choose a threshold below and type another number: nothing is saved."))
      #expect(!$0.shows("¥1,000.00"))
    }
    try stage.play(
      .press("3 w enter backspace"), stage.sees("New value: 1000_", "¥1,000.00"),
      .press("esc"), nothingTried,
      .press("enter backspace enter"), stage.sees("Tried only; S writes it to program.json.", "¥1,000.00"),
      .press("x"), nothingTried)
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
    let names = programme.tiers.map(\.name.english)
    try stage.play(
      size: Size(columns: 200, rows: 60), .press("2 g"), .type("t1"), .press("enter enter"),
      stage.sees { #expect(Self.tierOnCard($0) == names[0], "\($0)") },
      .press("3"), stage.sees { #expect(Self.pyramid($0, programme).values.reduce(0, +) == 12, "\($0)") },
      stage.append { shop in
        for order in 1...12 { shop.order(by: "t1", amount: 5_000, daysAgo: 70 + order) }
      },
      stage.sees { #expect(Self.pyramid($0, programme).values.reduce(0, +) == 12, "\($0)") },
      .press("2"),
      stage.sees {
        #expect($0.shows("┌─ T 1 ─"))
        #expect(names.dropFirst().contains(Self.tierOnCard($0)), "\($0)")
      })
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
      .press("3"), stage.sees { #expect(Self.pyramid($0, .kox3)["Explorer"] == 150, "\($0)") },
      stage.append { shop in
        for number in 1...150 {
          for order in 1...8 { shop.order(by: "t\(number)", amount: 5_000, daysAgo: 10 + order) }
        }
      },
      stage.sees { #expect(Self.pyramid($0, .kox3)["Explorer"] == 0, "\($0)") },
      .press("2 f"), .type("orders:9"), .press("enter"), stage.sees("150 members · 1,350 orders"))
  }

  /// The tier that a card on the screen names.
  private static func tierOnCard(_ screen: ShownScreen) -> String {
    screen.lines.compactMap { $0.firstMatch(of: #/│ Tier +(\S.*?) +[│█]/#).map { String($0.1) } }.first ?? ""
  }

  /// How many members the panel shows in each tier.
  private static func pyramid(_ screen: ShownScreen, _ programme: TierProgramme) -> [String: Int] {
    var counts: [String: Int] = [:]
    for name in programme.tiers.map(\.name.english) {
      let line = screen.lines.first { $0.drop { $0 == " " }.hasPrefix("\(name) ") } ?? ""
      counts[name] = line.firstMatch(of: #/([\d,]+) +\d+%/#).flatMap { Int($0.1) }
    }
    return counts
  }
}
