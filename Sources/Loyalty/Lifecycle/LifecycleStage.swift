import Community

/// How near a member still is: judged by how long they have been silent.
public enum LifecycleStage: UInt8, CaseIterable, Hashable, Sendable {
  case new = 1, active, sleeping, churned

  /// The word in JSON, CSV and filters.
  public var id: String { "\(self)" }

  public init?(id: String) {
    guard let stage = LifecycleStage.allCases.first(where: { $0.id == id }) else { return nil }
    self = stage
  }
}

/// Why a member is in a stage.
public struct LifecycleReason: Hashable, Sendable {
  /// What the silence was judged by.
  public enum Basis: Hashable, Sendable {
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

  public var stage: LifecycleStage
  public var basis: Basis
  /// Days since last seen; never seen: since joining.
  public var silence: Int?
  /// Active up to so many days of silence, and sleeping up to so many.
  public var activeUpTo: Double
  public var sleepingUpTo: Double
}
