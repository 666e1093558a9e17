import Community
import Testing

@testable import Loyalty

@Suite("The emotional account") struct AccountTests {
  private func near(_ one: Double?, _ other: Double) -> Bool { abs((one ?? .nan) - other) < 1e-9 }

  @Test func withoutEntriesTheBalanceIsZeroAndThin() {
    var builder = CommunityBuilder()
    let quiet = builder.member("quiet", joined: "2026-01-01")
    let accounts = builder.accounts("2026-03-01")
    #expect(accounts.balance(quiet) == 0)
    #expect(accounts.band(quiet) == .thin)
    #expect(accounts.lastTouch(quiet) == nil)
    #expect(accounts.summary.members(in: .thin) == 1)
    #expect(accounts.ledger(of: quiet, builder.community).entries.isEmpty)
  }

  @Test func halfOfADepositIsLeftAfterNinetyDaysAndOfAWithdrawalAfterHalfAYear() {
    var builder = CommunityBuilder()
    builder.touch("a", "2026-01-01T23:59", "care")
    builder.touch("b", "2026-01-01T00:01", "stock_out")
    // Ages are calendar days, whatever the hour.
    #expect(near(builder.ledger("a", "2026-04-01T00:01").balance, 1.5))
    #expect(near(builder.ledger("b", "2026-06-30T23:00").balance, -1))
    #expect(builder.ledger("b", "2026-06-30").band == .overdrawn)
  }

  @Test func withdrawalsWeighTwiceAndMomentsHalfAsMuchAgain() {
    var builder = CommunityBuilder()
    builder.touch("a", "2026-03-01", "birthday_gift", trigger: "birthday")
    builder.touch("a", "2026-03-01", "rude_service", trigger: "birthday")
    builder.touch("a", "2026-03-01", "gift", trigger: "first_order")
    builder.touch("a", "2026-03-01", "gift", trigger: "rain_care")
    let ledger = builder.ledger("a", "2026-03-01T20:00")
    #expect(ledger.entries.map(\.worth) == [7.5, -12, 7.5, 1])
    #expect(near(ledger.balance, 4))
    #expect(
      ledger.entries.map(\.remarks) == [
        [.moment(1.5), .delight], [.withdrawal(2)], [.moment(1.5), .delight, .repairs(1)],
        [.capped(counted: 1), .repairs(1)],
      ])
  }

  @Test func depositsOfAKindCountUntilSixInAWeek() {
    var builder = CommunityBuilder()
    // Monday to Sunday, and the Monday after.
    for day in ["2026-03-02", "2026-03-04", "2026-03-08T23:59", "2026-03-09"] {
      builder.touch("a", day, "care")
    }
    builder.touch("a", "2026-03-03", "visit")
    // The first of a week may itself be trimmed.
    builder.touch("b", "2026-03-03", "jubilee", value: 40)
    let ledger = builder.ledger("a", "2026-03-20")
    #expect(ledger.entries.map(\.counted) == [3, 3, 3, 0, 3])
    #expect(ledger.entries.map(\.kind) == ["care", "visit", "care", "care", "care"])
    #expect(builder.ledger("b", "2026-03-03T12:00").balance == 6)
  }

  @Test func derivedDepositsAreCappedTooAndWithdrawalsNever() {
    var builder = CommunityBuilder()
    for hour in 10..<15 {
      builder.complain("a", "2026-03-03T\(hour):00", level: 3, resolved: "2026-03-03T\(hour):30")
    }
    let ledger = builder.ledger("a", "2026-03-03T23:00")
    // Five complaints of 2, doubled; of five solutions two count, half as much again.
    #expect(near(ledger.balance, -20 + 9))
  }

  @Test(arguments: [(1, "12:00", true), (1, "12:01", false), (2, "22:00", true), (2, "22:01", false)])
  func complaintsAreResolvedInTimeUpToTheLimit(_ level: Int64, _ time: String, _ isInTime: Bool) {
    var builder = CommunityBuilder()
    builder.complain("a", "2026-03-03T10:00", level: level, resolved: "2026-03-03T\(time)")
    let kinds = builder.ledger("a", "2026-03-04").entries.map(\.kind)
    #expect(kinds == ["complaint_\(level)"] + (isInTime ? ["complaint_resolved"] : []))
  }

  @Test func aSolutionIsDatedWhenItCameAndCountsFromThenOn() {
    var builder = CommunityBuilder()
    builder.complain("a", "2026-03-01T10:00", resolved: "2026-03-03T10:00")
    builder.complain("b", "2026-03-01T10:00", resolved: "2026-02-28T10:00")
    #expect(builder.ledger("a", "2026-03-03T09:59").entries.map(\.kind) == ["complaint_3"])
    let ledger = builder.ledger("a", "2026-03-03T10:00")
    #expect(ledger.entries.map { "\($0.day)" } == ["2026-03-01", "2026-03-03"])
    #expect(ledger.entries[1].worth == 4.5)
    // Resolved before it was told: nothing to go by.
    #expect(builder.ledger("b", "2026-03-05").entries.map(\.kind) == ["complaint_3"])
  }

  @Test func answersAndRefundsAndHostsRepliesAreEntries() {
    var builder = CommunityBuilder()
    builder.host("h1")
    for score in [0, 6, 7, 8, 9, 10] as [Int64] {
      builder.answer("a", "2026-03-0\(1 + score % 9)", "nps", score)
    }
    builder.answer("a", "2026-03-05", "csat", 1)
    builder.order("a", "2026-03-05", -30)
    builder.order("a", "2026-03-05", 300)
    builder.activity("a", "2026-03-05", "post", id: "p1")
    builder.hostActivity(0, "2026-03-06", to: "a")
    builder.hostActivity(0, "2026-03-07", replyTo: "p1")
    builder.hostActivity(0, "2026-03-07", "thanks", to: "a")
    builder.hostActivity(0, "2026-03-07", replyTo: "nothing")
    let kinds = builder.ledger("a", "2026-03-20").entries.map(\.kind)
    #expect(
      kinds.sorted() == [
        "detractor", "detractor", "host_reply", "host_reply", "promoter", "promoter", "refund",
      ])
  }

  @Test func decisionsToTouchHaveTheValueOfTheirRuleUntilUndone() {
    var builder = CommunityBuilder()
    builder.decide("d1", "2026-03-01", .touch, "a", rule: "birthday")
    builder.decide("d2", "2026-03-02", .touch, "a", rule: "rain_care")
    builder.decide("d3", "2026-03-02", .touch, "a", rule: "tea_party")
    builder.decide("d4", "2026-03-03", .skip, "a", rule: "anniversary")
    builder.decide("d5", "2026-03-09", .touch, "a", rule: "anniversary")
    builder.decide("d6", "2026-03-04", .undo, undoes: "d2")
    let ledger = builder.ledger("a", "2026-03-08")
    #expect(ledger.entries.map(\.kind) == ["birthday", "tea_party"])
    #expect(ledger.entries.map(\.worth) == [7.5, 0])
    #expect(ledger.entries[1].remarks == [.unknownRule])
    #expect(
      builder.ledger("a", "2026-03-03T23:00").entries.map(\.kind) == ["birthday", "rain_care", "tea_party"])
    let summary = builder.accounts("2026-03-08").summary
    #expect(summary.unknownKinds.rules.map(\.word) == ["tea_party"])
  }

  @Test func unknownKindsAreKeptWithValueZeroAndListed() {
    var builder = CommunityBuilder()
    builder.touch("a", "2026-03-01", "firework")
    builder.touch("a", "2026-03-02", "firework")
    builder.touch("a", "2026-03-02", "jubilee", value: 3)
    builder.touch("a", "2026-04-02", "later")
    let accounts = builder.accounts("2026-03-02T23:00")
    #expect(accounts.summary.unknownKinds.kinds.map(\.word) == ["firework"])
    #expect(accounts.summary.unknownKinds.kinds.map(\.count) == [2])
    let ledger = builder.ledger("a", "2026-03-02T23:00")
    #expect(ledger.entries.map(\.value) == [0, 0, 3])
    #expect(ledger.entries[0].remarks == [.unknownKind])
  }

  @Test func whatIsDatedLaterDoesNotCount() {
    var builder = CommunityBuilder()
    builder.touch("a", "2026-03-01", "gift")
    builder.touch("a", "2026-03-02T12:00", "gift")
    let accounts = builder.accounts("2026-03-02T11:59")
    #expect(accounts.balance(Member.Index(0)).map { $0 < 5 } == true)
    #expect(accounts.lastTouch(Member.Index(0)) == CommunityBuilder.time("2026-03-01"))
  }

  @Test func valuesBeyondAllMeasureDoNotHideTheOthers() {
    var builder = CommunityBuilder()
    builder.touch("a", "2026-03-01", "gift", value: 1e308)
    builder.touch("a", "2026-03-01", "theft", value: -1e308)
    let ledger = builder.ledger("a", "2026-03-01T12:00")
    #expect(ledger.balance == 6 - 2e6)
  }

  @Test func theProgrammeMayChangeAnyOfIt() {
    var builder = CommunityBuilder()
    builder.community.program.account.weeklyCap = 4
    builder.community.program.account.withdrawalFactor = 3
    builder.community.program.account.depositHalfLife = 10
    builder.community.program.account.kinds = [
      AccountKind(id: "poem", name: BilingualText("poem"), value: 5, accountClass: .values, phase: .before)
    ]
    builder.touch("a", "2026-03-01", "poem")
    builder.touch("a", "2026-03-01", "gift")
    builder.order("a", "2026-03-11", -1)
    let ledger = builder.ledger("a", "2026-03-11T12:00")
    #expect(ledger.balance == 2 - 3)
    #expect(ledger.left(.values) == 2)
    #expect(ledger.left(AccountPhase.before) == 2)
    #expect(ledger.left(.service) == -3)
  }

  @Test func bandsBeginWhereTheRulesSay() {
    let rules = Program().account
    let bands = [-0.001, 0, 9.999, 10, 29.999, 30].map(rules.band)
    #expect(bands == [.overdrawn, .thin, .thin, .warm, .warm, .deep])
  }

  @Test func repairsAreCreditedOnceToTheOldestWithdrawalOfTheWeek() {
    var builder = CommunityBuilder()
    builder.touch("a", "2026-03-01T10:00", "late_delivery")
    builder.touch("a", "2026-03-03T10:00", "stock_out")
    builder.touch("a", "2026-03-08T09:00", "apology")
    builder.touch("a", "2026-03-09T09:00", "compensation")
    builder.touch("a", "2026-03-11T09:00", "gift")
    builder.touch("a", "2026-02-28T09:00", "gift")
    let ledger = builder.ledger("a", "2026-03-20")
    #expect(
      ledger.entries.map { $0.remarks.filter { if case .repairs = $0 { true } else { false } } } == [
        [], [], [], [.repairs(1)], [.repairs(2)], [],
      ])
    #expect(ledger.repairs == AccountRepairRatio(withdrawals: 2, withdrawn: 4, credited: 3))
    let summary = builder.accounts("2026-03-20").summary
    #expect(summary.repairs.ratio == 0.75)
    // Of withdrawals longer ago than the window nothing is told.
    #expect(builder.accounts("2026-06-20").summary.repairs.ratio == nil)
  }

  @Test func momentsBeyondExpectationAreLoggedNewestFirst() {
    var builder = CommunityBuilder()
    builder.touch("a", "2026-03-01", "gift")
    builder.touch("b", "2026-03-05", "surprise")
    builder.touch("b", "2026-03-06", "care")
    builder.touch("b", "2026-03-06", "surprise")
    let summary = builder.accounts("2026-03-20").summary
    #expect(summary.delightCount == 2)
    #expect(summary.delights.map { $0.kind?.id } == ["surprise", "gift"])
    #expect(summary.delights.map(\.worth) == [6, 5])
  }

  @Test func theRunningBalanceIsThatOfTheDay() {
    var builder = CommunityBuilder()
    builder.touch("a", "2026-01-01", "gift")
    builder.touch("a", "2026-04-01", "stock_out")
    builder.touch("a", "2026-04-01", "care")
    let ledger = builder.ledger("a", "2026-06-30")
    #expect(near(ledger.entries[0].balance, 5))
    #expect(near(ledger.entries[1].balance, 0.5))
    #expect(near(ledger.entries[2].balance, 3.5))
    let dayBefore = CommunityBuilder.moment("2026-03-31").today
    #expect(near(ledger.balance(on: dayBefore), 2.5193284230428787))
    #expect(ledger.balances(ofLast: 3).last == ledger.balance)
    #expect(ledger.balances(ofLast: 3).count == 3)
  }

  @Test func columnsOfTheAccountFilterAndSort() throws {
    var builder = CommunityBuilder()
    builder.touch("a", "2026-01-20", "gift")
    builder.touch("b", "2026-03-01", "rude_service")
    builder.touch("c", "2026-03-01", "surprise")
    builder.touch("c", "2026-02-01", "birthday_gift", trigger: "birthday")
    builder.order("d", "2026-02-01", 10)
    var measures = builder.measures("2026-03-02")
    measures.receive(builder.accounts("2026-03-02"))
    let roster = builder.roster("2026-03-02").with(measures)
    func ids(_ filter: String, by order: MemberOrder = MemberOrder(.id, .ascending)) throws -> [String] {
      let query = MemberQuery(filter: try MemberFilter(parsing: filter), order: order)
      let rows = roster.all(query)?.rows ?? []
      #expect(roster.firstScreenful(query, count: 10).rows == rows)
      return rows.map { builder.community.members.id($0) }
    }
    #expect(try ids("balance<0") == ["b"])
    #expect(try ids("band:thin") == ["a", "d"])
    #expect(try ids("band:warm,deep") == ["c"])
    #expect(try ids("last_touch>30d") == ["a"])
    #expect(try ids("last_touch:none") == ["d"])
    #expect(try ids("", by: MemberOrder(.balance, .ascending)) == ["b", "d", "a", "c"])
    #expect(try ids("", by: MemberOrder(.lastTouch, .descending)) == ["b", "c", "a", "d"])
    #expect(roster[.band, builder.index("b")] == .word(.band, "overdrawn"))
  }

  @Test func mindIsTheMeanOfTheRanksOfBalanceAndAnswer() {
    var builder = CommunityBuilder()
    for id in ["a", "b", "c", "d"] { builder.member(id, joined: "2026-01-01") }
    builder.touch("a", "2026-01-20", "gift")
    builder.touch("b", "2026-01-20", "rude_service")
    builder.answer("a", "2026-01-20", "nps", 7)
    builder.answer("b", "2026-01-20", "nps", 8)
    var measures = builder.measures("2026-02-01")
    measures.receive(builder.accounts("2026-02-01"))
    let minds = ["a", "b", "c", "d"].map { measures.persona.mind(builder.index($0)) }
    // Balances rank 87.5, 12.5 and twice 50; answers 25 and 75.
    #expect(minds == [56.25, 43.75, 50, 50])
    #expect(builder.measures("2026-02-01").persona.mind(builder.index("c")) == nil)
  }
}
