/// How well two ways of dividing the same things agree: 1 for the same, about 0 for chance (Hubert & Arabie 1985).
///
/// - Parameters:
///   - one, other: by thing, the number of its class.
/// - Complexity: O(*n* log *n*).
/// - Returns: nil for fewer than two things, or where both put all in one class, or each in its own.
package func adjustedRandIndex(_ one: [UInt32], _ other: [UInt32]) -> Double? {
  precondition(one.count == other.count)
  func pairs(_ count: Int) -> Double { Double(count) * Double(count - 1) / 2 }
  /// The sum over runs of equal values of the pairs within them.
  func pairs(in values: [UInt64]) -> Double {
    var sum = 0.0
    var start = 0
    for index in values.indices where index + 1 == values.count || values[index + 1] != values[index] {
      sum += pairs(index + 1 - start)
      start = index + 1
    }
    return sum
  }
  let all = pairs(one.count)
  guard all > 0 else { return nil }
  let together = pairs(in: zip(one, other).map { UInt64($0) << 32 | UInt64($1) }.sorted())
  let left = pairs(in: one.map { UInt64($0) }.sorted())
  let right = pairs(in: other.map { UInt64($0) }.sorted())
  let expected = left * right / all
  let most = (left + right) / 2
  return most == expected ? nil : (together - expected) / (most - expected)
}
