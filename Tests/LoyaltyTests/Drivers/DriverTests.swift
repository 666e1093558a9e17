import Community
import Testing

@testable import Loyalty

/// Shares of drivers, against numbers computed elsewhere and by the plainest means.
struct DriverTests {
  private var swiss: DriverData {
    DriverData(
      names: Swiss.drivers, rows: Swiss.rows.map { Array($0.dropFirst()) }, outcome: Swiss.rows.map { $0[0] })
  }

  private func shares(_ figures: DriverFigures) -> [String: Double] {
    Dictionary(uniqueKeysWithValues: figures.drivers.map { ($0.name, $0.share) })
  }

  @Test func lmgOfSwiss() throws {
    let figures = DriverFigures(swiss)
    #expect(figures.method == .lmg && figures.n == 47)
    #expect(try abs(#require(figures.rSquared) - 0.70674) < 0.000_005)
    let golden = [
      "Agriculture": 0.05709, "Examination": 0.17117, "Education": 0.26013, "Catholic": 0.10557,
      "Infant.Mortality": 0.11277,
    ]
    for (name, share) in shares(figures) {
      #expect(try abs(share - #require(golden[name])) < 0.000_005, "\(name)")
    }
    #expect(figures.drivers.map(\.name).first == "Education")
  }

  @Test func johnsonOfSwiss() throws {
    let shares = ImportanceShares(johnson: DriverMoments(swiss).covariance, drivers: 5)
    let golden = [0.04842, 0.15471, 0.27196, 0.11468, 0.11697]
    for (share, golden) in zip(shares.shares, golden) { #expect(abs(share - golden) < 0.000_005) }
    #expect(abs(shares.rSquared - 0.70674) < 0.000_005)
  }

  @Test func sharesSumToTheFit() throws {
    var random = SeededGenerator(seed: 3)
    for p in [1, 2, 5, 12, 14] {
      let data = Self.ratings(p, 400, &random)
      let figures = DriverFigures(data)
      let sum = figures.drivers.reduce(0) { $0 + $1.share }
      #expect(try abs(sum - #require(figures.rSquared)) < 1e-9)
      #expect(figures.method == (p > 12 ? .johnson : .lmg))
    }
  }

  /// Every order of three drivers, each regression solved by itself.
  @Test func lmgIsTheMeanOverAllOrders() {
    var random = SeededGenerator(seed: 8)
    let data = Self.ratings(3, 60, &random)
    let covariance = DriverMoments(data).covariance
    let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]
    var expected = [0.0, 0, 0]
    for order in orders {
      var before = 0.0
      for place in order.indices {
        let fit = Self.fit(covariance, 4, Array(order[...place]))
        expected[order[place]] += (fit - before) / 6
        before = fit
      }
    }
    let shares = ImportanceShares(subsets: covariance, drivers: 3).shares
    for (share, expected) in zip(shares, expected) { #expect(abs(share - expected) < 1e-10) }
  }

  @Test func oneDriverAccountsForItsCorrelationSquared() throws {
    let data = DriverData(names: ["a"], rows: [[1], [2], [3], [4], [4]], outcome: [2, 1, 4, 3, 5])
    let figures = DriverFigures(data)
    #expect(try abs(#require(figures.rSquared) - figures.drivers[0].share) < 1e-12)
    #expect(abs(figures.drivers[0].share - 6.0 * 6 / (6.8 * 10)) < 1e-12)
  }

  @Test func aConstantDriverIsLeftOutAndNamed() {
    var random = SeededGenerator(seed: 4)
    let rows = (0..<50).map { _ in
      [Double(Int.random(in: 1...5, using: &random)), 3, Double(Int.random(in: 1...5, using: &random))]
    }
    let outcome = rows.map { $0[0] + $0[2] / 2 }
    let figures = DriverFigures(DriverData(names: ["a", "b", "c"], rows: rows, outcome: outcome))
    #expect(figures.leftOut == [DriverData.LeftOut(name: "b", reason: .constant)])
    #expect(figures.drivers.map(\.name) == ["a", "c"])
    #expect(abs((figures.rSquared ?? 0) - 1) < 1e-9)
  }

  @Test func collinearDriversShareWhatTheyAccountFor() {
    var random = SeededGenerator(seed: 6)
    let first = (0..<80).map { _ in Double(Int.random(in: 1...5, using: &random)) }
    let outcome = first.map { $0 * 2 + Double(Int.random(in: 0...2, using: &random)) }
    let data = DriverData(names: ["a", "b"], rows: first.map { [$0, 6 - $0] }, outcome: outcome)
    let figures = DriverFigures(data)
    #expect(figures.collinear == ["b"])
    #expect(abs(figures.drivers[0].share - figures.drivers[1].share) < 1e-9)
    let johnson = ImportanceShares(johnson: DriverMoments(data).covariance, drivers: 2)
    #expect(abs(johnson.rSquared - (figures.rSquared ?? 0)) < 1e-9)
    #expect(abs(johnson.shares[0] - johnson.shares[1]) < 1e-9)
  }

  @Test func whatCantBeComputedSaysWhy() {
    let few = DriverData(names: ["a", "b"], rows: [[1, 2], [2, 1], [3, 3]], outcome: [1, 2, 3])
    #expect(DriverFigures(few).absence == .tooFew(rows: 3, needed: 4))
    let same = DriverData(names: ["a"], rows: [[1], [2], [3], [4]], outcome: [7, 7, 7, 7])
    #expect(DriverFigures(same).absence == .constantOutcome)
    let flat = DriverData(names: ["a"], rows: [[3], [3], [3], [3]], outcome: [1, 2, 3, 4])
    #expect(DriverFigures(flat).absence == .constantDrivers)
    #expect(DriverFigures(DriverData(names: [], rows: [], outcome: [])).absence == .noRatings)
    #expect(DriverFigures(few).rSquared == nil && DriverFigures(few).drivers.isEmpty)
  }

  // MARK: Resamples

  @Test func theSameSeedDrawsTheSameWhoeverDraws() throws {
    let one = try #require(DriverFigures(swiss, draws: 60, seed: 7, batch: 25))
    let three = try #require(DriverFigures(swiss, draws: 60, seed: 7, batch: 60, on: Computation(workers: 3)))
    #expect(one.drivers == three.drivers && one.isSettled)
    #expect(try #require(DriverFigures(swiss, draws: 60, seed: 8)).drivers != one.drivers)
  }

  @Test func intervalsHoldTheShares() throws {
    let figures = try #require(DriverFigures(swiss, draws: 400, seed: 1))
    for driver in figures.drivers {
      let interval = try #require(driver.interval)
      #expect(interval.contains(driver.share), "\(driver)")
      #expect(interval.upperBound - interval.lowerBound < 0.35)
    }
    #expect(try #require(figures.rSquaredInterval).lowerBound > 0.5)
  }

  /// Moments by lots in single precision, beside rows repeated as often as they were drawn.
  @Test func covariancesOfADrawAreThoseOfItsRows() {
    var random = SeededGenerator(seed: 9)
    for width in [1, 3, 4, 7, 12, 13] {
      let data = Self.ratings(width, 311, &random)
      let resampling = Resampling(data)
      let covariance = resampling.covariance(seed: 3, draw: 5)
      let drawn = resampling.weights(seed: 3, draw: 5).enumerated().flatMap {
        Array(repeating: $0.offset, count: Int($0.element))
      }
      #expect(drawn.count == 311)
      var rows: [[Double]] = []
      var outcome: [Double] = []
      for row in drawn {
        outcome.append(data.values[row * data.width])
        rows.append((1..<data.width).map { data.values[row * data.width + $0] })
      }
      let repeated = DriverMoments(DriverData(names: data.names, rows: rows, outcome: outcome)).covariance
      for (one, other) in zip(covariance, repeated) { #expect(abs(one - other) < 1e-9) }
    }
  }

  @Test func itSettlesStepByStepAndCanBeStopped() {
    var seen: [Int] = []
    _ = DriverFigures(swiss, draws: 25, seed: 1, batch: 10, settle: { seen.append($0.draws) })
    #expect(seen == [0, 10, 20, 25])
    #expect(DriverFigures(swiss, draws: 25, seed: 1, on: Computation(isCancelled: { true })) == nil)
  }

  // MARK: Parts

  @Test func eigenvectorsRebuildTheMatrix() {
    var random = SeededGenerator(seed: 2)
    for size in [1, 2, 5, 20] {
      var matrix = [Double](repeating: 0, count: size * size)
      for row in 0..<size {
        for column in row..<size {
          let value = Double.random(in: -2...2, using: &random)
          matrix[row * size + column] = value
          matrix[column * size + row] = value
        }
      }
      let eigen = SymmetricEigen(matrix, size: size)
      for row in 0..<size {
        for column in 0..<size {
          var sum = 0.0
          var product = 0.0
          for number in 0..<size {
            let pair = eigen.vectors[row * size + number] * eigen.vectors[column * size + number]
            sum += pair * eigen.values[number]
            product += pair
          }
          #expect(abs(sum - matrix[row * size + column]) < 1e-10)
          #expect(abs(product - (row == column ? 1 : 0)) < 1e-12)
        }
      }
    }
  }

  // MARK: Folders

  @Test func rowsAreAnswersInWhichEveryDriverIsRated() throws {
    var builder = CommunityBuilder()
    for number in 0..<40 {
      let (a, b) = (Float(number % 5 + 1), Float(number * 3 % 4 + 1))
      builder.reply(
        Reply("m\(number % 30)", "2026-01-\(number % 19 + 10)", Int(a + b), ratings: [("价格", b), ("物流", a)]))
    }
    builder.reply(Reply("m1", "2026-01-20", 3, ratings: [("物流", 1)]))
    builder.reply(Reply("m1", "2026-01-20", 3, ratings: [("物流", 2), ("价格", 2), ("新", 5)]))
    builder.reply(Reply("m1", "2026-01-20", 3, kind: "csat", ratings: [("物流", 1), ("价格", 2)]))
    builder.reply(Reply("m1", "2026-02-20", 3, ratings: [("物流", 1), ("价格", 2)]))
    builder.reply(Reply(nil, "2026-01-20", 4, ratings: [("物流", 2), ("价格", 2)]))
    let moment = CommunityBuilder.moment("2026-02-10")
    let data = try #require(DriverData(community: builder.community, moment: moment, outcome: .nps))
    #expect(data.names == ["价格", "物流"])
    #expect(data.answers == 43 && data.count == 42)
    #expect(data.leftOut == [DriverData.LeftOut(name: "新", reason: .rare)])
  }

  @Test func buyingAgainIsAPurchaseInNinetyDays() throws {
    var builder = CommunityBuilder()
    for member in ["m1", "m2", "m3", "m4", "m5"] {
      builder.reply(Reply(member, "2026-01-01T12:00", 9, kind: "csat", ratings: [("物流", 4)]))
    }
    builder.reply(Reply("m6", "2026-01-02", 9, ratings: [("物流", 4)]))
    builder.reply(Reply(nil, "2026-01-01", 9, ratings: [("物流", 4)]))
    builder.order("m1", "2026-01-01T12:00", 10)
    builder.order("m2", "2026-01-01T12:01", 10)
    builder.order("m3", "2026-04-01T23:59", 10)
    builder.order("m4", "2026-02-01", -10)
    builder.order("m5", "2026-04-02T00:00", 10)
    let moment = CommunityBuilder.moment("2026-04-01T23:59")
    let data = try #require(DriverData(community: builder.community, moment: moment, outcome: .repurchase))
    #expect(data.count == 5)
    #expect((0..<5).map { data.values[$0 * data.width] } == [0, 1, 1, 0, 0])
  }

  // MARK: Help

  static func ratings(_ p: Int, _ n: Int, _ random: inout SeededGenerator) -> DriverData {
    var rows: [[Double]] = []
    var outcome: [Double] = []
    for _ in 0..<n {
      let mood = Double.random(in: -1...1, using: &random)
      let row = (0..<p).map { _ in
        min(5, max(1, (3.2 + mood + Double.random(in: -2...2, using: &random)).rounded()))
      }
      rows.append(row)
      let sum = row.enumerated().reduce(0) { $0 + $1.element * Double($1.offset % 3 + 1) } / Double(p)
      outcome.append(min(10, max(0, (sum + Double.random(in: -2...2, using: &random)).rounded())))
    }
    return DriverData(names: (0..<p).map { "d\($0)" }, rows: rows, outcome: outcome)
  }

  /// R² of the regression on some drivers, by the normal equations.
  private static func fit(_ covariance: [Double], _ width: Int, _ drivers: [Int]) -> Double {
    let size = drivers.count
    var matrix = drivers.map { row in
      drivers.map { covariance[(row + 1) * width + $0 + 1] } + [covariance[row + 1]]
    }
    for pivot in 0..<size {
      for row in 0..<size where row != pivot {
        let factor = matrix[row][pivot] / matrix[pivot][pivot]
        for column in pivot...size { matrix[row][column] -= factor * matrix[pivot][column] }
      }
    }
    var explained = 0.0
    for row in 0..<size {
      let slope = matrix[row][size] / matrix[row][row]
      explained += slope * covariance[drivers[row] + 1]
    }
    return explained / covariance[0]
  }
}
