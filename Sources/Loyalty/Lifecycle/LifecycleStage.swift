import Community

/// How near a member still is: judged by how long they have been silent.
package enum LifecycleStage: UInt8, CaseIterable, Hashable, Sendable {
  case new = 1, active, sleeping, churned

  /// The word in JSON, CSV and filters.
  package var id: String { "\(self)" }

  package init?(id: String) {
    guard let stage = LifecycleStage.allCases.first(where: { $0.id == id }) else { return nil }
    self = stage
  }
}

/// Why a member is in a stage.
package struct LifecycleReason: Hashable, Sendable {
  /// What the silence was judged by.
  package enum Basis: Hashable, Sendable {
    /// Joined lately and bought less than twice: silence doesn't matter.
    case joined(days: Int, orders: Int)
    /// The member's own median gap between days seen.
    case ownRhythm(Double)
    /// Seen on too few days; the median of all members' own rhythms.
    case commonRhythm(Double)
    /// Seen on too few days, and nobody has a rhythm.
    case defaultRhythm(Double)
    /// The programme judges by days alone.
    case fixed
    /// Never seen since joining.
    case neverSeen
  }

  package var stage: LifecycleStage
  package var basis: Basis
  /// Days since last seen; never seen: since joining.
  package var silence: Int?
  /// Active up to so many days of silence, and sleeping up to so many.
  package var activeUpTo: Double
  package var sleepingUpTo: Double
}
