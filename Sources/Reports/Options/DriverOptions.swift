import ArgumentParser
import Loyalty

/// What the drivers are to account for.
package struct DriverOptions: ReportOptions {
  @Option(
    help: ArgumentHelp("nps (as without it) or repurchase.", valueName: "outcome"),
    transform: { try named($0, among: DriverOutcome.allCases, what: "outcome") })
  package var outcome: DriverOutcome?

  package init() {}

  package var firstGiven: String? { outcome == nil ? nil : "--outcome" }
}
