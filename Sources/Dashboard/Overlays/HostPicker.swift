import Community
import Screen
import Texts

/// The hosts to choose from, found by a part of name or id while one types.
struct HostPicker: ListedOverlay {
  /// Whom it's chosen for.
  var whom: String
  /// The id of the host who is likeliest, and stands first; empty for none.
  var likely = ""
  var line = LineEditor()
  var scroll = ScrollState()
  /// What is done with the id of the one chosen.
  var choose: @Sendable (String, inout DashboardState) -> Void

  var escapeTitle: Phrase { .hintCancel }

  func list(_ state: DashboardState, _ context: ViewContext) -> ListOverlay {
    let hosts = hosts(state)
    return ListOverlay(
      title: context.text(.decisionHand) + (whom.isEmpty ? "" : " · \(whom)"),
      input: InputLine(
        sign: context.text(.recallAskHost), line: line, placeholder: context.text(.hostPickerPlaceholder)),
      count: hosts.count,
      row: { place in
        let host = hosts[place]
        let note = [host.region, host.store].compactMap { $0 }.joined(separator: " · ")
        return ListOverlay.Row(line: Line([Piece(host.name ?? host.id)], right: [Piece(note, .muted)]))
      }, scroll: scroll, empty: context.text(.hostPickerEmpty),
      hints: [
        state.hint(state.arrows, .hintMove), state.hint("Enter", .hintChoose), state.hint("Esc", .hintCancel),
      ], columns: 56)
  }

  func press(_ key: Key, in state: inout DashboardState) {
    var picker = self
    if key.code == .enter {
      pick(in: &state)
    } else if let motion = state.motionWhileTyping(for: key) {
      picker.scroll = state.moved(scroll, motion, count: hosts(state).count)
      state.overlay = picker
    } else if picker.line.press(key) {
      picker.scroll = ScrollState()
      state.overlay = picker
    }
  }

  func paste(_ text: String, in state: inout DashboardState) {
    var picker = self
    picker.line.insert(text)
    picker.scroll = ScrollState()
    state.overlay = picker
  }

  func press(line: Int, isDouble: Bool, in state: inout DashboardState) {
    var picker = self
    picker.scroll.selected = line
    picker.pick(in: &state)
  }

  private func pick(in state: inout DashboardState) {
    let typed = line.text.split(separator: " ").joined(separator: " ")
    let found = hosts(state)
    let all = state.data.shown?.community.hosts ?? []
    if found.indices.contains(scroll.selected) {
      state.overlay = nil
      choose(found[scroll.selected].id, &state)
    } else if typed.isEmpty {
      state.say(.warning, .recallNeedsText)
    } else if all.isEmpty {
      // Where no hosts are known any word is the id of one.
      state.overlay = nil
      choose(typed, &state)
    } else {
      state.say(.warning, .recallNoHost, ["text": typed])
    }
  }

  /// The hosts whose name or id has what is typed in it: the likeliest first, then those that begin so, by name.
  private func hosts(_ state: DashboardState) -> [Host] {
    let typed = line.text.split(separator: " ").joined(separator: " ").lowercased()
    func rank(_ host: Host) -> Int? {
      let words = [host.name, host.id].compactMap { $0?.lowercased() }
      guard typed.isEmpty || words.contains(where: { $0.contains(typed) }) else { return nil }
      if !typed.isEmpty, words.contains(typed) { return 0 }
      if host.id == likely { return 1 }
      return words.contains { $0.hasPrefix(typed) } ? 2 : 3
    }
    return (state.data.shown?.community.hosts ?? [])
      .compactMap { host in rank(host).map { (rank: $0, host: host) } }
      .sorted { $0.rank != $1.rank ? $0.rank < $1.rank : $0.host.precedes($1.host) }
      .map(\.host)
  }
}
