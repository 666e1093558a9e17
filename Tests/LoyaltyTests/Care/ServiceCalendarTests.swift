import Bytes
import Community
import Testing

@testable import Loyalty

/// When so much time of service has gone by. Golden cases of service-level agreements, among them those of the test suite of
/// Chatwoot.
@Suite struct ServiceCalendarTests {
  static let shanghai = Zone(identifier: "+08:00", offset: 8 * 3600)
  /// Daylight saving from 8 March to 1 November 2026.
  static let newYork = Zone(
    identifier: "America/New_York", initialOffset: -5 * 3600,
    transitions: [(1_772_953_200, -4 * 3600), (1_793_512_800, -5 * 3600)])
  static let week = ["mon-fri 09:00-12:00", "mon-fri 13:30-18:00"]

  private func instant(_ text: String, _ zone: Zone) throws -> Instant {
    try text.withBytes { try Instant.parse($0, zone: zone) }
  }

  private func calendar(
    _ hours: [String], off: [String] = [], work: [String] = [], _ zone: Zone
  ) -> ServiceCalendar {
    var rules = Program().service
    rules.hours = hours.compactMap { ServiceBlock($0) }
    #expect(rules.hours.count == hours.count)
    rules.daysOff = off.compactMap { Day($0) }
    rules.workDays = work.compactMap { Day($0) }
    return ServiceCalendar(rules, zone: zone)
  }

  private func due(
    _ start: String, minutes: Int64, _ calendar: ServiceCalendar, _ zone: Zone
  ) throws -> String {
    let due = calendar.instant(minutes * 60_000, after: try instant(start, zone).rawValue)
    return zone.string(from: Instant(rawValue: due))
  }

  private func expect(
    _ start: String, _ minutes: Int64, _ end: String, _ calendar: ServiceCalendar, _ zone: Zone
  ) throws {
    let expected = zone.string(from: try instant(end, zone))
    #expect(try due(start, minutes: minutes, calendar, zone) == expected, "\(start) + \(minutes) min")
  }

  @Test func hoursOfAWeek() throws {
    let calendar = calendar(Self.week, Self.shanghai)
    for (start, minutes, end) in [
      ("2026-03-04T11:30", 120, "2026-03-04T15:00"), ("2026-03-04T12:30", 30, "2026-03-04T14:00"),
      ("2026-03-06T17:00", 720, "2026-03-10T14:00"), ("2026-03-06T17:00", 576, "2026-03-10T10:06"),
      ("2026-03-06T16:00", 120, "2026-03-06T18:00"), ("2026-03-06T18:00", 30, "2026-03-09T09:30"),
    ] as [(String, Int64, String)] {
      try expect(start, minutes, end, calendar, Self.shanghai)
    }
    let utc = self.calendar(["mon-fri 09:00-17:00"], .utc)
    try expect("2024-01-15T16:00", 600, "2024-01-17T10:00", utc, .utc)
  }

  @Test func aMakeUpDayBeatsADayOffAndThatTheWeekday() throws {
    let holidays = (1...8).map { "2025-10-0\($0)" }
    let calendar = calendar(Self.week, off: holidays, work: ["2025-09-28", "2025-10-11"], Self.shanghai)
    try expect("2025-09-30T17:00", 720, "2025-10-10T14:00", calendar, Self.shanghai)
    try expect("2025-09-27T10:00", 120, "2025-09-28T11:00", calendar, Self.shanghai)
    try expect("2025-10-10T17:00", 480, "2025-10-11T17:30", calendar, Self.shanghai)
  }

  @Test func clocksThatChangeMakeHoursLongerOrShorter() throws {
    let always = calendar(["mon-sun 00:00-24:00"], Self.newYork)
    try expect("2026-03-07T20:00", 720, "2026-03-08T09:00", always, Self.newYork)
    try expect("2026-10-31T20:00", 720, "2026-11-01T07:00", always, Self.newYork)
    let nights = calendar(["mon-sun 22:00-06:00"], Self.newYork)
    try expect("2026-06-03T23:00", 540, "2026-06-05T00:00", nights, Self.newYork)
    // The night lasts seven hours, or nine.
    try expect("2026-03-07T22:00", 420, "2026-03-08T06:00", nights, Self.newYork)
    try expect("2026-10-31T22:00", 540, "2026-11-01T06:00", nights, Self.newYork)
    let sundays = calendar(["sun 01:00-05:00"], Self.newYork)
    try expect("2026-03-08T00:00", 180, "2026-03-08T05:00", sundays, Self.newYork)
    try expect("2026-11-01T00:00", 300, "2026-11-01T05:00", sundays, Self.newYork)
    // Where no hours are set, the wall clock runs.
    let none = calendar([], Self.newYork)
    try expect("2026-03-08T01:30", 120, "2026-03-08T04:30", none, Self.newYork)
    #expect(none.isAroundTheClock)
  }

  @Test func aCalendarThatIsAlwaysOffHasNoEnd() {
    let days = (0..<20_000).map { Day(rawValue: 20_000 + $0) }
    var rules = Program().service
    rules.hours = Self.week.compactMap { ServiceBlock($0) }
    rules.daysOff = days
    let calendar = ServiceCalendar(rules, zone: .utc)
    #expect(calendar.instant(1, after: Int64(20_010) * 86_400_000) == .max)
  }

  @Test(arguments: Self.week + ["sat 10:00-16:00", "mon-sun 22:00-06:00", "mon-sun 00:00-24:00"])
  func blocksAreWrittenAsTheyAreRead(_ text: String) {
    #expect(ServiceBlock(text)?.description == text)
  }

  @Test(arguments: [
    "mon", "mon 9:00-12:00", "fri-mon 09:00-12:00", "day 09:00-12:00", "mon 09:00-25:00", "mon 09:00-09:00",
  ])
  func otherTextsAreNoBlocks(_ text: String) { #expect(ServiceBlock(text) == nil) }
}

/// One verdict for the account and for whoever cares.
@Suite struct ComplaintLimitsTests {
  private static let hour: Int64 = 3_600_000

  @Test func theFirstLevelRunsByTheWallClockAndTheOthersByService() {
    var program = Program()
    program.service.hours = ServiceCalendarTests.week.compactMap { ServiceBlock($0) }
    let zone = ServiceCalendarTests.shanghai
    let limits = ComplaintLimits(program, zone: zone)
    // Friday, 6 March 2026, 17:00.
    let told = zone.instant(of: Day(rawValue: 20_518), second: 17 * 3600).rawValue
    #expect(limits.due(level: 1, told: told) == told + 2 * Self.hour)
    // One hour on Friday, seven and a half on Monday, three and a half on Tuesday.
    let tuesday = zone.instant(of: Day(rawValue: 20_522), second: 14 * 3600).rawValue
    #expect(limits.due(level: 2, told: told) == tuesday)
    #expect(limits.isInTime(level: 2, told: told, resolved: tuesday))
    #expect(!limits.isInTime(level: 2, told: told, resolved: tuesday + 1))
    #expect(!limits.isInTime(level: 1, told: told, resolved: told + 2 * Self.hour + 1))
    #expect(!limits.isInTime(level: 3, told: told, resolved: told - 1))
  }

  @Test func theAccountTakesTheSameVerdict() throws {
    var builder = CommunityBuilder()
    builder.complain("a", "2026-03-06T17:00", level: 2, resolved: "2026-03-10T14:00")
    let moment = CommunityBuilder.moment("2026-03-20")
    func deposits() -> Int {
      builder.ledger("a", "2026-03-20").entries.count { $0.kind == "complaint_resolved" }
    }
    #expect(deposits() == 0)
    builder.community.program.service.hours = ServiceCalendarTests.week.compactMap { ServiceBlock($0) }
    #expect(deposits() == 1)
    let limits = ComplaintLimits(builder.community.program, zone: moment.zone)
    #expect(
      limits.isInTime(
        level: 2, told: CommunityBuilder.time("2026-03-06T17:00").rawValue,
        resolved: CommunityBuilder.time("2026-03-10T14:00").rawValue))
  }
}
