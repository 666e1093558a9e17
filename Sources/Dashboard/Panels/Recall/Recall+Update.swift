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

  // MARK: Figures

  mutating func receive(_ figures: RecallFigures) {
    guard figures.generation >= recall.figures?.generation ?? 0 else { return }
    // The order by stake comes once the model is fitted: whoever hasn't moved yet stays at the top.
    let isFirstOrder = recall.figures?.board.measures.values == nil && figures.board.measures.values != nil
    if isFirstOrder, recall.selected == 0, !recall.hasMoved, decisions.members.isEmpty {
      recall.selectedID = nil
    }
    let following = followingIDs
    if figures.narrowing != recall.figures?.narrowing ?? 0, recall.query.isNarrowed {
      (recall.selectedID, recall.selected, recall.top) = (nil, 0, 0)
    }
    recall.figures = figures
    for (id, pending) in decisions.members {
      if let written = pending.writtenID, figures.board.log.decision(id: written) != nil {
        decisions.members[id] = nil
      }
    }
    if let wanted = recall.wantedID, select(id: wanted, in: figures) {
      recall.wantedID = nil
      recall.hasMoved = true
      bringRecallIntoView()
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
    recall.hasMoved = true
    recall.selected = max(0, min(position, (recall.figures?.rows.count ?? 0) - 1))
    bringRecallIntoView()
    clampRecall()
  }

  /// Scrolls as far as the selected member needs.
  private mutating func bringRecallIntoView() {
    if recall.selected < recall.top { recall.top = recall.selected }
    if recall.selected >= recall.top + layout.page { recall.top = recall.selected - layout.page + 1 }
    if recall.selected >= recall.top + recallRows(from: recall.top) { recall.top += 1 }
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
      guard let pending = decisions.members[figures.id(member)] else { return true }
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
    if recall.marks.isEmpty { return carryOut(action) }
    var first = 0
    if case .recall = action, let board = recall.figures?.board {
      first = recallTargets.count { board.flags(of: $0).contains(where: \.isAnsweredFirst) }
    }
    overlay = RecallConfirmation(action: action, answersFirst: first)
  }

  mutating func carryOut(_ action: RecallAction) {
    guard let figures = recall.figures else { return }
    let targets = recallTargets
    let decisions = targets.compactMap { decision(action, about: $0, figures) }
    if decisions.isEmpty { return say(.warning, .recallNoPlay) }
    let marks = recall.marks
    let selected = recall.selectedID
    write(
      decisions,
      SentDecisions(marks: marks.isEmpty ? nil : ClearedMarks(panel: .recall, keys: marks)))
    if !marks.isEmpty {
      recall.marks = []
    } else if decisions.contains(where: { $0.action.leavesQueue }) {
      selectNextOpen()
      noteAdvance(.recall, from: selected, to: recall.selectedID)
    }
  }

  /// Goes on to the next row about which nothing is being written, else to the one before.
  private mutating func selectNextOpen() {
    guard let figures = recall.figures else { return }
    let pending = decisions.members
    let isOpen = { (place: Int) in pending[figures.id(figures.rows[place])] == nil }
    let next = (recall.selected..<figures.rows.count).first(where: isOpen)
    if let place = next ?? (0..<recall.selected).reversed().first(where: isOpen) { selectRecall(place) }
  }

  /// A member who is held out by their lot isn't recalled, and that is what is written.
  private func decision(_ action: RecallAction, about member: Member.Index, _ figures: RecallFigures)
    -> Decision?
  {
    let board = figures.board
    var decision = Decision(
      id: "", at: now, manager: decisions.manager, action: .note, member: figures.id(member))
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

  /// Takes away what was shown of decisions that weren't written, and notes the ids of those that were.
  mutating func settleRecalls(_ answer: DecisionAnswer) {
    let refused = answer.refused
    for (index, decision) in answer.decisions.enumerated() {
      guard let member = decision.member, decisions.members[member]?.ticket == answer.ticket else { continue }
      if refused.contains(index) || recall.figures?.board.log.decision(id: decision.id) != nil {
        decisions.members[member] = nil
      } else {
        decisions.members[member]?.writtenID = decision.id
      }
    }
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
