import Community

/// The columns of the table of members. Raw values are the ids used in JSON, CSV, filters and saved views.
package enum MemberColumn: String, CaseIterable, Hashable, Sendable {
  case id, name
  /// When the member joined; the first event where the record doesn't say or says later.
  case joined
  /// The newest purchase, activity, survey answer or redemption.
  case lastSeen = "last_seen"
  /// Calendar days since the member was last seen; never seen: since joining.
  case silent = "silence"
  /// Purchases ever, refunded ones too.
  case orders
  /// The sum of all amounts ever, refunds included.
  case spend
  /// Spend by purchase.
  case averageOrder = "average_order"
  /// The newest purchase.
  case lastOrder = "last_order"
  case city, region, store, channel
  /// The id of the member's host.
  case host
  case tags, birthday
  /// The id of the member who invited this one: the record's, else the earliest referral's.
  case referrer
  case household, phone, email
  /// Channels that may be used, and with a minus those that may not.
  case consent
  /// Whether a record of the member was read.
  case record
  /// How near the member still is, by rhythm.
  case stage
  /// The rhythm that silence is judged by, in days.
  case rhythm
  /// How far the member has come on the path of loyalty.
  case path
  /// Scores of 1 to 5 for recency, frequency and money.
  case recencyScore = "r"
  case frequencyScore = "f"
  case moneyScore = "m"
  /// Three digits: 1 where recency, frequency and money score above their means.
  case rfmClass = "rfm_class"
  /// How likely the member still buys, 0–1.
  case alive = "p_alive"
  /// What the member is expected to be worth over a year.
  case lifetimeValue = "clv"
  case segment
  /// What calling the sleeping member back is worth.
  case stake = "at_stake"
  /// Scores of 0 to 100.
  case behaviour, mind
  case worth = "value"
  /// The rules of the calendar by which a touchpoint is due today.
  case due
  /// Contributions to the community in the window of layers.
  case contributions = "contributions_30"
  /// How much of the community the member carries.
  case contributorLayer = "contributor_layer"
  /// Whether the member kept yesterday's day of a running challenge.
  case challenge
  /// Other members that the member is tied to, and those tied both ways.
  case ties
  case reciprocalTies = "reciprocal_ties"
  /// The share of the member's ties that lie in a triangle, 0–1.
  case embedded
  /// The number of the group found in the ties, the largest first.
  case group
  /// What stands in the emotional account, and the band it's in.
  case balance, band
  /// The newest touchpoint, or decision to touch.
  case lastTouch = "last_touch"

  /// The points that the member may spend, and what of them expires within 30 days.
  case points
  case expiring30 = "expiring_30"
  /// Calendar days until the next points expire.
  case expiring
  /// The member's tier, and from when on.
  case tier
  case tierSince = "tier_since"
  /// Quarters in a row that ended below what keeps the tier.
  case misses
  /// The tier above, and how far it's reached, 0–100 %.
  case nextTier = "next_tier"
  case next
  /// How far the tier is kept at the coming quarter's end if nothing happens till then, 0–100 %.
  case keep
  /// Whether the coming quarter's end would take the tier (`quarter`) or be a miss (`miss`).
  case atRisk = "at_risk"

  /// The id in JSON, CSV, filters and saved views.
  package var id: String { rawValue }

  package var kind: ColumnKind {
    switch self {
    case .id, .name, .city, .region, .store, .channel, .host, .referrer, .household, .phone, .email: .text
    case .tags, .consent, .due: .list
    case .orders: .count
    case .spend, .averageOrder: .money
    case .silent: .days
    case .joined, .lastSeen, .lastOrder: .instant
    case .birthday: .date
    case .record: .boolean
    case .stage, .path, .rfmClass, .segment, .contributorLayer, .challenge: .word
    case .recencyScore, .frequencyScore, .moneyScore: .count
    case .contributions, .ties, .reciprocalTies, .group: .count
    case .rhythm, .alive, .behaviour, .mind, .worth, .embedded: .number
    case .lifetimeValue, .stake: .money
    case .points, .expiring30: .count
    case .expiring: .days
    case .balance: .number
    case .band: .word
    case .lastTouch: .instant
    case .tier, .nextTier, .atRisk: .word
    case .tierSince: .instant
    case .misses: .count
    case .next, .keep: .percent
    }
  }

  /// How a filter compares the column's values.
  package var filterKind: FilterKind {
    switch self {
    case .name: .words
    case .id, .city, .region, .store, .channel, .host, .referrer, .household, .tags, .consent, .due: .word
    case .phone, .email: .contact
    case .orders: .number
    case .spend, .averageOrder: .money
    case .silent: .days
    case .joined, .lastSeen, .lastOrder: .time
    case .birthday: .birthday
    case .record: .boolean
    case .stage, .path, .rfmClass, .segment, .contributorLayer, .challenge: .choice
    case .recencyScore, .frequencyScore, .moneyScore: .number
    case .contributions, .ties, .reciprocalTies, .group: .number
    case .rhythm, .alive, .behaviour, .mind, .worth, .embedded: .decimal
    case .lifetimeValue, .stake: .money
    case .points, .expiring30: .number
    case .expiring: .days
    case .balance: .decimal
    case .band: .choice
    case .lastTouch: .time
    case .tier, .nextTier: .word
    case .atRisk: .choice
    case .tierSince: .time
    case .misses: .number
    case .next, .keep: .percent
    }
  }

  /// Whether the value takes a look at all members: it's unknown until the measures are computed.
  package var isMeasured: Bool {
    switch self {
    case .stage, .rhythm, .path, .recencyScore, .frequencyScore, .moneyScore, .rfmClass, .alive,
      .lifetimeValue, .segment, .stake, .behaviour, .mind, .worth, .due, .contributions, .contributorLayer,
      .challenge, .ties, .reciprocalTies, .embedded, .group:
      true
    case .points, .expiring30, .expiring: true
    case .balance, .band, .lastTouch: true
    case .tier, .tierSince, .misses, .nextTier, .next, .keep, .atRisk: true
    default: false
    }
  }

  /// Whether the value comes from what members do in the community: known later than other measures.
  package var isOfCommunity: Bool {
    switch self {
    case .contributions, .contributorLayer, .challenge, .ties, .reciprocalTies, .embedded, .group: true
    default: false
    }
  }

  /// The words that the column can have, in the order of sorting; empty for other kinds.
  package var words: [String] {
    switch self {
    case .stage: LifecycleStage.allCases.map(\.id)
    case .path: PathStage.allCases.map(\.id)
    case .rfmClass: RFMClass.allCases.map(\.id)
    case .segment: MemberSegment.allCases.map(\.id)
    case .contributorLayer: ContributorLayer.allCases.map(\.id)
    case .challenge: ChallengeState.allCases.map(\.id)
    case .band: AccountBand.allCases.map(\.id)
    case .atRisk: ["quarter", "miss"]
    default: []
    }
  }

  /// Other names of the column in filters.
  package var aliases: [String] {
    switch self {
    case .tags: ["tag"]
    case .lastSeen: ["seen"]
    case .silent: ["silent"]
    case .email: ["mail"]
    default: []
    }
  }

  /// The column that a filter names, by id or alias.
  package init?(filterName: String) {
    let name = filterName.lowercased()
    guard let column = MemberColumn.allCases.first(where: { $0.id == name || $0.aliases.contains(name) })
    else { return nil }
    self = column
  }

  /// The columns that are shown unless others are chosen; in narrow tables the first ones that fit.
  package static let standard: [MemberColumn] = [
    .name, .id, .silent, .orders, .spend, .city, .tags, .host, .lastSeen, .averageOrder, .joined,
  ]

  /// Cells the column wants at least, and at best.
  package var width: (minimum: Int, ideal: Int) {
    switch self {
    case .id: (6, 10)
    case .name: (8, 14)
    case .joined, .lastSeen, .lastOrder: (10, 10)
    case .silent: (5, 6)
    case .orders: (4, 6)
    case .spend: (9, 12)
    case .averageOrder: (8, 10)
    case .city, .region: (6, 10)
    case .store, .channel: (6, 12)
    case .host, .referrer, .household: (6, 10)
    case .tags: (8, 20)
    case .birthday: (10, 10)
    case .phone: (11, 13)
    case .email: (10, 20)
    case .consent: (6, 14)
    case .record: (3, 6)
    case .stage, .path: (8, 12)
    case .rhythm: (5, 7)
    case .recencyScore, .frequencyScore, .moneyScore: (2, 3)
    case .rfmClass: (8, 12)
    case .alive, .behaviour, .mind, .worth: (5, 7)
    case .lifetimeValue, .stake: (9, 12)
    case .tier, .nextTier: (6, 10)
    case .tierSince: (10, 10)
    case .misses: (4, 6)
    case .next, .keep: (5, 6)
    case .atRisk: (7, 9)
    case .segment: (8, 12)
    case .due: (8, 20)
    case .points, .expiring30: (6, 8)
    case .expiring: (5, 6)
    case .contributions, .ties, .reciprocalTies, .group, .embedded: (5, 7)
    case .contributorLayer: (8, 11)
    case .challenge: (6, 8)
    case .balance: (6, 8)
    case .band: (6, 10)
    case .lastTouch: (10, 10)
    }
  }

  /// Whether sorting by the column begins with the largest: so for figures of which more is more.
  package var beginsDescending: Bool {
    switch kind {
    case .count, .number, .percent, .money, .days, .instant, .boolean: true
    case .text, .word, .list, .date: false
    }
  }
}

/// How a filter compares values, and which operators it knows for them.
package enum FilterKind: Hashable, Sendable {
  /// Words of people: any part matches.
  case words
  /// A word from a vocabulary, or an id: the whole matches; `*` stands for anything.
  case word
  /// Phone and e-mail: any part matches where they are shown, the whole where they are masked.
  case contact
  case number, money, days, time, birthday, boolean
  /// Numbers of 0 to 100; `%` may stand behind them.
  case percent
  /// Numbers with decimals; `%` stands for hundredths.
  case decimal
  /// One of a few words.
  case choice

  /// Whether `>`, `>=`, `<` and `<=` compare such values.
  package var isOrdered: Bool {
    switch self {
    case .number, .decimal, .percent, .money, .days, .time: true
    case .words, .word, .choice, .contact, .birthday, .boolean: false
    }
  }
}
