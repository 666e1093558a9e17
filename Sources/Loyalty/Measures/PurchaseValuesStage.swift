import Community

extension MeasureStage {
  /// What a model of purchases says of each member, and the tiers as a whole, which tell of values.
  package static let purchaseValues = MeasureStage("purchase values", needs: ["tiers", "account"]) {
    progress in
    let model = ValueModel(
      community: progress.community, moment: progress.roster.moment,
      isCancelled: progress.computation.isCancelled)
    guard let model else { return false }
    progress.measures.receive(model)
    if let tiers = progress.measures.tiers {
      progress.measures.receive(
        TierFigures(
          tiers, community: progress.community, figures: progress.figures, measures: progress.measures))
    }
    return true
  }
}
