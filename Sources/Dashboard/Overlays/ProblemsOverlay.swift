import Canvas
import Feeds
import Reports
import Texts

/// Everything set aside by the reader, and what is wrong with the programme and the config.
struct ProblemsOverlay: ListedOverlay, ReadingOverlay {
  var scroll = ScrollState()

  func count(_ state: DashboardState) -> Int { max(1, state.problemCount) }

  func list(_ state: DashboardState, _ context: ViewContext) -> ListOverlay {
    state.problemList(scroll, context)
  }
}

extension DashboardState {
  /// How many lines the list of problems has.
  package var problemCount: Int {
    configProblems.count
      + (data.shown.map { $0.snapshot.report.setAside.count + $0.programProblems.count } ?? 0)
  }

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
        hint(arrows, .hintScroll), hint("Esc", .hintClose),
      ], columns: 90, isTall: settings + program.count + setAside.count > 6)
  }
}
