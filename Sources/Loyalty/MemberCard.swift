import Community

/// What is known of one member: profile, figures with what stands behind them, and where it comes from.
package struct MemberCard: Sendable {
  /// A field of the profile.
  package struct Item: Hashable, Sendable {
    package var column: MemberColumn
    package var value: ColumnValue

    package init(column: MemberColumn, value: ColumnValue) {
      self.column = column
      self.value = value
    }
  }

  /// A figure and how it came about.
  package struct Figure: Hashable, Sendable {
    package var column: MemberColumn
    package var value: ColumnValue
    /// The records it was computed from: how many, and from when to when.
    package var records: Int
    package var first: Instant?
    package var last: Instant?
    package var reason: Reason
  }

  /// Why a figure is what it is.
  package enum Reason: Hashable, Sendable {
    /// The member's record says so.
    case stated
    /// The record doesn't say, or says later than the first event, which counts instead.
    case firstEvent
    /// Purchases, of which so many were followed by a refund record of the member.
    case purchases(refunds: Int)
    /// What was bought and what was paid back (not above zero).
    case amounts(bought: Money, refunded: Money)
    /// Spend divided by purchases.
    case mean(spend: Money, orders: Int)
    /// The newest record of this feed.
    case newest(Feed)
    /// Calendar days from this day to today.
    case days(since: Day)
    /// The way to the next tier and to keep this one.
    case tier(TierStanding)
    case stage(LifecycleReason)
    case path(PathReason)
    /// Scores with the values that got them: days since the last purchase, purchases, money.
    case scores([Int], days: Int, orders: Int, money: Money, window: Int)
    /// Why there's no such model.
    case noModel(ModelProblem)
    /// What mind and behaviour together tell.
    case attitude(Attitude, behaviour: Double)
    /// What is left of so many entries of the emotional account.
    case account(entries: Int, AccountBand)
    /// What the words of an id tell, of so many where they have a `count`.
    case told(phrase: String, count: Int? = nil)
    /// Nothing to compute it from.
    case noRecords
  }

  /// What one feed says of the member.
  package struct Source: Hashable, Sendable {
    package var feed: Feed
    package var records: Int
    /// Records dated after now, which count in nothing.
    package var upcoming: Int
    package var newest: Instant?
  }

  package var member: Member.Index
  package var id: String
  /// As shown.
  package var name: String?
  package var hasRecord: Bool
  /// Known fields of the profile.
  package var profile: [Item]
  package var figures: [Figure]
  package var host: Host?
  /// The channels on which the member is known, with the id there, masked as contacts are.
  package var aliases: [Alias]
  package var sources: [Source]
  /// The emotional account, entry by entry; nil while accounts aren't computed.
  package var account: AccountLedger?

  /// A member's id on some channel.
  package struct Alias: Hashable, Sendable {
    package var channel: String
    package var id: String
  }
}

extension Roster {
  /// The member's card.
  ///
  /// - Parameter history: of the member's tier; nil while tiers aren't computed.
  /// - Complexity: O(records of the member).
  func card(of member: Member.Index, _ history: TierHistory?) -> MemberCard {
    let profile: [MemberColumn] = [
      .birthday, .city, .region, .store, .channel, .host, .referrer, .household, .tags, .phone, .email,
      .consent,
    ]
    let records = MemberRecords(self, member)
    let account = measures?.account?.ledger(of: member, community)
    return MemberCard(
      member: member, id: community.members.id(member), name: name(of: member),
      hasRecord: community.members.hasRecord(member),
      profile: profile.map { MemberCard.Item(column: $0, value: value($0, of: member)) }
        .filter { $0.value != .unknown },
      figures: figures(of: member, records) + measuredFigures(of: member, account, history),
      host: host(of: member),
      aliases: community.members.aliases(member).map {
        MemberCard.Alias(channel: $0.channel, id: mask.contacts ? Masking.alias($0.id) : $0.id)
      },
      sources: records.sources, account: account)
  }

  /// The member's host, if there is a record of one.
  package func host(of member: Member.Index) -> Host? {
    hostID(of: member).flatMap { community.host(id: $0) }
  }

  /// The id of the member's host; nil where the member's record names none.
  package func hostID(of member: Member.Index) -> String? {
    withText(.host, of: member) { $0.map { String(decoding: $0, as: UTF8.self) } }
  }

  private func figures(of member: Member.Index, _ records: MemberRecords) -> [MemberCard.Figure] {
    func figure(
      _ column: MemberColumn, _ count: Int, _ first: Instant?, _ last: Instant?, _ reason: MemberCard.Reason
    ) -> MemberCard.Figure {
      let value = value(column, of: member)
      return MemberCard.Figure(
        column: column, value: value, records: count, first: first, last: last,
        reason: value == .unknown ? .noRecords : reason)
    }
    let orders = records.purchases
    let refunds = records.refunds
    let money = orders + refunds
    let spend = figures.spend(member)
    let seenFeed = records.lastSeenFeed
    let stated = community.members.joined(member)
    let joined = figures.joined(member)
    let since = figures.lastSeen(member) ?? joined
    return [
      figure(
        .joined, stated == joined ? 1 : records.eventCount, joined, joined,
        stated == joined ? .stated : .firstEvent),
      figure(
        .lastSeen, records.seenCount, records.firstSeen, figures.lastSeen(member),
        .newest(seenFeed ?? .activity)),
      figure(.silent, records.seenCount, since, since, .days(since: since.map(moment.zone.day) ?? today)),
      figure(
        .orders, orders.count, orders.first?.at, orders.last?.at, .purchases(refunds: refunds.count)),
      figure(
        .spend, money.count, money.map(\.at).min(), money.map(\.at).max(),
        .amounts(bought: MemberRecords.sum(orders), refunded: MemberRecords.sum(refunds))),
      figure(
        .averageOrder, money.count, money.map(\.at).min(), money.map(\.at).max(),
        .mean(spend: spend, orders: orders.count)),
      figure(.lastOrder, orders.count, orders.first?.at, orders.last?.at, .newest(.orders)),
    ]
  }
}

/// The records of one member, counted.
private struct MemberRecords {
  typealias Order = (at: Instant, amount: Money)
  private(set) var purchases: [Order] = []
  private(set) var refunds: [Order] = []
  private(set) var sources: [MemberCard.Source] = []
  private(set) var eventCount = 0
  private(set) var seenCount = 0
  private(set) var firstSeen: Instant?
  private(set) var lastSeenFeed: Feed?
  private var lastSeen: Instant?

  init(_ roster: Roster, _ member: Member.Index) {
    let signs = SignsOfLife(roster.community)
    for feed in Feed.events + [.decisions] {
      let segments = roster.community[feed].segments
      var source = MemberCard.Source(feed: feed, records: 0, upcoming: 0, newest: nil)
      for row in roster.community.rows(feed, of: member) {
        let at = segments[row.segment].instant(row.offset)
        guard at <= roster.moment.now else {
          source.upcoming += 1
          continue
        }
        source.records += 1
        source.newest = max(source.newest ?? at, at)
        if feed != .decisions { eventCount += 1 }
        note(feed, segments[row.segment], row.offset, at, signs)
      }
      if source.records + source.upcoming > 0 { sources.append(source) }
    }
  }

  private mutating func note(
    _ feed: Feed, _ segment: Segment, _ offset: Int, _ at: Instant, _ signs: SignsOfLife
  ) {
    if feed == .orders {
      let amount = segment.money(OrderField.amount, offset) ?? .zero
      if amount < .zero { refunds.append((at, amount)) } else { purchases.append((at, amount)) }
    }
    guard signs.contains(feed, segment, offset) else { return }
    seenCount += 1
    firstSeen = min(firstSeen ?? at, at)
    if at >= lastSeen ?? at {
      lastSeen = at
      lastSeenFeed = feed
    }
  }

  static func sum(_ orders: [Order]) -> Money { orders.reduce(.zero) { $0 + $1.amount } }
}
