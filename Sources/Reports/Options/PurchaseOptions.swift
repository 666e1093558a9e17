import ArgumentParser
import Community
import Loyalty

/// Which model of purchases, fitted to what, and asked about how long a time.
package struct PurchaseOptions: ReportOptions {
  @Option(
    help: ArgumentHelp(
      "mbg_nbd (as without it, and as in the columns p_alive and clv) or bg_nbd, in which a member who bought once still buys for sure.",
      valueName: "name"),
    transform: { try named($0, among: PurchaseModel.Kind.allCases, what: "model") })
  package var model: PurchaseModel.Kind?

  @Option(
    help: ArgumentHelp(
      "The last day that the model is fitted to; what follows is its hold-out. Without it, today, and a second fit foretells the last quarter.",
      valueName: "date"),
    transform: Day.init(argument:))
  package var calibrationEnd: Day?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The time for expected orders, in weeks; without it, a year of 365 days.", valueName: "weeks"))
  package var horizonWeeks: Double?

  package var firstGiven: String? {
    if model != nil { return "--model" }
    if calibrationEnd != nil { return "--calibration-end" }
    return horizonWeeks == nil ? nil : "--horizon-weeks"
  }

  package init() {}

  /// A century.
  private static let longestHorizon = 5218.0

  package func validate() throws {
    if let horizonWeeks, !(horizonWeeks > 0 && horizonWeeks <= PurchaseOptions.longestHorizon) {
      throw ValidationError("--horizon-weeks takes a number above 0 and up to 5218, not \(horizonWeeks).")
    }
  }

  func question(until today: Day) throws -> CLVReport.Question {
    if let calibrationEnd, calibrationEnd > today {
      throw ValidationError(
        "--calibration-end: \(calibrationEnd) lies after \(today), the day that counts as today.")
    }
    return CLVReport.Question(
      kind: model ?? .mbgNBD, calibrationEnd: calibrationEnd,
      horizonWeeks: horizonWeeks ?? CLVReport.Question.yearWeeks)
  }
}
