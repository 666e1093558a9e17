import Bytes
import Community

/// Everything that recalling members needs as of one moment: who may be called back, what is at stake, by which play
/// and with which chance.
///
/// Making one takes a look at all members; decisions appended since are taken up in a moment by `update`.
package struct RecallBoard: Sendable {
  package private(set) var roster: Roster
  @Boxed package private(set) var measures: MemberMeasures
  package private(set) var log: DecisionLog
  package private(set) var outcomes: RecallOutcomes
  package let contacts: ContactCounts
  /// Whose queue it is: a member claimed by anybody else isn't in it.
  package let manager: String?
  package let fit: ModelFit?
  private let cuts: ValueCuts
  // The board's own: read through the box of `measures`, each look at a member would copy them all.
  private let lifecycle: Lifecycle
  private let signs: EngagementSummary
  private let values: PurchaseValues?
  private var managerSymbol: Symbol?
  /// By the layer's place.
  private var suggestions: [Suggestion] = []
  /// By the layer's place, the campaign that a recall by its suggested play would belong to today.
  private(set) var campaigns: [String?] = []
  /// Lots drawn already, by member, and the layers that they were drawn for; empty where it was for other campaigns.
  private var lots: [UInt8] = []
  private var lotLayers: [UInt8] = []
  /// Whether other plays are suggested than when the measures were made.
  private var followsSuggestions = false

  /// What is done best with members of a layer.
  package struct Suggestion: Hashable, Sendable {
    /// Nil where no play is meant for the layer.
    package var play: RecallPlay?
    package var chance: Double
    /// From what the chance is.
    package var basis: RecallRates.Basis
    /// By how much it raises the chance over that of members held out.
    package var uplift: Double
    /// Woken and recalled by the play in the layer.
    package var successes: Proportion
  }

  /// - Parameters:
  ///   - roster: with measures.
  ///   - log: of the same community; made anew unless given.
  ///   - fit: by which recalls of churned members are credited to high, middle and low; the measures' unless given.
  /// - Complexity: O(members + touchpoints), and for each recall the records of its member.
  /// - Returns: nil without measures, or if cancelled.
  package init?(
    _ roster: Roster, log: DecisionLog? = nil, fit: ModelFit? = nil, manager: String? = nil,
    isCancelled: () -> Bool = { false }
  ) {
    guard let measures = roster.measures else { return nil }
    self.roster = roster
    self.measures = measures
    lifecycle = measures.lifecycle
    signs = measures.signs
    values = measures.values
    self.manager = manager
    self.fit = fit ?? measures.model?.fit
    var log = log ?? DecisionLog(community: roster.community, moment: roster.moment)
    log.update(community: roster.community, moment: roster.moment)
    self.log = log
    contacts = ContactCounts(community: roster.community, moment: roster.moment)
    if isCancelled() { return nil }
    cuts = ValueCuts(
      measures, count: min(roster.count, measures.signs.entries.count),
      rules: roster.community.program.segments)
    if isCancelled() { return nil }
    let judge = RecallBoard.judge(roster, measures, cuts, self.fit)
    guard let outcomes = RecallOutcomes(judge, log, isCancelled) else { return nil }
    self.outcomes = outcomes
    settle()
  }

  private static func judge(
    _ roster: Roster, _ measures: MemberMeasures, _ cuts: ValueCuts, _ fit: ModelFit?
  ) -> PastJudge {
    PastJudge(
      community: roster.community, figures: roster.figures, moment: roster.moment,
      commonRhythm: measures.lifecycle.commonRhythm, cuts: cuts, fit: fit)
  }

  private mutating func settle() {
    managerSymbol = manager.flatMap { roster.community.symbols.symbol(of: $0) }
    suggestions = RecallLayer.allCases.map { layer in
      suggestion(outcomes.bestPlay(layer), layer)
    }
    campaigns = suggestions.map { $0.play.map { Lot.campaign(play: $0.id, day: roster.today) } }
    takeLots()
  }

  private mutating func takeLots() {
    let drawn = LotsDrawn(campaigns: campaigns, holdOut: outcomes.rules.holdOut)
    let areDrawn = measures.lotsDrawn == drawn
    lots = areDrawn ? measures.lots : []
    lotLayers = areDrawn ? measures.recallLayers : []
  }

  private func suggestion(_ play: RecallPlay?, _ layer: RecallLayer) -> Suggestion {
    let id = play?.id ?? ""
    return Suggestion(
      play: play, chance: outcomes.chance(layer, id), basis: outcomes.basis(layer, id),
      uplift: outcomes.uplift(layer, id), successes: outcomes.successes(layer, id))
  }

  /// Gives stakes and lots by the plays that are suggested now to the measures, and with them to the columns.
  ///
  /// - Complexity: O(members).
  mutating func tellMeasures() {
    var measures = measures
    measures.receive(self)
    self.measures = measures
    roster = roster.with(measures)
    takeLots()
    followsSuggestions = true
  }

  /// Takes up decisions that were appended since.
  ///
  /// - Parameter roster: of the community with them, and otherwise the same; for other changes a board is made anew.
  /// - Complexity: O(decisions appended + all undos + *n* log *n*) for *n* recalls so far.
  /// - Returns: members whose row may have changed; nil when chances have, and so all of them.
  package mutating func update(_ roster: Roster) -> Set<Member.Index>? {
    self.roster = roster
    let touched = log.update(community: roster.community, moment: roster.moment)
    let judge = RecallBoard.judge(roster, measures, cuts, fit)
    let before = suggestions
    outcomes.update(touched, judge, log)
    settle()
    if suggestions != before { tellMeasures() }
    if followsSuggestions { self.roster = roster.with(measures) }
    return suggestions == before ? touched : nil
  }

  // MARK: Members

  /// How far gone a member is; nil for whoever is neither sleeping nor churned.
  @inline(__always)
  package func layer(of member: Member.Index) -> RecallLayer? {
    let stage = lifecycle.stage(member)
    guard stage == .sleeping || stage == .churned else { return nil }
    let lastRefund = signs.entries[member.value].lastRefund
    let today = Int(lifecycle.day.rawValue)
    let rules = outcomes.rules
    return RecallLayer(
      stage, silence: silence(of: member), rhythm: lifecycle.rhythm(member),
      hasRefund: lastRefund != .min && today - Int(lastRefund) < rules.refundDays,
      lifetimeValue: stage == .churned ? values?.lifetimeValue(of: member)?.rawValue : nil, cuts: cuts,
      rules: rules)
  }

  /// Days since the member was seen, else since joining.
  @inline(__always)
  private func silence(of member: Member.Index) -> Int {
    let lastSeen = signs.pasts[0][member.value].lastSeen
    if lastSeen != .min { return lifecycle.day.days(since: Day(rawValue: lastSeen)) }
    return roster.figures.joined(member).map {
      lifecycle.day.days(since: roster.moment.zone.day(of: $0))
    } ?? 0
  }

  /// The play of the largest uplift for a layer, with its chance; without a play the chance of one never tried.
  package func suggestion(_ layer: RecallLayer) -> Suggestion { suggestions[layer.place] }

  /// Every play with its chance in a layer: those meant for the layer first, by uplift, then the others, by uplift;
  /// equal ones in the programme's order.
  package func choices(_ layer: RecallLayer) -> [Suggestion] {
    let choices = outcomes.rules.plays.map { suggestion($0, layer) }
    func sorted(_ isMeant: Bool) -> [Suggestion] {
      choices.enumerated().filter { $0.element.play?.layers.contains(layer) == isMeant }
        .sorted { ($1.element.uplift, $0.offset) < ($0.element.uplift, $1.offset) }.map(\.element)
    }
    return sorted(true) + sorted(false)
  }

  /// Why a member is in the queue or not.
  package enum Status: Hashable, Sendable {
    case queued
    /// Neither sleeping nor churned.
    case awake
    case mayNot(MayContact)
    /// By another manager.
    case claimed(LoggedDecision)
    case snoozed(LoggedDecision)
    case dismissed(LoggedDecision)
    /// Recalled or held out, and the days within which that counts aren't over.
    case recalled(LoggedDecision)
  }

  /// What is needed to look at many members.
  struct Gate {
    let consents: Consents
    let cap: ContactCap
  }

  func gate() -> Gate {
    Gate(
      consents: Consents(roster.community), cap: ContactCap(roster.community.program, roster.moment))
  }

  package func status(of member: Member.Index) -> Status {
    layer(of: member) == nil ? .awake : hindrance(of: member, gate()) ?? .queued
  }

  /// Whether the member may be contacted now, whatever was decided about them.
  package func mayContact(_ member: Member.Index) -> MayContact {
    refusal(of: member, log.state(of: member), gate()) ?? .yes
  }

  @inline(__always)
  private func refusal(of member: Member.Index, _ state: DecisionState?, _ gate: Gate) -> MayContact? {
    gate.consents.refusal(member, roster.community)
      ?? gate.cap.refusal(contacts.touchpoints(member), state?.contacts ?? [])
  }

  /// What keeps a member out of the queue: first what was decided, then what forbids contact.
  @inline(__always)
  func hindrance(of member: Member.Index, _ gate: Gate) -> Status? {
    guard log.knows(member) else { return refusal(of: member, nil, gate).map { .mayNot($0) } }
    let state = log.state(of: member)
    if let recall = state.recall {
      let days = roster.today.days(since: roster.moment.zone.day(of: recall.at))
      if days <= outcomes.rules.windowDays { return .recalled(recall) }
    }
    if let dismissal = state.dismissal { return .dismissed(dismissal) }
    if let snooze = state.snooze, state.isSnoozed(roster.moment.now) { return .snoozed(snooze) }
    if let claim = state.claim, claim.manager != managerSymbol { return .claimed(claim) }
    return refusal(of: member, state, gate).map { .mayNot($0) }
  }

  /// One line of the queue: what is at stake, multiplied out.
  package struct Row: Hashable, Sendable {
    package var member: Member.Index
    package var layer: RecallLayer
    /// Days.
    package var silence: Int
    /// Nil without a purchase or without a model, as are the two that follow.
    package var alive: Double?
    /// What a year would bring if the member were awake, in currency units, margin included.
    package var valueIfAwake: Double?
    /// (1 − alive) × value if awake × chance.
    package var stake: Double?
    package var suggestion: Suggestion
    /// The campaign that a recall by the suggested play would belong to today, and what the member's lot in it is.
    package var campaign: String?
    package var assignment: Assignment?
  }

  /// The line of a member, whether queued or not; nil for whoever is awake.
  package func row(of member: Member.Index) -> Row? {
    guard let layer = layer(of: member) else { return nil }
    let suggestion = suggestion(layer)
    let factors = factors(member)
    let campaign = suggestion.play.map { Lot.campaign(play: $0.id, day: roster.today) }
    return Row(
      member: member, layer: layer, silence: silence(of: member), alive: factors?.alive,
      valueIfAwake: factors?.value,
      stake: factors.map { RecallBoard.stake($0.alive, $0.value, suggestion.chance) }, suggestion: suggestion,
      campaign: campaign, assignment: campaign.map { assignment(of: member, campaign: $0) })
  }

  /// What is at stake for a sleeping or churned member, queued or not, in currency units; nil where it isn't known.
  package func stake(of member: Member.Index) -> Double? {
    layer(of: member).flatMap { stake(of: member, $0) }
  }

  /// The same for a member whose layer is known.
  func stake(of member: Member.Index, _ layer: RecallLayer) -> Double? {
    factors(member).map { RecallBoard.stake($0.alive, $0.value, suggestion(layer).chance) }
  }

  /// Whether a member is recalled or held out in a campaign, and by which arm, if the campaign's record has any.
  package func assignment(of member: Member.Index, campaign: String) -> Assignment {
    let arms = roster.community.campaigns.first { $0.id == campaign }?.arms ?? []
    return Assignment(
      member: roster.community.members.id(member), campaign: campaign, holdOut: outcomes.rules.holdOut,
      arms: arms)
  }

  /// Whether lot holds a member of a layer out of the campaign of the play that is suggested for it.
  func isHeldOut(_ member: Member.Index, _ layer: RecallLayer) -> Bool {
    guard let campaign = campaigns[layer.place] else { return false }
    if member.value < lots.count, lotLayers[member.value] == layer.place + 1 {
      return lots[member.value] == RecallLot.heldOut.rawValue
    }
    return Lot.of(roster.community.members.id(member), in: campaign) < outcomes.rules.holdOut
  }

  /// The same of a member in any layer; false for whoever is awake.
  package func isHeldOut(_ member: Member.Index) -> Bool {
    layer(of: member).map { isHeldOut(member, $0) } ?? false
  }

  /// Whether a play is suggested for a layer, in whose campaign members are called or held out.
  func hasCampaign(_ layer: RecallLayer) -> Bool { campaigns[layer.place] != nil }

  @inline(__always)
  private func factors(_ member: Member.Index) -> (alive: Double, value: Double)? {
    guard let values, let alive = PurchaseValues.value(values.alive, member),
      let value = PurchaseValues.value(values.valueIfAwake, member), value.isFinite
    else { return nil }
    return (alive, value)
  }

  @inline(__always)
  private static func stake(_ alive: Double, _ value: Double, _ chance: Double) -> Double {
    let stake = (1 - alive) * value * chance
    return stake > 0 ? stake : 0
  }

  // MARK: Order

  /// Ascends in the order of the queue: value at stake, then without one by silence.
  @inline(__always)
  func key(of member: Member.Index, _ layer: RecallLayer) -> UInt64 {
    if let factors = factors(member) {
      let stake = RecallBoard.stake(factors.alive, factors.value, suggestion(layer).chance)
      // Numbers above 0 ascend with their bits.
      return RecallBoard.secondBlock - 1 - stake.bitPattern
    }
    return RecallBoard.secondBlock + UInt64(UInt32.max - UInt32(clamping: silence(of: member)))
  }

  /// The stake that a key stands for, in hundredths of a currency unit; 0 where it isn't known.
  @inline(__always)
  static func hundredths(ofKey key: UInt64) -> Int64 {
    guard key < secondBlock else { return 0 }
    return Int64(min(1e12, Double(bitPattern: secondBlock - 1 - key)) * 100 + 0.5)
  }

  /// Keys from here on are of members whose stake isn't known.
  static let secondBlock: UInt64 = 1 << 63
}
