import Canvas
import Feeds
import Reports
import Texts

extension DashboardState {
  /// Everything set aside with file, place and reason, after what is wrong with the settings.
  func problemList(_ scroll: ScrollState, _ context: ViewContext) -> ListOverlay {
    let program = data.shown?.programProblems ?? []
    let setAside = data.shown?.snapshot.report.setAside ?? []
    let settings = configProblems.count
    return ListOverlay(
      title: context.text(.overlayProblems), count: settings + program.count + setAside.count,
      row: { index in
        let line: Line
        if index < settings {
          line = Line(configProblems[index], .warning)
        } else if index < settings + program.count {
          line = Line([
            Piece("program.json  ", .link), Piece(program[index - settings].text(in: language)),
          ])
        } else {
          let item = setAside[index - settings - program.count]
          line = Line(
            [
              Piece(item.placeText + "  ", .link), Piece(item.reasonText(in: language)),
            ],
            right: [
              Piece(context.text(.problemOffset, ["offset": Int(item.offset)]), .muted)
            ])
        }
        return ListOverlay.Row(line: line)
      }, scroll: scroll, hasSelection: false, empty: context.text(.overlayProblemsEmpty),
      hints: [
        hint(look.glyphs.kind == .ascii ? "Up/Down" : "↑↓", .hintScroll), hint("Esc", .hintClose),
      ], columns: 90, isTall: settings + program.count + setAside.count > 6)
  }
}
