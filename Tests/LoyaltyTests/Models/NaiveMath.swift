import Glibc

// What formulas are checked against: the plain definitions, computed the slow way.

func logarithm(_ x: Double) -> Double { log(x) }
func exponential(_ x: Double) -> Double { exp(x) }
func power(_ x: Double, _ y: Double) -> Double { pow(x, y) }

/// Simpson's rule with many steps; the function must be smooth.
func integral(_ range: ClosedRange<Double>, steps: Int = 20_000, of function: (Double) -> Double) -> Double {
  let width = (range.upperBound - range.lowerBound) / Double(steps)
  var sum = function(range.lowerBound) + function(range.upperBound)
  for step in 1..<steps {
    sum += (step % 2 == 1 ? 4 : 2) * function(range.lowerBound + Double(step) * width)
  }
  return sum * width / 3
}

/// ₂F₁(a, b; c; z) by its definition, for |z| < 1 and few terms that cancel.
func hypergeometric(_ a: Double, _ b: Double, _ c: Double, _ z: Double) -> Double {
  var term = 1.0
  var sum = 1.0
  for n in 0..<200_000 {
    let n = Double(n)
    term *= (a + n) * (b + n) / ((c + n) * (n + 1)) * z
    sum += term
    if abs(term) < 1e-18 * abs(sum) { break }
  }
  return sum
}

/// Numbers of given distributions.
extension SeededGenerator {
  mutating func uniform() -> Double { Double.random(in: 1e-12..<1, using: &self) }

  mutating func exponential(rate: Double) -> Double { -log(uniform()) / rate }

  mutating func normal() -> Double { (-2 * log(uniform())).squareRoot() * cos(2 * Double.pi * uniform()) }

  /// By the method of Marsaglia and Tsang.
  mutating func gamma(shape: Double) -> Double {
    if shape < 1 { return gamma(shape: shape + 1) * pow(uniform(), 1 / shape) }
    let d = shape - 1.0 / 3
    while true {
      let x = normal()
      let v = pow(1 + x / (9 * d).squareRoot(), 3)
      if v > 0, log(uniform()) < x * x / 2 + d - d * v + d * log(v) { return d * v }
    }
  }

  mutating func beta(_ a: Double, _ b: Double) -> Double {
    let first = gamma(shape: a)
    return first / (first + gamma(shape: b))
  }
}
