import Loyalty
import Texts

extension FilterProblem {
  /// What is wrong, and what was perhaps meant.
  package func text(in language: Language) -> String {
    switch kind {
    case .unknownField(let name, let suggestion):
      return hinted(language.text(.filterUnknownField, ["name": name]), suggestion, language)
    case .badValue(let value, let kind):
      return language.text(.filterBadValue, ["value": value, "kind": language.text(kind.phrase)])
    case .missingValue: return language.text(.filterMissingValue)
    case .operatorNotAllowed(let sign, let kind):
      return language.text(.filterOperator, ["operator": sign, "kind": language.text(kind.phrase)])
    case .badWord(let value, let column, let suggestion):
      let words = column.words.map { word in
        Phrase.word(word, ofColumn: column.id).map { language.text($0) } ?? word
      }
      return hinted(
        language.text(
          .filterBadWord,
          ["value": value, "words": words.joined(separator: language == .english ? ", " : "、")]), suggestion,
        language)
    case .unclosedQuote: return language.text(.filterUnclosedQuote)
    case .unclosedBracket: return language.text(.filterUnclosedBracket)
    case .strayBracket: return language.text(.filterStrayBracket)
    case .missingTerm: return language.text(.filterMissingTerm)
    case .masked(let column):
      return language.text(.filterMasked, ["column": language.text(column.title)])
    }
  }

  private func hinted(_ problem: String, _ suggestion: String?, _ language: Language) -> String {
    guard let suggestion else { return problem }
    let hint = language.text(.filterDidYouMean, ["name": suggestion])
    return language == .english ? "\(problem): \(hint)" : "\(problem)，\(hint)"
  }
}

extension FilterKind {
  /// What a value of the kind is, in a sentence.
  package var phrase: Phrase {
    switch self {
    case .words: .kindWords
    case .word: .kindWord
    case .percent: .kindDecimal
    case .contact: .kindContact
    case .number: .kindNumber
    case .money: .kindMoney
    case .days: .kindDays
    case .time: .kindTime
    case .birthday: .kindBirthday
    case .boolean: .kindBoolean
    case .decimal: .kindDecimal
    case .choice: .kindChoice
    }
  }
}
