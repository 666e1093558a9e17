import Community

/// Reads the text of a filter into terms.
///
/// Terms side by side all have to hold; `OR` between them leaves the choice, and binds less than standing side by side.
/// Brackets take terms together.
struct FilterParser {
  var scanner: FilterScanner
  private let mask: Mask
  /// Whether brackets that are still open end with the text.
  private let closesBrackets: Bool
  /// Brackets that are open.
  private var depth = 0

  init(text: String, mask: Mask, closesBrackets: Bool = false) {
    scanner = FilterScanner(text)
    self.mask = mask
    self.closesBrackets = closesBrackets
  }

  enum Comparison: String {
    case equal = "=", contains = ":", greater = ">", less = "<"
    case greaterOrEqual = ">=", lessOrEqual = "<="

    var isEquality: Bool { self == .equal || self == .contains }
  }

  /// The terms, and whether they leave a choice at the outermost.
  mutating func filter() throws(FilterProblem) -> (terms: [MemberFilter.Term], hasAlternatives: Bool) {
    let branches = try branches()
    return (MemberFilter.Term.joining(branches), branches.count > 1)
  }

  // MARK: Terms together

  /// Terms up to the end of the text or of the bracket, cut at each `OR`.
  private mutating func branches() throws(FilterProblem) -> [[MemberFilter.Term]] {
    var branches: [[MemberFilter.Term]] = []
    var terms: [MemberFilter.Term] = []
    var isEmpty = true
    var last: Range<Int>?
    while true {
      scanner.skipBlanks()
      if scanner.isAtEnd || scanner.character == ")" && depth > 0 { break }
      if scanner.character == ")" { throw FilterProblem(.strayBracket, at: scanner.here) }
      let range = scanner.keywordRange
      switch scanner.takeKeyword(.or, .and) {
      case .or:
        if isEmpty { throw FilterProblem(.missingTerm, at: range) }
        branches.append(terms)
        (terms, isEmpty, last) = ([], true, range)
      case .and: if isEmpty { throw FilterProblem(.missingTerm, at: range) }
      default:
        terms += try term()
        isEmpty = false
      }
    }
    if isEmpty, let last { throw FilterProblem(.missingTerm, at: last) }
    return branches + [terms]
  }

  /// One term, or those of a bracket.
  private mutating func term() throws(FilterProblem) -> [MemberFilter.Term] {
    let isNegated = try negation()
    if scanner.character == "(" { return try group(isNegated) }
    guard let (name, range) = scanner.takeFieldName(), let comparison = scanner.takeComparison() else {
      let tests = try scanner.values(of: nil, endsAtBracket: depth > 0)
        .filter { !$0.text.isEmpty }.map { MemberFilter.Test.freeWord($0.text) }
      return tests.isEmpty ? [] : [MemberFilter.Term(isNegated: isNegated, tests: tests)]
    }
    return [try term(isNegated, name, range, comparison)]
  }

  private mutating func negation() throws(FilterProblem) -> Bool {
    var isNegated = false
    while true {
      let range = scanner.keywordRange
      if scanner.takeKeyword(.not) != nil {
        scanner.skipBlanks()
        if scanner.isAtEnd || scanner.character == ")" { throw FilterProblem(.missingTerm, at: range) }
      } else if !scanner.takeMinus() {
        return isNegated
      }
      isNegated.toggle()
    }
  }

  private mutating func group(_ isNegated: Bool) throws(FilterProblem) -> [MemberFilter.Term] {
    let start = scanner.here
    scanner.advance()
    depth += 1
    let branches = try branches()
    depth -= 1
    if scanner.character == ")" {
      scanner.advance()
    } else if !closesBrackets {
      throw FilterProblem(.unclosedBracket, at: start)
    }
    let terms = MemberFilter.Term.joining(branches)
    if terms.isEmpty || !isNegated { return terms }
    if terms.count == 1 { return [MemberFilter.Term(isNegated: !terms[0].isNegated, tests: terms[0].tests)] }
    return [MemberFilter.Term(isNegated: true, tests: [.all(terms)])]
  }

  // MARK: One term

  private mutating func term(
    _ isNegated: Bool, _ name: String, _ range: Range<Int>, _ comparison: Comparison
  ) throws(FilterProblem) -> MemberFilter.Term {
    var isNegated = isNegated
    var name = name
    var range = range
    // In Chinese no blank parts the `not` from what it's about.
    if MemberColumn(filterName: name) == nil, let first = name.first, FilterWord(String(first)) == .not,
      MemberColumn(filterName: String(name.dropFirst())) != nil
    {
      isNegated.toggle()
      name.removeFirst()
      range = range.lowerBound + 1..<range.upperBound
    }
    let operatorRange = range.lowerBound..<scanner.place
    let column = FilterWord(name) == .has ? nil : try column(name, range)
    let kind = column?.filterKind ?? .word
    guard comparison.isEquality || kind.isOrdered else {
      throw FilterProblem(.operatorNotAllowed(comparison.rawValue, kind), at: operatorRange)
    }
    let start = scanner.place
    scanner.skipBlanks()
    if scanner.place > start, scanner.isBeforeTerm { scanner.place = start }
    let valuesStart = scanner.place
    let read = try scanner.values(of: kind, endsAtBracket: depth > 0)
    guard !read.isEmpty else { throw FilterProblem(.missingValue, at: operatorRange) }
    var tests: [MemberFilter.Test] = []
    guard let column else {
      for value in read { tests.append(.known(try self.column(value.text, value.range))) }
      return MemberFilter.Term(isNegated: isNegated, tests: tests)
    }
    if !comparison.isEquality, read.count > 1 {
      let whole = valuesStart..<scanner.place
      throw FilterProblem(.badValue(scanner.text(whole), column.filterKind), at: whole)
    }
    for value in read { tests.append(try test(column, comparison, value)) }
    return MemberFilter.Term(isNegated: isNegated, tests: tests)
  }

  /// The field that is probably meant: in Latin letters by its id or a further name, which the manual lists.
  private static func nearestField(to name: String) -> String? {
    guard let nearest = Spelling.nearest(to: name, in: MemberFilter.spellings) else { return nil }
    guard nearest.utf8.allSatisfy({ $0 < 128 }) else { return nearest }
    guard let column = MemberColumn(filterName: nearest) else { return nearest }
    return column.aliases.contains(nearest) ? nearest : column.id
  }

  private func column(_ name: String, _ range: Range<Int>) throws(FilterProblem) -> MemberColumn {
    if let column = MemberColumn(filterName: name) { return column }
    throw FilterProblem(
      .unknownField(name, suggestion: FilterParser.nearestField(to: name)), at: range)
  }

  private func test(
    _ column: MemberColumn, _ comparison: Comparison, _ value: FilterScanner.Value
  ) throws(FilterProblem) -> MemberFilter.Test {
    let text = value.text
    if !value.isQuoted, comparison.isEquality, FilterWord(text) == .nothing,
      !column.words.contains(text.lowercased())
    {
      return .unknown(column)
    }
    let kind = column.filterKind
    var test: MemberFilter.Test?
    switch kind {
    case .words, .word, .contact: return try self.text(column, comparison, value)
    case .number, .money, .days:
      test = FilterValues.range(text, comparison, kind).map { .range(column, $0) }
    case .decimal: test = FilterValues.decimals(text, comparison).map { .decimal(column, $0) }
    case .percent: test = FilterValues.percents(text, comparison).map { .decimal(column, $0) }
    case .choice:
      guard let places = FilterValues.choice(text, of: column, isWide: comparison == .contains) else {
        let words = column.words.flatMap(column.filterSpellings)
        throw FilterProblem(
          .badWord(text, column, suggestion: Spelling.nearest(to: text, in: words)), at: value.range)
      }
      return .choice(column, places)
    case .time: test = FilterValues.time(text, comparison).map { .time(column, $0) }
    case .birthday: test = FilterValues.birthday(text).map { .birthday(column, $0) }
    case .boolean: test = FilterValues.boolean(text).map { .boolean(column, $0) }
    }
    guard let test else { throw FilterProblem(.badValue(text, kind), at: value.range) }
    return test
  }

  private func text(
    _ column: MemberColumn, _ comparison: Comparison, _ value: FilterScanner.Value
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

extension MemberFilter.Term {
  /// The terms that say the same as alternatives of terms.
  fileprivate static func joining(_ branches: [[MemberFilter.Term]]) -> [MemberFilter.Term] {
    if branches.count == 1 { return branches[0] }
    // A branch without a term leaves everybody through.
    if branches.contains(where: \.isEmpty) { return [] }
    let tests = branches.flatMap { branch in
      branch.count == 1 && !branch[0].isNegated ? branch[0].tests : [.all(branch)]
    }
    return [MemberFilter.Term(isNegated: false, tests: tests)]
  }
}
