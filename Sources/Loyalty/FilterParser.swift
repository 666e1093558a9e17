import Community

/// Reads the text of a filter into terms.
struct FilterParser {
  private let characters: [Character]
  private let mask: Mask
  private var place = 0

  init(text: String, mask: Mask) {
    characters = Array(text)
    self.mask = mask
  }

  /// A value as it was written.
  struct Value {
    var text: String
    var isQuoted: Bool
    var range: Range<Int>
  }

  enum Comparison: String {
    case equal = "=", contains = ":", greater = ">", less = "<"
    case greaterOrEqual = ">=", lessOrEqual = "<="

    var isEquality: Bool { self == .equal || self == .contains }
  }

  mutating func terms() throws(FilterProblem) -> [MemberFilter.Term] {
    var terms: [MemberFilter.Term] = []
    while true {
      while place < characters.count, characters[place].isWhitespace { place += 1 }
      if place == characters.count { return terms }
      let term = try term()
      if !term.tests.isEmpty { terms.append(term) }
    }
  }

  private mutating func term() throws(FilterProblem) -> MemberFilter.Term {
    var isNegated = false
    if "-－".contains(characters[place]), place + 1 < characters.count, !characters[place + 1].isWhitespace {
      isNegated = true
      place += 1
    }
    guard let (name, range) = fieldName(), let comparison = comparison() else {
      let tests = try values().filter { !$0.text.isEmpty }.map { MemberFilter.Test.freeWord($0.text) }
      return MemberFilter.Term(isNegated: isNegated, tests: tests)
    }
    let operatorEnd = place
    let column = name.lowercased() == "has" ? nil : try column(name, range)
    let kind = column?.filterKind ?? .word
    guard comparison.isEquality || kind.isOrdered else {
      throw FilterProblem(
        .operatorNotAllowed(comparison.rawValue, kind), at: range.lowerBound..<operatorEnd)
    }
    let read = try values()
    guard !read.isEmpty else { throw FilterProblem(.missingValue, at: range.lowerBound..<operatorEnd) }
    var tests: [MemberFilter.Test] = []
    guard let column else {
      for value in read { tests.append(.known(try self.column(value.text, value.range))) }
      return MemberFilter.Term(isNegated: isNegated, tests: tests)
    }
    if !comparison.isEquality, read.count > 1 {
      let whole = read[0].range.lowerBound..<place
      throw FilterProblem(.badValue(String(characters[whole]), column.filterKind), at: whole)
    }
    for value in read { tests.append(try test(column, comparison, value)) }
    return MemberFilter.Term(isNegated: isNegated, tests: tests)
  }

  private func isOperator(_ character: Character) -> Bool { ":：=＝<＜>＞".contains(character) }

  /// A name that an operator follows; else nothing is read.
  private mutating func fieldName() -> (String, Range<Int>)? {
    var end = place
    while end < characters.count,
      characters[end].isLetter || characters[end] == "_" || characters[end].isNumber
    {
      end += 1
    }
    guard end > place, end < characters.count, isOperator(characters[end]), !characters[place].isNumber
    else { return nil }
    let range = place..<end
    place = end
    return (String(characters[range]), range)
  }

  private mutating func comparison() -> Comparison? {
    guard place < characters.count else { return nil }
    var result: Comparison
    switch characters[place] {
    case ":", "：": result = .contains
    case "=", "＝": result = .equal
    case ">", "＞": result = .greater
    case "<", "＜": result = .less
    default: return nil
    }
    place += 1
    // `spend:>500` is the same as `spend>500`.
    if result == .contains, place < characters.count, "<＜>＞".contains(characters[place]) {
      result = "<＜".contains(characters[place]) ? .less : .greater
      place += 1
    }
    if result == .less || result == .greater, place < characters.count, "=＝".contains(characters[place]) {
      result = result == .less ? .lessOrEqual : .greaterOrEqual
      place += 1
    }
    return result
  }

  /// Values with commas between them, up to a blank.
  private mutating func values() throws(FilterProblem) -> [Value] {
    var values: [Value] = []
    while place < characters.count, !characters[place].isWhitespace {
      if ",，".contains(characters[place]) {
        place += 1
      } else if "\"“”".contains(characters[place]) {
        values.append(try quoted())
      } else {
        let start = place
        while place < characters.count, !characters[place].isWhitespace, !",，".contains(characters[place]) {
          place += 1
        }
        values.append(
          Value(text: String(characters[start..<place]), isQuoted: false, range: start..<place))
      }
    }
    return values
  }

  private mutating func quoted() throws(FilterProblem) -> Value {
    let start = place
    place += 1
    while place < characters.count, !"\"“”".contains(characters[place]) { place += 1 }
    guard place < characters.count else { throw FilterProblem(.unclosedQuote, at: start..<place) }
    place += 1
    return Value(
      text: String(characters[start + 1..<place - 1]), isQuoted: true, range: start..<place)
  }

  private func column(_ name: String, _ range: Range<Int>) throws(FilterProblem) -> MemberColumn {
    if let column = MemberColumn(filterName: name) { return column }
    throw FilterProblem(
      .unknownField(name, suggestion: Spelling.nearest(to: name, in: MemberFilter.fieldNames)), at: range)
  }

  private func test(
    _ column: MemberColumn, _ comparison: Comparison, _ value: Value
  ) throws(FilterProblem) -> MemberFilter.Test {
    if !value.isQuoted, value.text.lowercased() == "none", comparison.isEquality { return .unknown(column) }
    let kind = column.filterKind
    var test: MemberFilter.Test?
    switch kind {
    case .words, .word, .contact: return try text(column, comparison, value)
    case .number, .money, .days:
      test = FilterValues.range(value.text, comparison, kind).map { .range(column, $0) }
    case .decimal: test = FilterValues.decimals(value.text, comparison).map { .decimal(column, $0) }
    case .percent: test = FilterValues.percents(value.text, comparison).map { .decimal(column, $0) }
    case .choice: test = FilterValues.choice(value.text, among: column.words).map { .choice(column, $0) }
    case .time: test = FilterValues.time(value.text, comparison).map { .time(column, $0) }
    case .birthday: test = FilterValues.birthday(value.text).map { .birthday(column, $0) }
    case .boolean: test = FilterValues.boolean(value.text).map { .boolean(column, $0) }
    }
    guard let test else { throw FilterProblem(.badValue(value.text, kind), at: value.range) }
    return test
  }

  private func text(
    _ column: MemberColumn, _ comparison: Comparison, _ value: Value
  ) throws(FilterProblem) -> MemberFilter.Test {
    if !value.isQuoted, value.text.contains("*") {
      if column.isHidden(by: mask) { throw FilterProblem(.masked(column), at: value.range) }
      return .text(column, MemberFilter.TextTest(text: value.text, extent: .wildcard))
    }
    let isPart =
      comparison == .contains
      && (column.filterKind == .words || (column.filterKind == .contact && !column.isHidden(by: mask)))
    return .text(column, MemberFilter.TextTest(text: value.text, extent: isPart ? .part : .whole))
  }
}
