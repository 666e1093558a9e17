/// Phrases that are found by id, such as words of the data.
package struct PhraseTable: Sendable {
  package let phrases: [Phrase]
  private let prefix: String
  private let places: [String: Int]

  /// A table of phrases whose ids are different and begin with a prefix, by which they aren't asked for.
  init(under prefix: String = "", _ phrases: [Phrase]) {
    self.phrases = phrases
    self.prefix = prefix
    places = Dictionary(uniqueKeysWithValues: phrases.enumerated().map { ($1.id, $0) })
  }

  /// The phrase of an id without the table's prefix.
  package subscript(id: String) -> Phrase? { places[prefix + id].map { phrases[$0] } }
}

/// What a `static let` with words can be: a phrase, or what holds some.
protocol PhraseSource {
  var phrases: [Phrase] { get }
}

extension Phrase: PhraseSource {
  var phrases: [Phrase] { [self] }
}

extension PhraseTable: PhraseSource {}

extension CommandWords: PhraseSource {
  var phrases: [Phrase] { [title, help] }
}

extension Array: PhraseSource where Element: PhraseSource {
  var phrases: [Phrase] { flatMap(\.phrases) }
}

extension Dictionary: PhraseSource where Value: PhraseSource {
  var phrases: [Phrase] { values.flatMap(\.phrases) }
}
