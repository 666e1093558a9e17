import Canvas
import Community
import Loyalty
import Reports
import Screen
import Texts

/// What one member has in the columns of a list, to filter the list by.
struct CellFilterOverlay: ChoiceOverlay {
  /// A cell, and the term that finds everybody who has the same there.
  struct Cell: Hashable {
    var column: MemberColumn
    var term: String
  }

  var panel: PanelID
  var cells: [Cell]
  var scroll = ScrollState()

  func list(_ state: DashboardState, _ context: ViewContext) -> ListOverlay {
    ListOverlay(
      title: context.text(.overlayCells), count: cells.count,
      row: { index in
        ListOverlay.Row(
          line: Line([
            Piece(context.text(cells[index].column.title), .muted, width: 16),
            Piece(cells[index].term, .text),
          ]))
      }, scroll: scroll,
      hints: [state.hint("Enter", .hintFilterByCell), state.hint("Esc", .hintClose)], columns: 54)
  }

  func press(_ key: Key, in state: inout DashboardState) {
    if key.code == .enter {
      guard cells.indices.contains(scroll.selected) else { return }
      state.overlay = nil
      state.narrow(panel, by: cells[scroll.selected].term)
    } else if let motion = state.motion(for: key) {
      var moved = self
      moved.scroll = state.moved(scroll, motion, count: cells.count)
      state.overlay = moved
    } else if key == Key("=") {
      state.overlay = nil
    }
  }
}

extension DashboardState {
  /// Opens what a member has in some columns, to filter the list of a panel by.
  mutating func openCellFilter(of member: Member.Index?, _ columns: [MemberColumn], in panel: PanelID) {
    guard let member, let roster = data.shown?.roster else { return }
    let columns = columns.reduce(into: [MemberColumn]()) { if !$0.contains($1) { $0.append($1) } }
    let cells = columns.filter { $0 != .id && !$0.isHidden(by: mask) }.flatMap { column in
      terms(of: columnValue(column, of: member, roster), column).map {
        CellFilterOverlay.Cell(column: column, term: $0)
      }
    }
    overlay = CellFilterOverlay(panel: panel, cells: cells)
  }

  /// Terms of filters that a value passes: one, or one for each word of a list.
  private func terms(of value: ColumnValue, _ column: MemberColumn) -> [String] {
    let field = column.filterName(in: language)
    func term(_ text: String) -> String { "\(field):\(text)" }
    func written(_ id: String, _ name: BilingualText? = nil) -> String {
      FilterValueCount(id: id, name: name, count: 0).written(in: language)
    }
    switch value {
    case .unknown: return ["-\(MemberFilter.has(in: language)):\(field)"]
    case .text(let text): return ["\(field)=\(written(text))"]
    case .word(let column, let id):
      return [term(written(column.filterSpelling(ofWord: id, in: language)))]
    case .named(let id, let name): return [term(written(id, name))]
    case .names(let names): return names.map { term(written($0.id, $0.name)) }
    case .list(let words): return words.map { term(written($0)) }
    case .count(let count): return [term("\(count)")]
    case .days(let days): return [term("\(days)")]
    case .number(let number), .percent(let number): return [term("\(number)")]
    case .money(let amount): return [term(amount.description)]
    case .instant(let instant): return [term(zone.day(of: instant).description)]
    case .date(let birthday): return [term(birthday.description)]
    case .boolean(let isSo): return [term(MemberFilter.word(isSo, in: language))]
    }
  }

  /// Adds a term to the filter of a panel's list.
  fileprivate mutating func narrow(_ panel: PanelID, by term: String) {
    func adding(to query: QueryLine) -> QueryLine {
      var query = query
      let brackets = (try? MemberFilter(parsing: query.filterText))?.hasAlternatives ?? false
      query.filterText = [brackets ? "(\(query.filterText))" : query.filterText, term].filter { !$0.isEmpty }
        .joined(separator: " ")
      return query
    }
    switch panel {
    case .recall:
      recall.query = adding(to: recall.query)
      filtering.remember(recall.query.filterText)
      narrowRecalls()
    case .touchpoints:
      touchpoints.query = adding(to: touchpoints.query)
      filtering.remember(touchpoints.query.filterText)
      narrowTouchpoints()
    default:
      members.query = adding(to: members.query)
      members.viewName = nil
      filtering.remember(members.query.filterText)
      queryChanged(purpose: members.selectedID.map { .reveal($0) } ?? .top)
    }
  }
}
