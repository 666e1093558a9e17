import Canvas
import Community
import Loyalty
import Screen
import TestCommunities
import Testing
import Texts

@testable import Dashboard

/// What the screen shows is whole, or says that it isn't; and nothing looks like what it isn't.
@Suite struct ShownTruthTests {
  private static let narrow = Size(columns: 80, rows: 24)

  @Test(arguments: Language.allCases)
  func `a path in a message is cut in its middle, so that the file can be found`(_ language: Language) {
    var state = SmallCommunity().state(Self.narrow, language)
    let path = "/home/ann/Documents/customers/community/2026/koxtop-recalls.csv"
    state.say(.success, .exported, ["count": 12, "path": path])
    let footer = ShownScreen(state).message
    #expect(footer.contains("…/koxtop-recalls.csv") && footer.contains("12"), "\(footer)")
  }

  @Test func `hosts stand in the order that people count and spell`() {
    var state = SmallCommunity().state(Self.narrow, .english)
    var community = state.data.shown?.snapshot.community ?? Community()
    community.hosts = ["h10", "h2", "h1"].map { Host(id: $0) } + [Host(id: "a", name: "Host 9")]
    state.data.shown?.snapshot.community = community
    state.overlay = HostPicker(whom: "Ann") { _, _ in }
    let listed = ShownScreen(state).popUp.filter {
      $0.contains("h1") || $0.contains("h2") || $0.contains("Host 9")
    }
    #expect(listed.map { $0.filter { !"│▸ ".contains($0) } } == ["h1", "h2", "h10", "Host9"])
  }

  @Test(arguments: [(Language.english, "no events yet"), (.simplifiedChinese, "暂无事件")])
  func `a folder of members alone lacks events, not data`(_ language: Language, _ words: String) {
    let stage = Stage(members: 0)
    for number in 1...3 { stage.shop.add(member: "m\(number)", name: "Ann", city: "上海") }
    stage.shop.settle()
    let snapshot = stage.shop.snapshot
    let moment = Moment(now: Shop.noon, zone: stage.shop.zone)
    let figures = MemberFigures(community: snapshot.community, moment: moment)
    var state = SmallCommunity().state(Size(columns: 120, rows: 36), language)
    state.data.shown?.snapshot = snapshot
    state.data.shown?.roster = Roster(
      community: snapshot.community, figures: figures, moment: moment, mask: .standard)
    state.data.shown?.overview = OverviewFigures(
      community: snapshot.community, figures: figures, moment: moment)
    #expect(state.data.shown?.overview.newestEvent == nil)
    #expect(ShownScreen(state).lines[0].contains(words))
  }

  @Test(arguments: Language.allCases)
  func `only the selected line of the touchpoints looks selected`(_ language: Language) {
    for size in [Size(columns: 120, rows: 36), Size(columns: 200, rows: 60)] {
      let state = SmallCommunity.touchpoints(size, language)
      let screen = ShownScreen(state)
      #expect(!screen.selected.isEmpty)
      #expect(screen.linesThatLookSelected == 1)
    }
  }

  @Test func `drivers say what came since they were worked out`() throws {
    var state = SmallCommunity.voices(Size(columns: 120, rows: 36), .english)
    state.nps.section = .drivers
    var drivers = SmallCommunity.drivers
    let answers = try #require(state.data.shown?.community[.surveys].count)
    drivers.askedAt = SmallCommunity.now
    drivers.records = answers
    state.nps.drivers = drivers
    #expect(!ShownScreen(state).shows("newer record"))
    drivers.records = answers - 2
    state.nps.drivers = drivers
    #expect(ShownScreen(state).shows(": 2 newer records will count within a minute"))
    // Those of an earlier reading are being worked out again, which is said as it is.
    drivers.isOutdated = true
    state.nps.drivers = drivers
    #expect(!ShownScreen(state).shows("newer record"))
  }

  @Test func `lines without room are counted`() {
    let context = SmallCommunity().state(Self.narrow, .english).viewContext
    let lines = (1...5).map { Line("line \($0)") }
    #expect(lines.fitting(5, context).map(\.text) == (1...5).map { "line \($0)" })
    #expect(lines.fitting(3, context).map(\.text) == ["line 1", "line 2", "… and 3 more lines"])
    #expect(lines.fitting(0, context).isEmpty)
  }
}
