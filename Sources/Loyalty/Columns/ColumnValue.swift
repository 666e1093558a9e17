import Community

/// What kind of values a column holds: how they are sorted, compared and aligned.
package enum ColumnKind: Hashable, Sendable {
  case text, list, count, money, days, instant, date, boolean
  /// Numbers with decimals.
  case number
  /// Hundredths of a whole, 0–100.
  case percent
  /// One of the column's words.
  case word

  /// Whether values stand at the right edge of their column, as numbers do.
  package var isRightAligned: Bool {
    switch self {
    case .count, .number, .percent, .money, .days: true
    case .text, .word, .list, .instant, .date, .boolean: false
    }
  }
}

/// The value of a column for one member, not yet worded.
package enum ColumnValue: Hashable, Sendable {
  case unknown
  case text(String)
  /// One of the words of a column, by its id.
  case word(MemberColumn, String)
  /// A word of the programme: its id, and what it's called.
  case named(id: String, BilingualText)
  /// Several of them.
  case names([ProgramName])
  case list([String])
  case count(Int)
  case number(Double)
  /// 0–100.
  case percent(Double)
  case money(Money)
  /// Whole calendar days.
  case days(Int)
  case instant(Instant)
  case date(Birthday)
  case boolean(Bool)
}
