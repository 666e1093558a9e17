import Loyalty
import Texts

extension DashboardState {
  /// The panel that is shown; in a folder without data one that says what to put there.
  var shownPanel: any Panel { isWithoutData ? EmptyFolderPanel() : Panels.of(panel) }

  /// Whether no file of any feed could be read.
  var isWithoutData: Bool { data.shown?.snapshot.report.isWithoutData == true }

  /// Why nothing can be done before the folder is read; nil once it is.
  var notReadReason: Phrase? { data.shown == nil ? .reasonNotRead : nil }

  /// Why nothing can be done with the card; nil when it's there.
  var cardReason: Phrase? { layout.card == nil ? .reasonNoCard : nil }

  /// Runs a command, or says why it can't run.
  mutating func run(_ id: CommandID) {
    let command = Command.of(id)
    if let reason = command.reason(self) { return say(.information, reason) }
    command.run(&self)
  }

  /// Works out here and now what the panel's labelled lines tell, for output that nobody waits beside.
  package mutating func settle() { shownPanel.settle(&self) }

  // MARK: Panels

  /// Opens a panel by its tab: what was gone through before is forgotten.
  mutating func show(_ panel: PanelID) {
    backStack = []
    self.panel = panel
    shownPanel.open(in: &self)
  }

  mutating func showNeighbour(_ step: Int) {
    let panels = PanelID.allCases
    let index = panels.firstIndex(of: panel) ?? 0
    show(panels[(index + step + panels.count) % panels.count])
  }

  var returnPoint: ReturnPoint {
    ReturnPoint(
      panel: panel, search: members.query.search, filterText: members.query.filterText,
      selectedID: members.selectedID, order: members.order, figureColumn: members.figureColumn)
  }

  /// Opens a panel as it was left, to come back from.
  mutating func visit(_ panel: PanelID) {
    backStack.append(returnPoint)
    self.panel = panel
    shownPanel.open(in: &self)
  }

  /// Opens the table with a filter, to come back from. It shows the column that the filter is about, and is sorted by it
  /// where that has an order.
  mutating func openMembers(filter: String) {
    backStack.append(returnPoint)
    panel = .members
    members.query.search = ""
    members.query.filterText = filter
    members.query.editor = nil
    members.viewName = nil
    let filter = try? MemberFilter(parsing: filter, mask: mask)
    members.figureColumn = filter?.namedColumns.first { ![.id, .name, .record].contains($0) }
    if let column = members.figureColumn, column.filterKind.isOrdered {
      members.order = MemberOrder(by: column)
    }
    queryChanged()
  }

  /// Goes back to where one came from; false where there's nothing to go back to.
  mutating func goBack() -> Bool {
    guard let place = backStack.popLast() else { return false }
    panel = place.panel
    let isReordered = members.order != place.order
    members.order = place.order
    members.figureColumn = place.figureColumn
    if isReordered || members.query.search != place.search || members.query.filterText != place.filterText {
      members.query.search = place.search
      members.query.filterText = place.filterText
      queryChanged(purpose: place.selectedID.map { .reveal($0) } ?? .top)
    } else if let id = place.selectedID, id != members.selectedID {
      ask(.reveal(id))
      standAt(id)
    }
    return true
  }

  /// Closes what is open, else goes back, else ends the program.
  mutating func backOrQuit() {
    if !shownPanel.close(in: &self), !goBack() { isQuitting = true }
  }

  /// Stops or closes the last thing that was begun.
  mutating func escape() {
    if data.progress != nil {
      effects.append(.stopLoading)
      say(.information, .stoppingRead)
    } else if !shownPanel.escape(in: &self), !goBack(), !shownPanel.clear(in: &self) {
      say(
        .information, .nothingToClose,
        ["key": keyMap.keys(of: .appQuit).first?.label(isASCII: isASCII) ?? "q"])
    }
  }
}
