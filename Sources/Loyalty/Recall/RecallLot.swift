/// What a member's lot in the campaign of the play suggested makes of a recall.
package enum RecallLot: UInt8, CaseIterable, Hashable, Sendable {
  /// To be called.
  case call = 1
  /// Left alone, so that the others can be measured against them.
  case heldOut

  /// The word in JSON, CSV and filters.
  package var id: String { self == .call ? "call" : "held_out" }
}

/// What lots were drawn for: they hold as long as it stays the same.
struct LotsDrawn: Hashable, Sendable {
  /// By the layer's place.
  var campaigns: [String?]
  var holdOut: Double
}
