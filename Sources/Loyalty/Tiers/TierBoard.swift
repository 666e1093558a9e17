import Bytes
import Community

/// What the panel of tiers shows, as of one state of the folder.
package struct TierBoard: Sendable {
  package let roster: Roster
  @Boxed package private(set) var measures: MemberMeasures
  @Boxed package private(set) var figures: TierFigures
  /// Whoever goes down at the coming quarter's end, and whoever has a keep task: from the highest tier, who goes down in
  /// front, then those with the least to go.
  package let atRisk: [Member.Index]
  /// Whoever reaches a higher tier by then at their pace, the nearest to it in front.
  package let rising: [Member.Index]
  /// Moves since the last opening, the newest first; nil where none is known of.
  package let changes: [TierChange]?
  package let since: Instant?
  /// Scored members by recency (rows) and frequency, each from 1 to 5.
  package let scores: [[Int]]
  @Boxed package private(set) var points: PointsFigures?
  /// Grows with every change of the folder.
  package let generation: Int

  package var tiers: Tiers { figures.tiers }
  package var community: Community { roster.community }
  package func id(_ member: Member.Index) -> String { roster.community.members.id(member) }

  /// - Parameters:
  ///   - roster: with measures.
  ///   - since: the last opening.
  /// - Complexity: O(*n* log *n*) in the number of members, and a look at the events.
  /// - Returns: nil without tiers, or if cancelled.
  package init?(
    roster: Roster, since: Instant?, generation: Int = 0, on computation: Computation = .serial
  ) {
    guard let measures = roster.measures, let tiers = measures.tiers else { return nil }
    self.roster = roster
    self.measures = measures
    self.generation = generation
    self.since = since
    figures =
      measures.tierFigures
      ?? TierFigures(tiers, community: roster.community, figures: roster.figures, measures: measures)
    if computation.isCancelled() { return nil }
    let drops = tiers.members(.drop)
    let dropping = Set(drops)
    func order(_ members: [Member.Index], by key: (Member.Index) -> (Int, Int, Double)) -> [Member.Index] {
      members.map { (key: key($0), member: $0) }
        .sorted { ($0.key.0, $0.key.1, $0.key.2, $0.member) < ($1.key.0, $1.key.1, $1.key.2, $1.member) }
        .map(\.member)
    }
    atRisk = order(drops + tiers.membersWithTask().filter { !dropping.contains($0) }) { member in
      (-(tiers.tier(member) ?? -1), dropping.contains(member) ? 0 : 1, -(tiers.keep(member) ?? 0))
    }
    rising = order(tiers.members(.up)) { member in
      (-(tiers.reached(member) ?? -1), 0, -(tiers.next(member) ?? 0))
    }
    changes = since.map { tiers.changes(since: $0) }
    if computation.isCancelled() { return nil }
    var scores = Array(repeating: Array(repeating: 0, count: 5), count: 5)
    for number in 0..<roster.count {
      let member = Member.Index(number)
      guard let recency = measures.rfm.score(.recency, member),
        let frequency = measures.rfm.score(.frequency, member)
      else { continue }
      scores[recency - 1][frequency - 1] += 1
    }
    self.scores = scores
    if computation.isCancelled() { return nil }
    points = measures.points.flatMap {
      PointsFigures($0, roster: roster, on: computation)
    }
  }
}
