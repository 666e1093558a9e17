import Community

/// The members with their figures as of one moment: what panels, reports and exports read.
package struct Roster: Sendable {
  package let community: Community
  package let figures: MemberFigures
  package let moment: Moment
  package let mask: Mask
  /// Stages, scores and values, once computed; they may be of a moment ago.
  @Boxed package private(set) var measures: MemberMeasures?
  /// The day of the moment, kept because ages of every row need it.
  let today: Day
  let idOrder: IDOrder

  package init(
    community: Community, figures: MemberFigures, moment: Moment, mask: Mask, measures: MemberMeasures? = nil
  ) {
    self.init(
      community: community, figures: figures, moment: moment, mask: mask, measures: measures,
      idOrder: IDOrder())
  }

  private init(
    community: Community, figures: MemberFigures, moment: Moment, mask: Mask, measures: MemberMeasures?,
    idOrder: IDOrder
  ) {
    self.community = community
    self.figures = figures
    self.moment = moment
    self.mask = mask
    _measures = Boxed(wrappedValue: measures)
    self.today = moment.today
    self.idOrder = idOrder
  }

  /// The roster after data was appended or time went on, which keeps what holds for the same ids, and the
  /// measures until there are newer ones. Not for a folder read anew.
  package func updated(community: Community, figures: MemberFigures, moment: Moment, mask: Mask? = nil)
    -> Roster
  {
    Roster(
      community: community, figures: figures, moment: moment, mask: mask ?? self.mask, measures: measures,
      idOrder: idOrder)
  }

  /// The same roster with other measures.
  package func with(_ measures: MemberMeasures?) -> Roster {
    Roster(
      community: community, figures: figures, moment: moment, mask: mask, measures: measures,
      idOrder: idOrder)
  }

  /// How many members there are, whether listed or not.
  package var count: Int { min(community.members.count, figures.count) }

  /// The value of a column, masked where it has to be.
  package subscript(column: MemberColumn, member: Member.Index) -> ColumnValue { value(column, of: member) }

  /// The value of a column, masked where it has to be.
  package func value(_ column: MemberColumn, of member: Member.Index) -> ColumnValue {
    switch column {
    case .joined: instant(figures.joined(member))
    case .lastSeen: instant(figures.lastSeen(member))
    case .lastOrder: instant(figures.lastOrder(member))
    case .silent: silence(of: member).map { .days($0) } ?? .unknown
    case .orders: .count(figures.orders(member))
    case .spend: .money(figures.spend(member))
    case .averageOrder: averageOrder(of: member).map { .money($0) } ?? .unknown
    case .id, .name, .city, .region, .store, .channel, .host, .referrer, .household, .phone, .email:
      text(column, of: member).map { .text($0) } ?? .unknown
    case .tags: list(community.members.tags(member).map { community.symbols[$0] })
    case .consent: list(consents(of: member))
    case .due: due(member)
    case .tier, .nextTier: tier(column, of: member)
    case .tierSince: instant(tierSince(member))
    case .misses: measure(column, of: member)
    case .next, .keep: decimal(column, of: member).map { .percent($0) } ?? .unknown
    case .atRisk: word(column, of: member).map { .word(column, column.words[$0]) } ?? .unknown
    case .birthday: community.members.birthday(member).map { .date($0) } ?? .unknown
    case .record: .boolean(community.members.hasRecord(member))
    case .stage, .path, .rfmClass, .segment, .contributorLayer, .challenge:
      word(column, of: member).map { .word(column, column.words[$0]) } ?? .unknown
    case .recencyScore, .frequencyScore, .moneyScore, .lifetimeValue, .stake, .contributions, .ties,
      .reciprocalTies, .group:
      measure(column, of: member)
    case .points, .expiring30, .expiring: measure(column, of: member)
    case .rhythm, .alive, .behaviour, .mind, .worth, .embedded:
      decimal(column, of: member).map { .number($0) } ?? .unknown
    case .balance: decimal(column, of: member).map { .number($0) } ?? .unknown
    case .band: word(column, of: member).map { .word(column, column.words[$0]) } ?? .unknown
    case .lastTouch: instant(measures?.account?.lastTouch(member))
    }
  }

  /// The member's name as shown, or nil.
  package func name(of member: Member.Index) -> String? { text(.name, of: member) }

  /// Calendar days since the member was last seen; never seen: since joining; without any date, nil.
  package func silence(of member: Member.Index) -> Int? {
    let entry = figures.entry(member)
    let since = entry.lastSeen != Instant.unknown.rawValue ? entry.lastSeen : entry.joined
    guard let instant = Instant(rawValue: since).known else { return nil }
    return today.days(since: moment.zone.day(of: instant))
  }

  /// Spend by purchase, rounded half to even; nil without a purchase.
  package func averageOrder(of member: Member.Index) -> Money? {
    let entry = figures.entry(member)
    return Roster.average(entry.spend, entry.orders)
  }

  @inline(__always)
  static func average(_ spend: Int64, _ orders: UInt32) -> Money? {
    guard orders > 0 else { return nil }
    let count = Int64(orders)
    var quotient = spend / count
    let rest = (spend % count).magnitude * 2
    if rest > count.magnitude || (rest == count.magnitude && quotient & 1 != 0) {
      quotient += spend < 0 ? -1 : 1
    }
    return Money(rawValue: quotient)
  }

  private func instant(_ instant: Instant?) -> ColumnValue { instant.map { .instant($0) } ?? .unknown }

  private func list(_ words: [String]) -> ColumnValue { words.isEmpty ? .unknown : .list(words) }

  private func consents(of member: Member.Index) -> [String] {
    community.members.consents(member).map { ($0.isGiven ? "" : "-") + community.symbols[$0.channel] }
  }

  private func text(_ column: MemberColumn, of member: Member.Index) -> String? {
    let text = withText(column, of: member) { $0.map { String(decoding: $0, as: UTF8.self) } }
    switch column {
    case .name: return mask.names ? text.map(Masking.name) : text
    case .phone: return mask.contacts ? text.map(Masking.phone) : text
    case .email: return mask.contacts ? text.map(Masking.email) : text
    default: return text
    }
  }
}
