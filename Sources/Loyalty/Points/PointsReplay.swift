import Bytes
import Community

/// What is told of each entry while an account is replayed.
protocol PointsSink {
  /// Points were issued, as `lot`.
  ///
  /// - Parameter referrals: how many gave rise to the points, where they are the extra of the social coefficient.
  mutating func issued(_ points: Int64, lot: Int, for entry: PointsEntry, referrals: Int?)
  /// Points were taken from open lots; `dropped` more should have been, which there weren't.
  mutating func took(_ points: Int64, dropped: Int64, for entry: PointsEntry)
}

/// Replays the entries of one account after the other.
struct PointsReplay {
  private let community: Community
  private let rates: PointsRates
  private var life: PointsLife
  private(set) var book = LotBook()

  private var owners: [Owner] = []
  /// What purchases earned and what of them was refunded, by entry; filled where there are refunds.
  private var purchases: [Int: Purchase] = [:]
  /// Ids of purchases, for accounts with so many that looking through them takes long.
  private var purchaseIDs: [PurchaseID: Int]?

  /// One of those who share an account.
  private struct Owner {
    var member: UInt32
    var referrals: ArraySlice<BoughtReferrals.Item>
    /// The referrals that count at the moment.
    var first: Int
    var end: Int
    /// By activity: the day and what was earned on it.
    var earned: [(day: Int32, points: Int64)]
  }

  private struct Purchase {
    var points: Int64 = 0
    var refunded: Int64 = 0
    var takenBack: Int64 = 0
  }

  private struct PurchaseID: Hashable {
    var member: UInt32
    var id: String
  }

  /// - Parameter keepsTakes: whether the book keeps which lots points were taken from.
  init(community: Community, zone: Zone, isBulk: Bool, keepsTakes: Bool = false) {
    self.community = community
    rates = PointsRates(community.program.points)
    life = PointsLife(community.program.points, zone: zone, keepsDays: isBulk)
    book.keepsTakes = keepsTakes
  }

  /// Replays an account, after which `book` has its lots.
  ///
  /// - Parameters:
  ///   - entries: in order.
  ///   - members: those who share the account.
  ///   - referrals: where points are earned by rules.
  mutating func run(
    _ entries: BufferView<PointsEntry>, members: some Collection<UInt32>,
    referrals: BoughtReferrals?, into sink: inout some PointsSink
  ) {
    book.removeAll()
    if referrals == nil {
      for place in entries.indices { change(entries[place], place, &sink) }
      return
    }
    start(members, referrals, hasRefunds: entries.contains { $0.kind == .refund })
    for place in entries.indices {
      let entry = entries[place]
      switch entry.kind {
      case .change: break
      case .purchase:
        let points = rates.points(ofAmount: entry.value)
        let total = earn(points, entry, place, &sink)
        if hasRefunds { purchases[place] = Purchase(points: total) }
      case .activity: act(entry, place, &sink)
      case .referral: _ = earn(rates.referral, entry, place, &sink)
      case .refund: refund(entry, place, entries, &sink)
      }
    }
  }

  private var hasRefunds = false

  private mutating func start(
    _ members: some Collection<UInt32>, _ referrals: BoughtReferrals?, hasRefunds: Bool
  ) {
    self.hasRefunds = hasRefunds
    if !purchases.isEmpty { purchases.removeAll(keepingCapacity: true) }
    purchaseIDs = nil
    if owners.count != members.count {
      owners = members.map { _ in
        Owner(
          member: 0, referrals: [], first: 0, end: 0,
          earned: rates.activities.map { _ in (.min, 0) })
      }
    }
    for (place, member) in members.enumerated() {
      let items = referrals?.of(member) ?? []
      owners[place].member = member
      owners[place].referrals = items
      owners[place].first = items.startIndex
      owners[place].end = items.startIndex
      for activity in owners[place].earned.indices { owners[place].earned[activity].day = .min }
    }
  }

  private func owner(_ entry: PointsEntry) -> Int {
    owners.count == 1 ? 0 : owners.firstIndex { $0.member == entry.member } ?? 0
  }

  // MARK: The feed

  @inline(__always)
  private mutating func change(_ entry: PointsEntry, _ place: Int, _ sink: inout some PointsSink) {
    if entry.value > 0 {
      let expires =
        entry.expires != Instant.unknown.rawValue
        ? entry.expires : life.expiry(of: entry.at, on: entry.day)
      book.add(entry.value, at: entry.at, expires: expires, entry: place)
      sink.issued(entry.value, lot: book.lots.count - 1, for: entry, referrals: nil)
    } else {
      let taken = book.takeOldest(-entry.value, at: entry.at)
      sink.took(taken, dropped: -entry.value - taken, for: entry)
    }
  }

  // MARK: Rules

  /// Issues points and what the social coefficient adds.
  ///
  /// - Returns: both together.
  private mutating func earn(
    _ points: Int64, _ entry: PointsEntry, _ place: Int, _ sink: inout some PointsSink
  ) -> Int64 {
    guard points > 0 else { return 0 }
    let expires = life.expiry(of: entry.at, on: entry.day)
    book.add(points, at: entry.at, expires: expires, entry: place)
    sink.issued(points, lot: book.lots.count - 1, for: entry, referrals: nil)
    let referrals = boughtReferrals(entry)
    let extra = rates.extra(points, referrals: referrals)
    guard extra > 0 else { return points }
    book.add(extra, at: entry.at, expires: expires, entry: place, isExtra: true)
    sink.issued(extra, lot: book.lots.count - 1, for: entry, referrals: referrals)
    return points + extra
  }

  /// Referrals whose first purchase lies in the window that ends with the entry.
  private mutating func boughtReferrals(_ entry: PointsEntry) -> Int {
    let owner = owner(entry)
    if owners[owner].referrals.isEmpty { return 0 }
    let items = owners[owner].referrals
    let firstDay = entry.day.rawValue - rates.socialDays + 1
    while owners[owner].end < items.endIndex, items[owners[owner].end].at <= entry.at {
      owners[owner].end += 1
    }
    while owners[owner].first < owners[owner].end, items[owners[owner].first].day < firstDay {
      owners[owner].first += 1
    }
    return owners[owner].end - owners[owner].first
  }

  private mutating func act(_ entry: PointsEntry, _ place: Int, _ sink: inout some PointsSink) {
    let activity = Int(entry.word)
    let rule = rates.activities[activity]
    var points = Int64(rule.points)
    if let limit = rule.aDay {
      let owner = owner(entry)
      let day = entry.day.rawValue
      if owners[owner].earned[activity].day != day { owners[owner].earned[activity] = (day, 0) }
      points = min(points, Int64(limit) - owners[owner].earned[activity].points)
      guard points > 0 else { return }
      owners[owner].earned[activity].points += points
    }
    _ = earn(points, entry, place, &sink)
  }

  /// Takes back what a refund's share of the order's points comes to, as far as earlier refunds didn't; without a known
  /// order, what the amount would earn.
  private mutating func refund(
    _ entry: PointsEntry, _ place: Int, _ entries: BufferView<PointsEntry>,
    _ sink: inout some PointsSink
  ) {
    var points: Int64
    if let order = order(of: entry, before: place, entries) {
      var purchase = purchases[order] ?? Purchase()
      purchase.refunded += -entry.value
      let due = PointsRates.share(purchase.points, refunded: purchase.refunded, of: entries[order].value)
      points = due - purchase.takenBack
      purchase.takenBack = due
      purchases[order] = purchase
    } else {
      points = rates.points(ofAmount: -entry.value)
    }
    guard points > 0 else { return }
    let taken = book.takeNewest(points, at: entry.at)
    sink.took(taken, dropped: points - taken, for: entry)
  }

  /// The member's purchase that a refund names, if it came before it.
  private mutating func order(
    of refund: PointsEntry, before place: Int, _ entries: BufferView<PointsEntry>
  ) -> Int? {
    let segments = community[.orders].segments
    let row = Row(rawValue: refund.row)
    return segments[row.segment].texts[OrderField.refundOf.slot].withBytes(row: row.offset) { wanted in
      guard let wanted else { return nil }
      if place > 256 { return known(String(decoding: wanted, as: UTF8.self), refund, place, entries) }
      return entries[..<place].firstIndex { entry in
        guard entry.kind == .purchase, entry.member == refund.member else { return false }
        let row = Row(rawValue: entry.row)
        return segments[row.segment].ids.withBytes(row: row.offset) { id in
          id.map { $0.elementsEqual(wanted) } ?? false
        }
      }
    }
  }

  private mutating func known(
    _ id: String, _ refund: PointsEntry, _ place: Int, _ entries: BufferView<PointsEntry>
  ) -> Int? {
    if purchaseIDs == nil {
      let segments = community[.orders].segments
      var ids: [PurchaseID: Int] = [:]
      for (place, entry) in entries.enumerated() where entry.kind == .purchase {
        let row = Row(rawValue: entry.row)
        guard let id = segments[row.segment].ids[row.offset] else { continue }
        ids[PurchaseID(member: entry.member, id: id)] = place
      }
      purchaseIDs = ids
    }
    let order = purchaseIDs?[PurchaseID(member: refund.member, id: id)]
    return order.flatMap { $0 < place ? $0 : nil }
  }
}
