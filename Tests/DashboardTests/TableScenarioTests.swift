import Canvas
import Screen
import TestCommunities
import Testing

@testable import Dashboard

@Suite struct TableScenarios {
  @Test func sortingTwiceTurnsTheOrderRound() throws {
    let stage = Stage()
    try stage.play(
      .press("2 s home enter"),
      stage.sees {
        #expect($0.shows("by Id ▲"))
        #expect($0.column("Id").prefix(2) == ["m1", "m10"])
      },
      .press("s s"),
      stage.sees {
        #expect($0.shows("by Id ▼"))
        #expect($0.column("Id").prefix(2) == ["m99", "m98"])
      },
      .press("S"), stage.sees { #expect($0.column("Id").first == "m1") })
  }

  @Test func marksAreCountedAndTakenBack() throws {
    let stage = Stage()
    try stage.play(
      .press("2 space space"),
      stage.sees {
        #expect($0.marked.map { $0.prefix(10) } == ["Ann 100 m1", "小99 m99 49"])
        #expect($0.selected.hasPrefix("Ann 98 m98"))
        #expect($0.shows("2 marked · 100 members · 2 orders · spend ¥1,990"))
      },
      .press("a"), stage.sees("100 marked · 100 members", "100 members marked u undo"),
      .press("u"), stage.sees("2 marked · 100 members", "Undone"),
      .press("A"),
      stage.sees {
        #expect($0.marked.isEmpty)
        #expect($0.message == "2 marks cleared")
        #expect(!$0.shows("marked ·"))
      })
  }

  @Test func columnsAreChosenAndMoved() throws {
    let stage = Stage()
    try stage.play(
      .press("2 c space down J"),
      stage.sees {
        #expect($0.line(with: "Silent Id").hasPrefix("Silent Id"))
        #expect($0.shows("│ [ ] Name"))
        #expect($0.selected.hasSuffix("Id the member's id"))
      },
      .press("r esc"),
      stage.sees {
        #expect($0.popUp.isEmpty)
        #expect($0.shows("Name Id Silent Orders Spend▼"))
      })
  }

  @Test func viewsAreSavedOpenedAndKept() throws {
    let stage = Stage()
    try stage.play(
      .press("2 f"), .type("city:上海"), .press("enter v n"), .type("Shanghai"), .press("enter x"),
      stage.sees("all members", "100 members · 100 orders"),
      .press("v"), stage.sees { #expect($0.selected.hasPrefix("Shanghai")) },
      .press("enter"),
      stage.sees("View Shanghai Filter city:上海", "50 of 100 members"))
    // The next start knows it too.
    try stage.play(.press("2 v enter"), stage.sees("View Shanghai Filter city:上海", "50 of 100 members"))
  }

  @Test func theCardOpensOverATableOfEightyColumns() throws {
    let stage = Stage()
    try stage.play(
      size: Size(columns: 80, rows: 24), .press("2 enter"),
      stage.sees {
        #expect($0.lines[1].hasPrefix("┌─ Ann 100 ─"))
        #expect($0.part == "Profile")
        #expect($0.footer.hasPrefix("Esc close card ] card: next part"))
      },
      .press("n"), stage.sees { #expect($0.lines[1].hasPrefix("┌─ 小99 ─")) },
      .press("right"), stage.sees { #expect($0.part == "Account") },
      .press("esc"),
      stage.sees {
        #expect(!$0.shows("Profile"))
        #expect($0.selected.hasPrefix("小99 m99"))
      })
  }

  @Test func theCardStandsBesideAWideTable() throws {
    let stage = Stage()
    try stage.play(
      .press("2 enter"),
      stage.sees {
        #expect($0.shows("┌─ Ann 100 ─"))
        #expect($0.footer.hasPrefix("Enter into the card"))
      },
      .press("down"),
      stage.sees {
        #expect($0.shows("┌─ 小99 ─"))
        #expect($0.selected.hasPrefix("小99 m99"))
      },
      .press("enter"), stage.sees { #expect($0.footer.hasPrefix("Esc back to the list ] card: next part")) },
      .press("esc esc"),
      stage.sees {
        #expect(!$0.shows("┌─ 小99 ─"))
        #expect($0.selected.hasPrefix("小99 m99"))
      })
  }

  @Test func orderAndColumnsAreAsTheyWereLeft() throws {
    let stage = Stage()
    try stage.play(.press("2 s home enter"), .press("c space esc"))
    try stage.play(
      .press("2"),
      stage.sees {
        #expect($0.shows("by Id ▲"))
        #expect($0.shows("Id▲ Silent Orders Spend"))
        #expect(!$0.shows("Name"))
        #expect($0.column("Id").first == "m1")
      })
  }
}

@Suite struct MouseScenarios {
  @Test func tabsRowsHeadersAndTheWheelAnswer() throws {
    let stage = Stage()
    try stage.play(
      stage.mouse(.press, on: .panel(.members)),
      stage.sees { #expect($0.panel == "Members") },
      stage.mouse(.press, on: .memberRow(4)),
      stage.sees { #expect($0.selected.hasPrefix("小96 m96")) },
      stage.mouse(.wheelDown, on: .memberRow(4)),
      stage.sees {
        #expect($0.column("Id").first == "m97")
        #expect($0.selected.hasPrefix("小96 m96"))
      },
      stage.mouse(.press, on: .memberColumn(.name)), stage.sees("by Name ▲"),
      stage.mouse(.press, on: .memberColumn(.name)), stage.sees("by Name ▼"),
      stage.mouse(.double, on: .memberRow(2)),
      stage.sees {
        #expect($0.shows("┌─ 小93 ─"))
        #expect($0.selected.hasPrefix("小93 m93"))
      },
      stage.mouse(.press, on: .command("app.help")),
      stage.sees { #expect($0.popUp.first?.contains("Keys") == true) },
      .mouse(MouseEvent(.press, at: Point(column: 0, row: 0))),
      stage.sees { #expect($0.popUp.isEmpty) })
  }

  @Test func theMouseIsHandedBackToTheTerminal() throws {
    let stage = Stage()
    try stage.play(
      .press("M"), .check { #expect(!$0.isMouseOn) }, .press("M"), .check { #expect($0.isMouseOn) })
  }
}
