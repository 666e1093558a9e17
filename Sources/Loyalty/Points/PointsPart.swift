import Bytes
import Community

/// What one account comes to.
struct PointsAccount: Sendable {
  let source: PointsSource
  let pools: PointPools
  let reader: PointsReader
  /// The last instants at which points count as expiring within the windows.
  private let limits: [Int64]

  init(source: PointsSource, pools: PointPools, referrals: BoughtReferrals?) {
    self.source = source
    self.pools = pools
    reader = PointsReader(community: source.community, moment: source.moment, referrals: referrals)
    let moment = source.moment
    limits = Points.windows.map { Points.end(ofWindow: $0, moment).rawValue }
  }

  func replay(isBulk: Bool, keepsTakes: Bool = false) -> PointsReplay {
    PointsReplay(
      community: source.community, zone: source.moment.zone, isBulk: isBulk, keepsTakes: keepsTakes)
  }

  /// Whether the account of a member counts.
  func isListed(_ member: UInt32) -> Bool {
    Int(member) < source.figures.count && source.figures.isListed(Member.Index(rawValue: member))
  }

  /// An account with its sums. Accounts without entries, and those of members who aren't listed, come to nothing.
  func tally(of account: [UInt32]) -> (standing: Points.Standing, tally: PointsTally) {
    guard isListed(account[0]) else { return (Points.Standing(), PointsTally()) }
    let entries = reader.entries(of: account)
    guard !entries.isEmpty else { return (Points.Standing(), PointsTally()) }
    var replay = replay(isBulk: false)
    var sink = TallySink()
    let standing = entries.withView { run($0, account, &replay, into: &sink) }
    return (standing, sink.tally)
  }

  /// Replays an account, and adds it to the sums.
  func run(
    _ entries: BufferView<PointsEntry>, _ members: some Collection<UInt32>,
    _ replay: inout PointsReplay, into sink: inout TallySink
  ) -> Points.Standing {
    sink.dropped = 0
    replay.run(entries, members: members, referrals: reader.referrals, into: &sink)
    let now = source.moment.now.rawValue
    var standing = Points.Standing()
    for lot in replay.book.lots {
      sink.tally.add(lot, issuedOn: entries[lot.entry].day.quarterNumber, now: now)
      guard lot.isOpen(at: now) else { continue }
      standing.balance &+= lot.open
      standing.next = min(standing.next, lot.expires)
      if lot.expires <= limits[0] { standing.expiring7 &+= lot.open }
      if lot.expires <= limits[1] { standing.expiring30 &+= lot.open }
      if lot.expires <= limits[2] { standing.expiring90 &+= lot.open }
    }
    standing.dropped = sink.dropped
    sink.tally.count(standing, members: members.count)
    return standing
  }
}

/// Sums up what accounts are told to come to.
struct TallySink: PointsSink {
  var tally = PointsTally()
  /// What couldn't be taken from the account that is being replayed.
  var dropped: Int64 = 0

  mutating func issued(_ points: Int64, lot: Int, for entry: PointsEntry, referrals: Int?) {
    tally.earn(points, referrals == nil ? entry.reason : PointsWord.social)
  }

  mutating func took(_ points: Int64, dropped: Int64, for entry: PointsEntry) {
    tally.burn(points, dropped: dropped, entry.reason)
    if entry.isNegativeLot { tally.countNegativeLot() }
    self.dropped &+= dropped
  }
}

/// The accounts of a range of members, computed apart from the others.
struct PointsPart: Sendable {
  private(set) var blocks: [[Points.Standing]] = []
  let tally: PointsTally

  /// So many members' cursors stay in the cache while entries are dealt out.
  private static let limit = 1 << 17

  /// Ranges of members to compute apart, each beginning with a block.
  static func ranges(_ count: Int, workers: Int) -> [Range<Int>] {
    let share = (count + max(1, workers) - 1) / max(1, workers)
    let blocks = max(1, (min(share, limit) + Points.blockSize - 1) / Points.blockSize)
    return stride(from: 0, to: count, by: blocks * Points.blockSize).map {
      $0..<min(count, $0 + blocks * Points.blockSize)
    }
  }

  /// - Returns: nil if cancelled.
  init?(_ members: Range<Int>, _ account: PointsAccount, isCancelled: () -> Bool) {
    var standings = [Points.Standing](repeating: Points.Standing(), count: members.count)
    var replay = account.replay(isBulk: true)
    var sink = TallySink()
    account.reader.forEachMember(in: members, isCancelled: isCancelled) { member, entries in
      let number = UInt32(member)
      if account.pools.isPooled(number) || !account.isListed(number) { return }
      standings[member - members.lowerBound] = account.run(
        entries, CollectionOfOne(number), &replay, into: &sink)
    }
    for pool in account.pools.pools(in: members) {
      if isCancelled() { return nil }
      let entries = account.reader.entries(of: pool)
      guard !entries.isEmpty else { continue }
      standings[Int(pool[0]) - members.lowerBound] = entries.withView {
        account.run($0, pool, &replay, into: &sink)
      }
    }
    if isCancelled() { return nil }
    tally = sink.tally
    for start in stride(from: 0, to: members.count, by: Points.blockSize) {
      blocks.append(Array(standings[start..<min(start + Points.blockSize, members.count)]))
    }
  }
}
