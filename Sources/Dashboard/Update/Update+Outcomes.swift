import Community
import Loyalty
import Texts

extension DashboardState {
  mutating func take(_ outcome: Outcome) {
    switch outcome {
    case .answer(let answer): answer.apply(to: &self)
    case .progress(let progress):
      data.progress = progress
      spinnerStep += 1
    case .data(let new): take(new)
    case .loadFailed(let error):
      data.progress = nil
      if data.shown == nil { data.phase = .failed(error) } else { data.phase = .ready }
      message = Message(.error, language.text(error, folder: folder))
    case .loadStopped:
      data.progress = nil
      data.phase = .stopped
      say(.warning, .readStopped, ["key": keyMap.keys(of: .appReload).first?.label(isASCII: isASCII) ?? ""])
    case .list(let answer): take(answer)
    case .listIsSlow(let generation):
      if generation == generations.query, members.isAsking { members.isSlow = true }
    case .found(let generation, let candidates):
      guard case .goto(var goto) = overlay, generation == generations.goto else { return }
      goto.candidates = candidates
      goto.scroll = ScrollState()
      overlay = .goto(goto)
    case .marks(let generation, let reading, let marks):
      take(marks, generation: generation, reading: reading)
    case .totals(let generation, let totals):
      if generation == generations.totals, !members.marks.isEmpty { members.markedTotals = totals }
    case .exported(let generation, let outcome):
      if generation == generations.export { take(outcome) }
    case .views(let views): members.savedViews = views
    case .viewsNotSaved(let problem): message = Message(.error, language.text(problem))
    case .decided(let answer): take(answer)
    case .journalProblem(let problem): take(problem)
    case .clock(let instant): tick(instant)
    case .roll: nps.roll = nps.roll?.next
    }
  }

  // MARK: Data

  /// Takes a new state of the folder. Appended data show at once; a new reading waits for its list.
  private mutating func take(_ new: DashboardData) {
    data.progress = nil
    data.phase = .ready
    readOnly = new.isFixed ? .fixedTime : recall.problem.map { .folder($0) }
    guard let shown = data.shown else {
      data.shown = new
      refreshNPS()
      refreshTouchpoints()
      queryChanged(purpose: .top)
      return
    }
    if shown.reading == new.reading {
      // Lines of stages come in between once they are known.
      keepingOverviewLine {
        $0.data.shown = new
        $0.refreshTouchpoints()
      }
      forgetSettledTouches()
      refreshNPS()
      if generations.query > 0 { refreshList() }
      addUpMarks()
      return
    }
    if let next = data.next { effects.append(.discard(next)) }
    data.next = new
    members.filterProblem = nil
    queryChanged(purpose: .keep)
    // What is being typed may not be readable; the table follows the new reading all the same.
    if members.filterProblem != nil { ask(.keep) }
  }

  /// Shows a new reading, whose list has just arrived.
  mutating func swap(in next: DashboardData, marks: Marks?) {
    if let shown = data.shown { effects.append(.discard(shown)) }
    data.shown = next
    data.next = nil
    if let marks { members.marks = marks }
    forgetRowsOfNPS()
    forgetTouchpoints()
    refreshNPS()
    refreshTouchpoints()
    // Marks are of the old reading; decisions are in the folder and can still be taken back.
    undo = recall.decided.isEmpty ? nil : .decisions
    members.markedTotals = nil
    addUpMarks()
  }

  // MARK: The clock

  private mutating func tick(_ instant: Instant) {
    clock = instant
    // Drivers take their time: what is looked at is brought up to date with the clock, not with every answer.
    if panel == .nps, npsSection == .drivers { askForDrivers() }
    effects.append(.advance(instant))
  }
}
