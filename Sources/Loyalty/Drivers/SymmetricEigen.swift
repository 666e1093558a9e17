import Glibc

/// Eigenvalues and eigenvectors of a symmetric matrix, by rotations that each make one pair of entries 0. (Jacobi; Golub
/// and Van Loan, *Matrix Computations*, section 8.5.)
struct SymmetricEigen: Sendable {
  let values: [Double]
  /// Row by row; the columns are the vectors, of length 1.
  let vectors: [Double]

  private static let sweepLimit = 60

  /// - Complexity: O(size³) a sweep, of which few are needed.
  init(_ matrix: [Double], size: Int) {
    var a = matrix
    var v = [Double](repeating: 0, count: size * size)
    for place in 0..<size { v[place * size + place] = 1 }
    let scale = matrix.reduce(0) { $0 + $1 * $1 }
    for _ in 0..<SymmetricEigen.sweepLimit {
      var rest = 0.0
      for p in 0..<size {
        for q in p + 1..<max(p + 1, size) { rest += a[p * size + q] * a[p * size + q] }
      }
      if rest <= 1e-30 * scale { break }
      for p in 0..<size {
        for q in p + 1..<max(p + 1, size) { SymmetricEigen.rotate(&a, &v, p, q, size) }
      }
    }
    values = (0..<size).map { a[$0 * size + $0] }
    vectors = v
  }

  /// Makes the entry at row `p` and column `q` zero.
  private static func rotate(_ a: inout [Double], _ v: inout [Double], _ p: Int, _ q: Int, _ size: Int) {
    let entry = a[p * size + q]
    guard entry != 0 else { return }
    let theta = (a[q * size + q] - a[p * size + p]) / (2 * entry)
    let t = (theta < 0 ? -1 : 1) / (abs(theta) + (theta * theta + 1).squareRoot())
    let c = 1 / (t * t + 1).squareRoot()
    let s = t * c
    for k in 0..<size {
      let (x, y) = (a[k * size + p], a[k * size + q])
      a[k * size + p] = c * x - s * y
      a[k * size + q] = s * x + c * y
    }
    for k in 0..<size {
      let (x, y) = (a[p * size + k], a[q * size + k])
      a[p * size + k] = c * x - s * y
      a[q * size + k] = s * x + c * y
    }
    for k in 0..<size {
      let (x, y) = (v[k * size + p], v[k * size + q])
      v[k * size + p] = c * x - s * y
      v[k * size + q] = s * x + c * y
    }
  }
}
