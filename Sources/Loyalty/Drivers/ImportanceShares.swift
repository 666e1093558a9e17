import Bytes
import Glibc

/// How much of an outcome's variance each driver accounts for. Shares sum to R².
struct ImportanceShares: Sendable {
  var shares: [Double]
  var rSquared: Double

  /// With more drivers, Johnson's weights take the place of all subsets.
  static let subsetLimit = 12
  /// A driver of whose variance the others leave no more than this part adds nothing to them.
  static let tolerance = 1e-9

  /// - Parameter covariance: of the outcome, then of the drivers, row by row.
  init(covariance: [Double], drivers: Int) {
    self =
      drivers > ImportanceShares.subsetLimit
      ? ImportanceShares(johnson: covariance, drivers: drivers)
      : ImportanceShares(subsets: covariance, drivers: drivers)
  }

  /// The mean of what a driver adds to R², over all orders in which drivers can be taken up. (Lindeman, Merenda and
  /// Gold, *Introduction to Bivariate and Multivariate Analysis*, 1980; Grömping, *Journal of Statistical Software*
  /// 17(1), 2006.)
  ///
  /// - Complexity: O(p 2ᵖ).
  init(subsets covariance: [Double], drivers p: Int) {
    let fits = SubsetFits(covariance, drivers: p).rSquared
    // |S|! (p − |S| − 1)! ÷ p!, by the size of S.
    var weights = [Double](repeating: 1 / Double(max(1, p)), count: max(1, p))
    for size in 1..<max(1, p) { weights[size] = weights[size - 1] * Double(size) / Double(p - size) }
    var shares = [Double](repeating: 0, count: p)
    let explained = fits.span
    for driver in 0..<p {
      let bit = 1 << driver
      var share = 0.0
      for set in 0..<explained.count where set & bit == 0 {
        share += weights[set.nonzeroBitCount] * (explained[set | bit] - explained[set])
      }
      shares[driver] = share
    }
    self.shares = shares
    rSquared = fits.last ?? 0
  }

  /// Relative weights by way of orthogonal variables next to the drivers. (Johnson, *Multivariate Behavioral Research*
  /// 35(1), 2000.)
  ///
  /// - Complexity: O(p³).
  init(johnson covariance: [Double], drivers p: Int) {
    let width = p + 1
    let deviations = (0..<width).map { max(0, covariance[$0 * width + $0]).squareRoot() }
    // What doesn't vary has no part in it.
    let varying = (1..<width).filter { deviations[$0] > 0 }
    let count = varying.count
    shares = [Double](repeating: 0, count: p)
    rSquared = 0
    guard count > 0, deviations[0] > 0 else { return }
    func correlation(_ one: Int, _ other: Int) -> Double {
      covariance[one * width + other] / (deviations[one] * deviations[other])
    }
    var matrix = [Double](repeating: 0, count: count * count)
    for row in 0..<count {
      for column in 0..<count { matrix[row * count + column] = correlation(varying[row], varying[column]) }
    }
    let eigen = SymmetricEigen(matrix, size: count)
    // Λ* = V Λ^½ Vᵀ; where an eigenvalue is 0, its inverse is taken to be 0 as well.
    var root = [Double](repeating: 0, count: count * count)
    var inverse = root
    for (number, value) in eigen.values.enumerated() where value > Self.tolerance {
      let size = value.squareRoot()
      for row in 0..<count {
        for column in 0..<count {
          let product = eigen.vectors[row * count + number] * eigen.vectors[column * count + number]
          root[row * count + column] += product * size
          inverse[row * count + column] += product / size
        }
      }
    }
    for orthogonal in 0..<count {
      var weight = 0.0
      for row in 0..<count { weight += inverse[orthogonal * count + row] * correlation(varying[row], 0) }
      for row in 0..<count {
        let loading = root[row * count + orthogonal]
        shares[varying[row] - 1] += loading * loading * weight * weight
      }
      rSquared += weight * weight
    }
  }
}

/// R² of the regression on every subset of drivers, by its bits.
///
/// Each subset takes one step of elimination from the one without its last driver, over the drivers behind it alone.
struct SubsetFits {
  private(set) var rSquared: [Double]

  init(_ covariance: [Double], drivers p: Int) {
    rSquared = [Double](repeating: 0, count: 1 << p)
    let width = p + 1
    let total = covariance[0]
    guard p > 0, total > 0 else { return }
    let least = (0..<width).map { ImportanceShares.tolerance * covariance[$0 * width + $0] }
    // One matrix for each depth.
    var levels = [Double](repeating: 0, count: (p + 1) * width * width)
    for place in covariance.indices { levels[place] = covariance[place] }
    rSquared.withMutableView { fits in
      levels.withMutableView { SubsetFits.visit(1, $0, 0, total, width, least, fits) }
    }
  }

  /// Drivers before `next` are decided; `matrix` is what they leave of the outcome and of the others.
  private static func visit(
    _ next: Int, _ matrix: MutableBufferView<Double>, _ set: Int, _ total: Double, _ width: Int,
    _ least: [Double], _ fits: MutableBufferView<Double>
  ) {
    if next == width {
      fits[set] = min(1, max(0, 1 - matrix[0] / total))
      return
    }
    visit(next + 1, matrix, set, total, width, least, fits)
    let pivot = matrix[next * width + next]
    let bit = 1 << (next - 1)
    guard pivot > least[next] else {
      // It adds nothing to those taken up.
      return visit(next + 1, matrix, set | bit, total, width, least, fits)
    }
    let levels = matrix.extracting(width * width..<matrix.count)
    // Their lengths are checked here, and not at each element.
    let (before, after) = (matrix.extracting(0..<width * width), levels.extracting(0..<width * width))
    let row = matrix.extracting(next * width..<(next + 1) * width)
    let first = row[0] / pivot
    after[trusted: 0] = before[trusted: 0] - first * row[0]
    for one in next + 1..<max(next + 1, width) {
      let factor = row[trusted: one] / pivot
      after[trusted: one * width] = before[trusted: one * width] - factor * row[trusted: 0]
      for other in next + 1..<width {
        after[trusted: one * width + other] =
          before[trusted: one * width + other] - factor * row[trusted: other]
      }
    }
    visit(next + 1, levels, set | bit, total, width, least, fits)
  }
}
