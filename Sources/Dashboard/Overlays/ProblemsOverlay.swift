import Canvas
import Feeds
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

extension ProgramProblem {
  /// What is wrong with a key of `program.json`.
  func text(in language: Language) -> String {
    switch self {
    case .unreadable(let reason, let line, let column):
      let place = [line, column].compactMap { $0 }.map(String.init).joined(separator: ":")
      let words = reason.text(in: language)
      return place.isEmpty ? words : language.text(.fieldSetAside, ["field": place, "reason": words])
    case .unknownKey(let path, let nearest?):
      return language.text(.problemUnknownKeyNear, ["path": path, "nearest": nearest])
    case .unknownKey(let path, nil): return language.text(.problemUnknownKey, ["path": path])
    case .wrongType(let path, let expected):
      return language.text(
        .fieldSetAside,
        ["field": path, "reason": SetAsideProblem.wrongType(expected: expected).text(in: language)])
    case .badValue(let path, let value, let nearest?):
      return language.text(.problemBadValueNear, ["path": path, "value": value, "nearest": nearest])
    case .badValue(let path, let value, nil):
      return language.text(.problemBadValue, ["path": path, "value": value])
    case .tiers(let path, let problem):
      return language.text(.fieldSetAside, ["field": path, "reason": language.text(problem)])
    }
  }
}
