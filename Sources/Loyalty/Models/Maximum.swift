import Glibc

/// A maximum of a smooth function within bounds, found by a quasi-Newton method (BFGS) from one start.
///
/// Steps that would leave the bounds end on them; parameters held there by the gradient are left out of the
/// next step.
struct Maximum: Sendable {
  var point: [Double]
  var value: Double
  /// What the search learnt about the curvature: the Hessian of −f, for a search nearby.
  var curvature: [[Double]]
  /// Whether the gradient vanished, but for directions out of the bounds.
  var isConverged: Bool
  /// Which coordinates lie on a bound.
  var isOnBound: [Bool]

  typealias Value = (value: Double, gradient: [Double])
  private static let gradientTolerance = 1e-9
  private static let acceptedTolerance = 1e-6
  /// How far sums of a million terms may be off by rounding, relatively.
  private static let noise = 1e-12
  private static let iterationLimit = 150
  private static let longestStep = 2.0

  /// - Parameters:
  ///   - curvature: of a search nearby.
  ///   - function: its values should be of the order of 1 to 10, as should the coordinates.
  /// - Returns: nil if cancelled.
  init?(
    from start: [Double], within bounds: [ClosedRange<Double>], curvature known: [[Double]]? = nil,
    isCancelled: () -> Bool, of function: ([Double]) -> Value
  ) {
    var search = Search(bounds: bounds, curvature: known)
    var point = search.clamped(start)
    var (value, gradient) = function(point)
    var isConverged = false
    for _ in 0..<Maximum.iterationLimit {
      if isCancelled() { return nil }
      let size = search.freeSize(point, gradient)
      if size < Maximum.gradientTolerance {
        isConverged = true
        break
      }
      let direction = search.direction(point, gradient)
      var step = min(1, Maximum.longestStep / max(1e-300, direction.map(abs).max() ?? 0))
      var next: (point: [Double], value: Double, gradient: [Double])?
      for _ in 0..<20 {
        let trial = search.clamped(zip(point, direction).map { $0 + step * $1 })
        let rise = zip(gradient, zip(trial, point)).reduce(0) { $0 + $1.0 * ($1.1.0 - $1.1.1) }
        let result = function(trial)
        let needed = value + 1e-4 * rise - Maximum.noise * abs(value)
        if result.value.isFinite, result.value >= needed, trial != point {
          next = (trial, result.value, result.gradient)
          break
        }
        step /= 3
      }
      guard let next else {
        if search.isFresh {
          isConverged = size < Maximum.acceptedTolerance
          break
        }
        search.forget()
        continue
      }
      search.learn(
        step: zip(next.point, point).map { $0 - $1 }, change: zip(gradient, next.gradient).map { $0 - $1 })
      (point, value, gradient) = next
    }
    self.point = point
    self.value = value
    self.isConverged = isConverged || search.freeSize(point, gradient) < Maximum.acceptedTolerance
    curvature = search.hessian
    isOnBound = search.onBound(point)
  }

  /// What is known of the surroundings.
  private struct Search {
    let bounds: [ClosedRange<Double>]
    /// The Hessian of −f, as far as known; positive definite. Not its inverse, of which parts would be wrong
    /// where some coordinates are held.
    var hessian: [[Double]]
    /// Whether nothing is known of the curvature.
    var isFresh: Bool

    init(bounds: [ClosedRange<Double>], curvature: [[Double]]?) {
      self.bounds = bounds
      hessian = curvature ?? Search.identity(bounds.count)
      isFresh = curvature == nil
    }

    static func identity(_ size: Int) -> [[Double]] {
      (0..<size).map { row in (0..<size).map { $0 == row ? 1 : 0 } }
    }

    mutating func forget() {
      hessian = Search.identity(bounds.count)
      isFresh = true
    }

    func clamped(_ point: [Double]) -> [Double] {
      zip(point, bounds).map { min(max($0, $1.lowerBound), $1.upperBound) }
    }

    func onBound(_ point: [Double]) -> [Bool] {
      zip(point, bounds).map { $0 <= $1.lowerBound || $0 >= $1.upperBound }
    }

    /// Coordinates that may move: not on a bound that the gradient pushes against.
    private func isFree(_ index: Int, _ point: [Double], _ gradient: [Double]) -> Bool {
      gradient[index] > 0 ? point[index] < bounds[index].upperBound : point[index] > bounds[index].lowerBound
    }

    /// The largest derivative in a direction that is open.
    func freeSize(_ point: [Double], _ gradient: [Double]) -> Double {
      gradient.indices.reduce(0) { max($0, isFree($1, point, gradient) ? abs(gradient[$1]) : 0) }
    }

    /// Uphill, by what is known of the curvature.
    mutating func direction(_ point: [Double], _ gradient: [Double]) -> [Double] {
      let free = gradient.indices.filter { isFree($0, point, gradient) }
      let direction = solution(free, gradient)
      if zip(direction, gradient).reduce(0, { $0 + $1.0 * $1.1 }) > 0 { return direction }
      forget()
      return solution(free, gradient)
    }

    /// Newton's step of the coordinates that are free; the others stay. By elimination: rows of a positive
    /// definite matrix need no exchange.
    private func solution(_ free: [Int], _ gradient: [Double]) -> [Double] {
      var rows = free.map { row in free.map { hessian[row][$0] } + [gradient[row]] }
      for pivot in rows.indices {
        for row in rows.indices where row != pivot {
          let factor = rows[row][pivot] / rows[pivot][pivot]
          for column in pivot...rows.count { rows[row][column] -= factor * rows[pivot][column] }
        }
      }
      var solution = [Double](repeating: 0, count: gradient.count)
      for (place, index) in free.enumerated() {
        let value = rows[place][rows.count] / rows[place][place]
        solution[index] = value.isFinite ? value : 0
      }
      return solution
    }

    /// The update of Broyden, Fletcher, Goldfarb and Shanno, where the function bends downwards along the
    /// step.
    mutating func learn(step: [Double], change: [Double]) {
      func dot(_ left: [Double], _ right: [Double]) -> Double {
        zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
      }
      let bend = dot(step, change)
      guard bend > 1e-12 * (dot(step, step) * dot(change, change)).squareRoot(), bend > 0 else { return }
      if isFresh {
        let scale = dot(change, change) / bend
        for index in hessian.indices { hessian[index][index] = scale }
        isFresh = false
      }
      let product = hessian.map { dot($0, step) }
      let known = dot(step, product)
      guard known > 0 else { return }
      for row in hessian.indices {
        for column in hessian.indices {
          hessian[row][column] += change[row] * change[column] / bend - product[row] * product[column] / known
        }
      }
    }
  }
}
