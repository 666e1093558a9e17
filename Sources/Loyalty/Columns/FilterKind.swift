/// How a filter compares values, and which operators it knows for them.
package enum FilterKind: Hashable, Sendable {
  /// Words of people: any part matches.
  case words
  /// A word from a vocabulary, or an id: the whole matches; `*` stands for anything.
  case word
  /// Phone and e-mail: any part matches where they are shown, the whole where they are masked.
  case contact
  case number, money, days, time, birthday, boolean
  /// Numbers of 0 to 100; `%` may stand behind them.
  case percent
  /// Numbers with decimals; `%` stands for hundredths.
  case decimal
  /// One of a few words.
  case choice

  /// The kind of filter for values that are kept and shown in some way.
  init(_ storage: ColumnStorage, _ kind: ColumnKind) {
    self =
      switch storage {
      case .text(.name, _): .words
      case .text(.phone, _), .text(.email, _): .contact
      case .text(nil, _), .inviter, .symbol, .symbols, .gathered, .flaggedSymbols, .names, .name: .word
      case .date: .birthday
      case .flag: .boolean
      case .word: .choice
      case .instant, .times: .time
      case .whole: kind == .money ? .money : kind == .days ? .days : .number
      case .decimal: kind == .percent ? .percent : .decimal
      }
  }

  /// Whether `>`, `>=`, `<` and `<=` compare such values.
  package var isOrdered: Bool {
    switch self {
    case .number, .decimal, .percent, .money, .days, .time: true
    case .words, .word, .choice, .contact, .birthday, .boolean: false
    }
  }
}
