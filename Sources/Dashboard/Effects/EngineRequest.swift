import Community
import Feeds
import Loyalty

/// Work of one capability that `update` asks for; it knows the lane that does it.
///
/// Requests carry a generation. An answer whose generation isn't the newest of its kind is left aside, so a late one
/// never overwrites a newer one; starting a request of a kind cancels the one before.
protocol EngineRequest: Sendable {
  /// Hands the request to its lane; returns at once.
  func submit(to engine: Engine)
}

/// What has come of a request, or of the folder by itself: it knows what it changes.
protocol EngineAnswer: Sendable {
  func apply(to state: inout DashboardState)
  /// Whether nobody needs an earlier answer of the kind any more now that there's this one. (A terminal that takes
  /// nothing, by Ctrl-S, would otherwise have every state of the folder wait.)
  func supersedes(_ earlier: Self) -> Bool
}

extension EngineAnswer {
  func supersedes(_ earlier: Self) -> Bool { false }
  func supersedes(any earlier: any EngineAnswer) -> Bool { (earlier as? Self).map(supersedes) ?? false }
}

/// Gives up what a lane does.
struct Cancellation: EngineRequest {
  var lane: @Sendable (Engine) -> any EngineLane

  init(_ lane: @escaping @Sendable (Engine) -> any EngineLane) { self.lane = lane }

  func submit(to engine: Engine) { lane(engine).cancel() }
}
