import Canvas
import Screen
import TestCommunities
import Testing

@testable import Dashboard

@Suite struct MovingScenarios {
  @Test func membersAreListedBySpendAndArrowsMove() throws {
    let stage = Stage()
    try stage.play(
      .press("2"),
      stage.sees {
        #expect($0.panel == "Members")
        #expect($0.column("Id").prefix(3) == ["m100", "m99", "m98"])
        #expect($0.shows("100 members · 100 orders"))
        #expect($0.selected.hasPrefix("Ann 100 m100"))
      },
      .press("down j j up"),
      stage.sees { #expect($0.selected.hasPrefix("Ann 98 m98")) },
      .press("end"),
      stage.sees {
        #expect($0.selected.hasPrefix("Ann 1 m1"))
        #expect($0.column("Id").last == "m1")
        #expect($0.shows("100/100"))
      },
      .press("home"),
      stage.sees {
        #expect($0.selected.hasPrefix("Ann 100 m100"))
        #expect($0.column("Id").first == "m100")
      },
      .press("pagedown"),
      stage.sees {
        // The last row of the first page.
        #expect($0.column("Id").first == "m100")
        #expect($0.column("Id").last == "m70")
        #expect($0.selected.hasPrefix("Ann 70 m70"))
      })
  }

  @Test func qGoesBackFirstAndQuitsThen() throws {
    let stage = Stage()
    let signal = try stage.play(
      .press("down enter"),
      stage.sees { #expect($0.panel == "Touchpoints") },
      .press("q"),
      stage.sees { #expect($0.panel == "Overview") },
      .press("q"), .press("2"),
      // It has ended, so nobody gets to see this.
      stage.sees { _ in Issue.record("q on the Overview doesn't quit") })
    #expect(signal == nil)
    #expect(stage.wasLeft)
  }

  @Test func aSignalEndsTheLoopAndGivesTheScreenBack() throws {
    let stage = Stage()
    let signal = try stage.play(.events([.signal(.terminate)]))
    #expect(signal == .terminate)
    #expect(stage.wasLeft)
  }

  @Test func theFirstFrameComesBeforeAnythingIsRead() throws {
    let stage = Stage()
    stage.deliversAtOnce = false
    try stage.play(stage.sees("Reading /somewhere/shop"), .press("q"))
    #expect(stage.frameCount >= 1)
  }

  @Test func keysThatDoNothingSayWhy() throws {
    let stage = Stage()
    try stage.play(
      .press("s"), stage.sees { #expect($0.message == "s is ‘sort’, which doesn't apply here") },
      .press("2 y"),
      stage.sees {
        #expect($0.message == "Copying is off; \"clipboard\": true in config.json allows it")
      },
      .press("A"), stage.sees { #expect($0.message == "No member is marked") })
  }

  @Test func resizingKeepsTheSelectionInSight() throws {
    let stage = Stage()
    try stage.play(
      .press("2 end"), .resize(Size(columns: 80, rows: 24)),
      stage.sees {
        #expect($0.lines.count == 24)
        #expect($0.selected.hasPrefix("Ann 1 m1"))
      },
      .resize(Size(columns: 1, rows: 1)), .resize(Size(columns: 0, rows: 0)),
      .resize(Size(columns: 200, rows: 60)),
      stage.sees {
        #expect($0.lines.count == 60)
        #expect($0.selected.hasPrefix("Ann 1 m1"))
      })
  }

  @Test func idleMeansNoWakeUps() throws {
    let stage = Stage()
    var before = 0
    try stage.play(
      .press("2"), .check { before = $0.eventCount }, .advance(.seconds(10)),
      .check { #expect($0.eventCount - before == 0) }, .advance(.seconds(60)),
      .check { #expect($0.eventCount - before <= 2) })
  }

  @Test func aKeyThatAsksForAListTakesOneFrame() throws {
    let stage = Stage()
    var before = 0
    try stage.play(
      .press("2"), .check { before = $0.frameCount }, .press("S"),
      .check { #expect($0.frameCount - before == 1) })
  }

  @Test func palettesRunCommandsByAFewLetters() throws {
    let stage = Stage()
    try stage.play(
      .press("2 :"), .type("colu"), .press("enter"),
      stage.sees {
        #expect($0.popUp.first?.contains("Columns") == true)
        #expect($0.shows("[x] Name"))
      })
  }
}

@Suite struct SearchScenarios {
  @Test func searchingListsWhileTyping() throws {
    let stage = Stage()
    try stage.play(
      .press("2 /"), .type("小3"),
      stage.sees {
        #expect($0.shows("Search 小3"))
        #expect($0.column("Id") == ["m39", "m36", "m33", "m30", "m3"])
        #expect($0.shows("5 of 100 members"))
        #expect($0.footer == "Enter apply Esc cancel")
      },
      .press("backspace"), stage.sees("Search 小", "33 of 100 members"),
      .press("enter"), stage.sees { #expect($0.footer.hasPrefix("x clear")) },
      .press("j"), stage.sees { #expect($0.selected.hasPrefix("小96 m96")) },
      .press("esc"),
      stage.sees {
        #expect($0.shows("all members"))
        #expect($0.shows("100 members · 100 orders"))
        #expect($0.selected.hasPrefix("小96 m96"))
      })
  }

  @Test func filtersSayWhatIsWrongAndKeepTheList() throws {
    let stage = Stage()
    try stage.play(
      .press("2 f"), .type("city:上海"), stage.sees("50 of 100 members"),
      .type(" spnd>5"),
      stage.sees(
        "Filter city:上海 spnd>5", "^^^^ no field is called 'spnd': did you mean spend?", "50 of 100 members"),
      .press("esc"),
      stage.sees {
        #expect($0.shows("all members"))
        #expect(!$0.shows("spnd"))
        #expect($0.shows("100 members · 100 orders"))
      })
  }

  @Test func pastingIntoTheFilterIsOneEdit() throws {
    let stage = Stage()
    try stage.play(
      .press("2 f"), .events([.paste("spend>980\ncity:上海")]),
      stage.sees {
        #expect($0.shows("Filter spend>980 city:上海"))
        #expect($0.column("Id") == ["m100"])
      })
  }

  @Test func tabCompletesFields() throws {
    let stage = Stage()
    try stage.play(
      .press("2 f"), .type("-ci"), .press("tab"), .type("上海"), .press("enter"),
      stage.sees("Filter -city:上海", "50 of 100 members"))
  }

  @Test func jumpingFindsByIDAndName() throws {
    let stage = Stage()
    try stage.play(
      .press("2 g"), .type("m7"),
      stage.sees {
        #expect($0.selected == "m7 Ann 7 北京")
        #expect($0.popUp.count { $0.contains("m7") } > 5)
      },
      .press("enter"),
      stage.sees {
        #expect($0.popUp.isEmpty)
        #expect($0.selected.hasPrefix("Ann 7 m7"))
      },
      .press("g"), .type("Ann 50"), .press("enter"),
      stage.sees { #expect($0.selected.hasPrefix("Ann 50 m50")) })
  }
}
