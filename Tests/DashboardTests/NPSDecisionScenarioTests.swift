import Canvas
import Community
import Foundation
import Journal
import Screen
import TestCommunities
import Testing

@testable import Dashboard

/// What is done about what members say, and what is worked out from it.
@Suite struct NPSDecisionScenarios {
  @Test func aDetractorIsTakenNotedContactedAndClosed() throws {
    let stage = try NPSScenarios.stage()
    try stage.play(
      size: Size(columns: 80, rows: 24), .press("7 ] ] ] ]"),
      stage.sees {
        #expect($0.part == "To answer")
        // Whoever has waited longest is first.
        #expect($0.selected == "12 d 0/10 S 1 Explorer app the parcel was late")
        #expect($0.shows("6 detractors waiting for an answer"))
      },
      .press("c"), stage.sees("claim: S 1 ✓ u undo", "[claim ✓]"),
      .press("n"), .type("will call"), .press("enter t x"), .type("sent a new tin"), .press("enter"),
      stage.sees("close: S 1 ✓ u undo", "[close ✓]"),
      .press("u"), stage.sees { #expect($0.message.hasPrefix("Undone: ")) })
    let decisions = try stage.journal()
    #expect(decisions.map(\.action) == [.claim, .note, .contact, .close, .undo])
    #expect(decisions.allSatisfy { $0.member == "s1" && $0.manager == "Ann" })
    #expect(decisions.prefix(4).allSatisfy { $0.survey == "a1" })
    #expect(decisions[1].text == "will call")
    #expect(decisions[3].reason == "sent a new tin")
    #expect(decisions[4].undoes == decisions[3].id)
  }

  @Test func whatWasDecidedComesBackFromTheFolder() throws {
    let stage = try NPSScenarios.realStage()
    try stage.play(
      size: Size(columns: 120, rows: 36), .press("7 ] ]"),
      stage.sees {
        #expect($0.part == "To answer")
        #expect($0.shows("6 detractors waiting for an answer"))
      },
      .press("t"), .press("f5"),
      stage.sees {
        #expect($0.shows("5 detractors waiting for an answer"))
        #expect($0.column("Member") == (2...6).map { "S \($0)" })
        #expect(!$0.shows("✓"))
      },
      .press("u"), .press("f5"),
      stage.sees {
        #expect($0.shows("6 detractors waiting for an answer"))
        #expect($0.column("Member").first == "S 1")
      })
  }

  @Test func aFixIsDatedAndShowsBeforeAndAfter() throws {
    let stage = try NPSScenarios.realStage()
    try stage.play(
      size: Size(columns: 120, rows: 36), .press("7 ]"), .press("m"), .type("2099-01-01 later"),
      .press("enter"), stage.sees { #expect($0.message == "The date has to be today or earlier") },
      .press("ctrl+u"), .type("2026-02-20 new couriers"), .press("enter"), .press("f5"),
      stage.sees {
        #expect($0.selected.hasPrefix("Delivery"))
        #expect($0.selected.hasSuffix("2026-02-20"))
        #expect($0.shows("fix of 2026-02-20"))
        #expect($0.shows("before 100.0% of words"))
      })
    let fix = try #require(try stage.journal().first)
    #expect(fix.action == .fix)
    #expect(fix.topic == "delivery")
    #expect(fix.text == "new couriers")
    #expect(fix.until.map { stage.shop.zone.day(of: $0).description } == "2026-02-20")
  }

  @Test func aTopicOpensItsAnswers() throws {
    let stage = try NPSScenarios.stage()
    try stage.play(
      .press("7 ] enter"),
      stage.sees {
        #expect($0.popUp.first?.contains("Delivery: answers") == true)
        #expect($0.popUp.count { $0.contains("the parcel was late") } == 6)
        #expect($0.selected == "5/10 S 6 the parcel was late 7 d")
      },
      .press("j enter"),
      stage.sees {
        #expect($0.panel == "Members")
        #expect($0.selected.contains("s5"))
      })
  }

  @Test func driversAreWorkedOutWhenTheyAreShown() throws {
    let stage = try NPSScenarios.realStage(ratings: true)
    try stage.play(
      .press("7"), .press("[ ["),
      stage.sees {
        #expect($0.part == "Drivers")
        #expect($0.shows("shares of R² on the NPS answer · association, not cause"))
        #expect($0.shows("n 12 · LMG"))
        #expect($0.shows("a taste"))
      },
      .press("o"),
      stage.sees {
        #expect($0.shows("shares of R² on buying again within 90 d"))
        #expect($0.shows("No answer has both ratings and this outcome"))
      },
      .press("o"), stage.sees("on the NPS answer", "n 12 · LMG"))
  }

  @Test func driversThatAreShownAreWorkedOutAgainForANewReading() throws {
    let stage = try NPSScenarios.realStage(ratings: true)
    try stage.play(
      .press("7 [ ["), stage.sees("R²", "n 12"), .press("f5"), stage.sees("R²", "n 12"),
      // What isn't on the screen waits until it is.
      .press("] f5 ["), stage.sees("R²", "n 12"))
  }

  @Test func escStopsDrivers() throws {
    let stage = try NPSScenarios.realStage(ratings: true)
    try stage.write("program.json", #"{"drivers":{"draws":100000}}"#)
    // The keys arrive together, while the resamples are still being drawn.
    try stage.play(
      .press("7"), .press("[ [ esc"),
      stage.sees {
        #expect($0.panel == "NPS")
        #expect($0.part == "Drivers")
        #expect($0.shows("stopped"))
      })
  }
}
