import Community
import Feeds
import Loyalty
import Reports

extension DashboardState {
  /// Has the drivers worked out, unless what is shown is of this state of the folder. The ones shown stay meanwhile.
  mutating func askForDrivers() {
    guard let shown = data.shown else { return }
    if let drivers = nps.drivers, drivers.outcome == nps.outcome, !drivers.isOutdated {
      if drivers.isRunning || drivers.dataGeneration == shown.generation, !drivers.isStopped { return }
    }
    nps.driversGeneration += 1
    var next = DriversState(
      outcome: nps.outcome, generation: nps.driversGeneration, dataGeneration: shown.generation)
    next.askedAt = clock
    next.records = shown.community.records(behind: nps.outcome)
    if nps.drivers?.outcome == nps.outcome { next.figures = nps.drivers?.figures }
    nps.drivers = next
    effects.append(
      .drivers(DriversRequest(generation: nps.driversGeneration, data: shown, outcome: nps.outcome)))
  }

  /// Works the drivers out here and now.
  mutating func settleDrivers() {
    guard let shown = data.shown else { return }
    let rules = shown.program.satisfaction
    guard
      let rows = DriverData(
        community: shown.community, moment: shown.roster.moment, outcome: nps.outcome),
      let figures = DriverFigures(
        rows, draws: rules.draws, seed: UInt64(rules.seed), on: .allCores)
    else { return }
    var drivers = DriversState(outcome: nps.outcome, generation: 0, dataGeneration: shown.generation)
    drivers.figures = figures
    drivers.isRunning = false
    drivers.askedAt = clock
    drivers.records = shown.community.records(behind: nps.outcome)
    nps.drivers = drivers
  }

  /// Records that came since the drivers on the screen were asked for and could change them.
  var recordsSinceDrivers: Int {
    guard let drivers = nps.drivers, drivers.figures != nil, !drivers.isOutdated, let shown = data.shown
    else { return 0 }
    return max(0, shown.community.records(behind: drivers.outcome) - drivers.records)
  }

  mutating func turnOutcome() {
    nps.outcome = nps.outcome == .nps ? .repurchase : .nps
    askForDrivers()
  }

  mutating func receive(_ answer: DriversAnswer) {
    guard answer.generation == nps.drivers?.generation else { return }
    nps.drivers?.figures = answer.figures
    if answer.figures.isSettled { nps.drivers?.isRunning = false }
  }

  /// Stops what is being worked out; false where nothing is.
  mutating func stopDrivers() -> Bool {
    guard npsSection == .drivers, nps.drivers?.isRunning == true else { return false }
    effects.append(.cancelDrivers)
    nps.drivers?.isRunning = false
    nps.drivers?.isStopped = true
    let generation = nps.driversGeneration + 1
    nps.driversGeneration = generation
    nps.drivers?.generation = generation
    return true
  }
}

extension Community {
  /// How many records there are that drivers of an outcome are made of.
  fileprivate func records(behind outcome: DriverOutcome) -> Int {
    self[.surveys].count + (outcome == .repurchase ? self[.orders].count : 0)
  }
}
