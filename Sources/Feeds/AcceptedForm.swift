import Community
import JSONTape

extension TapeValue {
  /// The value as it's shown where it can't be used: what a string holds, a number, `{…}`; cut to 40 characters.
  var shortText: String {
    let text: String =
      switch kind {
      case .string: String(decoding: utf8, as: UTF8.self)
      case .integer: String(integer)
      case .unsigned: String(unsigned)
      case .double: "\(double)"
      case .true: "true"
      case .false: "false"
      case .null: "null"
      case .array: "[…]"
      default: "{…}"
      }
    return text.count > 40 ? text.prefix(39) + "…" : text
  }
}

/// The value in a form that is read, where it can be told beyond doubt what is meant.
func acceptedForm(_ reason: SetAsideProblem, _ value: TapeValue) -> String? {
  switch reason {
  case .wrongType(.money), .wrongType(.number), .wrongType(.wholeNumber):
    value.kind == .string ? plainNumber(String(decoding: value.utf8, as: UTF8.self)) : nil
  case .unknownTime, .wrongType(.day), .wrongType(.birthday):
    value.kind == .string ? isoDate(String(decoding: value.utf8, as: UTF8.self)) : nil
  case .serialNumber: spreadsheetDay(value)
  case .wrongType(.boolean), .wrongType(.consent):
    switch value.shortText.lowercased() {
    case "true", "yes", "y", "1", "是": "true"
    case "false", "no", "n", "0", "否": "false"
    default: nil
    }
  default: nil
  }
}

/// `¥1,200.00` as `1200.00`: without signs, units and marks of thousands; nil where points and commas leave doubt.
func plainNumber(_ text: String) -> String? {
  let scalars = text.unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "'" && $0 != "\u{2019}" }
  let isDigit = { (scalar: Unicode.Scalar) in "0"..."9" ~= scalar }
  guard let first = scalars.firstIndex(where: isDigit), let last = scalars.lastIndex(where: isDigit),
    scalars[first...last].allSatisfy({ isDigit($0) || $0 == "." || $0 == "," }),
    !scalars[scalars.index(after: last)...].contains("-")
  else { return nil }
  let groups = String(String.UnicodeScalarView(scalars[first...last]))
    .split(separator: ",", omittingEmptySubsequences: false)
  // Commas stand between groups of three, and a point behind the last.
  guard groups.dropLast().allSatisfy({ !$0.contains(".") }), groups.count == 1 || groups[0].count <= 3,
    groups.dropFirst().allSatisfy({ $0.prefix { $0 != "." }.count == 3 }),
    groups.joined().count(where: { $0 == "." }) <= 1
  else { return nil }
  var number = groups.joined()
  while number.count > 1, number.hasPrefix("0"), !number.hasPrefix("0.") { number.removeFirst() }
  return (scalars[..<first].contains("-") ? "-" : "") + number
}

/// `2026/3/1`, `2026.03.01`, `2026年3月1日` as `2026-03-01`; nil where the year doesn't come first.
func isoDate(_ text: String) -> String? {
  let parts = text.prefix { $0 != "T" && $0 != " " }.split { "/.-年月日".contains($0) }
  guard parts.count == 3, parts[0].count == 4, let year = Int(parts[0]), let month = Int(parts[1]),
    let day = Int(parts[2]), let date = Day(year: year, month: month, day: day)
  else { return nil }
  return date.description
}

/// The day of a spreadsheet's serial number, counted from 30 December 1899, for days from 1954 to 2118.
private func spreadsheetDay(_ value: TapeValue) -> String? {
  let number: Double
  switch ReadNumber(value) {
  case .integer(let integer): number = Double(integer)
  case .number(let read): number = read
  default: return nil
  }
  guard (20_000...80_000).contains(number) else { return nil }
  return Day(rawValue: Int32(number) - 25_569).description
}

extension SetAsideProblem {
  init(_ problem: TimeProblem) {
    self =
      switch problem {
      case .malformed: .unknownTime
      case .outOfRange: .outOfRange
      case .serialNumber: .serialNumber
      }
  }
}

extension RecordReader {
  /// What should stand in a field, as far as it can be told.
  func hint(_ reason: SetAsideProblem, _ index: Int, _ value: TapeValue) -> String? {
    if let form = acceptedForm(reason, value) { return form }
    guard reason == .outOfRange else { return nil }
    switch plan.entries[index].operation {
    case .choice: return plan.choices.map { String(decoding: $0, as: UTF8.self) }.joined(separator: ", ")
    case .ratings: return "1–5"
    case .integer:
      let range = plan.ranges[index]
      return "\(range.lowerBound)–\(range.upperBound)"
    case .at, .time, .lastTime, .day: return "1970-01-01 – 2199-12-31"
    default: return nil
    }
  }

  /// A field of a record that no plan knows and that was probably meant to be another one, which is missing.
  @inline(never)
  func unknownField(meant entry: Int, in record: TapeValue) -> String? {
    FieldNames.unknown(meant: plan.names[entry], of: plan.feed, in: record)
  }
}
