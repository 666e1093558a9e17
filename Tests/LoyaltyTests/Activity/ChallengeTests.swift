import Community
import Loyalty
import Testing

@Suite struct ChallengeTests {
  private func community() -> CommunityBuilder {
    var builder = CommunityBuilder()
    for day in ["01", "02", "03", "04", "05"] {
      builder.activity("steady", "2026-03-\(day)T08:00", "check_in", challenge: "habit")
    }
    for day in ["01", "02", "05"] {
      builder.activity("lapse", "2026-03-\(day)T08:00", "check_in", challenge: "habit")
    }
    for day in ["01", "03"] { builder.activity("gone", "2026-03-\(day)", "check_in", challenge: "habit") }
    builder.activity("late", "2026-03-06T09:00", "check_in", challenge: "habit")
    builder.activity("other", "2026-03-05", "check_in")
    return builder
  }

  @Test func daysStreaksAndWhoMissedYesterday() throws {
    var builder = community()
    let challenges = Challenges(community: builder.community, figures: builder.figures("2026-03-06T12:00"))
    let challenge = try #require(challenges.all.first)
    #expect(builder.community.symbols[challenge.name] == "habit")
    #expect(challenge.today == 6 && challenge.isRunning && challenge.length == 21)
    #expect(challenge.participants.count == 4)
    #expect((1...6).map { challenge.checkIns(on: $0) } == [3, 2, 2, 1, 2, 1])
    #expect(challenge.kept == [1, 1, 1, 0.75, 0.75, 0.25])
    func streak(_ id: String) throws -> Int {
      challenge.streak(of: try #require(challenge.participant(builder.index(id))))
    }
    #expect(try streak("steady") == 5)
    #expect(try streak("lapse") == 1)
    #expect(try streak("gone") == 0)
    #expect(try streak("late") == 1)
    let lapse = try #require(challenge.participant(builder.index("lapse")))
    #expect(lapse.longestStreak == 2 && lapse.checkIns == 3)
    #expect(challenges.missedYesterday == [builder.index("gone")])
    let missed = challenges.missed(within: challenge.first...challenge.first.adding(days: 30))
      .map { "\(builder.community.members.id($0.member)) \($0.day)" }
    #expect(
      missed == [
        "lapse 2026-03-03", "lapse 2026-03-04", "gone 2026-03-02", "gone 2026-03-04", "gone 2026-03-05",
      ])
    #expect(challenges.state(of: builder.index("gone")) == .missed)
    #expect(challenges.state(of: builder.index("steady")) == .kept)
    #expect(challenges.state(of: builder.index("late")) == nil)
    #expect(challenges.state(of: builder.index("other")) == nil)
  }

  @Test func aCampaignOfTheSameIdSaysWhenItBegan() throws {
    var builder = community()
    var campaign = Campaign(id: "habit")
    campaign.starts = CommunityBuilder.time("2026-03-03")
    builder.community.campaigns = [campaign]
    let figures = builder.figures("2026-03-06")
    let challenge = try #require(Challenges(community: builder.community, figures: figures).all.first)
    #expect(challenge.today == 4)
    #expect(challenge.checkIns(on: 1) == 2)
  }

  @Test func overAfterItsLastDay() throws {
    let builder = community()
    let onLast = Challenges(community: builder.community, figures: builder.figures("2026-03-21"))
    #expect(onLast.running.count == 1)
    // The last day itself can still be missed.
    let after = Challenges(community: builder.community, figures: builder.figures("2026-03-22"))
    #expect(after.running.isEmpty)
    #expect(after.missedYesterday.count == 4)
    let later = Challenges(community: builder.community, figures: builder.figures("2026-03-23"))
    #expect(later.missedYesterday.isEmpty)
    #expect(later.all.first?.kept.count == 21)
    #expect(Challenges(community: Community(), figures: CommunityBuilder().figures("2026-03-23")).all.isEmpty)
  }
}
