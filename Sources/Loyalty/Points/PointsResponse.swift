import Algorithms
import Community
import Synchronization

/// What members do after they redeem points: how long until the next action, and who acts again soon.
///
/// An action is a purchase, an activity, an answer or another redemption, later than the redemption.
package struct PointsResponse: Sendable {
  /// Acting again within so many days after a redemption is soon.
  package static let days = 30

  /// Redemptions up to now, and those that an action followed.
  package private(set) var redemptions = 0
  package private(set) var followed = 0
  /// Redemptions whose `days` are over, and those of them that an action followed within these.
  package private(set) var decided = 0
  package private(set) var followedSoon = 0
  /// Members who redeemed, and those who acted again within `days` after any of their redemptions.
  package private(set) var members = 0
  package private(set) var membersAgain = 0
  /// Milliseconds from a redemption to the next action, in the middle of all that were followed.
  package private(set) var median: Int64?

  /// - Parameters:
  ///   - workers, perform: as for `MemberFigures`.
  ///   - isCancelled: asked now and then.
  /// - Complexity: O(members + events), by worker, with a sort of the redemptions.
  /// - Returns: nil if cancelled.
  package init?(
    community: Community, figures: MemberFigures, workers: Int = 1,
    perform: (Int, @Sendable (Int) -> Void) -> Void = { count, body in (0..<count).forEach(body) },
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    let count = min(community.members.count, figures.count)
    let workers = max(1, min(workers, count / 4096))
    let parts = Mutex<[Part?]>(Array(repeating: nil, count: workers))
    perform(workers) { worker in
      let members = count * worker / workers..<count * (worker + 1) / workers
      let part = Part(members, community, figures, isCancelled)
      parts.withLock { $0[worker] = part }
    }
    var waits: [Int64] = []
    for part in parts.withLock({ $0 }) {
      guard let part else { return nil }
      redemptions += part.redemptions
      followedSoon += part.followedSoon
      decided += part.decided
      members += part.members
      membersAgain += part.membersAgain
      waits += part.waits
    }
    followed = waits.count
    if !waits.isEmpty {
      waits.sort()
      let (low, high) = (waits[(waits.count - 1) / 2], waits[waits.count / 2])
      median = low + (high - low) / 2
    }
  }

  /// The redemptions of a range of members.
  private struct Part: Sendable {
    private(set) var redemptions = 0
    private(set) var followedSoon = 0
    private(set) var decided = 0
    private(set) var members = 0
    private(set) var membersAgain = 0
    private(set) var waits: [Int64] = []

    init?(_ range: Range<Int>, _ community: Community, _ figures: MemberFigures, _ isCancelled: () -> Bool) {
      let now = figures.moment.now.rawValue
      var redeemed: [(member: UInt32, at: Int64)] = []
      var hasRedeemed = [Bool](repeating: false, count: range.count)
      for segment in community[.points].segments {
        let rewards = segment.symbols[PointField.reward.slot]
        guard !rewards.isEmpty else { continue }
        for row in 0..<segment.count where rewards[row] != 0 && segment.at[row] <= now {
          let member = segment.member[row]
          guard range.contains(Int(member)), figures.isListed(Member.Index(rawValue: member)) else {
            continue
          }
          redeemed.append((member, segment.at[row]))
          hasRedeemed[Int(member) - range.lowerBound] = true
        }
      }
      redeemed.sort { ($0.member, $0.at) < ($1.member, $1.at) }
      var next = [Int64](repeating: .max, count: redeemed.count)
      for place in redeemed.indices.dropLast().reversed()
      where redeemed[place + 1].member == redeemed[place].member {
        let later = redeemed[place + 1].at
        next[place] = later > redeemed[place].at ? later : next[place + 1]
      }
      if isCancelled() { return nil }
      for feed in [Feed.orders, .activity, .surveys] {
        for segment in community[feed].segments {
          let amounts = feed == .orders ? segment.integers[OrderField.amount.slot] : []
          for row in 0..<segment.count where feed != .orders || amounts[row] >= 0 {
            let place = Int(segment.member[row]) - range.lowerBound
            guard hasRedeemed.indices.contains(place), hasRedeemed[place], segment.at[row] <= now else {
              continue
            }
            Part.note(segment.at[row], of: segment.member[row], redeemed, &next)
          }
        }
        if isCancelled() { return nil }
      }
      sum(redeemed, next, figures.moment)
    }

    /// An action that comes after a redemption; earlier redemptions are followed by that one.
    private static func note(
      _ at: Int64, of member: UInt32, _ redeemed: [(member: UInt32, at: Int64)], _ next: inout [Int64]
    ) {
      var place = redeemed.partitioningIndex { ($0.member, $0.at) >= (member, at) } - 1
      guard place >= 0, redeemed[place].member == member else { return }
      let instant = redeemed[place].at
      while place >= 0, redeemed[place].member == member, redeemed[place].at == instant {
        next[place] = min(next[place], at)
        place -= 1
      }
    }

    private mutating func sum(
      _ redeemed: [(member: UInt32, at: Int64)], _ next: [Int64], _ moment: Moment
    ) {
      redemptions = redeemed.count
      var latest: UInt32?
      var hasCome = false
      for (place, redemption) in redeemed.enumerated() {
        if latest != redemption.member {
          latest = redemption.member
          members += 1
          hasCome = false
        }
        let day = moment.zone.day(of: Instant(rawValue: redemption.at))
        let isOver = moment.today.days(since: day) > PointsResponse.days
        if isOver { decided += 1 }
        guard next[place] != .max else { continue }
        waits.append(next[place] - redemption.at)
        let gap = moment.zone.day(of: Instant(rawValue: next[place])).days(since: day)
        guard gap <= PointsResponse.days else { continue }
        if isOver { followedSoon += 1 }
        if !hasCome { membersAgain += 1 }
        hasCome = true
      }
    }
  }
}
