import Texts

/// What is being typed at the end of a part of a filter: the name of a field, or one of its values.
package struct FilterCompletion: Hashable, Sendable {
  package enum Subject: Hashable, Sendable {
    /// A field at the beginning of a term, or behind `has:`.
    case field(isKnown: Bool)
    case value(MemberColumn)
  }

  package let subject: Subject
  /// What is typed of it so far.
  package let typed: String
  /// Where that stands, in characters.
  package let range: Range<Int>

  /// Reads a filter up to the cursor; nil where nothing can be completed.
  package init?(_ text: String) {
    var scanner = FilterScanner(text)
    while true {
      scanner.skipBlanks()
      if scanner.character == "(" || scanner.character == ")" {
        scanner.advance()
        continue
      }
      let start = scanner.place
      if scanner.takeKeyword(.or, .and, .not) != nil {
        if !scanner.isAtEnd { continue }
        // It may be the beginning of a longer word.
        scanner.place = start
      }
      _ = scanner.takeMinus()
      let field = scanner.takeFieldName()
      guard let (name, _) = field, scanner.takeComparison() != nil else {
        guard let word = scanner.lastPiece() else { return nil }
        if scanner.isAtEnd {
          self.init(.field(isKnown: false), word)
          return
        }
        continue
      }
      scanner.skipBlanks()
      guard let value = scanner.lastPiece() else { return nil }
      guard scanner.isAtEnd else { continue }
      if FilterWord(name) == .has {
        self.init(.field(isKnown: true), value)
      } else if let column = MemberColumn(filterName: name) {
        self.init(.value(column), value)
      } else {
        return nil
      }
      return
    }
  }

  private init(_ subject: Subject, _ value: FilterScanner.Value) {
    self.subject = subject
    typed = value.text
    range = value.range
  }

  // MARK: What fits

  /// The fields whose names begin with what is typed, in any language; those whose names hold it come after. The one
  /// meant by a misspelt name where none does.
  package func fields(in language: Language) -> [MemberColumn] {
    let typed = typed.lowercased()
    func rank(_ column: MemberColumn) -> Int? {
      let names = column.filterNames.map { $0.lowercased() }
      let shown = column.filterName(in: language).lowercased()
      if shown.hasPrefix(typed) { return shown == typed ? 0 : 1 }
      if names.contains(where: { $0.hasPrefix(typed) }) { return 2 }
      return typed.count > 1 && names.contains { $0.contains(typed) } ? 3 : nil
    }
    let ranked = MemberColumn.allCases.enumerated().compactMap { place, column in
      rank(column).map { (rank: $0, place: place, column: column) }
    }
    if ranked.isEmpty, let name = Spelling.nearest(to: typed, in: MemberFilter.spellings),
      let column = MemberColumn(filterName: name)
    {
      return [column]
    }
    return ranked.sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }.map(\.column)
  }

  /// Those of some values that begin with what is typed, then those that hold it; each in their own order.
  package func values(among values: [FilterValueCount]) -> [FilterValueCount] {
    if typed.isEmpty { return values }
    let typed = typed.lowercased()
    func rank(_ value: FilterValueCount) -> Int? {
      let spellings = value.spellings.map { $0.lowercased() }
      if spellings.contains(where: { $0.hasPrefix(typed) }) { return 0 }
      return spellings.contains { $0.contains(typed) } ? 1 : nil
    }
    let ranked = values.enumerated().compactMap { place, value in
      rank(value).map { (rank: $0, place: place, value: value) }
    }
    return ranked.sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }.map(\.value)
  }
}

extension FilterScanner {
  /// The last of the values here, which may be empty where nothing or a comma stands before it; nil inside quotes.
  ///
  /// It ends before what ends the values.
  mutating func lastPiece() -> Value? {
    var start = place
    var text = ""
    while let character, !character.isWhitespace, character != ")" {
      if "\"“”".contains(character) { return nil }
      if character == "," {
        (start, text) = (place + 1, "")
      } else {
        text.append(character)
      }
      place += 1
    }
    return Value(text: text, isQuoted: false, range: start..<place)
  }
}
