import Community

/// The order in which answers are looked at: from the newest to the oldest.
struct AnswerOrder: Sendable {
  let segments: [Segment]
  /// Rows in order of time, where the table isn't.
  private let sorted: [RadixSort.Item]?
  private let since: Int64

  /// - Complexity: O(segments), or a sort of the answers since `since` where the files aren't in order of time.
  init(_ table: Table, since: Int64) {
    segments = table.segments
    self.since = since
    if table.isOrdered {
      sorted = nil
      return
    }
    var items: [RadixSort.Item] = []
    for (number, segment) in segments.enumerated() {
      for (offset, at) in segment.at.enumerated() where at >= since {
        items.append(
          RadixSort.Item(
            key: UInt64(bitPattern: at) ^ 1 << 63,
            member: Member.Index(rawValue: Row(segment: number, offset: offset).rawValue)))
      }
    }
    _ = RadixSort.sort(&items) { false }
    sorted = items
  }

  /// Calls `body` with time, member, kind's symbol and row of each answer.
  @inline(__always)
  func forEach(_ body: (Int64, UInt32, UInt32, Row) -> Void) {
    forEachWhile { at, party, kind, row in
      body(at, party, kind, row)
      return true
    }
  }

  /// The same, until `body` returns false.
  @inline(__always)
  func forEachWhile(_ body: (Int64, UInt32, UInt32, Row) -> Bool) {
    if let sorted {
      for item in sorted.reversed() {
        let row = Row(rawValue: item.member.rawValue)
        let (number, offset) = (row.segment, row.offset)
        let party = segments[number].member.isEmpty ? Party.none.rawValue : segments[number].member[offset]
        let kind = segments[number].symbols[SurveyField.kind.slot][offset]
        if !body(segments[number].at[offset], party, kind, row) { return }
      }
      return
    }
    for number in segments.indices.reversed() {
      let segment = segments[number]
      let isDone = segment.at.withUnsafeBufferPointer { times in
        segment.member.withUnsafeBufferPointer { members in
          segment.symbols[SurveyField.kind.slot].withUnsafeBufferPointer { kinds in
            for offset in stride(from: min(times.count, kinds.count) - 1, through: 0, by: -1) {
              if times[offset] < since { return true }
              let party = members.isEmpty ? Party.none.rawValue : members[offset]
              let row = Row(segment: number, offset: offset)
              if !body(times[offset], party, kinds[offset], row) { return true }
            }
            return false
          }
        }
      }
      if isDone { return }
    }
  }
}

/// Counts the answers of a range of members.
struct AnswerScan: Sendable {
  let community: Community
  let moment: Moment
  let periods: AnswerPeriods
  let masks: TopicMasks
  let hosts: Set<UInt32>
  let actions: DetractorActions
  let keys: GroupKeySource
  let topics: Int
  /// By member, 0 for those whose answers don't count, nor do anonymous ones then; nil where everybody's count.
  var among: [UInt8]?

  /// Whether a member is among those whose answers count.
  static func isAmong(_ among: [UInt8]?, _ member: UInt32) -> Bool {
    guard let among else { return true }
    return Int(member) < among.count && among[Int(member)] != 0
  }

  /// What one worker found.
  struct Part: Sendable {
    var counts: AnswerCounts
    var upcoming = Upcoming()
    var waiting: [(at: Int64, row: Row)] = []
    var open: [DetractorLoop.Open] = []
    var answered: [Int64] = []
    var anonymousDetractors = 0
  }

  /// - Parameter anonymous: which part of the anonymous answers, of how many.
  func count(_ order: AnswerOrder, members: Range<Int>, anonymous: (part: Int, of: Int)) -> Part {
    var part = Part(counts: AnswerCounts(periods, topics: topics))
    let symbols = SurveySymbols(community)
    let now = moment.now.rawValue
    let first = UInt32(members.lowerBound)
    let count = UInt32(members.count)
    var filled = [UInt32](repeating: 0, count: members.count)
    var filledFixes = [UInt64](repeating: 0, count: periods.fixes.isEmpty ? 0 : members.count)
    var weekHint = periods.weekStarts.count - 1
    let isNarrowed = among != nil
    filled.withUnsafeMutableBufferPointer { filled in
      filledFixes.withUnsafeMutableBufferPointer { filledFixes in
        order.forEach { at, party, symbol, row in
          let member = party &- first
          let isMember = member < count && party < 0x8000_0000
          guard isMember || party == Party.none.rawValue && row.offset % anonymous.of == anonymous.part else {
            return
          }
          if isNarrowed, !isMember || !AnswerScan.isAmong(among, party) { return }
          if isMember, !hosts.isEmpty, hosts.contains(party) { return }
          if at > now {
            if isMember { part.upcoming.add(at: at, member: party) } else { part.waiting.append((at, row)) }
            return
          }
          guard let kind = symbols.kind(symbol) else { return }
          var state = FilledPeriods()
          if isMember {
            state.bits = filled[Int(member)]
            if !filledFixes.isEmpty { state.fixes = filledFixes[Int(member)] }
          }
          let roles = AnswerRoles(at, kind, periods, &state, weekHint: &weekHint)
          if isMember {
            filled[Int(member)] = state.bits
            if !filledFixes.isEmpty { filledFixes[Int(member)] = state.fixes }
          }
          if roles.isEmpty { return }
          let score = Int(order.segments[row.segment].integers[SurveyField.score.slot][row.offset])
          let index = isMember ? Member.Index(rawValue: party) : nil
          part.counts.count(kind, score, roles, mask: masks[row], keys.keys(row, index), periods, 1)
          guard kind == .nps, roles.isCurrent, score <= 6 else { return }
          guard let index else {
            part.anonymousDetractors += 1
            return
          }
          switch actions.state(of: index, row, at: at) {
          case .open(let open): part.open.append(open)
          case .answered(let delay): part.answered.append(delay)
          }
        }
      }
    }
    return part
  }
}
