import Community
import Journal
import Loyalty
import Texts

extension DashboardState {
  /// Why nothing can be decided; nil when it can.
  var readOnlyReason: Phrase? {
    switch readOnly {
    case .fixedTime: .recallFixedTime
    case .folder: .recallFolderReadOnly
    case nil: nil
    }
  }

  // MARK: Writing

  /// Has decisions about members or touches written, and shows them as pending.
  mutating func write(_ new: [Decision], _ sent: SentDecisions = SentDecisions()) {
    let ticket = send(new, sent)
    for decision in new {
      guard let member = decision.member else { continue }
      let pending = PendingDecision(action: decision.action, ticket: ticket)
      if let rule = decision.rule {
        decisions.touches[TouchKey(member: member, rule: rule)] = pending
      } else {
        decisions.members[member] = pending
      }
    }
  }

  /// Has decisions written; the number that what becomes of them goes by.
  @discardableResult
  mutating func send(_ new: [Decision], _ sent: SentDecisions = SentDecisions()) -> Int {
    decisions.tickets += 1
    decisions.sent[decisions.tickets] = sent
    if case .new = sent.purpose { decisions.history.forgetUndone() }
    let isWall = if case .now = asOf ?? data.shown?.program.asOf ?? .now { true } else { false }
    effects.append(
      .decide(
        DecisionRequest(
          ticket: decisions.tickets, decisions: new, now: isWall ? nil : now, zone: zone,
          claimHours: (data.shown?.program ?? Program()).recall.claimHours)))
    return decisions.tickets
  }

  // MARK: What became of it

  mutating func receive(_ answer: DecisionAnswer) {
    for panel in Panels.all { panel.settle(answer, in: &self) }
    let sent = decisions.sent[answer.ticket]
    if let sent { settle(sent, answer) }
    switch answer.result {
    case .failure(let problem):
      stepBack(answer.ticket)
      if let marks = sent?.marks { restore(marks) }
      message = Message(.error, language.text(problem))
    case .success(let refusals):
      if let first = refusals.first { tell(first, of: answer.decisions[first.index], count: refusals.count) }
    }
    decisions.sent[answer.ticket] = nil
  }

  private mutating func tell(_ refusal: RefusedDecision, of decision: Decision, count: Int) {
    let first = refusal.first
    say(
      .warning, .recallRefused,
      [
        "who": memberName(decision.member ?? first.member) ?? "", "manager": first.manager,
        "what": language.text(first.action.title), "time": language.time(first.at, in: zone), "count": count,
      ])
  }

  func memberName(_ id: String?) -> String? {
    guard let id else { return nil }
    guard let shown = data.shown, let member = shown.community.member(id: id) else { return id }
    return shown.roster.name(of: member) ?? id
  }

  /// Takes up whether decisions can be written. A folder that couldn't be written to may be made writable.
  mutating func receive(_ problem: JournalProblem?) {
    guard problem != decisions.problem else { return }
    decisions.problem = problem
    if readOnly != .fixedTime { readOnly = problem.map { .folder($0) } }
    guard readOnly != .fixedTime else { return }
    guard let problem else { return say(.success, .recallFolderWritable) }
    if message == nil { message = Message(.warning, language.text(problem)) }
  }
}

extension DecisionAnswer {
  /// The places of those that weren't written.
  var refused: Set<Int> {
    switch result {
    case .success(let refusals): Set(refusals.map(\.index))
    case .failure: Set(decisions.indices)
    }
  }
}
