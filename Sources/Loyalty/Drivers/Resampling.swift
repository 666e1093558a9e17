import Bytes

/// Moments of rows drawn with replacement, as many as there are.
///
/// Each draw gives every row the number of times it was drawn (one multinomial lot), and sums the products of all pairs
/// of columns with these weights: four rows at a step, in single precision for so few rows that sums of whole and half
/// numbers stay exact, then in double. Columns are taken from a whole number near their mean.
struct Resampling: Sendable {
  let count: Int
  /// Outcome and drivers, without the constant before them.
  let width: Int
  private let blocks: Int
  private let rows: [SIMD4<Float>]

  /// Rows whose products are summed in single precision.
  private static let exactRows = 128

  init(_ data: DriverData) {
    count = data.count
    width = data.width
    blocks = (width + 1 + 3) / 4
    var centres = [Double](repeating: 0, count: width)
    for row in 0..<count {
      for column in 0..<width { centres[column] += data.values[row * width + column] }
    }
    for column in 0..<width { centres[column] = (centres[column] / Double(max(1, count))).rounded() }
    var rows = [SIMD4<Float>](repeating: SIMD4(), count: count * blocks)
    for row in 0..<count {
      rows[row * blocks][0] = 1
      for column in 0..<width {
        let place = column + 1
        rows[row * blocks + place / 4][place % 4] =
          Float(data.values[row * width + column] - centres[column])
      }
    }
    self.rows = rows
  }

  /// The covariance of outcome and drivers in one draw, row by row.
  ///
  /// - Complexity: O(rows × columns²).
  func covariance(seed: UInt64, draw: Int) -> [Double] {
    covariance(weights(seed: seed, draw: draw))
  }

  /// How often each row is drawn.
  func weights(seed: UInt64, draw: Int) -> [UInt16] {
    var lots = Lots(seed: seed, draw: draw)
    var weights = [UInt16](repeating: 0, count: count)
    var left = count
    let size = UInt64(count)
    while left > 0 {
      let bits = lots.next()
      weights[Int(((bits & 0xFFFF_FFFF) &* size) >> 32)] &+= 1
      if left > 1 { weights[Int(((bits >> 32) &* size) >> 32)] &+= 1 }
      left -= 2
    }
    return weights
  }

  private func covariance(_ weights: [UInt16]) -> [Double] {
    let scalars = width + 1
    var sums = [Double](repeating: 0, count: scalars * blocks * 4)
    var partial = [SIMD4<Float>](repeating: SIMD4(), count: scalars * blocks)
    rows.withView { rows in
      partial.withMutableView { partial in add(rows, weights, partial, &sums) }
    }
    let n = Double(count)
    func sum(_ one: Int, _ other: Int) -> Double { sums[min(one, other) * blocks * 4 + max(one, other)] / n }
    return (1...width).flatMap { one in
      (1...width).map { other in sum(one, other) - sum(0, one) * sum(0, other) }
    }
  }

  /// Adds the products of the rows that were drawn.
  private func add(
    _ rows: BufferView<SIMD4<Float>>, _ weights: [UInt16], _ partial: MutableBufferView<SIMD4<Float>>,
    _ sums: inout [Double]
  ) {
    var row = 0
    var pending = 0
    while row < count {
      // The next four rows that were drawn; those missing at the end weigh nothing.
      var four = SIMD4<Int>()
      var times = SIMD4<Float>()
      var found = 0
      while found < 4, row < count {
        if weights[row] != 0 {
          four[found] = row
          times[found] = Float(weights[row])
          found += 1
        }
        row += 1
      }
      add(rows, four, times, partial)
      pending += 4
      if pending >= Resampling.exactRows {
        flush(partial, &sums)
        pending = 0
      }
    }
    flush(partial, &sums)
  }

  @inline(__always)
  private func add(
    _ rows: BufferView<SIMD4<Float>>, _ four: SIMD4<Int>, _ times: SIMD4<Float>,
    _ partial: MutableBufferView<SIMD4<Float>>
  ) {
    // The lengths are checked here, and not at each element.
    func row(_ number: Int) -> BufferView<SIMD4<Float>> {
      rows.extracting(number * blocks..<(number + 1) * blocks)
    }
    let (a, b, c, d) = (row(four[0]), row(four[1]), row(four[2]), row(four[3]))
    for block in 0..<blocks {
      let (wa, wb) = (a[trusted: block] * times[0], b[trusted: block] * times[1])
      let (wc, wd) = (c[trusted: block] * times[2], d[trusted: block] * times[3])
      for lane in 0..<min(4, width + 1 - 4 * block) {
        let first = (4 * block + lane) * blocks
        let into = partial.extracting(first..<first + blocks)
        let (sa, sb, sc, sd) = (wa[lane], wb[lane], wc[lane], wd[lane])
        for other in block..<blocks {
          into[trusted: other] +=
            (a[trusted: other] * sa + b[trusted: other] * sb)
            + (c[trusted: other] * sc + d[trusted: other] * sd)
        }
      }
    }
  }

  private func flush(_ partial: MutableBufferView<SIMD4<Float>>, _ sums: inout [Double]) {
    for place in 0..<(width + 1) * blocks {
      for lane in 0..<4 { sums[place * 4 + lane] += Double(partial[place][lane]) }
      partial[place] = SIMD4()
    }
  }
}

/// Random bits that depend on seed and draw alone, whatever thread draws. (Steele, Lea and Flood, *OOPSLA* 2014.)
private struct Lots {
  private var state: UInt64

  init(seed: UInt64, draw: Int) {
    state = seed &* 0xD134_2543_DE82_EF95 &+ UInt64(draw) &* 0xA076_1D64_78BD_642F
    state = next()
  }

  @inline(__always)
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
