import Community

/// A record, or one field of it, that could not be used, or a file that could not be read to its end.
package struct SetAside: Hashable, Sendable {
  /// Where in a file.
  package enum Place: Hashable, Sendable {
    /// From 1.
    case line(Int)
    /// Of an element of an array, from 0.
    case index(Int)
    /// The file as a whole.
    case file
  }

  /// Nil for `program.json`.
  package var feed: Feed?
  /// Relative to the folder.
  package var file: String
  package var place: Place
  /// Where in its line the JSON goes wrong, from 1, in characters; nil where the JSON is good.
  package var column: Int?
  /// Bytes before the record in the file; in a packed file, in what is packed.
  package var offset: Int64
  /// The field that was set aside; nil when the whole record was.
  package var field: String?
  package var reason: SetAsideProblem
  /// What stands there, cut where it's long; nil where the reason says it all.
  package var value: String?
  /// What should stand there, as far as it can be told: the same value in a form that is read, the range or the words
  /// that are taken, the unknown field that is probably meant, the key under which an array was found.
  package var hint: String?

  package init(
    feed: Feed?, file: String, place: Place, column: Int? = nil, offset: Int64, field: String? = nil,
    reason: SetAsideProblem, value: String? = nil, hint: String? = nil
  ) {
    self.feed = feed
    self.file = file
    self.place = place
    self.column = column
    self.offset = offset
    self.field = field
    self.reason = reason
    self.value = value
    self.hint = hint
  }
}
