import Community
import Feeds
import Loyalty

/// A folder read once, with its figures: what reports and still frames are made of.
package struct FolderReading: Sendable {
  package let snapshot: Snapshot
  package private(set) var roster: Roster
  package let overview: OverviewFigures
  package private(set) var satisfaction: SatisfactionFigures
  /// Whether what counts as now is a fixed time.
  package let isFixed: Bool

  /// - Parameters:
  ///   - asOf: what counts as now; nil: by the programme.
  ///   - wall: the wall clock.
  package init(_ snapshot: Snapshot, asOf: Program.AsOf?, wall: Instant, isUnmasked: Bool) {
    let asOf = asOf ?? snapshot.community.program.asOf
    let moment = Moment(now: snapshot.now(asOf: asOf, wall: wall), zone: snapshot.zone)
    let figures = MemberFigures.onAllCores(community: snapshot.community, moment: moment)
    let mask = Mask(names: snapshot.community.program.masksNames, contacts: !isUnmasked)
    self.snapshot = snapshot
    roster = Roster(community: snapshot.community, figures: figures, moment: moment, mask: mask)
    overview = OverviewFigures(community: snapshot.community, figures: figures, moment: moment)
    satisfaction = SatisfactionTally.onAllCores(community: snapshot.community, moment: moment).figures
    isFixed = if case .fixed = asOf { true } else { false }
  }

  package var moment: Moment { roster.moment }

  /// The same folder as of the end of an earlier day, without measures.
  package func asOf(endOf day: Day) -> FolderReading {
    FolderReading(
      snapshot, asOf: .fixed(day.description), wall: moment.now, isUnmasked: !roster.mask.contacts)
  }

  /// Computes the stages, scores and values of the members too, unless that's done.
  package mutating func measure() {
    guard roster.measures == nil, let measures = MemberMeasures(roster: roster) else { return }
    let accounted = measures.accounted(roster) ?? measures
    let valued = accounted.valued(roster)?.measures ?? accounted
    roster = roster.with(valued.scheduled(roster) ?? valued)
    satisfaction = satisfaction(windowDays: nil)
  }

  /// How satisfied members are in another window, or with the weeks of the window as its trend.
  ///
  /// - Parameter windowDays: nil: the programme's.
  package func satisfaction(
    windowDays: Int?, weeks: SatisfactionTally.Weeks = .trend
  ) -> SatisfactionFigures {
    SatisfactionTally.onAllCores(
      community: snapshot.community, moment: moment, measures: roster.measures, windowDays: windowDays,
      weeks: weeks
    ).figures
  }

  /// Which ratings go with an outcome, with the programme's resamples.
  package func drivers(of outcome: DriverOutcome) -> DriverFigures? {
    let rules = snapshot.community.program.satisfaction
    return DriverData(community: snapshot.community, moment: moment, outcome: outcome).flatMap {
      DriverFigures.onAllCores($0, draws: rules.draws, seed: UInt64(rules.seed))
    }
  }

  /// Computes what members do in the community and how they are tied too, unless that's done.
  package mutating func measureCommunity() {
    measure()
    guard let measures = roster.measures, measures.ties == nil else { return }
    roster = roster.with(measures.withCommunity(roster) ?? measures)
  }
}
