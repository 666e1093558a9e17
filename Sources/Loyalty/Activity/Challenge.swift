import Algorithms
import Community

/// A habit that members keep for some days: check-ins that name it.
///
/// It begins on the day that the campaign of its id names, else with the first check-in of anybody. Whoever checks in
/// on one of its days takes part.
package struct Challenge: Sendable {
  /// One who takes part.
  package struct Participant: Hashable, Sendable {
    package let member: Member.Index
    /// The days on which the member checked in, the first one of the challenge in the lowest bit.
    package internal(set) var days: UInt64

    /// The number of the member's first day and of the last one so far, from 1.
    package var firstDay: Int { days.trailingZeroBitCount + 1 }
    package var lastDay: Int { 64 - days.leadingZeroBitCount }
    /// On how many days the member checked in.
    package var checkIns: Int { days.nonzeroBitCount }

    package func checkedIn(on day: Int) -> Bool {
      (1...64).contains(day) && days >> UInt64(day - 1) & 1 != 0
    }

    /// Days in a row up to a day.
    package func streak(upTo day: Int) -> Int {
      var streak = 0
      while checkedIn(on: day - streak) { streak += 1 }
      return streak
    }

    /// The longest row of days.
    package var longestStreak: Int {
      var days = days
      var longest = 0
      while days != 0 {
        days &= days << 1
        longest += 1
      }
      return longest
    }
  }

  package let name: Symbol
  package let first: Day
  /// How many days it goes on.
  package let length: Int
  /// Its day today, from 1; beyond `length` when it's over.
  package let today: Int
  /// In the order of the members.
  package let participants: [Participant]

  /// Whether today is one of its days.
  package var isRunning: Bool { (1...length).contains(today) }

  /// How many checked in on a day, from 1.
  package func checkIns(on day: Int) -> Int { participants.count { $0.checkedIn(on: day) } }

  /// Those who checked in on the day or later ÷ all who take part, for each day up to today: the curve of
  /// those who drop off. Empty before the first day.
  package var kept: [Double] {
    let days = min(length, today)
    guard days > 0, !participants.isEmpty else { return [] }
    var lasting = [Int](repeating: 0, count: 66)
    for participant in participants { lasting[participant.lastDay] += 1 }
    for day in (1...64).reversed() { lasting[day] += lasting[day + 1] }
    return (1...days).map { Double(lasting[$0]) / Double(participants.count) }
  }

  /// The days in a row up to today, or up to yesterday where today's check-in is still to come.
  package func streak(of participant: Participant) -> Int {
    let last = min(today, length)
    return participant.checkedIn(on: last) || today > length
      ? participant.streak(upTo: last) : participant.streak(upTo: last - 1)
  }

  package func participant(_ member: Member.Index) -> Participant? {
    let place = participants.partitioningIndex { $0.member >= member }
    return place < participants.count && participants[place].member == member ? participants[place] : nil
  }

  /// Whether a member who had begun before a day didn't check in on it. False on days that aren't the challenge's.
  package func missed(_ participant: Participant, on day: Int) -> Bool {
    (1...length).contains(day) && participant.firstDay < day && !participant.checkedIn(on: day)
  }

  /// Who had begun before yesterday and didn't check in yesterday. Nobody, once yesterday is no day of the challenge.
  package var missedYesterday: [Participant] { participants.filter { missed($0, on: today - 1) } }
}

/// All challenges, the newest first.
package struct Challenges: Sendable {
  package let all: [Challenge]
  package var running: [Challenge] { all.filter(\.isRunning) }

  /// - Complexity: O(activities), and O(*n* log *n*) for *n* check-ins.
  package init(community: Community, figures: MemberFigures) {
    let moment = figures.moment
    let counted = CountedMembers(community: community, figures: figures)
    let now = moment.now.rawValue
    var clock = DayClock(zone: moment.zone)
    var checkIns: [UInt32: [(member: UInt32, day: Int32)]] = [:]
    for segment in community[.activity].segments {
      let names = segment.symbols[ActivityField.challenge.slot]
      guard !names.isEmpty else { continue }
      for row in 0..<segment.count where names[row] != 0 && segment.at[row] <= now {
        guard counted.contains(segment.member[row]) else { continue }
        let day = clock.day(of: segment.at[row]).rawValue
        checkIns[names[row], default: []].append((segment.member[row], day))
      }
    }
    var starts: [String: Day] = [:]
    for campaign in community.campaigns {
      if let at = campaign.starts { starts[campaign.id] = moment.zone.day(of: at) }
    }
    let length = community.program.community.challengeDays
    let challenges = checkIns.compactMap { name, checkIns -> Challenge? in
      let name = Symbol(rawValue: name)
      guard let earliest = checkIns.map(\.day).min() else { return nil }
      let first = starts[community.symbols[name]] ?? Day(rawValue: earliest)
      var participants: [Challenge.Participant] = []
      for (member, day) in checkIns.sorted(by: { $0 < $1 }) {
        let place = Int(day - first.rawValue)
        guard (0..<length).contains(place) else { continue }
        if participants.last?.member.rawValue != member {
          participants.append(Challenge.Participant(member: Member.Index(rawValue: member), days: 0))
        }
        participants[participants.count - 1].days |= 1 << UInt64(place)
      }
      guard !participants.isEmpty else { return nil }
      return Challenge(
        name: name, first: first, length: length, today: moment.today.days(since: first) + 1,
        participants: participants)
    }
    all = challenges.sorted { left, right in
      if left.first != right.first { return left.first > right.first }
      return community.symbols[left.name].utf8.lexicographicallyPrecedes(community.symbols[right.name].utf8)
    }
  }

  /// Whether a member kept yesterday's day of the running challenges, or missed one. Nil for those who take part in
  /// none that was running, or have begun since.
  package func state(of member: Member.Index) -> ChallengeState? {
    var state: ChallengeState?
    for challenge in all where (1...challenge.length).contains(challenge.today - 1) {
      guard let participant = challenge.participant(member) else { continue }
      if challenge.missed(participant, on: challenge.today - 1) { return .missed }
      if participant.checkedIn(on: challenge.today - 1) { state = .kept }
    }
    return state
  }

  /// Every day of a challenge that a member missed who had begun before, within some days up to yesterday: in the
  /// order of the members, then of the days, each day once.
  ///
  /// - Complexity: O(participants × days).
  package func missed(within days: ClosedRange<Day>) -> [(member: Member.Index, day: Day)] {
    var missed: Set<UInt64> = []
    for challenge in all {
      for day in 1..<max(1, min(challenge.length, challenge.today - 1) + 1) {
        let date = challenge.first.adding(days: day - 1)
        guard days.contains(date) else { continue }
        for participant in challenge.participants where challenge.missed(participant, on: day) {
          missed.insert(UInt64(participant.member.rawValue) << 32 | UInt64(UInt32(bitPattern: date.rawValue)))
        }
      }
    }
    return missed.sorted().map {
      (
        Member.Index(rawValue: UInt32($0 >> 32)),
        Day(rawValue: Int32(bitPattern: UInt32(truncatingIfNeeded: $0)))
      )
    }
  }

  /// Who missed yesterday's day of any challenge, in the order of the members.
  package var missedYesterday: [Member.Index] {
    Set(all.flatMap { $0.missedYesterday.map(\.member) }).sorted()
  }
}

/// How a member did yesterday in the challenges that were running.
package enum ChallengeState: UInt8, CaseIterable, Sendable {
  case kept = 1
  case missed

  package var id: String { "\(self)" }
}
