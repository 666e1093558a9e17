import Bytes
import Community

/// On which days a member's own host turned to them by an activity; touchpoints and `touch` under the host's name are
/// signs too.
struct HostSigns: Sendable {
  /// By member, from the first day that matters on.
  private(set) var days: [DatedMember] = []
  private let first: Int32
  /// By row of the table of hosts, the symbol of the id.
  private let hosts: [UInt32]
  private var segments = 0
  private var rowsOfLast = 0

  /// - Complexity: O(activities + touchpoints) of segments that reach into the time looked at; O(activities) where
  ///   hosts answer an activity without saying whose it is.
  init(community: Community, moment: Moment, from first: Int32) {
    self.first = first
    hosts = community.hosts.map { community.symbols.symbol(of: $0.id)?.rawValue ?? 0 }
    let start = moment.zone.instant(of: Day(rawValue: first)).rawValue
    var (found, asked) = scan(community, moment, start, segment: 0, row: 0)
    if !asked.isEmpty {
      for segment in community[.activity].segments { asked.forEachAuthor(in: segment) { found.append($0) } }
    }
    found = found.filter { isOwnHost($0.host, of: $0.sign.member, community) }
    days = found.map(\.sign)
    days.sortAndUnique()
    mark(community)
  }

  /// A sign with the symbol of the host who gave it.
  fileprivate typealias Found = (sign: DatedMember, host: UInt32)

  private mutating func mark(_ community: Community) {
    segments = community[.activity].segments.count
    rowsOfLast = community[.activity].segments.last?.count ?? 0
  }

  /// Takes up activities of hosts that were appended. An answer to an id is looked up among the newest activities.
  ///
  /// - Returns: members to whom they turned.
  mutating func update(_ community: Community, _ moment: Moment) -> Set<Member.Index> {
    let start = moment.zone.instant(of: Day(rawValue: first)).rawValue
    var (found, asked) = scan(community, moment, start, segment: max(0, segments - 1), row: rowsOfLast)
    if !asked.isEmpty {
      for segment in community[.activity].segments.suffix(2) {
        asked.forEachAuthor(in: segment) { found.append($0) }
      }
    }
    mark(community)
    found = found.filter { isOwnHost($0.host, of: $0.sign.member, community) }
    for (sign, _) in found {
      let place = days.firstPlace(from: sign)
      if place == days.count || days[place] != sign { days.insert(sign, at: place) }
    }
    return Set(found.map { Member.Index(rawValue: $0.sign.member) })
  }

  private func isOwnHost(_ host: UInt32, of member: UInt32, _ community: Community) -> Bool {
    host != 0 && Int(member) < community.members.count
      && community.members[\.host, Member.Index(rawValue: member)].rawValue == host
  }

  private func scan(
    _ community: Community, _ moment: Moment, _ start: Int64, segment first: Int, row firstRow: Int
  ) -> ([Found], AskedActivities) {
    var found: [Found] = []
    var asked = AskedActivities()
    guard !hosts.isEmpty else { return (found, asked) }
    var clock = DayClock(zone: moment.zone)
    let now = moment.now.rawValue
    for (number, segment) in community[.activity].segments.enumerated().dropFirst(first)
    where segment.newest.rawValue >= start || !segment.newest.isKnown {
      for row in (number == first ? firstRow : 0)..<segment.count where segment.member[row] >= 0x8000_0000 {
        guard segment.at[row] >= start, segment.at[row] <= now, let host = segment.party(row).host else {
          continue
        }
        let day = clock.day(of: segment.at[row]).rawValue
        let to = segment.to.isEmpty ? Participant.none : Participant(rawValue: segment.to[row])
        if let member = to.member {
          found.append((DatedMember(member.rawValue, day), hosts[host]))
        } else if to == .none {
          segment.texts[ActivityField.replyTo.slot].withBytes(row: row) { id in
            if let id { asked.add(id, day: day, host: hosts[host]) }
          }
        }
      }
    }
    return (found, asked)
  }

  /// All signs: activities, touchpoints and touches.
  func all(_ community: Community, _ log: DecisionLog, _ moment: Moment) -> [DatedMember] {
    var signs = days
    var clock = DayClock(zone: moment.zone)
    let start = moment.zone.instant(of: Day(rawValue: first)).rawValue
    for segment in community[.touchpoints].segments
    where segment.newest.rawValue >= start || !segment.newest.isKnown {
      let column = segment.symbols[TouchpointField.host.slot]
      guard !column.isEmpty else { continue }
      for row in 0..<segment.count where column[row] != 0 {
        guard segment.at[row] >= start, segment.at[row] <= moment.now.rawValue,
          isOwnHost(column[row], of: segment.member[row], community)
        else { continue }
        signs.append(DatedMember(segment.member[row], clock.day(of: segment.at[row]).rawValue))
      }
    }
    for member in log.members { signs += touches(of: member, community, log, moment) }
    signs.sortAndUnique()
    return signs
  }

  /// A member's signs, in order.
  func all(of member: Member.Index, _ community: Community, _ log: DecisionLog, _ moment: Moment) -> [Int32] {
    var signs = days.days(of: member.rawValue)
    let table = community[.touchpoints]
    for row in community.rows(.touchpoints, of: member) {
      let (segment, offset) = table[row]
      let day = moment.zone.day(of: segment.instant(offset)).rawValue
      guard segment.instant(offset) <= moment.now, day >= first,
        isOwnHost(segment.symbol(TouchpointField.host, offset).rawValue, of: member.rawValue, community)
      else { continue }
      signs.append(day)
    }
    signs += touches(of: member, community, log, moment).map(\.day)
    signs.sortAndUnique()
    return signs
  }

  private func touches(
    of member: Member.Index, _ community: Community, _ log: DecisionLog, _ moment: Moment
  ) -> [DatedMember] {
    log.state(of: member).touches.compactMap { touch in
      let day = moment.zone.day(of: touch.at).rawValue
      guard day >= first, isOwnHost(touch.host.rawValue, of: member.rawValue, community) else { return nil }
      return DatedMember(member.rawValue, day)
    }
  }
}

/// Activities of hosts that name what they answer in place of a member.
private struct AskedActivities {
  private var ids = IDTable()
  private var answers: [[(day: Int32, host: UInt32)]] = []

  var isEmpty: Bool { answers.isEmpty }

  mutating func add(_ id: ByteView, day: Int32, host: UInt32) {
    if let place = ids.index(of: id) {
      answers[place].append((day, host))
    } else {
      ids.insert(id, index: answers.count)
      answers.append([(day, host)])
    }
  }

  func forEachAuthor(in segment: Segment, _ body: (HostSigns.Found) -> Void) {
    for row in 0..<segment.count where segment.member[row] < 0x8000_0000 {
      segment.ids.withBytes(row: row) { id in
        guard let id, let place = ids.index(of: id) else { return }
        for answer in answers[place] { body((DatedMember(segment.member[row], answer.day), answer.host)) }
      }
    }
  }
}
