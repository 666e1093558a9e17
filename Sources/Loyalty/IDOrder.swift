import Algorithms
import Community
import Synchronization

/// All members in the order of their ids' bytes, made when first needed and kept as long as ids are only
/// added.
final class IDOrder: Sendable {
  private let members = Mutex<[Member.Index]>([])

  /// All members of `roster` by id; nil if cancelled.
  ///
  /// - Complexity: O(members) the first time, O(added × log members + members) when there are new ones.
  func order(of roster: Roster, isCancelled: () -> Bool) -> [Member.Index]? {
    let known = members.withLock { $0 }
    if known.count == roster.count { return known }
    let added = roster.count - known.count
    let sorted = SortKeys.with(roster, MemberOrder(.id, .ascending)) { keys in
      if known.isEmpty || added > 4096 || added < 0 {
        let all = (0..<roster.count).map { Member.Index($0) }
        return RadixSort.sorted(all, by: keys, isCancelled: isCancelled)
      }
      return IDOrder.merge((known.count..<roster.count).map { Member.Index($0) }, into: known, keys)
    }
    if let sorted { members.withLock { $0 = sorted } }
    return sorted
  }

  private static func merge(
    _ added: [Member.Index], into known: [Member.Index], _ keys: SortKeys
  ) -> [Member.Index] {
    let added = added.sorted(by: keys.precedes)
    var result: [Member.Index] = []
    result.reserveCapacity(known.count + added.count)
    var taken = 0
    for member in added {
      let place = known[taken...].partitioningIndex { !keys.precedes($0, member) }
      result += known[taken..<place]
      result.append(member)
      taken = place
    }
    result += known[taken...]
    return result
  }
}
