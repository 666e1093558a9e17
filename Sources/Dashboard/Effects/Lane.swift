import Community
import Feeds
import Screen
import Synchronization

/// A thread of the engine with the requests that wait for it.
///
/// Requests that may be given up carry a generation, and the lane knows which one is wanted: what runs for another gives
/// up soon. A request counts as work, for which the waker waits, until it was answered or dropped.
final class Lane<Request: Sendable>: Sendable {
  /// What becomes of requests that still wait when another comes.
  enum Keeping: Sendable {
    /// The newest takes the place of all before.
    case newest
    /// They are answered one after the other.
    case all
    /// All that wait are answered at once.
    case together
  }

  /// How long the lane rests after an answer, so that where data keep coming others get their part of the cores.
  struct Rest: Sendable {
    /// In times of what the answer took.
    var share: Int
    var longest: Duration
  }

  /// Answers requests, all that are answered at once; called on the lane's thread.
  typealias AnswerTogether = ([Request]) -> Void

  private struct Waiting: Sendable {
    var request: Request
    var isCounted: Bool
  }

  let name: String
  private let keeping: Keeping
  private let isYielding: Bool
  private let rest: Rest?
  private let waker: Waker
  private let makeAnswer: @Sendable (Engine) -> AnswerTogether
  private let queue = WaitingQueue<Waiting>()
  private let wanted = Atomic<Int>(0)
  /// Has an element once the thread has ended.
  private let ended = WaitingQueue<Bool>()

  /// - Parameters:
  ///   - isYielding: whether it leaves the cores to all others where these are short.
  ///   - makeAnswer: called on the lane's thread as it starts; what it gives may keep what answers have in common.
  convenience init(
    _ name: String, _ waker: Waker, keeping: Keeping, isYielding: Bool = false, rest: Rest? = nil,
    makeAnswer: @escaping @Sendable (Engine) -> (Request) -> Void
  ) {
    self.init(
      name, waker, keeping: keeping, isYielding: isYielding, rest: rest,
      together: { engine in
        let answer = makeAnswer(engine)
        return { requests in for request in requests { answer(request) } }
      })
  }

  /// A lane that answers all that wait at once.
  convenience init(
    _ name: String, _ waker: Waker, rest: Rest? = nil,
    together makeAnswer: @escaping @Sendable (Engine) -> AnswerTogether
  ) {
    self.init(name, waker, keeping: .together, isYielding: false, rest: rest, together: makeAnswer)
  }

  private init(
    _ name: String, _ waker: Waker, keeping: Keeping, isYielding: Bool, rest: Rest?,
    together makeAnswer: @escaping @Sendable (Engine) -> AnswerTogether
  ) {
    self.name = name
    self.waker = waker
    self.keeping = keeping
    self.isYielding = isYielding
    self.rest = rest
    self.makeAnswer = makeAnswer
  }

  // MARK: Requests

  /// Has a request answered; returns at once.
  ///
  /// - Parameters:
  ///   - generation: what is wanted from now on; nil where that stays.
  ///   - isCounted: whether it counts as work.
  func submit(_ request: Request, generation: Int? = nil, isCounted: Bool = true) {
    if let generation { want(generation) }
    if isCounted { waker.workBegan() }
    let waiting = Waiting(request: request, isCounted: isCounted)
    if keeping == .newest {
      for dropped in queue.replace(with: waiting) where dropped.isCounted { waker.workEnded() }
    } else {
      queue.append(waiting)
    }
  }

  /// Says which generation is wanted: what runs for another gives up.
  func want(_ generation: Int) { wanted.store(generation, ordering: .relaxed) }

  func cancel() { want(-1) }

  func isOutdated(_ generation: Int) -> Bool { wanted.load(ordering: .relaxed) != generation }

  /// On all cores, until another generation is wanted.
  func computation(_ generation: Int) -> Computation {
    Computation.allCores.cancelled { [self] in isOutdated(generation) }
  }

  /// Waits until a moment, or until there's another request.
  func waitForRequest(until end: ContinuousClock.Instant) { _ = queue.waitForElement(until: end) }
}

/// A lane, whatever its requests.
protocol EngineLane: Sendable {
  var name: String { get }
  /// Starts its thread.
  func start(_ engine: Engine)
  /// Gives up what runs.
  func cancel()
  /// Gives up what runs and takes no more requests; its thread ends after those that wait.
  func close()
  /// Waits until its thread has ended, or a moment.
  func waitForEnd(until end: ContinuousClock.Instant)
}

extension Lane: EngineLane {
  func start(_ engine: Engine) {
    startThread(isYielding: isYielding) { [self] in
      defer { ended.append(true) }
      let answer = makeAnswer(engine)
      while true {
        let batch: [Waiting] = keeping == .together ? queue.nextBatch() : queue.next().map { [$0] } ?? []
        if batch.isEmpty { return }
        let start = ContinuousClock.now
        answer(batch.map(\.request))
        for waiting in batch where waiting.isCounted { waker.workEnded() }
        if let rest {
          queue.sleep(until: .now + min(rest.longest, (ContinuousClock.now - start) * rest.share))
        }
      }
    }
  }

  func close() {
    cancel()
    queue.close()
  }

  func waitForEnd(until end: ContinuousClock.Instant) { _ = ended.waitForElement(until: end) }
}
