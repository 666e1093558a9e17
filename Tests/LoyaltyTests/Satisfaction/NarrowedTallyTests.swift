import Community
import Testing

@testable import Loyalty

/// The answers of some members alone, against a community that never had the others.
struct NarrowedTallyTests {
  @Test(arguments: [false, true])
  func othersMightAsWellNotBeThere(isOrdered: Bool) {
    var random = SeededGenerator(seed: 7)
    for round in 0..<6 {
      var all = RandomReplies(isOrdered: isOrdered, &random)
      for _ in 0..<300 { all.add(&random) }
      let moment = CommunityBuilder.moment("2026-07-\(10 + round)T12:00")
      let tally = all.builder.tally(moment)
      let wanted = Set((0..<40).filter { _ in Bool.random(using: &random) }.map { "m\($0)" })
      let marks = (0..<all.builder.community.members.count).map { number -> UInt8 in
        wanted.contains(all.builder.community.members.id(Member.Index(number))) ? 1 : 0
      }
      var alone = CommunityBuilder()
      for reply in all.replies where reply.member.map(wanted.contains) ?? false { alone.reply(reply) }
      let expected = alone.tally(moment).figures
      let figures = tally.narrowed(to: marks)
      #expect(figures.nps == expected.nps)
      #expect(figures.previousNPS == expected.previousNPS)
      #expect(figures.csat == expected.csat)
      #expect(figures.ces == expected.ces)
      #expect(figures.weeks == expected.weeks)
      #expect(figures.groups(by: .channel) == expected.groups(by: .channel))
      #expect(figures.topics == expected.topics)
      #expect(figures.openDetractors == expected.openDetractors)
      #expect(figures.anonymousDetractors == 0)
      #expect(
        figures.stream(all.builder.community).map(\.at) == expected.stream(alone.community).map(\.at))
      for topic in all.builder.community.program.satisfaction.topics {
        #expect(
          figures.answers(about: topic, all.builder.community).map(\.at)
            == expected.answers(about: topic, alone.community).map(\.at))
      }
      // And everybody's are as they were.
      #expect(tally.figures.nps == all.builder.tally(moment).figures.nps)
    }
  }
}
