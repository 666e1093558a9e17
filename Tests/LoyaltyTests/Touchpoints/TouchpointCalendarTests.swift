import Community
import Testing

@testable import Loyalty

@Suite("Who is due") struct TouchpointCalendarTests {
  /// One member whose birthday is today, of a programme with three rules that hold today.
  private func birthdayChild(_ change: (inout CommunityBuilder) -> Void = { _ in }) -> CommunityBuilder {
    var builder = CommunityBuilder()
    builder.keepRules("birthday", "member_day", "rain_care")
    builder.member(
      "a", joined: "2025-01-01", birthday: Birthday(year: 1990, month: 3, day: 18), city: "上海")
    builder.weather("上海", "2026-03-18", "rain")
    change(&builder)
    return builder
  }

  private let noon = "2026-03-18T12:00"

  // MARK: The cap

  @Test func overTheCapTheEarlierRuleWins() {
    var builder = birthdayChild()
    #expect(builder.due("a", noon) == ["birthday"])
    builder.community.program.touchpoints.rules.reverse()
    #expect(builder.due("a", noon) == ["rain_care"])
    builder.community.program.recall.contactsADay = 2
    #expect(builder.due("a", noon) == ["rain_care", "member_day"])
    builder.community.program.recall.contactsADay = 0
    #expect(builder.due("a", noon) == [])
    #expect(builder.calendar(noon).counts("birthday").waiting == 1)
  }

  @Test func contactsOfTheDayAndOfThirtyDaysCount() {
    var builder = birthdayChild()
    builder.touched("a", "2026-03-18T08:00", "story_told")
    #expect(builder.due("a", noon) == ["birthday"])
    builder.touched("a", "2026-03-18T09:00", "push")
    #expect(builder.due("a", noon) == [])
    // By calendar day: tomorrow there's room again.
    #expect(builder.due("a", "2026-03-19T00:01") == ["birthday"])
    for day in ["2026-02-17", "2026-03-01", "2026-03-02"] { builder.touched("a", day, "care") }
    #expect(builder.due("a", "2026-03-19T00:01") == ["birthday"])
    builder.touched("a", "2026-03-03", "gift")
    #expect(builder.due("a", "2026-03-19T00:01") == [])
    // The 18th of February is the first of the thirty days up to the 19th of March.
    builder.touched("a", "2026-02-18", "gift")
    #expect(builder.due("a", "2026-03-19T00:01") == [])
    builder.community.program.recall.contactsAMonth = 6
    #expect(builder.due("a", "2026-03-19T00:01") == ["birthday"])
  }

  @Test(arguments: [DecisionAction.recall, .contact, .touch])
  func decisionsAreContactsToo(kind: DecisionAction) {
    var builder = birthdayChild()
    builder.decide("1", "2026-03-18T09:00", kind, "a", rule: kind == .touch ? "other" : nil)
    #expect(builder.due("a", noon) == [])
    builder.decide("2", "2026-03-18T10:00", .undo, undoes: "1")
    #expect(builder.due("a", noon) == ["birthday"])
  }

  @Test func otherDecisionsAreNoContacts() {
    for kind in [DecisionAction.note, .claim, .hand, .close, .fix, .holdOut, .dismiss] {
      var builder = birthdayChild()
      builder.decide("1", "2026-03-18T09:00", kind, "a")
      #expect(builder.due("a", noon) == ["birthday"])
    }
  }

  // MARK: Done

  @Test func aTouchpointWithTheRuleInTheWindowIsIt() {
    let done = birthdayChild { $0.touched("a", "2026-03-18T00:30", "story_told", trigger: "birthday") }
    #expect(done.due("a", noon) == ["member_day"])
    #expect(done.calendar(noon).counts("birthday").done == 1)
    let before = birthdayChild { $0.touched("a", "2026-03-17T23:30", "story_told", trigger: "birthday") }
    #expect(before.due("a", noon) == ["birthday"])
    let other = birthdayChild { $0.touched("a", "2026-03-18T00:30", "story_told", trigger: "rain_care") }
    #expect(other.due("a", noon) == ["birthday"])
    let coming = birthdayChild { $0.touched("a", "2026-03-18T13:00", "birthday_gift", trigger: "birthday") }
    #expect(coming.due("a", noon) == ["birthday"])
  }

  @Test func aDecisionToTouchIsItUntilItIsUndone() {
    var builder = birthdayChild { $0.community.program.recall.contactsADay = 9 }
    builder.decide("1", "2026-03-18T09:00", .touch, "a", rule: "birthday")
    #expect(builder.due("a", noon) == ["member_day", "rain_care"])
    #expect(builder.calendar(noon).counts("birthday").done == 1)
    builder.decide("2", "2026-03-18T10:00", .undo, undoes: "1")
    #expect(builder.due("a", noon) == ["birthday", "member_day", "rain_care"])
    builder.decide("3", "2026-03-18T11:00", .undo, undoes: "2")
    #expect(builder.due("a", noon) == ["member_day", "rain_care"])
  }

  @Test func aSkipLetsTheOccasionPass() {
    var builder = birthdayChild()
    builder.decide("1", "2026-03-18T09:00", .skip, "a", rule: "birthday")
    #expect(builder.due("a", noon) == ["member_day"])
    let counts = builder.calendar("2026-03-30T12:00").counts("birthday")
    #expect(counts.skipped == 1 && counts.missed == 0)
  }

  @Test func aSnoozePutsTheRuleOff() {
    var builder = birthdayChild()
    builder.decide("1", "2026-03-18T09:00", .snooze, "a", rule: "birthday", until: "2026-03-20")
    #expect(builder.due("a", noon) == ["member_day"])
    #expect(builder.calendar(noon).counts("birthday").waiting == 1)
    #expect(builder.due("a", "2026-03-19T23:59") == [])
    #expect(builder.due("a", "2026-03-20T00:00") == ["birthday"])
  }

  @Test func aSnoozeWithoutRuleIsTheRecallQueues() {
    var builder = birthdayChild()
    builder.decide("1", "2026-03-18T09:00", .snooze, "a", until: "2026-03-20")
    #expect(builder.due("a", noon) == ["birthday"])
    builder.decide("2", "2026-03-18T09:00", .snooze, "a", rule: "birthday", until: "2026-03-20")
    let state = builder.log(noon).state(of: builder.index("a"))
    #expect(state.snooze?.row.offset == 0)
    #expect(state.ruleSnoozes.count == 1)
  }

  @Test func theSecondTouchOfAnOccasionIsBeaten() {
    var builder = birthdayChild()
    builder.decide("1", "2026-03-18T09:00", .touch, "a", by: "a", rule: "birthday", until: "2026-03-21T23:59")
    builder.decide("2", "2026-03-20T09:00", .touch, "a", by: "b", rule: "birthday", until: "2026-03-21T23:59")
    builder.decide("3", "2026-03-22T09:00", .touch, "a", by: "b", rule: "birthday")
    builder.decide("4", "2026-03-23T08:59", .touch, "a", by: "c", rule: "birthday")
    builder.decide("5", "2026-03-23T09:00", .touch, "a", by: "c", rule: "birthday")
    let state = builder.log("2026-03-30").state(of: builder.index("a"))
    #expect(state.touches.map { $0.row.offset } == [0, 2, 4])
    #expect(state.beaten.map { $0.decision.row.offset } == [1, 3])
    #expect(state.beaten.map { $0.first.row.offset } == [0, 2])
    #expect(state.contacts.count == 3)
  }

  // MARK: Consent and filter

  @Test func refusedContactIsRespected() {
    func due(_ consents: [(String, Bool)], channel: String? = nil, phone: String? = nil) -> [String] {
      var builder = CommunityBuilder()
      builder.keepRules("member_day")
      builder.community.program.touchpoints.rules[0].channel = channel
      builder.member("a", joined: "2025-01-01", phone: phone, consents: consents)
      return builder.due("a", noon)
    }
    #expect(due([]) == ["member_day"])
    #expect(due([("all", false)]) == [])
    #expect(due([("all", false), ("wechat", true)]) == [])
    #expect(due([("sms", false)]) == [])
    #expect(due([("sms", false)], phone: "13812345678") == ["member_day"])
    #expect(due([("wechat", false), ("sms", true)], channel: "wechat") == [])
    #expect(due([("wechat", false), ("sms", true)], channel: "sms") == ["member_day"])
    #expect(due([("wechat", false)], channel: "sms") == ["member_day"])
    #expect(due([("all", false)], channel: "sms") == [])
    #expect(due([("sms", true)], channel: "wechat") == ["member_day"])
  }

  @Test func aRefusalIsNeitherMissedNorWaiting() {
    var builder = CommunityBuilder()
    builder.keepRules("member_day")
    builder.member("a", joined: "2025-01-01", consents: [("all", false)])
    #expect(builder.calendar("2026-03-25T12:00").counts("member_day") == OccasionCounts())
    #expect(builder.calendar(noon).counts("member_day") == OccasionCounts())
  }

  @Test func theFilterDecidesWho() {
    var builder = birthdayChild()
    builder.community.program.touchpoints.rules[0].who = "city:北京"
    #expect(builder.due("a", noon) == ["member_day"])
    let calendar = builder.calendar(noon)
    #expect(calendar.problems == [TouchpointProblem(rule: "birthday", reason: .nobodyPasses)])
    builder.community.program.touchpoints.rules[0].who = "city:上海 stage:churned"
    #expect(builder.due("a", noon) == ["birthday"])
  }

  @Test func aBadFilterIsToldAndTheRestGoesOn() throws {
    var builder = birthdayChild()
    builder.community.program.touchpoints.rules[0].who = "citty:上海"
    builder.community.program.touchpoints.rules[1].who = "due:rain_care"
    let calendar = builder.calendar(noon)
    #expect(calendar.problems.map(\.code) == ["bad_filter", "filter_asks_for_due"])
    #expect(!calendar.isKnown(0) && !calendar.isKnown(1) && calendar.isKnown(2))
    #expect(builder.due("a", noon) == ["rain_care"])
    guard case .badFilter(let problem) = try #require(calendar.problems.first).reason else { return }
    #expect(problem.kind == .unknownField("citty", suggestion: "city"))
  }

  @Test func rulesThatNobodyCanMatchAreTold() {
    var builder = CommunityBuilder()
    builder.keepRules("birthday", "rain_care", "host_silent")
    builder.member("a", joined: "2025-01-01")
    #expect(
      builder.calendar(noon).problems.map { "\($0.rule) \($0.code)" }
        == ["rain_care no_weather", "birthday no_birthdays", "host_silent no_hosts"])
    builder.weather("上海", "2026-03-18", "rainy")
    builder.weather("上海", "2026-03-18", "snow")
    #expect(
      builder.calendar(noon).problems.first?.reason == .noSuchCondition("rain", nearest: "rainy"))
  }

  @Test func weatherOfACityNobodyLivesInTouchesNobody() {
    var builder = CommunityBuilder()
    builder.keepRules("rain_care")
    builder.member("a", joined: "2025-01-01", city: "上海")
    builder.weather("拉萨", "2026-03-18", "rain")
    let calendar = builder.calendar(noon)
    #expect(calendar.today.count == 0 && calendar.problems.isEmpty)
    #expect(calendar.counts("rain_care") == OccasionCounts())
  }

  @Test func whoeverIsntListedIsntDue() {
    var builder = birthdayChild()
    builder.member("later", joined: "2026-03-20", birthday: Birthday(year: nil, month: 3, day: 18))
    builder.host("h")
    builder.member("h", joined: "2025-01-01", birthday: Birthday(year: nil, month: 3, day: 18))
    #expect(builder.calendar(noon).today.count == 1)
  }

  @Test func aDateWithoutDayIsNoBirthday() {
    #expect(Birthday(year: nil, month: 13, day: 40) == nil)
    var builder = CommunityBuilder()
    builder.keepRules("birthday")
    builder.member("a", joined: "2025-01-01")
    #expect(builder.calendar(noon).today.count == 0)
  }

  @Test func aWindowOfAYearHoldsEveryDay() {
    var builder = birthdayChild()
    builder.keepRules("birthday")
    builder.community.program.touchpoints.rules[0].after = 365
    for day in ["2026-03-18", "2026-07-01", "2027-03-17", "2027-03-18"] {
      #expect(builder.due("a", day) == ["birthday"])
    }
    builder.touched("a", "2026-07-02", "care", trigger: "birthday")
    #expect(builder.due("a", "2027-02-01") == [])
    #expect(builder.due("a", "2027-03-18") == ["birthday"])
  }

  // MARK: What comes, what was

  @Test func theNextDaysCountForecasts() {
    let builder = birthdayChild {
      $0.weather("上海", "2026-03-20", "rain")
      $0.weather("上海", "2026-03-26", "rain")
      $0.member("b", joined: "2025-01-01", birthday: Birthday(year: nil, month: 3, day: 20), city: "上海")
    }
    let next = builder.calendar(noon).nextDays
    #expect(next.map(\.day.description) == (19...25).map { "2026-03-\($0)" })
    #expect(
      next.map(\.counts) == [
        [0, 0, 0], [1, 0, 2], [0, 0, 0], [0, 0, 0], [0, 0, 0], [0, 0, 0], [0, 0, 0],
      ])
    #expect(next[1].members[0].map { builder.community.members.id($0) } == ["b"])
  }

  @Test func aListOfADayToComeIsAsIfNothingHappened() {
    let builder = birthdayChild {
      $0.weather("上海", "2026-03-20", "rain")
      $0.decide("1", "2026-03-18T10:00", .snooze, "a", rule: "birthday", until: "2026-03-20T09:00")
      $0.touched("a", "2026-03-18T11:00", "push")
    }
    let calendar = builder.calendar(noon)
    func ids(_ day: String) -> [[String]] {
      let day = CommunityBuilder.zone.day(of: CommunityBuilder.time(day))
      let list = calendar.list(on: day, builder.community)
      return calendar.rules.indices.map { list.members($0).map { builder.community.members.id($0) } }
    }
    #expect(ids("2026-03-18") == [[], [], []])
    #expect(ids("2026-03-19") == [[], [], []])
    // The snooze ends that day; the cap leaves room for one, and birthdays come first.
    #expect(ids("2026-03-20") == [["a"], [], []])
    #expect(ids("2026-03-22") == [[], [], []])
  }

  @Test func whatWasMissedIsKeptForThirtyDays() {
    let builder = birthdayChild { $0.keepRules("birthday") }
    #expect(builder.calendar("2026-03-21T23:00").counts("birthday") == OccasionCounts(due: 1))
    let after = builder.calendar("2026-03-22T00:00")
    #expect(after.counts("birthday") == OccasionCounts(missed: 1))
    #expect(after.missed[0].map(\.closed.description) == ["2026-03-21"])
    #expect(builder.calendar("2026-04-19T12:00").counts("birthday").missed == 1)
    #expect(builder.calendar("2026-04-20T12:00").counts("birthday").missed == 0)
  }

  @Test func theMatrixIsDividedByTier() {
    var builder = CommunityBuilder()
    builder.keepRules("member_day")
    for id in ["a", "b", "c"] { builder.member(id, joined: "2025-01-01") }
    builder.touched("b", "2026-03-18", "story_told", trigger: "member_day")
    var facts = TouchpointFacts()
    facts.tiers = ["silver", "gold"]
    facts.tierOf = [0, 2, 2]
    let calendar = builder.calendar(noon, facts: facts)
    #expect(calendar.tiers == [nil, "silver", "gold"])
    #expect(
      calendar.matrix[0] == [
        OccasionCounts(due: 1, missed: 1), OccasionCounts(), OccasionCounts(due: 1, done: 1, missed: 2),
      ])
  }

  @Test func whoseWindowClosesFirstStandsInFront() {
    var builder = CommunityBuilder()
    builder.keepRules("birthday")
    for (id, day) in [("a", 18), ("b", 16), ("c", 17), ("d", 15)] {
      builder.member(id, joined: "2025-01-01", birthday: Birthday(year: nil, month: 3, day: day))
    }
    let due = builder.calendar(noon).today.members(0).map { builder.community.members.id($0) }
    #expect(due == ["d", "b", "c", "a"])
  }

  // MARK: Columns

  @Test func columnAndFilter() throws {
    let builder = birthdayChild { $0.member("b", joined: "2025-01-01", city: "上海") }
    var measures = builder.measures(noon)
    measures.receive(builder.calendar(noon))
    let roster = builder.roster(noon).with(measures)
    let members = ["a", "b"].compactMap { builder.community.member(id: $0) }
    let due = members.map { member -> [String] in
      if case .names(let names) = roster[.due, member] { names.map(\.id) } else { [] }
    }
    #expect(due == [["birthday"], ["member_day"]])
    func found(_ filter: String, _ order: MemberOrder = MemberOrder(.id, .ascending)) throws -> [String] {
      let query = MemberQuery(filter: try MemberFilter(parsing: filter), order: order)
      return roster.firstScreenful(query, count: 9).rows.map { builder.community.members.id($0) }
    }
    #expect(try found("due:birthday") == ["a"])
    #expect(try found("due:b*,rain_care") == ["a"])
    #expect(try found("has:due") == ["a", "b"])
    #expect(try found("-due:birthday") == ["b"])
    #expect(try found("", MemberOrder(.due, .ascending)) == ["a", "b"])
    #expect(try found("", MemberOrder(.due, .descending)) == ["b", "a"])
    #expect(builder.roster(noon)[.due, members[0]] == .unknown)
  }

  // MARK: Cadence

  @Test func cadenceIsKeptByKindAndSpace() {
    var builder = CommunityBuilder()
    builder.community.program.touchpoints.cadence = [
      CadenceSlot(id: "daily", name: BilingualText("d"), every: .day, kinds: ["content", "post"]),
      CadenceSlot(id: "weekly", name: BilingualText("w"), every: .week, kinds: ["post"], space: "club"),
      CadenceSlot(id: "monthly", name: BilingualText("m"), every: .month, kinds: ["gift"], space: "wechat"),
    ]
    builder.host("h")
    builder.member("a", joined: "2025-01-01")
    builder.touched("a", "2026-03-02", "content")
    builder.touched("a", "2026-03-16", "gift", channel: "wechat")
    builder.touched("a", "2026-03-16", "gift", channel: "sms")
    builder.hostActivity("h", "2026-03-04", "post", space: "club")
    builder.hostActivity("h", "2026-03-10", "post", space: "garden")
    builder.activity("a", "2026-03-06", "post")
    builder.touched("a", "2026-03-18T13:00", "content")
    let cadence = builder.calendar(noon).cadence
    #expect(cadence.map(\.periods.count) == [17, 3, 1])
    #expect(
      cadence[0].periods.filter(\.isKept).map(\.first.description) == [
        "2026-03-02", "2026-03-04", "2026-03-10",
      ])
    #expect(cadence[0].kept == 3 && cadence[0].over == 16)
    // Weeks begin on Monday.
    #expect(
      cadence[1].periods.map { "\($0.first) \($0.count)" } == [
        "2026-03-02 1", "2026-03-09 0", "2026-03-16 0",
      ])
    #expect(cadence[2].periods.map { "\($0.first) \($0.count)" } == ["2026-03-01 1"])
  }
}
