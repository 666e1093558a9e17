import Community

extension MeasureStage {
  /// All stages.
  package static let all: [MeasureStage] = inOrder([
    points, tiers, account, records, touchpoints, purchaseValues, recall, valuedTouchpoints, activity, ties,
    hosts,
    tieGroups,
  ])

  /// What is known of members apart from what they do in the community.
  package static let ofMembers = all.filter { stage in !ofCommunity.contains { $0.name == stage.name } }

  /// What members do in the community, how they are tied, and what hosts do for them.
  package static let ofCommunity: [MeasureStage] = [activity, ties, hosts, tieGroups]
}

extension MemberMeasures {
  /// Computes the measures of a roster: stages and path of members, scores, and the given stages.
  ///
  /// - Returns: nil if cancelled.
  package init?(
    roster: Roster, stages: [MeasureStage] = [.points, .tiers], on computation: Computation = .serial
  ) {
    let measures = MemberMeasures(community: roster.community, figures: roster.figures, on: computation)
    guard let measures = measures?.adding(stages, roster, on: computation) else { return nil }
    self = measures
  }

  /// The same with the given stages, computed in the order of their needs.
  ///
  /// - Parameters:
  ///   - roster: whose measures these are.
  ///   - earlier: what stands for stages until they are computed; nil where there was nothing before.
  ///   - manager: whose queue of recalls it is.
  ///   - deliver: called with what is known so far, as stages ask for it, and at the end.
  /// - Returns: nil if cancelled.
  package func adding(
    _ stages: [MeasureStage], _ roster: Roster, earlier: MemberMeasures? = nil, manager: String? = nil,
    on computation: Computation = .serial,
    deliver: (MemberMeasures, RecallBoard?, _ isWhole: Bool) -> Void = { _, _, _ in }
  ) -> MemberMeasures? {
    var progress = MeasuresInProgress(
      roster: roster, manager: manager, computation: computation, measures: self)
    let stages = MeasureStage.inOrder(stages)
    for (place, stage) in stages.enumerated() {
      guard stage.compute(&progress) else { return nil }
      let isLast = place == stages.count - 1
      guard isLast || stage.delivery == .always || stage.delivery == .atFirst && earlier == nil else {
        continue
      }
      var measures = progress.measures
      if let earlier { for stage in stages[(place + 1)...] { stage.keep?(&measures, earlier) } }
      deliver(measures, progress.board, isLast)
    }
    return progress.measures
  }

  /// Takes up what was appended for some members, stage by stage. Stages that don't follow stay as they were.
  ///
  /// - Parameter roster: with the figures brought up to date.
  /// - Complexity: O(records of these members + records appended).
  mutating func follow(
    _ touched: [Member.Index], _ roster: Roster, stages: [MeasureStage]
  ) {
    for stage in stages { stage.follow?(&self, touched, roster) }
  }
}

extension Roster {
  /// The same with measures that took up what was appended for some members.
  ///
  /// - Complexity: O(records of these members + records appended).
  package func following(
    _ touched: [Member.Index], stages: [MeasureStage] = MeasureStage.all
  ) -> Roster {
    guard var measures else { return self }
    measures.follow(touched, self, stages: stages)
    return with(measures)
  }
}
