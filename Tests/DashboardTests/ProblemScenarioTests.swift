import Canvas
import Community
import Feeds
import Screen
import TestCommunities
import Testing
import Texts

@testable import Dashboard

/// What couldn't be read shows on every panel, and at once when it happens.
@Suite struct ProblemScenarios {
  private func snapshot(_ shop: Shop, _ change: (inout ReadingReport) -> Void) -> Snapshot {
    var snapshot = shop.snapshot
    change(&snapshot.report)
    return snapshot
  }

  private let rejected = SetAside(
    feed: .orders, file: "orders.jsonl", place: .line(12), offset: 800, field: "amount",
    reason: .wrongType(expected: .money), value: "¥1,200.00", hint: "1200.00")

  /// A width at which the messages have room.
  private let size = Size(columns: 200, rows: 36)

  @Test func aLiveLineThatIsRejectedSaysSoAtOnceAndTheBadgeCountsIt() throws {
    let stage = Stage()
    func counts(on panel: String) -> MemoryTerminalStep {
      stage.sees {
        #expect($0.panel == panel)
        #expect($0.lines[0].contains("! 1 "))
      }
    }
    try stage.play(
      size: size, .press("2"), stage.sees { #expect(!$0.lines[0].contains("! ")) },
      stage.check { stage in
        stage.deliver(.snapshot(snapshot(stage.shop) { $0.setAside = [rejected] }, .appended(Delta())))
      },
      stage.sees {
        #expect(
          $0.message
            == #"Not used: orders.jsonl:12 amount: can't read "¥1,200.00" as an amount; write 1200.00"#)
      },
      counts(on: "Members"), .press("1"), counts(on: "Overview"), .press("3"), counts(on: "Tiers"),
      .press("4"), counts(on: "Touchpoints"), .press("5"), counts(on: "Community"),
      .press("6"), counts(on: "Recall"), .press("7"), counts(on: "NPS"),
      // The badge opens the list.
      stage.mouse(.press, on: .command(.appProblems)),
      stage.sees {
        #expect($0.popUp.first?.contains("Problems") == true)
        #expect($0.popUp.contains { $0.contains("orders.jsonl:12 amount: ") })
      })
  }

  @Test func settingsThatBreakWhileOpenAreSaidWithLineAndColumn() throws {
    let stage = Stage()
    try stage.play(
      size: size,
      stage.check { stage in
        let broken = snapshot(stage.shop) {
          $0.programProblems = [.unreadable(.brokenJSON(.trailingComma), line: 1, column: 58)]
          $0.keepsProgram = true
        }
        stage.deliver(.snapshot(broken, .loaded))
      },
      stage.sees {
        #expect($0.message.hasPrefix("program.json:1:58"))
        #expect($0.message.hasSuffix("stay in force."))
        #expect($0.lines[0].contains("! 1 "))
      })
  }

  @Test(arguments: Language.allCases)
  func aFolderWithoutFeedsSaysWhatToPutThere(_ language: Language) throws {
    let stage = Stage()
    stage.deliversAtOnce = false
    stage.options.language = language
    stage.shop = Shop(members: 0)
    let delivery = stage.check { stage in
      let empty = snapshot(stage.shop) { $0.isWithoutData = true }
      stage.deliver(.snapshot(empty, .loaded))
    }
    func saysSo(on panel: PanelID) -> MemoryTerminalStep {
      stage.sees { screen in
        #expect(screen.panel == language.text(panel.title))
        #expect(screen.shows(language == .english ? "No data files found" : "未找到可读取的数据文件"))
        #expect(screen.shows("members.jsonl") && screen.shows("orders.jsonl"))
        #expect(!screen.shows("¥0"))
        #expect(plainText(stage.state).contains("members.jsonl"))
      }
    }
    for size in [Size(columns: 80, rows: 24), Size(columns: 200, rows: 60)] {
      try stage.play(
        size: size, delivery, .press("1"), saysSo(on: .overview), .press("2"), saysSo(on: .members),
        .press("3"), saysSo(on: .tiers), .press("4"), saysSo(on: .touchpoints),
        .press("5"), saysSo(on: .community), .press("6"), saysSo(on: .recall), .press("7"), saysSo(on: .nps))
    }
    try stage.play(
      delivery, .press("down enter / q"),
      // It has ended, so nobody gets to see this.
      stage.sees { _ in Issue.record("q doesn't quit") })
    #expect(stage.wasLeft)
  }
}
