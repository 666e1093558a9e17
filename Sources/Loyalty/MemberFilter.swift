import Community
import Texts

/// Which members to show, as a text of terms that all have to hold.
///
/// Every field and word has its name in English and in Chinese, whatever language is shown.
///
/// - `word`, `"free words"`: a part of the name, the id, a tag or the city. Case and full-width forms don't
///   count.
/// - `field:value` (or `=`): a word field or id as a whole, with `*` for anything; `name`, and `phone` and
///   `email` where they are shown, by any part; `name=` by the whole. `none` means unknown.
/// - `>`, `>=`, `<`, `<=` and ranges `from..to` (both included, either may be missing) for numbers, money
///   (`spend>500`), days (`silent>30d`; `w` is 7 days, `m` 30, `y` 365) and times.
/// - Decimals compare like numbers (`p_alive<0.3`, `p_alive<30%`); stages, classes and segments are matched by the
///   whole (`stage:sleeping`), with `*` for anything.
/// - Times are days, months, years (`joined:2026-03`), `today`, `yesterday`, or times with a `T`; a span of
///   time is the age: `last_seen<30d` is fewer than 30 days ago, `last_seen:30d` in the last 30 days.
/// - `birthday:03-15`, `birthday:03`, `birthday:1990`, `birthday:12-20..01-05`, `birthday:today`, `birthday:thisweek`.
/// - `has:field`: the value is known, a count or sum not 0.
/// - `a,b` is a or b; `-` or `NOT` before a term negates it; quotes keep blanks, commas and `none` as text.
/// - `a OR b` leaves the choice between whatever terms stand on either side; brackets take terms together.
package struct MemberFilter: Hashable, Sendable {
  /// What was parsed.
  package let text: String
  let terms: [Term]
  /// Whether `OR` leaves a choice at the outermost, so that the text needs brackets before more stands beside it.
  package let hasAlternatives: Bool

  /// The filter that every member passes.
  package static let all = MemberFilter(text: "", terms: [])

  init(text: String, terms: [Term], hasAlternatives: Bool = false) {
    self.text = text
    self.terms = terms
    self.hasAlternatives = hasAlternatives
  }

  /// Reads a filter.
  ///
  /// - Parameters:
  ///   - mask: what is hidden on screen, and so can be looked up by the whole only.
  ///   - isUnfinished: whether brackets that are open may end with the text, as while it's being typed.
  package init(
    parsing text: String, mask: Mask = .standard, isUnfinished: Bool = false
  ) throws(FilterProblem) {
    var parser = FilterParser(text: text, mask: mask, closesBrackets: isUnfinished)
    let (terms, hasAlternatives) = try parser.filter()
    self.init(text: text, terms: terms, hasAlternatives: hasAlternatives)
  }

  /// The filter that asks for what two filters ask for.
  package func and(_ other: MemberFilter) -> MemberFilter {
    let texts = [self, other].filter { !$0.text.isEmpty }.map { filter in
      filter.hasAlternatives && !text.isEmpty && !other.text.isEmpty ? "(\(filter.text))" : filter.text
    }
    return MemberFilter(
      text: texts.joined(separator: " "), terms: terms + other.terms,
      hasAlternatives: text.isEmpty && other.hasAlternatives || other.text.isEmpty && hasAlternatives)
  }

  package var isEmpty: Bool { terms.isEmpty }

  /// Filters are equal when they mean the same, however they are spaced.
  package static func == (left: MemberFilter, right: MemberFilter) -> Bool { left.terms == right.terms }
  package func hash(into hasher: inout Hasher) { hasher.combine(terms) }

  /// The columns whose values decide.
  package var columns: Set<MemberColumn> { Set(namedColumns) }

  /// The same in the order in which the filter names them, each as often as it does.
  package var namedColumns: [MemberColumn] { MemberFilter.columns(of: terms) }

  private static func columns(of terms: [Term]) -> [MemberColumn] {
    var columns: [MemberColumn] = []
    for test in terms.flatMap(\.tests) {
      switch test {
      case .freeWord: break
      case .all(let terms): columns += MemberFilter.columns(of: terms)
      case .text(let column, _), .known(let column), .unknown(let column), .range(let column, _),
        .decimal(let column, _), .choice(let column, _), .time(let column, _), .birthday(let column, _),
        .boolean(let column, _):
        columns.append(column)
      }
    }
    return columns
  }

  /// The names of fields a filter may use, `has` included.
  package static let fieldNames: [String] = MemberColumn.allCases.map(\.id) + ["has"]

  /// The same in a language.
  package static func fieldNames(in language: Language) -> [String] {
    MemberColumn.allCases.map { $0.filterName(in: language) }
      + [Phrase.filterWords[FilterWord.has.rawValue]?.filterSpelling(in: language) ?? ""]
  }

  /// The same in all languages, with further names.
  static let spellings = MemberColumn.allCases.flatMap(\.filterNames) + FilterWord.has.spellings

  /// Alternatives of which one has to hold, or none if negated.
  struct Term: Hashable, Sendable {
    var isNegated: Bool
    var tests: [Test]
  }

  enum Test: Hashable, Sendable {
    /// Terms that all have to hold.
    case all([Term])
    case freeWord(String)
    case text(MemberColumn, TextTest)
    case known(MemberColumn)
    case unknown(MemberColumn)
    /// Counts, hundredths of money, or days.
    case range(MemberColumn, ClosedRange<Int64>)
    case decimal(MemberColumn, ClosedRange<Double>)
    /// Places among the column's words.
    case choice(MemberColumn, Set<Int>)
    case time(MemberColumn, TimeTest)
    case birthday(MemberColumn, BirthdayTest)
    case boolean(MemberColumn, Bool)
  }

  struct TextTest: Hashable, Sendable {
    enum Extent: Hashable, Sendable { case part, whole, wildcard }
    var text: String
    var extent: Extent
  }

  enum TimeTest: Hashable, Sendable {
    /// Calendar days, both included.
    case days(ClosedRange<Day>)
    /// Times as written, both included after the shift by milliseconds.
    case times(from: Time?, through: Time?)
    /// Calendar days ago, both included.
    case ages(ClosedRange<Int>)
    /// A period around today, compared as its days would be.
    case period(RelativePeriod, FilterParser.Comparison)

    struct Time: Hashable, Sendable {
      var text: String
      var shift: Int64 = 0
    }
  }

  enum BirthdayTest: Hashable, Sendable {
    /// Month × 32 + day, both included; over the turn of the year when the second is smaller.
    case days(from: Int, through: Int)
    case years(ClosedRange<Int>)
    case date(Birthday)
    /// Kept on a day of the period.
    case period(RelativePeriod)
  }
}

// MARK: - Narrowing

extension MemberFilter {
  /// Whether every member that passes this filter passes `other` too, as far as the terms show it: one that
  /// was typed on from `other` mostly does.
  package func narrows(_ other: MemberFilter, mask: Mask) -> Bool {
    other.terms.allSatisfy { term in terms.contains { $0.implies(term, mask) } }
  }
}

extension MemberFilter.Term {
  fileprivate func implies(_ other: MemberFilter.Term, _ mask: Mask) -> Bool {
    guard isNegated == other.isNegated else { return false }
    let (narrow, wide) = isNegated ? (other.tests, tests) : (tests, other.tests)
    return narrow.allSatisfy { test in wide.contains { test.implies($0, mask) } }
  }
}

extension MemberFilter.Test {
  fileprivate func implies(_ other: MemberFilter.Test, _ mask: Mask) -> Bool {
    if self == other { return true }
    switch (self, other) {
    case (.freeWord(let word), .freeWord(let part)):
      // A masked name is found by the whole, which a part of it isn't.
      return !mask.names && word.lowercased().contains(part.lowercased())
    case (.text(let column, let narrow), .text(let same, let wide)):
      return column == same && column.filterKind == .words && !column.isHidden(by: mask)
        && wide.extent == .part && narrow.extent != .wildcard
        && narrow.text.lowercased().contains(wide.text.lowercased())
    case (.range(let column, let narrow), .range(let same, let wide)):
      return column == same && wide.lowerBound <= narrow.lowerBound && narrow.upperBound <= wide.upperBound
    case (.decimal(let column, let narrow), .decimal(let same, let wide)):
      return column == same && wide.lowerBound <= narrow.lowerBound && narrow.upperBound <= wide.upperBound
    default: return false
    }
  }
}
