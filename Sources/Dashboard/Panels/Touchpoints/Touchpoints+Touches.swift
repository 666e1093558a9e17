import Community
import Journal
import Loyalty
import Texts

extension DashboardState {
  /// The calendar of the folder as it's shown; nil until it's worked out.
  var calendar: TouchpointCalendar? { data.shown?.roster.measures?.touchpoints }

  /// The name of a touchpoint that is due.
  func touchKey(_ due: Due) -> TouchKey? {
    guard let shown = data.shown, let calendar else { return nil }
    return TouchKey(member: shown.community.members.id(due.member), rule: calendar.rules[due.place].id)
  }

  /// A touchpoint that is still due; nil once it isn't.
  func due(_ key: TouchKey) -> Due? {
    guard let calendar, let member = data.shown?.community.member(id: key.member) else { return nil }
    return calendar.dues(of: member).first { calendar.rules[$0.place].id == key.rule }
  }

  // MARK: Deciding

  /// Decides about touchpoints that are due. What isn't due any more, or is being written about, stays out.
  ///
  /// - Returns: whether anything is written.
  @discardableResult
  mutating func decide(_ action: TouchAction, about keys: [TouchKey], _ sent: SentDecisions = SentDecisions())
    -> Bool
  {
    let open = keys.filter { key in
      guard let pending = decisions.touches[key] else { return true }
      return pending.writtenID != nil && pending.action == .hand
    }
    let new = open.compactMap { key in due(key).map { decision(action, key, $0) } }
    guard !new.isEmpty else {
      say(.information, open.isEmpty && !keys.isEmpty ? .recallBeingWritten : .touchNotDue)
      return false
    }
    write(new, sent)
    return true
  }

  private func decision(_ action: TouchAction, _ key: TouchKey, _ due: Due) -> Decision {
    var decision = Decision(
      id: "", at: now, manager: decisions.manager, action: .touch, member: key.member, rule: key.rule)
    switch action {
    case .touch, .skip:
      if case .skip(let reason) = action {
        decision.action = .skip
        decision.reason = reason
      }
      // For so long nobody else can do the same.
      decision.until = zone.end(of: due.closes)
      decision.host = due.handedTo.flatMap { data.shown?.community.symbols[$0] }
    case .snooze(let days):
      decision.action = .snooze
      decision.until = zone.instant(of: zone.day(of: now).adding(days: days))
    case .hand(let host):
      decision.action = .hand
      decision.host = host
    }
    return decision
  }

  // MARK: What became of it

  /// Lets go of what was shown of decisions that weren't written.
  mutating func settleTouches(_ answer: DecisionAnswer) {
    guard !decisions.touches.isEmpty else { return }
    let refused = answer.refused
    for (index, decision) in answer.decisions.enumerated() {
      guard let member = decision.member, let rule = decision.rule else { continue }
      let key = TouchKey(member: member, rule: rule)
      guard decisions.touches[key]?.ticket == answer.ticket else { continue }
      if refused.contains(index) {
        decisions.touches[key] = nil
      } else {
        decisions.touches[key]?.writtenID = decision.id
      }
    }
    forgetSettledTouches()
  }

  /// Once the calendar knows of a decision, it shows it.
  mutating func forgetSettledTouches() {
    guard !decisions.touches.isEmpty, let calendar else { return }
    decisions.touches = decisions.touches.filter { _, pending in
      pending.writtenID.map { !calendar.knows(decision: $0) } ?? true
    }
  }

  // MARK: The list for sending

  /// Asks where the list for sending is to be written.
  mutating func openTouchExport(_ keys: [TouchKey]) {
    guard !keys.isEmpty else { return say(.information, .touchNothingToSend) }
    overlay = ExportState(
      path: LineEditor("touchpoints-\(zone.day(of: now)).csv"), count: keys.count, isMarked: false,
      sending: ExportState.Sending { context in
        context.text(.touchSend, ["count": keys.count])
      } list: { state in
        state.data.shown.map {
          TouchSendingList(
            roster: $0.roster, dues: keys.compactMap { state.due($0) }, language: state.language)
        }
      })
  }
}
