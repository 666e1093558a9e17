import Canvas

/// The first line of every frame: whose data this is, the panels, how old the data is, the clock.
struct HeaderView {
  struct Tab: Hashable {
    /// The key that opens the panel.
    var key: String
    var title: String
    var isActive: Bool
    var panel: PanelID
  }

  /// A short remark at the right, such as 'read-only' or the data's age.
  struct Remark: Hashable {
    var text: String
    var role: Role
    /// Those with the smallest importance go first where the line is too short.
    var importance: Int
    /// What a press on it does.
    var target: Target? = nil
  }

  var programme: String
  var tabs: [Tab]
  var remarks: [Remark]

  /// The program's own name, which is the same in every language.
  static let name = "koxtop"

  func draw(into frame: inout Frame, _ rect: Rect, look: Look) {
    let rect = rect.line(0)
    guard !rect.isEmpty else { return }
    frame.grid.fill(rect, style: look[.header])
    var shown = remarks
    var showsName = true
    var form = Tab.Form.full
    // What a programme's name needs at least to be recognised, with its margin.
    let least = min(programme.cellWidth, 8) + 2
    func free() -> Int {
      rect.columns - tabs.reduce(0) { $0 + $1.columns(form) }
        - (showsName ? Self.name.cellWidth + 2 : 1) - columns(of: shown)
    }
    // Closer tabs leave room for the name; where that isn't enough, it goes.
    if free() < min(programme.cellWidth, 16) + 2 { form = .tight }
    if free() < least { (form, showsName) = (.full, false) }
    while free() < least, let index = shown.indices.min(by: { shown[$0].importance < shown[$1].importance }) {
      shown.remove(at: index)
    }
    // No tab goes: the names of those that aren't active do.
    for closer in [Tab.Form.tight, .digits] where free() < 0 { form = closer }

    var column = rect.column + 1
    let limit = rect.endColumn
    if showsName {
      column = frame.grid.put(
        Self.name, at: Point(column: column, row: rect.row), style: look[.title].over(look[.header]),
        clip: rect)
      column += 1
    }
    // A letter or two and an ellipsis would say nothing.
    let room = free() - 2 < min(programme.cellWidth, 4) ? 0 : min(programme.cellWidth, free() - 2)
    frame.grid.put(
      programme, in: Rect(column: column, row: rect.row, columns: min(room, limit - column), rows: 1),
      style: look[.header], ellipsis: look.glyphs.ellipsis)
    column += room + (room > 0 ? 2 : 0)
    for tab in tabs where column < limit {
      let area = Rect(
        column: column, row: rect.row, columns: min(tab.columns(form), limit - column), rows: 1)
      let style = look[tab.isActive ? .tabActive : .tab]
      frame.grid.fill(area, style: style)
      frame.grid.put(
        tab.text(form), in: area.inset(left: 1), style: style, ellipsis: look.glyphs.ellipsis)
      frame.mark(area, as: .panel(tab.panel))
      column += tab.columns(form)
    }
    column = max(column + 1, limit - columns(of: shown))
    let separator = look.glyphs.middleDot
    for (index, remark) in shown.enumerated() where column < limit {
      if index > 0 {
        frame.grid.put(
          separator, at: Point(column: column + 1, row: rect.row), style: look[.clock], clip: rect)
        column += 3
      }
      let start = column
      column = frame.grid.put(
        remark.text, at: Point(column: column, row: rect.row), style: look[remark.role].over(look[.header]),
        clip: rect)
      if let target = remark.target {
        frame.mark(Rect(column: start, row: rect.row, columns: column - start, rows: 1), as: target)
      }
    }
  }

  /// Columns of remarks with their separators and the margin.
  private func columns(of remarks: [Remark]) -> Int {
    remarks.isEmpty ? 0 : remarks.reduce(0) { $0 + $1.text.cellWidth + 3 } - 3 + 1
  }
}

extension HeaderView.Tab {
  /// How much of a tab is shown.
  enum Form { case full, tight, digits }

  func text(_ form: Form) -> String { form == .digits && !isActive ? key : "\(key) \(title)" }
  /// The one that is active keeps its margins.
  func columns(_ form: Form) -> Int { text(form).cellWidth + (form == .full || isActive ? 2 : 1) }
}
