import Canvas
import Community
import Foundation
import Journal
import Screen
import TestCommunities
import Testing

@testable import Dashboard

@Suite struct NPSScenarios {
  @Test func theScoreSaysHowSureItIs() throws {
    let stage = try Self.stage()
    // Of twelve answers three are of promoters and six of detractors.
    try stage.play(
      .press("7"),
      stage.sees(
        "−61 … 21  n 12", "low n", "one answer per member (latest, 90 days)", "promoters 25%",
        "detractors 50%"))
  }

  @Test func aNewAnswerIsOnTopAndTheNumberRunsToIt() throws {
    let stage = try Self.stage()
    var frames = 0
    try stage.play(
      .press("7"), stage.sees { #expect($0.column("Member").first == "S 12") },
      stage.append { $0.answer("new", by: "s5", 10, "splendid", minutesAgo: 0) },
      stage.sees {
        #expect($0.column("Member").prefix(2) == ["S 5", "S 12"])
        #expect($0.line(with: "splendid").contains("10/10 S 5"))
        #expect($0.shows("−49 … 36  n 12"))
        #expect($0.shows("promoters 33%"))
      },
      // It has come to rest, and nothing wakes any more.
      .check { frames = $0.frameCount }, .advance(.seconds(1)), .check { #expect($0.frameCount == frames) })
  }

  @Test func theNumberRunsInStepsThatEnd() {
    var roll: ScoreRoll? = ScoreRoll(from: -30, to: 42)
    var values: [Double] = []
    while let step = roll {
      values.append(step.value)
      roll = step.next
    }
    #expect(values.count == ScoreRoll.steps)
    #expect(values.first == -30)
    #expect(zip(values, values.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test func whatIsSelectedStaysWhenAnswersComeIn() throws {
    let stage = try Self.stage()
    let selected = "10/10 S 11 Explorer shop lovely tea 2 d"
    try stage.play(
      size: Size(columns: 120, rows: 24), .press("7 j j"),
      stage.sees {
        #expect($0.part == "Words")
        #expect($0.selected == selected)
      },
      stage.append { shop in
        for number in 0..<30 {
          shop.answer("n\(number)", by: "s\(number % 12 + 1)", 9, "more", minutesAgo: 0)
        }
      },
      stage.sees {
        #expect($0.selected == selected)
        #expect($0.column("Member").prefix(2) == ["S 12", "S 11"])
        #expect($0.shows("30 new · Home"))
      },
      .press("home"),
      stage.sees {
        #expect($0.shows("newest on top"))
        #expect($0.line(with: "9/10 S 6").hasSuffix("more now █"))
        #expect($0.column("Member").prefix(3) == ["S 6", "S 5", "S 4"])
      },
      // All 42 are there: the first one is at the end.
      .press("end end"), stage.sees { #expect($0.selected.hasPrefix("0/10 S 1 ")) })
  }

  @Test func enterOpensWhoAnsweredAndEscComesBack() throws {
    let stage = try Self.stage()
    try stage.play(
      .press("7 j enter"),
      stage.sees {
        #expect($0.panel == "Members")
        #expect($0.selected.contains("s12"))
        #expect($0.shows("┌─ S 12 ─"))
      },
      .press("q q"), stage.sees { #expect($0.panel == "NPS") },
      .press("end enter"), stage.sees { #expect($0.selected.contains("s1 ")) })
  }

  @Test func theTableTellsAnswersApartByTheNextDimension() throws {
    let stage = try Self.stage()
    try stage.play(
      .press("7 b"),
      stage.sees {
        #expect($0.part == "Groups")
        #expect($0.column("Store") == ["unknown"])
      },
      .press("b b b"), stage.sees { #expect($0.column("Tier") == ["Explorer"]) },
      .press("b b b"), stage.sees { #expect($0.column("Channel") == ["app", "shop"]) })
  }

  @Test func aFilterCountsTheAnswersOfSomeMembersAlone() throws {
    let stage = try Self.stage()
    stage.shop.answer("anon", by: nil, 3, "no", minutesAgo: 0)
    try stage.play(
      size: Size(columns: 80, rows: 24), .press("7 ] ] f"), .type("idd:s12"), .press("enter"),
      stage.sees {
        #expect($0.popUp.contains("│ no field is called 'idd': did you mean id? │"))
        #expect($0.shows("n 13"))
      },
      .press("end ctrl+u"), .type("id:s1,s11,s12"), .press("enter"),
      stage.sees {
        #expect($0.shows("n 3"))
        #expect($0.column("Member") == ["S 12", "S 11", "S 1"])
        #expect($0.shows("only id:s1,s11,s12, without anonymous answers"))
      },
      .press("]"), .press("]"), stage.sees("1 detractor waiting for an answer"), .press("["), .press("["),
      stage.append { $0.answer("new", by: "s1", 9, "better", minutesAgo: 0) },
      stage.sees {
        #expect($0.shows("NPS 100"))
        #expect($0.column("Member") == ["S 1", "S 12", "S 11", "S 1"])
      },
      .press("esc"),
      stage.sees {
        #expect($0.shows("n 13"))
        #expect(!$0.shows("only of"))
      })
  }

  @Test func onTheWallTheScoreFillsTheScreen() throws {
    let stage = try Self.stage()
    let isWall = { (screen: ShownScreen) in !screen.shows("Groups") && screen.shows("10/10 S 12") }
    try stage.play(
      size: Size(columns: 200, rows: 60), .press("7 w"), stage.sees { #expect(isWall($0)) },
      .press("esc"), stage.sees { #expect(!isWall($0) && $0.panel == "NPS") },
      .press("w"), stage.sees { #expect(isWall($0)) },
      .press("w"), stage.sees { #expect(!isWall($0) && $0.panel == "NPS") })
  }

  @Test func keysThatCannotDoAnythingSayWhy() throws {
    let stage = try Self.stage()
    stage.shop.answer("anon", by: nil, 3, "no", minutesAgo: 0)
    try stage.play(
      .press("7 c"), stage.sees { #expect($0.message == "No answer is selected") },
      .press("j c"), stage.sees { #expect($0.message.hasPrefix("The answer is anonymous")) },
      .press("m"), stage.sees { #expect($0.message == "No topic is selected") },
      .press("o"), stage.sees { #expect($0.message == "This works in Drivers only") })
    #expect(try stage.journal().isEmpty)
  }

  @Test func withoutAnswersThePanelSaysWhatFillsIt() throws {
    let stage = Stage(members: 3)
    try stage.play(.press("7"), stage.sees("surveys.jsonl"), .press("b t w enter"))
  }

  // MARK: Support

  /// A dozen members with an answer each, the first one's the oldest.
  private static let scores = [0, 1, 2, 3, 4, 5, 7, 8, 8, 9, 10, 10]

  private static func words(_ score: Int) -> String { score < 6 ? "the parcel was late" : "lovely tea" }

  static func stage() throws -> Stage {
    let stage = Stage(members: 0)
    for number in 1...12 {
      stage.shop.add(member: "s\(number)", name: "S \(number)", city: "上海")
      stage.shop.order(by: "s\(number)", amount: 100, daysAgo: 100 + number)
    }
    for (index, score) in scores.enumerated() {
      stage.shop.answer(
        "a\(index + 1)", by: "s\(index + 1)", score, words(score), minutesAgo: (12 - index) * 60 * 24,
        channel: index < 8 ? "app" : "shop")
    }
    stage.shop.settle()
    try stage.makeFolder()
    return stage
  }

  /// The same as files of a folder.
  static func realStage(ratings: Bool = false) throws -> Stage {
    let stage = try stage()
    try stage.write("members.jsonl", lines: 1...12) { #"{"id":"s\#($0)","name":"S \#($0)"}"# }
    try stage.write("surveys.jsonl", lines: scores.indices) { index in
      let score = scores[index]
      let rated = #""ratings":{"taste":\#(1 + score / 3),"parcel":\#(1 + index * 7 % 5)},"#
      return #"{"id":"a\#(index + 1)","member":"s\#(index + 1)","kind":"nps","score":\#(score),"#
        + (ratings ? rated : "") + #""text":"\#(words(score))","at":"\#(stage.time(daysAgo: 12 - index))"}"#
    }
    stage.readsFolder = true
    return stage
  }
}
