import Community

/// The days and rows that figures of activity look at.
struct ActivityWindow: Sendable {
  /// Days before today that are looked at one by one.
  static let days = 60
  /// Weeks that are counted, the running one among them.
  static let weeks = 12
  /// Days of the heat map: whole weeks, so that every weekday counts as often.
  static let heatDays = 28

  let moment: Moment
  let today: Day
  let firstWeek: Day
  let layerDays: Int
  /// Milliseconds since 1970.
  let earliest: Int64

  init(_ moment: Moment, _ rules: Program.CommunityRules) {
    self.moment = moment
    today = moment.today
    layerDays = rules.layerDays
    firstWeek = today.startOfWeek.adding(days: -7 * (ActivityWindow.weeks - 1))
    let first = min(firstWeek, today.adding(days: -max(ActivityWindow.days, 2 * rules.layerDays)))
    earliest = moment.zone.instant(of: first).rawValue
  }
}

/// What some segments of the activities come to.
struct ActivityPart: Sendable {
  /// Bits by member for each of the days before today, yesterday first.
  private(set) var days: [[UInt64]]
  /// By member: contributions in the window of layers, which ends with yesterday, and in the one before.
  private(set) var contributions: [UInt32]
  private(set) var earlierContributions: [UInt32]
  /// By member: activity (1) or a reaction (2) in the window of layers, and in the one before (4, 8).
  private(set) var signs: [UInt8]
  /// By weekday from Monday, then by hour.
  private(set) var heat = [Int](repeating: 0, count: 7 * 24)
  private(set) var content = [Int](repeating: 0, count: ActivityWindow.weeks)
  private(set) var interactions = [Int](repeating: 0, count: ActivityWindow.weeks)
  /// Contributions and reactions of the 30 days before today, and of the 30 before them.
  private(set) var deeds = [0, 0]
  /// Texts with a word of the brand, in the same.
  private(set) var mentions = [0, 0]
  /// Activities of members by space, in the same.
  private(set) var spaces: [[UInt32]]
  /// Spaces with who was active there in the last 30 days.
  private(set) var visitors = PairSet()

  private let window: ActivityWindow
  private let counted: CountedMembers
  private let kinds: ActivityKinds
  private let brand: [FoldedPattern]

  init(_ window: ActivityWindow, _ counted: CountedMembers, _ community: Community) {
    self.window = window
    self.counted = counted
    kinds = ActivityKinds(community.symbols)
    brand = community.program.community.brandWords.filter { !$0.isEmpty }.map { FoldedPattern($0) }
    let members = counted.flags.count
    days = Array(
      repeating: Array(repeating: 0, count: (members + 63) / 64), count: ActivityWindow.days)
    contributions = Array(repeating: 0, count: members)
    earlierContributions = contributions
    signs = Array(repeating: 0, count: members)
    spaces = Array(repeating: Array(repeating: 0, count: community.symbols.count), count: 2)
  }

  // MARK: Reading

  mutating func read(_ segment: Segment) {
    let types = segment.symbols[ActivityField.type.slot]
    guard !types.isEmpty, segment.newest.rawValue >= window.earliest || !segment.newest.isKnown else {
      return
    }
    let rooms = segment.symbols[ActivityField.space.slot]
    let marks = brandMarks(segment)
    let now = window.moment.now.rawValue
    var clock = DayClock(zone: window.moment.zone)
    for row in 0..<segment.count {
      let at = segment.at[row]
      guard at >= window.earliest, at <= now else { continue }
      let party = segment.member[row]
      let isHost = Participant(rawValue: party).host != nil
      guard isHost || counted.contains(party) else { continue }
      let day = clock.day(of: at)
      let kind = kinds[types[row]]
      let week = day.days(since: window.firstWeek) / 7
      if day >= window.firstWeek, week < ActivityWindow.weeks {
        if kind.contains(.content) { content[week] += 1 }
        if kind.contains(.interaction) { interactions[week] += 1 }
      }
      if isHost { continue }
      let member = Int(party)
      let ago = window.today.days(since: day)
      layer(member, ago, kind)
      guard (1...ActivityWindow.days).contains(ago) else { continue }
      days[ago - 1][member >> 6] |= 1 << UInt64(member & 63)
      let part = ago <= 30 ? 0 : 1
      if !kind.isDisjoint(with: [.contribution, .reaction]) { deeds[part] += 1 }
      if !marks.isEmpty, marks[row] != 0 { mentions[part] += 1 }
      if !rooms.isEmpty, rooms[row] != 0 {
        spaces[part][Int(rooms[row])] += 1
        if part == 0 { _ = visitors.insert(rooms[row], party) }
      }
      if ago <= ActivityWindow.heatDays {
        let hour = window.moment.zone.secondOfDay(of: Instant(rawValue: at)) / 3600
        heat[(day.weekday - 1) * 24 + hour] += 1
      }
    }
  }

  private mutating func layer(_ member: Int, _ ago: Int, _ kind: ActivityKinds.Flags) {
    guard (1...2 * window.layerDays).contains(ago) else { return }
    let isNow = ago <= window.layerDays
    signs[member] |= isNow ? 1 : 4
    if kind.contains(.reaction) { signs[member] |= isNow ? 2 : 8 }
    guard kind.contains(.contribution) else { return }
    if isNow { contributions[member] += 1 } else { earlierContributions[member] += 1 }
  }

  /// By row, whether its text names the brand; empty when there is no word to look for.
  private func brandMarks(_ segment: Segment) -> [UInt8] {
    guard !brand.isEmpty else { return [] }
    var marks = [UInt8](repeating: 0, count: segment.count)
    marks.withMutableView { marks in
      for word in brand { word.mark(segment.texts[ActivityField.text.slot], count: segment.count, marks) }
    }
    return marks
  }

  // MARK: Joining

  mutating func add(_ other: ActivityPart) {
    func sum<Number: FixedWidthInteger>(_ left: inout [Number], _ right: [Number]) {
      for index in left.indices { left[index] += right[index] }
    }
    for day in days.indices {
      for word in days[day].indices { days[day][word] |= other.days[day][word] }
    }
    sum(&contributions, other.contributions)
    sum(&earlierContributions, other.earlierContributions)
    for member in signs.indices { signs[member] |= other.signs[member] }
    sum(&heat, other.heat)
    sum(&content, other.content)
    sum(&interactions, other.interactions)
    sum(&deeds, other.deeds)
    sum(&mentions, other.mentions)
    for part in spaces.indices { sum(&spaces[part], other.spaces[part]) }
    other.visitors.forEach { _ = visitors.insert($0, $1) }
  }

  /// Members with activity on any of some days ago (1 is yesterday), as bits.
  func active(_ daysAgo: ClosedRange<Int>) -> [UInt64] {
    var bits = [UInt64](repeating: 0, count: days.first?.count ?? 0)
    for ago in daysAgo {
      for word in bits.indices { bits[word] |= days[ago - 1][word] }
    }
    return bits
  }
}
