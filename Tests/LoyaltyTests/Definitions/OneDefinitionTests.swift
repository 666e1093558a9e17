import Community
import Testing

@testable import Loyalty

/// What a figure counts is what the filter that stands for it finds, in random communities too.
@Suite struct OneDefinitionTests {
  private static let now = "2026-03-20T12:00"

  private func count(_ filter: String, _ roster: Roster) throws -> Int {
    let query = MemberQuery(filter: try MemberFilter(parsing: filter), order: .standard)
    return try #require(roster.firstScreenful(query, count: 1).matched)
  }

  private func measured(_ builder: CommunityBuilder, _ moment: String) throws -> Roster {
    let roster = builder.roster(moment)
    let all: [MeasureStage] = [.points, .tiers, .account, .purchaseValues, .recall]
    let measures = try #require(MemberMeasures(roster: roster, stages: all, on: Computation(workers: 1)))
    let measured = roster.with(measures)
    return measured.with(measures.adding(MeasureStage.ofCommunity, measured))
  }

  /// With a host whose id is a member's too, and events that are still to come.
  private func community(_ seed: UInt64) -> CommunityBuilder {
    var builder = CommunityBuilder.random(seed: seed, members: 80, events: 600)
    builder.host("m1")
    builder.order("later", "2026-03-25", 10)
    builder.member("joins later", joined: "2026-03-26")
    return builder
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>) func theOverviewCountsWhomTheFiltersFind(_ seed: UInt64)
    throws
  {
    let builder = community(seed)
    let roster = try measured(builder, Self.now)
    let overview = OverviewFigures(
      community: builder.community, figures: roster.figures, moment: roster.moment)
    #expect(try overview.listed == count("", roster))
    #expect(try overview.withoutRecord == count("-has:record", roster))
    #expect(try overview.birthdays == count("birthday:today", roster))
    let measures = try #require(roster.measures)
    for stage in LifecycleStage.allCases {
      #expect(try measures.lifecycle.count(stage) == count("stage:\(stage.id)", roster))
    }
    for stage in PathStage.stages(measures.path.rules) {
      #expect(try measures.path.count(stage) == count("path:\(stage.id)", roster))
    }
    let tiers = try #require(measures.tierFigures)
    for level in tiers.levels + [tiers.without] {
      let id = level.tier.map { tiers.tiers.rules.tiers[$0].id } ?? "none"
      #expect(try level.members == count("tier:\(id)", roster))
    }
    let account = try #require(measures.account)
    #expect(try account.summary.members(in: .overdrawn) == count("balance<0", roster))
    for band in AccountBand.allCases {
      #expect(try account.summary.members(in: band) == count("band:\(band.id)", roster))
    }
  }

  @Test(arguments: ["2026-02-28", "2024-02-28", "2024-02-29", "2026-06-15"])
  func birthdaysOfTheDay(_ day: String) throws {
    var builder = CommunityBuilder()
    for (number, birthday) in [(2, 28), (2, 29), (3, 1), (6, 15), (6, 15)].enumerated() {
      builder.member(
        "m\(number)", joined: "2020-01-01",
        birthday: Birthday(year: nil, month: birthday.0, day: birthday.1))
    }
    builder.member("later", joined: "2030-01-01", birthday: Birthday(year: nil, month: 6, day: 15))
    let roster = builder.roster("\(day)T12:00")
    let overview = OverviewFigures(
      community: builder.community, figures: roster.figures, moment: roster.moment)
    #expect(try overview.birthdays == count("birthday:today", roster))
    #expect(overview.birthdays == ["2026-02-28": 2, "2024-02-28": 1, "2024-02-29": 1, "2026-06-15": 2][day])
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func pointsThatExpireAndTheirHoldersAreWhomTheFiltersFind(_ seed: UInt64) throws {
    var history = PointsAgreementTests.random(seed, isFeed: seed % 2 == 0)
    history.zone = CommunityBuilder.zone
    let builder = history.builder()
    let moment = "2023-01-15T12:00"
    let roster = builder.roster(moment)
    let points = try #require(Points(roster: roster))
    let measures = try #require(
      MemberMeasures(roster: roster, stages: [.points], on: Computation(workers: 1)))
    let measured = roster.with(measures)
    #expect(try points.holdingMembers == count("points>0", measured))
    for days in Points.windows {
      let expiring = try #require(points.expiring(within: days))
      #expect(try expiring.members == count("expiring<\(days)d", measured))
      #expect(expiring.members >= expiring.accounts)
    }
    #expect(try count("expiring_30>0", measured) == count("expiring<30d", measured))
    // A household is reminded once, by its main member.
    let reminders = PointsReminders(
      points, decisions: DecisionLog(community: builder.community, moment: roster.moment))
    #expect(reminders.reminders.count == points.expiring(within: reminders.days)?.accounts)
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func layersOfContributorsAreThoseOfTheMonth(_ seed: UInt64) throws {
    var builder = community(seed)
    let day = Self.now.prefix(10)
    // Today never counts, neither in MAU nor on the ladder.
    for number in 0..<80 { builder.activity("m\(number)", "\(day)T09:00", "post") }
    let roster = try measured(builder, Self.now)
    let activity = try #require(roster.measures?.activity)
    var sum = 0
    for layer in ContributorLayer.allCases {
      #expect(try activity.count(layer) == count("contributor_layer:\(layer.id)", roster))
      sum += activity.count(layer)
    }
    #expect(sum == activity.monthly)
    #expect(activity.halfMadeBy == activity.count(.core))
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>) func whomLotHoldsOutIsNotToBeCalled(_ seed: UInt64) throws {
    var builder = community(seed)
    builder.community.program.recall.holdOut = 0.3
    builder.community.program.lifecycle.sleepingDays = 60
    let roster = builder.roster(Self.now)
    let measures = try #require(
      MemberMeasures(roster: roster, stages: [.purchaseValues, .recall], on: Computation(workers: 1)))
    let measured = roster.with(measures)
    let figures = try #require(RecallFigures(roster: measured, manager: nil))
    let board = figures.board
    let out = figures.rows.filter { board.row(of: $0)?.assignment == .heldOut }
    #expect(figures.heldOut == out.count && figures.heldOut > 0)
    #expect(figures.toCall == figures.count - out.count)
    let stake = figures.rows.filter { !out.contains($0) }.compactMap { board.stake(of: $0) }.reduce(0, +)
    #expect(abs(figures.atStake - stake) < 0.01 * Double(figures.count + 1))
    let filter = try MemberFilter(parsing: "-lot:held_out")
    #expect(measured.members(of: figures.rows, matching: filter)?.count == figures.toCall)
    #expect(
      try measured.members(of: figures.rows, matching: MemberFilter(parsing: "lot:call"))?.count
        == figures.toCall)
  }

  @Test func aQueueThatFollowsDecisionsCountsTheSame() throws {
    var builder = CommunityBuilder.random(seed: 9, members: 120, events: 400)
    builder.community.program.recall.holdOut = 0.3
    builder.community.program.lifecycle.sleepingDays = 60
    let board = builder.board(Self.now)
    var queue = try #require(RecallQueue(board))
    var followed = board
    let isSorted = queue.sort(board)
    #expect(isSorted)
    for (number, member) in queue.members.prefix(8).enumerated() {
      let id = builder.community.members.id(member)
      builder.decide("d\(number)", "2026-03-20T11:0\(number)", .snooze, id, until: "2026-04-20")
    }
    let roster = builder.roster(Self.now).with(board.measures)
    let touched = followed.update(roster)
    queue.update(try #require(touched), followed)
    let other = try #require(RecallBoard(roster, manager: "林晚"))
    let anew = try #require(RecallQueue(other))
    #expect(queue.heldOut == anew.heldOut && queue.count == anew.count)
    #expect(queue.heldOutAtStake == anew.heldOutAtStake && queue.stakeHeldOut == anew.stakeHeldOut)
  }
}
