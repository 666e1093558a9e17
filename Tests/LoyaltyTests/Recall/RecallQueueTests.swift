import Community
import Testing

@testable import Loyalty

@Suite("The queue of recalls") struct RecallQueueTests {
  private static let now = "2026-04-01T12:00"

  /// Members who bought once, so long ago that they sleep or are gone; some are awake.
  private static func community() -> CommunityBuilder {
    var builder = CommunityBuilder()
    builder.order("light", "2026-01-20", 100)
    builder.order("deep", "2026-01-10", 100)
    builder.order("gone", "2025-06-01", 100)
    builder.order("returner", "2026-01-20", 100)
    builder.order("returner", "2026-01-25", -100)
    builder.order("awake", "2026-03-20", 100)
    builder.member("never", joined: "2025-12-20")
    builder.member("longer", joined: "2025-12-19")
    builder.member("awake", joined: "2025-01-01")
    return builder
  }

  private static let values = PurchaseValues(
    alive: [0.5, 0.2, 0.1, 0.4, 0.9, .nan, .nan], lifetimeValue: [50, 40, 30, 20, 100, .nan, .nan],
    earlierLifetimeValue: [50, 40, 30, 20, 100, .nan, .nan],
    valueIfAwake: [100, 200, 300, 50, 120, .nan, .nan])

  private func ids(_ members: [Member.Index], _ builder: CommunityBuilder) -> [String] {
    members.map { builder.community.members.id($0) }
  }

  private func queue(_ board: RecallBoard) throws -> RecallQueue {
    var queue = try #require(RecallQueue(board))
    let isWhole = queue.sort(board)
    #expect(isWhole)
    return queue
  }

  @Test func whatIsAtStakeComesFirstThenSilence() throws {
    let builder = Self.community()
    let board = builder.board(Self.now, values: Self.values)
    let queue = try queue(board)
    // Stakes: 0.9 · 300 · ½ = 135, 0.8 · 200 · ½ = 80, 0.5 · 100 · ½ = 25, 0.6 · 50 · ½ = 15.
    #expect(ids(queue.members, builder) == ["gone", "deep", "light", "returner", "longer", "never"])
    #expect(queue.count == 6 && queue.countAtStake == 4)
    #expect(queue.valueAtRisk == 522)
    let rows = queue.members.compactMap { board.row(of: $0) }
    #expect(rows.map(\.layer) == [.churnedLow, .deepSleep, .lightSleep, .returner, .deepSleep, .deepSleep])
    #expect(rows.map(\.stake) == [135, 80, 25, 15, nil, nil])
    #expect(rows.map(\.silence) == [304, 81, 71, 71, 103, 102])
    #expect(rows.map(\.suggestion.play?.id) == ["survey", "coupon", "coupon", "try_on", "coupon", "coupon"])
    #expect(rows[0].campaign == "survey-2026Q2")
    #expect(queue.members.map { board.stake(of: $0) } == rows.map(\.stake))
    #expect(board.stake(of: builder.community.member(id: "awake") ?? Member.Index(0)) == nil)
    let choices = board.choices(.returner).compactMap { $0.play?.id }
    #expect(choices == ["try_on", "survey", "coupon", "host_word", "news"])
    #expect(queue.layers[.lightSleep]?.members == 1 && queue.layers[.deepSleep]?.queued == 3)
  }

  @Test func withoutAModelEverybodyIsOrderedBySilence() throws {
    let builder = Self.community()
    let queue = try queue(builder.board(Self.now))
    #expect(ids(queue.members, builder) == ["gone", "longer", "never", "deep", "light", "returner"])
    #expect(queue.countAtStake == 0)
  }

  @Test func whoIsNotInTheQueueAndWhy() throws {
    var builder = Self.community()
    builder.decide("1", "2026-04-01T11:00", .claim, "gone", by: "周野")
    builder.decide("2", "2026-04-01T11:00", .claim, "deep", by: "林晚")
    builder.decide("3", "2026-03-01", .snooze, "light", until: "2026-04-02")
    builder.decide("4", "2025-03-01", .dismiss, "returner")
    builder.decide("5", "2026-03-02", .recall, "never", play: "survey")
    builder.decide("6", "2026-03-01", .recall, "longer", play: "survey")
    let board = builder.board(Self.now, values: Self.values)
    #expect(try ids(queue(board).members, builder) == ["deep", "longer"])
    func status(_ id: String) -> RecallBoard.Status { board.status(of: builder.index(id)) }
    func decision(_ number: Int) -> LoggedDecision { board.log.decisions[number] }
    #expect(status("gone") == .claimed(decision(0)))
    #expect(status("deep") == .queued)
    #expect(status("light") == .snoozed(decision(2)))
    #expect(status("returner") == .dismissed(decision(3)))
    #expect(status("never") == .recalled(decision(4)))
    #expect(status("awake") == .awake)
    let other = builder.board("2026-04-02T11:00", values: Self.values, manager: nil)
    #expect(other.status(of: builder.index("gone")) == .queued)
    #expect(other.status(of: builder.index("light")) == .queued)
  }

  @Test func refusalsAndTheCapKeepMembersOut() throws {
    var builder = Self.community()
    builder.member("gone", consents: [("all", false)])
    builder.touchpoint("deep", "2026-04-01T08:00", "push")
    let board = builder.board(Self.now, values: Self.values)
    #expect(board.status(of: builder.index("gone")) == .mayNot(.stopped))
    #expect(board.status(of: builder.index("deep")) == .mayNot(.cappedToday(1)))
    #expect(try queue(board).count == 4)
  }

  @Test("decisions made one by one lead to the queue made anew", arguments: 1...6)
  func incremental(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var builder = Self.random(seed: seed)
    let values = Self.randomValues(&random, 120)
    var board = builder.board(Self.now, values: values)
    var queue = try queue(board)
    let measures = board.measures
    for number in 0..<60 {
      let kinds: [DecisionAction] = [
        .recall, .claim, .release, .snooze, .dismiss, .undo, .contact, .holdOut, .note,
      ]
      let kind = kinds.randomElement(using: &random) ?? .note
      let day = Bool.random(using: &random) ? "2026-04-01" : "2026-02-10"
      builder.decide(
        "\(number)", "\(day)T\(Int.random(in: 10...12, using: &random)):00", kind,
        kind == .undo
          ? nil : builder.community.members.id(Member.Index(Int.random(in: 0..<120, using: &random))),
        by: Bool.random(using: &random) ? "林晚" : "周野", play: "coupon",
        until: kind == .snooze ? "2026-05-01" : nil,
        undoes: kind == .undo ? "\(Int.random(in: 0...number, using: &random))" : nil)
      let roster = board.roster.updated(
        community: builder.community, figures: board.roster.figures, moment: board.roster.moment
      ).with(measures)
      if let touched = board.update(roster) {
        queue.update(touched, board)
      } else {
        queue = try self.queue(board)
      }
      let anew = builder.board(Self.now, values: values)
      let whole = try self.queue(anew)
      #expect(queue.members == whole.members)
      #expect(queue.layers == whole.layers && queue.count == whole.count)
      #expect(queue.countAtStake == whole.countAtStake)
      #expect(board.outcomes.outcomes == anew.outcomes.outcomes)
    }
  }

  @Test("the queue is what the rules read out say", arguments: 1...8)
  func naive(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var builder = Self.random(seed: seed)
    for number in 0..<60 {
      let kinds: [DecisionAction] = [.recall, .claim, .snooze, .dismiss, .contact, .touch]
      builder.decide(
        "\(number)",
        "2026-0\(Int.random(in: 1...3, using: &random))-1\(Int.random(in: 0...9, using: &random))",
        kinds.randomElement(using: &random) ?? .note,
        builder.community.members.id(Member.Index(Int.random(in: 0..<120, using: &random))),
        play: ["coupon", "host_word", "survey"].randomElement(using: &random), until: "2026-03-30")
    }
    let board = builder.board(Self.now, values: Self.randomValues(&random, 120))
    let queue = try queue(board)
    let roster = board.roster
    let today = CommunityBuilder.moment(Self.now).today
    var expected: [(stake: Double, silence: Int, id: String)] = []
    for number in 0..<120 {
      let member = Member.Index(number)
      guard let stage = board.measures.lifecycle.stage(member), stage == .sleeping || stage == .churned,
        let silence = roster.silence(of: member)
      else { continue }
      let lines = board.log.decisions.filter { $0.member == member }
      let last = lines.last { $0.action == .snooze || $0.action == .dismiss || $0.action == .recall }
      if last?.action == .dismiss { continue }
      let recalls = lines.filter { $0.action == .recall }.map {
        today.days(since: roster.moment.zone.day(of: $0.at))
      }
      if recalls.contains(where: { $0 <= 30 }) { continue }
      let contacts = lines.filter { [.recall, .contact, .touch].contains($0.action) }.count {
        today.days(since: roster.moment.zone.day(of: $0.at)) < 30
      }
      let gifts = roster.community.rows(.touchpoints, of: member).count {
        let at = roster.community[.touchpoints].segments[0].instant($0.offset)
        return at <= roster.moment.now && today.days(since: roster.moment.zone.day(of: at)) < 30
      }
      if contacts + gifts >= 4 { continue }
      let row = try #require(board.row(of: member))
      let play = try #require(row.suggestion.play)
      let closed = board.outcomes.outcomes.filter {
        $0.layer == row.layer && $0.play == play.id && $0.isClosed && !$0.isHeldOut
      }
      let chance = Double(1 + closed.count { $0.hasWoken }) / Double(2 + closed.count)
      #expect(row.suggestion.chance == chance)
      let alive = board.measures.values?.alive[number] ?? .nan
      let value = board.measures.values?.valueIfAwake[number] ?? .nan
      let stake = alive.isNaN || value.isNaN ? -1 : (1 - alive) * value * chance
      expected.append((stake, silence, builder.community.members.id(member)))
    }
    expected.sort {
      if $0.stake != $1.stake { return $0.stake > $1.stake }
      if $0.stake < 0, $0.silence != $1.silence { return $0.silence > $1.silence }
      return $0.id.utf8.lexicographicallyPrecedes($1.id.utf8)
    }
    #expect(ids(queue.members, builder) == expected.map(\.id))
    #expect(expected.count > 20)
    let unsorted = try #require(RecallQueue(board))
    for wanted in [0, 1, 7, 1000] {
      #expect(unsorted.first(wanted, of: board) == Array(queue.members.prefix(wanted)))
    }
    let parallel = try #require(RecallQueue(board, on: Computation(workers: 3)))
    #expect(parallel.first(1000, of: board) == queue.members)
  }

  @Test func cancelled() throws {
    let board = Self.community().board(Self.now, values: Self.values)
    #expect(RecallQueue(board, on: Computation(isCancelled: { true })) == nil)
    var queue = try #require(RecallQueue(board))
    let roster = board.roster
    #expect(RecallBoard(roster, isCancelled: { true }) == nil)
    let isWhole = queue.sort(board)
    #expect(isWhole && queue.isSorted)
  }

  @Test func nobodyAtAll() throws {
    let board = CommunityBuilder().board(Self.now)
    let queue = try queue(board)
    #expect(queue.count == 0 && queue.first(10, of: board).isEmpty)
  }

  private static func random(seed: UInt64) -> CommunityBuilder {
    var builder = CommunityBuilder.random(seed: seed, members: 120, events: 260)
    builder.community.program.lifecycle.sleepingDays = 60
    builder.community.program.recall.lightDays = 45
    return builder
  }

  /// Few different values, so that stakes are equal now and then.
  private static func randomValues(_ random: inout SeededGenerator, _ count: Int) -> PurchaseValues {
    var values = PurchaseValues(alive: [], lifetimeValue: [], earlierLifetimeValue: [], valueIfAwake: [])
    for _ in 0..<count {
      let isKnown = Int.random(in: 0..<4, using: &random) > 0
      values.alive.append(isKnown ? Double(Int.random(in: 0...4, using: &random)) / 4 : .nan)
      values.valueIfAwake.append(isKnown ? Double(Int.random(in: 1...3, using: &random)) * 100 : .nan)
      values.lifetimeValue.append(isKnown ? Double(Int.random(in: 1...50, using: &random)) : .nan)
      values.earlierLifetimeValue.append(.nan)
    }
    return values
  }
}
