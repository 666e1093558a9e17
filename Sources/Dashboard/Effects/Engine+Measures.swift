import Community
import Feeds
import Loyalty
import Screen

/// A roster whose measures are to be computed, or to follow what was appended.
struct MeasuresRequest: Sendable {
  enum Task: Sendable {
    case computeAll
    /// Takes up what was appended for these members, who are too many for the thread that keeps the figures.
    case follow([Member.Index])
  }

  var task: Task
  /// Where measures follow, with those so far.
  var roster: Roster
  var reading: Int
  /// Of the folder's state.
  var generation: Int
}

/// Measures on their way to the figures.
struct MeasuresDelivery: Sendable {
  var measures: MemberMeasures
  /// The board of recalls made of them, if it has been.
  var board: RecallBoard?
  var reading: Int
  var generation: Int
  /// Whether they were computed for all members, or only follow what was appended.
  var isOfAll: Bool
  /// Whether that's all that was asked for.
  var isWhole: Bool
}

extension Lane<MeasuresRequest> {
  /// Computes measures. What runs is given up for a new reading only, so that data that keep coming don't keep it from
  /// ending; and where they keep coming, most of the time is others'.
  static func measures(_ waker: Waker) -> Lane {
    Lane(
      "measures", waker, keeping: .newest, isYielding: true, rest: Rest(share: 3, longest: .seconds(5))
    ) { engine in
      var computer = MeasuresComputer(engine: engine)
      return { request in computer.answer(request) }
    }
  }
}

/// Runs the stages of the measures.
private struct MeasuresComputer {
  unowned let engine: Engine
  private var measuredReading = 0
  /// The last whole measures of the reading.
  private var last: MemberMeasures?

  init(engine: Engine) { self.engine = engine }

  mutating func answer(_ request: MeasuresRequest) {
    switch request.task {
    case .computeAll: computeAll(request)
    case .follow(let members):
      let roster = request.roster.following(members, stages: engine.surroundings.measuring.stages)
      if let measures = roster.measures { deliver(measures, nil, request, isWhole: true) }
    }
  }

  /// At first each stage is shown as it's known; later the earlier values stay until there are newer ones.
  private mutating func computeAll(_ request: MeasuresRequest) {
    let computation = engine.measures.computation(request.reading)
    let roster = request.roster
    let first = MemberMeasures(community: roster.community, figures: roster.figures, on: computation)
    guard let first else { return }
    if measuredReading != request.reading { last = nil }
    measuredReading = request.reading
    let whole = first.adding(
      engine.surroundings.measuring.stages, roster, earlier: last, manager: engine.surroundings.manager,
      on: computation
    ) { measures, board, isWhole in deliver(measures, board, request, isWhole: isWhole) }
    if let whole { last = whole }
  }

  private func deliver(
    _ measures: MemberMeasures, _ board: RecallBoard?, _ request: MeasuresRequest, isWhole: Bool
  ) {
    let isOfAll = if case .computeAll = request.task { true } else { false }
    engine.figureEvents.submit(
      .measures(
        MeasuresDelivery(
          measures: measures, board: board, reading: request.reading, generation: request.generation,
          isOfAll: isOfAll, isWhole: isWhole)))
  }
}
