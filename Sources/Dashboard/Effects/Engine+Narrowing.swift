import Community
import Loyalty
import Screen

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

extension NarrowedAnswers: EngineAnswer {
  func supersedes(_ earlier: NarrowedAnswers) -> Bool { true }
  func apply(to state: inout DashboardState) { state.receive(self) }
}

extension Engine {
  /// Whose answers are wanted besides everybody's.
  struct Narrowing: Sendable {
    var generation: Int
    var filter: MemberFilter
  }
}

/// Whose answers are to be counted apart from now on.
private struct AnswerNarrowing: EngineRequest {
  /// Nil for nobody's.
  var narrowing: Engine.Narrowing?

  func submit(to engine: Engine) {
    engine.narrowed.withLock { $0.answers = narrowing }
    engine.narrowings.want(narrowing?.generation ?? -1)
    if narrowing != nil { engine.figureEvents.submit(.narrowing) }
  }
}

extension Effect {
  /// Has the answers of some members counted apart from now on; nil for nobody's.
  static func narrowAnswers(_ narrowing: Engine.Narrowing?) -> Effect {
    .request(AnswerNarrowing(narrowing: narrowing))
  }
}

extension Lane<NarrowingRequest> {
  /// Counts the answers of some members. Where data keep coming, half the time is others'.
  static func narrowings(_ waker: Waker) -> Lane {
    Lane(
      "narrowed answers", waker, keeping: .newest, rest: Rest(share: 1, longest: .milliseconds(500))
    ) { engine in
      { request in engine.count(request) }
    }
  }
}

extension Engine {
  fileprivate func count(_ request: NarrowingRequest) {
    let computation = narrowings.computation(request.generation)
    guard !computation.isCancelled(),
      let marks = request.roster.marks(request.filter, isCancelled: computation.isCancelled)
    else { return }
    let figures = request.tally.narrowed(to: marks, on: computation)
    post(
      .answer(
        NarrowedAnswers(generation: request.generation, reading: request.reading, figures: figures)))
  }
}
