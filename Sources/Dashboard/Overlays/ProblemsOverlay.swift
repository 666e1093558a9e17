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
  /// How many things a person should look at: settings that don't count, files, records and fields that weren't used.
  package var problemCount: Int {
    configProblems.count + (data.shown?.snapshot.report.problemCount ?? 0)
  }

  /// Everything set aside with file, place and reason, after what is wrong with the settings.
  func problemList(_ scroll: ScrollState, _ context: ViewContext) -> ListOverlay {
    let report = data.shown?.snapshot.report ?? ReadingReport()
    let setAside = report.setAside
    // Within the frame; the words matter more than the offset.
    let inner = min(90, size.columns - 4) - 4
    let first =
      configProblems.map { Line($0, .warning) }
      + (report.machineZoneProblem.map {
        [Line(context.text(.missingZone, ["reason": $0.text(in: language)]), .warning)]
      } ?? [])
      + report.programProblems.map { problem in
        let words = problem.text(in: language)
        return report.keepsProgram
          ? Line(context.text(.programKept, ["reason": words]), .error)
          : Line([Piece("program.json  ", .link), Piece(words)])
      }
      + report.strays.filter(\.isData).map {
        Line([Piece($0.placeText + "  ", .link), Piece($0.text(in: language))])
      }
    return ListOverlay(
      title: context.text(.overlayProblems), count: first.count + setAside.count,
      row: { index in
        let line: Line
        if index < first.count {
          line = first[index]
        } else {
          let item = setAside[index - first.count]
          line = Line(
            [
              Piece(item.placeText + "  ", .link), Piece(item.reasonText(in: language)),
            ],
            right: [
              Piece(context.text(.problemOffset, ["offset": Int(item.offset)]), .muted)
            ]
          ).fitted(inner)
        }
        return ListOverlay.Row(line: line)
      }, scroll: scroll, hasSelection: false, empty: context.text(.overlayProblemsEmpty),
      hints: [
        hint(arrows, .hintScroll), hint("Esc", .hintClose),
      ], columns: 90, isTall: first.count + setAside.count > 6)
  }
}
