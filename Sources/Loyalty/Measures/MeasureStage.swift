import Community

/// A part of the measures as a value: what it needs, how it's computed, and how it follows what is appended.
///
/// Whoever computes measures runs a list of stages in the order of their needs. What a capability adds is a stage in a
/// file of its own and a line in `all`.
package struct MeasureStage: Sendable {
  /// Whether the measures are handed on once the stage is computed.
  package enum Delivery: Sendable {
    case never
    /// Only where there was nothing of it before: what is known earlier is then shown earlier.
    case atFirst
    case always
  }

  package let name: String
  /// The names of stages that are computed before it, where they are computed at all.
  package let needs: [String]
  package let delivery: Delivery
  /// Computes the stage for all members; false if cancelled.
  let compute: @Sendable (inout MeasuresInProgress) -> Bool
  /// Takes up what was appended for some members, given a roster with the measures before it; nil where the stage
  /// stays as it is until it's computed for all members again.
  let follow: (@Sendable (inout MemberMeasures, [Member.Index], Roster) -> Void)?
  /// Takes what earlier measures had, to stand until the stage is computed again; nil where nothing needs it.
  let keep: (@Sendable (inout MemberMeasures, _ earlier: MemberMeasures) -> Void)?

  init(
    _ name: String, needs: [String] = [], delivery: Delivery = .never,
    follow: (@Sendable (inout MemberMeasures, [Member.Index], Roster) -> Void)? = nil,
    keep: (@Sendable (inout MemberMeasures, _ earlier: MemberMeasures) -> Void)? = nil,
    compute: @escaping @Sendable (inout MeasuresInProgress) -> Bool
  ) {
    self.name = name
    self.needs = needs
    self.delivery = delivery
    self.follow = follow
    self.keep = keep
    self.compute = compute
  }

  /// The stages in an order in which each comes after those it needs, otherwise in their own.
  ///
  /// What a stage needs and the list hasn't got counts as known already.
  package static func inOrder(_ stages: [MeasureStage]) -> [MeasureStage] {
    var rest = stages
    var ordered: [MeasureStage] = []
    while !rest.isEmpty {
      let waiting = Set(rest.map(\.name))
      let ready = rest.firstIndex { waiting.isDisjoint(with: $0.needs) }
      guard let ready else {
        preconditionFailure("stages need each other: \(waiting.sorted().joined(separator: ", "))")
      }
      ordered.append(rest.remove(at: ready))
    }
    return ordered
  }
}

/// Measures on their way through the stages.
package struct MeasuresInProgress {
  /// Whose measures they are.
  let roster: Roster
  /// Whose queue of recalls it is; nil for nobody's.
  let manager: String?
  let computation: Computation
  package var measures: MemberMeasures
  /// The board of recalls that the stakes are from, once it's made.
  package var board: RecallBoard?

  var community: Community { roster.community }
  var figures: MemberFigures { roster.figures }
  /// The roster with what is known so far.
  var current: Roster { roster.with(measures) }
}
