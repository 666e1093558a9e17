import Bytes
import Community

/// Finds the records that change points.
struct PointsReader: Sendable {
  let community: Community
  let moment: Moment
  /// Where points are earned by rules; nil where the feed is the ledger.
  let referrals: BoughtReferrals?
  /// By symbol of a type of activity: its place among the programme's activities and 1.
  private let places: [UInt16]
  private let bots: Bots

  /// Whether the feed is the ledger: it is as soon as it holds any record, of whatever date.
  static func isLedger(_ community: Community) -> Bool {
    community[.points].segments.contains { $0.count > 0 }
  }

  init(community: Community, moment: Moment, referrals: BoughtReferrals?) {
    self.community = community
    self.moment = moment
    self.referrals = referrals
    var places = [UInt16](repeating: 0, count: community.symbols.count)
    for (place, activity) in community.program.points.activities.enumerated() {
      if let symbol = community.symbols.symbol(of: activity.type), place < Int(UInt16.max) {
        places[Int(symbol.rawValue)] = UInt16(place + 1)
      }
    }
    self.places = places
    bots = Bots(community)
  }

  private var feeds: [Feed] { referrals == nil ? [.points] : [.orders, .activity] }

  // MARK: One account

  /// The entries of some members together, in order.
  func entries(of members: some Sequence<UInt32>) -> [PointsEntry] {
    var entries: [PointsEntry] = []
    for member in members {
      for feed in feeds {
        let segments = community[feed].segments
        for row in community.rows(feed, of: Member.Index(rawValue: member)) {
          let segment = segments[row.segment]
          let at = segment.at[row.offset]
          guard at <= moment.now.rawValue else { break }
          let day = moment.zone.day(of: Instant(rawValue: at))
          if let entry = Columns(feed, segment, self).entry(row.offset, row.segment, at, day, member) {
            entries.append(entry)
          }
        }
      }
      for item in referrals?.of(member) ?? [] { entries.append(entry(item, member)) }
    }
    entries.withMutableView { PointsEntry.sort($0) }
    return entries
  }

  private func entry(_ item: BoughtReferrals.Item, _ member: UInt32) -> PointsEntry {
    PointsEntry(
      .referral, at: item.at, day: Day(rawValue: item.day), row: item.row, word: item.person, member: member)
  }

  // MARK: Many members

  /// Calls `body` with the entries of each member of a range, in order; members without any are passed over.
  ///
  /// - Complexity: O(rows of the feeds), with a sort of each member's entries.
  func forEachMember(
    in members: Range<Int>, isCancelled: () -> Bool,
    _ body: (Int, BufferView<PointsEntry>) -> Void
  ) {
    let offsets = self.offsets(of: members)
    guard let total = offsets.last, total > 0 else { return }
    let nothing = PointsEntry(.change, at: 0, day: Day(rawValue: 0), row: 0, member: 0)
    let entries = OwnedBuffer(repeating: nothing, count: total)
    var ends = offsets
    scatter(members, entries.view, &ends, isCancelled)
    if isCancelled() { return }
    for place in 0..<members.count where ends[place] > offsets[place] {
      let own = entries.view.extracting(offsets[place]..<ends[place])
      PointsEntry.sort(own)
      body(members.lowerBound + place, own.view)
    }
  }

  /// Where each member's entries begin when there is room for all that there may be.
  private func offsets(of members: Range<Int>) -> [Int] {
    var offsets = [Int](repeating: 0, count: members.count + 1)
    let first = UInt32(members.lowerBound)
    let count = UInt32(members.count)
    for feed in feeds {
      for segment in community[feed].segments {
        for member in segment.member where member &- first < count {
          offsets[Int(member &- first) + 1] += 1
        }
      }
    }
    if let referrals {
      for place in 0..<members.count { offsets[place + 1] += referrals.of(first + UInt32(place)).count }
    }
    for place in 1..<offsets.count { offsets[place] += offsets[place - 1] }
    return offsets
  }

  private func scatter(
    _ members: Range<Int>, _ entries: MutableBufferView<PointsEntry>, _ ends: inout [Int],
    _ isCancelled: () -> Bool
  ) {
    let first = UInt32(members.lowerBound)
    let count = UInt32(members.count)
    let now = moment.now.rawValue
    var clock = DayClock(zone: moment.zone)
    var ends = ends.mutableSpan
    for feed in feeds {
      for (number, segment) in community[feed].segments.enumerated() {
        if isCancelled() { return }
        let columns = Columns(feed, segment, self)
        let column = segment.member.span
        let times = segment.at.span
        for row in 0..<min(column.count, times.count) {
          let place = column[row] &- first
          guard place < count, times[row] <= now else { continue }
          let day = clock.day(of: times[row])
          guard let entry = columns.entry(row, number, times[row], day, column[row]) else { continue }
          entries[ends[Int(place)]] = entry
          ends[Int(place)] += 1
        }
      }
    }
    guard let referrals else { return }
    for place in 0..<members.count {
      let member = first + UInt32(place)
      for item in referrals.of(member) {
        entries[ends[place]] = entry(item, member)
        ends[place] += 1
      }
    }
  }

  /// The columns of a segment that entries are made of.
  private struct Columns {
    private let feed: Feed
    /// Amounts or points.
    private let values: [Int64]
    private let expires: [Int64]
    /// Types of activities, reasons.
    private let words: [UInt32]
    private let rewards: [UInt32]
    private let reader: PointsReader

    init(_ feed: Feed, _ segment: Segment, _ reader: PointsReader) {
      self.feed = feed
      self.reader = reader
      var (values, expires, words, rewards) = ([Int64](), [Int64](), [UInt32](), [UInt32]())
      switch feed {
      case .orders: values = segment.integers[OrderField.amount.slot]
      case .activity: words = segment.symbols[ActivityField.type.slot]
      default:
        values = segment.integers[PointField.delta.slot]
        expires = segment.times[PointField.expires.slot]
        words = segment.symbols[PointField.reason.slot]
        rewards = segment.symbols[PointField.reward.slot]
      }
      self.values = values
      self.expires = expires
      self.words = words
      self.rewards = rewards
    }

    @inline(__always)
    func entry(_ row: Int, _ segment: Int, _ at: Int64, _ day: Day, _ member: UInt32) -> PointsEntry? {
      let place = Row(segment: segment, offset: row).rawValue
      switch feed {
      case .orders:
        return PointsEntry(
          values[row] < 0 ? .refund : .purchase, at: at, day: day, value: values[row], row: place,
          member: member)
      case .activity:
        guard !words.isEmpty, case let activity = reader.places[Int(words[row])], activity > 0,
          !reader.bots.contains(member)
        else { return nil }
        return PointsEntry(
          .activity, at: at, day: day, row: place, word: UInt32(activity) - 1, member: member)
      default:
        var word = words.isEmpty ? 0 : words[row]
        if word == 0 {
          word = rewards.isEmpty || rewards[row] == 0 ? PointsWord.unnamed : PointsWord.redemption
        }
        return PointsEntry(
          .change, at: at, day: day, value: values[row],
          expires: expires.isEmpty ? Instant.unknown.rawValue : expires[row], row: place, word: word,
          member: member)
      }
    }
  }
}
