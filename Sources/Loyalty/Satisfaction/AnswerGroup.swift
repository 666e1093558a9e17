import Community

/// By what answers are told apart.
package enum AnswerDimension: String, CaseIterable, Hashable, Sendable {
  /// The member's, as of now.
  case tier, stage
  /// The journey step that the answer is about.
  case surveyStage = "survey_stage"
  /// The answer's, else the member's.
  case channel, store
  /// The member's, as of now.
  case region, host
}

/// The answers of one group.
package struct AnswerGroup: Hashable, Sendable {
  /// The word or id; nil where it isn't known, as of anonymous answers.
  package var key: String?
  package var score: NetPromoterScore
  /// Of the window before: of the members who are in the group now.
  package var previous: NetPromoterScore

  package init(
    key: String?, score: NetPromoterScore, previous: NetPromoterScore = NetPromoterScore()
  ) {
    self.key = key
    self.score = score
    self.previous = previous
  }

  /// The change since the window before. Nil where one of the two has no answers.
  package var change: NetPromoterChange? { score.change(since: previous) }
}

/// Scores by word, kept in the order in which words came.
struct GroupCounts: Sendable {
  /// Place of a key in `counts` and 1; 0 for none.
  private var places: [UInt32] = []
  private var keys: [UInt32] = []
  private var counts: [ScoreCounts] = []

  @inline(__always)
  mutating func add(_ score: Int, of key: UInt32, _ times: Int32) {
    let number = Int(key)
    if number >= places.count {
      places.append(
        contentsOf: repeatElement(0, count: max(64, number + 1 - places.count + places.count / 2)))
    }
    var place = places[number]
    if place == 0 {
      keys.append(key)
      counts.append(ScoreCounts())
      place = UInt32(counts.count)
      places[number] = place
    }
    counts[Int(place) - 1].add(score, times)
  }

  mutating func add(_ other: GroupCounts) {
    for (place, key) in other.keys.enumerated() {
      add(0, of: key, 0)
      counts[Int(places[Int(key)]) - 1] += other.counts[place]
    }
  }

  subscript(key: UInt32) -> ScoreCounts {
    guard Int(key) < places.count, places[Int(key)] > 0 else { return ScoreCounts() }
    return counts[Int(places[Int(key)]) - 1]
  }

  /// Groups that have answers.
  var all: [(key: UInt32, counts: ScoreCounts)] {
    zip(keys, counts).filter { !$0.1.isEmpty }.map { ($0.0, $0.1) }
  }
}
