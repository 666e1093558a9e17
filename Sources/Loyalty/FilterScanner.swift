/// Goes along the characters of a filter: blanks, names, operators, values.
///
/// Full-width letters, digits and punctuation read like their narrow forms, outside quotes. Places count characters of the
/// text as it was written.
struct FilterScanner {
  /// A value as it was written.
  struct Value {
    var text: String
    var isQuoted: Bool
    var range: Range<Int>
  }

  private let written: [Character]
  private let characters: [Character]
  var place = 0

  init(_ text: String) {
    written = Array(text)
    characters = written.map(FilterScanner.narrow)
  }

  /// The narrow form of a character.
  static func narrow(_ character: Character) -> Character {
    guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1 else {
      return character
    }
    switch scalar.value {
    case 0xFF01...0xFF5E: return Unicode.Scalar(scalar.value - 0xFEE0).map { Character($0) } ?? character
    case 0x3000: return " "
    case 0x3001: return ","
    case 0xFFE5: return "¥"
    default: return character
    }
  }

  // MARK: Where it is

  var isAtEnd: Bool { place >= characters.count }
  var here: Range<Int> { place..<min(place + 1, characters.count) }
  /// The character here; nil at the end.
  var character: Character? { isAtEnd ? nil : characters[place] }

  func text(_ range: Range<Int>) -> String { String(written[range]) }
  mutating func advance() { place += 1 }

  mutating func skipBlanks() {
    while !isAtEnd, characters[place].isWhitespace { place += 1 }
  }

  // MARK: Words

  private func endOfName(from start: Int) -> Int {
    var end = start
    while end < characters.count,
      characters[end].isLetter || characters[end] == "_" || characters[end].isNumber
    {
      end += 1
    }
    return end
  }

  /// The word here, up to a blank, a bracket or the end.
  var keywordRange: Range<Int> { place..<endOfName(from: place) }

  /// Takes the keyword that stands here by itself, if it's one of some.
  mutating func takeKeyword(_ wanted: FilterWord...) -> FilterWord? {
    let range = keywordRange
    guard let word = keyword(range), wanted.contains(word) else { return nil }
    place = range.upperBound
    return word
  }

  private func keyword(_ range: Range<Int>) -> FilterWord? {
    let end = range.upperBound
    let isApart = end == characters.count || characters[end].isWhitespace || "()".contains(characters[end])
    guard isApart, !range.isEmpty, operatorPlace(after: end) == nil else { return nil }
    return FilterWord(String(characters[range]))
  }

  /// Takes a minus that negates what follows.
  mutating func takeMinus() -> Bool {
    guard character == "-", place + 1 < characters.count, !characters[place + 1].isWhitespace else {
      return false
    }
    place += 1
    return true
  }

  // MARK: Fields

  private func isOperator(_ character: Character) -> Bool { ":=<>≥≤".contains(character) }

  /// Where an operator stands behind a name, blanks aside.
  private func operatorPlace(after end: Int) -> Int? {
    var place = end
    while place < characters.count, characters[place].isWhitespace { place += 1 }
    return place < characters.count && isOperator(characters[place]) ? place : nil
  }

  /// A name that an operator follows; else nothing is read.
  mutating func takeFieldName() -> (String, Range<Int>)? {
    let range = keywordRange
    guard !range.isEmpty, !characters[place].isNumber, let next = operatorPlace(after: range.upperBound)
    else { return nil }
    place = next
    return (String(characters[range]), range)
  }

  /// Whether a term begins here, or a bracket ends, so that no value can stand here.
  var isBeforeTerm: Bool {
    if isAtEnd || character == "(" || character == ")" { return true }
    let start = character == "-" ? place + 1 : place
    let range = start..<endOfName(from: start)
    if let word = keyword(range), [.or, .and, .not].contains(word) { return true }
    guard operatorPlace(after: range.upperBound) != nil else { return false }
    let name = String(characters[range])
    return FilterWord(name) == .has || MemberColumn(filterName: name) != nil
  }

  mutating func takeComparison() -> FilterParser.Comparison? {
    guard let character, isOperator(character) else { return nil }
    place += 1
    switch character {
    case "≥": return .greaterOrEqual
    case "≤": return .lessOrEqual
    default: break
    }
    var result = FilterParser.Comparison(rawValue: String(character))
    // `spend:>500` is the same as `spend>500`.
    if result == .contains, let next = self.character, "<>≥≤".contains(next) { return takeComparison() }
    if result == .less || result == .greater, self.character == "=" {
      result = result == .less ? .lessOrEqual : .greaterOrEqual
      place += 1
    }
    return result
  }

  // MARK: Values

  /// Values with commas between them, up to a blank, or to the bracket that ends here.
  ///
  /// - Parameter kind: of the field; nil for free words. Where it counts, a comma before three digits belongs to the number.
  mutating func values(of kind: FilterKind?, endsAtBracket: Bool) throws(FilterProblem) -> [Value] {
    var values: [Value] = []
    var isAfterComma = false
    while let character {
      if character.isWhitespace {
        let start = place
        skipBlanks()
        if isAfterComma, !isBeforeTerm { continue }
        place = start
        break
      }
      if character == "," {
        place += 1
        isAfterComma = true
      } else if character == ")", endsAtBracket {
        break
      } else if "\"“”".contains(character) {
        values.append(try quoted())
        isAfterComma = false
      } else {
        let value = plain(hasThousands: kind?.isCounted ?? false, endsAtBracket)
        if value.range.isEmpty { break }
        values.append(value)
        isAfterComma = false
      }
    }
    return values
  }

  private mutating func plain(hasThousands: Bool, _ endsAtBracket: Bool) -> Value {
    let start = place
    var text = ""
    var open = 0
    while let character, !character.isWhitespace {
      if character == "," {
        if !hasThousands || !groupsThousands(from: start) { break }
        place += 1
        continue
      }
      if character == "(" { open += 1 }
      if character == ")" {
        if open == 0, endsAtBracket { break }
        open -= 1
      }
      text.append(character)
      place += 1
    }
    return Value(text: text, isQuoted: false, range: start..<place)
  }

  /// Whether the comma here parts thousands: one to three digits before it, three behind.
  private func groupsThousands(from start: Int) -> Bool {
    func isDigit(_ place: Int) -> Bool {
      characters.indices.contains(place) && characters[place].isASCII && characters[place].isNumber
    }
    var before = 0
    while place - before - 1 >= start, isDigit(place - before - 1) { before += 1 }
    let isLater = place - before - 1 > start && characters[place - before - 1] == ","
    guard isLater ? before == 3 : (1...3).contains(before) && characters[place - before] != "0" else {
      return false
    }
    return (1...3).allSatisfy { isDigit(place + $0) } && !isDigit(place + 4)
  }

  private mutating func quoted() throws(FilterProblem) -> Value {
    let start = place
    place += 1
    while !isAtEnd, !"\"“”".contains(characters[place]) { place += 1 }
    guard !isAtEnd else { throw FilterProblem(.unclosedQuote, at: start..<place) }
    place += 1
    return Value(text: String(written[start + 1..<place - 1]), isQuoted: true, range: start..<place)
  }
}

extension FilterKind {
  /// Whether values are numbers, which may be written with commas between thousands.
  fileprivate var isCounted: Bool {
    switch self {
    case .number, .decimal, .money, .days: true
    case .words, .word, .choice, .contact, .time, .birthday, .boolean, .percent: false
    }
  }
}
