import Community

extension MeasureStage {
  /// How complaints stand, and what was bought.
  package static let records = MeasureStage(
    "records",
    follow: { measures, touched, roster in
      measures.records?.update(touched, community: roster.community, moment: roster.moment)
    }
  ) { progress in
    let records = RecordSummary(
      community: progress.community, moment: progress.roster.moment,
      isCancelled: progress.computation.isCancelled)
    guard let records else { return false }
    progress.measures.records = records
    return true
  }
}
