import Bytes
import Community

/// Finds in the records what bears on tiers.
struct TierReader: Sendable {
  let plan: TierPlan
  let now: Int64
  let bots: Bots
  @Boxed private(set) var points: EarnedPoints?
  /// The symbols of the types of activity that are contributions, and that of NPS.
  private let contributions: [Bool]
  private let nps: UInt32?
  let readsActivity: Bool
  let readsAllActivity: Bool
  let readsAnswers: Bool
  let readsOrders: Bool
  let readsReferrals: Bool
  let readsPoints: Bool
  /// Whether a member with a refund of its own day can be judged otherwise because time goes by.
  let needsTicks: Bool

  init(_ plan: TierPlan, community: Community, now: Instant, points: EarnedPoints?) {
    self.plan = plan
    self.now = now.rawValue
    self.points = points
    bots = Bots(community)
    var contributions = [Bool](repeating: false, count: community.symbols.count)
    for type in ["post", "reply", "share", "story", "review", "suggestion"] {
      if let symbol = community.symbols.symbol(of: type) { contributions[Int(symbol.rawValue)] = true }
    }
    self.contributions = contributions
    nps = community.symbols.symbol(of: "nps")?.rawValue
    readsAllActivity = plan.uses(.activeDays)
    readsActivity = readsAllActivity || plan.uses(.contributions)
    readsAnswers = plan.uses(.lastNPS) && nps != nil
    readsOrders = plan.uses(.spend) || plan.uses(.purchases)
    readsReferrals = plan.uses(.referrals)
    readsPoints = plan.uses(.points)
    needsTicks = plan.uses(.spend)
  }

  @inline(__always)
  func activity(type: UInt32, at: Int64) -> TierEvent? {
    if contributions[Int(type)] { return TierEvent(.contribution, at: at) }
    return readsAllActivity ? TierEvent(.activity, at: at) : nil
  }

  @inline(__always)
  func answer(kind: UInt32, score: Int64, at: Int64) -> TierEvent? {
    kind == nps && (0...10).contains(score) ? TierEvent(.answer, at: at, value: score) : nil
  }

  // MARK: One member

  /// Everything that bears on a member's tier, in order, with its days.
  ///
  /// - Parameter withAll: whether the times of all events are wanted, those too that change nothing.
  /// - Complexity: O(events of the member and of those referred).
  func events(
    of member: Member.Index, _ community: Community, _ calendar: TierCalendar, referrals: [TierReferral],
    withAll: Bool = false
  ) -> [TierEvent] {
    var events: [TierEvent] = []
    var changes: [Change] = []
    var hasLosses = false
    if readsOrders { (events, changes) = orders(of: member, community, &hasLosses) }
    if readsActivity, !bots.contains(member.rawValue) {
      let segments = community[.activity].segments
      for row in community.rows(.activity, of: member) where segments[row.segment].at[row.offset] <= now {
        let segment = segments[row.segment]
        let type = segment.symbol(ActivityField.type, row.offset).rawValue
        if let event = activity(type: type, at: segment.at[row.offset]) { events.append(event) }
      }
    }
    if readsAnswers {
      let segments = community[.surveys].segments
      for row in community.rows(.surveys, of: member) where segments[row.segment].at[row.offset] <= now {
        let segment = segments[row.segment]
        let event = answer(
          kind: segment.symbol(SurveyField.kind, row.offset).rawValue,
          score: segment.integer(SurveyField.score, row.offset) ?? -1, at: segment.at[row.offset])
        if let event { events.append(event) }
      }
    }
    if readsPoints {
      events += earnedPoints(of: member, community)
    }
    if hasLosses && needsTicks || withAll || plan.isOpenToAll { events += ticks(of: member, community) }
    for referral in referrals { events.append(TierEvent(.referral, at: referral.at)) }
    if changes.isEmpty { TierReader.sort(&events) } else { TierReader.sort(&events, with: changes) }
    for place in events.indices { events[place].day = calendar.day(of: events[place].at) }
    return events
  }

  /// Where no points were worked out, each record that adds some counts as earned.
  private func earnedPoints(of member: Member.Index, _ community: Community) -> [TierEvent] {
    if let points { return points.of(member).map { TierEvent(.points, at: $0.at, value: $0.points) } }
    let segments = community[.points].segments
    return community.rows(.points, of: member).compactMap { row in
      let segment = segments[row.segment]
      guard segment.at[row.offset] <= now, let delta = segment.integer(PointField.delta, row.offset),
        delta > 0
      else { return nil }
      return TierEvent(.points, at: segment.at[row.offset], value: delta)
    }
  }

  /// The times of all events of the member.
  private func ticks(of member: Member.Index, _ community: Community) -> [TierEvent] {
    Feed.events.flatMap { feed in
      let segments = community[feed].segments
      return community.rows(feed, of: member).compactMap { row in
        let at = segments[row.segment].at[row.offset]
        return at <= now ? TierEvent(.tick, at: at) : nil
      }
    }
  }

  private static func sort(_ events: inout [TierEvent]) {
    guard events.count > 1 else { return }
    events.withMutableView { TierReader.sort($0) }
  }

  /// By time and kind; what is the same in both stays in order.
  static func sort(_ events: MutableBufferView<TierEvent>) {
    if events.count > 48 {
      var isSorted = true
      for place in 1..<events.count where events[place - 1].key > events[place].key { isSorted = false }
      if isSorted { return }
      let sorted = events.enumerated().sorted { ($0.element.key, $0.offset) < ($1.element.key, $1.offset) }
      for (place, event) in sorted.enumerated() { events[place] = event.element }
      return
    }
    for place in 1..<max(1, events.count) {
      let event = events[place]
      var target = place
      while target > 0, events[target - 1].key > event.key {
        events[target] = events[target - 1]
        target -= 1
      }
      events[target] = event
    }
  }

  // MARK: Changes of what was before

  /// A change of an event that was before.
  private struct Change {
    var kind: TierEvent.Kind
    var at: Int64
    var value: Int64
    /// The place of that event.
    var target: Int

    init(_ kind: TierEvent.Kind, at: Int64, value: Int64, target: Int) {
      self.kind = kind
      self.at = at
      self.value = value
      self.target = target
    }
  }

  /// Sorts events, with changes where they belong by time.
  private static func sort(_ events: inout [TierEvent], with changes: [Change]) {
    let all =
      events + changes.map { TierEvent($0.kind, at: $0.at, value: $0.value, extra: Int32($0.target)) }
    let order = all.indices.sorted { (all[$0].key, $0) < (all[$1].key, $1) }
    var places = [Int32](repeating: 0, count: all.count)
    for (place, index) in order.enumerated() { places[index] = Int32(place) }
    events = order.map { index in
      var event = all[index]
      if index >= events.count { event.extra = places[Int(event.extra)] }
      return event
    }
  }

  /// Purchases, and refunds as they change the purchases they belong to.
  private func orders(
    of member: Member.Index, _ community: Community, _ hasLosses: inout Bool
  ) -> (events: [TierEvent], changes: [Change]) {
    let segments = community[.orders].segments
    let rows = community.rows(.orders, of: member).filter { segments[$0.segment].at[$0.offset] <= now }
    var events: [TierEvent] = []
    /// Places of refunds that name an order, with its id.
    var linked: [(place: Int, order: String)] = []
    var purchases: [Int] = []
    for (place, row) in rows.enumerated() {
      let segment = segments[row.segment]
      let amount = segment.integers[OrderField.amount.slot][row.offset]
      let at = segment.at[row.offset]
      events.append(
        amount >= 0
          ? TierEvent(.purchase, at: at, value: amount, extra: 1) : TierEvent(.refund, at: at, value: amount))
      if amount >= 0 {
        purchases.append(place)
      } else {
        hasLosses = true
        if let order = segment.text(OrderField.refundOf, row.offset) { linked.append((place, order)) }
      }
    }
    var changes: [Change] = []
    guard !linked.isEmpty else { return (events, changes) }
    var places: [String: Int] = [:]
    for place in purchases {
      if let id = segments[rows[place].segment].ids[rows[place].offset], places[id] == nil {
        places[id] = place
      }
    }
    var refunded: [Int: Int64] = [:]
    var gone: Set<Int> = []
    for (place, order) in linked.sorted(by: { $0.place < $1.place }) {
      guard let target = places[order] else { continue }
      // From when on it's known what the refund belongs to.
      let at = max(events[place].at, events[target].at)
      if events[target].at > events[place].at {
        changes.append(Change(.adjustAmount, at: at, value: -events[place].value, target: place))
      } else {
        gone.insert(place)
      }
      changes.append(Change(.adjustAmount, at: at, value: events[place].value, target: target))
      let before = refunded[target]
      let sum = (before ?? 0) &+ events[place].value
      refunded[target] = sum
      let amount = events[target].value
      if -sum >= amount, before.map({ -$0 < amount }) ?? true {
        changes.append(Change(.adjustCount, at: at, value: -1, target: target))
      }
    }
    // What is gone stays as a time at which the member is judged.
    for place in gone { events[place] = TierEvent(.tick, at: events[place].at) }
    return (events, changes)
  }
}
