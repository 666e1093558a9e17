import Canvas
import Community
import Journal
import JSONTape
import Loyalty
import TestCommunities
import Testing

@testable import Dashboard

@Suite("Deciding about touchpoints") struct TouchUpdateTests {
  /// A dashboard that shows the small community on a member day, decided upon by Ann.
  private func state(_ change: (inout Community) -> Void = { _ in }) throws -> DashboardState {
    var state = SmallCommunity.recall(Size(columns: 120, rows: 36), .english)
    var data = try #require(state.data.shown)
    var community = data.community
    community.program.touchpoints.rules = TouchpointRule.defaults.filter { $0.id == "member_day" }
    community.program.touchpoints.rules[0].trigger = .memberDay(.dayOfMonth(10))
    community.program.touchpoints.rules[0].after = 2
    change(&community)
    let roster = Roster(
      community: community, figures: data.roster.figures, moment: data.roster.moment, mask: .standard,
      measures: data.roster.measures)
    let measures: MemberMeasures = try #require(MemberMeasures(roster: roster))
    let scheduled: MemberMeasures = try #require(measures.adding([.touchpoints], roster))
    data.roster = roster.with(scheduled)
    state.data.shown = data
    state.decisions.manager = "Ann"
    state.effects = []
    return state
  }

  private func keys(_ state: DashboardState, _ count: Int) throws -> [TouchKey] {
    let calendar = try #require(state.calendar)
    return calendar.dues().prefix(count).compactMap { state.touchKey($0) }
  }

  private func requests(_ state: DashboardState) -> [DecisionRequest] {
    state.effects.compactMap {
      if case .request(let request as DecisionRequest) = $0 { request } else { nil }
    }
  }

  @Test func aTouchIsWrittenWithItsRuleAndTheEndOfItsWindow() throws {
    var state = try state()
    let keys = try keys(state, 2)
    let isWritten = state.decide(.touch, about: keys)
    #expect(isWritten)
    let decisions = try #require(requests(state).first).decisions
    #expect(decisions.map(\.action) == [.touch, .touch])
    #expect(decisions.compactMap(\.member) == keys.map(\.member))
    #expect(decisions.allSatisfy { $0.rule == "member_day" && $0.manager == "Ann" })
    let end = SmallCommunity.zone.end(of: SmallCommunity.zone.day(of: SmallCommunity.now).adding(days: 2))
    #expect(decisions.allSatisfy { $0.until == end })
    #expect(state.decisions.touches.count == 2)
    // While it's being written the same isn't written again.
    let isWrittenAgain = state.decide(.touch, about: keys)
    #expect(!isWrittenAgain && requests(state).count == 1)
  }

  @Test func skipSnoozeAndHand() throws {
    var state = try state()
    let keys = try keys(state, 3)
    state.decide(.skip(reason: "on holiday"), about: [keys[0]])
    state.decide(.snooze(days: 5), about: [keys[1]])
    state.decide(.hand(host: "H1"), about: [keys[2]])
    let decisions = requests(state).flatMap(\.decisions)
    #expect(decisions.map(\.action) == [.skip, .snooze, .hand])
    #expect(decisions.allSatisfy { $0.rule == "member_day" })
    let today = SmallCommunity.zone.day(of: SmallCommunity.now)
    #expect(decisions[1].until == SmallCommunity.zone.instant(of: today.adding(days: 5)))
    #expect(decisions[2].host == "H1")
    #expect(decisions[0].reason == "on holiday")
  }

  @Test func whatIsNotDueIsNotWritten() throws {
    var state = try state()
    let isWritten = state.decide(.touch, about: [TouchKey(member: "nobody", rule: "member_day")])
    #expect(!isWritten && requests(state).isEmpty && state.message != nil)
  }

  @Test func whoWasFirstIsTold() throws {
    var state = try state()
    let keys = try keys(state, 2)
    state.decide(.touch, about: keys)
    let request = try #require(requests(state).first)
    var first = request.decisions[0]
    first.manager = "Bo"
    state.receive(
      DecisionAnswer(
        ticket: request.ticket, decisions: request.decisions,
        result: .success([RefusedDecision(index: 0, first: first)])))
    #expect(state.decisions.touches[keys[0]] == nil)
    #expect(state.decisions.touches[keys[1]] != nil)
    #expect(state.message?.text.contains("Bo") == true)
    state.receive(
      DecisionAnswer(
        ticket: request.ticket, decisions: request.decisions, result: .failure(.notAFile(path: "x"))))
    #expect(state.decisions.touches.isEmpty)
  }

  @Test func theListForSendingHasConsentedChannelsAlone() throws {
    let state = try state { community in
      let wechat = community.symbols.intern("wechat").rawValue
      for number in 0..<community.members.count {
        community.members.update(Member.Index(number)) { block, row in
          block.aliases.set(
            String(decoding: PairText.encode([("wechat", "=wx\(number)")]), as: UTF8.self), row: row)
          // The third has refused it, and can be reached by phone.
          if number == 2 { block.consents.set([wechat, 0], row: row) }
        }
      }
      community.program.touchpoints.rules[0].text = BilingualText("=cmd()")
    }
    let dues = try #require(state.calendar).dues()
    let shown = try #require(state.data.shown)
    let list = TouchSendingList(roster: shown.roster, dues: dues, language: .english)
    let json = try JSONValue(parsing: list.file(.json, hasByteOrderMark: true).bytes)
    let rows = try #require(json.elements)
    #expect(rows.count == dues.count)
    for row in rows {
      let isThird = row["id"]?.string == "M100003"
      #expect(row["channel"]?.string != "wechat" || !isThird)
      if !isThird { #expect(row["address"]?.string?.hasPrefix("=wx") == true) }
      #expect(row["rule"]?.string == "member_day")
    }
    let csv = String(decoding: list.file(.csv, hasByteOrderMark: false).bytes, as: UTF8.self)
    #expect(csv.contains("'=cmd()") && csv.contains("'=wx"))
    #expect(!csv.contains(",=cmd"))
  }
}
