import Canvas
import TestCommunities
import Testing
import Texts

@testable import Dashboard

@Suite struct SectionTabsTests {
  private func painted(_ active: Int, columns: Int) -> String {
    let titles = ["Today", "Missed", "Overdrawn", "Matrix", "Accounts"]
    let tabs = titles.enumerated().map {
      SectionTab(title: $1, isActive: $0 == active, target: .command(.appHelp))
    }
    var frame = Frame(size: Size(columns: columns, rows: 1))
    SectionTabs(tabs: tabs).draw(into: &frame, frame.grid.bounds, look: Look())
    return frame.grid.textLines[0]
  }

  @Test func `tabs without room leave a sign, and the active one is always whole`() {
    #expect(painted(0, columns: 50) == " Today   Missed   Overdrawn   Matrix   Accounts")
    #expect(painted(0, columns: 30) == " Today  Missed  Overdrawn …")
    #expect(painted(4, columns: 30).hasPrefix("…") && painted(4, columns: 30).hasSuffix("Accounts"))
    for active in 0..<5 {
      let title = ["Today", "Missed", "Overdrawn", "Matrix", "Accounts"][active]
      for columns in 13...50 { #expect(painted(active, columns: columns).contains(title)) }
    }
  }

  @Test func `panels' names shrink to their digits, and none of them goes`() {
    for columns in 60..<100 {
      let state = SmallCommunity().state(Size(columns: columns, rows: 20), .english)
      let header = view(state).grid.textLines[0]
      for digit in 1...7 { #expect(header.contains("\(digit)"), "\(digit) at \(columns): \(header)") }
      #expect(header.contains("1 Overview"))
    }
  }
}

/// All of a wide card can be reached.
@Suite struct WideCardTests {
  private func state(_ rows: Int) -> DashboardState {
    var state = SmallCommunity().state(Size(columns: 200, rows: rows), .english)
    state.panel = .members
    state.members.card.isOpen = true
    state.members.card.hasFocus = true
    return state
  }

  @Test func `it scrolls to the end of both halves`() {
    var state = state(20)
    let whole = view(self.state(200)).grid.textLines
    let lastLine = whole.last {
      $0.contains("decisions") || $0.contains("touchpoints") || $0.contains("orders")
    }
    #expect(lastLine != nil)
    let first = view(state)
    #expect(!first.grid.plainText.contains("2 records"))
    state.members.card.lines = first.cardLines
    #expect(first.cardLines > 20)
    state.scrollCard(.last)
    let last = view(state).grid.plainText
    #expect(last != first.grid.plainText)
    #expect(last.contains(" record"), "the sources at the end of the left half")
  }

  @Test func `the next part takes all of the width`() {
    var state = state(40)
    let first = view(state).grid.plainText
    state.run(.cardNextTab)
    #expect(state.members.card.part == .account)
    #expect(view(state).grid.plainText != first)
    #expect(first.contains("Profile") && first.contains("Sources"))
  }
}
