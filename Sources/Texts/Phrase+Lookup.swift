extension Phrase {
  private static let byID = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })

  /// The phrase of an id; nil where none has it.
  package static func named(_ id: String) -> Phrase? { byID[id] }

  /// The title of a column of members: `column.` with its id.
  package static func title(ofColumn id: String) -> Phrase { declared("column.\(id)") }

  /// What a column of members holds: `column.`, its id and `.about`.
  package static func about(ofColumn id: String) -> Phrase { declared("column.\(id).about") }

  /// One of the words of a column of members, such as `stage.new`; nil where it has none.
  package static func word(_ word: String, ofColumn id: String) -> Phrase? { named("\(id).\(word)") }

  private static func declared(_ id: String) -> Phrase {
    guard let phrase = named(id) else {
      assertionFailure("no phrase \(id)")
      return .unknown
    }
    return phrase
  }
}
