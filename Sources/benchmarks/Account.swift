import Community
import Dashboard
import Feeds
import Glibc
import Loyalty

/// Times the emotional accounts of all members, beside one that goes through every member's records.
func measureAccount(_ folder: String, rounds: Int) throws -> [Measurement] {
  let snapshot = try read(folder: folder, options: ReadingOptions())
  let community = snapshot.community
  let now = snapshot.newest(notAfter: Instant(seconds: 4_102_444_800)) ?? Instant(seconds: 0)
  let moment = Moment(now: now, zone: snapshot.zone)
  let figures = MemberFigures(community: community, moment: moment)
  let roster = Roster(community: community, figures: figures, moment: moment, mask: .standard)
  let count = community.members.count
  let events = Feed.events.reduce(0) { $0 + community[$1].count }

  var making: [Double] = []
  var updating: [Double] = []
  var naive: [Double] = []
  let sample = min(count, 20_000)
  for _ in 0..<rounds {
    var start = monotonicSeconds()
    guard var accounts = EmotionalAccounts(roster: roster, on: .allCores) else { continue }
    making.append(monotonicSeconds() - start)

    start = monotonicSeconds()
    let touched = stride(from: 0, to: count, by: max(1, count / 1000)).map { Member.Index($0) }
    for member in touched {
      accounts.update([member], community: community, figures: figures, moment: moment)
    }
    updating.append((monotonicSeconds() - start) / Double(touched.count))

    start = monotonicSeconds()
    var overdrawn = 0
    for number in stride(from: 0, to: count, by: count / sample)
    where balanceByHand(Member.Index(number), community, moment) < 0 { overdrawn += 1 }
    naive.append((monotonicSeconds() - start) * Double(count) / Double(sample))
    guard overdrawn < sample else { continue }
  }
  return [
    Measurement(
      name: "emotional accounts of all members", value: median(making), unit: "s", bound: 1,
      detail: "\(grouped(count)) members, \(grouped(events)) events, on all cores"),
    Measurement(
      name: "one member's account after an entry", value: median(updating) * 1e6, unit: "µs", bound: 1000,
      detail: "balance, band and summary"),
    Measurement(
      name: "balances added up member by member", value: median(naive), unit: "s", bound: nil,
      detail:
        "\(decimal(median(naive) / median(making), 1)) times as long, without hosts' replies and the check"),
  ]
}

/// A balance from the member's own records, without hosts' replies.
private func balanceByHand(_ member: Member.Index, _ community: Community, _ moment: Moment) -> Double {
  struct Entry {
    var at: Instant
    var kind: String
    var value: Double
  }
  let rules = community.program.account
  var entries: [Entry] = []
  for row in community.rows(.touchpoints, of: member) {
    let (segment, offset) = community[.touchpoints][row]
    let kind = community.symbols[segment.symbol(TouchpointField.kind, offset)]
    let value =
      segment.number(TouchpointField.value, offset) ?? rules.kinds.first { $0.id == kind }?.value ?? 0
    let trigger = community.symbols[segment.symbol(TouchpointField.trigger, offset)]
    let factor = trigger == "birthday" || trigger == "first_order" ? 1.5 : 1
    entries.append(Entry(at: segment.instant(offset), kind: kind, value: value * factor))
  }
  for row in community.rows(.complaints, of: member) {
    let (segment, offset) = community[.complaints][row]
    entries.append(Entry(at: segment.instant(offset), kind: "complaint", value: -4))
  }
  for row in community.rows(.orders, of: member) {
    let (segment, offset) = community[.orders][row]
    if segment.integers[OrderField.amount.slot][offset] < 0 {
      entries.append(Entry(at: segment.instant(offset), kind: "refund", value: -1))
    }
  }
  for row in community.rows(.surveys, of: member) {
    let (segment, offset) = community[.surveys][row]
    guard let score = segment.integer(SurveyField.score, offset) else { continue }
    if score <= 6 { entries.append(Entry(at: segment.instant(offset), kind: "detractor", value: -3)) }
    if score >= 9 { entries.append(Entry(at: segment.instant(offset), kind: "promoter", value: 2)) }
  }
  entries.sort { $0.at < $1.at }
  var taken: [String: Double] = [:]
  var balance = 0.0
  for entry in entries where entry.at <= moment.now {
    let day = moment.zone.day(of: entry.at)
    let age = Double(moment.today.days(since: day))
    if entry.value <= 0 {
      balance += entry.value * 2 * pow(2, -age / 180)
    } else {
      let week = "\(entry.kind) \(day.adding(days: 1 - day.weekday))"
      let worth = min(entry.value, 6 - taken[week, default: 0])
      taken[week, default: 0] += worth
      balance += worth * pow(2, -age / 90)
    }
  }
  return balance
}
