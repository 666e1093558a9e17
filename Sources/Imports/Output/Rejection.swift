import Community

/// A row, record or field that wasn't taken, and why.
package struct Rejection: Hashable, Sendable {
  package var file: String
  /// From 1: the row of a table with its head counted, the line or element of JSON; 0 for a whole file.
  package var row: Int
  /// The source's field; nil for the whole row.
  package var field: String?
  /// What stood there, 80 characters of it at most.
  package var value: String?
  package var reason: RejectionReason

  package init(file: String, row: Int, field: String? = nil, value: String? = nil, reason: RejectionReason) {
    self.file = file
    self.row = row
    self.field = field
    self.value = value
    self.reason = reason
  }
}

/// Why a row, record or field wasn't taken.
package enum RejectionReason: String, CaseIterable, Hashable, Sendable {
  // The whole row.
  /// A field that the feed can't do without is empty.
  case missing
  case brokenJSON
  case notARecord
  case rowTooLong
  case quoteNeverClosed
  /// Another number of cells than the head has.
  case extraCells
  case unknownRecord
  case testOrder
  case cancelledOrder
  case unpaidOrder
  case otherCurrency
  case noMember
  case unknownOrder
  case privateMessage
  case incompleteAnswer
  case noScoreQuestion
  case needsSurveyDefinition
  case unknownSurveyKind
  case failedAnswer
  case forecastPast
  case systemMessage
  case staffOnly
  case superseded
  // A field.
  case notATime
  case notADay
  case notABirthday
  case notAnAmount
  case notAWholeNumber
  case notANumber
  case notABoolean
  case outOfRange
  case invalidText
  /// A number that a spreadsheet shortened: `1.38E+10`.
  case shortenedNumber
  /// A number of more digits than a spreadsheet keeps.
  case tooManyDigits
  case formula
  case spreadsheetError
  case encrypted
  case undatedReactions
  case namelessReactions
  case unknownName

  /// Whether only a field is concerned, while the rest of the row is taken.
  package var isOfField: Bool {
    switch self {
    case .notATime, .notADay, .notABirthday, .notAnAmount, .notAWholeNumber, .notANumber, .notABoolean,
      .outOfRange, .invalidText, .shortenedNumber, .tooManyDigits, .formula, .spreadsheetError, .encrypted,
      .undatedReactions, .namelessReactions, .unknownName:
      true
    default: false
    }
  }
}

/// Rejections, listed up to a limit and counted beyond it.
package struct Rejections: Sendable {
  /// The first ones, in the order of the source.
  package fileprivate(set) var listed: [Rejection] = []
  /// All of them by reason.
  package private(set) var counts: [RejectionReason: Int] = [:]

  package var count: Int { counts.values.reduce(0, +) }
  package var unlisted: Int { count - listed.count }

  /// Memory stays small, whatever a file holds.
  static let limit = 10_000

  mutating func add(_ rejection: Rejection) {
    counts[rejection.reason, default: 0] += 1
    if listed.count < Rejections.limit { listed.append(rejection) }
  }

  mutating func add(_ other: Rejections) {
    counts.merge(other.counts, uniquingKeysWith: +)
    listed += other.listed.prefix(Rejections.limit - listed.count)
  }
}

extension Rejections {
  mutating func move(down rows: Int) {
    for index in listed.indices { listed[index].row += rows }
  }
}
