/// The known name most like a misspelt one, or nil when none is near: at most a third of the letters differ.
func nearestName(to name: String, among known: some Sequence<String>) -> String? {
  let wanted = Array(name.utf8)
  var best: (name: String, distance: Int)?
  for candidate in known {
    let distance = editDistance(wanted, Array(candidate.utf8))
    let limit = max(1, max(wanted.count, candidate.utf8.count) / 3)
    guard distance <= limit else { continue }
    if let best, (best.distance, best.name) <= (distance, candidate) { continue }
    best = (candidate, distance)
  }
  return best?.name
}

/// Bytes to insert, remove, replace or swap with their neighbour to turn one word into the other.
private func editDistance(_ one: [UInt8], _ other: [UInt8]) -> Int {
  if one.isEmpty || other.isEmpty { return max(one.count, other.count) }
  var beforeLast: [Int] = []
  var last = Array(0...other.count)
  for (row, byte) in one.enumerated() {
    var current = [row + 1]
    for (column, otherByte) in other.enumerated() {
      var cost = min(last[column + 1] + 1, current[column] + 1, last[column] + (byte == otherByte ? 0 : 1))
      if row > 0, column > 0, byte == other[column - 1], one[row - 1] == otherByte {
        cost = min(cost, beforeLast[column - 1] + 1)
      }
      current.append(cost)
    }
    (beforeLast, last) = (last, current)
  }
  return last[other.count]
}
