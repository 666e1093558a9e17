import Community
import Glibc
import Loyalty
import Reports

/// Answers to be counted of the members alone that a filter finds.
struct NarrowingRequest: Sendable {
  /// Of the filter; a later filter has another.
  var generation: Int
  var filter: MemberFilter
  var tally: SatisfactionTally
  var roster: Roster
  var reading: Int
}

/// What the members that a filter finds say.
struct NarrowedAnswers: Sendable {
  var generation: Int
  var reading: Int
  var figures: SatisfactionFigures
}

extension Engine {
  /// Whose answers are wanted besides everybody's.
  struct Narrowing: Sendable {
    var generation: Int
    var filter: MemberFilter
  }

  /// Has answers counted, in place of a request that still waits.
  func narrow(_ request: NarrowingRequest) {
    waker.workBegan()
    for _ in 0..<narrowings.replace(with: request) { waker.workEnded() }
  }

  /// Counts the answers of some members until the engine stops.
  func narrowingLoop() {
    while let request = narrowings.next() {
      let start = ContinuousClock.now
      let isOutdated: @Sendable () -> Bool = { [self] in
        narrowing.withLock { $0?.generation } != request.generation
      }
      if !isOutdated(), let marks = request.roster.marks(request.filter, isCancelled: isOutdated) {
        let cores = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
        let figures = request.tally.narrowed(to: marks, workers: cores, perform: onThreads)
        post(
          .narrowed(
            NarrowedAnswers(generation: request.generation, reading: request.reading, figures: figures)))
      }
      waker.workEnded()
      // Where data keep coming, half the time is others'.
      narrowings.sleep(until: .now + min(.milliseconds(500), ContinuousClock.now - start))
    }
  }
}
