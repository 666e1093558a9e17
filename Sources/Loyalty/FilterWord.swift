import Texts

/// A word of the language of filters that names no column, in every language of the program.
enum FilterWord: String, CaseIterable, Sendable {
  case or, and, not, has, yes, no
  /// The value isn't known.
  case nothing = "none"
  case today, yesterday, tomorrow
  case thisWeek = "this_week"
  case lastWeek = "last_week"
  case nextWeek = "next_week"
  case thisMonth = "this_month"
  case lastMonth = "last_month"
  case nextMonth = "next_month"
  case thisYear = "this_year"
  case lastYear = "last_year"

  /// The word that is written so, in whatever language and case.
  init?(_ text: some StringProtocol) {
    guard let word = FilterWord.bySpelling[text.lowercased()] else { return nil }
    self = word
  }

  /// How it's written, all languages together.
  var spellings: [String] { Phrase.filterWords[rawValue]?.filterSpellings ?? [] }

  private static let bySpelling = Dictionary(
    allCases.flatMap { word in word.spellings.map { ($0.lowercased(), word) } },
    uniquingKeysWith: { first, _ in first })
}

extension Phrase {
  /// The wordings of the phrase, each cut at blanks.
  var filterSpellings: [String] {
    templates.flatMap { $0.split(separator: " ").map(String.init) }
  }

  /// The first wording in one language, as completion offers it.
  func filterSpelling(in language: Language) -> String {
    template(in: language).split(separator: " ").first.map(String.init) ?? ""
  }
}

extension MemberColumn {
  /// What a filter may call the column: its id, its titles in every language, and further names. A title of several words
  /// counts with these joined, and with `_` between them.
  package var filterNames: [String] {
    let titles = Phrase.title(ofColumn: id).templates.flatMap { title in
      [title.filter { $0 != " " }, title.filter { $0 != "." }.split(separator: " ").joined(separator: "_")]
    }
    var names: [String] = []
    for name in [id] + aliases + titles + (Phrase.filterNames[id]?.filterSpellings ?? [])
    where name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }) && !names.contains(name) {
      // The id of another column stays that column's.
      let owner = MemberColumn(id: name.lowercased())
      if owner == nil || owner == self { names.append(name) }
    }
    return names
  }

  /// What completion calls the column in a language.
  package func filterName(in language: Language) -> String {
    guard language == .simplifiedChinese else { return id }
    let title = Phrase.title(ofColumn: id).template(in: language).filter { $0 != " " }
    return MemberColumn(filterName: title) == self ? title : id
  }

  /// What a filter may call one of the column's words: its id, and what it's called in every language.
  package func filterSpellings(ofWord word: String) -> [String] {
    guard let phrase = Phrase.word(word, ofColumn: id) else { return [word] }
    return [word] + phrase.templates + phrase.templates.map { $0.filter { $0 != " " } }
  }
}
