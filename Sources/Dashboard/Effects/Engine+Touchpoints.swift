import Community
import Loyalty

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

extension Outcome {
  static func touchpoints(_ figures: TouchpointFigures, reading: Int) -> Outcome {
    .answer(NarrowedTouchpoints(figures: figures, reading: reading))
  }
}
