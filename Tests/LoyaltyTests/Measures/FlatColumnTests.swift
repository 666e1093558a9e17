import Community
import Testing

@testable import Loyalty

/// Filters and sorts of measures go through columns as a whole: they must agree with a look at one member after another.
@Suite("Columns of measures side by side") struct FlatColumnTests {
  static let roster: Roster = {
    let community = Orders.community(3000, Orders.simulated(2500, days: 500, seed: 11))
    let moment = Orders.moment(Orders.start.adding(days: 500))
    let figures = MemberFigures(community: community, moment: moment)
    let roster = Roster(community: community, figures: figures, moment: moment, mask: .standard)
    guard var measures = MemberMeasures(community: community, figures: figures),
      let model = ValueModel(community: community, moment: moment)
    else { return roster }
    measures.receive(model)
    if let board = RecallBoard(roster.with(measures)) { measures.receive(board) }
    return roster.with(measures)
  }()

  @Test(arguments: [
    "stage:active", "stage:new,churned", "-stage:sleeping", "path:trust", "segment:at_risk", "rfm_class:111",
    "rfm_class:0*", "r>=4", "f:1..2", "m<3", "p_alive<0.3", "p_alive:20%..80%", "clv>50", "clv<=100",
    "at_stake>5", "at_stake:0..3.5", "behaviour>50", "mind>50", "value:10..20", "rhythm>20", "rhythm:7",
    "has:clv", "-has:p_alive", "has:rhythm", "clv:none", "r:none", "stage:none", "has:segment",
    "segment:none",
    "has:mind", "stage:active p_alive>0.5 clv>20", "-clv>20",
  ])
  func filters(_ text: String) throws {
    let roster = FlatColumnTests.roster
    #expect(roster.measures?.values != nil)
    let filter = try MemberFilter(parsing: text)
    let matcher = filter.matcher(for: roster)
    let everyone = (0..<roster.count).map { Member.Index($0) }
    let naive = everyone.filter(matcher.matches)
    #expect(roster.members(of: everyone, matching: filter) == naive)
    let listed = try #require(roster.all(MemberQuery(filter: filter, order: MemberOrder(.id, .ascending))))
    #expect(Set(listed.rows) == Set(naive))
  }

  @Test(arguments: [
    MemberColumn.stage, .path, .rfmClass, .segment, .recencyScore, .frequencyScore, .moneyScore,
    .lifetimeValue, .stake, .rhythm, .alive, .behaviour, .mind, .worth,
  ])
  func sorts(_ column: MemberColumn) throws {
    let roster = FlatColumnTests.roster
    for direction in [MemberOrder.Direction.ascending, .descending] {
      let rows = try #require(
        roster.all(MemberQuery(filter: .all, order: MemberOrder(column, direction)))?.rows)
      #expect(rows.count == roster.figures.listedCount)
      let values = rows.map { number(column, $0) }
      let known = values.compactMap { $0 }
      #expect(values.prefix(known.count).allSatisfy { $0 != nil })
      #expect(known == known.sorted { direction == .ascending ? $0 < $1 : $0 > $1 })
    }
  }

  private func number(_ column: MemberColumn, _ member: Member.Index) -> Double? {
    let roster = FlatColumnTests.roster
    return roster.word(column, of: member).map(Double.init) ?? roster.decimal(column, of: member)
      ?? roster.whole(column, of: member).map(Double.init)
  }
}
