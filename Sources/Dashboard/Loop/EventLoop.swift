import Canvas
import Community
import Logging
import Screen

/// The dashboard at work: waits for an event, takes in all that has come, paints at most one frame, waits again.
///
/// The thread that runs it owns the state and the terminal. Without events, and without anything falling due,
/// it sleeps.
final class EventLoop {
  /// Paints a state, and tells what stands at a place of the frame.
  typealias Painter = (DashboardState) -> Frame

  /// Frames that answer keys come at most this often.
  static let frameTime = Duration.milliseconds(16)
  /// Frames that nobody's key asked for come at most this often, which leaves room for those that a key did.
  static let dataFrameTime = Duration.milliseconds(32)
  /// While keys are pending frames are put off, but no longer than this.
  static let longestWithoutFrame = Duration.milliseconds(100)

  /// A frame waits this long for a list that a key asked for.
  static let holdTime = Duration.milliseconds(10)

  private(set) var state: DashboardState
  private let terminal: any Terminal
  let engine: Engine
  private let paint: Painter
  private let wallClock: () -> Instant
  private let log: Logger?

  private var target: (Point) -> Target? = { _ in nil }
  /// Since when the frame on the screen is out of date; nil while it isn't.
  private var dirtySince: ContinuousClock.Instant?
  private var lastFrame: ContinuousClock.Instant?
  /// The last frame that answered a key.
  private var lastKeyFrame: ContinuousClock.Instant?
  /// Whether somebody's key, click or resize waits for its frame.
  private var answersKey = false
  /// Whether the list that a key asked for has come after the key's own frame: it's painted at once.
  private var hasAnswer = false
  /// A frame that waits a moment for the list that was just asked for.
  private var heldUntil: ContinuousClock.Instant?
  /// Keys to frames, by the terminal's clock; empty unless somebody measures.
  var onFrame: ((DashboardState) -> Void)?

  init(
    state: DashboardState, terminal: any Terminal, engine: Engine, wallClock: @escaping () -> Instant,
    log: Logger? = nil, paint: @escaping Painter
  ) {
    self.state = state
    self.terminal = terminal
    self.engine = engine
    self.wallClock = wallClock
    self.log = log
    self.paint = paint
  }

  /// Runs until somebody quits; how it ended: the signal, or nil.
  ///
  /// The first frame is on the screen before the folder is touched.
  func run() -> ProcessSignal? {
    state.size = terminal.size
    draw()
    engine.start()
    defer { engine.stop() }
    while !state.isQuitting {
      receive(terminal.nextEvent(until: deadline))
      receivePending()
      if dirtySince != nil, isFrameDue || isFrameOverdue { draw() }
    }
    return ending
  }

  /// The signal that ends the loop.
  private var ending: ProcessSignal?

  // MARK: Events

  /// Receives the keys that have come already, as long as a frame can wait.
  private func receivePending() {
    while !state.isQuitting, terminal.hasPendingInput, !isFrameOverdue {
      receive(terminal.nextEvent(until: terminal.now))
    }
  }

  private func receive(_ event: Event) {
    switch event {
    case .wake: break
    case .tick:
      if let due = nextStep, terminal.now >= due {
        nextStep = nil
        apply(.outcome(.roll))
      }
      if let due = nextMinute, terminal.now >= due {
        nextMinute = nil
        apply(.outcome(.clock(wallClock())))
      }
      if let due = nextProbe, terminal.now >= due {
        nextProbe = nil
        run(.probeJournal)
      }
    case .mouse(let mouse): apply(.event(event, target(mouse.point)))
    case .resize(let size): apply(.event(.resize(size)))
    case .signal(.resume): apply(.event(.resize(terminal.size)))
    case .signal(let signal):
      ending = signal
      state.isQuitting = true
    case .key, .paste: apply(.event(event))
    }
    switch event {
    case .key, .paste, .mouse, .resize: answersKey = true
    case .wake, .tick, .signal: break
    }
    for outcome in engine.receivedOutcomes() {
      if case .list(let answer) = outcome, answer.generation == state.members.generations.query {
        heldUntil = nil
        if answer.purpose != .keep, !answersKey { hasAnswer = true }
      }
      note(outcome)
      apply(.outcome(outcome))
    }
  }

  /// Writes what is worth keeping to the log.
  private func note(_ outcome: Outcome) {
    guard let log else { return }
    switch outcome {
    case .data(let data) where data.reading != state.data.newest?.reading:
      log.info(
        "read", metadata: ["members": "\(data.roster.count)", "set_aside": "\(data.setAsideCount)"])
    case .loadFailed(let error): log.error("the folder can't be read", metadata: ["reason": "\(error)"])
    case .exported(_, .written(let count, let path)):
      log.notice("exported", metadata: ["members": "\(count)", "path": "\(path)"])
    case .exported(_, .sent(let file, let path)):
      log.notice("exported", metadata: ["members": "\(file.count)", "path": "\(path)"])
      if file.contacts > 0 {
        log.notice(
          "phone numbers and e-mail addresses written in full",
          metadata: ["members": "\(file.contacts)", "path": "\(path)"])
      }
    case .viewsNotSaved(let problem):
      log.warning("views weren't saved", metadata: ["path": "\(problem.path)", "error": "\(problem.code)"])
    default: break
    }
  }

  private func apply(_ input: Input) {
    if dirtySince == nil { dirtySince = terminal.now }
    for effect in update(&state, input) { run(effect) }
  }

  private func run(_ effect: Effect) {
    switch effect {
    case .copy(let text):
      if !terminal.copy(text) { state.say(.warning, .notCopied) }
    case .setMouse(let isOn): terminal.isMouseOn = isOn
    case .repaint: terminal.repaint()
    case .request(let request as QueryRequest):
      // One frame with the key and what it found, rather than two.
      if request.purpose != .keep { heldUntil = terminal.now + Self.holdTime }
      engine.run(effect)
    default: engine.run(effect)
    }
  }

  // MARK: Frames

  private func draw() {
    heldUntil = nil
    let frame = paint(state)
    target = frame.target(at:)
    state.members.card.lines = frame.cardLines
    if let request = state.detailRequest(frame.wishes) { engine.run(.request(request)) }
    terminal.draw(frame.grid)
    dirtySince = nil
    lastFrame = terminal.now
    if answersKey { lastKeyFrame = lastFrame }
    answersKey = false
    hasAnswer = false
    onFrame?(state)
  }

  private var isFrameDue: Bool { nextFrame.map { terminal.now >= $0 } ?? true }

  /// When the next frame may be drawn at the earliest; nil: at once.
  private var nextFrame: ContinuousClock.Instant? {
    if hasAnswer { return nil }
    let regular =
      answersKey ? lastKeyFrame.map { $0 + Self.frameTime } : lastFrame.map { $0 + Self.dataFrameTime }
    guard let heldUntil else { return regular }
    return regular.map { max($0, heldUntil) } ?? heldUntil
  }

  private var isFrameOverdue: Bool {
    dirtySince.map { terminal.now - $0 >= Self.longestWithoutFrame } ?? false
  }

  // MARK: Deadlines

  /// Between two steps of a number that runs to its new value.
  static let stepTime = Duration.milliseconds(40)
  /// When the next of these steps is due.
  private var nextStep: ContinuousClock.Instant?
  /// When the header's clock moves on.
  private var nextMinute: ContinuousClock.Instant?

  /// How often a folder that can't be written to is looked at again.
  static let probeTime = Duration.seconds(2)
  /// When that's due.
  private var nextProbe: ContinuousClock.Instant?

  /// When to wake without an event: for a frame put off, or for the clock.
  private var deadline: ContinuousClock.Instant? {
    if dirtySince != nil, let nextFrame { return nextFrame }
    if state.nps.roll != nil {
      let due = nextStep ?? terminal.now + Self.stepTime
      nextStep = due
      return due
    }
    let minute = minuteDue
    nextMinute = minute
    nextProbe = state.decisions.problem == nil ? nil : nextProbe ?? terminal.now + Self.probeTime
    return min(minute, nextProbe ?? minute)
  }

  private var minuteDue: ContinuousClock.Instant {
    nextMinute ?? terminal.now + .milliseconds(60_000 - wallClock().rawValue % 60_000)
  }
}
