import Community
import Synchronization

/// What the activities of the window say of ties, hosts' ones among them.
struct TieReading: Sendable {
  let graph: TieGraph
  /// Distinct pairs of a member and a host with activity in either direction.
  let hostPairs: Int
  /// Replies, and those of them that members wrote.
  let replies: Int
  let memberReplies: Int

  /// - Complexity: O(members + activities); another pass over the ids of all activities where some answer others
  ///   without saying to whom.
  /// - Returns: nil if cancelled.
  init?(
    community: Community, figures: MemberFigures, on computation: Computation
  ) {
    let counted = CountedMembers(community: community, figures: figures)
    let moment = figures.moment
    let from = moment.start(ofWindow: community.program.community.tieDays).rawValue
    let workers = computation.workers
    let segments = community[.activity].segments
    let collected = Mutex<[TieCollector?]>(Array(repeating: nil, count: workers))
    computation.forEach(workers) { worker in
      var collector = TieCollector(counted, community, window: from...max(from, moment.now.rawValue))
      for number in stride(from: worker, to: segments.count, by: workers) {
        if computation.isCancelled() { return }
        collector.read(segments[number])
      }
      collected.withLock { $0[worker] = collector }
    }
    var parts = collected.withLock { $0 }.compactMap { $0 }
    guard parts.count == workers else { return nil }
    TieReading.resolve(&parts, segments, moment, on: computation)
    if computation.isCancelled() { return nil }
    var pairs = PairSet()
    for part in parts { part.hostPairs.forEach { _ = pairs.insert($0, $1) } }
    hostPairs = pairs.count
    replies = parts.reduce(0) { $0 + $1.replies }
    memberReplies = parts.reduce(0) { $0 + $1.memberReplies }
    graph = TieGraph(arcs: parts.map(\.arcs), memberCount: counted.flags.count)
    if computation.isCancelled() { return nil }
  }

  /// Finds the authors of what was answered without saying whom.
  private static func resolve(
    _ parts: inout [TieCollector], _ segments: [Segment], _ moment: Moment, on computation: Computation
  ) {
    guard parts.contains(where: { !$0.answers.isEmpty }) else { return }
    var ids = AnsweredIDs()
    for part in parts { for answer in part.answers { ids.insert(answer.id) } }
    let authors = ids.authors(in: segments, until: moment.now, on: computation)
    for index in parts.indices {
      for answer in parts[index].answers {
        if let row = ids.place(of: answer.id).flatMap({ authors[$0] }) {
          parts[index].add(answer.by, segments[row.segment].member[row.offset])
        }
      }
      parts[index].answers = []
    }
  }
}

/// Collects ties from some segments.
struct TieCollector: Sendable {
  private(set) var arcs: [UInt64] = []
  private(set) var hostPairs = PairSet()
  private(set) var replies = 0
  private(set) var memberReplies = 0
  /// Who answered which id without saying whom.
  var answers: [(by: UInt32, id: [UInt8])] = []

  private let counted: CountedMembers
  private let kinds: ActivityKinds
  private let window: ClosedRange<Int64>

  init(_ counted: CountedMembers, _ community: Community, window: ClosedRange<Int64>) {
    self.counted = counted
    self.window = window
    kinds = ActivityKinds(community.symbols)
  }

  mutating func read(_ segment: Segment) {
    let types = segment.symbols[ActivityField.type.slot]
    guard !types.isEmpty, segment.newest.rawValue >= window.lowerBound || !segment.newest.isKnown else {
      return
    }
    let answered = segment.texts[ActivityField.replyTo.slot]
    for row in 0..<segment.count {
      let kind = kinds[types[row]]
      guard kind.contains(.tie), window.contains(segment.at[row]) else { continue }
      let by = segment.member[row]
      let isMember = counted.contains(by)
      guard isMember || Participant(rawValue: by).host != nil else { continue }
      if kind.contains(.reply) {
        replies += 1
        if isMember { memberReplies += 1 }
      }
      if !segment.to.isEmpty, segment.to[row] != Participant.none.rawValue {
        add(by, segment.to[row])
      } else {
        answered.withBytes(row: row) { id in
          if let id { answers.append((by, Array(id))) }
        }
      }
    }
  }

  /// A tie between two parties, the first of whom counts.
  mutating func add(_ one: UInt32, _ other: UInt32) {
    guard one != other else { return }
    switch (Participant(rawValue: one).host, Participant(rawValue: other).host) {
    case (nil, nil): if counted.contains(other) { arcs.append(UInt64(one) << 32 | UInt64(other)) }
    case (nil, _?): _ = hostPairs.insert(one, other)
    case (_?, nil): if counted.contains(other) { _ = hostPairs.insert(other, one) }
    case (_?, _?): break
    }
  }
}

/// Ids of activities that were answered, and where these stand.
struct AnsweredIDs: Sendable {
  private var table = IDTable()
  var count: Int { table.count }

  mutating func insert(_ id: [UInt8]) {
    id.withView { id in
      if table.index(of: id) == nil { table.insert(id, index: table.count) }
    }
  }

  func place(of id: [UInt8]) -> Int? { id.withView { table.index(of: $0) } }

  /// By place, the row of the activity, or nil where it isn't in the feed by now.
  ///
  /// - Complexity: O(activities), by worker.
  func authors(
    in segments: [Segment], until now: Instant, on computation: Computation
  ) -> [Row?] {
    let found = Mutex<[Row?]>(Array(repeating: nil, count: count))
    let workers = computation.workers
    computation.forEach(workers) { worker in
      var rows: [(place: Int, row: Row)] = []
      table.withSettledView { view in
        for number in stride(from: worker, to: segments.count, by: workers) {
          let segment = segments[number]
          segment.ids.withReader { ids in
            for row in 0..<segment.count where segment.at[row] <= now.rawValue {
              guard let id = ids[row], let place = view.index(of: IDTable.Key(id), id) else { continue }
              rows.append((place, Row(segment: number, offset: row)))
            }
          }
        }
      }
      found.withLock { found in
        for (place, row) in rows where found[place].map({ row < $0 }) ?? true { found[place] = row }
      }
    }
    return found.withLock { $0 }
  }
}
