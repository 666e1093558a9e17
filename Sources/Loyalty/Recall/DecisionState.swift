import Community

/// What the decisions about one member come to as of now.
///
/// - Two never recall or hold out the same member: what others do within the claim's life after the first line
///   (24 h) is beaten, as is what they do to a member whom another has claimed. Beaten decisions count in nothing.
/// - A snooze or a dismissal stands until a later one of them, or a later recall.
/// - A claim stands until it's released by anybody, or lapses.
/// - A member is touched once for one occasion of a rule: what follows a touch of the same rule before its `until`,
///   which is the end of the occasion's window, or within the claim's life where it has none, is beaten.
/// - A snooze or a hand-over with a rule is about that rule alone.
package struct DecisionState: Hashable, Sendable {
  /// The newest recall or hold-out.
  package private(set) var recall: LoggedDecision?
  /// All recalls and hold-outs, oldest line first.
  package private(set) var recalls: [LoggedDecision] = []
  /// The snooze, also after its end.
  package private(set) var snooze: LoggedDecision?
  package private(set) var dismissal: LoggedDecision?
  package private(set) var claim: LoggedDecision?
  /// The newest one handed the member to a host.
  package private(set) var hand: LoggedDecision?
  package private(set) var notes: [LoggedDecision] = []
  /// Touchpoints done, oldest line first, each occasion once.
  package private(set) var touches: [LoggedDecision] = []
  /// Occasions of rules that are let pass.
  package private(set) var skips: [LoggedDecision] = []
  /// By rule, the newest snooze, also after its end, and the newest host to whom its touchpoint is left.
  package private(set) var ruleSnoozes: [Symbol: LoggedDecision] = [:]
  package private(set) var ruleHands: [Symbol: LoggedDecision] = [:]
  /// Days on which a decision stands for a contact: recall, touch, contact.
  package private(set) var contacts: [LoggedDecision] = []
  /// Contacts, touches and closings, by which a complaint or an answer was attended to.
  package private(set) var attended: [LoggedDecision] = []
  /// Decisions that came too late, with who was first.
  package private(set) var beaten: [Beaten] = []

  package struct Beaten: Hashable, Sendable {
    package var decision: LoggedDecision
    package var first: LoggedDecision
  }

  package init() {}

  mutating func apply(_ decision: LoggedDecision, life: Int64) {
    switch decision.action {
    case .recall, .holdOut:
      if let first = first(before: decision, life) {
        return beaten.append(Beaten(decision: decision, first: first))
      }
      recall = decision
      recalls.append(decision)
      snooze = nil
      dismissal = nil
      if decision.action == .recall { contacts.append(decision) }
    case .claim:
      if let first = first(before: decision, life) {
        return beaten.append(Beaten(decision: decision, first: first))
      }
      if let claim, decision.at.rawValue < claim.at.rawValue + life { return }
      claim = decision
    case .release: claim = nil
    case .snooze where decision.rule != .none: ruleSnoozes[decision.rule] = decision
    case .snooze:
      snooze = decision
      dismissal = nil
    case .dismiss:
      dismissal = decision
      snooze = nil
    case .hand where decision.rule != .none: ruleHands[decision.rule] = decision
    case .hand: hand = decision
    case .note: notes.append(decision)
    case .touch:
      if let first = touches.last(where: { $0.covers(decision, life) }) {
        return beaten.append(Beaten(decision: decision, first: first))
      }
      touches.append(decision)
      contacts.append(decision)
      attended.append(decision)
    case .skip: skips.append(decision)
    case .contact:
      contacts.append(decision)
      attended.append(decision)
    case .close: attended.append(decision)
    case .fix, .undo: break
    }
  }

  /// Who was first, if somebody was.
  private func first(before decision: LoggedDecision, _ life: Int64) -> LoggedDecision? {
    func isOver(_ other: LoggedDecision) -> Bool { other.at.rawValue <= decision.at.rawValue - life }
    if let other = recalls.first(where: { !isOver($0) }) { return other }
    guard let claim, !isOver(claim), claim.manager != decision.manager else { return nil }
    return claim
  }

  mutating func lapse(_ now: Instant, life: Int64) {
    if let claim, claim.at.rawValue <= now.rawValue - life { self.claim = nil }
  }

  /// Whether the member is put off beyond an instant.
  package func isSnoozed(_ now: Instant) -> Bool { (snooze?.until).map { now < $0 } ?? false }
}

extension LoggedDecision {
  /// Whether a later touch is for the same occasion of the same rule.
  fileprivate func covers(_ later: LoggedDecision, _ life: Int64) -> Bool {
    guard rule != .none, rule == later.rule else { return false }
    return later.at <= until ?? Instant(rawValue: at.rawValue + life - 1)
  }
}

extension DecisionLog {
  /// What stands of the decisions about a member.
  ///
  /// - Complexity: O(decisions about the member).
  package func state(of member: Member.Index) -> DecisionState {
    var state = DecisionState()
    guard let numbers = byMember[member.rawValue] else { return state }
    let life = Int64(claimHours) * 3_600_000
    for number in numbers where stands(number) { state.apply(decisions[number], life: life) }
    state.lapse(moment.now, life: life)
    return state
  }

  /// Members about whom anything was decided, by index.
  package var members: [Member.Index] { byMember.keys.sorted().map { Member.Index(rawValue: $0) } }
}
