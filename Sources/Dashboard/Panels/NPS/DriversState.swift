import Community
import Loyalty

/// What bears on the score or on buying again: asked for when it's shown, and settling while one looks.
package struct DriversState: Sendable {
  package var outcome: DriverOutcome
  /// Nil until the shares are known.
  package var figures: DriverFigures?
  package var isRunning = true
  package var isStopped = false
  /// Whether the figures are of an earlier reading of the folder: they are worked out anew as soon as they're shown.
  package var isOutdated = false
  /// Of the request that answers belong to.
  var generation: Int
  /// The state of the folder that it was asked of.
  var dataGeneration: Int
  /// By the wall clock, when it was asked.
  var askedAt: Instant = .unknown
  /// How many records there were then that drivers are made of.
  var records = 0

  init(outcome: DriverOutcome, generation: Int, dataGeneration: Int) {
    self.outcome = outcome
    self.generation = generation
    self.dataGeneration = dataGeneration
  }
}
