import Community
import Loyalty
import Screen

/// Drivers to be worked out.
struct DriversRequest: Sendable {
  var generation: Int
  var data: DashboardData
  var outcome: DriverOutcome
}

/// Drivers as far as they have settled.
struct DriversAnswer: Sendable {
  var generation: Int
  var figures: DriverFigures
}

extension DriversRequest: EngineRequest {
  func submit(to engine: Engine) { engine.drivers.submit(self, generation: generation) }
}

extension DriversAnswer: EngineAnswer {
  func supersedes(_ earlier: DriversAnswer) -> Bool { generation >= earlier.generation }
  func apply(to state: inout DashboardState) { state.receive(self) }
}

extension Effect {
  static func drivers(_ request: DriversRequest) -> Effect { .request(request) }
  static let cancelDrivers = Effect.request(Cancellation { $0.drivers })
}

extension Lane<DriversRequest> {
  /// Works out drivers.
  static func drivers(_ waker: Waker) -> Lane {
    Lane("drivers", waker, keeping: .newest, isYielding: true) { engine in
      { request in engine.workOut(request) }
    }
  }
}

extension Engine {
  /// Posts the shares as soon as they are known, and again as their intervals settle.
  fileprivate func workOut(_ request: DriversRequest) {
    let computation = drivers.computation(request.generation)
    let community = request.data.community
    let rules = community.program.satisfaction
    let data = DriverData(
      community: community, moment: request.data.roster.moment, outcome: request.outcome,
      isCancelled: computation.isCancelled)
    guard let data else { return }
    let figures = DriverFigures(
      data, draws: rules.draws, seed: UInt64(rules.seed), batch: 50, on: computation
    ) { figures in
      guard !computation.isCancelled() else { return }
      post(.answer(DriversAnswer(generation: request.generation, figures: figures)))
    }
    // Where there is nothing to draw, nothing has settled yet.
    if let figures { post(.answer(DriversAnswer(generation: request.generation, figures: figures))) }
  }
}
