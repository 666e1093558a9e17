import Canvas
import Community
import Feeds
import Foundation
import Journal
import Loyalty
import Screen
import TestCommunities
import Testing

@testable import Dashboard

@Suite struct NPSScenarios {
  @Test func theScoreSaysHowSureItIs() throws {
    let stage = try Self.stage()
    try stage.play(
      .press("7"),
      stage.check {
        let text = view($0.state).grid.plainText
        // Of twelve answers three are of promoters and six of detractors.
        #expect($0.state.nps.figures?.satisfaction.nps.responses == 12)
        #expect(text.contains("−61 … 21  n 12"))
        #expect(text.contains("low n"))
        #expect(text.contains("each member's last answer in 90 d"))
      })
  }

  @Test func aNewAnswerIsOnTopAndTheNumberRunsToIt() throws {
    let stage = try Self.stage()
    try stage.play(
      .press("7"), stage.check { #expect($0.state.npsAnswers.first.map { $0.score } == 10) },
      stage.append { $0.answer("new", by: "s5", 10, "splendid", minutesAgo: 0) },
      stage.check {
        #expect($0.state.npsAnswers.first?.score == 10)
        #expect(view($0.state).grid.plainText.contains("splendid"))
        // It has come to rest, and nothing wakes any more.
        #expect($0.state.nps.roll == nil)
      })
    #expect(stage.state.nps.figures?.satisfaction.nps.promoters == 4)
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
    var selected: SurveyAnswer?
    try stage.play(
      size: Size(columns: 120, rows: 24), .press("7 j j"),
      stage.check { stage in
        #expect(stage.state.npsSection == .words)
        #expect(stage.state.npsSelected(.words) == 1)
        selected = stage.state.npsAnswer
      },
      stage.append { shop in
        for number in 0..<30 {
          shop.answer("n\(number)", by: "s\(number % 12 + 1)", 9, "more", minutesAgo: 0)
        }
      },
      stage.check { stage in
        #expect(stage.state.npsAnswer == selected)
        #expect(stage.state.npsSelected(.words) == 1)
        #expect(view(stage.state).grid.plainText.contains("30 new"))
      },
      .press("home"),
      stage.check {
        #expect($0.state.nps.held == nil)
        #expect($0.state.npsAnswers.count == 42)
      })
  }

  @Test func aDetractorIsTakenNotedContactedAndClosed() throws {
    let stage = try Self.stage()
    try stage.play(
      size: Size(columns: 80, rows: 24), .press("7 ] ] ] ]"),
      stage.check {
        #expect($0.state.npsSection == .loop)
        // Whoever has waited longest is first.
        #expect($0.state.npsAnswer.map { $0.score } == 0)
        #expect($0.state.nps.figures?.satisfaction.openDetractors == 6)
      },
      .press("c"), stage.check { #expect($0.state.message?.canUndo == true) }, .press("n"),
      .type("will call"),
      .press("enter t x"), .type("sent a new tin"), .press("enter"),
      stage.check { #expect($0.state.decisions.decided.count == 4) }, .press("u"),
      stage.check { #expect($0.state.message?.text == "Taken back: close: S 1") })
    let decisions = try Self.journal(stage)
    #expect(decisions.map(\.action) == [.claim, .note, .contact, .close, .undo])
    #expect(decisions.allSatisfy { $0.member == "s1" && $0.manager == "Ann" })
    #expect(decisions.prefix(4).allSatisfy { $0.survey == "a1" })
    #expect(decisions[1].text == "will call")
    #expect(decisions[3].reason == "sent a new tin")
    #expect(decisions[4].undoes == decisions[3].id)
  }

  @Test func whatWasDecidedComesBackFromTheFolder() throws {
    let stage = try Self.realStage()
    try stage.play(
      size: Size(columns: 120, rows: 36), .press("7 ] ]"),
      stage.check {
        #expect($0.state.npsSection == .loop)
        #expect($0.state.nps.figures?.satisfaction.openDetractors == 6)
      },
      .press("t"), .press("f5"),
      stage.check {
        #expect($0.state.nps.figures?.satisfaction.openDetractors == 5)
        #expect($0.state.nps.figures?.satisfaction.answeredDetractors == 1)
        #expect($0.state.decisions.answers.isEmpty)
      },
      .press("u"), .press("f5"),
      stage.check { #expect($0.state.nps.figures?.satisfaction.openDetractors == 6) })
  }

  @Test func aFixIsDatedAndShowsBeforeAndAfter() throws {
    let stage = try Self.realStage()
    try stage.play(
      size: Size(columns: 120, rows: 36), .press("7 ]"), .press("m"), .type("2099-01-01 later"),
      .press("enter"),
      stage.check { #expect($0.state.message?.kind == .warning) }, .press("ctrl+u"),
      .type("2026-02-20 new couriers"), .press("enter"), .press("f5"),
      stage.check {
        #expect($0.state.npsTopic?.fix?.day.description == "2026-02-20")
        #expect(view($0.state).grid.plainText.contains("fix of 2026-02-20"))
      })
    let fix = try #require(try Self.journal(stage).first)
    #expect(fix.action == .fix)
    #expect(fix.topic == "delivery")
    #expect(fix.text == "new couriers")
    #expect(fix.until.map { stage.shop.zone.day(of: $0).description } == "2026-02-20")
  }

  @Test func enterOpensWhoAnsweredAndEscComesBack() throws {
    let stage = try Self.stage()
    try stage.play(
      .press("7 j enter"),
      stage.check {
        #expect($0.state.panel == .members)
        #expect($0.members.selectedID == "s12")
        #expect($0.state.members.card.isOpen)
      },
      .press("q q"), stage.check { #expect($0.state.panel == .nps) },
      .press("end enter"), stage.check { #expect($0.members.selectedID == "s1") })
  }

  @Test func aTopicOpensItsAnswers() throws {
    let stage = try Self.stage()
    try stage.play(
      .press("7 ] enter"),
      stage.check {
        guard let open = $0.state.overlay as? TopicAnswers else {
          Issue.record("no answers are open")
          return
        }
        #expect(open.topic.id == "delivery")
        #expect(open.answers.count == 6)
      },
      .press("j enter"), stage.check { #expect($0.state.panel == .members) })
  }

  @Test func theTableTellsAnswersApartByTheNextDimension() throws {
    let stage = try Self.stage()
    try stage.play(
      .press("7 b"),
      stage.check {
        #expect($0.state.npsSection == .groups)
        #expect($0.state.nps.dimension == .store)
        #expect($0.state.npsGroups.map(\.key) == [nil])
      },
      .press("b b b"), stage.check { #expect(view($0.state).grid.plainText.contains("tier")) },
      .press("b b b"),
      stage.check {
        #expect($0.state.nps.dimension == .channel)
        #expect($0.state.npsGroups.map(\.key) == ["app", "shop"])
      })
  }

  @Test func aFilterCountsTheAnswersOfSomeMembersAlone() throws {
    let stage = try Self.stage()
    stage.shop.answer("anon", by: nil, 3, "no", minutesAgo: 0)
    try stage.play(
      size: Size(columns: 80, rows: 24), .press("7 ] ] f"), .type("idd:s12"), .press("enter"),
      stage.check {
        #expect(view($0.state).grid.plainText.contains("idd"))
        #expect($0.state.overlay != nil)
        #expect($0.state.nps.figures?.satisfaction.nps.responses == 13)
      },
      .press("end ctrl+u"), .type("id:s1,s11,s12"), .press("enter"),
      stage.check {
        #expect($0.state.nps.figures?.satisfaction.nps.responses == 3)
        #expect($0.state.nps.figures?.satisfaction.openDetractors == 1)
        #expect($0.state.npsAnswers.count == 3)
        #expect(view($0.state).grid.plainText.contains("only of id:s1,s11,s12"))
      },
      stage.append { $0.answer("new", by: "s1", 9, "better", minutesAgo: 0) },
      stage.check {
        #expect($0.state.nps.figures?.satisfaction.nps.promoters == 3)
        #expect($0.state.npsAnswers.count == 4)
      },
      .press("esc"), stage.check { #expect($0.state.nps.figures?.satisfaction.nps.responses == 13) })
  }

  @Test func onTheWallTheScoreFillsTheScreen() throws {
    let stage = try Self.stage()
    try stage.play(
      size: Size(columns: 200, rows: 60), .press("7 w"), stage.check { #expect($0.state.nps.isWall) },
      .press("esc"), stage.check { #expect(!$0.state.nps.isWall) }, .press("w w"),
      stage.check { #expect(!$0.state.nps.isWall) })
  }

  @Test func driversAreWorkedOutWhenTheyAreShown() throws {
    let stage = try Self.realStage(ratings: true)
    try stage.play(
      .press("7"), stage.check { #expect($0.state.nps.drivers == nil) }, .press("[ ["),
      stage.check {
        #expect($0.state.npsSection == .drivers)
        #expect($0.state.nps.drivers?.isRunning == false)
        #expect($0.state.nps.drivers?.figures?.isSettled == true)
        #expect($0.state.nps.drivers?.figures?.n == 12)
        #expect(view($0.state).grid.plainText.contains("association, not cause"))
      },
      .press("o"),
      stage.check {
        #expect($0.state.nps.drivers?.outcome == .repurchase)
        #expect($0.state.nps.drivers?.figures?.absence != nil)
        #expect(view($0.state).grid.plainText.contains("buying again within 90 d"))
      },
      .press("o"), stage.check { #expect($0.state.nps.drivers?.figures?.n == 12) })
  }

  @Test func driversThatAreShownAreWorkedOutAnewForANewReading() throws {
    let stage = try Self.realStage(ratings: true)
    func isShown(_ stage: Stage) -> Bool {
      let drivers = stage.state.nps.drivers
      return drivers?.isOutdated == false && drivers?.figures?.n == 12
        && view(stage.state).grid.plainText.contains("R²")
    }
    try stage.play(
      .press("7 [ ["), stage.check { #expect(isShown($0) && $0.state.data.shown?.reading == 1) },
      .press("f5"), stage.check { #expect(isShown($0) && $0.state.data.shown?.reading == 2) },
      // What isn't on screen waits until it is.
      .press("] f5"), stage.check { #expect($0.state.nps.drivers?.isOutdated == true) },
      .press("["), stage.check { #expect(isShown($0)) })
  }

  @Test func escStopsDriversAndTheSharesStay() throws {
    let stage = try Self.realStage(ratings: true)
    let program = "{\"drivers\":{\"draws\":100000}}"
    try program.write(toFile: stage.folder + "/program.json", atomically: true, encoding: .utf8)
    // The keys arrive together, while the resamples are still being drawn.
    try stage.play(
      .press("7"), .press("[ [ esc"),
      stage.check {
        #expect($0.state.nps.drivers?.isStopped == true)
        #expect($0.state.nps.drivers?.isRunning == false)
        #expect($0.state.panel == .nps)
      })
  }

  @Test func keysThatCannotDoAnythingSayWhy() throws {
    let stage = try Self.stage()
    stage.shop.answer("anon", by: nil, 3, "no", minutesAgo: 0)
    try stage.play(
      .press("7 c"), stage.check { #expect($0.state.message?.text == "No answer is selected") },
      .press("j c"),
      stage.check { #expect($0.state.message?.text.hasPrefix("The answer is anonymous") == true) },
      .press("m"), stage.check { #expect($0.state.message?.text == "No topic is selected") },
      .press("o"), stage.check { #expect($0.state.message?.text == "This belongs to the drivers") })
    #expect(try Self.journal(stage).isEmpty)
  }

  @Test func withoutAnswersThePanelSaysWhatFillsIt() throws {
    let stage = Stage(members: 3)
    try stage.play(
      .press("7"), stage.check { #expect(view($0.state).grid.plainText.contains("surveys.jsonl")) },
      .press("b t w enter"))
  }

  // MARK: Support

  /// A dozen members with an answer each, the first one's the oldest: scores 0, 1, … 5, 7, 8, 8, 9, 10, 10.
  private static let scores = [0, 1, 2, 3, 4, 5, 7, 8, 8, 9, 10, 10]

  private static func stage() throws -> Stage {
    let stage = Stage(members: 0)
    for number in 1...12 {
      stage.shop.add(member: "s\(number)", name: "S \(number)", city: "上海")
      stage.shop.order(by: "s\(number)", amount: 100, daysAgo: 100 + number)
    }
    for (index, score) in scores.enumerated() {
      stage.shop.answer(
        "a\(index + 1)", by: "s\(index + 1)", score, score < 6 ? "the parcel was late" : "lovely tea",
        minutesAgo: (12 - index) * 60 * 24, channel: index < 8 ? "app" : "shop")
    }
    stage.shop.settle()
    try FileManager.default.createDirectory(atPath: stage.folder, withIntermediateDirectories: true)
    stage.options.folder = stage.folder
    stage.options.manager = "Ann"
    return stage
  }

  /// The same as files of a folder.
  private static func realStage(ratings: Bool = false) throws -> Stage {
    let stage = try stage()
    let members = (1...12).map { "{\"id\":\"s\($0)\",\"name\":\"S \($0)\"}\n" }.joined()
    let answers = scores.enumerated().map { index, score in
      let at = Shop.noon.adding(seconds: -86_400 * Int64(12 - index))
      let words = score < 6 ? "the parcel was late" : "lovely tea"
      return "{\"id\":\"a\(index + 1)\",\"member\":\"s\(index + 1)\",\"kind\":\"nps\",\"score\":\(score),"
        + (ratings ? "\"ratings\":{\"taste\":\(1 + score / 3),\"parcel\":\(1 + index * 7 % 5)}," : "")
        + "\"text\":\"\(words)\",\"at\":\"\(stage.shop.zone.string(from: at))\"}\n"
    }.joined()
    try members.write(toFile: stage.folder + "/members.jsonl", atomically: true, encoding: .utf8)
    try answers.write(toFile: stage.folder + "/surveys.jsonl", atomically: true, encoding: .utf8)
    stage.readsFolder = true
    return stage
  }

  private static func journal(_ stage: Stage) throws -> [Decision] {
    guard let data = FileManager.default.contents(atPath: stage.folder + "/decisions.jsonl") else {
      return []
    }
    return Decision.read(lines: Array(data), zone: stage.shop.zone)
  }
}
