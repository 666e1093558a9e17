import ArgumentParser
import Community
import Dashboard
import Loyalty
import Reports

/// Which model of purchases, fitted to what, and asked about how long a time.
struct PurchaseArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "bg_nbd (as without it) or mbg_nbd, in which whoever bought once may have dropped out.",
      valueName: "name"),
    transform: { try named($0, among: PurchaseModel.Kind.allCases, what: "model") })
  var model: PurchaseModel.Kind?

  @Option(
    help: ArgumentHelp(
      "The last day that the model is fitted to; what follows is its hold-out. Without it, today, and a second fit foretells the last quarter.",
      valueName: "date"),
    transform: Day.init(argument:))
  var calibrationEnd: Day?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The time for expected orders, in weeks; without it, a year of 365 days.", valueName: "weeks"))
  var horizonWeeks: Double?

  var firstGiven: String? {
    if model != nil { return "--model" }
    if calibrationEnd != nil { return "--calibration-end" }
    return horizonWeeks == nil ? nil : "--horizon-weeks"
  }

  /// A century.
  private static let longestHorizon = 5218.0

  func validate() throws {
    if let horizonWeeks, !(horizonWeeks > 0 && horizonWeeks <= PurchaseArguments.longestHorizon) {
      throw ValidationError("--horizon-weeks takes a number above 0 and up to 5218, not \(horizonWeeks).")
    }
  }

  func question(until today: Day) throws -> CLVReport.Question {
    if let calibrationEnd, calibrationEnd > today {
      throw ValidationError(
        "--calibration-end: \(calibrationEnd) lies after \(today), the day that counts as today.")
    }
    return CLVReport.Question(
      kind: model ?? .bgNBD, calibrationEnd: calibrationEnd,
      horizonWeeks: horizonWeeks ?? CLVReport.Question.yearWeeks)
  }
}

extension Day {
  /// A day as `YYYY-MM-DD`.
  init(argument: String) throws {
    let parts = argument.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard argument.utf8.count == 10, parts.count == 3, let year = parts[0], let month = parts[1],
      let day = parts[2], let value = Day(year: year, month: month, day: day)
    else { throw ValidationError("'\(argument)' is no day; give one such as 2026-03-01.") }
    self = value
  }
}
