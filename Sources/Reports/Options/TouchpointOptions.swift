import ArgumentParser
import Community
import Loyalty

/// Which rule of the calendar, and on which day.
package struct TouchpointOptions: ReportOptions {
  @Option(
    help: ArgumentHelp("Who is due by this rule, and who is left out and why.", valueName: "id"))
  package var rule: String?

  @Option(
    help: ArgumentHelp(
      "The day of --rule; without it, today. Of a day that is over it's told as of its end, of a day to come as far as is known now.",
      valueName: "date"),
    transform: Day.init(argument:))
  package var on: Day?

  package init() {}

  package var firstGiven: String? { rule != nil ? "--rule" : on != nil ? "--on" : nil }

  package func validate() throws {
    if on != nil, rule == nil { throw ValidationError("--on needs --rule.") }
  }

  package func check(in reading: FolderReading) throws {
    _ = try place(in: reading)
    _ = try daysAhead(in: reading)
  }

  /// Where the rule stands in the programme, nil without one.
  func place(in reading: FolderReading) throws -> Int? {
    guard let rule else { return nil }
    let rules = reading.snapshot.community.program.touchpoints.rules.map(\.id)
    if let place = rules.firstIndex(of: rule) { return place }
    let hint = Spelling.nearest(to: rule, in: rules).map { "Did you mean '\($0)'?" }
    throw ValidationError(
      "The programme has no rule '\(rule)'. \(hint ?? "Rules: \(rules.joined(separator: ", ")).")")
  }

  /// Days from today to the day of the rule; below 0 for a day that is over.
  func daysAhead(in reading: FolderReading) throws -> Int {
    guard let on else { return 0 }
    let ahead = on.days(since: reading.moment.today)
    if ahead > 366 { throw ValidationError("--on: \(on) lies more than a year ahead.") }
    return ahead
  }
}
