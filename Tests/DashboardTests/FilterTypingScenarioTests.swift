import Canvas
import Screen
import TestCommunities
import Testing

@testable import Dashboard

/// Typing filters: what completes them, what was typed before, in both languages.
@Suite struct FilterTypingScenarios {
  @Test func valuesAreOfferedWithHowManyHaveThem() throws {
    let stage = Stage()
    try stage.play(
      .press("2 f"), .type("city:"),
      stage.sees {
        #expect($0.shows("上海 50"))
        #expect($0.shows("北京 50"))
        #expect($0.footer.contains("Tab complete"))
      },
      .type("上"), stage.sees { #expect(!$0.shows("北京 50")) },
      .press("tab"),
      stage.sees {
        #expect($0.shows("Filter city:上海"))
        #expect($0.shows("50 of 100"))
        // There's nothing left to complete.
        #expect(!$0.footer.contains("Tab"))
      },
      .press("enter"), stage.sees("Filter city:上海"))
  }

  @Test func fieldsAreOfferedInTheLanguageOfTheScreenAndReadInBoth() throws {
    let stage = Stage()
    stage.options.language = .simplifiedChinese
    try stage.play(
      .press("2 f"), .type("城"), stage.sees("城市 所在城市"),
      .press("tab"), .type("上海"), stage.sees("筛选 城市:上海", "50"),
      .press("ctrl+u"), .type("city:北京 消费>500"), .press("enter"),
      stage.sees { #expect(!$0.shows("没有名为")) })
  }

  @Test func arrowsGoThroughWhatIsOffered() throws {
    let stage = Stage()
    try stage.play(
      .press("2 f"), .type("city:"), .press("down down"),
      stage.sees {
        #expect($0.shows("▸北京") || $0.shows("▸上海"))
        #expect($0.footer.hasPrefix("Enter take it"))
      },
      .press("enter"), stage.sees("50 of 100"),
      .press("enter"), stage.sees { #expect(!$0.footer.contains("cancel")) })
  }

  @Test func filtersTypedBeforeComeBack() throws {
    let stage = Stage()
    try stage.play(
      .press("2 f"), .type("city:上海"), .press("enter"),
      .press("f ctrl+u"), .type("spend>500"), .press("enter"),
      .press("f ctrl+u"), .type("or"), .press("up"), stage.sees("Filter spend>500"),
      .press("up"), stage.sees("Filter city:上海"),
      .press("up"), stage.sees("Filter city:上海"),
      .press("down"), stage.sees("Filter spend>500"),
      .press("down"), stage.sees("Filter or"),
      .press("up up enter"), stage.sees("Filter city:上海", "50 of 100"))
    // Each once, the newest first, also at the next opening.
    #expect(stage.state.filtering.history == ["city:上海", "spend>500"])
    try stage.play(.press("f ctrl+u"), .press("up up"), stage.sees("Filter spend>500"))
  }

  @Test func alternativesAndBracketsWhileTyping() throws {
    let stage = Stage()
    try stage.play(
      .press("2 f"), .type("city:上海 (spend>990 OR "), stage.sees("1 of 100"),
      .type("spend<30"), stage.sees("2 of 100"),
      .type(") "), .press("enter"), stage.sees("2 of 100"),
      .press("/"), .type("ann"), .press("enter"), stage.sees("2 of 100"))
  }

  @Test func aListIsFilteredByWhatTheSelectedMemberHas() throws {
    let stage = Stage()
    try stage.play(
      .press("2 ="),
      stage.sees {
        #expect($0.popUp.contains { $0.contains("City city=北京") || $0.contains("City city=上海") })
        #expect($0.selected.hasPrefix("Spend spend:"))
      },
      .press("down down down down"), stage.sees { #expect($0.selected.hasPrefix("City")) },
      .press("enter"), stage.sees("50 of 100"))
  }

  @Test func theMouseTakesWhatIsOffered() throws {
    let stage = Stage()
    try stage.play(
      .press("2 f"), .type("city:"), stage.mouse(.press, on: .suggestion(0)), stage.sees("50 of 100"))
  }
}

/// Where the dashboard begins.
@Suite struct ResumingScenarios {
  @Test func itGoesOnWhereItWasLeft() throws {
    let stage = Stage()
    try stage.play(.press("2 f"), .type("city:上海"), .press("enter"), .press("down down down"))
    let selected = try #require(stage.state.members.selectedID)
    try stage.play(
      stage.sees {
        #expect($0.panel == "Members")
        #expect($0.shows("Filter city:上海"))
        #expect($0.shows("50 of 100"))
        #expect($0.selected.contains(selected))
      })
    stage.options.isFresh = true
    try stage.play(stage.sees { #expect($0.panel == "Overview") })
  }

  @Test func anotherFolderBeginsAtItsBeginning() throws {
    let stage = Stage()
    try stage.play(.press("7"))
    stage.options.folder = "/somewhere/else"
    try stage.play(stage.sees { #expect($0.panel == "Overview") })
  }

  @Test func theCommandLineSaysWhereToBegin() throws {
    let stage = Stage()
    stage.options.filter = "城市:上海"
    try stage.play(
      stage.sees {
        #expect($0.panel == "Members")
        #expect($0.shows("50 of 100"))
      })
    stage.options.panel = .recall
    try stage.play(stage.sees { #expect($0.panel == "Recall") })
    stage.options.filter = nil
    stage.options.panel = .tiers
    try stage.play(stage.sees { #expect($0.panel == "Tiers") })
  }

  @Test func aWallKeepsNothing() throws {
    let stage = Stage()
    try stage.play(.press("3"))
    stage.options.isWall = true
    try stage.play(stage.sees { #expect($0.panel == "NPS") }, .press("5"))
    stage.options.isWall = false
    try stage.play(stage.sees { #expect($0.panel == "Tiers") })
  }
}
