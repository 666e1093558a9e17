import Community
import Testing

@testable import Loyalty

@Suite("Decisions replayed") struct DecisionLogTests {
  private func state(_ builder: CommunityBuilder, _ moment: String = "2026-03-20T12:00") -> DecisionState {
    var builder = builder
    return builder.log(moment).state(of: builder.index("a"))
  }

  private func row(_ decision: LoggedDecision?) -> Int? { decision.map { $0.row.offset } }

  @Test func whatStandsOfAllKinds() {
    var builder = CommunityBuilder()
    builder.decide("0", "2026-01-01", .recall, "a", play: "coupon")
    builder.decide("1", "2026-02-01", .holdOut, "a", play: "survey")
    builder.decide("2", "2026-03-10", .snooze, "a", until: "2026-03-25")
    builder.decide("3", "2026-03-11", .hand, "a")
    builder.decide("4", "2026-03-12", .note, "a")
    builder.decide("5", "2026-03-13", .touch, "a")
    builder.decide("6", "2026-03-14", .close, "a")
    builder.decide("7", "2026-03-20T11:00", .claim, "a")
    let state = state(builder)
    #expect(row(state.recall) == 1)
    #expect(state.recalls.map { $0.row.offset } == [0, 1])
    #expect(row(state.snooze) == 2)
    #expect(state.isSnoozed(CommunityBuilder.time("2026-03-24T23:59")))
    #expect(!state.isSnoozed(CommunityBuilder.time("2026-03-25")))
    #expect(row(state.hand) == 3)
    #expect(state.notes.map { $0.row.offset } == [4])
    #expect(state.contacts.map { $0.row.offset } == [0, 5])
    #expect(state.attended.map { $0.row.offset } == [5, 6])
    #expect(row(state.claim) == 7)
  }

  @Test func aRecallEndsSnoozeAndDismissal() {
    var builder = CommunityBuilder()
    builder.decide("0", "2026-03-01", .dismiss, "a")
    #expect(row(state(builder).dismissal) == 0)
    builder.decide("1", "2026-03-02", .snooze, "a", until: "2026-05-01")
    #expect(state(builder).dismissal == nil && row(state(builder).snooze) == 1)
    builder.decide("2", "2026-03-03", .recall, "a")
    #expect(state(builder).snooze == nil && row(state(builder).recall) == 2)
  }

  @Test func aClaimLapsesAfterADayAndAnybodyReleases() {
    var builder = CommunityBuilder()
    builder.decide("0", "2026-03-20T12:00", .claim, "a")
    #expect(row(state(builder, "2026-03-21T11:59").claim) == 0)
    #expect(state(builder, "2026-03-21T12:00").claim == nil)
    builder.decide("1", "2026-03-20T13:00", .claim, "a", by: "周野")
    #expect(state(builder, "2026-03-20T14:00").beaten.map { $0.first.row.offset } == [0])
    builder.decide("2", "2026-03-20T14:00", .release, "a", by: "周野")
    #expect(state(builder, "2026-03-20T15:00").claim == nil)
    builder.decide("3", "2026-03-20T15:00", .claim, "a", by: "周野")
    #expect(row(state(builder, "2026-03-20T16:00").claim) == 3)
  }

  @Test func theFirstLineRecallsAndTheOtherIsTold() {
    var builder = CommunityBuilder()
    builder.decide("0", "2026-03-20T10:00", .recall, "a", by: "周野")
    builder.decide("1", "2026-03-20T09:00", .recall, "a", by: "林晚")
    builder.decide("2", "2026-03-20T09:30", .holdOut, "a", by: "林晚")
    builder.decide("3", "2026-03-21T10:00", .recall, "a", by: "林晚")
    let state = state(builder, "2026-03-22")
    #expect(state.recalls.map { $0.row.offset } == [0, 3])
    #expect(state.beaten.map { [$0.decision.row.offset, $0.first.row.offset] } == [[1, 0], [2, 0]])
    #expect(state.contacts.map { $0.row.offset } == [0, 3])
  }

  @Test func whoeverClaimedMayRecallNobodyElse() {
    var builder = CommunityBuilder()
    builder.decide("0", "2026-03-20T10:00", .claim, "a", by: "周野")
    builder.decide("1", "2026-03-20T10:01", .recall, "a", by: "林晚")
    #expect(state(builder).recall == nil)
    builder.decide("2", "2026-03-20T10:02", .recall, "a", by: "周野")
    #expect(row(state(builder).recall) == 2)
  }

  @Test func anUndoOfAnUndoBringsBack() {
    var builder = CommunityBuilder()
    builder.decide("r", "2026-03-01", .recall, "a")
    builder.decide("u1", "2026-03-02", .undo, "a", by: "周野", undoes: "r")
    #expect(state(builder).recall == nil && state(builder).contacts.isEmpty)
    builder.decide("u2", "2026-03-03", .undo, "a", undoes: "u1")
    #expect(row(state(builder).recall) == 0)
    builder.decide("u3", "2026-03-04", .undo, "a", undoes: "u2")
    #expect(state(builder).recall == nil)
    // As of the second of March the third undo isn't made yet.
    #expect(state(builder, "2026-03-03").recall != nil)
    #expect(state(builder, "2026-03-02").recall == nil)
    #expect(state(builder, "2026-03-01").recall != nil)
  }

  @Test func anUndoneRecallLetsTheNextOneIn() {
    var builder = CommunityBuilder()
    builder.decide("r", "2026-03-20T10:00", .recall, "a", by: "周野")
    builder.decide("u", "2026-03-20T10:05", .undo, "a", by: "周野", undoes: "r")
    builder.decide("s", "2026-03-20T10:10", .recall, "a", by: "林晚")
    #expect(row(state(builder).recall) == 2)
    #expect(state(builder).beaten.isEmpty)
  }

  @Test func undosOfWhatFollowsOfThemselvesAndOfNothingMeanNothing() {
    var builder = CommunityBuilder()
    builder.decide("u1", "2026-03-01", .undo, "a", undoes: "r")
    builder.decide("u2", "2026-03-01", .undo, "a", undoes: "u2")
    builder.decide("u3", "2026-03-01", .undo, "a", undoes: "nobody")
    builder.decide("r", "2026-03-02", .recall, "a")
    builder.decide("r", "2026-03-03", .dismiss, "a")
    #expect(row(state(builder).recall) == 3)
    #expect(state(builder).dismissal == nil)
  }

  @Test func nothingAfterNowCountsUntilItsTimeComes() {
    var builder = CommunityBuilder()
    builder.decide("r", "2026-03-05", .recall, "a")
    builder.decide("s", "2026-03-10", .dismiss, "a")
    var log = builder.log("2026-03-01")
    let member = builder.index("a")
    #expect(log.state(of: member) == DecisionState())
    func go(_ moment: String) -> Set<Member.Index> {
      log.update(community: builder.community, moment: CommunityBuilder.moment(moment))
    }
    #expect(go("2026-03-04").isEmpty)
    #expect(go("2026-03-05") == [member])
    #expect(log.state(of: member).recall != nil && log.state(of: member).dismissal == nil)
    #expect(go("2026-03-10") == [member])
    #expect(log.state(of: member).dismissal != nil)
    #expect(go("2026-03-06") == [member])
    #expect(log.state(of: member).dismissal == nil)
  }

  @Test("line by line, the log says the same as one made of all lines", arguments: 1...12)
  func incremental(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var builder = CommunityBuilder()
    let members = ["a", "b", "c"]
    for member in members { _ = builder.index(member) }
    var log = builder.log("2026-03-02T12:00")
    let moment = CommunityBuilder.moment("2026-03-02T12:00")
    for number in 0..<120 {
      let kind = DecisionAction.allCases.randomElement(using: &random) ?? .note
      let hour = Int.random(in: 10...23, using: &random)
      builder.decide(
        "\(Int.random(in: 0...number, using: &random))",
        "2026-03-0\(Int.random(in: 1...3, using: &random))T\(hour):00",
        kind, members.randomElement(using: &random), by: Bool.random(using: &random) ? "林晚" : "周野",
        undoes: kind == .undo ? "\(Int.random(in: 0...number, using: &random))" : nil)
      let before = members.map { log.state(of: builder.index($0)) }
      let touched = log.update(community: builder.community, moment: moment)
      let whole = DecisionLog(community: builder.community, moment: moment)
      for (place, member) in members.enumerated() {
        let index = builder.index(member)
        #expect(log.state(of: index) == whole.state(of: index))
        #expect(touched.contains(index) || log.state(of: index) == before[place])
        #expect(log.state(of: index) == naiveState(builder, index, moment.now))
      }
    }
  }

  /// The rules read out one by one, each from all lines.
  private func naiveState(_ builder: CommunityBuilder, _ member: Member.Index, _ now: Instant)
    -> DecisionState
  {
    let log = DecisionLog(community: builder.community, moment: Moment(now: now, zone: CommunityBuilder.zone))
    func isUndone(_ number: Int) -> Bool {
      let segment = builder.community[.decisions].segments[0]
      let id = segment.ids[log.decisions[number].row.offset]
      return log.decisions.indices.contains { other in
        let undo = log.decisions[other]
        return other > number && undo.action == .undo && undo.at <= now
          && segment.text(DecisionField.undoes, undo.row.offset) == id && !isUndone(other)
      }
    }
    var numbers: [Int] = []
    for number in log.decisions.indices {
      let decision = log.decisions[number]
      if decision.member == member, decision.action != .undo, decision.at <= now, !isUndone(number) {
        numbers.append(number)
      }
    }
    var state = DecisionState()
    for number in numbers { state.apply(log.decisions[number], life: 86_400_000) }
    state.lapse(now, life: 86_400_000)
    return state
  }
}
