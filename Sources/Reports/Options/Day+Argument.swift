import ArgumentParser
import Community

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
