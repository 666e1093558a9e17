import Community

/// How the records of one feed are read: what each key means and where its value goes.
struct RecordPlan: Sendable {
  /// What a value is read as.
  enum Operation: UInt8, Sendable {
    case id, at, member, to, time, day, birthday, money, integer, number
    /// A time of which a bare date means the end of that day.
    case lastTime
    /// A word.
    case symbol
    /// A word of a closed list.
    case choice
    case text
    case ratings
    /// An array of words.
    case tags
    /// An object of texts.
    case aliases
    /// An object of true and false.
    case consents
  }

  /// One key. It holds no references, because it is looked at for every field of every record.
  struct Entry: Sendable {
    /// The first eight and the next eight bytes of the key behind its length in 32 bits, as it stands on the tape,
    /// and which of their bits count.
    let first: UInt64
    let firstMask: UInt64
    let second: UInt64
    let secondMask: UInt64
    /// The first eight and the next four bytes of the key by themselves, zeros behind its end.
    let key: UInt64
    let keyMask: UInt64
    let keyRest: UInt32
    let keyRestMask: UInt32
    let length: Int
    let operation: Operation
    /// Whether whole numbers are taken as ids.
    let isID: Bool
    /// The column of its kind.
    let slot: UInt8

    init(_ name: [UInt8], _ operation: Operation, slot: Int, isID: Bool) {
      precondition(name.count <= 12, "keys are told apart by twelve bytes")
      let bytes = [UInt8(name.count), 0, 0, 0] + name
      func word(_ start: Int) -> (UInt64, UInt64) {
        var word: UInt64 = 0
        var mask: UInt64 = 0
        for place in start..<max(start, min(start + 8, bytes.count)) {
          word |= UInt64(bytes[place]) << UInt64((place - start) * 8)
          mask |= 0xFF << UInt64((place - start) * 8)
        }
        return (word, mask)
      }
      (first, firstMask) = word(0)
      (second, secondMask) = word(8)
      key = first >> 32 | second << 32
      keyMask = firstMask >> 32 | secondMask << 32
      keyRest = UInt32(second >> 32)
      keyRestMask = UInt32(secondMask >> 32)
      length = name.count
      self.operation = operation
      self.isID = isID
      self.slot = UInt8(slot)
    }
  }

  let feed: Feed
  private(set) var entries: [Entry] = []
  private(set) var names: [String] = []
  /// What integers may be, by entry.
  private(set) var ranges: [ClosedRange<Int64>] = []
  /// The words that a `choice` may be.
  let choices: [[UInt8]]
  /// A bit for each entry that a record must have.
  private(set) var required: UInt64 = 0
  /// A bit for each entry that a record may lack, but not have wrong.
  private(set) var nullable: UInt64 = 0
  private(set) var times = 0
  private(set) var integers = 0
  private(set) var symbols = 0
  private(set) var texts = 0
  private(set) var lists = 0

  init(_ feed: Feed) {
    self.feed = feed
    choices = (RecordPlan.choices[feed] ?? []).map { Array($0.utf8) }
    if feed == .members { addMemberEntries() } else { addEntries() }
  }

  private mutating func add(
    _ name: String, _ operation: Operation, slot: Int = 0, isID: Bool = false, isRequired: Bool = false,
    range: ClosedRange<Int64> = .min ... .max
  ) {
    precondition(entries.count < 64, "fields are told apart by 64 bits")
    if isRequired { required |= 1 << UInt64(entries.count) }
    names.append(name)
    ranges.append(range)
    entries.append(Entry(Array(name.utf8), operation, slot: slot, isID: isID))
    switch operation {
    case .id, .at, .member, .to: break
    case .time, .lastTime: times = max(times, slot + 1)
    case .day, .birthday, .money, .integer, .number: integers = max(integers, slot + 1)
    case .symbol, .choice: symbols = max(symbols, slot + 1)
    case .text, .aliases: texts = max(texts, slot + 1)
    case .ratings, .tags, .consents: lists = max(lists, slot + 1)
    }
  }

  /// Plans by `Feed.rawValue`; nil for hosts and campaigns, which are read as trees.
  static let all: [RecordPlan?] = Feed.allCases.map {
    $0 == .hosts || $0 == .campaigns ? nil : RecordPlan($0)
  }

  /// Fields whose values are ids of something, and so may be whole numbers.
  private static let idFields: Set<String> = [
    "campaign", "challenge", "reply_to", "refund_of", "trigger", "host", "order", "reward", "play", "arm",
    "rule",
    "survey", "undoes", "referrer", "household",
  ]

  /// Words of the fields that take no others.
  private static let choices: [Feed: [String]] = [
    .surveys: ["nps", "csat", "ces"],
    .decisions: [
      "recall", "hold_out", "snooze", "dismiss", "claim", "release", "hand", "note", "touch", "skip",
      "contact",
      "close", "fix", "undo",
    ],
  ]
  private static let choiceFields = [Feed.surveys: "kind", .decisions: "action"]

  private mutating func addEntries() {
    if feed != .weather {
      add("id", .id, isRequired: feed == .decisions)
      add("member", .member, isRequired: feed != .surveys && feed != .decisions)
      if feed == .surveys { nullable |= 1 << UInt64(entries.count - 1) }
      add("at", .at, isRequired: true)
    }
    if feed == .activity { add("to", .to) }
    for field in feed.fields {
      var range = Int64.min ... .max
      let operation: Operation
      switch field.kind {
      case .time: operation = field == PointField.expires ? .lastTime : .time
      case .day: operation = .day
      case .money: operation = .money
      case .integer(let limits): (operation, range) = (.integer, limits)
      case .number: operation = .number
      case .symbol: operation = RecordPlan.choiceFields[feed] == field.name ? .choice : .symbol
      case .text: operation = .text
      case .ratings: operation = .ratings
      }
      add(
        field.name, operation, slot: field.slot, isID: RecordPlan.idFields.contains(field.name),
        isRequired: field.isRequired, range: range)
    }
  }

  private mutating func addMemberEntries() {
    add("id", .id, isRequired: true)
    add("name", .text, slot: MemberSlot.name)
    add("joined", .time, slot: MemberSlot.joined)
    add("birthday", .birthday, slot: MemberSlot.birthday)
    add("city", .symbol, slot: MemberSlot.city)
    add("region", .symbol, slot: MemberSlot.region)
    add("store", .symbol, slot: MemberSlot.store)
    add("channel", .symbol, slot: MemberSlot.channel)
    add("host", .symbol, slot: MemberSlot.host, isID: true)
    add("referrer", .text, slot: MemberSlot.referrer, isID: true)
    add("household", .text, slot: MemberSlot.household, isID: true)
    add("tags", .tags, slot: MemberSlot.tags)
    add("aliases", .aliases, slot: MemberSlot.aliases)
    add("phone", .text, slot: MemberSlot.phone)
    add("email", .text, slot: MemberSlot.email)
    add("consent", .consents, slot: MemberSlot.consents)
  }
}

/// Columns of members as the reader has them before they become a `Members.Block`.
enum MemberSlot {
  static let joined = 0
  static let birthday = 0
  static let city = 0
  static let region = 1
  static let store = 2
  static let channel = 3
  static let host = 4
  static let name = 0
  static let referrer = 1
  static let household = 2
  static let aliases = 3
  static let phone = 4
  static let email = 5
  static let tags = 0
  static let consents = 1
}
