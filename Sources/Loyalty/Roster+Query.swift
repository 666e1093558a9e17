import Bytes
import Community
import Synchronization

extension Roster {
  /// How many blocks of figures there are: the pieces in which members are looked through.
  var blockCount: Int { (count + MemberFigures.blockSize - 1) >> MemberFigures.blockShift }

  /// The first `count` members that a query finds, without sorting the rest.
  ///
  /// - Parameters:
  ///   - former: a result at hand, of this roster: it's searched instead of all members where the query only
  ///     narrows it, in the same order.
  ///   - isCancelled: asked every few thousand members; once true, what was found so far is returned.
  /// - Complexity: O(members), O(members looked at until enough are found) within a former result; where these are
  ///   rare there, a few thousand are looked at, and the screenful isn't complete.
  package func firstScreenful(
    _ query: MemberQuery, count wanted: Int, within former: MemberResult? = nil,
    isCancelled: () -> Bool = { false }
  ) -> MemberScreenful {
    let matcher = query.filter.matcher(for: self)
    if let former, canSearch(former, for: query) {
      return firstScreenful(query, wanted, former, matcher)
    }
    return SortKeys.with(self, query.order) { keys in
      firstScreenful(query, wanted, keys, matcher, isCancelled)
    }
  }

  /// Looks through all members and keeps the first.
  private func firstScreenful(
    _ query: MemberQuery, _ wanted: Int, _ keys: SortKeys, _ matcher: MemberMatcher, _ isCancelled: () -> Bool
  ) -> MemberScreenful {
    var selection = TopSelection(keys, count: wanted)
    var matched = 0
    let isComplete = withTemporaryView(repeating: UInt64(0), count: MemberFigures.blockSize) { values in
      forEachBlock(matcher, isCancelled) { start, count, marks in
        guard marks[..<count].contains(1) else { return }
        keys.fill(start >> MemberFigures.blockShift, values)
        for row in 0..<count where marks[row] != 0 {
          matched += 1
          if values[row] <= selection.bar { selection.offer(Member.Index(start + row), values[row]) }
        }
      }
    }
    return MemberScreenful(
      query: query, rows: selection.finish(), matched: isComplete ? matched : nil, isComplete: isComplete)
  }

  /// Searches a result in its own order until enough are found, or it isn't worth going on row by row.
  private func firstScreenful(
    _ query: MemberQuery, _ wanted: Int, _ former: MemberResult, _ matcher: MemberMatcher
  ) -> MemberScreenful {
    if matcher.terms.isEmpty || query.filter == former.query.filter {
      return MemberScreenful(
        query: query, rows: Array(former.rows.prefix(wanted)), matched: former.rows.count, isComplete: true)
    }
    var rows: [Member.Index] = []
    for member in former.rows.prefix(Roster.fewRows) where matcher.matches(member) {
      rows.append(member)
      if rows.count == wanted {
        return MemberScreenful(query: query, rows: rows, matched: nil, isComplete: true)
      }
    }
    // Matches are rare: going through the columns in their own order, as for all, is faster than row by row.
    let isComplete = former.rows.count <= Roster.fewRows
    return MemberScreenful(
      query: query, rows: rows, matched: isComplete ? rows.count : nil, isComplete: isComplete)
  }

  /// All members that a query finds, in its order; nil if cancelled.
  ///
  /// - Parameters:
  ///   - former: a result at hand, of this roster; see `firstScreenful`.
  /// - Complexity: O(members).
  package func all(
    _ query: MemberQuery, within former: MemberResult? = nil, on computation: Computation = .serial
  ) -> MemberResult? {
    let matcher = query.filter.matcher(for: self)
    if let former, canSearch(former, for: query) {
      if former.rows.count <= Roster.fewRows {
        return MemberResult(query: query, rows: former.rows.filter(matcher.matches))
      }
      return marks(matcher, on: computation).map { marks in
        MemberResult(query: query, rows: former.rows.filter { marks[$0.value] != 0 })
      }
    }
    guard let byID = idOrder.order(of: self, isCancelled: computation.isCancelled),
      let marks = marks(matcher, on: computation)
    else { return nil }
    let found = byID.filter { marks[$0.value] != 0 }
    if query.order == MemberOrder(.id, .ascending) { return MemberResult(query: query, rows: found) }
    return SortKeys.with(self, query.order) { keys in
      RadixSort.sorted(found, by: keys, isCancelled: computation.isCancelled)
    }.map { MemberResult(query: query, rows: $0) }
  }

  /// Those of some members that a filter lets pass, in their order; nil if cancelled.
  ///
  /// - Complexity: O(rows) for few, O(members) for many.
  package func members(
    of rows: [Member.Index], matching filter: MemberFilter,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) -> [Member.Index]? {
    let matcher = filter.matcher(for: self)
    if rows.count <= Roster.fewRows { return rows.filter(matcher.matches) }
    return marks(matcher, on: Computation(isCancelled: isCancelled)).map { marks in
      rows.filter { marks[$0.value] != 0 }
    }
  }

  /// Some members in an order; those of equal values stay as they were, but where texts decide.
  ///
  /// - Complexity: O(members).
  package func sorted(_ rows: [Member.Index], by order: MemberOrder) -> [Member.Index] {
    SortKeys.with(self, order) { keys in RadixSort.sorted(rows, by: keys, isCancelled: { false }) } ?? rows
  }

  /// The sums over some members.
  ///
  /// - Complexity: O(rows).
  package func totals(of rows: [Member.Index]) -> MemberTotals {
    var totals = MemberTotals()
    let signs = measures?.signs.entries ?? []
    let firstDay = moment.today.adding(days: 1 - community.program.satisfaction.windowDays).rawValue
    let values = measures?.values?.lifetimeValue ?? []
    let recent = moment.start(ofWindow: 30).rawValue
    for member in rows {
      let entry = figures.entry(member)
      totals.count += 1
      totals.orders += Int(entry.orders)
      totals.spend += Money(rawValue: entry.spend)
      if entry.orders > 0 { totals.buyers += 1 }
      if entry.lastSeen >= recent { totals.seenRecently += 1 }
      if member.value < signs.count, signs[member.value].npsDay >= firstDay {
        totals.answers += 1
        if signs[member.value].nps >= 9 { totals.promoters += 1 }
        if signs[member.value].nps <= 6 { totals.detractors += 1 }
      }
      if let value = PurchaseValues.value(values, member), let money = PurchaseValues.money(value) {
        totals.valued += 1
        totals.lifetimeValue += money
      }
    }
    return totals
  }

  private func canSearch(_ former: MemberResult, for query: MemberQuery) -> Bool {
    former.query.order == query.order && query.filter.narrows(former.query.filter, mask: mask)
  }

  /// So few rows are faster looked at one by one.
  private static let fewRows = 4096

  /// By member, 1 for those that are listed and that a filter finds, else 0; nil if cancelled.
  ///
  /// - Complexity: O(members).
  package func marks(_ filter: MemberFilter, isCancelled: @escaping @Sendable () -> Bool = { false })
    -> [UInt8]?
  {
    marks(filter.matcher(for: self), on: Computation(isCancelled: isCancelled))
  }

  /// By member, 1 for those that are listed and pass, else 0; nil if cancelled.
  private func marks(
    _ matcher: MemberMatcher, on computation: Computation
  ) -> [UInt8]? {
    let blocks = (count + Members.blockSize - 1) >> Members.blockShift
    let next = Atomic<Int>(0)
    let isStopped = Atomic<Bool>(false)
    var marks = [UInt8](repeating: 0, count: count)
    marks.withMutableView { marks in
      // Every worker fills blocks of its own.
      nonisolated(unsafe) let marks = marks
      computation.forEach(max(1, min(computation.workers, blocks))) { _ in
        while true {
          let block = next.add(1, ordering: .relaxed).oldValue
          guard block < blocks else { return }
          if computation.isCancelled() { isStopped.store(true, ordering: .relaxed) }
          if !isStopped.load(ordering: .relaxed) {
            _ = matcher.mark(block, marks.extracting((block << Members.blockShift)...))
          }
        }
      }
    }
    return isStopped.load(ordering: .relaxed) ? nil : marks
  }

  /// Calls `body` for each block of figures with its first member, its number of members, and a mark for each
  /// that is listed and passes. False if cancelled.
  private func forEachBlock(
    _ matcher: MemberMatcher, _ isCancelled: () -> Bool,
    _ body: (Int, Int, ByteView) -> Void
  ) -> Bool {
    withTemporaryView(repeating: UInt8(0), count: Members.blockSize) { marks in
      for block in 0..<(count + Members.blockSize - 1) >> Members.blockShift {
        let rows = matcher.mark(block, marks)
        for start in stride(from: 0, to: rows, by: MemberFigures.blockSize) {
          if isCancelled() { return false }
          let size = min(MemberFigures.blockSize, rows - start)
          body(
            block << Members.blockShift + start, size, marks.extracting(start..<start + size).view)
        }
      }
      return true
    }
  }
}
