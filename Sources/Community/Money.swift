/// An amount in the programme's currency, kept exactly as hundredths of a unit.
@usableFromInline
package struct Money: RawRepresentable, Hashable, Comparable, Sendable {
  /// Hundredths of a currency unit.
  @usableFromInline package var rawValue: Int64

  @inlinable package init(rawValue: Int64) { self.rawValue = rawValue }

  @usableFromInline package static let zero = Money(rawValue: 0)
  /// Amounts beyond this, either way, can't be told apart to the hundredth in a JSON number.
  package static let limit: Int64 = 1 << 53

  @inlinable package static func < (left: Money, right: Money) -> Bool { left.rawValue < right.rawValue }
  @inlinable
  package static func + (left: Money, right: Money) -> Money {
    Money(rawValue: left.rawValue &+ right.rawValue)
  }
  @inlinable
  package static func += (left: inout Money, right: Money) { left.rawValue &+= right.rawValue }

  /// The amount in currency units.
  @inlinable package var units: Double { Double(rawValue) / 100 }

  /// A JSON number as money: nil out of range, and whether decimals beyond hundredths were rounded.
  ///
  /// The number is taken as the shortest decimal that denotes it, so 0.125 is a tie and goes to 0.12.
  package static func rounded(_ number: Double) -> (money: Money, wasRounded: Bool)? {
    let scaled = number * 100
    guard scaled.isFinite, abs(scaled) < Double(limit) else { return nil }
    let nearest = scaled.rounded(.toNearestOrEven)
    if nearest / 100 == number { return (Money(rawValue: Int64(nearest)), false) }
    let thousandths = (number * 1000).rounded(.toNearestOrEven)
    if thousandths / 1000 == number, abs(thousandths.truncatingRemainder(dividingBy: 10)) == 5 {
      let lower = ((thousandths - 5) / 10).rounded(.toNearestOrEven)
      let even = lower.truncatingRemainder(dividingBy: 2) == 0 ? lower : lower + 1
      return (Money(rawValue: Int64(even)), true)
    }
    return (Money(rawValue: Int64(nearest)), true)
  }
}

extension Money: CustomStringConvertible {
  /// Decimal with two places: `-12.50`.
  @usableFromInline package var description: String {
    let size = rawValue.magnitude
    return "\(rawValue < 0 ? "-" : "")\(size / 100).\(padded(Int(size % 100), 2))"
  }
}
