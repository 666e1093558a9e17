import Community
import Testing

@testable import Loyalty

/// What is added to a folder is taken up as if everything were computed anew.
@Suite struct PointsUpdateTests {
  private static func figures(_ community: Community, _ history: PointsHistory, _ now: Instant)
    -> MemberFigures
  {
    MemberFigures(community: community, moment: Moment(now: now, zone: history.zone))
  }

  private static func isSame(_ left: PointsTally, _ right: PointsTally, _ note: Comment) {
    #expect(left.holders == right.holders, note)
    #expect(left.accounts == right.accounts, note)
    #expect(left.short == right.short, note)
    #expect(left.balance == right.balance, note)
    #expect(left.expiring == right.expiring, note)
    func sums(_ tally: PointsTally) -> [UInt32: PointsTally.Reason] {
      let empty = PointsTally.Reason(word: 0)
      return Dictionary(uniqueKeysWithValues: tally.reasons.map { ($0.word, $0) })
        .filter { $0.value.earned != empty.earned || $0.value.burnt != empty.burnt }
    }
    #expect(sums(left) == sums(right), note)
    let quarters = max(left.cohorts.count, right.cohorts.count)
    func padded(_ tally: PointsTally) -> [PointsTally.Cohort] {
      tally.cohorts + Array(repeating: .init(), count: quarters - tally.cohorts.count)
    }
    #expect(padded(left) == padded(right), note)
  }

  @Test(arguments: [true, false])
  func addedRecordsCountAtOnce(isFeed: Bool) throws {
    for seed in 1...60 {
      let note: Comment = "seed \(seed)"
      let whole = PointsAgreementTests.random(UInt64(seed), isFeed: isFeed)
      var random = SeededGenerator(seed: UInt64(seed) &+ 77)
      let now = PointsHistory.time("2024-02-29T12:00")
      // The first half is there, the other half comes record by record; one person's record comes late.
      var builder = whole.builder()
      builder.community = Community()
      builder.community.program = whole.program
      let late = whole.people.last
      for person in whole.people.dropLast() { builder.add(person) }
      let events = Self.shuffled(whole, &random)
      for event in events.prefix(events.count / 2) { event.add(&builder) }
      var figures = Self.figures(builder.community, whole, now)
      var points = try #require(Points(community: builder.community, figures: figures))
      func settle(_ id: String) throws {
        let member = try #require(builder.community.member(id: id))
        figures.update([member], community: builder.community, moment: figures.moment)
        points.update([member], community: builder.community, figures: figures)
        let fresh = try #require(
          Points(
            community: builder.community, figures: Self.figures(builder.community, whole, now),
            on: Computation(workers: 2)))
        for number in 0..<builder.community.members.count {
          #expect(
            points.standing(Member.Index(number)) == fresh.standing(Member.Index(number)),
            "seed \(seed) member \(number)")
        }
        Self.isSame(points.tally, fresh.tally, note)
      }
      for event in events.dropFirst(events.count / 2) {
        event.add(&builder)
        try settle(event.member)
      }
      if let late {
        builder.add(late)
        try settle(late.id)
      }
    }
  }

  private struct Event {
    var member: String
    var add: (inout CommunityBuilder) -> Void
  }

  private static func shuffled(_ history: PointsHistory, _ random: inout SeededGenerator) -> [Event] {
    var events = history.orders.map { order in Event(member: order.member) { $0.add(order) } }
    events += history.activities.map { activity in Event(member: activity.member) { $0.add(activity) } }
    events += history.changes.map { change in Event(member: change.member) { $0.add(change) } }
    return events.shuffled(using: &random)
  }

  /// As many workers as one likes come to the same.
  @Test func workersDontMatter() {
    var history = PointsHistory()
    for number in 0..<4200 {
      history.person("m\(number)", household: number % 5 == 0 ? nil : "m\(number / 5 * 5)")
      guard number % 9 == 0 else { continue }
      history.order("m\(number)", "2026-01-\(10 + number % 20)", Double(number % 97), id: "o\(number)")
      if number % 7 == 0 {
        history.order("m\(number)", "2026-02-01", -Double(number % 31), refundOf: "o\(number)")
      }
    }
    let alone = history.points("2026-03-01")
    let together = history.points("2026-03-01", workers: 3)
    for number in 0..<4200 {
      #expect(alone.standing(Member.Index(number)) == together.standing(Member.Index(number)))
    }
    Self.isSame(alone.tally, together.tally, "workers")
  }
}
