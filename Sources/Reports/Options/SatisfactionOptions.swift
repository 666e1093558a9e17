import ArgumentParser
import Loyalty

/// Over which window, and by what answers are told apart.
package struct SatisfactionOptions: ReportOptions {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The window in days; without it, the programme's.", valueName: "days"))
  package var window: Int?

  @Option(
    help: ArgumentHelp(
      "tier, stage, survey_stage, channel, store, region, host or week.", valueName: "group"),
    transform: { try named($0, among: NPSReport.Grouping.allCases, what: "group") })
  package var by: NPSReport.Grouping?

  package init() {}

  package var firstGiven: String? {
    if window != nil { return "--window" }
    return by == nil ? nil : "--by"
  }

  package func validate() throws {
    if let window, !(1...3650).contains(window) {
      throw ValidationError("--window takes a whole number of days from 1 to 3650, not \(window).")
    }
  }
}
