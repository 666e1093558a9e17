import Community
import Loyalty
import Screen
import Texts

extension DashboardState {
  /// Why nothing can be decided about a row; nil when it can.
  var touchpointReason: Phrase? {
    guard touchpoints.figures != nil else { return .touchpointsNotReady }
    if touchpointSection != .today { return .touchpointsOnlyDue }
    return touchpointRow == nil ? .touchpointsNothingDue : nil
  }

  // MARK: Marks

  mutating func toggleTouchpointMark() {
    guard let row = touchpointRow, let selected = touchpointSelected else { return }
    if touchpoints.marks.remove(row.key) == nil { touchpoints.marks.insert(row.key) }
    selectTouchpoint(selected + 1)
  }

  /// Marks every row that is due by the selected row's rule; once they are, every row.
  mutating func markAllTouchpoints() {
    let rows = touchpointRows
    let ofRule = Set(rows.filter { $0.rule == touchpointRow?.rule }.map(\.key))
    touchpoints.marks.formUnion(ofRule.isSubset(of: touchpoints.marks) ? Set(rows.map(\.key)) : ofRule)
  }

  // MARK: Deciding

  /// Touches that are decided about at once at most.
  static let mostTouches = 10_000

  /// What a decision is about: the marked rows in their order, else the selected one.
  private var touchpointTargets: [TouchKey] {
    guard let figures = touchpoints.figures else { return [] }
    let rows = figures.rows(.today)
    return touchpoints.marks.isEmpty
      ? touchpointRow.map { figures.touches($0) } ?? []
      : rows.filter { touchpoints.marks.contains($0.key) }.flatMap { figures.touches($0) }
  }

  /// How many touches a decision is about.
  var touchpointTargetCount: Int {
    touchpoints.marks.isEmpty
      ? touchpointRow?.members ?? 0
      : (touchpoints.figures?.rows(.today) ?? []).reduce(0) {
        $0 + (touchpoints.marks.contains($1.key) ? $1.members : 0)
      }
  }

  /// Decides about the selected row at once; about several members after a question that names their number.
  mutating func decideTouch(_ action: TouchAction) {
    if touchpointTargetCount > Self.mostTouches {
      say(.warning, .touchpointsTooMany, ["count": Self.mostTouches])
    } else if touchpoints.marks.isEmpty, touchpointRow?.isFolded != true {
      carryOutTouch(action)
    } else {
      overlay = TouchpointOverlay.confirm(action)
    }
  }

  mutating func carryOutTouch(_ action: TouchAction) {
    let marks = touchpoints.marks
    let selected = touchpointRow?.key
    let sent = SentDecisions(
      marks: marks.isEmpty ? nil : ClearedMarks(panel: .touchpoints, keys: marks))
    guard decide(action, about: touchpointTargets, sent) else { return }
    touchpoints.marks = []
    guard marks.isEmpty else { return }
    selectNextTouchpoint()
    noteAdvance(.touchpoints, from: selected, to: touchpointRow?.key)
  }

  /// Goes on to the next row about which nothing is being written, else to the one before.
  private mutating func selectNextTouchpoint() {
    let rows = touchpointRows
    guard let selected = touchpointSelected else { return }
    let pending = decisions.touches
    let isOpen = { (place: Int) in rows[place].touch.map { pending[$0] == nil } ?? true }
    let next = (selected..<rows.count).first(where: isOpen)
    if let place = next ?? (0..<selected).reversed().first(where: isOpen) { selectTouchpoint(place) }
  }

  // MARK: Typing

  mutating func promptTouchpoint(_ overlay: TouchpointOverlay) { self.overlay = overlay }

  /// Asks for the host who takes the touch over; the member's own is the likeliest.
  mutating func pickTouchpointHost() {
    let likely = touchpointRow.flatMap { touchpoints.figures?.roster.hostID(of: $0.member) }
    overlay = HostPicker(whom: touchpointWhom(viewContext), likely: likely ?? "") { host, state in
      state.decideTouch(TouchAction.hand(host: host))
    }
  }

  mutating func press(_ key: Key, in overlay: TouchpointOverlay) {
    switch overlay {
    case .skip(var line):
      guard key.code == .enter else {
        if line.press(key) { self.overlay = TouchpointOverlay.skip(line) }
        return
      }
      let reason = line.text.split(separator: " ").joined(separator: " ")
      self.overlay = nil
      decideTouch(.skip(reason: reason.isEmpty ? nil : reason))
    case .snooze(var line):
      guard key.code == .enter else {
        if line.press(key) { self.overlay = TouchpointOverlay.snooze(line) }
        return
      }
      guard let days = Int(line.text.filter { $0 != " " }), (1...3650).contains(days) else {
        return say(.warning, .recallNeedsDays)
      }
      self.overlay = nil
      decideTouch(.snooze(days: days))
    case .confirm(let action):
      switch key {
      case Key("y"), Key("Y"), Key(.enter):
        self.overlay = nil
        carryOutTouch(action)
      case Key("n"), Key("N"): self.overlay = nil
      default: break
      }
    }
  }

  mutating func paste(_ text: String, into overlay: TouchpointOverlay) {
    switch overlay {
    case .skip(var line):
      line.insert(text)
      self.overlay = TouchpointOverlay.skip(line)
    case .snooze(var line):
      line.insert(text)
      self.overlay = TouchpointOverlay.snooze(line)
    case .confirm: break
    }
  }

  // MARK: The list for sending

  /// The marked rows, else all that are due.
  mutating func openTouchpointExport() {
    guard let figures = touchpoints.figures else { return }
    openTouchExport(
      touchpoints.marks.isEmpty
        ? figures.rows(.today).flatMap { figures.touches($0) } : touchpointTargets)
  }
}
