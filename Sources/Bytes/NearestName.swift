/// The known name most like a misspelt one, whatever the case; nil when more than a third of its letters differ.
package func nearestName(to name: String, among known: some Sequence<String>) -> String? {
  let wanted = lowercased(name)
  var best: (name: String, distance: Int)?
  for candidate in known {
    let letters = lowercased(candidate)
    let limit = min(max(1, max(wanted.count, letters.count) / 3), (best?.distance ?? .max) - 1)
    guard abs(wanted.count - letters.count) <= limit else { continue }
    let distance = editDistance(wanted, letters)
    if distance <= limit { best = (candidate, distance) }
  }
  return best?.name
}

/// UTF-8 with the letters of ASCII in lower case.
private func lowercased(_ text: some StringProtocol) -> [UInt8] {
  text.utf8.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
}

/// How many elements have to be added, left out, exchanged, or swapped with their neighbour to turn one list into the
/// other.
package func editDistance<Element: Equatable>(_ one: [Element], _ other: [Element]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...other.count)
  for row in one.indices {
    var current = [row + 1]
    for column in other.indices {
      let change = one[row] == other[column] ? 0 : 1
      var cost = min(last[column + 1] + 1, current[column] + 1, last[column] + change)
      if row > 0, column > 0, one[row] == other[column - 1], one[row - 1] == other[column] {
        cost = min(cost, beforeLast[column - 1] + 1)
      }
      current.append(cost)
    }
    (beforeLast, last) = (last, current)
  }
  return last[other.count]
}
