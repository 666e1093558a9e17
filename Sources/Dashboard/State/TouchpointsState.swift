import Community
import Loyalty

/// A part of the panel of touchpoints.
public enum TouchpointSection: String, CaseIterable, Sendable {
  case today, ahead, missed, overdrawn, delights, calendar, accounts

  /// Whether it's a list of members.
  var isList: Bool { self != .calendar && self != .accounts }
}

/// The panel of touchpoints: whom to touch today and what came of it, and what stands in the emotional accounts.
public struct TouchpointsState: Sendable {
  /// Nil until they are worked out.
  @Indirect public var figures: TouchpointFigures? = nil
  public var section = TouchpointSection.today
  /// What is selected in each list: the row's key, and where it stands.
  public var places: [TouchpointSection: Place] = [:]
  /// Keys of marked rows.
  public var marks: Set<String> = []

  public init() {}

  /// A place in a list that follows what is selected, not where it stood.
  public struct Place: Hashable, Sendable {
    public var key: String?
    public var scroll = ScrollState()
  }
}

/// A line of one of the lists.
public struct TouchpointRow: Hashable, Sendable {
  /// The same as long as it's about the same member and occasion.
  public var key: String
  public var member: Member.Index
  /// The place of the rule; nil in the lists of accounts.
  public var rule: Int?
  /// The occasion; of what is to come, the day on which its window opens; of what was missed, the day on which it closed;
  /// of a moment beyond expectation, its day.
  public var day: Day
  /// The last day of the window.
  public var closes: Day?
  /// To whom the touch was left.
  public var host: Symbol?
  /// What decisions are about; nil in the lists of what isn't due.
  public var touch: TouchKey?
  /// What the moment was worth.
  public var worth: Double?
  /// The kind of entry that the moment was.
  public var kind: BilingualText?
}

/// The lists of one state of the folder with what stands behind them; made off the main thread.
public struct TouchpointFigures: Sendable {
  public var calendar: TouchpointCalendar
  public var account: EmotionalAccounts?
  public var roster: Roster
  private var lists: [TouchpointSection: [TouchpointRow]] = [:]
  /// Overdrawn members, listed or not.
  public private(set) var overdrawnCount = 0

  /// Rows of a list, and of each rule in the list of today, that are at hand at most.
  static let limit = 500

  /// - Parameter roster: with measures.
  /// - Complexity: O(members) for the overdrawn, else O(`limit` × rules).
  /// - Returns: nil while the roster's measures have no calendar.
  public init?(_ roster: Roster) {
    guard let measures = roster.measures, let calendar = measures.touchpoints else { return nil }
    self.roster = roster
    self.calendar = calendar
    account = measures.account
    lists[.today] = today()
    lists[.ahead] = ahead()
    lists[.missed] = missed()
    guard let account else { return }
    lists[.overdrawn] = account.overdrawn(limit: Self.limit).map { member in
      TouchpointRow(key: id(member), member: member, rule: nil, day: roster.moment.today)
    }
    overdrawnCount = account.summary.members(in: .overdrawn)
    lists[.delights] = account.summary.delights.prefix(Self.limit).map { delight in
      TouchpointRow(
        key: "\(id(delight.member))|\(delight.at.rawValue)|\(delight.kind?.id ?? "")",
        member: delight.member, rule: nil, day: roster.moment.zone.day(of: delight.at), worth: delight.worth,
        kind: delight.kind?.name)
    }
  }

  public func rows(_ section: TouchpointSection) -> [TouchpointRow] { lists[section] ?? [] }

  func id(_ member: Member.Index) -> String { roster.community.members.id(member) }

  private func key(_ member: Member.Index, _ rule: Int, _ day: Day) -> String {
    "\(id(member))|\(calendar.rules[rule].id)|\(day)"
  }

  /// What ends first comes first; on one day, in the order of the rules.
  private func today() -> [TouchpointRow] {
    calendar.dues(limit: Self.limit).map { due in
      TouchpointRow(
        key: key(due.member, due.place, due.occasion), member: due.member, rule: due.place,
        day: due.occasion, closes: due.closes, host: due.handedTo,
        touch: TouchKey(member: id(due.member), rule: calendar.rules[due.place].id))
    }.sorted {
      ($0.closes ?? $0.day, $0.rule ?? 0, $0.member) < ($1.closes ?? $1.day, $1.rule ?? 0, $1.member)
    }
  }

  private func ahead() -> [TouchpointRow] {
    var rows: [TouchpointRow] = []
    for day in calendar.nextDays {
      for (place, members) in day.members.enumerated() {
        for member in members {
          rows.append(
            TouchpointRow(key: key(member, place, day.day), member: member, rule: place, day: day.day))
        }
        if rows.count > 2 * Self.limit { return rows }
      }
    }
    return rows
  }

  /// What closed last comes first.
  private func missed() -> [TouchpointRow] {
    let rows = calendar.missed.enumerated().flatMap { place, occasions in
      occasions.prefix(Self.limit).map { occasion in
        TouchpointRow(
          key: key(occasion.member, place, occasion.closed), member: occasion.member, rule: place,
          day: occasion.closed)
      }
    }
    return rows.sorted { ($1.day, $0.rule ?? 0, $0.member) < ($0.day, $1.rule ?? 0, $1.member) }
  }
}

/// What lies over the panel.
public enum TouchpointOverlay: Sendable {
  case snooze(LineEditor)
  case hand(LineEditor)
  /// All marked rows, before anything is decided about them.
  case confirm(TouchAction)
}
