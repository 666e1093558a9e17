import Community
import Testing

@testable import Loyalty

@Suite("Signs of life") struct SignsOfLifeTests {
  /// A member who bought on four days, a week apart, up to 2025-06-22, and has been gone since.
  private func builder(_ build: (inout CommunityBuilder) -> Void) -> CommunityBuilder {
    var builder = CommunityBuilder()
    for day in ["2025-06-01", "2025-06-08", "2025-06-15", "2025-06-22"] { builder.order("a", day, 100) }
    build(&builder)
    return builder
  }

  private func isGone(_ build: (inout CommunityBuilder) -> Void) -> Bool {
    var builder = builder(build)
    let member = builder.index("a")
    let measures = builder.measures("2026-03-31T12:00")
    let figures = builder.figures("2026-03-31T12:00")
    let isGone = measures.lifecycle.stage(member) == .churned
    let bought = CommunityBuilder.time("2025-06-22")
    // Silence, stage, moves and the calendar all say the same.
    #expect((figures.lastSeen(member) == bought) == isGone)
    #expect((measures.moves[0][.churned, .churned] == 1) == isGone)
    return isGone
  }

  @Test(arguments: [("nps", 6), ("csat", 2), ("ces", 3)] as [(String, Int64)])
  func aDetractorsAnswerIsNone(kind: String, highest: Int64) {
    #expect(isGone { $0.answer("a", "2026-03-25", kind, 1) })
    #expect(isGone { $0.answer("a", "2026-03-25", kind, highest) })
    #expect(!isGone { $0.answer("a", "2026-03-25", kind, highest + 1) })
  }

  @Test func neitherIsAComplaintOrAnUnsubscribe() {
    #expect(isGone { $0.complaint("a", "2026-03-25") })
    for type in ["complaint", "unsubscribe", "opt_out", "unfollow"] {
      #expect(isGone { $0.activity("a", "2026-03-25", type) })
    }
    #expect(!isGone { $0.activity("a", "2026-03-25", "login") })
    #expect(!isGone { $0.points("a", "2026-03-25", -10, reward: "cup") })
  }

  @Test func theProgrammeNamesWhatCounts() {
    func seen(_ words: [String]) -> (inout CommunityBuilder) -> Void {
      { builder in
        builder.community.program.lifecycle.seen = words
        builder.answer("a", "2026-03-20", "nps", 3)
        builder.complaint("a", "2026-03-21")
        builder.activity("a", "2026-03-22", "unsubscribe")
        builder.activity("a", "2026-03-22", "post")
      }
    }
    #expect(!isGone(seen(SignOfLife.standard.map(\.rawValue))))
    #expect(isGone(seen(["purchase", "answer", "redemption"])))
    for word in ["detractor", "complaint", "unsubscribe"] {
      #expect(!isGone(seen(["purchase", word])), "\(word)")
    }
  }

  @Test func whatIsAppendedCountsLikeWhatWasRead() {
    var builder = builder { _ in }
    var figures = builder.figures("2026-03-31")
    let member = builder.index("a")
    builder.answer("a", "2026-03-25", "nps", 2)
    builder.activity("a", "2026-03-26", "unsubscribe")
    figures.update([member], community: builder.community, moment: CommunityBuilder.moment("2026-03-31"))
    #expect(figures.lastSeen(member) == CommunityBuilder.time("2025-06-22"))
    builder.answer("a", "2026-03-27", "nps", 8)
    figures.update([member], community: builder.community, moment: CommunityBuilder.moment("2026-03-31"))
    #expect(figures.lastSeen(member) == CommunityBuilder.time("2026-03-27"))
  }

  @Test func anAnswerOfADetractorWakesNobody() {
    var builder = builder { $0.community.program.recall.goal = "activity" }
    builder.decide("1", "2025-11-01", .recall, "a", play: "coupon")
    builder.answer("a", "2025-11-05", "nps", 1)
    #expect(builder.board("2026-03-31").outcomes.outcomes.map(\.hasWoken) == [false])
    builder.answer("a", "2025-11-06", "nps", 8)
    #expect(builder.board("2026-03-31").outcomes.outcomes.map(\.hasWoken) == [true])
  }
}
