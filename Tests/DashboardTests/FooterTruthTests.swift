import Canvas
import Loyalty
import Screen
import TestCommunities
import Testing
import Texts

@testable import Dashboard

/// Every word of the bottom line says what the key does right here.
@Suite struct FooterTruthTests {
  private func press(_ key: Key?, _ state: inout DashboardState) {
    if let key { _ = update(&state, .event(.key(key))) }
  }

  private static let narrow = Size(columns: 80, rows: 24)
  private static let wide = Size(columns: 200, rows: 60)

  private func members(_ size: Size) -> DashboardState {
    var state = SmallCommunity().state(size, .english)
    state.panel = .members
    return state
  }

  private func title(_ key: String, _ state: DashboardState) -> String? {
    state.footerHints.first { $0.keys == key }?.title
  }

  @Test func `q quits where nothing is open, else goes back or closes`() {
    var state = members(Self.narrow)
    #expect(title("q", state) == "quit")
    state.visit(.nps)
    #expect(title("q", state) == "back")
    state.run(.appQuit)
    #expect(state.panel == .members && !state.isQuitting)
    state.run(.membersCard)
    #expect(title("q", state) == "close card")
    state.run(.appQuit)
    #expect(!state.members.card.isOpen && !state.isQuitting)
    state.run(.appQuit)
    #expect(state.isQuitting)
  }

  @Test func `Esc is offered with what it does`() {
    var state = members(Self.wide)
    state.run(.membersCard)
    #expect(title("Esc", state) == "back to the list")
    state.run(.appBack)
    #expect(!state.members.card.hasFocus)

    var voices = SmallCommunity.voices(Self.narrow, .english)
    #expect(title("Esc", voices) == nil)
    #expect(title("w", voices) == "wall screen")
    voices.run(.npsWall)
    #expect(title("Esc", voices) == "leave wall screen" && title("w", voices) == "leave wall screen")
    #expect(title("q", voices) == "leave wall screen")
    voices.run(.appBack)
    #expect(!voices.nps.isWall)
  }

  @Test func `Enter goes into the card that stands beside the table`() {
    #expect(title("Enter", members(Self.narrow)) == "card")
    #expect(title("Enter", members(Self.wide)) == "into the card")
  }

  @Test func `Enter isn't offered where it opens nothing`() {
    var state = SmallCommunity.voices(Self.narrow, .english)
    state.nps.section = .score
    #expect(title("Enter", state) == nil)
    state.nps.section = .loop
    #expect(title("Enter", state) == "open card")
    let queue = SmallCommunity.recall(Self.wide, .english)
    #expect(title("Enter", queue) == nil && title("]", queue) == nil)
    #expect(title("Enter", SmallCommunity.recall(Self.narrow, .english)) == "open card")
  }

  @Test func `a panel's own keys stand before those of everywhere`() throws {
    let keys = SmallCommunity.recall(Self.wide, .english).footerHints.map(\.keys)
    let jump = try #require(keys.firstIndex(of: "g"))
    for key in ["r", "z", "x", "c", "h", "n", "e", "R"] {
      let place = try #require(keys.firstIndex(of: key), "no \(key)")
      #expect(place < jump, "\(key) stands behind g")
    }
  }

  @Test func `a filter with a mistake is gone to rather than applied`() {
    var state = members(Self.narrow)
    state.run(.membersFilter)
    #expect(title("Enter", state) == "apply")
    press(Key("ü"), &state)
    state.members.query.problem = FilterProblem(.unknownField("ü", suggestion: nil), at: 0..<1)
    #expect(title("Enter", state) == "go to the mistake")
  }
}
