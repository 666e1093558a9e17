import Loyalty
import Screen
import Texts

extension DashboardState {
  /// Rows that a list over the panel shows at most; painting keeps the selected one in sight by itself.
  var overlayPage: Int { max(1, layout.body.rows - 6) }

  mutating func pressInOverlay(_ key: Key) {
    guard let overlay else { return }
    if key.code == .escape { return escapeOverlay() }
    if key == Key("l", .ctrl) { return Command.of(.appRedraw).run(&self) }
    switch overlay {
    case .help(let scroll): browse(scroll, count: Self.helpLineCount, key) { .help($0) }
    case .problems(let scroll): browse(scroll, count: max(1, problemCount), key) { .problems($0) }
    case .palette(let palette): press(key, in: palette)
    case .columns(let columns): press(key, in: columns)
    case .sort(let scroll): pressInSort(key, scroll)
    case .goto(let goto): press(key, in: goto)
    case .savedViews(let views): press(key, in: views)
    case .export(let export): press(key, in: export)
    case .recallPlays(let scroll): pressInPlays(key, scroll)
    case .recallPrompt(let prompt): press(key, in: prompt)
    case .recallConfirm(let action): press(key, confirming: action)
    case .saveTiers: pressInSaveTiers(key)
    case .nps(.prompt(let prompt)): press(key, in: prompt)
    case .nps(.answers(let topic, let answers, let scroll)): pressInAnswers(key, topic, answers, scroll)
    case .touchpoints(let overlay): press(key, in: overlay)
    }
  }

  private mutating func escapeOverlay() {
    switch overlay {
    case .savedViews(var views) where views.naming != nil:
      views.naming = nil
      overlay = .savedViews(views)
    case .export(var export) where export.step == .overwrite:
      export.step = .editing
      overlay = .export(export)
    case .export(let export) where export.step == .writing:
      effects.append(.cancelExport)
      overlay = nil
      say(.information, .exportCancelled)
    default: overlay = nil
    }
  }

  mutating func pasteInOverlay(_ text: String) {
    switch overlay {
    case .palette(var palette):
      palette.line.insert(text)
      typed(palette)
    case .goto(var goto):
      goto.line.insert(text)
      typed(goto)
    case .savedViews(var views):
      views.naming?.insert(text)
      overlay = .savedViews(views)
    case .export(var export) where export.step == .editing:
      export.path.insert(text)
      overlay = .export(export)
    case .recallPrompt(var prompt):
      prompt.line.insert(text)
      overlay = .recallPrompt(prompt)
    case .nps(.prompt(var prompt)):
      prompt.line.insert(text)
      prompt.problem = filterProblem(prompt)
      overlay = .nps(.prompt(prompt))
    case .touchpoints(let overlay): paste(text, into: overlay)
    default: break
    }
  }

  mutating func wheelInOverlay(_ delta: Int) {
    let key = Key(delta < 0 ? .up : .down)
    for _ in 0..<abs(delta) { pressInOverlay(key) }
  }

  mutating func pressInOverlay(_ target: Target?, isDouble: Bool) {
    switch (overlay, target) {
    case (_, .command(let id)?):
      overlay = nil
      run(id)
    case (.palette(var palette), .overlayLine(let line)?):
      palette.scroll.selected = line
      press(Key(.enter), in: palette)
    case (.sort(var scroll), .overlayLine(let line)?):
      scroll.selected = line
      pressInSort(Key(.enter), scroll)
    case (.columns(var columns), .overlayLine(let line)?):
      columns.scroll.selected = line
      press(Key(" "), in: columns)
    case (.goto(var goto), .overlayLine(let line)?):
      goto.scroll.selected = line
      press(Key(.enter), in: goto)
    case (.savedViews(var views), .overlayLine(let line)?):
      views.scroll.selected = line
      if isDouble { press(Key(.enter), in: views) } else { overlay = .savedViews(views) }
    case (.recallPlays(var scroll), .overlayLine(let line)?):
      scroll.selected = line
      pressInPlays(Key(.enter), scroll)
    case (.nps(.answers(let topic, let answers, var scroll)), .overlayLine(let line)?):
      scroll.selected = line
      if isDouble {
        pressInAnswers(Key(.enter), topic, answers, scroll)
      } else {
        overlay = .nps(.answers(topic, answers, scroll))
      }
    case (_, .overlay?), (_, .overlayLine?): break
    default: overlay = nil
    }
  }

  /// How many lines the list of problems has.
  package var problemCount: Int {
    configProblems.count
      + (data.shown.map { $0.snapshot.report.setAside.count + $0.programProblems.count } ?? 0)
  }

  // MARK: Lists to read

  /// Lines that help has at most: commands, and a heading with a gap for each group.
  private static let helpLineCount = Command.all.count + 2 * Command.Group.all.count

  private mutating func browse(
    _ scroll: ScrollState, count: Int, _ key: Key, _ wrap: (ScrollState) -> Overlay
  ) {
    var scroll = scroll
    guard let motion = motion(for: key) else {
      // The key that opened it closes it too.
      if [.appHelp, .appQuit, .appProblems].contains(keyMap.command(for: key, in: .all)?.id) {
        overlay = nil
      }
      return
    }
    let target = motion.target(from: scroll.selected, count: count, page: overlayPage)
    scroll.selected = max(0, min(target, count - 1))
    scroll.top = scroll.selected
    overlay = wrap(scroll)
  }

  /// The way a key moves through lists, by the key map.
  func motion(for key: Key) -> Motion? {
    switch keyMap.command(for: key, in: .members)?.id {
    case .moveUp: .lines(-1)
    case .moveDown: .lines(1)
    case .movePageUp: .pages(-1)
    case .movePageDown: .pages(1)
    case .moveFirst: .first
    case .moveLast: .last
    default: nil
    }
  }

  /// The same where letters are typed: only keys that aren't letters move.
  func motionWhileTyping(for key: Key) -> Motion? {
    switch key {
    case Key(.up), Key("p", .ctrl): .lines(-1)
    case Key(.down), Key("n", .ctrl): .lines(1)
    case Key(.pageUp): .pages(-1)
    case Key(.pageDown): .pages(1)
    default: nil
    }
  }

  /// Moves through a list that has a selected line.
  func moved(_ scroll: ScrollState, _ motion: Motion, count: Int) -> ScrollState {
    var scroll = scroll
    scroll.select(
      motion.target(from: scroll.selected, count: count, page: overlayPage), count: count,
      height: overlayPage)
    return scroll
  }

  // MARK: Palette

  mutating func openPalette() {
    overlay = .palette(PaletteState(matches: Palette.matches("", in: self)))
  }

  private mutating func typed(_ palette: PaletteState) {
    var palette = palette
    palette.matches = Palette.matches(palette.line.text, in: self)
    palette.scroll = ScrollState()
    overlay = .palette(palette)
  }

  private mutating func press(_ key: Key, in palette: PaletteState) {
    var palette = palette
    if key.code == .enter {
      guard palette.matches.indices.contains(palette.scroll.selected) else { return }
      let command = palette.matches[palette.scroll.selected].command
      overlay = nil
      runFromPalette(command)
    } else if let motion = motionWhileTyping(for: key) {
      palette.scroll = moved(palette.scroll, motion, count: palette.matches.count)
      overlay = .palette(palette)
    } else if palette.line.press(key) {
      typed(palette)
    }
  }

  /// Runs a command where it applies: one of another panel goes there first.
  private mutating func runFromPalette(_ command: Command) {
    if command.scope.isDisjoint(with: scope),
      let home = Panels.all.first(where: { $0.commands.contains(command) })
    {
      if !command.scope.isDisjoint(with: home.scope) { show(home.id) }
      if command.scope == .card { run(.membersCard) }
    }
    run(command.id)
  }
}
