import Community
import Synchronization

/// Which of the things rated go with the outcome, and by how much. Association, not cause.
package struct DriverFigures: Sendable {
  package enum Method: String, Hashable, Sendable {
    /// The mean of what a driver adds to R², over all orders.
    case lmg
    /// Johnson's relative weights, where there are too many drivers for all orders.
    case johnson
  }

  /// Importance and performance of one driver.
  package struct Driver: Hashable, Sendable {
    package let name: String
    /// The part of the outcome's variance, 0–1; all shares sum to R².
    package let share: Double
    /// Percentiles 2.5 and 97.5 of the resamples; nil before there are any.
    package var interval: ClosedRange<Double>?
    /// The mean rating.
    package let mean: Double
  }

  /// Why there are no shares.
  package enum Problem: Hashable, Sendable {
    case noRatings
    /// So many complete rows, of so many needed: two more than drivers.
    case tooFew(rows: Int, needed: Int)
    /// Every row has the same outcome.
    case constantOutcome
    /// No driver varies.
    case constantDrivers
  }

  /// Where a driver stands among the others.
  package enum Quadrant: CaseIterable, Hashable, Sendable {
    /// Above the mean share and below the mean rating.
    case improve
    case keep
    /// Below the mean share and above the mean rating.
    case exceed
    case watch
  }

  package let method: Method
  /// By share, the largest first.
  package private(set) var drivers: [Driver] = []
  package let rSquared: Double?
  package private(set) var rSquaredInterval: ClosedRange<Double>?
  /// Rows in which every driver is rated.
  package let n: Int
  /// Answers with any rating that could have been rows.
  package let answers: Int
  package let leftOut: [DriverData.LeftOut]
  /// Drivers that those named before them determine: they share what they account for.
  package let collinear: [String]
  package let absence: Problem?
  /// Resamples done so far, of how many.
  package private(set) var draws = 0
  package let plannedDraws: Int
  private let order: [Int]
  private let exact: ImportanceShares

  /// The lines between quadrants: the mean share and the mean rating of the drivers.
  package var meanShare: Double? {
    drivers.isEmpty ? nil : drivers.reduce(0) { $0 + $1.share } / Double(drivers.count)
  }
  package var meanRating: Double? {
    drivers.isEmpty ? nil : drivers.reduce(0) { $0 + $1.mean } / Double(drivers.count)
  }

  package func quadrant(_ driver: Driver) -> Quadrant {
    let isImportant = driver.share >= meanShare ?? 0
    let isGood = driver.mean >= meanRating ?? 0
    return isImportant ? (isGood ? .keep : .improve) : (isGood ? .exceed : .watch)
  }

  /// Whether all resamples are done.
  package var isSettled: Bool { draws >= plannedDraws }

  /// The shares without intervals.
  ///
  /// - Complexity: O(rows × drivers²), and O(p 2ᵖ) for up to 12 drivers.
  package init(_ data: DriverData, plannedDraws: Int = 0) {
    let p = data.names.count
    method = p > ImportanceShares.subsetLimit ? .johnson : .lmg
    n = data.count
    answers = data.answers
    leftOut = data.leftOut
    let moments = DriverMoments(data)
    let isConstant = data.count > 0 && moments.covariance[0] <= 0
    absence =
      data.names.isEmpty && data.leftOut.isEmpty
      ? .noRatings
      : data.count < p + 2
        ? .tooFew(rows: data.count, needed: p + 2)
        : p == 0 ? .constantDrivers : isConstant ? .constantOutcome : nil
    self.plannedDraws = absence == nil ? plannedDraws : 0
    guard absence == nil else {
      rSquared = nil
      collinear = []
      order = []
      exact = ImportanceShares(covariance: [0], drivers: 0)
      return
    }
    let exact = ImportanceShares(covariance: moments.covariance, drivers: p)
    self.exact = exact
    rSquared = exact.rSquared
    collinear = moments.dependent.map { data.names[$0] }
    order = exact.shares.indices.sorted {
      exact.shares[$0] != exact.shares[$1] ? exact.shares[$0] > exact.shares[$1] : $0 < $1
    }
    drivers = order.map {
      Driver(name: data.names[$0], share: exact.shares[$0], interval: nil, mean: moments.means[$0 + 1])
    }
  }

  /// The shares with intervals from resamples of the rows. Seed and number of draws decide them, however many workers
  /// there are.
  ///
  /// - Parameters:
  ///   - settle: gets the figures after each batch of draws, so that they can be shown as they settle.
  /// - Complexity: O(draws × (rows × drivers² + p 2ᵖ)).
  /// - Returns: nil if cancelled.
  package init?(
    _ data: DriverData, draws: Int, seed: UInt64, batch: Int = 100, on computation: Computation = .serial,
    settle: (DriverFigures) -> Void = { _ in }
  ) {
    self.init(data, plannedDraws: draws)
    guard absence == nil, draws > 0 else { return }
    settle(self)
    let resampling = Resampling(data)
    let workers = computation.workers
    var samples: [[Double]] = Array(repeating: [], count: data.names.count + 1)
    while self.draws < draws {
      let numbers = self.draws..<min(draws, self.draws + max(1, batch))
      let results = Mutex<[[Double]?]>(Array(repeating: nil, count: numbers.count))
      computation.forEach(workers) { worker in
        for number in stride(from: numbers.lowerBound + worker, to: numbers.upperBound, by: workers) {
          if computation.isCancelled() { return }
          let covariance = resampling.covariance(seed: seed, draw: number)
          let shares = ImportanceShares(covariance: covariance, drivers: data.names.count)
          results.withLock { $0[number - numbers.lowerBound] = [shares.rSquared] + shares.shares }
        }
      }
      if computation.isCancelled() { return nil }
      for result in results.withLock({ $0 }).compactMap({ $0 }) {
        for (place, value) in result.enumerated() { samples[place].append(value) }
      }
      self.draws = numbers.upperBound
      receive(samples.map(DriverFigures.interval))
      settle(self)
    }
  }

  private mutating func receive(_ intervals: [ClosedRange<Double>?]) {
    rSquaredInterval = intervals[0]
    for (place, number) in order.enumerated() { drivers[place].interval = intervals[number + 1] }
  }

  /// The middle 95 % of values, between neighbours where need be. Nil without values.
  static func interval(_ values: [Double]) -> ClosedRange<Double>? {
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted()
    func quantile(_ part: Double) -> Double {
      let place = part * Double(sorted.count - 1)
      let below = Int(place)
      let above = min(below + 1, sorted.count - 1)
      return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
    }
    return quantile(0.025)...quantile(0.975)
  }
}

/// Means and covariances of outcome and drivers over all rows.
struct DriverMoments: Sendable {
  let means: [Double]
  /// Row by row, with divisor n.
  let covariance: [Double]
  /// Drivers, by their place, that earlier ones determine.
  let dependent: [Int]

  init(_ data: DriverData) {
    let (n, width) = (data.count, data.width)
    var means = [Double](repeating: 0, count: width)
    for row in 0..<n {
      for column in 0..<width { means[column] += data.values[row * width + column] }
    }
    means = means.map { n == 0 ? 0 : $0 / Double(n) }
    var sums = [Double](repeating: 0, count: width * width)
    var row = [Double](repeating: 0, count: width)
    for number in 0..<n {
      for column in 0..<width { row[column] = data.values[number * width + column] - means[column] }
      for one in 0..<width {
        for other in one..<width { sums[one * width + other] += row[one] * row[other] }
      }
    }
    for one in 0..<width {
      for other in 0..<width {
        sums[one * width + other] =
          other < one ? sums[other * width + one] : sums[one * width + other] / Double(max(1, n))
      }
    }
    self.means = means
    covariance = sums
    dependent = DriverMoments.dependent(sums, width)
  }

  private static func dependent(_ covariance: [Double], _ width: Int) -> [Int] {
    var matrix = covariance
    var dependent: [Int] = []
    for pivot in 1..<max(1, width) {
      let value = matrix[pivot * width + pivot]
      guard value > ImportanceShares.tolerance * covariance[pivot * width + pivot] else {
        dependent.append(pivot - 1)
        continue
      }
      for one in pivot + 1..<max(pivot + 1, width) {
        let factor = matrix[one * width + pivot] / value
        for other in pivot + 1..<width {
          matrix[one * width + other] -= factor * matrix[pivot * width + other]
        }
      }
    }
    return dependent
  }
}
