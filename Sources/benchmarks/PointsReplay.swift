import Community
import Dashboard
import Feeds
import Loyalty

/// Times the ledger of points of all members, as the feed has it and as the programme's rules earn it, beside a ledger
/// that sorts an account's lots anew for every record.
func measurePoints(_ folder: String, rounds: Int) throws -> [Measurement] {
  let snapshot = try read(folder: folder, options: ReadingOptions())
  var community = snapshot.community
  let now = snapshot.newest(notAfter: Instant(seconds: 4_102_444_800)) ?? Instant(seconds: 0)
  let moment = Moment(now: now, zone: snapshot.zone)
  let figures = MemberFigures(community: community, moment: moment)
  func roster() -> Roster { Roster(community: community, figures: figures, moment: moment, mask: .standard) }
  func replay() -> (points: Points?, seconds: Double) {
    let roster = roster()
    var seconds: [Double] = []
    var points: Points?
    for _ in 0..<rounds {
      let start = monotonicSeconds()
      points = Points(roster: roster, on: .allCores)
      seconds.append(monotonicSeconds() - start)
    }
    return (points, median(seconds))
  }

  let members = grouped(community.members.count)
  let (fromFeed, seconds) = replay()
  guard var points = fromFeed else { return [] }
  var rows = [
    Measurement(
      name: "points of all replayed: the feed", value: seconds, unit: "s", bound: 1.5,
      detail: "\(members) members, \(grouped(community[.points].count)) records; balances, what expires, sums"
    )
  ]
  let sample = min(20_000, community.members.count)
  var start = monotonicSeconds()
  var (compared, agreed) = (0, 0)
  for number in 0..<sample {
    let member = Member.Index(number)
    if points.pools.main(of: member) != nil { continue }
    compared += 1
    if naiveBalance(of: member, community, moment) == points.balance(member) ?? 0 { agreed += 1 }
  }
  let naive = (monotonicSeconds() - start) / Double(max(1, compared))
  rows.append(
    Measurement(
      name: "the same, lots sorted for every record", value: naive * 1e6, unit: "µs", bound: nil,
      detail:
        "a member, the mean of \(grouped(compared)) without a pool, of whom \(grouped(agreed)) come to the same; "
        + "all that way would take \(decimal(naive * Double(community.members.count) / seconds, 0)) times as long"
    ))
  start = monotonicSeconds()
  for number in 0..<sample { _ = points.ledger(of: Member.Index(number)).lines.count }
  rows.append(
    Measurement(
      name: "one member's lots and ledger", value: (monotonicSeconds() - start) / Double(sample) * 1e6,
      unit: "µs", bound: nil, detail: "the mean of \(grouped(sample))"))
  start = monotonicSeconds()
  let full = PointsFigures(points, roster: roster(), on: .allCores)
  rows.append(
    Measurement(
      name: "whom to remind, and what follows redemptions", value: monotonicSeconds() - start, unit: "s",
      bound: nil,
      detail: full.map {
        "\(grouped($0.reminders.reminders.count)) to be told, \(grouped($0.response.redemptions)) redemptions"
      } ?? ""))
  let held = points
  start = monotonicSeconds()
  for number in 0..<1000 {
    points.update([Member.Index(number * 997 % sample)], community: community, figures: figures)
  }
  rows.append(
    Measurement(
      name: "one member's points taken up anew", value: (monotonicSeconds() - start) * 1000, unit: "µs",
      bound: nil, detail: "the mean of 1,000; \(grouped(Int(held.balance))) points before and after"))

  community[.points] = Table(feed: .points)
  let (_, byRules) = replay()
  rows.append(
    Measurement(
      name: "points of all replayed: earned by rules", value: byRules, unit: "s", bound: 1.5,
      detail:
        "\(members) members, \(grouped(community[.orders].count + community[.activity].count)) orders and "
        + "activities"))
  return rows
}

/// A member's balance from the feed: each record that takes points sorts the lots there are by expiry.
private func naiveBalance(of member: Member.Index, _ community: Community, _ moment: Moment) -> Int64 {
  struct Lot {
    var left: Int64
    var expires: Int64
  }
  var records: [(at: Int64, place: Int, delta: Int64, expires: Int64)] = []
  for (place, row) in community.rows(.points, of: member).enumerated() {
    let (segment, offset) = community[.points][row]
    guard let delta = segment.integer(PointField.delta, offset) else { continue }
    let at = segment.at[offset]
    if at > moment.now.rawValue { continue }
    let times = segment.times[PointField.expires.slot]
    let stated = times.isEmpty ? nil : Instant(rawValue: times[offset]).known
    records.append((at, place, delta, (stated ?? threeYearsOn(Instant(rawValue: at), moment.zone)).rawValue))
  }
  records.sort { ($0.at, $0.place) < ($1.at, $1.place) }
  var lots: [Lot] = []
  for record in records {
    if record.delta > 0 {
      lots.append(Lot(left: record.delta, expires: record.expires))
      continue
    }
    var rest = -record.delta
    lots.sort { $0.expires < $1.expires }
    for place in lots.indices where lots[place].expires > record.at && rest > 0 {
      let taken = min(rest, lots[place].left)
      lots[place].left -= taken
      rest -= taken
    }
  }
  return lots.reduce(0) { $0 + ($1.expires > moment.now.rawValue ? $1.left : 0) }
}

/// The same local time 36 months on, on the month's last day when it's shorter.
private func threeYearsOn(_ instant: Instant, _ zone: Zone) -> Instant {
  let (year, month, day) = zone.day(of: instant).civil
  let last = Day.length(ofMonth: month, year: year + 3)
  guard let on = Day(year: year + 3, month: month, day: min(day, last)) else { return instant }
  return zone.instant(
    of: on, second: zone.secondOfDay(of: instant), millisecond: Int(((instant.rawValue % 1000) + 1000) % 1000)
  )
}
