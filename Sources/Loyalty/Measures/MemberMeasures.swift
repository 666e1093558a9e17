import Bytes
import Community

/// What takes a look at all members and their events: stages, path, scores, persona, segments, as of one moment.
///
/// Computed apart from the figures, because it takes longer: a roster without measures has unknown values in the
/// columns that come from here.
package struct MemberMeasures: Sendable {
  package let moment: Moment
  package let lifecycle: Lifecycle
  /// The stages 30 and 90 days ago.
  package let earlierLifecycles: [Lifecycle]
  /// Moves between the stages since 30 and 90 days ago.
  package let moves: [StageMoves]
  package let path: LoyaltyPath
  package let rfm: RFM
  package private(set) var persona: Persona
  package private(set) var segments: Segments
  /// The purchase model with what it says of each member; nil while it isn't computed.
  @Boxed package private(set) var model: ValueModel? = nil
  /// Balances of points and what expires; nil while they aren't computed.
  @Boxed package internal(set) var points: Points? = nil
  /// What the members are expected to be worth if alive, times the probability that they aren't. Nil without a model.
  package private(set) var valueAtRisk: Money?
  /// What calling each sleeping or churned member back is worth, in currency units, NaN where it isn't known.
  private(set) var stakes: [Double] = []
  /// By member, the place of the layer among all and 1; 0 for whoever is neither sleeping nor churned.
  private(set) var recallLayers: [UInt8] = []
  /// What lot makes of recalling each sleeping or churned member by the play suggested: `RecallLot`, 0 for the others.
  private(set) var lots: [UInt8] = []
  /// What they were drawn for; nil while there are none.
  private(set) var lotsDrawn: LotsDrawn?
  /// The tier of each member, and the tiers as a whole; nil while they aren't computed.
  @Boxed package internal(set) var tiers: Tiers? = nil
  @Boxed package internal(set) var tierFigures: TierFigures? = nil
  /// Who is due for what; nil while it isn't worked out.
  @Boxed package private(set) var touchpoints: TouchpointCalendar? = nil
  /// How complaints stand and what was bought; nil while that isn't gathered.
  @Boxed package internal(set) var records: RecordSummary? = nil
  /// When members were called back, and when they woke after that.
  private(set) var recalled: MemberTimes?
  private(set) var woken: MemberTimes?
  /// The emotional accounts; nil while they aren't computed.
  @Boxed package private(set) var account: EmotionalAccounts? = nil
  private let segmentRules: Program.SegmentRules
  /// Members with purchases on two days or more ÷ members with any, in 365 days. Nil where nobody bought.
  package let repeatPurchaseRate: Double?
  /// Members with a purchase in the last 365 days.
  package let buyers: Int
  /// Who is active and who contributes; nil while it isn't computed. So are those below.
  @Boxed package internal(set) var activity: ActivityFigures? = nil
  package internal(set) var challenges: Challenges?
  /// Ties between members; their groups come later than they themselves.
  @Boxed package internal(set) var ties: TieFigures? = nil
  package internal(set) var hosts: HostFigures?
  let signs: EngagementSummary
  private let figures: MemberFigures

  /// - Complexity: O(*e* + *n* log *n*) for *n* members with *e* events.
  /// - Returns: nil if cancelled.
  package init?(
    community: Community, figures: MemberFigures, on computation: Computation = .serial
  ) {
    moment = figures.moment
    self.figures = figures
    let program = community.program
    guard
      let signs = EngagementSummary(
        community: community, moment: moment, on: computation),
      let ties = Ties(
        community: community, figures: figures, moment: moment, days: program.path.tieDays,
        isCancelled: computation.isCancelled)
    else { return nil }
    self.signs = signs
    let lifecycles = EngagementSummary.daysAgo.indices.map {
      Lifecycle(signs, place: $0, figures: figures, program: program)
    }
    lifecycle = lifecycles[0]
    earlierLifecycles = Array(lifecycles.dropFirst())
    moves = earlierLifecycles.map { lifecycles[0].moves(since: $0) }
    if computation.isCancelled() { return nil }
    path = LoyaltyPath(
      signs, referrers: Referrers(community: community, figures: figures), ties: ties, figures: figures,
      rules: program.path)
    rfm = RFM(signs, figures: figures, program: program)
    if computation.isCancelled() { return nil }
    segmentRules = program.segments
    persona = Persona(signs, rfm: rfm, values: nil, account: nil, figures: figures)
    segments = Segments(nil, persona: persona, figures: figures, rules: program.segments)
    var buyers = 0
    var repeaters = 0
    for (member, entry) in signs.entries.enumerated() where entry.yearDays > 0 {
      guard figures.entry(Member.Index(member)).isListed else { continue }
      buyers += 1
      if entry.yearDays > 1 { repeaters += 1 }
    }
    self.buyers = buyers
    repeatPurchaseRate = buyers == 0 ? nil : Double(repeaters) / Double(buyers)
  }

  /// What the purchase model says of each member, if there is one.
  package var values: PurchaseValues? { model?.values }

  /// Receives what a purchase model says of each member.
  ///
  /// - Complexity: O(*n* log *n*) in the number of members.
  package mutating func receive(_ model: ValueModel) {
    self.model = model
    persona = Persona(signs, rfm: rfm, values: values, account: account, figures: figures)
    segments = Segments(values, persona: persona, figures: figures, rules: segmentRules)
    valueAtRisk = values.flatMap { values in
      var sum = 0.0
      for number in 0..<min(values.alive.count, figures.count) {
        let member = Member.Index(number)
        guard figures.isListed(member), let alive = PurchaseValues.value(values.alive, member),
          let value = PurchaseValues.value(values.valueIfAwake, member)
        else { continue }
        sum += (1 - alive) * value
      }
      return PurchaseValues.money(sum)
    }
  }

  /// Receives the emotional accounts, which tell of the members' minds.
  ///
  /// - Complexity: O(*n* log *n*) in the number of members.
  package mutating func receive(_ account: EmotionalAccounts) {
    self.account = account
    persona = Persona(signs, rfm: rfm, values: values, account: account, figures: figures)
    segments = Segments(values, persona: persona, figures: figures, rules: segmentRules)
  }

  /// Brings the accounts of some members up to date, and leaves where minds stand among each other as it was.
  ///
  /// - Complexity: O(events of these members + events appended).
  package mutating func updateAccounts(
    of touched: [Member.Index], community: Community, figures: MemberFigures, moment: Moment
  ) {
    guard account != nil, moment.now >= self.moment.now else { return }
    account?.update(touched, community: community, figures: figures, moment: moment)
  }

  /// Receives the chances of calling members back.
  ///
  /// - Parameter board: made of a roster with these measures.
  /// - Complexity: O(members).
  package mutating func receive(_ board: RecallBoard) {
    let count = board.roster.count
    stakes = Array(repeating: .nan, count: count)
    recallLayers = Array(repeating: 0, count: count)
    lots = recallLayers
    lotsDrawn = LotsDrawn(campaigns: board.campaigns, holdOut: board.outcomes.rules.holdOut)
    let recalls = board.outcomes.outcomes.filter { !$0.isHeldOut }
    recalled = MemberTimes(recalls.map { ($0.member, $0.decision.at) })
    woken = MemberTimes(recalls.compactMap { recall in recall.wokenAt.map { (recall.member, $0) } })
    for number in 0..<count {
      let member = Member.Index(number)
      guard let layer = board.layer(of: member) else { continue }
      recallLayers[number] = UInt8(layer.place + 1)
      if let stake = board.stake(of: member, layer) { stakes[number] = stake }
      if board.hasCampaign(layer) {
        lots[number] = (board.isHeldOut(member, layer) ? RecallLot.heldOut : .call).rawValue
      }
    }
  }

  /// Receives the calendar of touchpoints.
  package mutating func receive(_ touchpoints: TouchpointCalendar) { self.touchpoints = touchpoints }

  /// Brings the calendar up to date after records of some members were added or decisions taken.
  ///
  /// - Complexity: O(records of these members + records appended).
  package mutating func updateTouchpoints(of touched: [Member.Index], _ roster: Roster) {
    guard touchpoints != nil, roster.moment.now >= moment.now else { return }
    let measures = self
    touchpoints?.update(touched, roster.with(measures))
  }

  /// Why the member is in the stage; nil where nothing tells.
  package func lifecycleReason(_ member: Member.Index) -> LifecycleReason? {
    guard member.value < min(signs.entries.count, figures.count), figures.isListed(member) else { return nil }
    return StageJudge(
      signs: signs, pasts: signs.pasts[0], figures: figures, day: lifecycle.day, rules: lifecycle.rules
    ).reason(member, lifecycle.commonRhythm)
  }

  package func pathReason(_ member: Member.Index) -> PathReason? { path.reason(member, figures: figures) }

  /// How likely the member still buys.
  package func probabilityAlive(_ member: Member.Index) -> Double? {
    values.flatMap { PurchaseValues.value($0.alive, member) }
  }

  /// What the member is expected to be worth over a year.
  package func lifetimeValue(_ member: Member.Index) -> Money? {
    values?.lifetimeValue(of: member)
  }
}
