import Community
import JSONTape

/// What becomes of the fields of a source: a Frictionless Table Schema with a target for each field.
///
/// The manual's page `importing` describes the file.
package struct Mapping: Hashable, Sendable {
  /// Each makes records of one feed from every row.
  package var tables: [MappingTable] = []
  /// How a table of cells is written; nil finds out.
  package var dialect: Dialect?
  package var encoding: TextEncoding?
  /// Of a workbook, the sheet that is meant; nil means every one.
  package var sheet: String?
  /// Of a JSON document, the path to its array of records; nil finds out.
  package var records: String?

  package init() {}
}

/// One feed's records, made of rows or records of a source.
package struct MappingTable: Hashable, Sendable {
  package var feed: Feed
  package var fields: [MappedField] = []
  package var missingValues: [String] = MappingTable.usualMissingValues
  /// Fields whose values together are a record's id.
  package var primaryKey: [String] = []
  /// Fields of the feed that are the same in every record, by dotted path.
  package var constants: [Constant] = []
  /// Conditions that a row has to meet.
  package var when: [Condition] = []
  /// Rows that are left out, and why.
  package var leaveOut: [LeaveOut] = []
  /// The path of an array within a record, each of whose elements makes a record; `$.` before a field's name then means
  /// the record around it.
  package var split: String?
  /// Tells records of one member that come from different places, so that one doesn't replace another: `unsubscribe`.
  package var part: String?
  /// Put before every id, so that two sources can't share one by chance.
  package var prefix: String?
  /// The field by which a row takes back a record, and the value that does.
  package var removeWhen: Condition?

  package static let usualMissingValues = ["", "-", "--", "—", "/", "N/A", "n/a", "NULL", "null", "无", "暂无"]

  package init(feed: Feed) { self.feed = feed }

  package struct Constant: Hashable, Sendable {
    package var target: String
    package var value: String
    /// Whether it's written without quotation marks.
    package var isBare: Bool

    package init(_ target: String, _ value: String, isBare: Bool = false) {
      self.target = target
      self.value = value
      self.isBare = isBare
    }
  }

  /// A field and the values that are meant.
  package struct Condition: Hashable, Sendable {
    package var field: String
    package var test: Test

    package enum Test: Hashable, Sendable {
      case present
      case absent
      case oneOf([String])
      /// Something else, or nothing.
      case noneOf([String])
    }

    package init(_ field: String, _ test: Test) {
      self.field = field
      self.test = test
    }
  }

  package struct LeaveOut: Hashable, Sendable {
    package var when: Condition
    package var reason: RejectionReason
    /// Whether a record of that id that was taken earlier goes too.
    package var removes: Bool

    package init(_ when: Condition, _ reason: RejectionReason, removes: Bool = false) {
      self.when = when
      self.reason = reason
      self.removes = removes
    }
  }
}

/// A field of the source and where it goes.
package struct MappedField: Hashable, Sendable {
  /// The head of a column, or the path of a value in a record: `customer.email`.
  package var name: String
  package var type = FieldType.string
  /// Of dates: `default` (ISO 8601), `any`, a pattern as `%d/%m/%Y`, `epoch`, `utc`. Of numbers: `minor`.
  package var format: String?
  /// The field of the feed, dots within objects: `amount`, `consent.sms`; nil when the field isn't taken.
  package var to: String?
  package var missingValues: [String]?
  package var decimalChar: UInt8?
  /// What stands between the values of a list.
  package var split: String?
  /// What words become.
  package var values: [String: String] = [:]
  /// Whether an amount was taken off, so that it's below zero however its sign is written.
  package var negate = false
  /// The field that names the currency of an amount.
  package var currency: String?
  /// A field whose text follows this one's, a space between: the surname.
  package var and: String?
  /// Whether the value becomes a fingerprint, as of a phone number that serves for an id.
  package var isHashed = false
  /// Not prefixed although the table has a prefix.
  package var isPlain = false

  package init(_ name: String, to: String?, type: FieldType = .string, format: String? = nil) {
    self.name = name
    self.to = to
    self.type = type
    self.format = format
  }
}

/// The types of a Table Schema that are used.
package enum FieldType: String, CaseIterable, Sendable {
  case string, integer, number, boolean, date, datetime, array
}

/// What is wrong in a mapping file.
package enum MappingProblem: Error, Hashable, Sendable {
  case notJSON(line: Int, column: Int)
  case unknownKey(path: String, nearest: String?)
  case wrongType(path: String)
  case badValue(path: String, value: String, nearest: String?)
  case missing(path: String)
}

/// The fields that a feed takes, and how a source's value is turned into each.
package enum FeedTargets {
  enum Kind: Hashable {
    case id, text, time, day, birthday, money, integer, number, boolean, list, phone
    /// Not written: `currency`, `status`, `test`.
    case control
  }

  /// Names that end in `.*` take any name there.
  static func kinds(of feed: Feed) -> [(name: String, kind: Kind)] {
    switch feed {
    case .members:
      [
        ("id", .id), ("name", .text), ("joined", .time), ("birthday", .birthday), ("city", .text),
        ("region", .text),
        ("store", .text), ("channel", .text), ("host", .id), ("referrer", .id), ("household", .id),
        ("tags", .list),
        ("phone", .phone), ("email", .text), ("aliases.*", .id), ("consent.*", .boolean),
      ]
    case .orders:
      [
        ("id", .id), ("member", .id), ("at", .time), ("amount", .money), ("category", .text),
        ("items", .integer),
        ("channel", .text), ("store", .text), ("campaign", .id), ("arm", .text), ("refund_of", .id),
        ("discount", .money), ("list_amount", .money), ("currency", .control), ("status", .control),
        ("test", .control),
      ]
    case .activity:
      [
        ("id", .id), ("member", .id), ("at", .time), ("type", .text), ("to", .id), ("reply_to", .id),
        ("space", .text),
        ("text", .text), ("campaign", .id), ("challenge", .id),
      ]
    case .touchpoints:
      [
        ("id", .id), ("member", .id), ("at", .time), ("kind", .text), ("value", .number), ("trigger", .text),
        ("host", .id), ("channel", .text), ("note", .text), ("campaign", .id), ("arm", .text),
      ]
    case .surveys:
      [
        ("id", .id), ("member", .id), ("at", .time), ("kind", .text), ("score", .integer), ("text", .text),
        ("stage", .text), ("ratings.*", .number), ("channel", .text), ("store", .text),
      ]
    case .complaints:
      [
        ("id", .id), ("member", .id), ("at", .time), ("level", .integer), ("topic", .text), ("text", .text),
        ("answered", .time), ("resolved", .time), ("compensation", .text), ("store", .text), ("cause", .text),
      ]
    case .points:
      [
        ("id", .id), ("member", .id), ("at", .time), ("delta", .integer), ("reason", .text),
        ("expires", .time),
        ("order", .id), ("reward", .id),
      ]
    case .hosts: [("id", .id), ("name", .text), ("region", .text), ("store", .text)]
    case .weather:
      [("city", .text), ("date", .day), ("condition", .text), ("high", .number), ("low", .number)]
    case .campaigns:
      [
        ("id", .id), ("name", .text), ("play", .id), ("starts", .time), ("ends", .time), ("goal", .text),
        ("window_days", .integer),
      ]
    case .decisions: []
    }
  }

  static func kind(of target: String, in feed: Feed) -> Kind? {
    let kinds = kinds(of: feed)
    if let exact = kinds.first(where: { $0.name == target }) { return exact.kind }
    guard let dot = target.firstIndex(of: "."), target[target.index(after: dot)...].isEmpty == false else {
      return nil
    }
    return kinds.first { $0.name == target[...dot] + "*" }?.kind
  }

  /// The names that a target may have, for people.
  package static func names(of feed: Feed) -> [String] { kinds(of: feed).map(\.name) }

  /// What a record of the feed can't do without, apart from what's constant.
  static func required(of feed: Feed) -> [String] {
    switch feed {
    case .members, .hosts, .campaigns: ["id"]
    case .orders: ["member", "at", "amount"]
    case .activity: ["member", "at", "type"]
    case .touchpoints: ["member", "at", "kind"]
    case .surveys: ["at", "kind", "score"]
    case .complaints: ["member", "at"]
    case .points: ["member", "at", "delta"]
    case .weather: ["city", "date"]
    case .decisions: []
    }
  }
}

extension FeedTargets {
  /// The type that a field has that fills a target.
  package static func type(of target: String?, in feed: Feed) -> FieldType {
    guard let target, let kind = kind(of: target, in: feed) else { return .string }
    return switch kind {
    case .time: .datetime
    case .day, .birthday: .date
    case .money, .number: .number
    case .integer: .integer
    case .boolean: .boolean
    case .list: .array
    case .id, .text, .phone, .control: .string
    }
  }
}
