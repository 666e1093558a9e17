import Canvas
import Community
import Feeds
import Foundation
import Screen
import TestCommunities
import Testing
import Texts

@testable import Dashboard

/// What couldn't be read shows on every panel, and at once when it happens.
@Suite struct ProblemScenarios {
  private func header(_ state: DashboardState) -> String {
    String(view(state).grid.plainText.prefix { $0 != "\n" })
  }

  private func snapshot(_ shop: Shop, _ change: (inout ReadingReport) -> Void) -> Snapshot {
    var snapshot = shop.snapshot
    change(&snapshot.report)
    return snapshot
  }

  private let rejected = SetAside(
    feed: .orders, file: "orders.jsonl", place: .line(12), offset: 800, field: "amount",
    reason: .wrongType(expected: .money), value: "¥1,200.00", hint: "1200.00")

  @Test func aLiveLineThatIsRejectedSaysSoAtOnceAndTheBadgeCountsIt() throws {
    let stage = Stage()
    try stage.play(
      .press("2"),
      stage.check { #expect(!header($0.state).contains("! ")) },
      stage.check { stage in
        stage.deliver(.snapshot(snapshot(stage.shop) { $0.setAside = [rejected] }, .appended(Delta())))
      },
      stage.check {
        #expect($0.state.message?.kind == .warning)
        #expect(
          $0.state.message?.text
            == #"Not used: orders.jsonl:12 amount: can't read "¥1,200.00" as an amount; write 1200.00"#)
        for panel in PanelID.allCases {
          var state = $0.state
          state.panel = panel
          #expect(header(state).contains("! 1"), "\(panel.rawValue)")
        }
      },
      // The badge opens the list.
      stage.mouse(.press, on: .command(.appProblems)),
      stage.check {
        #expect($0.state.overlay is ProblemsOverlay)
        #expect(view($0.state).grid.plainText.contains("orders.jsonl:12"))
      })
  }

  @Test func settingsThatBreakWhileOpenAreSaidWithLineAndColumn() throws {
    let stage = Stage()
    try stage.play(
      stage.check { stage in
        let broken = snapshot(stage.shop) {
          $0.programProblems = [.unreadable(.brokenJSON(.trailingComma), line: 1, column: 58)]
          $0.keepsProgram = true
        }
        stage.deliver(.snapshot(broken, .loaded))
      },
      stage.check {
        #expect($0.state.message?.kind == .error)
        #expect($0.state.message?.text.contains("program.json:1:58") == true)
        #expect($0.state.message?.text.contains("stay in force") == true)
        #expect(header($0.state).contains("! 1"))
      })
  }

  @Test(arguments: Language.allCases)
  func aFolderWithoutFeedsSaysWhatToPutThere(_ language: Language) throws {
    let stage = Stage()
    stage.deliversAtOnce = false
    stage.options.language = language
    stage.shop = Shop(members: 0)
    try stage.play(
      stage.check { stage in
        let empty = snapshot(stage.shop) { $0.isWithoutData = true }
        stage.deliver(.snapshot(empty, .loaded))
      },
      stage.check {
        for size in [Size(columns: 80, rows: 24), Size(columns: 200, rows: 60)] {
          for panel in PanelID.allCases {
            var state = $0.state
            state.size = size
            state.panel = panel
            let frame = view(state).grid.plainText
            #expect(frame.contains(language == .english ? "No data files found" : "未找到可读取的数据文件"))
            #expect(frame.contains("members.jsonl") && frame.contains("orders.jsonl"))
            #expect(!frame.contains("¥0"))
            #expect(plainText(state).contains("members.jsonl"))
          }
        }
      },
      .press("down enter / q"))
    #expect(stage.state.isQuitting)
  }
}
