import Canvas
import Community
import Foundation
import Loyalty
import Feeds
import Screen
import TestCommunities
import Testing

@testable import Dashboard

@Suite struct MovingScenarios {
  @Test func membersAreListedBySpendAndArrowsMove() throws {
    let stage = Stage()
    try stage.play(
      .press("2"),
      stage.check {
        #expect($0.state.panel == .members)
        #expect($0.listed.prefix(3) == ["m100", "m99", "m98"])
        #expect($0.members.list.isComplete)
        #expect($0.members.list.total == 100)
        #expect($0.members.selectedID == "m100")
      },
      .press("down j j up"),
      stage.check { #expect($0.members.selectedID == "m98") },
      .press("end"),
      stage.check {
        #expect($0.members.selectedID == "m1")
        #expect($0.members.top == 100 - $0.state.layout.page)
      },
      .press("home"),
      stage.check { #expect(($0.members.selected, $0.members.top) == (0, 0)) },
      .press("pagedown"),
      stage.check { #expect($0.members.selected == $0.state.layout.page - 1) })
  }

  @Test func qGoesBackFirstAndQuitsThen() throws {
    let stage = Stage()
    let signal = try stage.play(
      .press("down enter"),
      stage.check {
        #expect($0.state.panel == .members)
        #expect($0.members.query.filterText == "orders>0")
      },
      .press("q"),
      stage.check {
        #expect($0.state.panel == .overview)
        #expect(!$0.state.isQuitting)
      },
      .press("q"), .press("2"))
    #expect(signal == nil)
    #expect(stage.state.isQuitting)
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
    try stage.play(.press("q"))
    #expect(stage.frameCount >= 1)
    #expect(stage.state.data.shown == nil)
  }

  @Test func keysThatDoNothingSayWhy() throws {
    let stage = Stage()
    try stage.play(
      .press("s"), stage.check { #expect($0.state.message != nil) },
      .press("2 y"), stage.check { #expect($0.state.message?.text.contains("clipboard") == true) },
      .press("A"), stage.check { #expect($0.state.message?.text == "No member is marked") })
  }

  @Test func resizingKeepsTheSelectionInSight() throws {
    let stage = Stage()
    try stage.play(
      .press("2 end"), .resize(Size(columns: 80, rows: 24)),
      stage.check {
        #expect($0.members.selectedID == "m1")
        #expect($0.members.selected - $0.members.top < $0.state.layout.page)
      },
      .resize(Size(columns: 1, rows: 1)), .resize(Size(columns: 0, rows: 0)),
      .resize(Size(columns: 200, rows: 60)),
      stage.check { #expect($0.members.selectedID == "m1") })
  }

  @Test func idleMeansNoWakeUps() throws {
    let stage = Stage()
    var before = 0
    try stage.play(
      .press("2"), .check { before = $0.eventCount }, .advance(.seconds(10)),
      .check { #expect($0.eventCount - before == 0) }, .advance(.seconds(60)),
      .check { #expect($0.eventCount - before <= 2) })
  }
}

@Suite struct SearchScenarios {
  @Test func searchingListsWhileTyping() throws {
    let stage = Stage()
    try stage.play(
      .press("2 /"), .type("小3"),
      stage.check {
        #expect($0.members.query.editor != nil)
        #expect($0.listed == ["m39", "m36", "m33", "m30", "m3"])
        #expect($0.members.list.totals?.count == 5)
      },
      .press("backspace"), stage.check { #expect($0.listed.count == 33) },
      .press("enter"), stage.check { #expect($0.members.query.editor == nil) },
      .press("j"), stage.check { #expect($0.members.selectedID == "m96") },
      .press("esc"),
      stage.check {
        #expect($0.members.query.search.isEmpty)
        #expect($0.listed.count == 100)
        #expect($0.members.selectedID == "m96")
      })
  }

  @Test func filtersSayWhatIsWrongAndKeepTheList() throws {
    let stage = Stage()
    try stage.play(
      .press("2 f"), .type("city:上海"), stage.check { #expect($0.listed.count == 50) },
      .type(" spnd>5"),
      stage.check {
        #expect($0.listed.count == 50)
        #expect($0.members.query.problem?.kind == .unknownField("spnd", suggestion: "spend"))
      },
      .press("esc"),
      stage.check {
        #expect($0.members.query.problem == nil)
        #expect($0.listed.count == 100)
      })
  }

  @Test func pastingIntoTheFilterIsOneEdit() throws {
    let stage = Stage()
    try stage.play(
      .press("2 f"), .events([.paste("spend>980\ncity:上海")]),
      stage.check {
        #expect($0.members.query.filterText == "spend>980 city:上海")
        #expect($0.listed == ["m100"])
      })
  }

  @Test func tabCompletesFields() throws {
    let stage = Stage()
    try stage.play(
      .press("2 f"), .type("-ci"), .press("tab"), .type("上海"), .press("enter"),
      stage.check {
        #expect($0.members.query.filterText == "-city:上海")
        #expect($0.listed.count == 50)
      })
  }

  @Test func jumpingFindsByIDAndName() throws {
    let stage = Stage()
    try stage.play(
      .press("2 g"), .type("m7"),
      stage.check {
        guard let goto = $0.state.overlay as? GotoState else { return #expect(Bool(false)) }
        #expect(goto.candidates.first?.id == "m7")
        #expect(goto.candidates.count > 5)
      },
      .press("enter"),
      stage.check {
        #expect($0.state.overlay == nil)
        #expect($0.members.selectedID == "m7")
      },
      .press("g"), .type("Ann 50"), .press("enter"), stage.check { #expect($0.members.selectedID == "m50") })
  }
}

@Suite struct TableScenarios {
  @Test func sortingTwiceTurnsTheOrderRound() throws {
    let stage = Stage()
    try stage.play(
      .press("2 s home enter"),
      stage.check {
        #expect($0.members.order.column == .id)
        #expect($0.listed.prefix(2) == ["m1", "m10"])
      },
      .press("s s"), stage.check { #expect($0.listed.prefix(2) == ["m99", "m98"]) },
      .press("S"), stage.check { #expect($0.listed.first == "m1") })
  }

  @Test func marksAreCountedAndTakenBack() throws {
    let stage = Stage()
    try stage.play(
      .press("2 space space"),
      stage.check {
        #expect($0.members.marks.count == 2)
        #expect($0.members.selectedID == "m98")
        #expect($0.members.markedTotals?.spend.rawValue == 199_000)
      },
      .press("a"), stage.check { #expect($0.members.marks.count == 100) },
      .press("u"), stage.check { #expect($0.members.marks.count == 2) },
      .press("A"), stage.check { #expect($0.members.marks.isEmpty) })
  }

  @Test func columnsAreChosenAndMoved() throws {
    let stage = Stage()
    try stage.play(
      .press("2 c space down J"),
      stage.check {
        #expect(!$0.members.columns.contains(.name))
        #expect($0.members.columns.first == .silent)
        #expect($0.members.columns[1] == .id)
      },
      .press("r esc"), stage.check { #expect($0.members.columns.first == .name) })
  }

  @Test func viewsAreSavedOpenedAndKept() throws {
    let stage = Stage()
    try stage.play(
      .press("2 f"), .type("city:上海"), .press("enter v n"), .type("Shanghai"), .press("enter x"),
      stage.check {
        #expect($0.listed.count == 100)
        #expect($0.members.savedViews.map(\.name) == ["Shanghai"])
      },
      .press("v enter"),
      stage.check {
        #expect($0.listed.count == 50)
        #expect($0.members.viewName == "Shanghai")
      })
    try stage.play(stage.check { #expect($0.members.savedViews.first?.filter == "city:上海") })
  }

  @Test func theCardOpensOverATableOfEightyColumns() throws {
    let stage = Stage()
    try stage.play(
      size: Size(columns: 80, rows: 24), .press("2 enter"),
      stage.check {
        #expect($0.members.card.isOpen)
        #expect($0.state.scope == .card)
      },
      .press("n"), stage.check { #expect($0.members.selectedID == "m99") },
      .press("right"), stage.check { #expect($0.members.card.part == .account) },
      .press("esc"), stage.check { #expect(!$0.members.card.isOpen) })
  }

  @Test func theCardStandsBesideAWideTable() throws {
    let stage = Stage()
    try stage.play(
      .press("2 enter"), stage.check { #expect($0.state.scope == .members) },
      .press("down"), stage.check { #expect($0.members.selectedID == "m99") },
      .press("enter"), stage.check { #expect($0.state.scope == .card) },
      .press("esc esc"), stage.check { #expect(!$0.members.card.isOpen) })
  }
}

@Suite struct MouseScenarios {
  @Test func tabsRowsHeadersAndTheWheelAnswer() throws {
    let stage = Stage()
    try stage.play(
      stage.mouse(.press, on: .panel(.members)),
      stage.check { #expect($0.state.panel == .members) },
      stage.mouse(.press, on: .memberRow(4)),
      stage.check { #expect($0.members.selectedID == "m96") },
      stage.mouse(.wheelDown, on: .memberRow(4)),
      stage.check {
        #expect($0.members.top == 3)
        #expect($0.members.selectedID == "m96")
      },
      stage.mouse(.press, on: .memberColumn(.name)),
      stage.check { #expect($0.members.order == MemberOrder(.name, .ascending)) },
      stage.mouse(.press, on: .memberColumn(.name)),
      stage.check { #expect($0.members.order == MemberOrder(.name, .descending)) },
      stage.mouse(.double, on: .memberRow(2)),
      stage.check {
        #expect($0.members.card.isOpen)
        #expect($0.members.selected == 2)
      },
      stage.mouse(.press, on: .command("app.help")),
      stage.check {
        guard $0.state.overlay is HelpOverlay else { return #expect(Bool(false)) }
      },
      .mouse(MouseEvent(.press, at: Point(column: 0, row: 0))),
      stage.check { #expect($0.state.overlay == nil) })
  }

  @Test func theMouseIsHandedBackToTheTerminal() throws {
    let stage = Stage()
    try stage.play(
      .press("M"), .check { #expect(!$0.isMouseOn) }, .press("M"), .check { #expect($0.isMouseOn) })
  }
}

@Suite struct FollowingScenarios {
  @Test func newDataNeitherMoveTheSelectionNorScroll() throws {
    let stage = Stage()
    try stage.play(
      .press("2 j j j"),
      stage.check { #expect($0.members.selectedID == "m97") },
      stage.append { $0.order(by: "m1", amount: 100_000, daysAgo: 0) },
      stage.check {
        #expect($0.listed.first == "m1")
        #expect($0.members.selectedID == "m97")
        #expect($0.members.selected == 4)
        #expect($0.members.selected - $0.members.top == 3)
      },
      stage.append { $0.add(member: "new", name: "New", city: "广州") },
      stage.check {
        #expect($0.members.list.total == 101)
        #expect($0.members.selectedID == "m97")
      })
  }

  @Test func aNewReadingCarriesMarksAndSelectionOver() throws {
    let stage = Stage()
    var other = Shop(members: 0)
    for number in stride(from: 60, through: 20, by: -1) {
      other.add(member: "m\(number)", name: "N", city: "上海")
      other.order(by: "m\(number)", amount: Int64(number), daysAgo: 1)
    }
    other.settle()
    try stage.play(
      .press("2 g"), .type("m50"), .press("enter space"), .press("g"), .type("m99"), .press("enter space"),
      .press("g"), .type("m40"), .press("enter"),
      stage.reread(other),
      stage.check {
        #expect($0.members.list.total == 41)
        #expect($0.members.selectedID == "m40")
        #expect($0.members.marks.members.map { member in other.community.members.id(member) } == ["m50"])
      })
  }

  @Test func readingShowsProgressCanBeStoppedAndBegunAgain() throws {
    let stage = Stage()
    stage.deliversAtOnce = false
    var progress = ReadingProgress()
    progress.bytesTotal = 100
    progress.bytesDone = 40
    try stage.play(
      stage.check { $0.deliver(.progress(progress)) },
      stage.check { #expect($0.state.data.progress?.part == 0.4) },
      .press("esc"),
      stage.check {
        #expect($0.state.data.phase == .stopped)
        #expect($0.state.data.progress == nil)
        #expect($0.source.cancels.load(ordering: .relaxed) == 1)
      },
      .press("f5"), stage.check { $0.deliver(.snapshot($0.shop.snapshot, .loaded)) },
      .press("2"), stage.check { #expect($0.listed.count == 100) })
  }
}

@Suite struct ReadingScenarios {
  @Test func theSampleDataAreReadFiguredAndListed() throws {
    let stage = Stage(members: 0)
    stage.options.folder =
      URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../sample-data").standardized.path
    stage.options.wallClock = { Instant(seconds: 1_800_000_000) }
    stage.readsFolder = true
    try stage.play(
      stage.check {
        #expect($0.state.data.phase == .ready)
        #expect($0.state.data.progress == nil)
      },
      .press("2"),
      stage.check {
        #expect($0.members.list.total == 2000)
        #expect($0.state.data.shown?.isFixed == false)
      },
      .press("f"), .type("city:上海 spend>500 silent>30d"), .press("enter"),
      stage.check {
        let roster = $0.state.data.shown?.roster
        #expect(!$0.members.list.rows.isEmpty)
        for member in $0.members.list.rows {
          #expect(roster?.value(.city, of: member) == .text("上海"))
          #expect((roster?.silence(of: member) ?? 0) > 30)
        }
      })
  }

  @Test func aFolderThatDoesNotExistSaysWhatToDo() throws {
    let stage = Stage(members: 0)
    stage.options.folder = "/nowhere/at/all"
    stage.readsFolder = true
    try stage.play(
      stage.check {
        #expect($0.state.data.phase == .failed(.notFound))
        #expect($0.state.message?.text.contains("/nowhere/at/all") == true)
      })
  }

  @Test func orderAndColumnsAreAsTheyWereLeft() throws {
    let stage = Stage()
    try stage.play(.press("2 s home enter"), .press("c space esc"))
    try stage.play(
      .press("2"),
      stage.check {
        #expect($0.members.order == MemberOrder(.id, .ascending))
        #expect($0.members.columns.first == .id)
        #expect($0.listed.first == "m1")
      })
  }
}

@Suite struct ExportScenarios {
  @Test func exportsAreWrittenWholeAndAskBeforeReplacing() throws {
    let stage = Stage(members: 3)
    try FileManager.default.createDirectory(atPath: stage.folder, withIntermediateDirectories: true)
    let path = "\(stage.folder)/members.csv"
    try stage.play(
      .press("2 c"), .press("esc e ctrl+u"), .type(path), .press("enter"),
      stage.check {
        #expect($0.state.message?.text == "3 members written to \(path)")
        #expect($0.state.overlay == nil)
      },
      .press("space e ctrl+u"), .type(path), .press("enter"),
      stage.check {
        guard let export = $0.state.overlay as? ExportState else { return #expect(Bool(false)) }
        #expect(export.step == .overwrite)
      },
      .press("y"), stage.check { #expect($0.state.message?.text == "1 member written to \(path)") })
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline)
    #expect(lines.count == 2)
    #expect(lines[0].hasPrefix("name,id,silence,orders,spend"))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: stage.folder).sorted() == [".local", "members.csv"])
  }

  @Test func aFolderThatIsNotThereIsToldOf() throws {
    let stage = Stage(members: 3)
    try stage.play(
      .press("2 e ctrl+u"), .type("/nowhere/at/all.csv"), .press("enter"),
      stage.check {
        #expect($0.state.message?.kind == .error)
        #expect($0.state.message?.text.contains("/nowhere/at/all.csv") == true)
      })
  }

  @Test func palettesRunCommandsByAFewLetters() throws {
    let stage = Stage()
    try stage.play(
      .press("2 :"), .type("colu"), .press("enter"),
      stage.check {
        guard $0.state.overlay is ColumnsState else { return #expect(Bool(false)) }
      })
  }
}

@Suite struct FrameScenarios {
  @Test func aKeyThatAsksForAListTakesOneFrame() throws {
    let stage = Stage()
    var before = 0
    try stage.play(
      .press("2"), .check { before = $0.frameCount }, .press("S"),
      .check { #expect($0.frameCount - before == 1) })
  }
}
