import Community

extension MeasureStage {
  /// Who is active, who contributes, and how challenges go.
  package static let activity = MeasureStage(
    "activity", needs: ["touchpoints by value"], delivery: .atFirst,
    keep: { measures, earlier in
      measures.activity = earlier.activity
      measures.challenges = earlier.challenges
    }
  ) { progress in
    let activity = ActivityFigures(
      community: progress.community, figures: progress.figures, on: progress.computation)
    guard let activity else { return false }
    progress.measures.receive(
      activity, Challenges(community: progress.community, figures: progress.figures))
    return true
  }
}
