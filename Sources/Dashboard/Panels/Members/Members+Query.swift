import Canvas
import Loyalty
import Screen

extension DashboardState {
  /// What is hidden on screen: the programme decides on names, the command line on contacts.
  package var mask: Mask {
    Mask(names: data.newest?.program.masksNames ?? false, contacts: !isUnmasked)
  }

  // MARK: Typing

  /// Begins to type in the table's line, wherever one is.
  mutating func beginQuery(_ kind: QueryEditor.Kind) {
    if panel != .members { show(.members) }
    if members.card.isOpen, layout.isCardOver { closeCard() }
    members.card.hasFocus = false
    MembersPanel().beginTyping(kind, in: &self)
  }

  /// Takes search and filter away and stays at the selected member.
  mutating func clearQuery() {
    members.query.clear()
    members.viewName = nil
    members.figureColumn = nil
    queryChanged(purpose: members.selectedID.map { .reveal($0) } ?? .top)
  }

  // MARK: Asking

  /// Reads the filter anew and lists what search and filter find.
  mutating func queryChanged(purpose: QueryRequest.Purpose = .top) {
    guard let filter = members.query.read(mask: mask) else { return }
    if members.query.problem != nil, filter == members.filter { return }
    members.filter = filter
    ask(purpose)
  }

  mutating func setOrder(_ order: MemberOrder) {
    guard order != members.order else { return }
    members.order = order
    members.viewName = nil
    ask(.top)
  }

  mutating func reverseOrder() {
    let direction: MemberOrder.Direction =
      members.order.direction == .ascending ? .descending : .ascending
    setOrder(MemberOrder(members.order.column, direction))
  }

  /// Sorts by a column, or the other way round where that is the order already.
  mutating func sort(by column: MemberColumn) {
    if members.order.column == column { reverseOrder() } else { setOrder(MemberOrder(by: column)) }
  }

  /// Makes sure that a list is there or on its way.
  mutating func ensureList() {
    if data.newest != nil, members.generations.query == 0 { ask(.top) }
  }

  /// Asks for the list anew. A request under way is given up, unless this one only refreshes.
  mutating func ask(_ purpose: QueryRequest.Purpose) {
    guard let newest = data.newest else { return }
    members.generations.query += 1
    members.isAsking = true
    members.isSlow = false
    members.isStale = false
    effects.append(
      .query(
        QueryRequest(
          generation: members.generations.query, data: newest, filter: members.filter, order: members.order,
          purpose: purpose, firstScreen: max(layout.page * 2, 64), selectedID: members.selectedID,
          topID: members.topID, marks: members.marks,
          marksData: data.shown?.reading == newest.reading ? nil : data.shown)))
  }

  /// Asks for the list anew because the data changed; once the request under way is answered.
  mutating func refreshList() {
    if members.isAsking { members.isStale = true } else { ask(.keep) }
  }

  /// Gives up the list that is being made, and keeps what is there of it.
  mutating func stopAsking() {
    effects.append(.cancelQuery)
    members.generations.query += 1
    members.isAsking = false
    members.isSlow = false
    say(.information, .listStopped)
  }

  // MARK: Answers

  mutating func receive(_ answer: ListAnswer) {
    guard answer.generation == members.generations.query else { return }
    if data.shown?.reading != answer.reading {
      guard let next = data.next, next.reading == answer.reading else { return }
      if let before = answer.marksBefore, before != members.marks {
        // Marks were changed while they were carried over.
        ask(answer.purpose)
        return
      }
      swap(in: next, marks: answer.marks)
    }
    let isFirst = members.list.generation != answer.generation
    members.list.rows = answer.rows
    members.list.isComplete = answer.isComplete
    members.list.generation = answer.generation
    members.list.total = answer.total
    members.list.totals = answer.totals
    place(answer, isFirst: isFirst)
    if answer.isComplete {
      members.isAsking = false
      members.isSlow = false
      if members.isStale { ask(.keep) }
    }
  }

  /// Stands where the request wanted to.
  private mutating func place(_ answer: ListAnswer, isFirst: Bool) {
    members.revealing = nil
    switch answer.purpose {
    case .top:
      // The first rows and the whole list begin alike: who moved meanwhile stays there.
      if isFirst { (members.selected, members.top, members.isGuest) = (0, 0, false) }
    case .reveal(let id):
      members.isGuest = false
      if answer.revealedPosition == nil, panel == .members { say(.information, .notListed, ["id": id]) }
      if answer.revealedPosition == nil, let member = data.shown?.community.member(id: id) {
        (members.isGuest, members.revealing, members.selectedID) = (true, member, id)
      } else {
        members.selected = answer.revealedPosition ?? 0
        members.top = max(0, members.selected - layout.page / 2)
        revealSelection()
      }
    case .keep:
      let offset = members.selected - members.top
      let isOnScreen = offset >= 0 && offset < layout.page
      let selected =
        answer.selectedID == members.selectedID
        ? answer.selectedPosition : position(of: members.selectedID, near: members.selected)
      let top = answer.topPosition ?? members.top
      if members.isGuest, selected == nil, let id = members.selectedID {
        members.revealing = data.shown?.community.member(id: id)
      }
      members.isGuest = members.revealing != nil
      members.selected = selected ?? members.selected
      members.top = isOnScreen ? members.selected - offset : top
    }
    clampScroll()
  }

  /// Where a member stands now who stood at `position` before. Looks at a few thousand rows around there.
  private func position(of id: String?, near position: Int) -> Int? {
    guard let id, let member = data.shown?.community.member(id: id) else { return nil }
    let rows = members.list.rows
    for distance in 0..<4096 {
      if rows.indices.contains(position + distance), rows[position + distance] == member {
        return position + distance
      }
      if rows.indices.contains(position - distance), rows[position - distance] == member {
        return position - distance
      }
    }
    return nil
  }
}
