import Community
import Testing

@testable import Loyalty

@Suite("What is best done next") struct NextBestActionTests {
  private func action(_ builder: CommunityBuilder, _ moment: String = "2026-04-01T12:00") -> NextBestAction? {
    var builder = builder
    return builder.board(moment).nextBestAction(builder.index("a"))
  }

  @Test func aComplaintComesBeforeADetractorBeforeARecall() {
    var builder = CommunityBuilder()
    builder.order("a", "2025-10-01", 100)
    guard case .recall(let row) = action(builder) else {
      Issue.record("not a recall")
      return
    }
    #expect(row.layer == .churned && row.suggestion.play?.id == "survey")
    builder.decide("1", "2026-03-30", .dismiss, "a")
    guard case .wait(.dismissed) = action(builder) else {
      Issue.record("doesn't wait")
      return
    }
    builder.answer("a", "2026-03-20", "nps", 3)
    #expect(action(builder) == .answer(survey: Row(segment: 0, offset: 0), score: 3, days: 12))
    builder.complaint("a", "2026-03-25")
    #expect(action(builder) == .resolve(complaint: Row(segment: 0, offset: 0), level: 3, days: 7))
  }

  @Test func aDetractorWhomSomebodyTurnedToIsAnswered() {
    var builder = CommunityBuilder()
    builder.member("a", joined: "2025-01-01")
    builder.activity("a", "2026-03-20", "login")
    builder.answer("a", "2026-03-20", "nps", 3)
    builder.decide("1", "2026-03-19", .contact, "a")
    #expect(action(builder) == .answer(survey: Row(segment: 0, offset: 0), score: 3, days: 12))
    builder.decide("2", "2026-03-21", .close, "a")
    #expect(action(builder) == nil)
    builder.answer("a", "2026-03-22", "nps", 9)
    #expect(action(builder) == nil)
  }

  @Test func stagesHaveTheirOwn() {
    var builder = CommunityBuilder()
    builder.member("a", joined: "2026-03-22")
    #expect(action(builder) == .welcome(days: 10))
    builder.order("a", "2026-03-25", 10)
    #expect(action(builder) == .inviteAgain(days: 10))
    builder.order("a", "2026-03-26", 10)
    #expect(action(builder) == .involve(.trust))
    #expect(action(builder, "2026-04-20") == .keep(silence: 25, activeUpTo: 30))
  }
}
