import Community

/// Answers counted by period, group and topic.
struct AnswerCounts: Sendable {
  /// Answers with words, and those about each topic.
  struct Topics: Sendable {
    var withWords = ScoreCounts()
    var about: [ScoreCounts]

    init(_ count: Int) { about = Array(repeating: ScoreCounts(), count: count) }

    @inline(__always)
    mutating func add(_ score: Int, _ mask: UInt32, _ times: Int32) {
      guard mask & TopicMasks.words != 0 else { return }
      withWords.add(score, times)
      var rest = mask & ~TopicMasks.words
      while rest != 0 {
        about[rest.trailingZeroBitCount].add(score, times)
        rest &= rest - 1
      }
    }

    static func += (left: inout Topics, right: Topics) {
      left.withWords += right.withWords
      for place in left.about.indices { left.about[place] += right.about[place] }
    }
  }

  /// Answers on one side of a fix.
  struct Side: Sendable {
    var all = ScoreCounts()
    var withWords = ScoreCounts()
    var about = ScoreCounts()

    static func += (left: inout Side, right: Side) {
      left.all += right.all
      left.withWords += right.withWords
      left.about += right.about
    }
  }

  /// By kind, in the window and in the one before.
  var current = Array(repeating: ScoreCounts(), count: 3)
  var previous = Array(repeating: ScoreCounts(), count: 3)
  var weeks: [ScoreCounts]
  /// By `AnswerDimension`, of the window and of the one before.
  var groups = Array(repeating: GroupCounts(), count: AnswerDimension.allCases.count)
  var earlierGroups = Array(repeating: GroupCounts(), count: AnswerDimension.allCases.count)
  var topics: Topics
  var earlierTopics: Topics
  /// Before and after each fix.
  var fixes: [Side]

  init(_ periods: AnswerPeriods, topics count: Int) {
    weeks = Array(repeating: ScoreCounts(), count: periods.weekStarts.count)
    topics = Topics(count)
    earlierTopics = Topics(count)
    fixes = Array(repeating: Side(), count: 2 * periods.fixes.count)
  }

  static func += (left: inout AnswerCounts, right: AnswerCounts) {
    for place in 0..<3 {
      left.current[place] += right.current[place]
      left.previous[place] += right.previous[place]
    }
    for place in left.weeks.indices { left.weeks[place] += right.weeks[place] }
    for place in left.groups.indices {
      left.groups[place].add(right.groups[place])
      left.earlierGroups[place].add(right.earlierGroups[place])
    }
    left.topics += right.topics
    left.earlierTopics += right.earlierTopics
    for place in left.fixes.indices { left.fixes[place] += right.fixes[place] }
  }

  /// Counts an answer, or with −1 takes it back.
  @inline(__always)
  mutating func count(
    _ kind: SurveyKind, _ score: Int, _ roles: AnswerRoles, mask: UInt32,
    _ keys: @autoclosure () -> GroupKeys,
    _ periods: AnswerPeriods.Bounds, _ times: Int32
  ) {
    let place =
      switch kind {
      case .nps: 0
      case .csat: 1
      case .ces: 2
      }
    if roles.isCurrent { current[place].add(score, times) }
    if roles.isPrevious { previous[place].add(score, times) }
    guard kind == .nps else { return }
    if roles.week >= 0 { weeks[roles.week].add(score, times) }
    if roles.isCurrent {
      topics.add(score, mask, times)
      let keys = keys()
      for dimension in 0..<AnswerDimension.allCases.count {
        groups[dimension].add(score, of: keys[dimension], times)
      }
    }
    if roles.isPrevious {
      earlierTopics.add(score, mask, times)
      let keys = keys()
      for dimension in 0..<AnswerDimension.allCases.count {
        earlierGroups[dimension].add(score, of: keys[dimension], times)
      }
    }
    if roles.fixes != 0 { countFixes(score, roles.fixes, mask, periods, times) }
  }

  private mutating func countFixes(
    _ score: Int, _ bits: UInt64, _ mask: UInt32, _ periods: AnswerPeriods.Bounds, _ times: Int32
  ) {
    for place in fixes.indices where bits >> UInt64(place) & 1 != 0 {
      fixes[place].all.add(score, times)
      if mask & TopicMasks.words != 0 { fixes[place].withWords.add(score, times) }
      if mask >> UInt32(periods.fixes[place / 2].topic) & 1 != 0 { fixes[place].about.add(score, times) }
    }
  }
}

/// The group of an answer in each dimension, by `AnswerDimension.allCases`; 0 where it isn't known.
typealias GroupKeys = SIMD8<UInt32>

/// What the group keys of single answers are made of.
struct GroupKeySource: Sendable {
  let community: Community
  let measures: MemberMeasures?

  /// - Parameter member: nil for an anonymous answer.
  func keys(_ row: Row, _ member: Member.Index?) -> GroupKeys {
    func word(_ field: Field) -> UInt32 {
      community[.surveys].segments[row.segment].symbol(field, row.offset).rawValue
    }
    var keys = GroupKeys()
    keys[2] = word(SurveyField.stage)
    keys[3] = word(SurveyField.channel)
    keys[4] = word(SurveyField.store)
    guard let member else { return keys }
    let (block, place) = community.members.place(member)
    if keys[3] == 0 { keys[3] = community.members.blocks[block].channel[place] }
    if keys[4] == 0 { keys[4] = community.members.blocks[block].store[place] }
    keys[5] = community.members.blocks[block].region[place]
    keys[6] = community.members.blocks[block].host[place]
    if let measures {
      if let tier = measures.tiers?.tier(member) { keys[0] = UInt32(tier + 1) }
      keys[1] = UInt32(measures.lifecycle.stage(member)?.rawValue ?? 0)
    }
    return keys
  }
}

extension Tiers {
  /// The place of each member's tier and 1; 0 without one.
  ///
  /// - Complexity: O(members).
  var answerKeys: [UInt8] {
    (0..<count).map { member in tier(Member.Index(member)).map { UInt8($0 + 1) } ?? 0 }
  }
}

extension MemberMeasures {
  /// Members whose answers are in another group by stage or tier than with `earlier`; nil where there are more than
  /// `limit`.
  ///
  /// - Complexity: O(members).
  func members(groupedOtherwiseThan earlier: MemberMeasures, limit: Int) -> [Member.Index]? {
    if (tiers == nil) != (earlier.tiers == nil) || tiers?.rules != earlier.tiers?.rules { return nil }
    var moved: [Member.Index] = []
    func compare(_ old: [UInt8], _ new: [UInt8]) -> Bool {
      for member in 0..<max(old.count, new.count) {
        let before = member < old.count ? old[member] : 0
        if (member < new.count ? new[member] : 0) == before { continue }
        if moved.count == limit { return false }
        moved.append(Member.Index(member))
      }
      return true
    }
    guard compare(earlier.lifecycle.stages, lifecycle.stages),
      compare(earlier.tiers?.answerKeys ?? [], tiers?.answerKeys ?? [])
    else { return nil }
    return Set(moved).sorted()
  }
}
