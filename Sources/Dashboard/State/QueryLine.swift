import Loyalty

/// What a list is narrowed by: words searched for and a filter, as they were typed.
package struct QueryLine: Hashable, Sendable {
  /// Words searched for.
  package var search = ""
  /// The filter as it was typed; what is wrong with it is in `problem`, and the terms before that are in force.
  package var filterText = ""
  package var problem: FilterProblem?
  /// The line being typed, when one is.
  package var editor: QueryEditor?

  package init() {}

  /// Whether search or filter leave members out.
  package var isNarrowed: Bool { !search.isEmpty || !filterText.isEmpty }

  /// Search and filter as one filter's text.
  package var text: String {
    let needsBrackets =
      !words.isEmpty && (try? MemberFilter(parsing: filterText))?.hasAlternatives ?? false
    return [needsBrackets ? "(\(filterText))" : filterText, words].filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  /// The words searched for, as free words of a filter.
  private var words: String {
    search.split(whereSeparator: \.isWhitespace).map { word in "\"\(word.filter { $0 != "\"" })\"" }
      .filter { $0.count > 2 }.joined(separator: " ")
  }

  /// Forgets what was typed.
  mutating func clear() { self = QueryLine() }

  /// Changes the search or the filter; false where it was the same before.
  mutating func set(_ kind: QueryEditor.Kind, _ text: String) -> Bool {
    switch kind {
    case .search:
      guard text != search else { return false }
      search = text
    case .filter:
      guard text != filterText else { return false }
      filterText = text
    }
    return true
  }

  /// Reads search and filter, and says in `problem` what is wrong with them.
  ///
  /// - Returns: what is in force: of a filter that can't be read the terms before what is wrong; nil where not even they
  ///   can be read.
  mutating func read(mask: Mask) -> MemberFilter? {
    problem = nil
    guard let words = try? MemberFilter(parsing: words, mask: mask) else { return nil }
    do {
      return try MemberFilter(parsing: filterText, mask: mask).and(words)
    } catch {
      problem = error
    }
    let before = String(filterText.prefix(problem?.range.lowerBound ?? 0))
    let readable =
      (try? MemberFilter(parsing: filterText, mask: mask, isUnfinished: true))
      ?? (try? MemberFilter(parsing: before, mask: mask, isUnfinished: true))
    return readable?.and(words)
  }
}

/// The search or filter line while it's being typed.
package struct QueryEditor: Hashable, Sendable {
  package enum Kind: Hashable, Sendable { case search, filter }

  package var kind: Kind
  package var line: LineEditor
  /// What the line was when editing began, for Esc.
  package var original: String
  /// The suggestion that the arrows went to; nil while the line itself has them.
  var selected: Int?
  /// Which of the filters typed before is in the line, and what was typed when they were asked for.
  var recalled: Int?
  var draft = ""

  package init(_ kind: Kind, _ text: String) {
    self.kind = kind
    line = LineEditor(text)
    original = text
  }
}
