import ArgumentParser
import Dashboard
import Loyalty
import Reports

/// Over which window, and by what answers are told apart.
struct SatisfactionArguments: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The window in days; without it, the programme's.", valueName: "days"))
  var window: Int?

  @Option(
    help: ArgumentHelp(
      "tier, stage, survey_stage, channel, store, region, host or week.", valueName: "group"),
    transform: { try named($0, among: NPSReport.Grouping.allCases, what: "group") })
  var by: NPSReport.Grouping?

  var firstGiven: String? {
    if window != nil { return "--window" }
    return by == nil ? nil : "--by"
  }

  func validate() throws {
    if let window, !(1...3650).contains(window) {
      throw ValidationError("--window takes a whole number of days from 1 to 3650, not \(window).")
    }
  }
}

/// What the drivers are to account for.
struct DriverArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp("nps (as without it) or repurchase.", valueName: "outcome"),
    transform: { try named($0, among: DriverOutcome.allCases, what: "outcome") })
  var outcome: DriverOutcome?

  var firstGiven: String? { outcome == nil ? nil : "--outcome" }
}
