/// A stream of random numbers that depends on a seed and a stream number alone (SplitMix64).
///
/// Everything drawn from it uses integer arithmetic, or `+ - * /` and `sqrt` of IEEE 754 doubles, which give the
/// same bits on every machine; the functions of the C mathematics library don't.
struct Random: Sendable {
  private var state: UInt64

  init(seed: UInt64, stream: UInt64) {
    state = Random.mixed(seed &+ 0x9E37_79B9_7F4A_7C15) ^ Random.mixed(stream &* 0xD134_2543_DE82_EF95 &+ 1)
  }

  static func mixed(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Random.mixed(state)
  }

  /// 32 random bits: what a record's words are chosen by when it is written.
  mutating func salt() -> UInt32 { UInt32(truncatingIfNeeded: next() >> 32) }

  /// Evenly in 0..<1.
  mutating func unit() -> Double { Double(next() >> 11) * (1.0 / 9_007_199_254_740_992.0) }

  /// Evenly in 0..<bound; 0 when `bound` is below 2.
  mutating func below(_ bound: Int) -> Int {
    bound < 2 ? 0 : Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  mutating func within(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.upperBound - range.lowerBound + 1)
  }

  mutating func chance(_ probability: Double) -> Bool { unit() < probability }

  /// An index, drawn with the given weights.
  mutating func weighted(_ weights: [Double]) -> Int {
    var rest = unit() * weights.reduce(0, +)
    for (index, weight) in weights.enumerated() {
      rest -= weight
      if rest < 0 { return index }
    }
    return weights.count - 1
  }

  /// Exponential with the given mean.
  mutating func exponential(mean: Double) -> Double { -logarithm(1 - unit()) * mean }

  /// Seconds, exponential with the given mean in hours, at least a minute.
  mutating func seconds(meanHours: Double) -> Int { 60 + Int(exponential(mean: meanHours * 3600)) }

  /// Standard normal (polar method).
  mutating func normal() -> Double {
    while true {
      let x = 2 * unit() - 1
      let y = 2 * unit() - 1
      let s = x * x + y * y
      if s > 0, s < 1 { return x * (-2 * logarithm(s) / s).squareRoot() }
    }
  }

  /// Gamma with the given shape and mean (Marsaglia and Tsang).
  mutating func gamma(shape: Double, mean: Double) -> Double {
    if shape < 1 {
      let boost = SampleData.exponential(logarithm(1 - unit()) / shape)
      return gamma(shape: shape + 1, mean: mean * (shape + 1) / shape) * boost
    }
    let d = shape - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = normal()
      let root = 1 + c * x
      guard root > 0 else { continue }
      let v = root * root * root
      if logarithm(1 - unit()) < 0.5 * x * x + d - d * v + d * logarithm(v) { return d * v * mean / shape }
    }
  }

  /// How often something happens whose mean is small (Poisson).
  mutating func count(mean: Double) -> Int {
    let limit = SampleData.exponential(-mean)
    var product = unit()
    var n = 0
    while product > limit, n < 100 {
      product *= unit()
      n += 1
    }
    return n
  }
}

/// Natural logarithm of a positive, normal number, in plain arithmetic (about 12 digits).
func logarithm(_ value: Double) -> Double {
  var significand = value.significand
  var exponent = Double(value.exponent)
  if significand > 1.4142135623730951 {
    significand *= 0.5
    exponent += 1
  }
  let s = (significand - 1) / (significand + 1)
  let square = s * s
  var sum = 0.0
  for odd in stride(from: 17.0, through: 1, by: -2) { sum = sum * square + 1 / odd }
  return 2 * s * sum + exponent * 0.6931471805599453
}

/// e to the power of `value`, in plain arithmetic (about 12 digits); 0 far below zero.
func exponential(_ value: Double) -> Double {
  guard value > -700 else { return 0 }
  let whole = (value * 1.4426950408889634).rounded()
  let rest = value - whole * 0.6931471805599453
  var sum = 1.0
  for term in stride(from: 14.0, through: 1, by: -1) { sum = 1 + sum * rest / term }
  return sum * Double(sign: .plus, exponent: Int(whole), significand: 1)
}
