/// Finds the letters of what is typed in a title, in their order, whatever the case.
enum FuzzyMatch {
  /// Where the letters stand, and how well they match: letters that begin a word or follow each other count
  /// more, letters skipped count less. Nil when they aren't all there. Nothing typed matches everything.
  static func match(_ pattern: String, in title: String) -> (score: Int, positions: [Int])? {
    let wanted = pattern.lowercased().filter { !$0.isWhitespace }.map { $0 }
    if wanted.isEmpty { return (0, []) }
    let letters = title.map { Character($0.lowercased()) }
    var best: (score: Int, positions: [Int])?
    // The first letter may stand in several places; the rest is taken greedily from there.
    for start in letters.indices where letters[start] == wanted[0] {
      guard let positions = positions(of: wanted, in: letters, from: start) else { break }
      let score = score(positions, letters)
      if score > best?.score ?? .min { best = (score, positions) }
    }
    return best
  }

  private static func positions(of wanted: [Character], in letters: [Character], from start: Int) -> [Int]? {
    var positions: [Int] = []
    var place = start
    for letter in wanted {
      // A word's first letter is worth skipping for.
      let next = letters[place...].firstIndex(of: letter)
      guard let next else { return nil }
      positions.append(next)
      place = next + 1
    }
    return positions
  }

  private static func score(_ positions: [Int], _ letters: [Character]) -> Int {
    var score = 0
    for (index, position) in positions.enumerated() {
      if position == 0 || !(letters[position - 1].isLetter || letters[position - 1].isNumber) { score += 8 }
      if index > 0 {
        let gap = position - positions[index - 1] - 1
        score += gap == 0 ? 6 : -min(gap, 4)
      }
    }
    return score - min(positions[0], 6) - letters.count / 8
  }
}
