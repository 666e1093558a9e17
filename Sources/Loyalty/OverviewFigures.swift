import Community

/// The community at a glance, as of one moment: members, records by feed, months, how many were seen lately.
///
/// It remembers which rows it has read, so that an update costs no more than the rows that were added.
package struct OverviewFigures: Sendable {
  /// What one feed holds.
  package struct FeedFigures: Hashable, Sendable {
    /// Records, whatever their date.
    package var records = 0
    /// Records dated after the moment.
    package var upcoming = 0
    /// The time of the newest record that counts, in feeds of events.
    package var newest: Instant?
  }

  /// One calendar month.
  package struct Month: Hashable, Sendable {
    package var firstDay: Day
    /// Members who joined.
    package var joined: Int
    /// Purchases.
    package var orders: Int
    /// The sum of amounts, refunds included.
    package var spend: Money
  }

  package private(set) var moment: Moment
  /// Members who count by now.
  package private(set) var listed = 0
  /// Listed members known by id alone: whom `-has:record` finds.
  package private(set) var withoutRecord = 0
  /// Listed members whose birthday is kept on the moment's day: whom `birthday:today` finds.
  package private(set) var birthdays = 0
  package private(set) var hosts = 0
  /// Purchases ever.
  package private(set) var orders = 0
  /// The sum of all amounts ever, refunds included.
  package private(set) var spend = Money.zero
  /// Purchases by day.
  package private(set) var ordersByDay = DayCounts()
  /// Sums of amounts by day, in hundredths, refunds included.
  package private(set) var spendByDay = DayCounts()
  package private(set) var joinedByDay = DayCounts()
  /// Members with a purchase ever, and with two or more.
  package private(set) var buyers = 0
  package private(set) var repeatBuyers = 0
  private var lastSeenByDay = DayCounts()
  private var unseenByDay = DayCounts()
  private var feeds = Feed.allCases.map { _ in FeedFigures() }
  /// Rows read, by feed and segment.
  private var read: [[Int]] = Feed.allCases.map { _ in [] }
  /// Rows dated after the moment, by feed; at most `Upcoming.limit`, beyond which all is read anew.
  private var waiting: [(feed: Feed, row: Row, at: Int64)] = []
  private var earliestWaiting = Int64.max
  private var isOverflown = false

  /// - Complexity: O(events).
  package init(community: Community, figures: MemberFigures, moment: Moment) {
    self.moment = moment
    update(community: community, figures: figures, moment: moment)
  }

  /// Takes up what was appended and what isn't in the future any more.
  ///
  /// - Complexity: O(rows added + segments), and a glance at the birthdays of all members; O(events) when the clock was set back, the zone changed, or the
  ///   community is another one.
  package mutating func update(community: Community, figures: MemberFigures, moment: Moment) {
    let isAnother = moment.zone != self.moment.zone || moment.now < self.moment.now || hasShrunk(community)
    let isLate = isOverflown && earliestWaiting <= moment.now.rawValue
    self.moment = moment
    if isAnother || isLate { startAnew() }
    listed = figures.listedCount
    countRecords(community, figures)
    hosts = community.hosts.count
    joinedByDay = figures.joinedByDay
    lastSeenByDay = figures.lastSeenByDay
    unseenByDay = figures.unseenByDay
    buyers = figures.buyerCount
    repeatBuyers = figures.repeatBuyerCount
    feeds[Feed.members.rawValue].records = community.members.count - community.members.withoutRecord
    feeds[Feed.hosts.rawValue].records = hosts
    feeds[Feed.campaigns.rawValue].records = community.campaigns.count
    releaseWaiting(community)
    var clock = DayClock(zone: moment.zone)
    for feed in Feed.events + [.weather, .decisions] { readNew(feed, community, &clock) }
  }

  package func feed(_ feed: Feed) -> FeedFigures { feeds[feed.rawValue] }

  /// The newest event that counts: how old the data is.
  package var newestEvent: Instant? { Feed.events.compactMap { feeds[$0.rawValue].newest }.max() }

  /// Members seen on one of the last `days` calendar days, today included.
  package func seen(inLast days: Int) -> Int {
    Int(lastSeenByDay.sum(moment.today.adding(days: 1 - days)...moment.today))
  }

  /// Members silent for more than so many days: last seen, or else joined, before that.
  package func silent(forMoreThan days: Int) -> Int {
    let before = Day(rawValue: .min)...moment.today.adding(days: -1 - days)
    return Int(lastSeenByDay.sum(before) + unseenByDay.sum(before))
  }

  /// The share of members seen in the last 30 days; nil without members.
  package var seenShare: Double? { listed == 0 ? nil : Double(seen(inLast: 30)) / Double(listed) }

  /// The last `count` calendar months, this one included, oldest first.
  package func months(_ count: Int = 24) -> [Month] {
    var months: [Month] = []
    var last = moment.today
    for _ in 0..<count {
      let first = last.startOfMonth
      let end = first.adding(days: Day.length(ofMonth: first.civil.month, year: first.civil.year) - 1)
      months.append(
        Month(
          firstDay: first, joined: Int(joinedByDay.sum(first...end)),
          orders: Int(ordersByDay.sum(first...end)),
          spend: Money(rawValue: spendByDay.sum(first...end))))
      last = first.adding(days: -1)
    }
    return months.reversed()
  }
}

extension OverviewFigures {
  /// Counts birthdays, and members without a record. Where everybody is listed, the table has counted the latter.
  private mutating func countRecords(_ community: Community, _ figures: MemberFigures) {
    let kept = Birthday.monthDays(keptOn: moment.today)
    // At most two: who is born on 29 February keeps the 28th in other years. An unknown day is 0, which no day is.
    guard let firstKept = kept.first, let lastKept = kept.last else { return }
    let asksRecords = figures.listedCount < community.members.count
    birthdays = 0
    withoutRecord = asksRecords ? 0 : community.members.withoutRecord
    for (number, block) in community.members.blocks.enumerated() {
      let first = number << Members.blockShift
      let count = min(block.count, figures.count - first)
      let column = block.birthday
      let days = column.span
      for row in 0..<max(0, count) {
        let day = days[row] & 511
        guard day == firstKept || day == lastKept, figures.isListed(Member.Index(first + row)) else {
          continue
        }
        birthdays += 1
      }
      guard asksRecords else { continue }
      for row in 0..<max(0, count) where !block.hasRecord[row] && figures.isListed(Member.Index(first + row))
      {
        withoutRecord += 1
      }
    }
  }

  private func hasShrunk(_ community: Community) -> Bool {
    (Feed.events + [.weather, .decisions]).contains { feed in
      let segments = community[feed].segments
      let known = read[feed.rawValue]
      return segments.count < known.count || zip(segments, known).contains { $0.count < $1 }
    }
  }

  private mutating func startAnew() {
    orders = 0
    spend = .zero
    ordersByDay = DayCounts()
    spendByDay = DayCounts()
    feeds = Feed.allCases.map { _ in FeedFigures() }
    read = Feed.allCases.map { _ in [] }
    waiting = []
    earliestWaiting = .max
    isOverflown = false
  }

  private mutating func releaseWaiting(_ community: Community) {
    let now = moment.now.rawValue
    guard earliestWaiting <= now else { return }
    var clock = DayClock(zone: moment.zone)
    for item in waiting where item.at <= now {
      feeds[item.feed.rawValue].upcoming -= 1
      count(item.feed, community[item.feed].segments[item.row.segment], item.row.offset, item.at, &clock)
    }
    waiting.removeAll { $0.at <= now }
    earliestWaiting = waiting.reduce(.max) { min($0, $1.at) }
  }

  private mutating func readNew(_ feed: Feed, _ community: Community, _ clock: inout DayClock) {
    let now = moment.now.rawValue
    let segments = community[feed].segments
    for number in segments.indices {
      if read[feed.rawValue].count <= number { read[feed.rawValue].append(0) }
      let done = read[feed.rawValue][number]
      let segment = segments[number]
      guard done < segment.count else { continue }
      read[feed.rawValue][number] = segment.count
      feeds[feed.rawValue].records += segment.count - done
      guard !segment.at.isEmpty else { continue }
      var newest = feeds[feed.rawValue].newest?.rawValue ?? .min
      let times = segment.at.span
      for offset in done..<segment.count {
        let at = times[offset]
        if at > now {
          wait(feed, Row(segment: number, offset: offset), at)
        } else {
          newest = max(newest, at)
          if feed == .orders { count(segment, offset, at, &clock) }
        }
      }
      feeds[feed.rawValue].newest = newest == .min ? nil : Instant(rawValue: newest)
    }
  }

  private mutating func wait(_ feed: Feed, _ row: Row, _ at: Int64) {
    feeds[feed.rawValue].upcoming += 1
    earliestWaiting = min(earliestWaiting, at)
    if waiting.count < Upcoming.limit { waiting.append((feed, row, at)) } else { isOverflown = true }
  }

  private mutating func count(
    _ feed: Feed, _ segment: Segment, _ offset: Int, _ at: Int64, _ clock: inout DayClock
  ) {
    let newest = feeds[feed.rawValue].newest ?? .unknown
    feeds[feed.rawValue].newest = max(newest, Instant(rawValue: at))
    if feed == .orders { count(segment, offset, at, &clock) }
  }

  @inline(__always)
  private mutating func count(_ order: Segment, _ offset: Int, _ at: Int64, _ clock: inout DayClock) {
    let amount = order.integers[OrderField.amount.slot][offset]
    let day = clock.day(of: at)
    spend += Money(rawValue: amount)
    spendByDay.add(amount, on: day)
    guard amount >= 0 else { return }
    orders += 1
    ordersByDay.add(1, on: day)
  }
}

extension Moment {
  /// The newest event up to `limit`: what counts as now where the programme says `latest`. Decisions and
  /// weather are no events.
  ///
  /// - Complexity: O(events).
  package static func newestEvent(in community: Community, until limit: Instant) -> Instant? {
    var newest = Int64.min
    for feed in Feed.events {
      for segment in community[feed].segments {
        for at in segment.at where at > newest && at <= limit.rawValue { newest = at }
      }
    }
    return Instant(rawValue: newest).known
  }
}
