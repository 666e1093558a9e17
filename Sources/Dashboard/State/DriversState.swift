import Loyalty

/// What bears on the score or on buying again: asked for when it's shown, and settling while one looks.
public struct DriversState: Sendable {
  public var outcome: DriverOutcome
  /// Nil until the shares are known.
  public var figures: DriverFigures?
  public var isRunning = true
  public var isStopped = false
  /// Of the request that answers belong to.
  var generation: Int
  /// The state of the folder that it was asked of.
  var dataGeneration: Int

  init(outcome: DriverOutcome, generation: Int, dataGeneration: Int) {
    self.outcome = outcome
    self.generation = generation
    self.dataGeneration = dataGeneration
  }
}
