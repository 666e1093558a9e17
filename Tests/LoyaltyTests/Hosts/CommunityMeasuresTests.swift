import Community
import Loyalty
import Synchronization
import Testing

/// Says how often it was asked, and from which time on the answer is yes.
private final class Asking: Sendable {
  let count = Atomic(0)
  let yesFrom: Int
  init(yesFrom: Int = .max) { self.yesFrom = yesFrom }
  func isCancelled() -> Bool { count.add(1, ordering: .relaxed).oldValue >= yesFrom }
}

@Suite("The community is measured part by part") struct CommunityMeasuresTests {
  private let builder = NaiveTalk(seed: 9).builder()

  private func measured(
    _ asking: Asking = Asking(), deliver: (MemberMeasures) -> Void = { _ in }
  ) -> MemberMeasures? {
    builder.measures(NaiveTalk.now).adding(
      MeasureStage.ofCommunity, builder.roster(NaiveTalk.now),
      on: Computation(isCancelled: { asking.isCancelled() })
    ) { measures, _, _ in deliver(measures) }
  }

  @Test func whatComesFirstIsHandedOnFirst() throws {
    var parts: [MemberMeasures] = []
    let whole = try #require(measured { parts.append($0) })
    #expect(parts.map { $0.activity != nil && $0.challenges != nil } == [true, true, true])
    #expect(parts.map { $0.ties != nil } == [false, true, true])
    #expect(parts.map { $0.hosts != nil } == [false, true, true])
    #expect(parts.map { $0.ties?.groups != nil } == [false, false, true])
    #expect(whole.ties?.groups != nil)
    // Without accounts and a calendar nobody knows whom to invite, nor whether care was in time.
    #expect(whole.hosts?.invitable == nil)
    #expect(whole.hosts?.scores.allSatisfy { $0.careOnTime == nil } == true)
  }

  @Test func whatIsOldStaysUntilThereIsSomethingNew() throws {
    let whole = try #require(measured())
    var parts: [MemberMeasures] = []
    _ = builder.measures(NaiveTalk.now).adding(
      [.valuedTouchpoints] + MeasureStage.ofCommunity, builder.roster(NaiveTalk.now), earlier: whole
    ) { measures, _, _ in parts.append(measures) }
    #expect(parts.count == 2)
    let next = try #require(parts.first)
    #expect(next.activity?.monthly == whole.activity?.monthly && next.hosts != nil)
    #expect(next.ties?.edges == whole.ties?.edges)
  }

  @Test func cancelledAnywhereItEndsWithNothing() throws {
    let asking = Asking()
    #expect(measured(asking) != nil)
    let asked = asking.count.load(ordering: .relaxed)
    #expect(asked > 8)
    for place in 0..<asked {
      #expect(measured(Asking(yesFrom: place)) == nil, "cancelled when asked for time \(place + 1)")
    }
  }
}
