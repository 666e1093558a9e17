import Community

extension MeasureStage {
  /// Ties between members, without their groups.
  package static let ties = MeasureStage(
    "ties", needs: ["activity"], keep: { measures, earlier in measures.ties = earlier.ties }
  ) { progress in
    let ties = TieFigures(
      community: progress.community, figures: progress.figures, on: progress.computation)
    guard let ties else { return false }
    progress.measures.receive(ties)
    return true
  }

  /// The groups that ties make, which take the longest.
  package static let tieGroups = MeasureStage(
    "groups of ties", needs: ["ties", "hosts"], delivery: .always
  ) { progress in
    guard var ties = progress.measures.ties,
      let groups = TieGroups(
        ties, community: progress.community, isCancelled: progress.computation.isCancelled)
    else { return false }
    ties.receive(groups)
    progress.measures.receive(ties)
    return true
  }
}
