import Community
import Synchronization

/// By member the people they referred who have bought, each with the first purchase, in order of time.
struct BoughtReferrals: Sendable {
  struct Item: Hashable, Sendable {
    /// When the person first bought, in milliseconds since 1970, and on which local day.
    var at: Int64
    var day: Int32
    /// The first purchase's row.
    var row: UInt32
    var person: UInt32
  }

  private var offsets: [UInt32]
  private var items: [Item]
  /// People whose records name a referrer whom nobody knows, by that id: it may be that of a member to come.
  private var waiting: [String: [UInt32]] = [:]
  /// Members whose items changed since.
  private var changed: [UInt32: [Item]] = [:]

  /// - Parameters:
  ///   - workers, perform: as for `MemberFigures`.
  /// - Complexity: O(members + orders), by worker.
  init(
    community: Community, figures: MemberFigures, moment: Moment, workers: Int = 1,
    perform: (Int, @Sendable (Int) -> Void) -> Void = { count, body in (0..<count).forEach(body) }
  ) {
    let count = min(community.members.count, figures.count)
    let workers = max(1, min(workers, count / 4096))
    let parts = Mutex<[Found]>(Array(repeating: Found(), count: workers))
    perform(workers) { worker in
      let members = count * worker / workers..<count * (worker + 1) / workers
      let found = BoughtReferrals.find(members, community, figures, moment)
      parts.withLock { $0[worker] = found }
    }
    let found = parts.withLock { $0 }
    offsets = [UInt32](repeating: 0, count: count + 1)
    for part in found {
      for (id, people) in part.waiting { waiting[id, default: []] += people }
      for pair in part.pairs { offsets[Int(pair.referrer) + 1] += 1 }
    }
    for index in 1..<offsets.count { offsets[index] += offsets[index - 1] }
    items = Array(
      repeating: Item(at: 0, day: 0, row: 0, person: 0), count: Int(offsets.last ?? 0))
    var cursors = offsets
    for part in found {
      for pair in part.pairs {
        items[Int(cursors[Int(pair.referrer)])] = pair.item
        cursors[Int(pair.referrer)] += 1
      }
    }
    for member in 0..<count where offsets[member + 1] - offsets[member] > 1 {
      items[Int(offsets[member])..<Int(offsets[member + 1])].sort(by: BoughtReferrals.precedes)
    }
  }

  /// In order of time, then of the files.
  private static func precedes(_ left: Item, _ right: Item) -> Bool {
    (left.at, left.row) < (right.at, right.row)
  }

  /// What was found of a range of members.
  private struct Found: Sendable {
    var pairs: [(referrer: UInt32, item: Item)] = []
    var waiting: [String: [UInt32]] = [:]
  }

  /// The id of a referrer that a person's record names and nobody has.
  private static func unknownReferrer(_ person: Member.Index, _ community: Community) -> String? {
    let (block, row) = community.members.place(person)
    let referrers = community.members.blocks[block].referrers
    let isUnknown = referrers.withBytes(row: row) { id in
      id.map { community.memberIDs.index(of: $0) == nil } ?? false
    }
    return isUnknown ? referrers[row] : nil
  }

  /// People whose records name a referrer of an id that nobody had before.
  func waiting(for id: String) -> [UInt32] { waiting.isEmpty ? [] : waiting[id] ?? [] }

  private static func find(
    _ members: Range<Int>, _ community: Community, _ figures: MemberFigures, _ moment: Moment
  ) -> Found {
    var first = [(at: Int64, row: UInt32)](repeating: (.max, 0), count: members.count)
    let now = moment.now.rawValue
    for (number, segment) in community[.orders].segments.enumerated() {
      let amounts = segment.integers[OrderField.amount.slot]
      for row in 0..<segment.count {
        let member = Int(segment.member[row]) - members.lowerBound
        guard first.indices.contains(member), amounts[row] >= 0, segment.at[row] <= now else { continue }
        if segment.at[row] < first[member].at {
          first[member] = (segment.at[row], Row(segment: number, offset: row).rawValue)
        }
      }
    }
    var found = Found()
    for number in members {
      let (at, row) = first[number - members.lowerBound]
      let member = Member.Index(number)
      if let referrer = Referrers.referrer(of: member, community, figures) {
        guard at != .max, figures.isListed(member) else { continue }
        let day = moment.zone.day(of: Instant(rawValue: at)).rawValue
        found.pairs.append(
          (referrer.rawValue, Item(at: at, day: day, row: row, person: member.rawValue)))
      } else if let id = unknownReferrer(member, community) {
        found.waiting[id, default: []].append(member.rawValue)
      }
    }
    return found
  }

  /// The people that a member referred and who have bought.
  func of(_ member: UInt32) -> ArraySlice<Item> {
    if !changed.isEmpty, let items = changed[member] { return items[...] }
    guard Int(member) + 1 < offsets.count else { return [] }
    return items[Int(offsets[Int(member)])..<Int(offsets[Int(member) + 1])]
  }

  // MARK: Changes

  /// Whom somebody was referred by and when they first bought; nil unless both are known.
  private static func state(
    _ person: Member.Index, _ community: Community, _ figures: MemberFigures, _ moment: Moment
  ) -> (referrer: UInt32, item: Item)? {
    guard person.value < figures.count, figures.isListed(person),
      let referrer = Referrers.referrer(of: person, community, figures)
    else { return nil }
    let segments = community[.orders].segments
    let purchases = community.rows(.orders, of: person).lazy.filter {
      segments[$0.segment].integers[OrderField.amount.slot][$0.offset] >= 0
    }
    guard let row = purchases.first else { return nil }
    let at = segments[row.segment].at[row.offset]
    guard at <= moment.now.rawValue else { return nil }
    let day = moment.zone.day(of: Instant(rawValue: at)).rawValue
    return (referrer.rawValue, Item(at: at, day: day, row: row.rawValue, person: person.rawValue))
  }

  /// Takes up what changed for some people.
  ///
  /// - Parameters:
  ///   - people: those touched, and those whom they invited.
  ///   - old, new: the data before and after.
  /// - Returns: members whose referrals changed.
  mutating func update(
    _ people: Set<Member.Index>, from old: PointsSource, to new: PointsSource
  ) -> Set<UInt32> {
    var affected: Set<UInt32> = []
    for person in people {
      if let id = BoughtReferrals.unknownReferrer(person, new.community) {
        waiting[id, default: []].append(person.rawValue)
      }
      let before = BoughtReferrals.state(person, old.community, old.figures, old.moment)
      let after = BoughtReferrals.state(person, new.community, new.figures, new.moment)
      if before?.referrer == after?.referrer, before?.item == after?.item { continue }
      if let before {
        changed[before.referrer] = of(before.referrer).filter { $0.person != person.rawValue }
        affected.insert(before.referrer)
      }
      if let after {
        let others = of(after.referrer).filter { $0.person != person.rawValue }
        changed[after.referrer] = (others + [after.item]).sorted(by: BoughtReferrals.precedes)
        affected.insert(after.referrer)
      }
    }
    return affected
  }
}

/// The data that points are computed from.
struct PointsSource: Sendable {
  var community: Community
  var figures: MemberFigures
  var moment: Moment
}
