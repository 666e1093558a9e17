import Community

/// What came of the recalls in one layer.
package struct LayerOutcome: Hashable, Sendable {
  package let layer: RecallLayer
  /// Woken of those whose 30 days are over.
  package internal(set) var recalled = Proportion(0, of: 0)
  package internal(set) var heldOut = Proportion(0, of: 0)
  /// Of recalls that are over by plays whose cost is known, in currency units.
  package internal(set) var cost = 0.0

  init(layer: RecallLayer) { self.layer = layer }

  /// What it cost to wake one member, in currency units. Nil where nobody woke.
  package var costPerWoken: Double? {
    recalled.successes > 0 ? cost / Double(recalled.successes) : nil
  }
}
