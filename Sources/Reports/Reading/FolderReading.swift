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
    let figures = MemberFigures(community: snapshot.community, moment: moment, on: .allCores)
    let mask = Mask(names: snapshot.community.program.masksNames, contacts: !isUnmasked)
    self.snapshot = snapshot
    roster = Roster(community: snapshot.community, figures: figures, moment: moment, mask: mask)
    overview = OverviewFigures(community: snapshot.community, figures: figures, moment: moment)
    satisfaction =
      SatisfactionTally(
        community: snapshot.community, moment: moment, on: .allCores
      ).figures
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
    guard roster.measures == nil,
      let measures = MemberMeasures(roster: roster, stages: MeasureStage.ofMembers, on: .allCores)
    else { return }
    roster = roster.with(measures)
    satisfaction = satisfaction(windowDays: nil)
  }

  /// How satisfied members are in another window, or with the weeks of the window as its trend.
  ///
  /// - Parameter windowDays: nil: the programme's.
  package func satisfaction(
    windowDays: Int?, weeks: SatisfactionTally.Weeks = .trend
  ) -> SatisfactionFigures {
    SatisfactionTally(
      community: snapshot.community, moment: moment, measures: roster.measures, windowDays: windowDays,
      weeks: weeks, on: .allCores
    ).figures
  }

  /// Which ratings go with an outcome, with the programme's resamples.
  package func drivers(of outcome: DriverOutcome) -> DriverFigures? {
    let rules = snapshot.community.program.satisfaction
    return DriverData(community: snapshot.community, moment: moment, outcome: outcome).flatMap {
      DriverFigures($0, draws: rules.draws, seed: UInt64(rules.seed), on: .allCores)
    }
  }

  /// Computes what members do in the community and how they are tied too, unless that's done.
  package mutating func measureCommunity() {
    measure()
    guard let measures = roster.measures, measures.ties == nil else { return }
    roster = roster.with(measures.adding(MeasureStage.ofCommunity, roster, on: .allCores) ?? measures)
  }

  /// How much of a folder is computed.
  package enum Depth: Sendable {
    /// What is known of every reading.
    case figures
    /// The stages, scores and values of the members too.
    case measures
    /// What members do in the community and how they are tied, too.
    case community
  }

  /// Computes what a depth asks for, unless that's done.
  package mutating func measure(to depth: Depth) {
    switch depth {
    case .figures: break
    case .measures: measure()
    case .community: measureCommunity()
    }
  }
}
