import Canvas
import Glibc

/// A terminal without a terminal: events come from a script, frames stay in memory, time passes only as the
/// script says.
///
/// It drives the same loop as the real one. A step of the script is handed out when the loop is idle: nothing is
/// queued, no counted work is pending (`Waker.workBegan`), nobody has rung, and no deadline is near. Idleness is
/// known by counting, so nothing here sleeps. After the last step the loop gets `signal(.hangup)`.
package final class MemoryTerminal: Terminal {
  package private(set) var size: Size
  package let capabilities: TerminalCapabilities
  package let waker = Waker()
  package private(set) var now: ContinuousClock.Instant
  package var isMouseOn = false

  /// The last frame drawn; nil before the first.
  package private(set) var lastGrid: Grid?
  /// How many frames were drawn.
  package private(set) var frameCount = 0
  /// How many events were handed out.
  package private(set) var eventCount = 0
  /// How many full repaints were asked for.
  package private(set) var repaintCount = 0
  package private(set) var isEntered = false
  /// What was handed to the clipboard.
  package private(set) var copied: [String] = []
  /// Whether the loop kept asking for near deadlines without end; it was hung up on then.
  package private(set) var isRestless = false

  /// Deadlines this near pass before the loop counts as idle: a frame that was put off, say.
  package static let nearDeadline = Duration.milliseconds(200)
  /// So many near deadlines in a row without another event make a loop restless.
  static let tickLimit = 1000

  private var steps: ArraySlice<MemoryTerminalStep>
  private var queue: [Event] = []
  private var deadlineOfAdvance: ContinuousClock.Instant?
  private var ticksInARow = 0

  package init(
    size: Size, capabilities: TerminalCapabilities = TerminalCapabilities(colorDepth: .colors256),
    steps: [MemoryTerminalStep] = []
  ) {
    self.size = size
    self.capabilities = capabilities
    self.steps = steps[...]
    now = .now
  }

  package var hasPendingInput: Bool { !queue.isEmpty }

  /// Hands out an event as if it had just arrived, for steps that find out only then what to do.
  package func send(_ event: Event) { queue.append(event) }

  package func enter() throws(TerminalProblem) { isEntered = true }
  package func leave() { isEntered = false }

  package func draw(_ grid: Grid) {
    lastGrid = grid
    frameCount += 1
  }

  package func repaint() { repaintCount += 1 }

  package func copy(_ text: String) -> Bool {
    copied.append(text)
    return true
  }

  package func nextEvent(until deadline: ContinuousClock.Instant?) -> Event {
    let event = upcomingEvent(until: deadline)
    eventCount += 1
    ticksInARow = event == .tick ? ticksInARow + 1 : 0
    return event
  }

  private func upcomingEvent(until deadline: ContinuousClock.Instant?) -> Event {
    while true {
      if !queue.isEmpty { return queue.removeFirst() }
      if waker.pendingWork > 0 || waker.isRung {
        waitForRing()
        if waker.answer() { return .wake }
        continue
      }
      if let tick = tickBeforeIdle(deadline) { return tick }
      if isRestless { return .signal(.hangup) }
      guard let step = steps.popFirst() else { return .signal(.hangup) }
      perform(step)
    }
  }

  /// Lets time pass as far as the script asked, or to a deadline that is near.
  private func tickBeforeIdle(_ deadline: ContinuousClock.Instant?) -> Event? {
    if let end = deadlineOfAdvance {
      if let deadline, deadline <= end {
        now = max(now, deadline)
        return .tick
      }
      now = end
      deadlineOfAdvance = nil
      return nil
    }
    guard let deadline, deadline - now <= Self.nearDeadline else { return nil }
    if ticksInARow >= Self.tickLimit {
      isRestless = true
      return nil
    }
    now = max(now, deadline)
    return .tick
  }

  private func perform(_ step: MemoryTerminalStep) {
    switch step {
    case .events(let events):
      queue.append(contentsOf: events)
    case .resize(let size):
      self.size = size
      queue.append(.resize(size))
    case .advance(let duration):
      deadlineOfAdvance = now + duration
    case .check(let body):
      body(self)
    }
  }

  private func waitForRing() {
    var entry = pollfd(fd: waker.descriptor, events: Int16(POLLIN), revents: 0)
    _ = poll(&entry, 1, -1)
  }
}
