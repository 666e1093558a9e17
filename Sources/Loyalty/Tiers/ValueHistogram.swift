/// Counts whole numbers in buckets whose width grows with the number, so that the numbers at given ranks are found
/// without sorting them all: those below 2,048 are counted one by one, larger ones to one part in 2,048.
struct ValueHistogram {
  private static let exact = 2048
  /// Buckets of numbers from 0 on; as many are for those below.
  private static let half = exact * 53

  private(set) var counts = [Int32](repeating: 0, count: 2 * half)
  private(set) var total = 0
  /// The buckets between which all are.
  private var low = 2 * half
  private var high = -1

  @inline(__always)
  static func bucket(_ value: Int64) -> Int {
    value >= 0 ? half + magnitude(value) : half - 1 - magnitude(~value)
  }

  /// The bucket of a number from 0 on among those.
  @inline(__always)
  private static func magnitude(_ value: Int64) -> Int {
    if value < Int64(exact) { return Int(value) }
    // Eleven bits behind the leading one; the leading one itself is what the next bucket row begins with.
    let shift = 52 - value.leadingZeroBitCount
    return shift << 11 + Int(value >> Int64(shift))
  }

  /// The one number that a bucket holds; nil where it holds more.
  private static func single(_ bucket: Int) -> Int64? {
    let value = Int64(bucket - half)
    return -Int64(exact) <= value && value < Int64(exact) ? value : nil
  }

  @inline(__always)
  mutating func add(_ value: Int64) {
    let bucket = ValueHistogram.bucket(value)
    counts[bucket] &+= 1
    total += 1
    if bucket < low { low = bucket }
    if bucket > high { high = bucket }
  }

  mutating func removeAll() {
    guard total > 0 else { return }
    for place in low...high { counts[place] = 0 }
    total = 0
    low = counts.count
    high = -1
  }

  /// The least numbers whose mid-rank among all is in the second, third, fourth and last fifth: what gets a score of 2 to 5.
  /// `Int64.max` where there's none.
  ///
  /// - Parameter collect: calls its argument with all numbers that were counted.
  func fifths(collect: ((Int64) -> Void) -> Void) -> [Int64] {
    var cuts = [Int64](repeating: .max, count: 4)
    guard total > 0 else { return cuts }
    /// Whether numbers with so many below them, and so many up to them, are at or above a cut. Twice the mid-rank is their
    /// sum and 1.
    func passes(_ cut: Int, _ sum: Int) -> Bool { 5 * sum >= 2 * total * (cut + 1) }
    // Buckets in which a cut may lie: from the first that may hold it to the first that must.
    var wanted: [(bucket: Int, below: Int)] = []
    var first = 0
    var before = 0
    for bucket in low...high where counts[bucket] > 0 {
      let count = Int(counts[bucket])
      if first < 4, passes(first, 2 * (before + count) - 1) { wanted.append((bucket, before)) }
      while first < 4, passes(first, 2 * before + 1) { first += 1 }
      before += count
      if first == 4 { break }
    }
    func settle(_ value: Int64, _ sum: Int) {
      for cut in cuts.indices where cuts[cut] == .max && passes(cut, sum) { cuts[cut] = value }
    }
    var values = Array(repeating: [Int64](), count: wanted.count)
    let lowest = wanted.first?.bucket ?? 0
    var places = [Int](repeating: -1, count: (wanted.last?.bucket ?? 0) - lowest + 1)
    for (place, entry) in wanted.enumerated() where ValueHistogram.single(entry.bucket) == nil {
      places[entry.bucket - lowest] = place
    }
    if places.contains(where: { $0 >= 0 }) {
      collect { value in
        let bucket = ValueHistogram.bucket(value) - lowest
        if places.indices.contains(bucket), places[bucket] >= 0 { values[places[bucket]].append(value) }
      }
    }
    for (entry, unsorted) in zip(wanted, values) {
      if let value = ValueHistogram.single(entry.bucket) {
        settle(value, 2 * entry.below + Int(counts[entry.bucket]))
        continue
      }
      let sorted = unsorted.sorted()
      var place = 0
      while place < sorted.count {
        var end = place + 1
        while end < sorted.count, sorted[end] == sorted[place] { end += 1 }
        settle(sorted[place], 2 * entry.below + place + end)
        place = end
      }
    }
    return cuts
  }

  /// The number that so many others are above or equal to, from 0: at 0 the largest.
  static func value(at rank: Int, fromTheTopOf values: [Int64]) -> Int64 {
    var histogram = ValueHistogram()
    for value in values { histogram.add(value) }
    guard !values.isEmpty else { return 0 }
    var above = 0
    for bucket in (histogram.low...histogram.high).reversed() where histogram.counts[bucket] > 0 {
      let count = Int(histogram.counts[bucket])
      if above + count > rank {
        let sorted = values.filter { ValueHistogram.bucket($0) == bucket }.sorted(by: >)
        return sorted[rank - above]
      }
      above += count
    }
    return 0
  }
}
