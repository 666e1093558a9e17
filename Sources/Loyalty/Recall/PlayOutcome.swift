import Community

/// What came of one play, or of all: how many woke, and how many more than without it.
package struct PlayOutcome: Sendable {
  /// Nil for all plays together.
  package let play: String?
  /// Woken of those whose 30 days are over.
  package let recalled: Proportion
  package let heldOut: Proportion
  /// Decisions whose 30 days aren't over.
  package let openRecalls: Int
  package let openHoldOuts: Int
  /// Whether recalled and held-out members, each once a campaign, are as many as the hold-out's share has it. Nil
  /// without a share to compare with.
  package let sampleRatio: SampleRatio?
  /// How many decisions of either kind must be over before the uplift is judged. Nil when none is enough.
  package let planned: Int?
  /// Of all recalls that are over, in currency units; nil where it isn't known.
  package let cost: Double?

  private struct Place: Hashable {
    var campaign: String
    var member: Member.Index
  }

  init(
    play: String?, _ outcomes: some Sequence<RecallOutcomes.Outcome>, _ rules: Program.RecallRules,
    cost: Double?
  ) {
    var recalled = Proportion(0, of: 0)
    var heldOut = Proportion(0, of: 0)
    var open = (recalled: 0, heldOut: 0)
    var places: Set<Place> = []
    var counts = [0, 0]
    for outcome in outcomes {
      switch (outcome.isClosed, outcome.isHeldOut) {
      case (true, false): recalled.add(outcome.hasWoken)
      case (true, true): heldOut.add(outcome.hasWoken)
      case (false, false): open.recalled += 1
      case (false, true): open.heldOut += 1
      }
      if places.insert(Place(campaign: outcome.campaign, member: outcome.member)).inserted {
        counts[outcome.isHeldOut ? 1 : 0] += 1
      }
    }
    self.play = play
    self.recalled = recalled
    self.heldOut = heldOut
    openRecalls = open.recalled
    openHoldOuts = open.heldOut
    sampleRatio = SampleRatio(counts: counts, shares: [1 - rules.holdOut, rules.holdOut])
    planned = ProportionTest.plannedTrials(
      from: rules.baseRate, to: min(1, rules.baseRate + rules.leastUplift))
    self.cost = cost.map { $0 * Double(recalled.trials) }
  }

  /// Woken in recalled minus woken in held out. Nil while either is empty. Its `interval()` is Newcombe's.
  package var uplift: ProportionTest? { ProportionTest(control: heldOut, treated: recalled) }

  /// Whether as many decisions as planned are over, of both kinds; before that the uplift is to be looked at, not
  /// judged.
  package var isHorizonReached: Bool {
    planned.map { min(recalled.trials, heldOut.trials) >= $0 } ?? false
  }

  /// What it cost to wake one member, in currency units. Nil where the cost isn't known or nobody woke.
  package var costPerWoken: Double? {
    recalled.successes > 0 ? cost.map { $0 / Double(recalled.successes) } : nil
  }
}
