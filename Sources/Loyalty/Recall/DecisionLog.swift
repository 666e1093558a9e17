import Community

/// One decision as it stands in the feed.
package struct LoggedDecision: Hashable, Sendable {
  /// Where its record is.
  package let row: Row
  package let action: DecisionAction
  package let at: Instant
  package let manager: Symbol
  package let member: Member.Index?
  package let play: Symbol
  package let campaign: Symbol
  /// The touchpoint rule that a `touch` or `skip` follows.
  package let rule: Symbol
  package let host: Symbol
  package let until: Instant?
}

/// The decisions of a folder in the order of its lines, with what undoes what.
///
/// Nothing dated after now counts. Of two lines with one id the first counts. An undo means a decision that stands
/// before it; undone itself, it no longer counts and the decision is back.
package struct DecisionLog: Sendable {
  package private(set) var moment: Moment
  private(set) var decisions: [LoggedDecision] = []
  private(set) var byMember: [UInt32: [Int]] = [:]
  private var numbers: [String: Int] = [:]
  /// Undos with what they undo, by number.
  private var undos: [(undo: Int, target: Int)] = []
  /// By number of a decision that is undone, the newest undo that stands.
  private(set) var undoneBy: [Int: Int] = [:]
  /// Numbers of decisions dated after now.
  private var upcoming: [Int] = []
  private var segments = 0
  private var rowsOfLast = 0
  let claimHours: Int

  /// - Complexity: O(decisions).
  package init(community: Community, moment: Moment) {
    self.moment = moment
    claimHours = community.program.recall.claimHours
    update(community: community, moment: moment)
  }

  /// Takes up decisions that were appended since, and lets the clock go on. Not for a folder read anew.
  ///
  /// - Complexity: O(decisions appended + all undos).
  /// - Returns: members whose state may have changed, in no order. A claim that lapsed or a snooze that ended because
  ///   time went on isn't among them.
  @discardableResult
  package mutating func update(community: Community, moment: Moment) -> Set<Member.Index> {
    let isBack = moment.now < self.moment.now
    self.moment = moment
    var touched: Set<Member.Index> = []
    if isBack {
      upcoming = decisions.indices.filter { decisions[$0].at > moment.now }
      touched.formUnion(byMember.keys.map { Member.Index(rawValue: $0) })
    }
    let first = decisions.count
    read(community)
    let added = first..<decisions.count
    let waiting = upcoming + added
    touched.formUnion(waiting.filter { decisions[$0].at <= moment.now }.compactMap { decisions[$0].member })
    upcoming = waiting.filter { decisions[$0].at > moment.now }
    let before = undoneBy
    settleUndos()
    for number in Set(before.keys).symmetricDifference(undoneBy.keys) {
      if let member = decisions[number].member { touched.insert(member) }
    }
    return touched
  }

  private mutating func read(_ community: Community) {
    var kinds: [UInt32: DecisionAction] = [:]
    for kind in DecisionAction.allCases {
      if let symbol = community.symbols.symbol(of: kind.rawValue) { kinds[symbol.rawValue] = kind }
    }
    let table = community[.decisions]
    for number in max(0, segments - 1)..<max(segments, table.segments.count) {
      let segment = table.segments[number]
      for offset in (number == segments - 1 ? rowsOfLast : 0)..<segment.count {
        guard let kind = kinds[segment.symbol(DecisionField.action, offset).rawValue] else { continue }
        append(kind, segment, Row(segment: number, offset: offset))
      }
    }
    segments = table.segments.count
    rowsOfLast = table.segments.last?.count ?? 0
  }

  private mutating func append(_ action: DecisionAction, _ segment: Segment, _ row: Row) {
    let offset = row.offset
    let number = decisions.count
    if let id = segment.ids[offset] {
      if numbers[id] != nil { return }
      numbers[id] = number
    }
    let member = segment.party(offset).member
    decisions.append(
      LoggedDecision(
        row: row, action: action, at: segment.instant(offset),
        manager: segment.symbol(DecisionField.manager, offset), member: member,
        play: segment.symbol(DecisionField.play, offset),
        campaign: segment.symbol(DecisionField.campaign, offset),
        rule: segment.symbol(DecisionField.rule, offset),
        host: segment.symbol(DecisionField.host, offset), until: segment.time(DecisionField.until, offset)))
    if action == .undo {
      let target = segment.text(DecisionField.undoes, offset).flatMap { numbers[$0] }
      if let target, target != number { undos.append((number, target)) }
    } else if let member {
      byMember[member.rawValue, default: []].append(number)
    }
  }

  /// An undo aims at what stands before it, so from the last to the first each one's own fate is known.
  private mutating func settleUndos() {
    undoneBy = [:]
    for (undo, target) in undos.reversed() where decisions[undo].at <= moment.now {
      if undoneBy[undo] == nil, undoneBy[target] == nil { undoneBy[target] = undo }
    }
  }

  // MARK: Reading

  /// Whether any decision is dated after now.
  var hasUpcoming: Bool { !upcoming.isEmpty }

  /// How many decisions were read, those to come included.
  package var count: Int { decisions.count }

  /// Whether the decision of that number is dated up to now and not undone.
  func stands(_ number: Int) -> Bool { decisions[number].at <= moment.now && undoneBy[number] == nil }

  /// Whether the decision of an id is dated up to now and not undone.
  func stands(id: String) -> Bool { numbers[id].map { stands($0) } ?? false }

  /// The decision of an id.
  package func decision(id: String) -> LoggedDecision? { numbers[id].map { decisions[$0] } }

  /// Whether any line is about the member.
  @inline(__always)
  package func knows(_ member: Member.Index) -> Bool { !byMember.isEmpty && byMember[member.rawValue] != nil }

  /// The numbers of the decisions about a member, in the order of the lines.
  func numbers(of member: Member.Index) -> [Int] { byMember[member.rawValue] ?? [] }

  /// Decisions from an instant up to now, newest line first, with the undo of those that are undone.
  ///
  /// - Complexity: O(decisions).
  package func decisions(since start: Instant) -> [(decision: LoggedDecision, undo: LoggedDecision?)] {
    decisions.indices.reversed().lazy
      .filter { decisions[$0].at >= start && decisions[$0].at <= moment.now }
      .map { (decisions[$0], undoneBy[$0].map { decisions[$0] }) }
  }
}
