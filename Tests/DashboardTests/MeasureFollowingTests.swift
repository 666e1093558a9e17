import Community
import Screen
import Synchronization
import TestCommunities
import Testing

@testable import Dashboard
@testable import Loyalty

/// Measures follow what is appended, member by member, and are computed for all only now and then.
@Suite struct MeasureFollowingScenarios {
  /// Counts, as a stage of its own, how often measures were computed for all members.
  private final class Counter: Sendable {
    let count = Atomic(0)
    var value: Int { count.load(ordering: .relaxed) }
    var stage: MeasureStage {
      MeasureStage("counter") { [self] _ in
        count.add(1, ordering: .relaxed)
        return true
      }
    }
  }

  private final class Clock: Sendable {
    private let instant = Mutex(Shop.noon)
    var now: Instant {
      get { instant.withLock { $0 } }
      set { instant.withLock { $0 = newValue } }
    }
  }

  /// What follows each member's records.
  private struct Followed: Equatable {
    var points: [Int64?] = []
    var tiers: [Int?] = []
    var accounts: [Double?] = []

    init(_ measures: MemberMeasures, of roster: Roster) {
      for member in (0..<roster.count).map({ Member.Index($0) }) {
        points.append(measures.points?.balance(member))
        tiers.append(measures.tiers?.tier(member))
        accounts.append(measures.account?.balance(member))
      }
    }
  }

  /// What is computed for all members at once.
  private struct Whole: Equatable {
    var stages: [LifecycleStage?] = []
    var classes: [RFMClass?] = []
    var segments: [MemberSegment?] = []
    var values: [Money?] = []
    var due: Int?
    var edges: Int?

    init(_ measures: MemberMeasures, of roster: Roster) {
      for member in (0..<roster.count).map({ Member.Index($0) }) {
        stages.append(measures.lifecycle.stage(member))
        classes.append(measures.rfm.rfmClass(member))
        segments.append(measures.segments.segment(member))
        values.append(measures.lifetimeValue(member))
      }
      due = measures.touchpoints?.dueCount
      edges = measures.ties?.edges
    }
  }

  private let counter = Counter()
  private let clock = Clock()

  private func stage(members: Int, share: Double) -> Stage {
    let stage = Stage(members: members)
    // What the folder holds from the start isn't appended.
    _ = stage.shop.takeDelta()
    stage.measuring = Engine.Measuring(
      stages: MeasureStage.all + [counter.stage], share: AppendShare(share: share, smallFolder: 0))
    stage.options.wallClock = { [clock] in clock.now }
    return stage
  }

  private func order(_ stage: Stage, by members: ClosedRange<Int>) -> MemoryTerminalStep {
    stage.append { shop in
      for number in members { shop.order(by: "m\(number)", amount: 700, daysAgo: 1) }
    }
  }

  /// Checks how often measures were computed for all, and that what follows is as if computed for all just now.
  private func expect(_ stage: Stage, computations: Int, isWhole: Bool = false) -> MemoryTerminalStep {
    stage.check { [counter] stage in
      #expect(counter.value == computations)
      guard let roster = stage.state.data.shown?.roster, let shown = roster.measures,
        let fresh = MemberMeasures(roster: roster.with(nil), stages: MeasureStage.all)
      else {
        Issue.record("nothing measured")
        return
      }
      expectNoDifference(Followed(shown, of: roster), Followed(fresh, of: roster))
      if isWhole { expectNoDifference(Whole(shown, of: roster), Whole(fresh, of: roster)) }
    }
  }

  @Test func fewRecordsAreFollowedAndManyAreComputedForAll() throws {
    let stage = stage(members: 100, share: 0.05)
    try stage.play(
      expect(stage, computations: 1, isWhole: true),
      order(stage, by: 10...10), expect(stage, computations: 1),
      order(stage, by: 11...12), expect(stage, computations: 1),
      order(stage, by: 13...14), expect(stage, computations: 1),
      // Six records are more than 5 % of a hundred members.
      order(stage, by: 15...15), expect(stage, computations: 2, isWhole: true),
      order(stage, by: 16...16), expect(stage, computations: 2),
      stage.check { [clock] stage in
        clock.now = clock.now.adding(seconds: 86_400)
        stage.loop?.engine.run(.advance(clock.now))
      },
      expect(stage, computations: 3, isWhole: true),
      order(stage, by: 17...17), expect(stage, computations: 3),
      stage.append { $0.community.program.lifecycle.activeDays += 1 },
      expect(stage, computations: 4, isWhole: true),
      order(stage, by: 18...18), expect(stage, computations: 4))
  }

  @Test func whatIsBehindHasASignAndCatchesUpWithinMinutes() throws {
    let stage = stage(members: 100, share: 0.05)
    stage.measuring.rest = 0
    func sign(_ stage: Stage) -> Bool { view(stage.state).grid.plainText.contains("stages as of 12:00") }
    try stage.play(
      expect(stage, computations: 1, isWhole: true), stage.check { #expect(!sign($0)) },
      order(stage, by: 10...10), expect(stage, computations: 1), stage.check { #expect(sign($0)) },
      stage.check { [clock] stage in
        clock.now = clock.now.adding(seconds: 60)
        stage.loop?.engine.run(.advance(clock.now))
      },
      expect(stage, computations: 2, isWhole: true), stage.check { #expect(!sign($0)) },
      // Nothing has come since.
      stage.check { [clock] stage in
        clock.now = clock.now.adding(seconds: 60)
        stage.loop?.engine.run(.advance(clock.now))
      },
      expect(stage, computations: 2))
  }

  @Test func manyMembersAreFollowedBesideTheFigures() throws {
    let stage = stage(members: 300, share: 1)
    try stage.play(
      expect(stage, computations: 1, isWhole: true),
      order(stage, by: 1...150), expect(stage, computations: 1),
      order(stage, by: 100...240), order(stage, by: 3...4), expect(stage, computations: 1))
  }

  @Test func aSmallFolderIsComputedForAllAfterEachAppend() throws {
    let stage = stage(members: 20, share: 1)
    stage.measuring.share = .standard
    try stage.play(
      expect(stage, computations: 1, isWhole: true),
      order(stage, by: 3...3), expect(stage, computations: 2, isWhole: true),
      order(stage, by: 4...4), expect(stage, computations: 3, isWhole: true))
  }
}
