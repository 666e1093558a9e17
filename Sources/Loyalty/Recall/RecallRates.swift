import Community

/// How often members wake, by layer and play: drawn towards what the layer's plays have in common, and that towards all
/// layers', so that a play nobody tried is taken to be as good as its layer's others, not as good as a coin.
package struct RecallRates: Hashable, Sendable {
  /// From what a rate is.
  package enum Basis: String, Hashable, Sendable {
    /// The play's own recalls in the layer, drawn towards the layer's.
    case play
    /// Nobody in the layer had that play: all plays in the layer, drawn towards the overall rate.
    case layer
    /// Nobody in the layer had any play: all layers and plays together.
    case overall
    /// Nobody at all: what the programme expects.
    case expected
  }

  private var cells: [RecallLayer: [String: Proportion]] = [:]
  private var layers: [RecallLayer: Proportion] = [:]
  /// What all layers and plays have in common.
  package let common: BetaBinomial
  private let isExpected: Bool

  /// With fewer outcomes nothing tells how much layers and plays differ: then what is expected weighs as much as
  /// `expectedTrials`.
  private static let leastTrials = 20
  private static let expectedTrials = 10.0
  /// No rate is a play's own alone after one recall.
  private static let leastWeight = 2.0

  /// - Parameters:
  ///   - cells: woken and all, by layer and play.
  ///   - expected: the rate where nothing is known, within 0…1.
  init(_ cells: [RecallLayer: [String: Proportion]], expected: Double) {
    self.cells = cells
    layers = cells.mapValues { plays in
      plays.values.reduce(into: Proportion(0, of: 0)) { $0.add($1) }
    }
    let all = layers.values.reduce(into: Proportion(0, of: 0)) { $0.add($1) }
    isExpected = all.trials == 0
    let groups = RecallLayer.allCases.flatMap { layer in
      (cells[layer] ?? [:]).sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map(\.value)
    }
    if all.trials >= RecallRates.leastTrials, let fitted = BetaBinomial.fitted(to: groups) {
      common = BetaBinomial(mean: fitted.mean, trials: max(fitted.trials, RecallRates.leastWeight))
    } else {
      let prior = BetaBinomial(mean: expected, trials: RecallRates.expectedTrials)
      common = BetaBinomial(mean: prior.rate(all), trials: RecallRates.expectedTrials)
    }
  }

  /// Woken members among those of a layer and play.
  func successes(_ layer: RecallLayer, _ play: String) -> Proportion {
    cells[layer]?[play] ?? Proportion(0, of: 0)
  }

  func rate(_ layer: RecallLayer, _ play: String) -> Double {
    let ofLayer = common.rate(layers[layer] ?? Proportion(0, of: 0))
    return BetaBinomial(mean: ofLayer, trials: common.trials).rate(successes(layer, play))
  }

  func basis(_ layer: RecallLayer, _ play: String) -> Basis {
    if isExpected { return .expected }
    if successes(layer, play).trials > 0 { return .play }
    return layers[layer]?.trials ?? 0 > 0 ? .layer : .overall
  }
}

extension Proportion {
  fileprivate mutating func add(_ other: Proportion) {
    successes += other.successes
    trials += other.trials
  }
}
