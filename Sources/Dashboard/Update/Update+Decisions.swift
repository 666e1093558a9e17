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

  /// Has decisions about members written, and shows them as pending.
  mutating func write(_ new: [Decision]) {
    let ticket = send(new)
    for decision in new {
      guard let member = decision.member else { continue }
      decisions.members[member] = PendingDecision(action: decision.action, ticket: ticket)
    }
  }

  /// Has decisions written; the number that what becomes of them goes by.
  @discardableResult
  mutating func send(_ new: [Decision]) -> Int {
    decisions.tickets += 1
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
    switch answer.result {
    case .failure(let problem):
      keepUndo(answer.decisions)
      message = Message(.error, language.text(problem))
    case .success(let refusals):
      let refused = answer.refused
      tell(answer.decisions.indices.filter { !refused.contains($0) }.map { answer.decisions[$0] })
      if let first = refusals.first { tell(first, of: answer.decisions[first.index], count: refusals.count) }
    }
  }

  /// What couldn't be taken back stays to be taken back.
  private mutating func keepUndo(_ undos: [Decision]) {
    let kept = undos.compactMap { undo in
      undo.undoes.map {
        Decision(id: $0, at: undo.at, manager: undo.manager, action: .undo, member: undo.member)
      }
    }
    if kept.isEmpty { return }
    decisions.decided.append(kept)
    undo = .decisions
  }

  private mutating func tell(_ written: [Decision]) {
    guard let first = written.first else { return }
    if first.action == .undo { return say(.success, .undone) }
    decisions.decided.append(written)
    let what = language.text(first.action.title)
    if written.count == 1 {
      sayUndoable(.decisions, .recallDecided, ["what": what, "who": memberName(first.member)])
    } else {
      sayUndoable(.decisions, .recallDecidedMany, ["what": what, "count": written.count])
    }
  }

  private mutating func tell(_ refusal: RefusedDecision, of decision: Decision, count: Int) {
    let first = refusal.first
    say(
      .warning, .recallRefused,
      [
        "who": memberName(decision.member ?? first.member), "manager": first.manager,
        "what": language.text(first.action.title), "time": language.time(first.at, in: zone), "count": count,
      ])
  }

  private func memberName(_ id: String?) -> String {
    guard let id else { return "" }
    guard let shown = data.shown, let member = shown.community.member(id: id) else { return id }
    return shown.roster.name(of: member) ?? id
  }

  /// Takes up whether decisions can be written. A folder that couldn't be written to may be made writable.
  mutating func receive(_ problem: JournalProblem?) {
    guard problem != decisions.problem else { return }
    decisions.problem = problem
    if readOnly != .fixedTime { readOnly = problem.map { .folder($0) } }
    guard message == nil, readOnly != .fixedTime else { return }
    if let problem {
      message = Message(.warning, language.text(problem))
    } else {
      say(.success, .recallFolderWritable)
    }
  }

  /// Takes the newest decision back, by a line of its own.
  mutating func undoDecisions() {
    if let reason = readOnlyReason {
      undo = .decisions
      return say(.information, reason)
    }
    guard let last = decisions.decided.popLast() else { return }
    if !decisions.decided.isEmpty { undo = .decisions }
    for panel in Panels.all { panel.takeBack(last, in: &self) }
    write(
      last.map {
        Decision(
          id: "", at: now, manager: decisions.manager, action: .undo, member: $0.member, undoes: $0.id)
      })
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

extension Undo {
  /// Decisions that are on disk.
  static let decisions = Undo(name: "decisions") { $0.undoDecisions() }
}
