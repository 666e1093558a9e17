import Texts

extension MemberFilter {
  /// How a language writes the field that finds what is known.
  package static func has(in language: Language) -> String { FilterWord.has.written(in: language) }

  /// How a language writes yes or no.
  package static func word(_ isSo: Bool, in language: Language) -> String {
    (isSo ? FilterWord.yes : .no).written(in: language)
  }
}

extension FilterWord {
  fileprivate func written(in language: Language) -> String {
    Phrase.filterWords[rawValue]?.filterSpelling(in: language) ?? rawValue
  }
}

extension MemberColumn {
  /// How a language writes one of the column's words.
  package func filterSpelling(ofWord word: String, in language: Language) -> String {
    guard language == .simplifiedChinese, let phrase = Phrase.word(word, ofColumn: id) else { return word }
    return phrase.template(in: language)
  }

  /// Words that times and birthdays may be compared with, as completion offers them.
  package func filterWords(in language: Language) -> [String] {
    let words: [FilterWord] =
      switch filterKind {
      case .birthday: [.today, .tomorrow, .thisWeek, .nextWeek, .thisMonth, .nextMonth]
      case .time: [.today, .yesterday, .thisWeek, .lastWeek, .thisMonth, .lastMonth, .thisYear, .lastYear]
      default: []
      }
    return words.map { $0.written(in: language) }
  }
}
