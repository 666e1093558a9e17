import Canvas
import Loyalty
import Texts

/// Who isn't in a list for sending that was just written, and why.
struct LeftOutOverlay: ListedOverlay, ReadingOverlay {
  var leftOut: [LeftOut]
  var scroll = ScrollState()

  func count(_ state: DashboardState) -> Int { leftOut.count }

  func list(_ state: DashboardState, _ context: ViewContext) -> ListOverlay {
    ListOverlay(
      title: state.language.reasons(leftOut), count: leftOut.count,
      row: { index in
        let member = leftOut[index]
        return ListOverlay.Row(
          line: Line(
            [Piece(member.id + "  ", .link), Piece(member.name ?? "")],
            right: [Piece(context.text(member.lack.phrase), .muted)]))
      }, scroll: scroll, hasSelection: false,
      hints: [state.hint(state.arrows, .hintScroll), state.hint("Esc", .hintClose)], columns: 60,
      isTall: leftOut.count > 6)
  }
}

extension Language {
  /// How many are left out for each reason: `2 have no channel · 1 is on the stop-list`.
  func reasons(_ leftOut: [LeftOut]) -> String {
    SendingAddress.Lack.allCases.compactMap { lack in
      let count = leftOut.count { $0.lack == lack }
      return count == 0 ? nil : text(lack.countPhrase, ["count": count])
    }.joined(separator: " · ")
  }
}

extension SendingAddress.Lack {
  fileprivate var phrase: Phrase {
    switch self {
    case .stopped: .sendingStopped
    case .refused: .sendingRefused
    case .noChannel: .sendingNoChannel
    }
  }

  fileprivate var countPhrase: Phrase {
    switch self {
    case .stopped: .sendingStoppedCount
    case .refused: .sendingRefusedCount
    case .noChannel: .sendingNoChannelCount
    }
  }
}
