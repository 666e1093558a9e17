import Community
import Glibc
import Loyalty
import Reports

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

extension Engine {
  /// Works out drivers until the engine stops; the newest request takes the place of those before.
  func driverLoop() {
    while let request = drivers.next() {
      workOut(request)
      waker.workEnded()
    }
  }

  /// Posts the shares as soon as they are known, and again as their intervals settle.
  private func workOut(_ request: DriversRequest) {
    let isCancelled: @Sendable () -> Bool = { [self] in
      newestDrivers.load(ordering: .relaxed) != request.generation
    }
    let community = request.data.community
    let rules = community.program.satisfaction
    let data = DriverData(
      community: community, moment: request.data.roster.moment, outcome: request.outcome,
      isCancelled: isCancelled)
    guard let data else { return }
    let figures = DriverFigures(
      data, draws: rules.draws, seed: UInt64(rules.seed), batch: 50,
      workers: max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))), perform: onThreads,
      isCancelled: isCancelled
    ) { figures in
      if !isCancelled() { post(.drivers(DriversAnswer(generation: request.generation, figures: figures))) }
    }
    // Where there is nothing to draw, nothing has settled yet.
    if let figures { post(.drivers(DriversAnswer(generation: request.generation, figures: figures))) }
  }
}
