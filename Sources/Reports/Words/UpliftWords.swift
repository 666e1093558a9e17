import Loyalty
import Texts

extension Language {
  /// The rates of two groups and what lies between them; nil where a group is empty.
  package func compared(_ test: ProportionTest) -> ComparedWords? {
    guard let treated = test.treated.rate, let control = test.control.rate else { return nil }
    return compared(rates: treated, control)
  }

  /// The ends of a difference of two rates, in percentage points: `+10 … +24`.
  package func range(ofPoints interval: ClosedRange<Double>, decimals: Int) -> String {
    signed(100 * interval.lowerBound, decimals: decimals) + " … "
      + signed(100 * interval.upperBound, decimals: decimals)
  }
}
