import Community
import Loyalty
import Testing

@Suite struct PathTests {
  private func stages(_ builder: inout CommunityBuilder, _ ids: [String]) -> [PathStage?] {
    let measures = builder.measures("2026-03-01")
    return ids.map { measures.path.stage(builder.index($0)) }
  }

  @Test func purchasesAndGoodAnswersMakeTrust() {
    var builder = CommunityBuilder()
    builder.member("nobody", joined: "2026-01-01")
    for id in ["one", "content", "regret", "satisfied", "two"] { builder.order(id, "2026-01-01", 10) }
    builder.order("two", "2026-01-01", 10)
    builder.answer("content", "2026-01-05", "nps", 9)
    builder.answer("regret", "2026-01-05", "nps", 10)
    builder.answer("regret", "2026-01-06", "nps", 2)
    builder.answer("satisfied", "2026-01-06", "csat", 4)
    #expect(
      stages(&builder, ["nobody", "one", "content", "regret", "satisfied", "two"]) == [
        .awareness, .awareness, .trust, .awareness, .trust, .trust,
      ])
  }

  @Test func contributionsReferralsAndTiesMakeBelonging() {
    var builder = CommunityBuilder()
    for id in ["writer", "inviter", "stated", "friend", "lonely", "late"] {
      builder.order(id, "2025-06-01", 10)
      builder.order(id, "2025-07-01", 10)
    }
    for day in ["2026-02-01", "2026-02-02", "2026-02-03"] { builder.activity("writer", day, "post") }
    for day in ["2025-02-01", "2025-02-02", "2025-02-03"] { builder.activity("late", day, "post") }
    builder.activity("inviter", "2025-06-02", "referral", to: "child")
    builder.order("child", "2026-01-01", 10)
    builder.order("child", "2026-01-02", -10)
    builder.member("second child", referrer: "stated")
    builder.order("second child", "2026-01-01", 10)
    for other in ["a", "b"] {
      builder.activity("friend", "2026-02-01", "reply", to: other)
      builder.activity(other, "2026-02-02", "thanks", to: "friend")
      builder.activity("lonely", "2026-02-02", "reaction", to: other)
    }
    #expect(
      stages(&builder, ["writer", "inviter", "stated", "friend", "lonely", "late"]) == [
        .belonging, .belonging, .belonging, .belonging, .trust, .trust,
      ])
    let measures = builder.measures("2026-03-01")
    #expect(measures.pathReason(builder.index("friend"))?.ties == 2)
    #expect(measures.pathReason(builder.index("inviter"))?.referrals == 1)
  }

  @Test func anAnswerGoesToTheAuthorOfWhatItAnswers() {
    var builder = CommunityBuilder()
    for other in ["a", "b"] {
      builder.activity(other, "2025-01-01", "post", id: "post of \(other)")
      builder.activity("me", "2026-02-01", "reply", replyTo: "post of \(other)", id: "answer to \(other)")
      builder.activity(other, "2026-02-02", "reply", replyTo: "answer to \(other)")
    }
    builder.activity("me", "2026-02-03", "reply", replyTo: "nothing")
    let measures = builder.measures("2026-03-01")
    #expect(measures.pathReason(builder.index("me"))?.ties == 2)
    #expect(measures.pathReason(builder.index("a"))?.ties == 1)
  }

  @Test func thePathOfFourAsksForAHabit() {
    var builder = CommunityBuilder()
    builder.community.program.path.stages = "four"
    builder.member("none", joined: "2026-01-01")
    builder.order("one", "2026-01-01", 10)
    for day in ["2024-01-01", "2024-01-02", "2024-01-03"] { builder.order("once", day, 10) }
    for day in ["2026-01-01", "2026-01-02", "2026-01-03"] {
      builder.order("often", day, 10)
      builder.order("writer", day, 10)
      builder.activity("writer", day, "story")
    }
    #expect(
      stages(&builder, ["none", "one", "once", "often", "writer"]) == [
        .recognition, .identification, .identification, .habit, .belonging,
      ])
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func tiesAgreeWithComparingAllPairs(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var builder = CommunityBuilder()
    let ids = (0..<12).map { "m\($0)" }
    for id in ids { builder.member(id, joined: "2025-01-01") }
    var ties: Set<[String]> = []
    for _ in 0..<120 {
      guard let one = ids.randomElement(using: &random), let other = ids.randomElement(using: &random) else {
        continue
      }
      let isOld = Int.random(in: 0..<4, using: &random) == 0
      builder.activity(one, isOld ? "2025-06-01" : "2026-02-01", "mention", to: other)
      if !isOld, one != other { ties.insert([one, other]) }
    }
    let measures = builder.measures("2026-03-01")
    for id in ids {
      let expected = ids.count { ties.contains([id, $0]) && ties.contains([$0, id]) }
      #expect(measures.pathReason(builder.index(id))?.ties == expected)
    }
  }
}
