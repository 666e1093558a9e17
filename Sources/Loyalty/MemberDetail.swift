import Bytes
import Community

/// What takes a look at every record of a member: their card, timeline, ledgers and the history of their tier.
package struct MemberDetail: Sendable {
  package let member: Member.Index
  /// What it was gathered from.
  package let roster: Roster
  @Boxed package private(set) var card: MemberCard
  package let timeline: MemberTimeline
  /// How the member came to their tier; nil until tiers are worked out.
  @Boxed package private(set) var tierHistory: TierHistory?
  /// Nil until the points are worked out.
  @Boxed package private(set) var points: PointsLedger?
  /// Why the member shares no points with the household that their record names.
  package let householdProblem: PointPools.Problem?
}

extension Roster {
  /// Gathers what is known of a member.
  ///
  /// - Complexity: O(*n* log *n*) in the records of the member.
  package func detail(of member: Member.Index) -> MemberDetail {
    let history = measures?.tiers?.history(of: member, community: community, figures: figures)
    return MemberDetail(
      member: member, roster: self, card: card(of: member, history), timeline: timeline(of: member),
      tierHistory: history, points: measures?.points?.ledger(of: member),
      householdProblem: measures?.points?.pools.fault(of: member, community))
  }

  /// How many records the feeds have of a member, decisions among them.
  ///
  /// - Complexity: O(log *n*) in the records added since the folder was read.
  package func recordCount(of member: Member.Index) -> Int {
    (Feed.events + [.decisions]).reduce(0) { $0 + community[historyOf: $1].count(of: member) }
  }
}
