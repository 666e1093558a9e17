import Canvas
import Loyalty
import Reports
import Texts

extension ViewContext {
  /// A column's value in a cell: short, with its unit. What is unknown is a dot.
  func shortText(_ value: ColumnValue) -> String {
    switch value {
    case .unknown: look.glyphs.kind == .ascii ? "-" : "·"
    case .text(let text): text
    case .word(let column, let id): language.word(id, of: column)
    case .named(_, let name): language.text(name)
    case .names(let names): names.map { language.text($0.name) }.joined(separator: ", ")
    case .list(let words): words.joined(separator: ", ")
    case .count(let count): number(count)
    case .number(let value): language.short(value)
    case .percent(let value): language.percent(value / 100)
    case .money(let amount): money(amount)
    case .days(let days): language.days(days)
    case .instant(let instant): language.date(instant, in: zone)
    case .date(let birthday): birthday.description
    case .boolean(let isSo): text(isSo ? .yes : .no)
    }
  }

  /// A column's value in a sentence: times to the minute, unknown in words.
  func longText(_ value: ColumnValue) -> String {
    switch value {
    case .unknown: text(.unknown)
    case .money(let amount): exactMoney(amount)
    case .instant(let instant): language.dateAndTime(instant, in: zone)
    default: shortText(value)
    }
  }
}

extension ColumnValue {
  /// How the value is coloured.
  var role: Role {
    switch self {
    case .unknown: .muted
    case .text, .word, .named, .names, .list, .boolean: .text
    case .count, .number, .percent, .days: .number
    case .money(let amount): amount.rawValue < 0 ? .negative : .money
    case .instant, .date: .date
    }
  }
}
