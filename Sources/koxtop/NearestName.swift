/// The word among `candidates` that a misspelt one is likely to mean, or nil when none is near.
///
/// Near is at most one change (insert, delete, replace, swap neighbours) for each three letters, at least one.
func nearestName(to word: String, among candidates: [String]) -> String? {
  let word = Array(word.lowercased().unicodeScalars)
  let best = candidates.map { (name: $0, distance: distance(word, Array($0.lowercased().unicodeScalars))) }
    .min { $0.distance < $1.distance }
  guard let best, best.distance <= max(1, word.count / 3) else { return nil }
  return best.name
}

private func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
  var beforePrevious: [Int] = []
  var previous = Array(0...right.count)
  for row in left.indices {
    var current = [row + 1]
    for column in right.indices {
      let replaced = previous[column] + (left[row] == right[column] ? 0 : 1)
      var cost = min(previous[column + 1] + 1, current[column] + 1, replaced)
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        cost = min(cost, beforePrevious[column - 1] + 1)
      }
      current.append(cost)
    }
    (beforePrevious, previous) = (previous, current)
  }
  return previous[right.count]
}
