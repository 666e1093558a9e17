import Community

extension DashboardState {
  mutating func moveSideways(_ step: Int) {
    if scope == .card { return turnCard(step) }
    let offset = min(members.columnOffset, MembersTableLayout.maximumOffset(members.shownColumns))
    if step > 0, tableLayout(offset: offset).hiddenRight == 0 {
      say(.information, .noColumnsRight)
    } else if step < 0, offset == 0 {
      say(.information, .noColumnsLeft)
    } else {
      members.columnOffset = offset + step
    }
  }

  private func tableLayout(offset: Int) -> MembersTableLayout {
    MembersTableLayout(
      columns: members.shownColumns, offset: offset, sorted: members.order.column,
      width: layout.tableRows.columns, language: language)
  }

  // MARK: The table

  mutating func moveSelection(by delta: Int) { moveSelection(.lines(delta)) }

  mutating func moveSelection(_ motion: Motion) {
    let count = members.list.rows.count
    guard count > 0 else { return }
    select(motion.target(from: members.selected, count: count, page: layout.page))
  }

  /// Selects the row at a position and scrolls just as far as that needs.
  mutating func select(_ position: Int) {
    members.revealing = nil
    members.isGuest = false
    let count = members.list.rows.count
    let selected = max(0, min(position, count - 1))
    if selected != members.selected { members.card.scroll = 0 }
    members.selected = selected
    revealSelection()
  }

  mutating func revealSelection() {
    let page = layout.page
    if members.selected < members.top { members.top = members.selected }
    if members.selected >= members.top + page { members.top = members.selected - page + 1 }
    clampScroll()
  }

  /// Scrolls the table without moving the selection.
  mutating func scrollTable(by delta: Int) {
    members.top += delta
    clampScroll()
  }

  /// Keeps positions inside the list, and takes down the ids that stand there.
  mutating func clampScroll() {
    let rows = members.list.rows
    members.top = max(0, min(members.top, rows.count - layout.page))
    members.selected = max(0, min(members.selected, rows.count - 1))
    guard let data = data.shown, !rows.isEmpty else {
      if members.list.isComplete { (members.selectedID, members.topID) = (nil, nil) }
      return
    }
    if members.revealing == nil {
      members.selectedID = data.community.members.id(rows[members.selected])
    }
    members.topID = data.community.members.id(rows[members.top])
  }

  // MARK: The card

  /// Opens the card of a member from elsewhere, to come back from. Search and filter of the table stay as they are: whom
  /// they leave out is shown all the same.
  mutating func openCard(ofMember id: String) {
    backStack.append(returnPoint)
    panel = .members
    overlay = nil
    members.query.editor = nil
    ask(.reveal(id))
    standAt(id)
    openCard()
  }

  /// Selects a member whose place in the list is still to come.
  mutating func standAt(_ id: String) {
    members.revealing = data.shown?.community.member(id: id)
    members.selectedID = id
  }

  mutating func openCard() {
    if members.card.isOpen || layout.card != nil {
      members.card.isOpen = true
      members.card.hasFocus = true
    } else {
      members.card.isOpen = true
      members.card.hasFocus = layout.isCardOver
      members.card.scroll = 0
      revealSelection()
    }
  }

  mutating func closeCard() {
    members.card.isOpen = false
    members.card.hasFocus = false
    members.card.scroll = 0
    revealSelection()
  }

  mutating func turnCard(_ step: Int) {
    let parts = CardPart.all
    let index = parts.firstIndex(of: members.card.part) ?? 0
    members.card.part = parts[(index + step + parts.count) % parts.count]
    members.card.scroll = 0
  }

  mutating func scrollCard(by delta: Int) { scrollCard(.lines(delta)) }

  /// The card is laid out only when it's painted, so its end is found there and put into `cardLines`.
  mutating func scrollCard(_ motion: Motion) {
    let height = max(1, (layout.card?.rows ?? 1) - 2)
    let last = max(0, members.card.lines - height)
    let target = motion.target(from: members.card.scroll, count: last + 1, page: height)
    members.card.scroll = max(0, min(target, last))
  }
}
