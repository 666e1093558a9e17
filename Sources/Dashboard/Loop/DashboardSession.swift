import Canvas
import Community
import Feeds
import Journal
import Logging
import Screen
import Texts

/// One opening of the dashboard: settings read, loop and engine put together, state kept for the next time.
struct DashboardSession {
  let options: DashboardOptions
  let places: Places
  let terminal: any Terminal
  /// Makes the source of snapshots: the reader of folders, or a test's own.
  let makeSource: FolderSourceMaker
  var paint: EventLoop.Painter = EventLoop.frame
  /// Whether the source is sure to come to an end of its reading.
  var countsReading = true
  var measuring = Engine.Measuring()
  /// Looks at the loop once it's made.
  var onStart: ((EventLoop) -> Void)?

  func run() throws -> ProcessSignal? {
    let log = makeLog()
    let state = initialState(log)
    let engine = Engine(
      surroundings: Engine.Surroundings(
        asOf: options.asOf, isUnmasked: options.isUnmasked, wallClock: options.wallClock,
        viewsPath: places.viewsPath, manager: state.decisions.manager, journalFolder: options.folder,
        countsReading: countsReading,
        lastOpening: places.openingPath.flatMap { Opening(path: $0)?.left(options.folder) },
        measuring: measuring),
      waker: terminal.waker, makeSource: makeSource)
    try terminal.enter()
    defer { terminal.leave() }
    terminal.isMouseOn = state.isMouseOn
    let loop = EventLoop(
      state: state.fitted(to: terminal.capabilities), terminal: terminal, engine: engine,
      wallClock: options.wallClock, log: log, paint: paint)
    onStart?(loop)
    let signal = loop.run()
    if let path = places.openingPath, !options.isWall {
      do throws(FileProblem) {
        try Opening(loop.state).write(to: path)
      } catch {
        log?.warning("the opening wasn't kept", metadata: ["path": "\(path)", "error": "\(error.code)"])
      }
    }
    return signal
  }

  private func makeLog() -> Logger? {
    guard let path = places.logPath, let file = LogFile(path: path, clock: options.wallClock) else {
      return nil
    }
    var log = Logger(label: "koxtop") { _ in file }
    log[metadataKey: "folder"] = "\(options.folder)"
    if options.isUnmasked { log.notice("opened with phone numbers and e-mail addresses shown") }
    return log
  }

  /// Where the dashboard begins: as the command line says, else where it was left.
  private func begin(_ state: inout DashboardState) {
    let opening = places.openingPath.flatMap(Opening.init(path:))
    opening?.apply(to: &state)
    let isTold = options.panel != nil || options.filter != nil || options.isWall || options.isFresh
    if !isTold { opening?.resume(&state) }
    if options.isWall { state.panel = .nps }
    if let panel = options.panel { state.panel = panel }
    guard let filter = options.filter else { return }
    // A panel without a list leaves the filter to the table.
    let lists: [PanelID] = [.members, .recall, .touchpoints]
    if !lists.contains(state.panel) { state.panel = .members }
    Opening.Place(filter: filter).apply(to: &state, state.panel)
  }

  /// The state before anything was read: settings, themes, and how the dashboard was left.
  private func initialState(_ log: Logger?) -> DashboardState {
    let (config, problems) = places.configPath.map(Config.read) ?? (Config(), [])
    let language = Language.choose(
      option: options.language ?? config.language, environment: options.environment)
    let themes = ThemeFiles(places: places, programPath: options.programPath)
    let name = options.theme ?? config.theme
    let (theme, themeProblems) = name.map(themes.theme) ?? (.builtIn, [])
    let (keyMap, keyProblems) = KeyMap.make(overrides: config.keys)
    var state = DashboardState(
      size: terminal.size, language: language,
      look: Look(theme: theme, glyphs: .of(config.glyphs ?? .braille)), clock: options.wallClock(),
      machineZone: options.machineZone, folder: options.folder)
    state.keyMap = keyMap
    state.isMouseOn = config.isMouseOn ?? true
    state.decisions.manager = ManagerName.choose(
      argument: options.manager, config: config.manager, account: ManagerName.account())
    state.mayCopy = config.mayCopy ?? false
    state.asOf = options.asOf
    state.isUnmasked = options.isUnmasked
    state.writesByteOrderMark = options.writesByteOrderMark
    if case .fixed? = options.asOf { state.readOnly = .fixedTime }
    begin(&state)
    let path = places.configPath ?? "config.json"
    state.configProblems =
      (problems + keyProblems.map { .keys($0) }).map { language.text($0, path: path) }
      + themeProblems.map { language.text($0) }
    if let first = state.configProblems.first { state.message = Message(.warning, first) }
    for problem in state.configProblems { log?.warning("\(problem)") }
    return state
  }
}

extension DashboardState {
  /// The state with what the terminal can do.
  func fitted(to capabilities: TerminalCapabilities) -> DashboardState {
    var state = self
    state.colorDepth = capabilities.colorDepth
    if !capabilities.isUnicode { state.look.glyphs = .ascii }
    return state
  }
}
