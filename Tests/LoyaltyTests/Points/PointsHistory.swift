import Community

@testable import Loyalty

/// What a small community did, as plain records: what communities are built from, and what the naive ledger reads.
struct PointsHistory {
  struct Person {
    var id: String
    var joined: Instant
    var household: String?
    var referrer: String?
  }

  struct Order {
    var id: String?
    var member: String
    var at: Instant
    /// Hundredths.
    var amount: Int64
    var refundOf: String?
  }

  struct Activity {
    var member: String
    var at: Instant
    var type: String
    var to: String?
  }

  struct Change {
    var member: String
    var at: Instant
    var delta: Int64
    var expires: Instant?
    var reason: String?
    var reward: String?
    var order: String?
  }

  var program = Program()
  var zone = CommunityBuilder.zone
  var people: [Person] = []
  var orders: [Order] = []
  var activities: [Activity] = []
  var changes: [Change] = []

  // MARK: Examples

  static func time(_ text: String) -> Instant { CommunityBuilder.time(text) }

  mutating func person(
    _ id: String, joined: String = "2020-01-01", household: String? = nil, referrer: String? = nil
  ) {
    people.append(
      Person(id: id, joined: Self.time(joined), household: household, referrer: referrer))
  }

  mutating func order(
    _ member: String, _ at: String, _ units: Double, id: String? = nil, refundOf: String? = nil
  ) {
    orders.append(
      Order(
        id: id, member: member, at: Self.time(at), amount: Int64((units * 100).rounded()), refundOf: refundOf)
    )
  }

  mutating func activity(_ member: String, _ at: String, _ type: String, to: String? = nil) {
    activities.append(Activity(member: member, at: Self.time(at), type: type, to: to))
  }

  mutating func points(
    _ member: String, _ at: String, _ delta: Int64, expires: String? = nil, reason: String? = nil,
    reward: String? = nil
  ) {
    changes.append(
      Change(
        member: member, at: Self.time(at), delta: delta, expires: expires.map(Self.time), reason: reason,
        reward: reward, order: nil))
  }

  // MARK: Building

  func builder() -> CommunityBuilder {
    var builder = CommunityBuilder()
    builder.community.program = program
    for person in people { builder.add(person) }
    for order in orders { builder.add(order) }
    for activity in activities { builder.add(activity) }
    for change in changes { builder.add(change) }
    return builder
  }

  func points(_ now: String, workers: Int = 1) -> Points { points(Self.time(now), workers: workers) }

  func points(_ now: Instant, workers: Int = 1) -> Points {
    let community = builder().community
    let figures = MemberFigures(community: community, moment: Moment(now: now, zone: zone))
    guard let points = Points(community: community, figures: figures, on: Computation(workers: workers))
    else {
      preconditionFailure("cancelled")
    }
    return points
  }
}

extension CommunityBuilder {
  mutating func add(_ person: PointsHistory.Person) {
    let member = index(person.id)
    community.members.update(member) { block, row in
      block.joined[row] = person.joined.rawValue
      if let household = person.household { block.households.set(household, row: row) }
      if let referrer = person.referrer { block.referrers.set(referrer, row: row) }
    }
  }

  mutating func add(_ order: PointsHistory.Order) {
    record(.orders, .member(index(order.member)), order.at) { segment, _ in
      segment.integers[OrderField.amount.slot].append(order.amount)
      if let id = order.id { segment.ids.set(id, row: segment.count) }
      if let of = order.refundOf { segment.texts[OrderField.refundOf.slot].set(of, row: segment.count) }
    }
  }

  mutating func add(_ activity: PointsHistory.Activity) {
    let to = activity.to.map { Participant.member(index($0)) } ?? .none
    record(.activity, .member(index(activity.member)), activity.at) { segment, symbols in
      segment.symbols[ActivityField.type.slot].append(symbols.intern(activity.type).rawValue)
      segment.to.append(to.rawValue)
    }
  }

  mutating func add(_ change: PointsHistory.Change) {
    record(.points, .member(index(change.member)), change.at) { segment, symbols in
      segment.integers[PointField.delta.slot].append(change.delta)
      segment.times[PointField.expires.slot].append((change.expires ?? .unknown).rawValue)
      segment.symbols[PointField.reason.slot].append(
        change.reason.map { symbols.intern($0).rawValue } ?? 0)
      segment.symbols[PointField.reward.slot].append(
        change.reward.map { symbols.intern($0).rawValue } ?? 0)
      if let order = change.order { segment.texts[PointField.order.slot].set(order, row: segment.count) }
    }
  }
}
