import Community
import Synchronization

/// By member the people they referred who have bought, each with the first purchase, in order of time.
struct BoughtReferrals: Sendable {
  struct Item: Hashable, Sendable {
    /// From when on it counts, in milliseconds since 1970, and on which local day: the person's first purchase, or the
    /// activity that told of the referral where that came later on the same day.
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
  /// By referrer, people who had bought before: they count as soon as the referrer turns out to have joined earlier.
  private var early: [UInt32: Set<UInt32>] = [:]
  /// Members whose items changed since.
  private var changed: [UInt32: [Item]] = [:]

  /// - Complexity: O(members + orders), by worker.
  init(
    community: Community, figures: MemberFigures, moment: Moment, on computation: Computation = .serial
  ) {
    let count = min(community.members.count, figures.count)
    let workers = max(1, min(computation.workers, count / 4096))
    let parts = Mutex<[Found]>(Array(repeating: Found(), count: workers))
    computation.forEach(workers) { worker in
      let members = count * worker / workers..<count * (worker + 1) / workers
      let found = BoughtReferrals.find(members, community, figures, moment)
      parts.withLock { $0[worker] = found }
    }
    let found = parts.withLock { $0 }
    offsets = [UInt32](repeating: 0, count: count + 1)
    for part in found {
      for (id, people) in part.waiting { waiting[id, default: []] += people }
      early.merge(part.early) { $0.union($1) }
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
    var early: [UInt32: Set<UInt32>] = [:]
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
    let firsts = Referrers.firstPurchases(members, community, now: moment.now.rawValue)
    var found = Found()
    for number in members {
      let (at, row) = firsts[number - members.lowerBound]
      let member = Member.Index(number)
      if at != .max {
        switch Referrers.referral(of: member, bought: at, community, figures) {
        case .counts(let by, let at)?:
          let day = moment.zone.day(of: Instant(rawValue: at)).rawValue
          found.pairs.append((by.rawValue, Item(at: at, day: day, row: row, person: member.rawValue)))
        case .boughtBefore(let by)?: found.early[by.rawValue, default: []].insert(member.rawValue)
        case nil: break
        }
      }
      if let id = unknownReferrer(member, community) {
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

  /// Whom somebody was referred by and from when on that counts; nil unless it does.
  private static func state(_ person: Member.Index, _ source: PointsSource) -> Referrers.Referral? {
    guard person.value < source.figures.count, let row = firstPurchase(person, source) else { return nil }
    let at = source.community[.orders].segments[row.segment].at[row.offset]
    return Referrers.referral(of: person, bought: at, source.community, source.figures)
  }

  private static func firstPurchase(_ person: Member.Index, _ source: PointsSource) -> Row? {
    let segments = source.community[.orders].segments
    let row = source.community.rows(.orders, of: person).first {
      segments[$0.segment].integers[OrderField.amount.slot][$0.offset] >= 0
    }
    return row.flatMap { segments[$0.segment].at[$0.offset] <= source.moment.now.rawValue ? $0 : nil }
  }

  private static func item(_ person: Member.Index, at: Int64, _ source: PointsSource) -> Item? {
    firstPurchase(person, source).map {
      Item(
        at: at, day: source.moment.zone.day(of: Instant(rawValue: at)).rawValue, row: $0.rawValue,
        person: person.rawValue)
    }
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
    // When they joined decides whose purchases came before that.
    var people = people
    for referrer in people {
      let member = referrer.rawValue
      let joined = referrer.value < old.figures.count ? old.figures.joined(referrer) : nil
      guard referrer.value < new.figures.count, joined != new.figures.joined(referrer) else { continue }
      people.formUnion(of(member).map { Member.Index(rawValue: $0.person) })
      people.formUnion((early[member] ?? []).map { Member.Index(rawValue: $0) })
    }
    for person in people {
      if let id = BoughtReferrals.unknownReferrer(person, new.community) {
        waiting[id, default: []].append(person.rawValue)
      }
      var before: (by: UInt32, item: Item)?
      if case .counts(let by, let at)? = BoughtReferrals.state(person, old),
        let item = BoughtReferrals.item(person, at: at, old)
      {
        before = (by.rawValue, item)
      }
      var after: (by: UInt32, item: Item)?
      switch BoughtReferrals.state(person, new) {
      case .counts(let by, let at)?:
        after = BoughtReferrals.item(person, at: at, new).map { (by.rawValue, $0) }
      case .boughtBefore(let by)?: early[by.rawValue, default: []].insert(person.rawValue)
      case nil: break
      }
      if before?.by == after?.by, before?.item == after?.item { continue }
      if let before {
        changed[before.by] = of(before.by).filter { $0.person != person.rawValue }
        affected.insert(before.by)
      }
      if let after {
        let others = of(after.by).filter { $0.person != person.rawValue }
        changed[after.by] = (others + [after.item]).sorted(by: BoughtReferrals.precedes)
        affected.insert(after.by)
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
