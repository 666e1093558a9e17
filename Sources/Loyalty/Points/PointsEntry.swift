import Bytes
import Community

/// One record that changes an account's points, or would.
struct PointsEntry {
  /// What kind it is, in the order in which entries of one instant count.
  enum Kind: UInt32 {
    /// A record of the feed of points.
    case change
    /// Where points are earned by rules.
    case purchase, activity, referral, refund
  }

  /// Milliseconds since 1970.
  var at: Int64
  /// The points of a record; hundredths of a purchase or refund.
  var value: Int64
  /// Of a record of the feed: when the points expire, `Instant.unknown` where the programme decides.
  var expires: Int64
  /// Of the feed's record, of the order, of the activity; for a referral of the person's first purchase.
  var row: UInt32
  /// A symbol: the reason; of an activity its place among the programme's; of a referral the person who bought.
  var word: UInt32
  var member: UInt32
  /// The local day, and in the lowest bits the kind.
  private var bits: UInt32

  init(
    _ kind: Kind, at: Int64, day: Day, value: Int64 = 0, expires: Int64 = Instant.unknown.rawValue,
    row: UInt32, word: UInt32 = 0, member: UInt32
  ) {
    self.at = at
    self.value = value
    self.expires = expires
    self.row = row
    self.word = word
    self.member = member
    bits = UInt32(bitPattern: day.rawValue) << 3 | kind.rawValue
  }

  /// The kind is what the initializer was given.
  var kind: Kind { Kind(rawValue: bits & 7) ?? .change }
  var day: Day { Day(rawValue: Int32(bitPattern: bits) >> 3) }

  /// Where the points came from or went, as a `PointsWord` or a symbol.
  var reason: UInt32 {
    switch kind {
    case .change: word
    case .purchase: PointsWord.purchase
    case .activity: PointsWord.firstActivity - word
    case .referral: PointsWord.referral
    case .refund: PointsWord.refund
    }
  }

  /// Whether points are taken by a record that says when they expire: there is no lot below zero, so that means nothing.
  var isNegativeLot: Bool { kind == .change && value < 0 && expires != Instant.unknown.rawValue }

  /// In order of time; at one instant by kind, then as the files have it.
  @inline(__always)
  static func precedes(_ left: PointsEntry, _ right: PointsEntry) -> Bool {
    if left.at != right.at { return left.at < right.at }
    if left.bits != right.bits { return left.bits < right.bits }
    return left.row < right.row
  }

  /// Entries come nearly in order.
  static func sort(_ entries: MutableBufferView<PointsEntry>) {
    guard entries.count > 1 else { return }
    if entries.count > 32 {
      if (1..<entries.count).contains(where: { precedes(entries[$0], entries[$0 - 1]) }) {
        var sorting = entries
        sorting.sort(by: precedes)
      }
      return
    }
    for index in 1..<entries.count {
      let entry = entries[index]
      var place = index
      while place > 0, precedes(entry, entries[place - 1]) {
        entries[place] = entries[place - 1]
        place -= 1
      }
      entries[place] = entry
    }
  }
}

/// Words for where points came from or went, beside the symbols of reasons that records have.
enum PointsWord {
  static let unnamed = UInt32.max
  static let redemption = UInt32.max - 1
  static let purchase = UInt32.max - 2
  static let referral = UInt32.max - 3
  static let social = UInt32.max - 4
  static let refund = UInt32.max - 5
  /// Less the place of an activity among the programme's.
  static let firstActivity = UInt32.max - 16

  /// Nil for records without a reason.
  static func text(_ word: UInt32, _ community: Community) -> String? {
    switch word {
    case unnamed: return nil
    case redemption: return "redemption"
    case purchase: return "purchase"
    case referral: return "referral"
    case social: return "social"
    case refund: return "refund"
    default: break
    }
    if Int(word) < community.symbols.count { return community.symbols[Symbol(rawValue: word)] }
    let activities = community.program.points.activities
    let place = Int(firstActivity - word)
    return activities.indices.contains(place) ? activities[place].type : nil
  }
}
