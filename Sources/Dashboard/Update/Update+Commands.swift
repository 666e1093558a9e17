import Texts

extension DashboardState {
  /// Why a command can't do anything just now; nil when it can.
  package func disabledReason(for id: CommandID) -> Phrase? {
    switch id {
    case .membersGoto, .membersSearch, .membersFilter, .membersSort, .membersReverse, .membersColumns:
      if data.shown == nil { return .reasonNotRead }
    case .membersCard, .membersMark, .membersCopy, .cardNextMember, .cardPreviousMember:
      if data.shown == nil { return .reasonNotRead }
      if members.selectedMember == nil { return .reasonNoMember }
      if id == .membersCopy, !mayCopy { return .reasonNoClipboard }
    case .membersMarkAll, .membersExport:
      if data.shown == nil { return .reasonNotRead }
      if members.list.rows.isEmpty, id == .membersMarkAll || members.marks.isEmpty { return .reasonNoMember }
      if !members.list.isComplete { return .reasonListing }
    case .membersMarkNone:
      if members.marks.isEmpty { return .reasonNoMarks }
    case .membersClear:
      if !members.isNarrowed { return .reasonNothingToClear }
    case .cardNextTab, .cardPreviousTab, .cardScrollDown, .cardScrollUp, .recallScrollDown, .recallScrollUp:
      if layout.card == nil { return .reasonNoCard }
    case .recallRecall, .recallPlay, .recallSnooze, .recallDismiss, .recallClaim, .recallHand, .recallNote:
      return recallReason ?? readOnlyReason
    case .recallMark, .recallMarkAll: return recallReason
    case .recallMarkNone:
      if recall.marks.isEmpty { return .reasonNoMarks }
    case .tiersOpen, .tiersGroup, .tiersList, .tiersWhatIf:
      if tiers.board == nil { return .tiersNotReady }
    case .tiersSave: return saveReason
    case .recallExport, .recallExportAll, .recallSearch, .recallFilter:
      if recall.figures == nil { return .recallNotReady }
    case .npsClaim, .npsContact, .npsNote, .npsClose: return npsAnswerReason ?? readOnlyReason
    case .npsFix:
      if npsTopic == nil { return .reasonNoTopic }
      return readOnlyReason
    case .npsFilter:
      if data.shown == nil { return .reasonNotRead }
    case .npsOutcome:
      if npsSection != .drivers { return .reasonNotDrivers }
    case .npsCut, .npsWall:
      if nps.figures == nil { return .reasonNoSurveys }
    case .touchpointDone, .touchpointSkip, .touchpointSnooze, .touchpointHand:
      return touchpointReason ?? readOnlyReason
    case .touchpointMark, .touchpointMarkAll: return touchpointReason
    case .touchpointMarkNone:
      if touchpoints.marks.isEmpty { return .reasonNoMarks }
    case .touchpointExport, .touchpointSearch, .touchpointFilter:
      if touchpoints.figures == nil { return .touchpointsNotReady }
    case .appUndo:
      if undo == nil { return .reasonNoUndo }
    case .appReload:
      if data.phase == .loading { return .reasonReading }
    case .appProblems:
      if data.shown == nil, configProblems.isEmpty { return .reasonNotRead }
    case .overviewOpen, .communityOpen:
      if data.shown == nil { return .reasonNotRead }
    default: break
    }
    return nil
  }

  mutating func perform(_ id: CommandID) {
    switch id {
    case .panelOverview: show(.overview)
    case .panelMembers: show(.members)
    case .panelCommunity: show(.community)
    case .panelTouchpoints: show(.touchpoints)
    case .panelRecall: show(.recall)
    case .panelTiers: show(PanelID.tiers)
    case .panelNPS: show(.nps)
    case .panelNext: showNeighbour(1)
    case .panelPrevious: showNeighbour(-1)
    case .appPalette: openPalette()
    case .appHelp: overlay = .help(ScrollState())
    case .appQuit: backOrQuit()
    case .appBack: escape()
    case .appUndo: takeBack()
    case .appProblems: overlay = .problems(ScrollState())
    case .appReload:
      data.phase = .loading
      effects.append(.reload)
    case .appRedraw: effects.append(.repaint)
    case .appMouse:
      isMouseOn.toggle()
      effects.append(.setMouse(isMouseOn))
      say(.information, isMouseOn ? .mouseOn : .mouseOff)
    case .moveUp: move(.lines(-1))
    case .moveDown: move(.lines(1))
    case .movePageUp: move(.pages(-1))
    case .movePageDown: move(.pages(1))
    case .moveFirst: move(.first)
    case .moveLast: move(.last)
    case .moveLeft: moveSideways(-1)
    case .moveRight: moveSideways(1)
    case .overviewOpen: openOverviewLine()
    case .membersSearch: beginQuery(.search, text: members.search)
    case .membersFilter: beginQuery(.filter, text: members.filterText)
    case .membersSort: openSort()
    case .membersReverse: reverseOrder()
    case .membersColumns: openColumns()
    case .membersViews: openSavedViews()
    case .membersGoto: overlay = .goto(GotoState())
    case .membersCard: openCard()
    case .membersMark: toggleMark()
    case .membersMarkAll: markAll()
    case .membersMarkNone: markNone()
    case .membersExport: openExport()
    case .membersCopy: copyID()
    case .membersClear: clearQuery()
    case .cardClose: closeCard()
    case .cardNextTab: turnCard(1)
    case .cardPreviousTab: turnCard(-1)
    case .cardNextMember: moveSelection(by: 1)
    case .cardPreviousMember: moveSelection(by: -1)
    case .cardScrollDown: scrollCard(by: 1)
    case .cardScrollUp: scrollCard(by: -1)
    case .recallRecall: decide(.recall(play: nil))
    case .recallPlay: openPlays()
    case .recallSnooze: prompt(.snooze)
    case .recallDismiss: prompt(.dismiss)
    case .recallClaim: decide(claimOrRelease)
    case .recallHand: prompt(.hand)
    case .recallNote: prompt(.note)
    case .recallMark: toggleRecallMark()
    case .recallMarkAll: markAllRecalls()
    case .recallMarkNone: recall.marks = []
    case .recallSearch: beginRecallQuery(.search)
    case .recallFilter: beginRecallQuery(.filter)
    case .recallExport: openRecallExport(isOwn: true)
    case .recallExportAll: openRecallExport(isOwn: false)
    case .recallOpen: recall.isSideOpen.toggle()
    case .recallNextTab: turnRecall(1)
    case .recallPreviousTab: turnRecall(-1)
    case .recallScrollDown: scrollRecall(1)
    case .recallScrollUp: scrollRecall(-1)
    case .tiersOpen: openFromTiers()
    case .tiersNextSection: turnTiers(1)
    case .tiersPreviousSection: turnTiers(-1)
    case .tiersGroup: turnForecast()
    case .tiersList: listFromTiers()
    case .tiersWhatIf: show(TiersSection.whatIf)
    case .tiersReset: resetThresholds()
    case .tiersSave: overlay = .saveTiers
    case .communityOpen: openFromCommunity()
    case .communityNextSection: turnCommunity(1)
    case .communityPreviousSection: turnCommunity(-1)
    case .npsOpen: openFromNPS()
    case .npsNextSection: turnNPS(1)
    case .npsPreviousSection: turnNPS(-1)
    case .npsCut: turnDimension()
    case .npsClaim: claimAnswer()
    case .npsContact: decideAboutAnswer(.contact)
    case .npsNote: promptNPS(.note)
    case .npsClose: promptNPS(.close)
    case .npsFix: if let topic = npsTopic { promptNPS(.fix(topic: topic.id)) }
    case .npsOutcome: turnOutcome()
    case .npsFilter: promptNPS(.filter)
    case .npsWall: nps.isWall.toggle()
    case .touchpointDone: decideTouch(.touch)
    case .touchpointSkip: promptTouchpoint(.skip(LineEditor("")))
    case .touchpointSnooze: promptTouchpoint(.snooze(LineEditor("1")))
    case .touchpointHand: promptTouchpoint(.hand(LineEditor(likelyHost)))
    case .touchpointMark: toggleTouchpointMark()
    case .touchpointMarkAll: markAllTouchpoints()
    case .touchpointMarkNone: touchpoints.marks = []
    case .touchpointSearch: beginTouchpointQuery(.search)
    case .touchpointFilter: beginTouchpointQuery(.filter)
    case .touchpointExport: openTouchpointExport()
    case .touchpointOpen: openTouchpoint()
    case .touchpointNext: turnTouchpoints(1)
    case .touchpointPrevious: turnTouchpoints(-1)
    }
  }

  // MARK: Panels

  /// Opens a panel by its tab: what was gone through before is forgotten.
  mutating func show(_ panel: PanelID) {
    backStack = []
    self.panel = panel
    if panel == .members { ensureList() }
  }

  private mutating func showNeighbour(_ step: Int) {
    let panels = PanelID.allCases
    let index = panels.firstIndex(of: panel) ?? 0
    show(panels[(index + step + panels.count) % panels.count])
  }

  private var place: Place {
    Place(
      panel: panel, search: members.search, filterText: members.filterText, selectedID: members.selectedID)
  }

  /// Opens a panel as it was left, to come back from.
  mutating func visit(_ panel: PanelID) {
    backStack.append(place)
    self.panel = panel
    if panel == .members { ensureList() }
  }

  /// Opens the table with a filter, to come back from.
  mutating func openMembers(filter: String) {
    backStack.append(place)
    panel = .members
    members.search = ""
    members.filterText = filter
    members.editor = nil
    members.viewName = nil
    queryChanged()
  }

  /// Goes back to where one came from; false where there's nothing to go back to.
  private mutating func goBack() -> Bool {
    guard let place = backStack.popLast() else { return false }
    panel = place.panel
    if members.search != place.search || members.filterText != place.filterText {
      members.search = place.search
      members.filterText = place.filterText
      queryChanged(purpose: place.selectedID.map { .reveal($0) } ?? .top)
    }
    return true
  }

  private mutating func backOrQuit() {
    if panel == .members, members.card.isOpen, layout.isCardOver || members.card.hasFocus {
      closeCard()
    } else if panel == .recall, recall.isSideOpen {
      recall.isSideOpen = false
    } else if panel == .nps, nps.isWall {
      nps.isWall = false
    } else if !goBack() {
      isQuitting = true
    }
  }

  private mutating func escape() {
    if data.progress != nil {
      effects.append(.stopLoading)
      say(.information, .stoppingRead)
    } else if panel == .recall, recall.isSideOpen {
      recall.isSideOpen = false
    } else if panel == .nps, escapeNPS() {
    } else if panel == .recall, recall.isNarrowed {
      clearRecallQuery()
    } else if panel == .touchpoints, touchpoints.isNarrowed {
      let isLeft = touchpoints.isNarrowedFromElsewhere
      clearTouchpointQuery()
      if isLeft { _ = goBack() }
    } else if panel == .members, members.isSlow {
      stopAsking()
    } else if panel == .members, members.card.hasFocus, !layout.isCardOver {
      members.card.hasFocus = false
    } else if panel == .members, members.card.isOpen {
      closeCard()
    } else if goBack() {
    } else if panel == .members, members.isNarrowed {
      clearQuery()
    } else {
      say(
        .information, .nothingToClose,
        ["key": keyMap.keys(of: .appQuit).first?.label(isASCII: isASCII) ?? "q"])
    }
  }

  private mutating func takeBack() {
    guard let undo else { return }
    self.undo = nil
    switch undo {
    case .marks(let marks, let reading):
      guard reading == data.shown?.reading else {
        say(.information, .reasonNoUndo)
        return
      }
      setMarks(marks)
    case .savedViews(let views):
      members.savedViews = views
      effects.append(.saveViews(views))
    case .columns(let columns): members.columns = columns
    case .decisions: return takeBackDecisions()
    }
    say(.success, .undone)
  }

  // MARK: Overview

  private mutating func openOverviewLine() {
    let lines = overviewLines
    guard lines.indices.contains(overview.selected) else { return }
    switch lines[overview.selected].opens {
    case .members(let filter): openMembers(filter: filter)
    case .touchpoints(let filter): openTouchpoints(filter: filter)
    case .panel(let panel):
      if lines[overview.selected] == .today(.detractors) { openNPS(.loop) }
      if case .community(let section) = lines[overview.selected] { openCommunity(section) }
      visit(panel)
    case .problems: overlay = .problems(ScrollState())
    case .nothing: say(.information, .lineOpensNothing)
    }
  }
}
