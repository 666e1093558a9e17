import Community
import Testing

@testable import Loyalty

/// The engine says of random histories and programmes what a replay says that works out everything anew.
@Suite struct TierAgreementTests {
  private struct Case {
    var scene: TierScene
    var rules: Program.TierRules
    var zone: Zone
    var now: Int64

    init(_ seed: UInt64) {
      var random = SeededGenerator(seed: seed)
      zone = TierScene.zones.randomElement(using: &random) ?? .utc
      scene = TierScene.random(seed: seed &+ 1_000_000, zone: zone)
      rules = TierScene.rules(&random)
      now = TierScene.time(zone, &random)
      if Int.random(in: 0..<3, using: &random) > 0 {
        now = zone.instant(of: Day(rawValue: TierScene.days.upperBound)).rawValue
      }
    }

    var moment: Moment { Moment(now: Instant(rawValue: now), zone: zone) }

    func tiers(_ community: Community? = nil, workers: Int = 1) -> Tiers? {
      let community = community ?? scene.community(rules)
      return Tiers(
        community: community, figures: MemberFigures(community: community, moment: moment),
        on: Computation(workers: workers))
    }
  }

  private func disagreement(_ seed: UInt64) -> String? {
    let example = Case(seed)
    guard let tiers = example.tiers() else { return "cancelled" }
    let naive = NaiveTiers(
      scene: example.scene, rules: example.rules, zone: example.zone, now: example.now)
    for number in 0..<example.scene.members {
      let member = Member.Index(number)
      let wanted = naive.result(of: number)
      let state = tiers.state(member)
      let got = NaiveTiers.Result(
        tier: Int(state.tier), misses: Int(state.misses), since: state.since,
        lines: tiers.moves(member).map { NaiveTiers.Line(at: $0.at, tier: $0.tier) })
      if got != wanted { return "seed \(seed), member \(number): \(got) instead of \(wanted)" }
      if wanted.tier > 0, state.isShort == naive.isKept(wanted, number) {
        return "seed \(seed), member \(number): short \(state.isShort)"
      }
      if wanted.tier + 1 < example.rules.tiers.count {
        let progress = naive.progress(wanted, number)
        if abs(Double(state.next) - progress) > 1e-6 {
          return "seed \(seed), member \(number): progress \(state.next) instead of \(progress)"
        }
      }
    }
    return nil
  }

  @Test(arguments: 0..<4) func anotherReplayAgrees(_ part: Int) {
    for seed in UInt64(part) * 120..<UInt64(part) * 120 + 120 {
      let problem = disagreement(seed)
      #expect(problem == nil)
      if problem != nil { return }
    }
  }

  @Test func manyWorkersSayTheSame() {
    for seed in UInt64(0)..<40 {
      let example = Case(seed)
      guard let one = example.tiers(), let many = example.tiers(workers: 3) else { continue }
      for number in 0..<example.scene.members {
        let member = Member.Index(number)
        #expect(one.moves(member).elementsEqual(many.moves(member), by: ==))
        #expect(one.count(nil) == many.count(nil))
      }
    }
  }

  /// What was true on a day of the past is what a replay up to that day says.
  @Test func earlierLinesNeverChange() {
    for seed in UInt64(0)..<300 {
      var example = Case(seed)
      guard let last = example.tiers() else { continue }
      let now = example.now
      var random = SeededGenerator(seed: seed)
      example.now = TierScene.time(example.zone, &random)
      guard example.now < now, let earlier = example.tiers() else { continue }
      for number in 0..<example.scene.members {
        let member = Member.Index(number)
        let known = last.moves(member).filter { $0.at <= example.now }
        #expect(earlier.moves(member).elementsEqual(known, by: ==), "seed \(seed), member \(number)")
        #expect(last.tier(member, at: Instant(rawValue: example.now)) == earlier.tier(member))
      }
    }
  }

  /// Event by event comes to the same as all at once.
  @Test func whatIsAppendedIsTakenUp() {
    for seed in UInt64(0)..<200 {
      var example = Case(seed)
      // Nothing comes from before the first quarter that is known.
      guard let first = example.scene.events.min(by: { $0.at < $1.at }) else { continue }
      let events = example.scene.events.filter { $0 != first }
      example.scene.events = [first]
      var builder = CommunityBuilder()
      builder.community = example.scene.community(example.rules)
      guard var tiers = example.tiers(builder.community) else { continue }
      for (place, event) in events.enumerated() {
        builder.add(event)
        example.scene.events.append(event)
        let figures = MemberFigures(community: builder.community, moment: example.moment)
        let isUpdated = tiers.update(
          [Member.Index(event.member)], community: builder.community, figures: figures)
        #expect(isUpdated)
        guard place % 10 == 9 || place == events.count - 1 else { continue }
        guard let anew = example.tiers(builder.community) else { continue }
        for number in 0..<example.scene.members {
          let member = Member.Index(number)
          #expect(
            tiers.moves(member).elementsEqual(anew.moves(member), by: ==), "seed \(seed), member \(number)")
          #expect(tiers.misses(member) == anew.misses(member))
          #expect(tiers.next(member) == anew.next(member) && tiers.keep(member) == anew.keep(member))
          #expect(tiers.outlook(member) == anew.outlook(member))
        }
        for tier in [nil, 0] as [Int?] { #expect(tiers.count(tier) == anew.count(tier)) }
      }
    }
  }

  /// The history with its reasons has the moves of the replay, and today's tier is that of its last line.
  @Test func historiesHaveTheMoves() {
    for seed in UInt64(0)..<300 {
      let example = Case(seed)
      let community = example.scene.community(example.rules)
      let figures = MemberFigures(community: community, moment: example.moment)
      guard let tiers = Tiers(community: community, figures: figures) else { continue }
      for number in 0..<example.scene.members {
        let member = Member.Index(number)
        let history = tiers.history(of: member, community: community, figures: figures)
        let hasMoves = history.lines.elementsEqual(tiers.moves(member)) {
          $0.at.rawValue == $1.at && ($0.tier ?? -1) == $1.tier
        }
        #expect(hasMoves, "seed \(seed), member \(number)")
        #expect(history.lines.last?.tier == tiers.tier(member))
        if !tiers.state(member).isShort { #expect(history.missingToKeep.isEmpty) }
        for line in history.lines {
          switch line.reason {
          case .met(let readings): #expect(readings.filter { !$0.isMet }.isEmpty)
          case .missed(_, let readings): #expect(readings.filter(\.isMet).isEmpty)
          default: Issue.record("\(line)")
          }
        }
      }
    }
  }

  /// Another threshold moves whom it moves when all is replayed with it.
  @Test func whatIfIsWhatWouldBe() {
    for seed in UInt64(0)..<200 {
      var example = Case(seed)
      let community = example.scene.community(example.rules)
      let figures = MemberFigures(community: community, moment: example.moment)
      guard let tiers = Tiers(community: community, figures: figures),
        let measures = MemberMeasures(community: community, figures: figures),
        let whatIf = TierWhatIf(tiers, community: community, figures: figures, measures: measures)
      else { continue }
      var random = SeededGenerator(seed: seed)
      guard let threshold = example.rules.thresholds.randomElement(using: &random),
        let least = example.rules.minimum(threshold)?.least
      else { continue }
      example.rules = example.rules.setting(
        threshold, to: Int64.random(in: 0...max(2, least * 2), using: &random))
      guard let outcome = whatIf.outcome(example.rules), let wanted = example.tiers() else { continue }
      let movers = (0..<example.scene.members).filter {
        wanted.tier(Member.Index($0)) != tiers.tier(Member.Index($0))
      }
      #expect(outcome.movers().map(\.member.value) == movers, "seed \(seed)")
      #expect(outcome.up + outcome.down == movers.count)
      guard let again = whatIf.outcome(tiers.rules) else { continue }
      #expect(again.up + again.down == 0)
    }
  }
}
