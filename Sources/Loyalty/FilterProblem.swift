import Bytes

/// Why the text of a filter means nothing: what, and which characters of it.
package struct FilterProblem: Error, Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// No field has this name; the nearest that has.
    case unknownField(String, suggestion: String?)
    /// The value isn't one that the field can have.
    case badValue(String, FilterKind)
    /// Nothing follows the operator.
    case missingValue
    /// The field can't be compared in this way.
    case operatorNotAllowed(String, FilterKind)
    case unclosedQuote, unclosedBracket
    /// A bracket closes that wasn't opened.
    case strayBracket
    /// Nothing stands beside an `OR`, or behind a `NOT`.
    case missingTerm
    /// The value is none of the column's words; the nearest that is.
    case badWord(String, MemberColumn, suggestion: String?)
    /// A part of what is masked can't be searched, only the whole.
    case masked(MemberColumn)
  }

  package let kind: Kind
  /// Places in the filter's text, counted in characters.
  package let range: Range<Int>

  package init(_ kind: Kind, at range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}

/// Finds the known word that a misspelt one was meant to be.
package enum Spelling {
  /// The nearest of `words`, by letters added, left out, exchanged or swapped: at most two, one in words of
  /// up to three letters. Nil when none is near.
  package static func nearest(to word: String, in words: [String]) -> String? {
    let word = word.lowercased()
    let limit = word.count <= 3 ? 1 : 2
    // A letter exchanged for another leaves nothing of a word of one.
    return words.map { (distance: distance(word, $0.lowercased()), word: $0) }
      .filter { $0.distance <= min(limit, $0.word.count - 1) }
      .min { $0.distance < $1.distance }?.word
  }

  /// How many letters have to be added, left out, exchanged, or swapped with their neighbour.
  package static func distance(_ left: String, _ right: String) -> Int {
    editDistance(Array(left), Array(right))
  }
}
