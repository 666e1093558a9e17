import Community

/// On how many days each member bought, from when to when, and what they spent, as the purchase models look
/// at it.
///
/// An order of 0 or more is a purchase. Several on one calendar day count once, with their sum as the day's
/// value. The days up to `calibrationEnd` are what models are fitted to; those after it, up to `end`, are a
/// hold-out.
package struct PurchaseSummary: Sendable {
  /// The last day of what models are fitted to.
  package let calibrationEnd: Day
  /// Today, the last day that counts.
  package let end: Day
  /// The day of the first purchase of all members until `calibrationEnd`.
  package private(set) var start: Day?
  /// Members by what they have in common for the models.
  package private(set) var folded = FoldedPurchases([])
  /// By member: place in `folded.groups`, or `noGroup`.
  private(set) var groups: [UInt32] = []
  private var entries: [Entry]
  static let noGroup = UInt32.max

  /// What one member bought. Days are ordinals.
  struct Entry: Sendable {
    var first = Int32.max
    /// The last purchase day until the end of the calibration, and of all.
    var last = Int32.min
    var newest = Int32.min
    /// Purchase days after the first one, until the end of the calibration.
    var frequency: UInt32 = 0
    /// Those of them with a value above 0.
    var valuedDays: UInt32 = 0
    /// Purchase days after the calibration.
    var later: UInt32 = 0
    /// Hundredths spent on `valuedDays`.
    var value: Int64 = 0
    /// Whether `last` is counted in `valuedDays`.
    var isLastValued = false
    /// Whether purchases came in an order other than that of time.
    var isDisordered = false
  }

  /// - Parameter calibrationEnd: today unless given, and never later.
  /// - Complexity: O(members + orders), with a radix sort of the members.
  /// - Returns: nil if cancelled.
  package init?(
    community: Community, moment: Moment, calibrationEnd: Day? = nil, isCancelled: () -> Bool = { false }
  ) {
    end = moment.today
    self.calibrationEnd = min(calibrationEnd ?? end, end)
    entries = [Entry](repeating: Entry(), count: community.members.count)
    guard read(community, moment, isCancelled) else { return nil }
    // A host's id that is given as a member's too belongs to the host.
    for host in community.hosts {
      if let member = community.member(id: host.id) { entries[member.value] = Entry() }
    }
    guard fold(isCancelled) else { return nil }
  }

  // MARK: Reading

  /// Whether the member bought anything until the end of the calibration.
  package func hasPurchase(_ member: Member.Index) -> Bool { group(of: member) != nil }

  /// What the models look at of a member who bought.
  package func group(of member: Member.Index) -> FoldedPurchases.Group? {
    guard member.value < groups.count, groups[member.value] != PurchaseSummary.noGroup else { return nil }
    return folded.groups[Int(groups[member.value])]
  }

  /// Purchase days after the first one with a value above 0, and the mean of their values (0 without any).
  package func spend(of member: Member.Index) -> (days: Int, mean: Double) {
    let entry = entries[member.value]
    return (Int(entry.valuedDays), PurchaseSummary.mean(entry))
  }

  /// Purchase days after the end of the calibration.
  package func laterDays(of member: Member.Index) -> Int { Int(entries[member.value].later) }

  /// Weeks from the end of the calibration until today.
  package var holdOutWeeks: Double { Double(end.days(since: calibrationEnd)) / 7 }

  /// Days and mean value of all members who spent something after the first day.
  ///
  /// - Complexity: O(members).
  package var repeatSpend: [(days: Int, mean: Double)] {
    var result: [(days: Int, mean: Double)] = []
    result.reserveCapacity(folded.repeaters)
    for (entry, group) in zip(entries, groups) where group != PurchaseSummary.noGroup && entry.valuedDays > 0
    {
      result.append((Int(entry.valuedDays), PurchaseSummary.mean(entry)))
    }
    return result
  }

  private static func mean(_ entry: Entry) -> Double {
    entry.valuedDays > 0 ? Double(entry.value) / 100 / Double(entry.valuedDays) : 0
  }

  // MARK: Counting

  private mutating func read(_ community: Community, _ moment: Moment, _ isCancelled: () -> Bool) -> Bool {
    var disordered: [Member.Index] = []
    let table = community[.orders]
    let now = moment.now.rawValue
    var clock = DayClock(zone: moment.zone)
    let calibrationEnd = calibrationEnd.rawValue
    for segment in table.segments where segment.count > 0 {
      if isCancelled() { return false }
      var entries = entries.mutableSpan
      let members = segment.member.span
      let times = segment.at.span
      let amountColumn = segment.integers[OrderField.amount.slot]
      let amounts = amountColumn.span
      for row in 0..<min(members.count, times.count, amounts.count) {
        let member = Int(members[row])
        guard member < entries.count, amounts[row] >= 0, times[row] <= now else { continue }
        let day = clock.day(of: times[row]).rawValue
        if day < entries[member].newest {
          if !entries[member].isDisordered { disordered.append(Member.Index(member)) }
          entries[member].isDisordered = true
        } else {
          entries[member].add(day, amounts[row], calibrationEnd)
        }
      }
    }
    for (place, member) in disordered.enumerated() {
      if place & 0xFFF == 0, isCancelled() { return false }
      var entry = Entry()
      for row in community.rows(.orders, of: member) {
        let segment = table.segments[row.segment]
        let at = segment.at[row.offset]
        let amount = segment.integers[OrderField.amount.slot][row.offset]
        if at <= now, amount >= 0 { entry.add(clock.day(of: at).rawValue, amount, calibrationEnd) }
      }
      entries[member.value] = entry
    }
    return true
  }

  /// Puts members who are alike into groups, in order of frequency, age and recency.
  private mutating func fold(_ isCancelled: () -> Bool) -> Bool {
    groups = [UInt32](repeating: PurchaseSummary.noGroup, count: entries.count)
    var first = Int32.max
    var items: [RadixSort.Item] = []
    items.reserveCapacity(entries.count)
    for (member, entry) in entries.enumerated() where entry.last >= entry.first {
      first = min(first, entry.first)
      // Days between years that records may have fit into 17 bits.
      let age = UInt64(calibrationEnd.rawValue - entry.first)
      let key = UInt64(entry.frequency) << 40 | age << 20 | UInt64(entry.last - entry.first)
      items.append(RadixSort.Item(key: key, member: Member.Index(member)))
    }
    if first != .max { start = Day(rawValue: first) }
    guard RadixSort.sort(&items, isCancelled: isCancelled) else { return false }
    var folded: [FoldedPurchases.Group] = []
    var key = UInt64.max
    for item in items {
      if item.key != key {
        key = item.key
        folded.append(
          FoldedPurchases.Group(
            frequency: Int(key >> 40), recency: Int(key & 0xF_FFFF), age: Int(key >> 20 & 0xF_FFFF), count: 0)
        )
      }
      folded[folded.count - 1].count += 1
      groups[item.member.value] = UInt32(folded.count - 1)
    }
    self.folded = FoldedPurchases(folded)
    return true
  }
}

extension PurchaseSummary.Entry {
  /// Adds a purchase on the newest day so far, or a later one.
  @inline(__always)
  mutating func add(_ day: Int32, _ amount: Int64, _ calibrationEnd: Int32) {
    if day > calibrationEnd {
      // Whoever first bought after the calibration isn't part of it.
      if day > newest, last >= first { later += 1 }
      newest = day
      return
    }
    if newest == .min {
      first = day
      last = day
    } else if day > last {
      frequency += 1
      last = day
      isLastValued = false
    }
    newest = day
    guard day > first, amount > 0 else { return }
    value &+= amount
    if !isLastValued {
      valuedDays += 1
      isLastValued = true
    }
  }
}
