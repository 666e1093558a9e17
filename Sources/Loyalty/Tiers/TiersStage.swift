import Community

extension MeasureStage {
  /// The tier of each member, replayed from the events.
  package static let tiers = MeasureStage(
    "tiers", needs: ["points"], delivery: .atFirst,
    follow: { measures, touched, roster in
      measures.updateTiers(of: touched, community: roster.community, figures: roster.figures)
    }
  ) { progress in
    let tiers = Tiers(
      roster: progress.roster, points: progress.measures.points, on: progress.computation)
    guard let tiers else { return false }
    progress.measures.receive(tiers)
    return true
  }
}

extension Tiers {
  /// Replays the tiers of a roster's members.
  ///
  /// - Parameter points: of the same roster, where conditions ask for points earned.
  /// - Returns: nil if cancelled.
  package init?(roster: Roster, points: Points? = nil, on computation: Computation = .serial) {
    self.init(community: roster.community, figures: roster.figures, points: points, on: computation)
  }
}

extension TierWhatIf {
  /// Prepares the events of a roster's members.
  ///
  /// - Returns: nil if cancelled.
  package convenience init?(
    _ tiers: Tiers, roster: Roster, measures: MemberMeasures, on computation: Computation = .serial
  ) {
    self.init(
      tiers, community: roster.community, figures: roster.figures, measures: measures, on: computation)
  }
}
