import Community

/// How often each member was contacted lately by what the feed of touchpoints says. Contacts that are decisions are
/// counted from the log.
package struct ContactCounts: Sendable {
  package let moment: Moment
  /// By member: contacts today, and in the last 30 days with today; 255 stands for as many or more.
  private var today: [UInt8]
  private var month: [UInt8]

  /// The days within which contacts are counted, today included.
  package static let days = 30

  /// - Complexity: O(members + touchpoints).
  package init(community: Community, moment: Moment) {
    self.moment = moment
    today = [UInt8](repeating: 0, count: community.members.count)
    month = today
    var isContact = [Bool](repeating: false, count: community.symbols.count)
    for kind in community.program.recall.contactKinds {
      if let symbol = community.symbols.symbol(of: kind) { isContact[Int(symbol.rawValue)] = true }
    }
    let now = moment.now.rawValue
    let startOfToday = moment.start(ofWindow: 1).rawValue
    let start = moment.start(ofWindow: ContactCounts.days).rawValue
    for segment in community[.touchpoints].segments
    where segment.newest.rawValue >= start || !segment.isOrdered {
      let kinds = segment.symbols[TouchpointField.kind.slot]
      guard !kinds.isEmpty else { continue }
      for row in 0..<segment.count where isContact[Int(kinds[row])] {
        let at = segment.at[row]
        guard at >= start, at <= now, Int(segment.member[row]) < month.count else { continue }
        let member = Int(segment.member[row])
        month[member] = max(month[member], month[member] &+ 1)
        if at >= startOfToday { today[member] = max(today[member], today[member] &+ 1) }
      }
    }
  }

  /// Touchpoints that are contacts.
  @inline(__always)
  func touchpoints(_ member: Member.Index) -> (today: Int, month: Int) {
    member.value < month.count ? (Int(today[member.value]), Int(month[member.value])) : (0, 0)
  }
}

/// Whether a member may be contacted now, and if not, why.
package enum MayContact: Hashable, Sendable {
  case yes
  /// On the stop-list.
  case stopped
  /// Every channel on which the member could be reached is refused.
  case refused
  /// So many contacts today, or in 30 days, which are as many as there may be.
  case cappedToday(Int)
  case cappedThisMonth(Int)
}

/// What members consented to.
struct Consents {
  private let all: UInt32?

  init(_ community: Community) { all = community.symbols.symbol(of: "all")?.rawValue }

  /// Nil when contact isn't refused.
  @inline(__always)
  func refusal(_ member: Member.Index, _ community: Community) -> MayContact? {
    let (block, row) = community.members.place(member)
    var hasRefusal = false
    var isStopped = false
    community.members.blocks[block].consents.withReader { lists in
      let words = lists[row]
      for place in stride(from: 0, to: words.count - 1, by: 2) where words[place + 1] == 0 {
        hasRefusal = true
        if words[place] == all { isStopped = true }
      }
    }
    if isStopped { return .stopped }
    return hasRefusal && !Consents.isReachable(member, community) ? .refused : nil
  }

  /// Whether there's any channel on which the member can be reached and hasn't refused.
  static func isReachable(_ member: Member.Index, _ community: Community) -> Bool {
    let (block, row) = community.members.place(member)
    // Most members have neither consents nor aliases.
    if community.members.blocks[block].consents[row].isEmpty,
      !community.members.blocks[block].aliases.has(row: row)
    {
      return community.members.blocks[block].phones.has(row: row)
        || community.members.blocks[block].emails.has(row: row)
    }
    return !channels(of: member, community).isEmpty
  }

  /// Channels on which the member can be reached and hasn't refused: those with an alias, phone and e-mail where
  /// there's a number or an address, and those consented to. By bytes.
  static func channels(of member: Member.Index, _ community: Community) -> [String] {
    let stated = community.members.consents(member).map { (community.symbols[$0.channel], $0.isGiven) }
    guard !stated.contains(where: { $0.0 == "all" && !$0.1 }) else { return [] }
    var channels = Set(community.members.aliases(member).map(\.channel))
    let (block, row) = community.members.place(member)
    if community.members.blocks[block].phones.has(row: row) { channels.insert("phone") }
    if community.members.blocks[block].emails.has(row: row) { channels.insert("email") }
    for (channel, isGiven) in stated where isGiven && channel != "all" { channels.insert(channel) }
    for (channel, isGiven) in stated where !isGiven { channels.remove(channel) }
    return channels.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}

extension Community {
  /// Channels on which a member can be reached and hasn't refused, with the member's id there where one is known.
  /// None for whoever is on the stop-list.
  package func openChannels(of member: Member.Index) -> [(channel: String, alias: String?)] {
    let aliases = members.aliases(member)
    return Consents.channels(of: member, self).map { channel in
      (channel, aliases.first { $0.channel == channel }?.id)
    }
  }
}

/// How often a member may be contacted.
struct ContactCap {
  private let aDay: Int
  private let aMonth: Int
  private let startOfToday: Instant
  private let startOfMonth: Instant

  init(_ program: Program, _ moment: Moment) {
    aDay = program.recall.contactsADay
    aMonth = program.recall.contactsAMonth
    startOfToday = moment.start(ofWindow: 1)
    startOfMonth = moment.start(ofWindow: ContactCounts.days)
  }

  /// Nil while the member may be contacted once more.
  @inline(__always)
  func refusal(_ touchpoints: (today: Int, month: Int), _ decisions: [LoggedDecision]) -> MayContact? {
    var (today, month) = touchpoints
    for contact in decisions {
      if contact.at >= startOfToday { today += 1 }
      if contact.at >= startOfMonth { month += 1 }
    }
    if today >= aDay { return .cappedToday(today) }
    return month >= aMonth ? .cappedThisMonth(month) : nil
  }
}
