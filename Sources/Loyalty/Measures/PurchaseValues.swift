import Community

/// What a purchase model says of each member, in currency units, NaN where it says nothing.
package struct PurchaseValues: Sendable {
  /// How likely the member still buys.
  package var alive: [Double]
  /// Lifetime value over a year.
  package var lifetimeValue: [Double]
  /// The lifetime value as it was 90 days ago.
  package var earlierLifetimeValue: [Double]
  /// What the member would spend in a year if alive.
  package var valueIfAwake: [Double]

  package init(
    alive: [Double], lifetimeValue: [Double], earlierLifetimeValue: [Double], valueIfAwake: [Double]
  ) {
    self.alive = alive
    self.lifetimeValue = lifetimeValue
    self.earlierLifetimeValue = earlierLifetimeValue
    self.valueIfAwake = valueIfAwake
  }

  static func value(_ column: [Double], _ member: Member.Index) -> Double? {
    guard member.value < column.count, !column[member.value].isNaN else { return nil }
    return column[member.value]
  }

  /// What the member is expected to be worth over a year.
  @inline(__always)
  func lifetimeValue(of member: Member.Index) -> Money? {
    PurchaseValues.value(lifetimeValue, member).flatMap(PurchaseValues.money)
  }

  /// Hundredths, so that equal amounts rank equally.
  static func money(_ value: Double) -> Money? { hundredths(value).map { Money(rawValue: $0) } }

  /// Nil for what is unknown or too large.
  @inline(__always)
  static func hundredths(_ value: Double) -> Int64? {
    let hundredths = (value * 100).rounded(.toNearestOrEven)
    // False for NaN too.
    return abs(hundredths) < 0x1p63 ? Int64(hundredths) : nil
  }
}
