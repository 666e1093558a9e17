import Bytes
import Community
import Testing

@Suite struct CalendarTests {
  @Test func daysAreCountedFromTheEpoch() {
    #expect(Day(year: 1970, month: 1, day: 1)?.rawValue == 0)
    #expect(Day(year: 2000, month: 3, day: 1)?.rawValue == 11_017)
    #expect(Day(year: 2026, month: 11, day: 21)?.description == "2026-11-21")
    #expect(Day(year: 2026, month: 2, day: 29) == nil)
    #expect(Day(year: 2024, month: 2, day: 29) != nil)
    #expect(Day(year: 2100, month: 2, day: 29) == nil)
    #expect(Day(year: 2026, month: 13, day: 1) == nil)
  }

  @Test func everyDayComesBackFromItsCivilDate() {
    var expected = (year: 1899, month: 12, day: 31)
    for ordinal in Int32(-25_568)...84_005 {
      let day = Day(rawValue: ordinal)
      #expect(day.civil == expected)
      #expect(Day(year: expected.year, month: expected.month, day: expected.day) == day)
      expected.day += 1
      if expected.day > Day.length(ofMonth: expected.month, year: expected.year) {
        expected.day = 1
        expected.month += 1
        if expected.month > 12 {
          expected.month = 1
          expected.year += 1
        }
      }
    }
  }

  @Test func weeksBeginOnMondayAndQuartersInJanuaryAprilJulyOctober() throws {
    let saturday = try #require(Day(year: 2026, month: 11, day: 21))
    #expect(saturday.weekday == 6)
    #expect(saturday.startOfWeek.description == "2026-11-16")
    #expect(saturday.startOfMonth.description == "2026-11-01")
    #expect(saturday.startOfQuarter.description == "2026-10-01")
    #expect(Day(rawValue: -1).weekday == 3)
  }

  @Test func birthdaysMayLackTheYear() {
    #expect(Birthday(year: nil, month: 2, day: 29)?.description == "02-29")
    #expect(Birthday(year: 1999, month: 12, day: 31)?.description == "1999-12-31")
    #expect(Birthday(year: 2001, month: 2, day: 29) == nil)
    #expect(Birthday(year: nil, month: 13, day: 40) == nil)
    #expect(Birthday(year: 1899, month: 1, day: 1) == nil)
  }
}

@Suite struct ZoneTests {
  /// Central European time of 2026: forward on 29 March, back on 25 October, both at 01:00 UTC.
  let berlin = Zone(
    identifier: "Europe/Berlin", initialOffset: 3600,
    transitions: [(1_774_746_000, 7200), (1_792_890_000, 3600)])

  @Test func daysAreThoseOfTheWallClock() throws {
    let shanghai = Zone(identifier: "Asia/Shanghai", offset: 28800)
    let lateEvening = try time("2026-03-01T23:30:00Z", .utc)
    #expect(shanghai.day(of: lateEvening).description == "2026-03-02")
    #expect(shanghai.string(from: lateEvening) == "2026-03-02T07:30:00+08:00")
    #expect(Zone.utc.string(from: lateEvening) == "2026-03-01T23:30:00Z")
    #expect(shanghai.secondOfDay(of: lateEvening) == 7 * 3600 + 1800)
  }

  @Test func aSkippedWallTimeMovesForward() throws {
    #expect(berlin.string(from: try time("2026-03-29T02:30:00", berlin)) == "2026-03-29T03:30:00+02:00")
    #expect(berlin.string(from: try time("2026-03-29T01:59:59", berlin)) == "2026-03-29T01:59:59+01:00")
    #expect(berlin.string(from: try time("2026-03-29T03:00:00", berlin)) == "2026-03-29T03:00:00+02:00")
  }

  @Test func aWallTimeThatOccursTwiceIsTheEarlier() throws {
    #expect(berlin.string(from: try time("2026-10-25T02:30:00", berlin)) == "2026-10-25T02:30:00+02:00")
    #expect(berlin.string(from: try time("2026-10-25T03:00:00", berlin)) == "2026-10-25T03:00:00+01:00")
  }

  @Test func aDayEndsWhereTheNextBegins() throws {
    let day = try #require(Day(year: 2026, month: 10, day: 25))
    let length = berlin.end(of: day).rawValue - berlin.instant(of: day).rawValue
    #expect(length == 25 * 3_600_000 - 1)
  }

  @Test func offsetsWithHalfHoursAndNegativeOnesPrint() {
    let india = Zone(identifier: "+05:30", offset: 19800)
    let newfoundland = Zone(identifier: "-03:30", offset: -12600)
    #expect(india.string(from: Instant(rawValue: 0)) == "1970-01-01T05:30:00+05:30")
    #expect(newfoundland.string(from: Instant(rawValue: 0)) == "1969-12-31T20:30:00-03:30")
  }
}

/// `text` read as a time in `zone`.
func time(_ text: String, _ zone: Zone, endOfDay: Bool = false) throws(TimeProblem) -> Instant {
  try text.withBytes { bytes throws(TimeProblem) in
    try Instant.parse(bytes, zone: zone, endOfDay: endOfDay)
  }
}

@Suite struct InstantTests {
  let shanghai = Zone(identifier: "Asia/Shanghai", offset: 28800)

  @Test(arguments: [
    ("2026-03-01T09:30:00+08:00", 1_772_328_600_000),
    ("2026-03-01T09:30:00.125+08:00", 1_772_328_600_125),
    ("2026-03-01T09:30:00.1259999+0800", 1_772_328_600_125),
    ("2026-03-01 09:30:00+08", 1_772_328_600_000),
    ("2026-03-01T01:30:00Z", 1_772_328_600_000),
    ("2026-03-01t01:30z", 1_772_328_600_000),
    ("2026-03-01T09:30:00", 1_772_328_600_000),
    ("2026-03-01", 1_772_294_400_000),
    ("1772328600", 1_772_328_600_000),
    ("1772328600125", 1_772_328_600_125),
    ("19700101", 19_700_101_000),
    ("1998-12-31T23:59:60Z", 915_148_799_000),
    ("1970-01-01T00:00:00Z", 0),
    ("2199-12-31T23:59:59.999Z", 7_258_118_399_999),
  ])
  func everyFormOfTimeIsRead(text: String, milliseconds: Int64) throws {
    #expect(try time(text, shanghai).rawValue == milliseconds)
  }

  @Test(arguments: [
    "", "x", "2026-3-1", "2026-02-30", "2026-03-01T", "2026-03-01T24:00:00Z", "2026-03-01T09:60:00Z",
    "2026-03-01T09:30:60Z", "2026-03-01T09:30:00+25:00", "2026-03-01T09:30:00Zjunk", "2026-03-01T09:30:00.",
    "-5", "12.5.1", "1e", "yesterday",
  ])
  func whatIsNoTimeIsMalformed(text: String) {
    #expect(throws: TimeProblem.malformed) { try time(text, shanghai) }
  }

  @Test(arguments: ["1969-12-31T23:59:59Z", "2200-01-01T00:00:00Z", "1970-01-01", "99999999999999999999"])
  func timesOutsideTheRangeAreRefused(text: String) {
    #expect(throws: TimeProblem.outOfRange) { try time(text, shanghai) }
  }

  @Test func numbersAreEpochSecondsOrMilliseconds() throws {
    #expect(throws: TimeProblem.outOfRange) { try Instant.parse(epoch: Int64(100_000_000_000)) }
    #expect(try Instant.parse(epoch: Int64(100_000_000_001)).rawValue == 100_000_000_001)
    #expect(try Instant.parse(epoch: Int64(1_772_328_600)).rawValue == 1_772_328_600_000)
    #expect(try Instant.parse(epoch: Int64(1_772_328_600_125)).rawValue == 1_772_328_600_125)
    #expect(try Instant.parse(epoch: 1_772_328_600.5).rawValue == 1_772_328_600_500)
    #expect(try time("1767260000.000200", shanghai).rawValue == 1_767_260_000_000)
    #expect(try Instant.parse(epoch: Int64(2_678_400)).rawValue == 2_678_400_000)
    for number in [0, 2026, 45_717, 2_678_399] as [Int64] {
      #expect(throws: TimeProblem.serialNumber) { try Instant.parse(epoch: number) }
      #expect(throws: TimeProblem.serialNumber) { try Instant.parse(epoch: Double(number)) }
      #expect(throws: TimeProblem.serialNumber) { try time("\(number)", shanghai) }
    }
    #expect(throws: TimeProblem.outOfRange) { try Instant.parse(epoch: Int64(-1)) }
    #expect(throws: TimeProblem.outOfRange) { try Instant.parse(epoch: Double.infinity) }
  }

  @Test func aBareDateMayMeanItsEnd() throws {
    let end = try time("2026-03-01", shanghai, endOfDay: true)
    #expect(end.rawValue == 1_772_294_400_000 + 86_400_000 - 1)
  }
}

@Suite struct MoneyTests {
  @Test(arguments: [
    (12.5, 1250, false), (0.1, 10, false), (-19.99, -1999, false), (29.33, 2933, false),
    (0.125, 12, true), (0.135, 14, true), (-0.125, -12, true), (1.005, 100, true), (1.015, 102, true),
    (1.0051, 101, true), (1.00499, 100, true), (90_000_000_000_000.0, 9_000_000_000_000_000, false),
  ])
  func moneyIsHundredthsRoundedHalfToEven(number: Double, hundredths: Int64, wasRounded: Bool) throws {
    let result = try #require(Money.rounded(number))
    #expect(result.money.rawValue == hundredths)
    #expect(result.wasRounded == wasRounded)
  }

  @Test func hugeAmountsAreRefused() {
    #expect(Money.rounded(1e15) == nil)
    #expect(Money.rounded(.infinity) == nil)
    #expect(Money.rounded(.nan) == nil)
  }

  @Test func moneyPrintsWithTwoDecimals() {
    #expect(Money(rawValue: -1250).description == "-12.50")
    #expect(Money(rawValue: 5).description == "0.05")
  }
}
