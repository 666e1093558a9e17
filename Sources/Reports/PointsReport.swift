import Canvas
import Community
import JSONTape
import Loyalty
import Texts

/// The points of all members: what `koxtop report points` prints.
///
/// JSON is one object with the members at its end, CSV a row a member, text has tables.
package struct PointsReport: Report {
  package var roster: Roster
  package var figures: PointsFigures
  package var language: Language

  package var moment: Moment { roster.moment }

  /// - Parameter figures: of the roster's members.
  package init(roster: Roster, figures: PointsFigures, language: Language = .english) {
    self.roster = roster
    self.figures = figures
    self.language = language
  }

  /// Rows of a list in text.
  private static let shownRows = 20

  private var points: Points { figures.points }
  private var zone: Zone { roster.moment.zone }
  private var words: PointsWords { PointsWords(language: language, community: roster.community) }
  private func id(_ member: Member.Index) -> String { roster.community.members.id(member) }

  /// Members in order of their ids.
  private var members: [Member.Index] {
    roster.all(MemberQuery(order: MemberOrder(.id, .ascending)))?.rows ?? []
  }

  // MARK: JSON

  package func json() -> ReportContent {
    var writer = JSONWriter()
    writer.beginObject()
    writer.field(moment)
    writer.field("currency", roster.community.program.currency)
    writer.field("source", points.isLedger ? "feed" : "rules")
    writer.field("accounts", points.accounts)
    writer.field("holders", points.holders)
    writer.field("members_with_points", points.holdingMembers)
    writer.field("households", points.pools.count)
    writer.field("balance", points.balance)
    writer.field("issued", points.issued)
    writer.field("taken", points.taken)
    writer.field("expired", points.expired)
    writer.field("breakage", points.breakage)
    writer.field("value", points.rules.value)
    writer.field("expected_redemption", points.rules.expectedRedemption)
    writer.field("liability", points.liability)
    writer.key("expiring")
    writer.array { writer in
      for days in Points.windows {
        writer.object { writer in
          let expiring = points.expiring(within: days)
          writer.field("days", days)
          writer.field("points", expiring?.points)
          writer.field("accounts", expiring?.accounts)
          writer.field("members", expiring?.members)
        }
      }
    }
    write("earned", points.earned, to: &writer)
    write("burnt", points.burnt, to: &writer)
    write("dropped", points.droppedSums, to: &writer)
    writer.key("short_accounts")
    writer.array { writer in
      for member in points.shortMembers {
        writer.object { writer in
          writer.field("id", id(member))
          writer.field("points", points.dropped(member))
        }
      }
    }
    writer.field("negative_lots", points.negativeLots)
    let faults = points.pools.faults(roster.community)
    writer.object("households_without_pool") { writer in
      writer.field(PointPools.Problem.namesAnother.rawValue, faults.namesAnother)
      writer.field(PointPools.Problem.unknown.rawValue, faults.unknown)
    }
    writer.objects("cohorts", points.cohorts) { write($0, to: &$1) }
    writeResponse(to: &writer)
    writeRevenue(to: &writer)
    writeReminders(to: &writer)
    writer.key("members")
    writer.beginArray()
    return .json(head: writer.bytes, objects: members, tail: "\n]}\n") { write($0, to: &$1) }
  }

  private func write(_ member: Member.Index, to writer: inout JSONWriter) {
    writer.field("id", id(member))
    writer.field("points", points.balance(member))
    for days in Points.windows { writer.field("expiring_\(days)", points.expiring(within: days, member)) }
    writer.field("next_expiry", points.nextExpiry(member).map(zone.string))
    writer.field("pool", points.pools.main(of: member).map(id))
  }

  private func write(_ key: StaticString, _ sums: [Points.ReasonSum], to writer: inout JSONWriter) {
    writer.key(key)
    writer.array { writer in
      for sum in sums {
        writer.object { writer in
          writer.field("reason", sum.reason)
          writer.field("points", sum.points)
          writer.field("records", sum.records)
        }
      }
    }
  }

  private func write(_ cohort: Points.Cohort, to writer: inout JSONWriter) {
    writer.field("cohort", cohort.id)
    writer.field("issued", cohort.issued)
    writer.field("taken", cohort.taken)
    writer.field("expired", cohort.expired)
    writer.field("open", cohort.open)
    writer.field("breakage", cohort.breakage)
  }

  private func writeResponse(to writer: inout JSONWriter) {
    let response = figures.response
    writer.object("redemptions") { writer in
      writer.field("count", response.redemptions)
      writer.field("followed", response.followed)
      writer.field("median_hours", response.median.map { Double($0) / 3_600_000 })
      writer.field("days", PointsResponse.days)
      writer.field("days_over", response.decided)
      writer.field("followed_within", response.followedSoon)
      writer.field("members", response.members)
      writer.field("members_again", response.membersAgain)
    }
  }

  private func writeRevenue(to writer: inout JSONWriter) {
    writer.key("deferred_revenue")
    guard let revenue = figures.revenue else { return writer.value(JSONValue.null) }
    writer.object { writer in
      writer.field("sales", revenue.sales)
      writer.field("goods", revenue.revenue.goods)
      writer.field("points", revenue.revenue.points)
      writer.field("recognised", revenue.recognised)
      writer.field("deferred", revenue.revenue.points - revenue.recognised)
    }
  }

  private func writeReminders(to writer: inout JSONWriter) {
    writer.field("remind_days", figures.reminders.days)
    writer.field("reminders_due", figures.reminders.dueCount)
    writer.key("reminders")
    writer.array { writer in
      for reminder in figures.reminders.reminders {
        writer.object { writer in
          writer.field("id", id(reminder.member))
          writer.field("points", reminder.points)
          writer.field("expires", zone.string(from: reminder.expires))
          writer.field("days", reminder.days)
          writer.key("channels")
          writer.array { writer in for channel in channels(reminder) { writer.value(channel) } }
          writer.field("reminded", reminder.reminded.map(zone.string))
          writer.field("due", reminder.isDue)
        }
      }
    }
  }

  package func csv() -> ReportContent {
    .csv(["id", "points", "expiring_7", "expiring_30", "expiring_90", "next_expiry", "pool"], members) {
      member, writer in
      writer.cell(id(member))
      writer.cell(points.balance(member) ?? 0)
      for days in Points.windows { writer.cell(points.expiring(within: days, member) ?? 0) }
      writer.cell(points.nextExpiry(member).map(zone.string) ?? "")
      writer.cell(points.pools.main(of: member).map(id) ?? "")
    }
  }

  // MARK: Text

  private func money(_ units: Double) -> String {
    guard let amount = Int64(exactly: (units * 100).rounded()) else { return "–" }
    return language.money(
      Money(rawValue: amount), currency: roster.community.program.currency, precision: .exact)
  }

  package func text() -> ReportContent {
    var bytes = heading(.pointsReportTitle)
    bytes += ReportText.pairs(summary())
    bytes += table(.pointsEarned, points.earned)
    bytes += table(.pointsBurnt, points.burnt)
    bytes += table(.pointsDropped, points.droppedSums)
    let cohorts = points.cohorts
    if !cohorts.isEmpty {
      bytes += table(
        [.pointsCohort, .pointsIssued, .pointsTaken, .pointsExpired, .pointsOpen, .pointsBreakage],
        rows: cohorts.map { cohort in
          [cohort.id]
            + [cohort.issued, cohort.taken, cohort.expired, cohort.open].map { language.number($0) }
            + [cohort.breakage.map { language.percent($0) } ?? "–"]
        }, alignments: [.left, .right, .right, .right, .right, .right])
      bytes.append(0x0A)
    }
    return ReportContent(bytes + reminders())
  }

  private func summary() -> [(name: String, value: String)] {
    func pair(_ phrase: Phrase, _ value: String) -> (name: String, value: String) {
      (language.text(phrase), value)
    }
    var pairs = [
      pair(.pointsSource, language.text(points.isLedger ? .pointsSourceFeed : .pointsSourceRules)),
      pair(.pointsBalance, language.number(points.balance)),
      pair(
        .pointsHolders,
        language.accounts(points.holders, members: points.holdingMembers)),
      pair(.pointsHouseholds, language.number(points.pools.count)),
      pair(
        .pointsLiability,
        language.text(
          .pointsLiabilityValue,
          [
            "money": money(points.liability), "points": language.number(points.balance),
            "value": language.short(points.rules.value),
            "share": language.percent(points.rules.expectedRedemption),
          ])),
    ]
    for days in Points.windows {
      guard let expiring = points.expiring(within: days) else { continue }
      pairs.append(
        (
          language.text(.pointsExpiringIn, ["days": days]),
          language.text(
            .pointsExpiringValue,
            [
              "points": language.number(expiring.points),
              "accounts": language.accounts(expiring.accounts, members: expiring.members),
            ])
        ))
    }
    pairs.append(pair(.pointsBreakage, points.breakage.map { language.percent($0, decimals: 1) } ?? "–"))
    if let revenue = figures.revenue {
      pairs.append(
        pair(
          .pointsDeferred,
          language.text(
            .pointsDeferredValue,
            [
              "open": money(revenue.revenue.points - revenue.recognised),
              "points": money(revenue.revenue.points),
            ])))
    }
    pairs += figures.response.pairs(language)
    if points.shortAccounts > 0 { pairs.append(pair(.pointsShort, language.number(points.shortAccounts))) }
    if points.negativeLots > 0 {
      pairs.append(pair(.pointsNegativeLots, language.number(points.negativeLots)))
    }
    let faults = points.pools.faults(roster.community)
    if faults.namesAnother > 0 {
      pairs.append(pair(.pointsHouseholdChains, language.number(faults.namesAnother)))
    }
    if faults.unknown > 0 { pairs.append(pair(.pointsHouseholdUnknown, language.number(faults.unknown))) }
    return pairs
  }

  private func table(_ title: Phrase, _ sums: [Points.ReasonSum]) -> [UInt8] {
    if sums.isEmpty { return [] }
    return ReportText.table(
      [language.text(title), language.text(.pointsPoints), language.text(.reportRecords)],
      rows: sums.map {
        [words.reason($0.reason), language.number($0.points), language.number($0.records)]
      }, alignments: [.left, .right, .right]) + [0x0A]
  }

  private func channels(_ reminder: PointsReminders.Reminder) -> [String] {
    roster.community.openChannels(of: reminder.member).map(\.channel)
  }

  private func reminders() -> [UInt8] {
    let all = figures.reminders.reminders
    let title = language.text(
      .pointsReminders,
      [
        "due": language.number(figures.reminders.dueCount), "count": language.number(all.count),
        "days": figures.reminders.days,
      ])
    var bytes = ReportText.line(title)
    guard !all.isEmpty else { return bytes }
    bytes += table(
      [.columnID, .pointsPoints, .pointsExpires, .pointsReminded, .pointsChannels],
      rows: all.prefix(Self.shownRows).map { reminder in
        let channels = channels(reminder)
        return [
          id(reminder.member), language.number(reminder.points), language.date(reminder.expires, in: zone),
          reminder.reminded.map { language.date($0, in: zone) } ?? language.text(.pointsNotReminded),
          channels.isEmpty
            ? language.text(.pointsNoChannel) : language.channels(channels).joined(separator: ", "),
        ]
      }, alignments: [.left, .right, .left, .left, .left])
    if all.count > Self.shownRows {
      let rest = language.number(all.count - Self.shownRows)
      bytes += line(.pointsMoreReminders, ["count": rest])
    }
    return bytes
  }
}

extension PointsReport: NamedReport {
  package static let name = "points"
  package static let about = """
    balances, what expires and whom to remind, earned and taken by reason, breakage, liability; with --member the \
    lots and the ledger of one account.
    """

  package static func made(
    of reading: FolderReading, _ options: ChosenMemberOptions, language: Language
  ) throws -> (any Report)? {
    let roster = reading.roster
    guard let points = Points(roster: roster, on: .allCores) else { return nil }
    if let member = try options.index(in: roster) {
      return PointsLedgerReport(roster: roster, member: member, points: points, language: language)
    }
    return PointsFigures(points, roster: roster, on: .allCores).map {
      PointsReport(roster: roster, figures: $0, language: language)
    }
  }
}
