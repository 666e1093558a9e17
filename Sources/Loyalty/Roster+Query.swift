import Community

extension Roster {
  /// How many blocks of figures there are: the pieces in which members are looked through.
  var blockCount: Int { (count + MemberFigures.blockSize - 1) >> MemberFigures.blockShift }

  /// The first `count` members that a query finds, without sorting the rest.
  ///
  /// - Parameters:
  ///   - former: a result at hand, of this roster: it's searched instead of all members where the query only
  ///     narrows it, in the same order.
  ///   - isCancelled: asked every few thousand members; once true, what was found so far is returned.
  /// - Complexity: O(members), O(members looked at until enough are found) within a former result.
  public func firstScreenful(
    _ query: MemberQuery, count wanted: Int, within former: MemberResult? = nil,
    isCancelled: () -> Bool = { false }
  ) -> MemberScreenful {
    let matcher = query.filter.matcher(for: self)
    if let former, canSearch(former, for: query) {
      return firstScreenful(query, wanted, former, matcher, isCancelled)
    }
    let keys = SortKeys(self, query.order)
    var selection = TopSelection(keys, count: wanted)
    var matched = 0
    var isComplete = true
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: MemberFigures.blockSize) { buffer in
      guard let base = buffer.baseAddress else { return }
      for block in 0..<blockCount {
        if isCancelled() {
          isComplete = false
          break
        }
        keys.fill(block, base)
        forEachMatch(in: block, matcher) { row, member in
          matched += 1
          if base[row] <= selection.bar { selection.offer(member, base[row]) }
        }
      }
    }
    return MemberScreenful(
      query: query, rows: selection.finish(), matched: isComplete ? matched : nil, isComplete: isComplete)
  }

  /// Searches a result in its own order until enough are found.
  private func firstScreenful(
    _ query: MemberQuery, _ wanted: Int, _ former: MemberResult, _ matcher: MemberMatcher,
    _ isCancelled: () -> Bool
  ) -> MemberScreenful {
    if matcher.terms.isEmpty {
      return MemberScreenful(
        query: query, rows: Array(former.rows.prefix(wanted)), matched: former.rows.count, isComplete: true)
    }
    var rows: [Member.Index] = []
    for (place, member) in former.rows.enumerated() {
      if place & 1023 == 1023, isCancelled() {
        return MemberScreenful(query: query, rows: rows, matched: nil, isComplete: false)
      }
      guard matcher.matches(member) else { continue }
      rows.append(member)
      if rows.count == wanted {
        return MemberScreenful(query: query, rows: rows, matched: nil, isComplete: true)
      }
    }
    return MemberScreenful(query: query, rows: rows, matched: rows.count, isComplete: true)
  }

  /// All members that a query finds, in its order; nil if cancelled.
  ///
  /// - Parameter former: a result at hand, of this roster; see `firstScreenful`.
  /// - Complexity: O(members).
  public func all(
    _ query: MemberQuery, within former: MemberResult? = nil, isCancelled: () -> Bool = { false }
  ) -> MemberResult? {
    let matcher = query.filter.matcher(for: self)
    if let former, canSearch(former, for: query) {
      var rows: [Member.Index] = []
      for (place, member) in former.rows.enumerated() {
        if place & 4095 == 4095, isCancelled() { return nil }
        if matcher.matches(member) { rows.append(member) }
      }
      return MemberResult(query: query, rows: rows)
    }
    guard let byID = idOrder.order(of: self, isCancelled: isCancelled) else { return nil }
    var passing = [Bool](repeating: false, count: count)
    for block in 0..<blockCount {
      if isCancelled() { return nil }
      forEachMatch(in: block, matcher) { _, member in passing[member.value] = true }
    }
    let found = byID.filter { passing[$0.value] }
    if query.order == MemberOrder(.id, .ascending) { return MemberResult(query: query, rows: found) }
    let keys = SortKeys(self, query.order)
    return RadixSort.sorted(found, by: keys, isCancelled: isCancelled).map {
      MemberResult(query: query, rows: $0)
    }
  }

  /// The sums over some members.
  ///
  /// - Complexity: O(rows).
  public func totals(of rows: [Member.Index]) -> MemberTotals {
    var totals = MemberTotals()
    let recent = moment.start(ofWindow: 30).rawValue
    for member in rows {
      let entry = figures.entry(member)
      totals.count += 1
      totals.orders += Int(entry.orders)
      totals.spend += Money(rawValue: entry.spend)
      if entry.orders > 0 { totals.buyers += 1 }
      if entry.lastSeen >= recent { totals.seenRecently += 1 }
    }
    return totals
  }

  private func canSearch(_ former: MemberResult, for query: MemberQuery) -> Bool {
    former.query.order == query.order && query.filter.narrows(former.query.filter, mask: mask)
  }

  /// Calls `body` with row in the block and index of each listed member that passes.
  @inline(__always)
  private func forEachMatch(
    in block: Int, _ matcher: MemberMatcher, _ body: (Int, Member.Index) -> Void
  ) {
    let base = block << MemberFigures.blockShift
    let entries = figures.blocks[block]
    for row in 0..<min(entries.count, count - base) where entries[row].isListed {
      let member = Member.Index(base + row)
      if matcher.terms.isEmpty || matcher.passes(member, entries[row]) { body(row, member) }
    }
  }
}
