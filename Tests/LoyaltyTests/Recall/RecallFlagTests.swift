import Community
import Testing

@testable import Loyalty

@Suite("What is to be known before a recall") struct RecallFlagTests {
  private func flags(_ now: String = "2026-04-01T12:00", _ build: (inout CommunityBuilder) -> Void)
    -> [RecallFlag]
  {
    var builder = CommunityBuilder()
    builder.order("a", "2025-10-01", 100)
    build(&builder)
    return builder.board(now).flags(of: builder.index("a"))
  }

  @Test func nothing() { #expect(flags { _ in } == []) }

  @Test func anOpenComplaint() {
    let open = flags { $0.complaint("a", "2026-03-25") }
    #expect(open == [.complaint(level: 3, days: 7)] && open[0].isAnsweredFirst)
  }

  @Test(
    arguments: [
      ("nps", 6, true), ("nps", 7, false), ("csat", 2, true), ("csat", 3, false), ("ces", 3, true),
      ("ces", 4, false),
    ] as [(String, Int64, Bool)])
  func aDetractorWithoutAnAnswer(kind: String, score: Int64, isDetractor: Bool) {
    let expected = [RecallFlag.detractor(kind: kind, score: Int(score), days: 12)]
    #expect(flags { $0.answer("a", "2026-03-20", kind, score) } == (isDetractor ? expected : []))
    #expect(
      flags {
        $0.answer("a", "2026-03-20", kind, score)
        $0.decide("1", "2026-03-21", .contact, "a")
      } == [])
    // Within 90 days, today included.
    #expect(flags("2026-06-18") { $0.answer("a", "2026-03-20", kind, score) } == [])
  }

  @Test func theLastAnswerOfAKindCounts() {
    #expect(
      flags {
        $0.answer("a", "2026-03-20", "nps", 3)
        $0.answer("a", "2026-03-22", "nps", 9)
      } == [])
    #expect(
      flags {
        $0.answer("a", "2026-03-20", "csat", 1)
        $0.answer("a", "2026-03-22", "nps", 9)
      } == [.detractor(kind: "csat", score: 1, days: 12)])
  }

  @Test func whoLeftAList() {
    #expect(flags { $0.activity("a", "2026-03-30", "unsubscribe") } == [.unsubscribe(days: 2)])
    #expect(
      flags {
        $0.activity("a", "2026-03-30", "unsubscribe")
        $0.decide("1", "2026-03-31", .touch, "a")
      } == [])
  }

  @Test func aRefundJustMade() {
    #expect(flags { $0.order("a", "2026-03-30", -20) } == [.refund(days: 2)])
    #expect(flags { $0.order("a", "2026-03-19", -20) } == [.refund(days: 13)])
    #expect(flags { $0.order("a", "2026-03-18", -20) } == [])
  }
}
