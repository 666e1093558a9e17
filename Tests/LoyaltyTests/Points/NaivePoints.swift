import Community

@testable import Loyalty

/// A second computation of points, written plainly: event by event, lot by lot, over plain records.
struct NaivePoints {
  struct Lot {
    var at: Instant
    var expires: Instant
    var issued: Int64
    var open: Int64
  }

  struct Account {
    var members: [String]
    var lots: [Lot] = []
    var earned: [String: Int64] = [:]
    var burnt: [String: Int64] = [:]
    var dropped: Int64 = 0
    /// By member what they earned, in order.
    var items: [String: [EarnedPoints.Item]] = [:]

    func balance(_ now: Instant) -> Int64 {
      lots.filter { $0.expires > now }.reduce(0) { $0 + $1.open }
    }
  }

  let history: PointsHistory
  let now: Instant
  private(set) var accounts: [Account] = []

  private var zone: Zone { history.zone }
  private var rules: Program.PointsRules { history.program.points }

  init(_ history: PointsHistory, _ now: Instant) {
    self.history = history
    self.now = now
    var left = Set(history.people.map(\.id))
    for person in history.people where left.contains(person.id) {
      let members = sharers(person.id)
      left.subtract(members)
      accounts.append(replay(members))
    }
  }

  func account(of id: String) -> Account {
    accounts.first { $0.members.contains(id) } ?? Account(members: [id])
  }

  // MARK: Households

  private func person(_ id: String) -> PointsHistory.Person? { history.people.first { $0.id == id } }

  private func isMain(_ id: String) -> Bool {
    guard let main = person(id) else { return false }
    return main.household == nil || main.household == id
  }

  private func pool(_ main: String) -> [String] {
    let others = history.people.filter { $0.household == main && $0.id != main }
      .sorted { ($0.joined, $0.id) < ($1.joined, $1.id) }
    return [main] + others.prefix(rules.householdMembers).map(\.id)
  }

  private func sharers(_ id: String) -> [String] {
    let main = person(id)?.household ?? id
    guard isMain(main), pool(main).contains(id) else { return [id] }
    return pool(main)
  }

  // MARK: Referrals

  private func firstPurchase(_ id: String) -> Instant? {
    history.orders.filter { $0.member == id && $0.amount >= 0 && $0.at <= now }.map(\.at).min()
  }

  private func referrer(_ id: String) -> String? {
    if let stated = person(id)?.referrer, stated != id { return person(stated) == nil ? nil : stated }
    let invitations = history.activities.filter {
      $0.type == "referral" && $0.to == id && $0.member != id && $0.at <= now
    }
    guard let first = invitations.map(\.at).min() else { return nil }
    return invitations.first { $0.at == first }?.member
  }

  private func referralTimes(_ id: String) -> [Instant] {
    history.people.filter { referrer($0.id) == id }.compactMap { counted($0.id, by: id) }.sorted()
  }

  private func joined(_ id: String) -> Instant? {
    let events =
      history.orders.filter { $0.member == id }.map(\.at)
      + history.activities.filter { $0.member == id }.map(\.at)
      + history.changes.filter { $0.member == id }.map(\.at)
    let first = events.filter { $0 <= now }.min()
    guard let stated = person(id)?.joined else { return first }
    return first.map { min($0, stated) } ?? (stated <= now ? stated : nil)
  }

  /// From when on somebody who was referred counts: never, where they had bought before the other joined, or before
  /// the day of the activity that told of it.
  private func counted(_ person: String, by referrer: String) -> Instant? {
    guard let bought = firstPurchase(person) else { return nil }
    if let joined = joined(referrer), bought < joined { return nil }
    if let stated = self.person(person)?.referrer, stated != person { return bought }
    let told = history.activities.filter {
      $0.type == "referral" && $0.to == person && $0.member != person && $0.at <= now
    }.map(\.at).min()
    guard let told else { return bought }
    return zone.day(of: bought) < zone.day(of: told) ? nil : max(bought, told)
  }

  // MARK: Expiry

  private func expiry(_ at: Instant) -> Instant {
    let day = zone.day(of: at)
    if rules.isClearedAtYearEnd {
      var year = day.civil.year
      while true {
        guard let first = Day(year: year + 1, month: 1, day: 1) else { return at }
        let end = zone.instant(of: first).adding(milliseconds: -1)
        if end > at { return end }
        year += 1
      }
    }
    var (year, month, dayOfMonth) = day.civil
    for _ in 0..<rules.months {
      month += 1
      if month == 13 {
        month = 1
        year += 1
      }
    }
    while true {
      if let target = Day(year: year, month: month, day: dayOfMonth) {
        return zone.instant(
          of: target, second: zone.secondOfDay(of: at), millisecond: Int(at.rawValue % 1000))
      }
      dayOfMonth -= 1
    }
  }

  // MARK: Events

  private enum Event {
    case change(PointsHistory.Change)
    case order(PointsHistory.Order)
    case activity(PointsHistory.Activity)
    case referral(String)
  }

  private func replay(_ members: [String]) -> Account {
    var events: [(at: Instant, kind: Int, row: Int, event: Event)] = []
    if history.changes.isEmpty {
      for (row, order) in history.orders.enumerated() where members.contains(order.member) {
        events.append((order.at, order.amount < 0 ? 4 : 1, row, .order(order)))
      }
      for (row, activity) in history.activities.enumerated() where members.contains(activity.member) {
        events.append((activity.at, 2, row, .activity(activity)))
      }
      for member in members {
        for at in referralTimes(member) { events.append((at, 3, 0, .referral(member))) }
      }
    } else {
      for (row, change) in history.changes.enumerated() where members.contains(change.member) {
        events.append((change.at, 0, row, .change(change)))
      }
    }
    events.sort { ($0.at, $0.kind, $0.row) < ($1.at, $1.kind, $1.row) }
    var account = Account(members: members)
    var orders: [String: (member: String, amount: Int64, points: Int64, refunded: Int64, taken: Int64)] = [:]
    var capped: [String: Int] = [:]
    for event in events where event.at <= now {
      switch event.event {
      case .change(let change):
        if change.delta > 0 {
          let expires = max(change.expires ?? expiry(change.at), change.at)
          account.lots.append(
            Lot(at: change.at, expires: expires, issued: change.delta, open: change.delta))
          account.earned[change.reason ?? "-", default: 0] += change.delta
          account.items[change.member, default: []].append(
            EarnedPoints.Item(at: change.at.rawValue, points: change.delta))
        } else {
          let taken = take(-change.delta, change.at, &account) { $0.expires < $1.expires }
          account.burnt[change.reason ?? (change.reward == nil ? "-" : "redemption"), default: 0] += taken
        }
      case .order(let order) where order.amount >= 0:
        let points = issue(order.amount / 100, event.at, order.member, "purchase", &account)
        if let id = order.id { orders[id] = (order.member, order.amount, points, 0, 0) }
      case .order(let order):
        var due = -order.amount / 100
        if let id = order.refundOf, var known = orders[id], known.member == order.member {
          known.refunded += -order.amount
          let inAll =
            known.amount == 0 ? 0 : known.points * min(known.refunded, known.amount) / known.amount
          due = inAll - known.taken
          known.taken = inAll
          orders[id] = known
        }
        // Those issued last in front: later ones of one instant stand behind in the list.
        let newest = { (left: Lot, right: Lot) in left.at > right.at }
        let taken = take(due, order.at, &account, isNewestFirst: true, newest)
        if due > 0 { account.burnt["refund", default: 0] += taken }
      case .activity(let activity):
        guard let rule = rules.activities.first(where: { $0.type == activity.type }) else { continue }
        let key = "\(activity.member) \(activity.type) \(zone.day(of: activity.at))"
        var points = rule.points
        if let limit = rule.aDay { points = min(points, limit - capped[key, default: 0]) }
        capped[key, default: 0] += points
        _ = issue(Int64(points), event.at, activity.member, activity.type, &account)
      case .referral(let member): _ = issue(Int64(rules.referral), event.at, member, "referral", &account)
      }
    }
    return account
  }

  private func issue(
    _ points: Int64, _ at: Instant, _ member: String, _ reason: String, _ account: inout Account
  ) -> Int64 {
    guard points > 0 else { return 0 }
    let today = zone.day(of: at)
    let counted = referralTimes(member).filter {
      $0 <= at && today.days(since: zone.day(of: $0)) < rules.socialDays
    }
    // Tenths, so that nothing is rounded on the way.
    let extra = points * min(Int64(counted.count), 10) / 10
    for (units, word) in [(points, reason), (extra, "social")] where units > 0 {
      account.lots.append(Lot(at: at, expires: expiry(at), issued: units, open: units))
      account.earned[word, default: 0] += units
      account.items[member, default: []].append(EarnedPoints.Item(at: at.rawValue, points: units))
    }
    return points + extra
  }

  private func take(
    _ points: Int64, _ at: Instant, _ account: inout Account, isNewestFirst: Bool = false,
    _ precedes: (Lot, Lot) -> Bool
  ) -> Int64 {
    var taken: Int64 = 0
    // One by one, each from the lot that is next.
    while taken < points {
      let open = account.lots.indices.filter { account.lots[$0].open > 0 && account.lots[$0].expires > at }
      let ordered = isNewestFirst ? open.reversed() : open
      guard var next = ordered.first else { break }
      for lot in ordered where precedes(account.lots[lot], account.lots[next]) { next = lot }
      account.lots[next].open -= 1
      taken += 1
    }
    account.dropped += points - taken
    return taken
  }
}
