import Bytes
import Community

/// The accounts of a range of members, computed apart from the others.
struct AccountsPart: Sendable {
  /// So many members' cursors stay in the cache while entries are dealt out.
  static let limit = 1 << 18

  private(set) var blocks: [[EmotionalAccounts.Entry]] = []
  private(set) var tally: AccountTally
  private(set) var cases = AccountCheck.Cases()

  /// - Parameter members: begins with a block of the accounts.
  /// - Returns: nil if cancelled.
  init?(
    _ members: Range<Int>, community: Community, figures: MemberFigures, moment: Moment, table: AccountTable,
    replies: HostReplies, touches: [AccountTouch], isCancelled: () -> Bool
  ) {
    tally = AccountTally(slots: table.slots.count)
    let reader = AccountReader(community, table: table, moment: moment)
    let source = EntrySource(
      members: members, community: community, reader: reader,
      replies: replies.settled(of: members), touches: touches, now: moment.now.rawValue)
    guard let dealt = DealtEntries(source, isCancelled: isCancelled) else { return nil }
    let buyers = Buyers(members, community, moment: moment, days: table.rules.checkDays)
    if isCancelled() { return nil }
    settle(dealt, members, figures, moment, table, buyers)
  }

  private mutating func settle(
    _ dealt: DealtEntries, _ members: Range<Int>, _ figures: MemberFigures, _ moment: Moment,
    _ table: AccountTable, _ buyers: Buyers
  ) {
    let rules = table.rules
    let today = moment.today
    let past = today.adding(days: -rules.checkDays).rawValue
    let told = today.adding(days: 1 - rules.reportDays)
    let decay = AccountDecay(rules, days: Int(today.rawValue) + 2)
    var settler = AccountSettler(rules)
    var repairs = AccountRepairs(days: rules.repairDays, from: told)
    var clock = DayClock(zone: moment.zone)
    var block: [EmotionalAccounts.Entry] = []
    blocks.reserveCapacity(members.count / EmotionalAccounts.blockSize + 1)
    for index in members.indices.lazy.map({ $0 - members.lowerBound }) {
      let member = Member.Index(members.lowerBound + index)
      let isListed = member.value < figures.count && figures.isListed(member)
      var balance = 0.0
      var balanceThen = 0.0
      dealt.withEntries(of: index) { entries in
        settler.clear()
        repairs.clear()
        for entry in entries {
          let day = clock.day(of: entry.at).rawValue
          let settled = settler.settle(entry, day: day)
          let worth = settled.worth
          let left = worth * decay.share(worth, after: today.rawValue - day)
          balance += left
          if day <= past { balanceThen += worth * decay.share(worth, after: past - day) }
          guard isListed else { continue }
          tally.add(entry, worth: worth, left: left, slot: table.slot(entry.code))
          if worth >= rules.delight, worth > 0, day >= told.rawValue {
            tally.add(AccountDelight(member: member, at: entry.at, code: entry.code, worth: worth))
          }
          repairs.add(entry.value, day: day)
        }
      }
      block.append(
        EmotionalAccounts.Entry(
          balance: balance, lastTouch: dealt.lastTouches[index], isCounted: isListed))
      if isListed {
        tally.add(balance: balance, band: rules.band(balance))
        if let hasBought = buyers.hasBoughtSince(index) { cases.add(balanceThen, hasBought) }
      }
      if block.count == EmotionalAccounts.blockSize {
        blocks.append(block)
        block = []
        block.reserveCapacity(EmotionalAccounts.blockSize)
      }
    }
    if !block.isEmpty { blocks.append(block) }
    tally.add(repairs)
  }
}

/// Where the entries of a range of members come from.
private struct EntrySource {
  var members: Range<Int>
  var community: Community
  var reader: AccountReader
  var replies: ArraySlice<HostReplies.Reply>
  var touches: [AccountTouch]
  var now: Int64

  /// Calls `body` with member, entry, and whether it's a touchpoint or decision, in the order in which entries of the
  /// same time are taken.
  @inline(__always)
  func forEachEntry(_ isCancelled: () -> Bool, _ body: (Int, AccountEntry, Bool) -> Void) {
    let first = UInt32(members.lowerBound)
    let count = UInt32(members.count)
    for feed in AccountReader.feeds {
      if feed == .activity {
        for reply in replies where reply.at <= now {
          body(Int(reply.member &- first), reader.table.entry(.hostReply, at: reply.at), false)
        }
        continue
      }
      for segment in community[feed].segments {
        if isCancelled() { return }
        reader.forEachEntry(
          feed, segment, rows: 0..<segment.count, isWanted: { $0 &- first < count }
        ) { _, member, entry in
          body(Int(member &- first), entry, feed == .touchpoints)
        }
      }
    }
    for touch in touches where touch.member &- first < count {
      body(Int(touch.member &- first), reader.table.entry(touch: touch.rule, at: touch.at), true)
    }
  }
}

/// The entries of a range of members in order of time; those of the same time as they were taken.
private struct DealtEntries {
  /// Where each member's entries begin and end.
  private var starts: [Int]
  private var ends: [Int]
  private var entries: [AccountEntry]
  /// By member, the newest touchpoint or decision to touch.
  private(set) var lastTouches: [Int64]

  init?(_ source: EntrySource, isCancelled: () -> Bool) {
    let count = source.members.count
    var starts = [Int](repeating: 0, count: count + 1)
    var lastTouches = [Int64](repeating: Instant.unknown.rawValue, count: count)
    var counts = starts.mutableSpan
    var touches = lastTouches.mutableSpan
    source.forEachEntry(isCancelled) { member, entry, isTouch in
      if entry.value != 0 { counts[member + 1] += 1 }
      if isTouch, entry.at > touches[member] { touches[member] = entry.at }
    }
    for member in 0..<count { starts[member + 1] += starts[member] }
    if isCancelled() { return nil }
    var ends = starts
    var entries = Array(
      repeating: AccountEntry(at: 0, code: 0, isMoment: false, value: 0), count: starts[count])
    var dealt = entries.mutableSpan
    var next = ends.mutableSpan
    source.forEachEntry({ false }) { member, entry, _ in
      guard entry.value != 0 else { return }
      dealt[next[member]] = entry
      next[member] += 1
    }
    if isCancelled() { return nil }
    entries.withMutableView { entries in
      for member in 0..<count { DealtEntries.sort(entries.extracting(starts[member]..<ends[member])) }
    }
    self.starts = starts
    self.ends = ends
    self.entries = entries
    self.lastTouches = lastTouches
  }

  /// Stable. A member's entries are few, or nearly in order.
  @inline(__always)
  private static func sort(_ entries: MutableBufferView<AccountEntry>) {
    if entries.count > 32 {
      let isSorted = (1..<entries.count).allSatisfy { entries[$0 - 1].at <= entries[$0].at }
      var sorting = entries
      if !isSorted { sorting.sort { $0.at < $1.at } }
      return
    }
    for index in 1..<max(1, entries.count) {
      let entry = entries[index]
      var place = index
      while place > 0, entries[place - 1].at > entry.at {
        entries[place] = entries[place - 1]
        place -= 1
      }
      entries[place] = entry
    }
  }

  @inline(__always)
  func withEntries(of member: Int, _ body: (BufferView<AccountEntry>) -> Void) {
    entries.withView {
      body($0.extracting(starts[member]..<ends[member]))
    }
  }
}

/// Who of a range of members had bought by a day, and has since.
private struct Buyers {
  /// 1 for having bought by then, 2 for having bought since.
  private var marks: [UInt8]

  init(_ members: Range<Int>, _ community: Community, moment: Moment, days: Int) {
    let first = UInt32(members.lowerBound)
    let count = UInt32(members.count)
    let until = moment.zone.end(of: moment.today.adding(days: -days)).rawValue
    let now = moment.now.rawValue
    var marks = [UInt8](repeating: 0, count: members.count)
    for segment in community[.orders].segments {
      let amounts = segment.integers[OrderField.amount.slot]
      let times = segment.at
      let column = segment.member
      for row in 0..<segment.count where column[row] &- first < count && amounts[row] >= 0 {
        if times[row] <= now { marks[Int(column[row] &- first)] |= times[row] <= until ? 1 : 2 }
      }
    }
    self.marks = marks
  }

  /// Nil for one who hadn't bought by then.
  @inline(__always)
  func hasBoughtSince(_ member: Int) -> Bool? { marks[member] & 1 == 0 ? nil : marks[member] & 2 != 0 }
}
