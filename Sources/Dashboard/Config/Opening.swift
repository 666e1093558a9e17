import Community
import JSONTape
import Loyalty

/// How the dashboard was left: what the next opening begins with.
struct Opening: Hashable, Sendable {
  var order: MemberOrder
  var columns: [MemberColumn]
  /// The folder that was open, and what counted as now when it was left.
  var folder: String?
  var left: Instant?
  /// Where one stood in that folder.
  var panel: PanelID?
  var places: [PanelID: Place] = [:]
  /// Filters that were applied, the newest first.
  var filters: [String] = []

  /// Where one stands in a panel's list.
  struct Place: Hashable, Sendable {
    var search = ""
    var filter = ""
    /// The selected member.
    var member: String?

    var isBeginning: Bool { self == Place() }
  }

  init(order: MemberOrder, columns: [MemberColumn]) {
    self.order = order
    self.columns = columns
  }

  init(_ state: DashboardState) {
    // The order that came with a figure goes with it.
    self.init(
      order: state.backStack.first?.order ?? state.members.order, columns: state.members.columns)
    folder = state.folder
    left = state.data.shown?.now
    panel = state.panel
    filters = state.filtering.history
    places = [
      .members: Place(state.members.query, member: state.members.selectedID),
      // Who came first by themselves isn't where anybody stood.
      .recall: Place(state.recall.query, member: state.recall.hasMoved ? state.recall.selectedID : nil),
      .touchpoints: Place(state.touchpoints.query, member: nil),
    ].filter { !$0.value.isBeginning }
  }

  /// The opening in a file; nil where there's none that can be read.
  init?(path: String) {
    guard let bytes = try? WholeFile.read(path), let value = try? JSONValue(parsing: bytes),
      let view = SavedView(.object((value.fields ?? []) + [.init("name", ""), .init("filter", "")]))
    else { return nil }
    self.init(order: view.order, columns: view.columns)
    folder = value["folder"]?.string
    left = value["left"]?.integer.map { Instant(rawValue: $0) }
    panel = value["panel"]?.string.flatMap(PanelID.init(rawValue:))
    filters = value["filters"]?.elements?.compactMap(\.string) ?? []
    for field in value["places"]?.fields ?? [] {
      if let panel = PanelID(rawValue: field.key) { places[panel] = Place(field.value) }
    }
  }

  /// When a folder was last left; nil where another one was.
  func left(_ folder: String) -> Instant? { folder == self.folder ? left : nil }

  func write(to path: String) throws(FileProblem) {
    let places = PanelID.allCases.compactMap { panel in
      self.places[panel].map { JSONValue.Field(panel.rawValue, $0.json) }
    }
    let value: JSONValue = [
      "sort": .string(order.column.id),
      "direction": .string(order.direction.rawValue), "columns": .array(columns.map { .string($0.id) }),
      "folder": folder.map { .string($0) } ?? .null, "left": left.map { .integer($0.rawValue) } ?? .null,
      "panel": panel.map { .string($0.rawValue) } ?? .null, "places": .object(places),
      "filters": .array(filters.map { .string($0) }),
    ]
    try WholeFile.write(Array((value.text(indentation: 2) + "\n").utf8), to: path)
  }

  /// Lets a state begin with how the table looked, and with the filters typed before.
  func apply(to state: inout DashboardState) {
    state.members.order = order
    state.members.columns = columns
    state.filtering = FilteringState(history: filters)
  }

  /// Lets a state begin where one stood, if that was in the same folder.
  func resume(_ state: inout DashboardState) {
    guard folder == state.folder else { return }
    if let panel { state.panel = panel }
    for (panel, place) in places { place.apply(to: &state, panel) }
  }
}

extension Opening.Place {
  init(_ query: QueryLine, member: String?) {
    self.init(search: query.search, filter: query.filterText, member: member)
  }

  init(_ value: JSONValue) {
    self.init(
      search: value["search"]?.string ?? "", filter: value["filter"]?.string ?? "",
      member: value["member"]?.string)
  }

  var json: JSONValue {
    [
      "search": .string(search), "filter": .string(filter), "member": member.map { .string($0) } ?? .null,
    ]
  }

  /// Lets a panel begin here.
  func apply(to state: inout DashboardState, _ panel: PanelID) {
    var query = QueryLine()
    query.search = search
    query.filterText = filter
    switch panel {
    case .members:
      state.members.query = query
      state.members.selectedID = member
    case .recall:
      state.recall.query = query
      state.recall.wantedID = member
    case .touchpoints: state.touchpoints.query = query
    default: break
    }
  }
}
