/// What a survey asks.
package enum SurveyKind: String, CaseIterable, Hashable, Sendable {
  /// Whether the member would recommend us, 0–10.
  case nps
  /// How satisfied the member is, 1–5.
  case csat
  /// Whether it was made easy, 1–7.
  case ces

  package var scores: ClosedRange<Int> {
    switch self {
    case .nps: 0...10
    case .csat: 1...5
    case .ces: 1...7
    }
  }
}

/// How many answers gave each score.
package struct ScoreCounts: Hashable, Sendable {
  private var counts = SIMD16<Int32>()

  package init() {}

  /// Counts by score, from 0 on.
  package init(_ counts: [Int]) {
    for (score, count) in counts.prefix(16).enumerated() { self.counts[score] = Int32(clamping: count) }
  }

  /// Answers that gave a score of 0 … 15.
  @inline(__always)
  package subscript(score: Int) -> Int { Int(counts[score]) }

  package var total: Int { (0..<16).reduce(0) { $0 + Int(counts[$1]) } }

  /// The sum of all scores.
  package var sum: Int { (0..<16).reduce(0) { $0 + $1 * Int(counts[$1]) } }

  /// Answers with a score within a range.
  package func count(_ scores: ClosedRange<Int>) -> Int { scores.reduce(0) { $0 + Int(counts[$1]) } }

  /// Nil without answers.
  package var mean: Double? {
    let total = total
    return total == 0 ? nil : Double(sum) / Double(total)
  }

  @inline(__always)
  mutating func add(_ score: Int, _ times: Int32) { counts[score] &+= times }

  static func += (left: inout ScoreCounts, right: ScoreCounts) { left.counts &+= right.counts }
  var isEmpty: Bool { counts == SIMD16() }
}
