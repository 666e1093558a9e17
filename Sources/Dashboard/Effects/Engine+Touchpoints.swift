import Community
import Loyalty
import Screen

/// Lists of touchpoints as they are narrowed, apart from the state of the folder that they are of.
private struct NarrowedTouchpoints: EngineAnswer {
  var figures: TouchpointFigures
  var reading: Int

  func supersedes(_ earlier: NarrowedTouchpoints) -> Bool { true }

  func apply(to state: inout DashboardState) {
    if state.data.shown?.reading == reading {
      state.data.shown?.touchpoints = figures
      state.refreshTouchpoints()
    } else if state.data.next?.reading == reading {
      state.data.next?.touchpoints = figures
    }
  }
}

/// Whom the lists of touchpoints show from now on.
private struct TouchpointNarrowing: EngineRequest {
  var filter: MemberFilter
  var order: MemberOrder?
  var narrowing: Int

  func submit(to engine: Engine) {
    engine.narrowed.withLock { $0.touchpoints = (filter, order, narrowing) }
    engine.figureEvents.submit(.touchpointFilter)
  }
}

extension Effect {
  /// Shows of the lists of touchpoints only whom a filter lets pass, in an order.
  static func narrowTouchpoints(_ filter: MemberFilter, order: MemberOrder?, narrowing: Int) -> Effect {
    .request(TouchpointNarrowing(filter: filter, order: order, narrowing: narrowing))
  }
}

/// The lists of touchpoints to be made of a state of the folder.
struct TouchpointListRequest: Sendable {
  var roster: Roster
  var reading: Int
  /// Of the folder's state.
  var generation: Int
}

/// Lists of touchpoints on their way to the figures.
struct TouchpointDelivery: Sendable {
  var figures: TouchpointFigures
  var reading: Int
  /// Of the folder's state.
  var generation: Int
  /// How long making them took.
  var duration: Duration
}

extension Lane<TouchpointListRequest> {
  /// Makes the lists where that takes long. Where data keep coming, most of the time is others'.
  static func touchpointLists(_ waker: Waker) -> Lane {
    Lane(
      "lists of touchpoints", waker, keeping: .newest, rest: Rest(share: 10, longest: .milliseconds(500))
    ) { engine in
      { request in
        let start = ContinuousClock.now
        guard let figures = engine.touchpointLists(of: request.roster) else { return }
        engine.figureEvents.submit(
          .touchpoints(
            TouchpointDelivery(
              figures: figures, reading: request.reading, generation: request.generation,
              duration: .now - start)))
      }
    }
  }
}

extension Engine {
  /// The lists of touchpoints as they are narrowed just now; nil while the measures have no calendar.
  func touchpointLists(of roster: Roster) -> TouchpointFigures? {
    let (filter, order, narrowing) = narrowed.withLock { $0.touchpoints }
    return TouchpointFigures(roster, filter: filter, order: order, narrowing: narrowing)
  }
}

extension Outcome {
  static func touchpoints(_ figures: TouchpointFigures, reading: Int) -> Outcome {
    .answer(NarrowedTouchpoints(figures: figures, reading: reading))
  }
}
