import Canvas
import Community
import Loyalty
import TestCommunities
import Testing

@testable import Dashboard

@Suite("The order of what is due") struct TouchpointOrderTests {
  private func figures(_ rules: [TouchpointRule], _ filter: String = "") throws -> TouchpointFigures {
    let state = SmallCommunity.touchpoints(Size(columns: 120, rows: 36), .english) {
      $0.touchpoints.rules = rules
    }
    let shown = try #require(state.data.shown)
    return try #require(TouchpointFigures(shown.roster, filter: try MemberFilter(parsing: filter)))
  }

  private func rule(
    _ id: String, _ trigger: TouchpointTrigger, after: Int = 0, who: String = ""
  ) -> TouchpointRule {
    TouchpointRule(id: id, name: BilingualText(id), trigger: trigger, after: after, who: who)
  }

  private let everybody = TouchpointTrigger.memberDay(.dayOfMonth(10))

  @Test func rulesInTheProgrammesOrderThenWhatClosesFirstThenWhoHasLeast() throws {
    let figures = try figures([
      rule("later", .anniversary, after: 300, who: "balance<-2"), rule("sooner", .anniversary, after: 300),
    ])
    let rows = figures.rows(.today)
    #expect(rows.count > 8 && Set(rows.map(\.rule)) == [0, 1])
    let keys = rows.map { row in
      (row.rule ?? 0, row.closes ?? row.day, figures.account?.balance(row.member) ?? 0)
    }
    #expect(zip(keys, keys.dropFirst()).allSatisfy { $0 <= $1 })
  }

  @Test func whatTheDayBringsToManyIsOneLineAtTheEnd() throws {
    let figures = try figures([rule("all", everybody), rule("own", .anniversary, after: 300)])
    let rows = figures.rows(.today)
    let last = try #require(rows.last)
    #expect(rows.dropLast().allSatisfy { $0.rule == 1 && !$0.isFolded })
    #expect(last.rule == 0 && last.members == figures.calendar.today.count(0) && last.members > 9)
    let touches = figures.touches(last)
    #expect(touches.count == last.members && Set(touches.map(\.member)).count == touches.count)
    #expect(figures.dueCount == figures.calendar.dueCount)
  }

  @Test func fewOfThemHaveLinesOfTheirOwn() throws {
    let figures = try figures([rule("all", everybody, who: "city:上海"), rule("own", .anniversary)])
    let rows = figures.rows(.today).filter { $0.rule == 0 }
    #expect((2..<10).contains(rows.count) && rows.allSatisfy { !$0.isFolded && $0.touch != nil })
  }

  @Test func aFilterCountsOfALineWhomItLetsPass() throws {
    let all = try figures([rule("all", everybody)])
    let some = try figures([rule("all", everybody)], "balance<0")
    let row = try #require(some.rows(.today).first)
    #expect(row.isFolded && row.members < all.calendar.dueCount)
    #expect(some.touches(row).count == row.members && some.dueCount == row.members)
    let nobody = try figures([rule("all", everybody)], "balance>9000")
    #expect(TouchpointSection.allCases.allSatisfy { nobody.rows($0).isEmpty })
  }
}
