import Community
import Loyalty
import Texts

extension DashboardState {
  mutating func receive(_ outcome: Outcome) {
    switch outcome {
    case .answer(let answer): answer.apply(to: &self)
    case .progress(let progress):
      data.progress = progress
      spinnerStep += 1
    case .data(let new): receive(new)
    case .loadFailed(let error):
      data.progress = nil
      if data.shown == nil { data.phase = .failed(error) } else { data.phase = .ready }
      message = Message(.error, language.text(error, folder: folder))
    case .loadStopped:
      data.progress = nil
      data.phase = .stopped
      say(.warning, .readStopped, ["key": keyMap.keys(of: .appReload).first?.label(isASCII: isASCII) ?? ""])
    case .list(let answer): receive(answer)
    case .listIsSlow(let generation):
      if generation == members.generations.query, members.isAsking { members.isSlow = true }
    case .found(let generation, let candidates): receive(candidates, generation: generation)
    case .marks(let generation, let reading, let marks):
      receive(marks, generation: generation, reading: reading)
    case .totals(let generation, let totals):
      if generation == members.generations.totals, !members.marks.isEmpty { members.markedTotals = totals }
    case .exported(let generation, let outcome):
      if generation == exportGeneration { receive(outcome) }
    case .views(let views): members.savedViews = views
    case .viewsNotSaved(let problem): message = Message(.error, language.text(problem))
    case .decided(let answer): receive(answer)
    case .journal(let problem): receive(problem)
    case .clock(let instant): tick(instant)
    case .roll: nps.roll = nps.roll?.next
    }
  }

  // MARK: Data

  /// Takes a new state of the folder. Appended data show at once; a new reading waits for its list.
  private mutating func receive(_ new: DashboardData) {
    data.progress = nil
    data.phase = .ready
    readOnly = new.isFixed ? .fixedTime : decisions.problem.map { .folder($0) }
    sayNewProblem(of: new)
    guard let shown = data.shown else {
      data.shown = new
      refreshPanels()
      // Where one stood when it was left.
      queryChanged(purpose: members.selectedID == nil ? .top : .keep)
      if recall.query.isNarrowed { narrowRecalls() }
      if touchpoints.query.isNarrowed { narrowTouchpoints() }
      shownPanel.open(in: &self)
      return
    }
    if shown.reading == new.reading {
      // Lines of stages come in between once they are known.
      keepingOverviewLine {
        $0.data.shown = new
        $0.refreshPanels()
      }
      if members.generations.query > 0 { refreshList() }
      addUpMarks()
      return
    }
    if let next = data.next { effects.append(.discard(next)) }
    data.next = new
    members.query.problem = nil
    queryChanged(purpose: .keep)
    // What is being typed may not be readable; the table follows the new reading all the same.
    if members.query.problem != nil { ask(.keep) }
  }

  private mutating func refreshPanels() {
    for panel in Panels.all { panel.refresh(&self) }
  }

  /// Shows a new reading, whose list has just arrived.
  mutating func swap(in next: DashboardData, marks: Marks?) {
    if let shown = data.shown { effects.append(.discard(shown)) }
    keepingOverviewLine { state in
      state.data.shown = next
      state.data.next = nil
      state.details.forget(allBut: next.reading)
      if let marks { state.members.marks = marks }
      for panel in Panels.all { panel.forgetReading(in: &state) }
      state.refreshPanels()
    }
    // Decisions are in the folder and can still be taken back.
    decisions.history.forgetMarks()
    members.markedTotals = nil
    addUpMarks()
  }

  // MARK: The clock

  private mutating func tick(_ instant: Instant) {
    clock = instant
    shownPanel.tick(in: &self)
    effects.append(.advance(instant))
  }
}
