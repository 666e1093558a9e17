import Community

/// All orders of listed members up to now, in the order of their days.
struct DatedOrders: Sendable {
  struct Order: Sendable {
    var amount: Int64
    var member: UInt32
    var day: Int32

    var isPurchase: Bool { amount >= 0 }
  }

  private(set) var orders: [Order] = []

  /// - Complexity: O(members + orders).
  init(_ community: Community, _ figures: MemberFigures, _ calendar: TierCalendar) {
    let now = figures.moment.now.rawValue
    let isListed = (0..<figures.count).map { figures.isListed(Member.Index($0)) }
    let segments = community[.orders].segments
    var days = [Int32](repeating: .min, count: segments.reduce(0) { $0 + $1.count })
    var low = Int32.max
    var high = Int32.min
    let listed = isListed.span
    var dated = days.mutableSpan
    var place = 0
    for segment in segments {
      DatedOrders.forEach(segment) { member, at, _ in
        if at <= now, Int(member) < listed.count, listed[Int(member)] {
          let day = calendar.day(of: at)
          dated[place] = day
          low = min(low, day)
          high = max(high, day)
        }
        place += 1
      }
    }
    guard low <= high else { return }
    var cursors = [Int](repeating: 0, count: Int(high - low) + 2)
    for day in days where day != .min { cursors[Int(day - low) + 1] += 1 }
    for place in cursors.indices.dropFirst() { cursors[place] += cursors[place - 1] }
    orders = Array(repeating: Order(amount: 0, member: 0, day: 0), count: cursors[cursors.count - 1])
    var sorted = orders.mutableSpan
    place = 0
    for segment in segments {
      DatedOrders.forEach(segment) { member, _, amount in
        let day = days[place]
        place += 1
        guard day != .min else { return }
        sorted[cursors[Int(day - low)]] = Order(amount: amount, member: member, day: day)
        cursors[Int(day - low)] += 1
      }
    }
  }

  /// The orders of one member up to now.
  ///
  /// - Complexity: O(*k* log *k*) for *k* orders.
  init(of member: Member.Index, _ community: Community, _ figures: MemberFigures, _ calendar: TierCalendar) {
    guard figures.isListed(member) else { return }
    let segments = community[.orders].segments
    let now = figures.moment.now.rawValue
    orders = community.rows(.orders, of: member).compactMap { row in
      let segment = segments[row.segment]
      let at = segment.at[row.offset]
      guard at <= now else { return nil }
      return Order(
        amount: segment.integers[OrderField.amount.slot][row.offset], member: member.rawValue,
        day: calendar.day(of: at))
    }
    orders.sort { $0.day < $1.day }
  }

  @inline(__always)
  private static func forEach(_ segment: Segment, _ body: (UInt32, Int64, Int64) -> Void) {
    let members = segment.member.span
    let times = segment.at.span
    let amountColumn = segment.integers[OrderField.amount.slot]
    let amounts = amountColumn.span
    for row in 0..<segment.count { body(members[row], times[row], amounts[row]) }
  }
}
