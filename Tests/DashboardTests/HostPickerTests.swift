import Canvas
import Community
import Screen
import TestCommunities
import Testing
import Texts

@testable import Dashboard

@Suite struct HostPickerTests {
  private func press(_ key: Key?, _ state: inout DashboardState) {
    if let key { _ = update(&state, .event(.key(key))) }
  }

  private func state() -> DashboardState {
    var state = SmallCommunity().state(Size(columns: 80, rows: 24), .english)
    var community = state.data.shown?.snapshot.community ?? Community()
    community.hosts = [
      Host(id: "h1", name: "Lin Wan", region: "East"), Host(id: "h2", name: "Lina", region: nil),
      Host(id: "h10", name: "周野"),
    ]
    state.data.shown?.snapshot.community = community
    return state
  }

  private func open(_ state: inout DashboardState, likely: String = "") {
    state.overlay = HostPicker(whom: "Ann", likely: likely) { host, state in state.folder = host }
  }

  @Test func `names are found while one types`() {
    var state = state()
    open(&state)
    let all = view(state).grid.plainText
    #expect(all.contains("Lin Wan") && all.contains("周野") && !all.contains("h10"))
    for letter in ["l", "i", "n", "a"] { press(Key(letter), &state) }
    let found = view(state).grid.plainText
    #expect(found.contains("Lina") && !found.contains("Lin Wan"))
    press(Key(.enter), &state)
    #expect(state.overlay == nil && state.folder == "h2")
  }

  @Test func `the member's own host stands first`() {
    var state = state()
    open(&state, likely: "h10")
    press(Key(.enter), &state)
    #expect(state.folder == "h10")
  }

  @Test func `a name that nobody has is said`() {
    var state = state()
    open(&state)
    for letter in ["z", "z"] { press(Key(letter), &state) }
    press(Key(.enter), &state)
    #expect(state.overlay != nil)
    #expect(state.message?.text == "There is no host 'zz'")
  }
}
