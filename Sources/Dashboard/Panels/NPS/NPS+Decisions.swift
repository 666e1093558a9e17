import Community
import Journal
import Loyalty
import Screen
import Texts

extension DashboardState {
  /// Why nothing can be done with an answer; nil when it can.
  var npsAnswerReason: Phrase? {
    guard nps.figures != nil else { return .reasonNoSurveys }
    guard let answer = npsAnswer else { return .reasonNoAnswer }
    return answer.member == nil ? .reasonAnonymous : nil
  }

  // MARK: Deciding

  /// Whoever has taken an answer up gives it back with the same key.
  mutating func claimAnswer() {
    guard let member = npsAnswer?.member else { return }
    let isClaimed = claim(of: member) != nil
    decideAboutAnswer(isClaimed ? .release : .claim)
  }

  /// Who has taken a member up; nil where nobody has, or decisions are still being read.
  func claim(of member: Member.Index) -> LoggedDecision? {
    guard let shown = data.shown, let figures = recall.figures else { return nil }
    // The queue may be of the reading before.
    return figures.community.member(id: shown.community.members.id(member))
      .flatMap { figures.board.log.state(of: $0).claim }
  }

  mutating func decideAboutAnswer(_ action: DecisionAction, text: String? = nil, reason: String? = nil) {
    guard let shown = data.shown, let answer = npsAnswer, let member = answer.member else { return }
    let (segment, offset) = shown.community[.surveys][answer.row]
    let decision = Decision(
      id: "", at: now, manager: decisions.manager, action: action, member: shown.community.members.id(member),
      survey: segment.ids[offset], reason: reason, text: text)
    let ticket = send([decision])
    decisions.answers[answer.row] = PendingDecision(action: action, ticket: ticket)
  }

  /// Lets go of what was shown of a decision that is in the figures, or wasn't written.
  mutating func settleAnswers(_ answer: DecisionAnswer) {
    for (row, pending) in decisions.answers where pending.ticket == answer.ticket {
      switch answer.result {
      case .success(let refusals) where refusals.isEmpty:
        decisions.answers[row]?.writtenID = answer.decisions.first?.id
      case .success, .failure: decisions.answers[row] = nil
      }
    }
  }

  /// Once the folder's own figures know of a decision, they show it.
  mutating func forgetSettledAnswers() {
    guard !decisions.answers.isEmpty, let log = recall.figures?.board.log else { return }
    decisions.answers = decisions.answers.filter { _, pending in
      pending.writtenID.map { log.decision(id: $0) == nil } ?? true
    }
  }

  // MARK: Typing

  mutating func promptNPS(_ kind: NPSPrompt.Kind) {
    let text = if case .filter = kind { nps.filterText } else { "" }
    overlay = NPSPrompt(kind: kind, line: LineEditor(text))
  }

  mutating func press(_ key: Key, in prompt: NPSPrompt) {
    var prompt = prompt
    guard key.code == .enter else {
      if prompt.line.press(key) {
        prompt.problem = filterProblem(prompt)
        overlay = prompt
      }
      return
    }
    let text = prompt.line.text.split(separator: " ").joined(separator: " ")
    switch prompt.kind {
    case .note:
      if text.isEmpty { return say(.warning, .recallNeedsText) }
      overlay = nil
      decideAboutAnswer(.note, text: text)
    case .close:
      overlay = nil
      decideAboutAnswer(.close, reason: text.isEmpty ? nil : text)
    case .fix(let topic): markFix(of: topic, text)
    case .filter:
      if let problem = prompt.problem {
        prompt.line.place(at: problem.range.upperBound)
        overlay = prompt
        return
      }
      overlay = nil
      narrowNPS(to: text)
    }
  }

  /// A fix is dated by its first word where that is a day, else today; the rest says what was done.
  private mutating func markFix(of topic: String, _ text: String) {
    var words = text.split(separator: " ").map(String.init)
    var date = now
    if let first = words.first, let time = try? Instant(fixed: first, in: zone), first.contains("-") {
      date = zone.instant(of: zone.day(of: time))
      words.removeFirst()
    }
    if date > now { return say(.warning, .npsFixNeedsPast) }
    if words.isEmpty { return say(.warning, .recallNeedsText) }
    overlay = nil
    send([
      Decision(
        id: "", at: now, manager: decisions.manager, action: .fix, topic: topic, until: date,
        text: words.joined(separator: " "))
    ])
  }
}
