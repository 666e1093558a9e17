import Community
import Loyalty
import Testing

@Suite struct HostFiguresTests {
  private func figures(_ builder: CommunityBuilder, _ moment: String) throws -> HostFigures {
    let measures = builder.measures(moment)
    return try #require(
      HostFigures(
        community: builder.community, figures: builder.figures(moment),
        activity: builder.activityFigures(moment), path: measures.path))
  }

  private func score(_ id: String, _ figures: HostFigures) throws -> HostScore {
    try #require(figures.scores.first { $0.id == id })
  }

  @Test func answersAndHowLongTheyTake() throws {
    var builder = CommunityBuilder()
    builder.host("h1", name: "Lin")
    for id in ["a", "b"] { builder.member(id, joined: "2026-01-01", host: "h1") }
    builder.member("c", joined: "2026-01-01")
    builder.activity("a", "2026-03-01T10:00", "post", id: "1")
    builder.activity("b", "2026-03-01T10:00", "story", id: "2")
    builder.activity("b", "2026-03-02T10:00", "suggestion", id: "3")
    builder.activity("c", "2026-03-02T10:00", "mention", to: "h1", id: "4")
    builder.activity("c", "2026-03-02T10:00", "post", id: "not asked of anybody")
    builder.activity("a", "2026-03-02T10:00", "share", id: "asks for nothing")
    builder.activity("a", "2026-03-02T10:00", "thanks", to: "h1", id: "neither")
    builder.hostDeed("h1", "2026-03-01T11:00", "reply", to: "a", replyTo: "1")
    builder.hostDeed("h1", "2026-03-01T12:00", "reply", to: "a", replyTo: "1")
    builder.hostDeed("h1", "2026-03-01T13:00", "reply", replyTo: "2")
    builder.hostDeed("h1", "2026-03-03T10:00", "mention", to: "b")
    let figures = try figures(builder, "2026-03-10")
    let score = try score("h1", figures)
    #expect(score.members == 2 && score.name == "Lin" && score.hasRecord)
    #expect(score.asked == 4 && score.answered == 2 && score.answerRate == 0.5)
    // One hour and three.
    #expect(score.medianReply == 7200)
    #expect(score.towardsMembers == 3 && score.proactive == 1)
    #expect(figures.unanchored == 1 && figures.members == 3)
  }

  @Test func withoutReplyToAnswersAreUnknown() throws {
    var builder = CommunityBuilder()
    builder.host("h1")
    builder.member("a", joined: "2026-01-01", host: "h1")
    builder.activity("a", "2026-03-01", "post", id: "1")
    builder.hostDeed("h1", "2026-03-02", "reply", to: "a")
    let known = try score("h1", figures(builder, "2026-03-10"))
    #expect(known.answered == nil && known.answerRate == nil && known.medianReply == nil)
    #expect(known.proactiveShare == 1)
    builder.hostDeed("h1", "2026-03-03", "reply", replyTo: "not in the feed")
    let later = try score("h1", figures(builder, "2026-03-10"))
    #expect(later.answerRate == 0 && later.medianReply == nil)
  }

  @Test func hostsWithoutARecordAndWithoutMembers() throws {
    var builder = CommunityBuilder()
    builder.host("h2")
    builder.member("a", joined: "2026-01-01", host: "h9")
    let figures = try figures(builder, "2026-03-10")
    #expect(figures.scores.map(\.id) == ["h2", "h9"])
    #expect(figures.scores.map(\.hasRecord) == [true, false])
    #expect(figures.scores.map(\.members) == [0, 1])
    #expect(figures.unanchored == 0)
    #expect(figures.scores[1].proactiveShare == nil)
  }

  @Test func activityOnDaysTheHostIsSilent() throws {
    var builder = CommunityBuilder()
    builder.community.program.community.hostDays = 4
    builder.host("h1")
    builder.member("a", joined: "2026-01-01", host: "h1")
    builder.hostDeed("h1", "2026-03-06", "post")
    for day in ["06", "06", "07", "09", "10"] { builder.activity("a", "2026-03-\(day)", "login") }
    let silence = try figures(builder, "2026-03-10T12:00").silence
    #expect(silence.silentDays == 3 && silence.otherDays == 1)
    #expect(silence.onSilent == 2 && silence.onOther == 2)
    #expect(silence.bySilentDay == 2.0 / 3 && silence.byOtherDay == 2)
    #expect(silence.ratio == 1.0 / 3)
  }

  @Test func theCoreGroupItsCandidatesAndWhoIsToBeInvited() throws {
    var builder = CommunityBuilder()
    builder.member("core", joined: "2026-01-01", tags: ["core"])
    builder.activity("core", "2026-01-01", "story")
    builder.member("quiet core", joined: "2026-01-01", tags: ["core"])
    for id in ["writer", "trusting", "thin"] {
      builder.order(id, "2026-01-01", 10)
      builder.order(id, "2026-01-02", 10)
    }
    for _ in 0..<3 { builder.activity("writer", "2026-03-01", "post") }
    builder.activity("awareness", "2026-03-01", "post")
    let measures = builder.measures("2026-03-10")
    let thin = builder.index("thin")
    let figures = try #require(
      HostFigures(
        community: builder.community, figures: builder.figures("2026-03-10"),
        activity: builder.activityFigures("2026-03-10"), path: measures.path,
        balance: { $0 == thin ? 9.9 : 12 + Double($0.value) }))
    func ids(_ rolls: [HostFigures.ListedMember]) -> [String] {
      rolls.map { builder.community.members.id($0.member) }
    }
    #expect(ids(figures.coreGroup) == ["core", "quiet core"])
    #expect(ids(figures.candidates) == ["writer"])
    #expect(ids(figures.withoutStory) == ["writer", "quiet core"])
    #expect(figures.invitable.map(ids) == ["trusting", "writer"])
    #expect(try self.figures(builder, "2026-03-10").invitable == nil)
  }
}
