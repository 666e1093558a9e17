import Canvas
import Community
import Feeds
import Reports
import Texts

/// What stands in place of every panel in a folder without data: what to put there, and what lies there unread.
struct EmptyFolderPanel: Panel {
  let id = PanelID.overview
  let digit = 0
  let scope = Command.Scope(rawValue: 1 << 14)
  let commands: [Command] = []

  func firstHints(in state: DashboardState) -> [CommandID] {
    state.problemCount > 0 ? [.appProblems, .appReload] : [.appReload]
  }

  func move(_ motion: Motion, in state: inout DashboardState) {}

  func draw(_ state: DashboardState, into frame: inout Frame, _ context: ViewContext) {
    let body = state.layout.body.inset(left: 2, right: 2)
    let lines = content(state, context, columns: min(body.columns, 100))
    for (row, line) in lines.fitting(body.rows, context).enumerated() {
      line.draw(into: &frame.grid, body.line(row + (lines.count < body.rows ? 1 : 0)), look: context.look)
    }
  }

  func lines(_ state: DashboardState, _ context: ViewContext) -> [String] {
    content(state, context, columns: 100).map(\.text)
  }

  private func content(_ state: DashboardState, _ context: ViewContext, columns: Int) -> [Line] {
    guard let report = state.data.shown?.snapshot.report else { return [] }
    let unread = report.unreadFiles
    let folder: KeyValuePairs<String, any PhraseValue> = ["folder": state.folder]
    var lines = Line.paragraph(
      context.text(unread.isEmpty ? .emptyTitle : .emptyUnreadable, folder), .heading, columns: columns)
    lines.append(.blank)
    // What is there already comes first: most often a name is all that's wrong.
    let found =
      unread.prefix(4).map { ($0.placeText, $0.words(in: context.language)) }
      + report.strays.filter(\.isData).prefix(6).map { ($0.placeText, $0.text(in: context.language)) }
    for (place, words) in found {
      lines += Line.paragraph("\(place)  \(words)", .warning, columns: columns, limit: 2)
    }
    if !found.isEmpty { lines.append(.blank) }
    guard unread.isEmpty else { return lines }
    lines += Line.paragraph(context.text(.emptyWhat), columns: columns)
    let examples = EmptyFolderPanel.examples
    let width = examples.map(\.file.cellWidth).max() ?? 0
    for (file, record) in examples {
      lines.append(Line([Piece(file, .link, width: width + 2), Piece(record, .muted)], indent: 2))
    }
    let named = Set(examples.map(\.file))
    // Decisions are written by the program itself.
    let others = Feed.allCases.filter { $0 != .decisions }.map { "\($0.name).jsonl" }.filter {
      !named.contains($0)
    }
    lines.append(.blank)
    lines += Line.paragraph(
      context.text(.emptyMore, ["names": (others + ["program.json"]).joined(separator: ", ")]),
      columns: columns)
    lines += Line.paragraph(context.text(.emptyTables), columns: columns)
    lines += Line.paragraph(context.text(.emptySample), columns: columns)
    lines += Line.paragraph(context.text(.emptyOpens), .muted, columns: columns)
    return lines
  }

  /// Files with one record each.
  private static let examples: [(file: String, record: String)] = [
    ("members.jsonl", #"{"id":"m1","name":"Ann","joined":"2026-01-05"}"#),
    ("orders.jsonl", #"{"member":"m1","at":"2026-03-01","amount":128.50}"#),
    ("activity.jsonl", #"{"member":"m1","at":"2026-03-02T20:15","type":"post"}"#),
    ("surveys.jsonl", #"{"member":"m1","at":"2026-03-03","kind":"nps","score":9}"#),
  ]
}
