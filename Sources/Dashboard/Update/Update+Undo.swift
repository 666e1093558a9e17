import Journal
import Texts

extension DashboardState {
  /// Takes the last action back.
  mutating func undoLast() {
    guard let step = decisions.history.done.last else { return }
    if case .decisions = step.change, let reason = readOnlyReason { return say(.information, reason) }
    _ = decisions.history.popDone()
    switch step.change {
    case .marks(let before, _): setMarks(before)
    case .views(let before, _): setViews(before)
    case .decisions(let decided, _):
      for panel in Panels.all { panel.takeBack(decided, in: &self) }
      let undos = decided.map {
        Decision(
          id: "", at: now, manager: decisions.manager, action: .undo, member: $0.member, undoes: $0.id)
      }
      return write(undos, SentDecisions(purpose: .undo(step)))
    }
    decisions.history.pushUndone(step)
    sayUndone(step)
  }

  /// Does again what was taken back last. Decisions are written anew, as of now.
  mutating func redoLast() {
    guard let step = decisions.history.undone.last else { return }
    if case .decisions = step.change, let reason = readOnlyReason { return say(.information, reason) }
    _ = decisions.history.popUndone()
    switch step.change {
    case .marks(_, let after): setMarks(after)
    case .views(_, let after): setViews(after)
    case .decisions(let decided, _):
      let again = decided.map { decision in
        var decision = decision
        (decision.id, decision.at) = ("", now)
        return decision
      }
      return write(again, SentDecisions(purpose: .redo(step)))
    }
    decisions.history.push(step)
    sayRedone(step)
  }

  private mutating func setViews(_ views: [SavedView]) {
    members.savedViews = views
    effects.append(.saveViews(views))
  }

  // MARK: What became of decisions

  /// Takes up what was written, and what wasn't: that can be tried again.
  mutating func settle(_ sent: SentDecisions, _ answer: DecisionAnswer) {
    let refused = answer.refused
    let isWritten = refused.count < answer.decisions.count
    switch sent.purpose {
    case .new:
      let written = answer.decisions.indices.filter { !refused.contains($0) }.map { answer.decisions[$0] }
      if isWritten { add(written, sent.marks) }
    case .undo(let step):
      guard isWritten else {
        // What others took back already can't be tried again.
        if case .failure = answer.result { decisions.history.push(step) }
        return
      }
      decisions.history.pushUndone(step)
      if case .decisions(_, let marks?) = step.change { restore(marks) }
      sayUndone(step)
    case .redo(let step):
      guard isWritten, case .decisions(_, let marks) = step.change else {
        if case .failure = answer.result { decisions.history.pushUndone(step) }
        return
      }
      let written = answer.decisions.indices.filter { !refused.contains($0) }.map { answer.decisions[$0] }
      decisions.history.push(UndoStep(change: .decisions(written, marks), what: step.what))
      if let marks { clear(marks) }
      sayRedone(step)
    }
  }

  private mutating func add(_ written: [Decision], _ marks: ClearedMarks?) {
    guard let first = written.first else { return }
    let what = language.text(first.action.title)
    let who = memberName(first.member) ?? first.topic ?? ""
    let words =
      written.count > 1
      ? language.text(.undoWhatMany, ["what": what, "count": written.count])
      : who.isEmpty ? what : language.text(.undoWhat, ["what": what, "who": who])
    decisions.history.add(UndoStep(change: .decisions(written, marks), what: words))
    message = Message(.success, language.text(.decided, ["what": words]), canUndo: true)
  }

  private mutating func sayUndone(_ step: UndoStep) {
    message = Message(.success, language.text(.undone, ["what": step.what]), canRedo: true)
  }

  private mutating func sayRedone(_ step: UndoStep) {
    message = Message(.success, language.text(.redone, ["what": step.what]), canUndo: true)
  }

  // MARK: Marks and selections

  /// Marks rows again.
  mutating func restore(_ marks: ClearedMarks) {
    for panel in Panels.all where panel.id == marks.panel { panel.restore(marks.keys, in: &self) }
  }

  private mutating func clear(_ marks: ClearedMarks) {
    for panel in Panels.all where panel.id == marks.panel { panel.unmark(marks.keys, in: &self) }
  }

  /// Takes note that the selection went on as the newest decisions were sent.
  mutating func noteAdvance(_ panel: PanelID, from: String?, to: String?) {
    guard let from, let to, from != to else { return }
    decisions.sent[decisions.tickets]?.advance = SentDecisions.Advance(panel: panel, from: from, to: to)
  }

  /// Goes back to the row that was selected before decisions were sent that couldn't be written, unless somebody has
  /// moved on since. Those sent after them are left where they are.
  mutating func stepBack(_ ticket: Int) {
    guard let advance = decisions.sent[ticket]?.advance else { return }
    let later = decisions.sent.filter { $0.key >= ticket && $0.value.advance?.panel == advance.panel }
    guard let last = later.max(by: { $0.key < $1.key })?.value.advance else { return }
    for number in later.keys { decisions.sent[number]?.advance = nil }
    for panel in Panels.all where panel.id == advance.panel {
      panel.stepBack(to: advance.from, from: last.to, in: &self)
    }
  }
}
