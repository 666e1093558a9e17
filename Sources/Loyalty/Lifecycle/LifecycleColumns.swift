import Community

/// Columns of stages: how near the member still is, and how far on the path of loyalty.
extension MemberColumn {
  static let lifecycleColumns = [stage, rhythm, path, stage30, stage90]

  /// How near the member still is, by rhythm.
  package static let stage = MemberColumn(
    "stage",
    .word(LifecycleStage.allCases.map(\.id)) { roster, rows in
      if let stages = roster.measures?.lifecycle.stages { rows.fill(stages) }
    }, need: .measures, width: ColumnWidth(8, 12))
  /// The rhythm that silence is judged by, in days.
  package static let rhythm = MemberColumn(
    "rhythm",
    .decimal { roster, rows in
      guard let lifecycle = roster.measures?.lifecycle, !lifecycle.rules.isFixed else { return }
      let (common, rules) = (lifecycle.commonRhythm, lifecycle.rules)
      rows.fill(lifecycle.pasts) { $0.lastSeen == .min ? .unknown : StageJudge.rhythm($0, common, rules) }
    }, need: .measures, width: ColumnWidth(5, 7))
  /// How far the member has come on the path of loyalty.
  package static let path = MemberColumn(
    "path",
    .word(PathStage.allCases.map(\.id)) { roster, rows in
      if let stages = roster.measures?.path.stages { rows.fill(stages) }
    }, need: .measures, width: ColumnWidth(8, 12))
  /// The stages of earlier days, in the order of `earlierLifecycles`.
  package static let stage30 = MemberColumn("stage_30", daysAgoPlace: 0)
  package static let stage90 = MemberColumn("stage_90", daysAgoPlace: 1)

  private init(_ id: String, daysAgoPlace place: Int) {
    self.init(
      id,
      .word(LifecycleStage.allCases.map(\.id)) { roster, rows in
        if let earlier = roster.measures?.earlierLifecycles, place < earlier.count {
          rows.fill(earlier[place].stages)
        }
      }, need: .measures, width: ColumnWidth(8, 12))
  }
}
