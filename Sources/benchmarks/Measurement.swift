/// One line of the table: what was measured, its figure, and the bound it's held against.
struct Measurement {
  let name: String
  let value: Double
  let unit: String
  /// The value is to be at most this; nil where there's no bound.
  let bound: Double?
  /// How the figure came about: counts, sizes.
  let detail: String

  var isMet: Bool { bound.map { value <= $0 } ?? true }

  var row: String {
    let verdict =
      bound == nil ? "" : isMet ? "met" : "missed by \(decimal((value / (bound ?? 1) - 1) * 100, 0)) %"
    let limit = bound.map { "≤ \(decimal($0, $0 < 10 ? 2 : 0)) \(unit)" } ?? ""
    return "| \(name) | \(decimal(value, value < 10 ? 2 : 0)) \(unit) | \(limit) | \(verdict) | \(detail) |"
  }
}

/// `value` with a fixed number of decimals.
func decimal(_ value: Double, _ places: Int) -> String {
  guard value.isFinite else { return "–" }
  var scale = 1.0
  for _ in 0..<places { scale *= 10 }
  let whole = Int((abs(value) * scale).rounded())
  let sign = value < 0 && whole > 0 ? "-" : ""
  guard places > 0 else { return sign + String(whole) }
  let digits = String(whole % Int(scale))
  return "\(sign)\(whole / Int(scale)).\(String(repeating: "0", count: places - digits.count))\(digits)"
}

/// The value below which `share` (0–1) of the samples lie, by the nearest rank.
func percentile(_ samples: [Double], _ share: Double) -> Double {
  guard !samples.isEmpty else { return .nan }
  let sorted = samples.sorted()
  let rank = Int((share * Double(sorted.count)).rounded(.up))
  return sorted[max(0, min(sorted.count, rank) - 1)]
}

func median(_ samples: [Double]) -> Double { percentile(samples, 0.5) }
