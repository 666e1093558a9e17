import Screen
import Texts

/// The jump to a member: what is typed, and the members it may mean.
struct GotoState: ChoiceOverlay {
  struct Candidate: Hashable, Sendable {
    var id: String
    var name: String?
    var city: String?
  }

  var line = LineEditor()
  var candidates: [Candidate] = []
  var scroll = ScrollState()
  /// Of the newest request.
  var generation = 0

  func list(_ state: DashboardState, _ context: ViewContext) -> ListOverlay { state.gotoList(self, context) }

  func press(_ key: Key, in state: inout DashboardState) { state.press(key, in: self) }

  func paste(_ text: String, in state: inout DashboardState) {
    var goto = self
    goto.line.insert(text)
    state.typed(goto)
  }
}

extension DashboardState {
  mutating func receive(_ candidates: [GotoState.Candidate], generation: Int) {
    guard var goto = overlay as? GotoState, generation == members.generations.goto else { return }
    goto.candidates = candidates
    goto.scroll = ScrollState()
    overlay = goto
  }

  fileprivate mutating func typed(_ goto: GotoState) {
    guard let data = data.newest else { return }
    members.generations.goto += 1
    overlay = goto
    effects.append(
      .findMembers(FindRequest(generation: members.generations.goto, data: data, text: goto.line.text)))
  }

  fileprivate mutating func press(_ key: Key, in goto: GotoState) {
    var goto = goto
    if key.code == .enter {
      jump(goto)
    } else if let motion = motionWhileTyping(for: key) {
      goto.scroll = moved(goto.scroll, motion, count: goto.candidates.count)
      overlay = goto
    } else if goto.line.press(key) {
      typed(goto)
    }
  }

  private mutating func jump(_ goto: GotoState) {
    let typed = goto.line.text
    var id: String? = data.shown?.community.member(id: typed).map { _ in typed }
    if goto.candidates.indices.contains(goto.scroll.selected), id == nil || goto.scroll.selected > 0 {
      id = goto.candidates[goto.scroll.selected].id
    }
    guard let id else {
      say(.warning, .noSuchMember, ["text": typed])
      return
    }
    overlay = nil
    panel = .members
    members.query.editor = nil
    if members.query.isNarrowed {
      // Whatever was searched for may leave the member out.
      members.query.search = ""
      members.query.filterText = ""
      queryChanged(purpose: .reveal(id))
      say(.information, .filterCleared)
    } else {
      ask(.reveal(id))
    }
    standAt(id)
  }

  fileprivate func gotoList(_ goto: GotoState, _ context: ViewContext) -> ListOverlay {
    ListOverlay(
      title: context.text(.overlayGoto),
      input: InputLine(
        sign: String(Character(look.glyphs.selected.base)), line: goto.line,
        placeholder: context.text(.overlayGotoPlaceholder)),
      count: goto.candidates.count,
      row: { index in
        let candidate = goto.candidates[index]
        return ListOverlay.Row(
          line: Line(
            [
              Piece(candidate.id, .link, width: 16),
              Piece(candidate.name ?? context.text(.cardNoName), candidate.name == nil ? .muted : .text),
            ], right: [Piece(candidate.city ?? "", .muted)]))
      }, scroll: goto.scroll,
      empty: context.text(goto.line.isEmpty ? .overlayGotoEmpty : .overlayGotoNobody),
      hints: [hint("Enter", .hintJump), hint("Esc", .hintClose)], columns: 56)
  }
}
