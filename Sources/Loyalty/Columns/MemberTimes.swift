import Algorithms
import Community

/// Times of some members, any number of each, in the order of members and then of time.
package struct MemberTimes: Sendable {
  private let members: [UInt32]
  /// Milliseconds since 1970.
  private let times: [Int64]

  /// - Complexity: O(*n* log *n*).
  init(_ pairs: [(member: Member.Index, at: Instant)]) {
    let sorted = pairs.sorted { ($0.member.rawValue, $0.at.rawValue) < ($1.member.rawValue, $1.at.rawValue) }
    members = sorted.map(\.member.rawValue)
    times = sorted.map(\.at.rawValue)
  }

  /// Calls `body` with each time of members side by side, in order.
  ///
  /// - Complexity: O(log *n* + times of these members).
  @inline(__always)
  func forEach(in range: Range<Int>, _ body: (_ member: Int, _ at: Int64) -> Void) {
    var place = first(of: range.lowerBound)
    while place < members.count, Int(members[place]) < range.upperBound {
      body(Int(members[place]), times[place])
      place += 1
    }
  }

  /// The newest time of a member.
  func newest(of member: Member.Index) -> Instant? {
    let place = first(of: member.value + 1) - 1
    return place >= 0 && members[place] == member.rawValue ? Instant(rawValue: times[place]) : nil
  }

  /// The first place of a member, or of those after.
  private func first(of member: Int) -> Int { members.partitioningIndex { Int($0) >= member } }
}
