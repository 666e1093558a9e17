import Canvas
import Community
import Journal
import Loyalty
import Texts

extension DashboardState {
  /// Why nothing can be done with a row of the queue; nil when it can.
  var recallReason: Phrase? {
    guard let figures = recall.figures else { return .recallNotReady }
    return figures.rows.isEmpty ? .reasonNoMember : nil
  }

  /// Why nothing can be decided; nil when it can.
  var readOnlyReason: Phrase? {
    switch readOnly {
    case .fixedTime: .recallFixedTime
    case .folder: .recallFolderReadOnly
    case nil: nil
    }
  }

  // MARK: Figures

  mutating func take(_ figures: RecallFigures) {
    guard figures.generation >= recall.figures?.generation ?? 0 else { return }
    // The order by stake comes once the model is fitted: whoever hasn't moved yet stays at the top.
    let isFirstOrder = recall.figures?.board.measures.values == nil && figures.board.measures.values != nil
    if isFirstOrder, recall.selected == 0, recall.pending.isEmpty { recall.selectedID = nil }
    let following = followingIDs
    if figures.narrowing != recall.figures?.narrowing ?? 0, recall.isNarrowed {
      (recall.selectedID, recall.selected, recall.top) = (nil, 0, 0)
    }
    recall.figures = figures
    for (id, pending) in recall.pending {
      if let written = pending.writtenID, figures.board.log.decision(id: written) != nil {
        recall.pending[id] = nil
      }
    }
    if let wanted = recall.wantedID, select(id: wanted, in: figures) {
      recall.wantedID = nil
    } else if recall.selectedID != nil {
      _ = following.contains { select(id: $0, in: figures) }
    }
    recall.marks = recall.marks.filter { figures.community.member(id: $0) != nil }
    clampRecall()
  }

  /// The selected member and those behind: where somebody leaves the queue, the next one comes up.
  private var followingIDs: [String] {
    guard let figures = recall.figures, let selected = recall.selectedID else { return [] }
    return [selected] + figures.rows.dropFirst(recall.selected + 1).prefix(50).map { figures.id($0) }
  }

  /// Selects a member by id; false where the queue doesn't have them.
  private mutating func select(id: String, in figures: RecallFigures) -> Bool {
    guard let member = figures.community.member(id: id), let place = figures.rows.firstIndex(of: member)
    else {
      return false
    }
    recall.selected = place
    return true
  }

  // MARK: Moving

  mutating func moveRecall(_ motion: Motion) {
    selectRecall(
      motion.target(from: recall.selected, count: recall.figures?.rows.count ?? 0, page: layout.page))
  }

  mutating func selectRecall(_ position: Int) {
    if position != recall.selected { recall.scroll = 0 }
    recall.selected = max(0, min(position, (recall.figures?.rows.count ?? 0) - 1))
    if recall.selected < recall.top { recall.top = recall.selected }
    if recall.selected >= recall.top + layout.page { recall.top = recall.selected - layout.page + 1 }
    if recall.selected >= recall.top + recallRows(from: recall.top) { recall.top += 1 }
    clampRecall()
  }

  /// How many members are on screen from a row on: the rule before those without a stake takes a line.
  func recallRows(from top: Int) -> Int {
    let hasRule = recall.figures?.boundary.map { $0 > top && $0 < top + layout.page } ?? false
    return hasRule ? layout.page - 1 : layout.page
  }

  /// Keeps positions inside the queue, and takes down who stands there.
  mutating func clampRecall() {
    guard let figures = recall.figures else { return }
    recall.selected = max(0, min(recall.selected, figures.rows.count - 1))
    var last = max(0, figures.rows.count - layout.page)
    if last + recallRows(from: last) < figures.rows.count { last += 1 }
    recall.top = max(0, min(recall.top, last))
    recall.selectedID = recall.selectedMember.map { figures.id($0) }
  }

  mutating func turnRecall(_ step: Int) {
    let tabs = RecallTab.allCases
    let place = tabs.firstIndex(of: recall.tab) ?? 0
    recall.tab = tabs[(place + step + tabs.count) % tabs.count]
    recall.scroll = 0
    if layout.card == nil { recall.isSideOpen = true }
  }

  /// Scrolls what stands beside the queue, up to its end as of the last frame.
  mutating func scrollRecall(_ delta: Int) {
    let last = max(0, members.card.lines - max(1, (layout.card?.rows ?? 1) - 2))
    recall.scroll = max(0, min(recall.scroll + delta, last))
  }

  mutating func toggleRecallMark() {
    guard let id = recall.selectedID else { return }
    if recall.marks.remove(id) == nil { recall.marks.insert(id) }
    selectRecall(recall.selected + 1)
  }

  /// Of the rows those whom search and filter let pass, as far as one question is about them.
  mutating func markAllRecalls() {
    guard let figures = recall.figures else { return }
    let most = 1000
    recall.marks.formUnion(figures.rows.prefix(most).map { figures.id($0) })
    if figures.rows.count > most {
      say(.information, .recallMarkedFirst, ["count": most, "total": figures.rows.count])
    }
  }

  // MARK: Deciding

  /// Whom a decision is about: the marked members in their order, else the selected one. Nobody twice.
  private var recallTargets: [Member.Index] {
    guard let figures = recall.figures else { return [] }
    let targets =
      recall.marks.isEmpty
      ? recall.selectedMember.map { [$0] } ?? []
      : recall.marks.sorted().compactMap { figures.community.member(id: $0) }
    return targets.filter { member in
      guard let pending = recall.pending[figures.id(member)] else { return true }
      return pending.writtenID != nil && !pending.action.leavesQueue
    }
  }

  /// A claim is given back by whoever made it.
  var claimOrRelease: RecallAction {
    guard let figures = recall.figures, let member = recall.selectedMember else { return .claim }
    return figures.board.log.state(of: member).claim == nil ? .claim : .release
  }

  /// Decides about the selected member at once; about marked ones after a question that names their number.
  mutating func decide(_ action: RecallAction) {
    if recallTargets.isEmpty { return say(.information, .recallBeingWritten) }
    if recall.marks.isEmpty { carryOut(action) } else { overlay = .recallConfirm(action) }
  }

  mutating func carryOut(_ action: RecallAction) {
    guard let figures = recall.figures else { return }
    let targets = recallTargets
    let decisions = targets.compactMap { decision(action, about: $0, figures) }
    if decisions.isEmpty { return say(.warning, .recallNoPlay) }
    write(decisions)
    if !recall.marks.isEmpty {
      recall.marks = []
    } else if decisions.contains(where: { $0.action.leavesQueue }) {
      selectNextOpen()
    }
  }

  /// Goes on to the next row about which nothing is being written, else to the one before.
  private mutating func selectNextOpen() {
    guard let figures = recall.figures else { return }
    let pending = recall.pending
    let isOpen = { (place: Int) in pending[figures.id(figures.rows[place])] == nil }
    let next = (recall.selected..<figures.rows.count).first(where: isOpen)
    if let place = next ?? (0..<recall.selected).reversed().first(where: isOpen) { selectRecall(place) }
  }

  private mutating func write(_ decisions: [Decision]) {
    let ticket = send(decisions)
    for decision in decisions {
      guard let member = decision.member else { continue }
      recall.pending[member] = RecallState.Pending(action: decision.action, ticket: ticket)
    }
  }

  /// Has decisions written; the number that what becomes of them goes by.
  @discardableResult
  mutating func send(_ decisions: [Decision]) -> Int {
    recall.tickets += 1
    let isWall = if case .now = asOf ?? data.shown?.program.asOf ?? .now { true } else { false }
    effects.append(
      .decide(
        DecisionRequest(
          ticket: recall.tickets, decisions: decisions, now: isWall ? nil : now, zone: zone,
          claimHours: (data.shown?.program ?? Program()).recall.claimHours)))
    return recall.tickets
  }

  /// A member who is held out by their lot isn't recalled, and that is what is written.
  private func decision(_ action: RecallAction, about member: Member.Index, _ figures: RecallFigures)
    -> Decision?
  {
    let board = figures.board
    var decision = Decision(
      id: "", at: now, manager: recall.manager, action: .note, member: figures.id(member))
    switch action {
    case .recall(let chosen):
      guard let play = chosen ?? board.row(of: member)?.suggestion.play?.id else { return nil }
      let campaign = Lot.campaign(play: play, day: zone.day(of: now))
      decision.play = play
      decision.campaign = campaign
      switch board.assignment(of: member, campaign: campaign) {
      case .heldOut: decision.action = .holdOut
      case .recalled(let arm):
        decision.action = .recall
        decision.arm = arm
      }
    case .snooze(let days):
      decision.action = .snooze
      decision.until = zone.instant(of: zone.day(of: now).adding(days: days), second: 0)
    case .dismiss(let reason):
      decision.action = .dismiss
      decision.reason = reason
    case .claim: decision.action = .claim
    case .release: decision.action = .release
    case .hand(let host):
      decision.action = .hand
      decision.host = host
    case .note(let text): decision.text = text
    }
    return decision
  }

  // MARK: What became of it

  mutating func take(_ answer: DecisionAnswer) {
    settleAnswers(answer)
    settleTouches(answer)
    switch answer.result {
    case .failure(let problem):
      forget(answer, where: { _ in true })
      keepUndo(answer.decisions)
      message = Message(.error, language.text(problem))
    case .success(let refusals):
      let refused = Set(refusals.map(\.index))
      forget(answer, where: refused.contains)
      let written = answer.decisions.indices.filter { !refused.contains($0) }.map { answer.decisions[$0] }
      for decision in written {
        guard let member = decision.member, recall.pending[member]?.ticket == answer.ticket else { continue }
        recall.pending[member]?.writtenID = decision.id
        if recall.figures?.board.log.decision(id: decision.id) != nil { recall.pending[member] = nil }
      }
      tell(written)
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
    recall.decided.append(kept)
    undo = .decisions
  }

  /// Takes away what was shown of decisions that weren't written.
  private mutating func forget(_ answer: DecisionAnswer, where isLost: (Int) -> Bool) {
    for (index, decision) in answer.decisions.enumerated() where isLost(index) {
      if let member = decision.member, recall.pending[member]?.ticket == answer.ticket {
        recall.pending[member] = nil
      }
    }
  }

  private mutating func tell(_ written: [Decision]) {
    guard let first = written.first else { return }
    if first.action == .undo { return say(.success, .undone) }
    recall.decided.append(written)
    let what = language.text(first.action.title)
    if written.count == 1 {
      sayUndoable(.decisions, .recallDecided, ["what": what, "who": recallName(first.member)])
    } else {
      sayUndoable(.decisions, .recallDecidedMany, ["what": what, "count": written.count])
    }
  }

  private mutating func tell(_ refusal: RefusedDecision, of decision: Decision, count: Int) {
    let first = refusal.first
    say(
      .warning, .recallRefused,
      [
        "who": recallName(decision.member ?? first.member), "manager": first.manager,
        "what": language.text(first.action.title), "time": language.time(first.at, in: zone), "count": count,
      ])
  }

  private func recallName(_ id: String?) -> String {
    guard let id else { return "" }
    guard let shown = data.shown, let member = shown.community.member(id: id) else { return id }
    return shown.roster.name(of: member) ?? id
  }

  mutating func take(_ problem: JournalProblem) {
    recall.problem = problem
    if readOnly == nil { readOnly = .folder(problem) }
    if message == nil { message = Message(.warning, language.text(problem)) }
  }

  /// Takes the newest decision back, by a line of its own.
  mutating func takeBackDecisions() {
    if let reason = readOnlyReason {
      undo = .decisions
      return say(.information, reason)
    }
    guard let decisions = recall.decided.popLast() else { return }
    if !recall.decided.isEmpty { undo = .decisions }
    recall.wantedID = decisions.first?.member
    write(
      decisions.map {
        Decision(
          id: "", at: now, manager: recall.manager, action: .undo, member: $0.member, undoes: $0.id)
      })
  }
}

extension DecisionAction {
  /// Whether the member leaves the queue by it.
  fileprivate var leavesQueue: Bool {
    switch self {
    case .recall, .holdOut, .snooze, .dismiss: true
    default: false
    }
  }
}

extension Language {
  /// Why decisions can't be written, or weren't.
  func text(_ problem: JournalProblem) -> String {
    let reason = problem.systemReason ?? ""
    return switch problem {
    case .folderMissing(let path): text(.folderNotFound, ["path": path])
    case .notAFolder(let path): text(.folderNotAFolder, ["path": path])
    case .notAFile(let path): text(.journalNotAFile, ["path": path])
    case .notWritable(let path, _): text(.journalNotWritable, ["path": path, "reason": reason])
    case .cannotLock(let path, _): text(.journalNoLocks, ["path": path, "reason": reason])
    case .busy(let path, let seconds): text(.journalBusy, ["path": path, "seconds": seconds])
    case .keepsChanging(let path): text(.journalKeepsChanging, ["path": path])
    case .failed(_, let path, _): text(.journalFailed, ["path": path, "reason": reason])
    case .cutOff(let path, let whole, _):
      text(.journalCutOff, ["path": path, "count": whole, "reason": reason])
    case .notSynced(let path, _): text(.journalNotSynced, ["path": path, "reason": reason])
    }
  }

  func text(_ text: BilingualText) -> String { self == .english ? text.english : text.chinese }
}
