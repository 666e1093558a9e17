import Canvas
import Screen
import Texts

/// Every command with its keys, by what belongs together.
struct HelpOverlay: ListedOverlay, ReadingOverlay {
  var scroll = ScrollState()

  /// Lines that it has at most: commands, and a heading with a gap for each group.
  func count(_ state: DashboardState) -> Int { Command.all.count + 2 * Command.Group.all.count }

  func list(_ state: DashboardState, _ context: ViewContext) -> ListOverlay {
    state.helpList(scroll, context)
  }
}

extension DashboardState {
  fileprivate func helpList(_ scroll: ScrollState, _ context: ViewContext) -> ListOverlay {
    var rows: [ListOverlay.Row] = []
    let labels = Dictionary(
      uniqueKeysWithValues: Command.all.map { ($0.id, keyLabels($0.id).joined(separator: " ")) })
    let columns = min(100, layout.body.columns - 8)
    let keyColumns = min(20, (labels.values.map(\.cellWidth).max() ?? 0) + 2)
    for group in Command.Group.all {
      let commands = Command.all.filter { $0.group == group && labels[$0.id]?.isEmpty == false }
      guard !commands.isEmpty else { continue }
      if !rows.isEmpty { rows.append(ListOverlay.Row(line: .blank, isHeading: true)) }
      rows.append(ListOverlay.Row(line: .heading(context.text(group.title)), isHeading: true))
      for command in commands {
        for (index, line) in context.text(command.help).lines(of: columns - keyColumns).enumerated() {
          rows.append(
            ListOverlay.Row(
              line: Line([
                Piece(index == 0 ? labels[command.id] ?? "" : "", .footerKey, width: keyColumns),
                Piece(line),
              ]), target: .command(command.id)))
        }
      }
    }
    return ListOverlay(
      title: context.text(.overlayHelp), count: rows.count, row: { rows[$0] }, scroll: scroll,
      hasSelection: false, hints: [hint(arrows, .hintScroll), hint("Esc", .hintClose)], columns: columns,
      isTall: true)
  }
}
