import ArgumentParser
import Community
import Dashboard
import Loyalty
import Reports
import Texts

/// Which rule of the calendar, and on which day.
struct TouchpointArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp("Who is due by this rule, and who is left out and why.", valueName: "id"))
  var rule: String?

  @Option(
    help: ArgumentHelp(
      "The day of --rule; without it, today. Of a day that is over it's told as of its end, of a day to come as far as is known now.",
      valueName: "date"),
    transform: Day.init(argument:))
  var on: Day?

  var firstGiven: String? { rule != nil ? "--rule" : on != nil ? "--on" : nil }

  func validate() throws {
    if on != nil, rule == nil { throw ValidationError("--on needs --rule.") }
  }

  func write(_ reading: FolderReading, _ format: ReportFormat, _ language: Language) throws {
    var reading = reading
    guard let rule else {
      reading.measure()
      try TouchpointsReport(roster: reading.roster, language: language)?.write(
        format, to: StandardOutput.write)
      return
    }
    let rules = reading.snapshot.community.program.touchpoints.rules.map(\.id)
    guard let place = rules.firstIndex(of: rule) else {
      let hint = Spelling.nearest(to: rule, in: rules).map { "Did you mean '\($0)'?" }
      throw ValidationError(
        "The programme has no rule '\(rule)'. \(hint ?? "Rules: \(rules.joined(separator: ", ")).")")
    }
    let day = on ?? reading.moment.today
    let ahead = day.days(since: reading.moment.today)
    if ahead > 366 { throw ValidationError("--on: \(day) lies more than a year ahead.") }
    if ahead < 0 { reading = reading.asOf(endOf: day) }
    reading.measure()
    let calendar = TouchpointCalendar(
      onAllCores: reading.roster, ahead: max(0, ahead) + TouchpointCalendar.previewDays)
    guard let calendar, calendar.rules.indices.contains(place) else { return }
    let report = TouchpointPreviewReport(
      roster: reading.roster, calendar: calendar, place: place, day: day, language: language)
    try report.write(format, to: StandardOutput.write)
  }
}
