extension SampleHistory {
  /// What managers decided, as lines of `decisions.jsonl`.
  func decisionLines() -> JSONLines {
    var out = JSONLines()
    let order = decisions.indices.sorted { (decisions[$0].time, $0) < (decisions[$1].time, $1) }
    var ranks = Array(repeating: 0, count: decisions.count)
    for (rank, index) in order.enumerated() { ranks[index] = rank }
    for (rank, index) in order.enumerated() {
      out.open()
      out.id("id", "d", rank + 1)
      write(decisions[index], ranks, to: &out)
      out.close()
    }
    return out
  }

  private func write(_ decision: Desk.Decision, _ ranks: [Int], to out: inout JSONLines) {
    writeTime("at", decision.time, to: &out)
    out.string("manager", world.words.managers[decision.manager])
    out.word("action", decision.action.name)
    if decision.member != nobody { out.id("member", "m", Int(decision.member) + 1) }
    if let play = decision.play { out.string("play", Phrase(play.id)) }
    if let campaign = decision.campaign { out.string("campaign", campaign) }
    if let rule = decision.rule { out.word("rule", rule.name) }
    if decision.survey >= 0 { out.id("survey", "s", Int(surveyRanks[decision.survey]) + 1) }
    if let topic = decision.topic { out.string("topic", topic) }
    if let until = decision.until { writeTime("until", until, to: &out) }
    if let reason = decision.reason { out.string("reason", reason) }
    if let text = decision.text { out.string("text", text) }
    if let host = decision.host { out.id("host", "h", host + 1) }
    if let undone = decision.undoes { out.id("undoes", "d", ranks[undone] + 1) }
  }
}

extension Desk.Action {
  fileprivate var name: StaticString {
    switch self {
    case .recall: "recall"
    case .holdOut: "hold_out"
    case .snooze: "snooze"
    case .dismiss: "dismiss"
    case .claim: "claim"
    case .release: "release"
    case .hand: "hand"
    case .note: "note"
    case .touch: "touch"
    case .skip: "skip"
    case .contact: "contact"
    case .close: "close"
    case .fix: "fix"
    case .undo: "undo"
    }
  }
}
