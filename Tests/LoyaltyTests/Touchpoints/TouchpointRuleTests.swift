import Community
import Testing

@testable import Loyalty

/// Every default rule by an example.
@Suite("Who is due by each rule") struct TouchpointRuleTests {
  private func days(
    _ builder: CommunityBuilder, _ rule: String, _ days: ClosedRange<Int>, in month: String,
    facts: TouchpointFacts = TouchpointFacts()
  ) -> [Int] {
    days.filter { day in
      builder.due("a", "\(month)-\(day < 10 ? "0" : "")\(day)T12:00", facts: facts).contains(rule)
    }
  }

  @Test func birthdayIsKeptForFourDays() {
    var builder = CommunityBuilder()
    builder.keepRules("birthday")
    builder.member("a", joined: "2025-01-01", birthday: Birthday(year: 1990, month: 3, day: 10))
    builder.member("b", joined: "2025-01-01")
    #expect(days(builder, "birthday", 1...31, in: "2026-03") == [10, 11, 12, 13])
    #expect(builder.due("b", "2026-03-10") == [])
  }

  @Test func birthdayOfTheLeapDayIsKeptOnThe28thOfOtherYears() {
    var builder = CommunityBuilder()
    builder.keepRules("birthday")
    builder.community.program.touchpoints.rules[0].after = 0
    builder.member("a", joined: "2023-01-01", birthday: Birthday(year: nil, month: 2, day: 29))
    #expect(days(builder, "birthday", 1...28, in: "2026-02") == [28])
    #expect(builder.due("a", "2026-03-01") == [])
    #expect(days(builder, "birthday", 1...29, in: "2028-02") == [29])
  }

  @Test func birthdayWindowReachesOverTheTurnOfTheYear() {
    var builder = CommunityBuilder()
    builder.keepRules("birthday")
    builder.community.program.touchpoints.rules[0].before = 2
    builder.member("a", joined: "2023-01-01", birthday: Birthday(year: nil, month: 1, day: 1))
    #expect(days(builder, "birthday", 20...31, in: "2025-12") == [30, 31])
    #expect(days(builder, "birthday", 1...20, in: "2026-01") == [1, 2, 3, 4])
  }

  @Test func anniversaryIsInLaterYearsOnly() {
    var builder = CommunityBuilder()
    builder.keepRules("anniversary")
    builder.member("a", joined: "2025-03-10T20:00")
    #expect(days(builder, "anniversary", 1...31, in: "2025-03") == [])
    #expect(days(builder, "anniversary", 1...31, in: "2026-03") == [10, 11, 12, 13])
  }

  @Test func anniversaryOfTheLeapDay() {
    var builder = CommunityBuilder()
    builder.keepRules("anniversary")
    builder.member("a", joined: "2024-02-29")
    #expect(days(builder, "anniversary", 20...28, in: "2025-02") == [28])
    #expect(days(builder, "anniversary", 20...29, in: "2028-02") == [29])
  }

  @Test func memberDayIsForEverybody() {
    var builder = CommunityBuilder()
    builder.keepRules("member_day")
    builder.member("a", joined: "2025-01-01")
    #expect(days(builder, "member_day", 1...31, in: "2026-03") == [18])
    builder.member("new", joined: "2026-03-19")
    // The last thirty days hold two such days in the one and one in the other case; nobody has any before joining.
    #expect(builder.calendar("2026-03-19T12:00").counts("member_day").missed == 2)
    #expect(builder.calendar("2026-03-20T12:00").counts("member_day").missed == 1)
  }

  @Test func memberDayBeyondTheMonthIsItsLast() {
    var builder = CommunityBuilder()
    builder.keepRules("member_day")
    builder.community.program.touchpoints.rules[0].trigger = .memberDay(.dayOfMonth(31))
    builder.member("a", joined: "2025-01-01")
    #expect(days(builder, "member_day", 20...28, in: "2026-02") == [28])
    #expect(days(builder, "member_day", 20...30, in: "2026-04") == [30])
    builder.community.program.touchpoints.rules[0].trigger = .memberDay(.weekday(5))
    #expect(days(builder, "member_day", 1...14, in: "2026-03") == [6, 13])
  }

  @Test func rainIsOfTheMembersCity() {
    var builder = CommunityBuilder()
    builder.keepRules("rain_care")
    builder.member("a", joined: "2025-01-01", city: "上海")
    builder.member("b", joined: "2025-01-01", city: "北京")
    builder.member("c", joined: "2025-01-01")
    builder.weather("上海", "2026-03-10", "rain")
    builder.weather("上海", "2026-03-11", "clear")
    builder.weather("拉萨", "2026-03-10", "rain")
    #expect(builder.due("a", "2026-03-10T09:00") == ["rain_care"])
    #expect(builder.due("a", "2026-03-11T09:00") == [])
    #expect(builder.due("b", "2026-03-10T09:00") == [])
    #expect(builder.due("c", "2026-03-10T09:00") == [])
    let calendar = builder.calendar("2026-03-10T09:00")
    #expect(calendar.problems.isEmpty)
    #expect(calendar.today.count == 1)
  }

  @Test func theLaterRecordOfADayCounts() {
    var builder = CommunityBuilder()
    builder.keepRules("rain_care")
    builder.member("a", joined: "2025-01-01", city: "上海")
    builder.weather("上海", "2026-03-10", "rain")
    builder.weather("上海", "2026-03-10", "clear")
    #expect(builder.due("a", "2026-03-10T09:00") == [])
  }

  @Test func coldSnapIsAFallOfTheLow() {
    var builder = CommunityBuilder()
    builder.keepRules("cold_snap")
    builder.member("a", joined: "2025-01-01", city: "上海")
    builder.weather("上海", "2026-03-09", high: 20, low: 12)
    builder.weather("上海", "2026-03-10", high: 19, low: 4)
    builder.weather("上海", "2026-03-11", high: 8, low: -3.9)
    builder.weather("上海", "2026-03-13", high: 8, low: -20)
    // 8 degrees are enough, 7.9 aren't, and a day without one before it says nothing.
    #expect(days(builder, "cold_snap", 1...20, in: "2026-03") == [10, 11])
  }

  @Test func heatAndColdBeyondABound() {
    var builder = CommunityBuilder()
    builder.keepRules("rain_care")
    builder.member("a", joined: "2025-01-01", city: "上海")
    builder.weather("上海", "2026-07-01", high: 35, low: 27)
    builder.weather("上海", "2026-07-02", high: 35.5, low: 24)
    builder.weather("上海", "2026-07-03", high: 28, low: 22)
    builder.weather("上海", "2026-07-04")
    let signs: [(TouchpointTrigger.WeatherSign, [Int])] = [
      (.highAbove(35), [2]), (.highBelow(30), [3]), (.lowAbove(26), [1]), (.lowBelow(23), [3]),
      (.highDrop(7.5), [3]), (.lowDrop(3), [2]),
    ]
    for (sign, expected) in signs {
      builder.community.program.touchpoints.rules[0].trigger = .weather(sign)
      #expect(days(builder, "rain_care", 1...9, in: "2026-07") == expected)
    }
  }

  @Test func firstPurchase() {
    var builder = CommunityBuilder()
    builder.keepRules("first_order")
    builder.member("a", joined: "2025-01-01")
    builder.order("a", "2026-03-10T20:00", 100)
    builder.order("a", "2026-03-10T21:00", -100)
    builder.order("a", "2026-03-12T20:00", 50)
    #expect(days(builder, "first_order", 1...31, in: "2026-03") == [11, 12, 13])
    #expect(builder.due("a", "2026-03-10T19:00") == [])
    #expect(builder.due("a", "2026-03-10T20:30") == ["first_order"])
    builder.community.program.touchpoints.rules[0].trigger = .purchase(number: 2)
    #expect(days(builder, "first_order", 1...31, in: "2026-03") == [13, 14, 15])
  }

  @Test func aWeekAfterAPurchase() {
    var builder = CommunityBuilder()
    builder.keepRules("after_purchase")
    builder.member("a", joined: "2025-01-01")
    builder.order("a", "2026-03-01T20:00", 100)
    builder.order("a", "2026-03-20T20:00", 100)
    builder.order("a", "2026-03-12T20:00", -10)
    #expect(days(builder, "after_purchase", 1...31, in: "2026-03") == [8, 9, 10, 11, 27, 28, 29, 30])
  }

  @Test func afterAComplaintWasResolved() {
    var builder = CommunityBuilder()
    builder.keepRules("complaint_closed")
    builder.member("a", joined: "2025-01-01")
    builder.complaint("a", "2026-03-01", resolved: "2026-03-05T18:00")
    builder.complaint("a", "2026-03-02", resolved: nil)
    builder.complaint("a", "2026-03-03", resolved: "2026-04-20T18:00")
    #expect(days(builder, "complaint_closed", 1...31, in: "2026-03") == [8, 9, 10, 11])
  }

  @Test func tierGainedTierAtRiskAndPoints() {
    var builder = CommunityBuilder()
    builder.keepRules("tier_gained", "tier_at_risk", "points_expiring")
    builder.community.program.recall.contactsADay = 5
    let member = builder.member("a", joined: "2025-01-01").rawValue
    func day(_ text: String) -> Int32 { CommunityBuilder.zone.day(of: CommunityBuilder.time(text)).rawValue }
    var facts = TouchpointFacts()
    #expect(
      builder.calendar("2026-03-10T12:00").problems.map(\.code) == ["no_tiers", "no_tiers", "no_points"])
    #expect(!builder.calendar("2026-03-10T12:00").isKnown(0))
    facts.gained = [DatedMember(member, day("2026-03-10"))]
    facts.atRisk = [DatedMember(member, day("2026-03-31"))]
    facts.expiring = [DatedMember(member, day("2026-04-05"))]
    #expect(days(builder, "tier_gained", 1...31, in: "2026-03", facts: facts) == Array(10...17))
    #expect(days(builder, "tier_at_risk", 1...31, in: "2026-03", facts: facts) == Array(1...31))
    #expect(days(builder, "points_expiring", 1...31, in: "2026-03", facts: facts) == Array(6...31))
  }

  @Test func goneQuietIsTheFirstWeekOfSleep() {
    var builder = CommunityBuilder()
    builder.keepRules("gone_quiet")
    builder.member("a", joined: "2025-01-01")
    builder.activity("a", "2026-02-08", "login")
    // Active for 30 days of silence, so asleep from the 31st on.
    #expect(days(builder, "gone_quiet", 1...31, in: "2026-03") == Array(11...18))
    builder.activity("a", "2026-03-14T08:00", "login")
    #expect(days(builder, "gone_quiet", 1...31, in: "2026-03") == [11, 12, 13])
    let counts = builder.calendar("2026-03-25T12:00").counts("gone_quiet")
    #expect(counts == OccasionCounts())
  }

  @Test func goneQuietFollowsTheMembersOwnRhythm() {
    var builder = CommunityBuilder()
    builder.keepRules("gone_quiet")
    builder.member("a", joined: "2025-01-01")
    for day in ["2025-10-01", "2025-10-21", "2025-11-10", "2025-11-30"] { builder.order("a", day, 10) }
    // A rhythm of 20 days: active up to 40.
    #expect(days(builder, "gone_quiet", 1...31, in: "2026-01") == Array(10...17))
  }

  @Test func whoeverIsNewCannotGoQuiet() {
    var builder = CommunityBuilder()
    builder.keepRules("gone_quiet")
    builder.member("a", joined: "2026-02-08")
    #expect(days(builder, "gone_quiet", 1...31, in: "2026-03") == Array(11...18))
    builder.community.program.lifecycle.newDays = 40
    #expect(days(builder, "gone_quiet", 1...31, in: "2026-03") == Array(21...28))
  }

  @Test func otherStagesCanBeEnteredToo() {
    var builder = CommunityBuilder()
    builder.keepRules("gone_quiet")
    builder.community.program.touchpoints.rules[0].after = 0
    builder.member("a", joined: "2025-06-01")
    builder.activity("a", "2025-11-10", "login")
    builder.activity("a", "2026-03-20", "login")
    func entered(_ stage: String, _ month: String) -> [Int] {
      builder.community.program.touchpoints.rules[0].trigger = .stageEntered(stage)
      return days(builder, "gone_quiet", 1...30, in: month)
    }
    #expect(entered("new", "2025-06") == [1])
    #expect(entered("active", "2025-06") == [])
    // Never seen: asleep as soon as no longer new.
    #expect(entered("sleeping", "2025-07") == [2])
    #expect(entered("churned", "2025-09") == [30])
    #expect(entered("active", "2025-11") == [10])
    #expect(entered("sleeping", "2025-12") == [11])
    #expect(entered("churned", "2026-03") == [11])
    #expect(entered("active", "2026-03") == [20])
  }

  @Test func challengeMissed() {
    var builder = CommunityBuilder()
    builder.keepRules("challenge_missed")
    let member = builder.member("a", joined: "2025-01-01").rawValue
    var facts = TouchpointFacts()
    let day = CommunityBuilder.zone.day(of: CommunityBuilder.time("2026-03-10")).rawValue
    facts.missedChallenge = [DatedMember(member, day)]
    #expect(days(builder, "challenge_missed", 1...31, in: "2026-03", facts: facts) == [11, 12])
  }

  @Test func hostSilentSinceTheLastSign() {
    var builder = CommunityBuilder()
    builder.keepRules("host_silent")
    builder.host("h1")
    builder.host("h2")
    builder.member("a", joined: "2025-01-01", host: "h1")
    builder.member("b", joined: "2025-01-01")
    builder.activity("a", "2026-01-10", "post", id: "p1")
    builder.hostActivity("h1", "2026-01-20", "reply", replyTo: "p1")
    builder.hostActivity("h2", "2026-02-20", "mention", to: "a")
    builder.hostActivity("h1", "2026-02-25", "mention", to: "b")
    // 45 days after the 20th of January.
    #expect(days(builder, "host_silent", 1...31, in: "2026-03") == Array(6...20))
    #expect(builder.due("b", "2026-03-10") == [])
    // A sign within the window is what the rule asks for.
    builder.hostActivity("h1", "2026-03-10T09:00", "mention", to: "a")
    #expect(days(builder, "host_silent", 1...31, in: "2026-03") == Array(6...9))
    #expect(builder.calendar("2026-03-25T12:00").counts("host_silent").done == 1)
  }

  @Test func hostSilentSinceJoiningAndTouchpointsAreSigns() {
    var builder = CommunityBuilder()
    builder.keepRules("host_silent")
    builder.host("h1")
    builder.member("a", joined: "2026-01-10", host: "h1")
    #expect(days(builder, "host_silent", 1...28, in: "2026-02") == Array(24...28))
    builder.touched("a", "2026-01-15", "visit", host: "h1")
    #expect(days(builder, "host_silent", 1...28, in: "2026-02") == [])
    #expect(days(builder, "host_silent", 1...31, in: "2026-03") == Array(1...15))
  }
}
