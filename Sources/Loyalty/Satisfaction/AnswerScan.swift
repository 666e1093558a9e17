import Bytes
import Community

/// Answers as columns, in order of time.
struct AnswerBlock: Sendable {
  let count: Int
  let at: [Int64]
  let scores: [Int64]
  /// Raw values of `Participant`, and symbols of kind, journey step, channel and store; empty where no row has one.
  let words: [[UInt32]]
  /// Shorter than `count` where the last rows have no words.
  let masks: [UInt32]
  /// The rows, where they aren't those from `firstRow` on.
  let rows: [UInt32]
  let firstRow: Row

  static let slots = [
    SurveyField.kind.slot, SurveyField.stage.slot, SurveyField.channel.slot, SurveyField.store.slot,
  ]

  init(_ segment: Segment, _ number: Int, _ masks: TopicMasks) {
    count = segment.at.count
    at = segment.at
    scores = segment.integers[SurveyField.score.slot]
    words = [segment.member] + AnswerBlock.slots.map { segment.symbols[$0] }
    self.masks = masks[segment: number]
    rows = []
    firstRow = Row(segment: number, offset: 0)
  }

  /// Some rows of a table in the order of `rows`.
  init(_ table: Table, _ rows: [UInt32], _ masks: TopicMasks) {
    let segments = table.segments
    func column<Value>(_ value: (Segment) -> [Value], _ unknown: Value) -> [Value] {
      let columns = segments.map(value)
      return rows.map { raw in
        let row = Row(rawValue: raw)
        return columns[row.segment].isEmpty ? unknown : columns[row.segment][row.offset]
      }
    }
    count = rows.count
    at = column(\.at, 0)
    scores = column({ $0.integers[SurveyField.score.slot] }, 0)
    words =
      [column(\.member, Participant.none.rawValue)]
      + AnswerBlock.slots.map { slot in column({ $0.symbols[slot] }, Symbol.none.rawValue) }
    self.masks = rows.map { masks[Row(rawValue: $0)] }
    self.rows = rows
    firstRow = Row(rawValue: 0)
  }

  /// The table's answers since `since`, cut into blocks that follow each other in time.
  ///
  /// - Complexity: O(segments), or a sort of the answers where the files aren't in order of time.
  static func all(_ table: Table, since: Int64, _ masks: TopicMasks) -> [AnswerBlock] {
    if table.isOrdered {
      return table.segments.enumerated().lazy
        .filter { $0.element.newest.rawValue >= since && $0.element.count > 0 }
        .map { AnswerBlock($0.element, $0.offset, masks) }
    }
    var items: [RadixSort.Item] = []
    for (number, segment) in table.segments.enumerated() {
      for (offset, at) in segment.at.enumerated() where at >= since {
        items.append(
          RadixSort.Item(
            key: UInt64(bitPattern: at) ^ 1 << 63,
            member: Member.Index(rawValue: Row(segment: number, offset: offset).rawValue)))
      }
    }
    _ = RadixSort.sort(&items) { false }
    return [AnswerBlock(table, items.map(\.member.rawValue), masks)]
  }

  /// Calls `body` with a view of the columns. It doesn't outlive the call.
  func withView(_ body: (AnswerView) -> Void) {
    withViews(words + [masks, rows]) { words in
      at.withView { at in
        scores.withView { scores in
          body(
            AnswerView(
              count: count, at: at, scores: scores, parties: words[0], kinds: words[1], stages: words[2],
              channels: words[3], stores: words[4], masks: words[5], rows: words[6], firstRow: firstRow))
        }
      }
    }
  }
}

/// A view of a block's columns; what is empty has no value in any row.
struct AnswerView {
  let count: Int
  let at: BufferView<Int64>
  let scores: BufferView<Int64>
  let parties: BufferView<UInt32>
  let kinds: BufferView<UInt32>
  let stages: BufferView<UInt32>
  let channels: BufferView<UInt32>
  let stores: BufferView<UInt32>
  let masks: BufferView<UInt32>
  let rows: BufferView<UInt32>
  let firstRow: Row

  @inline(__always)
  func mask(_ place: Int) -> UInt32 { place < masks.count ? masks[place] : 0 }
  @inline(__always)
  func row(_ place: Int) -> Row {
    rows.isEmpty ? firstRow.advanced(by: place) : Row(rawValue: rows[place])
  }
}

/// Calls `body` with views of several columns. They don't outlive the call.
func withViews(_ columns: [[UInt32]], _ body: ([BufferView<UInt32>]) -> Void) {
  func next(_ done: [BufferView<UInt32>]) {
    if done.count == columns.count { return body(done) }
    columns[done.count].withView { next(done + [$0]) }
  }
  next([])
}

/// What the members of a community say of the groups of their answers, side by side.
struct MemberWords: Sendable {
  let channels: [UInt32]
  let stores: [UInt32]
  let regions: [UInt32]
  let hosts: [UInt32]
  /// Raw values of stages, and places of tiers and 1; 0 for unknown ones; empty where none are computed.
  let stages: [UInt8]
  let tiers: [UInt8]

  /// - Complexity: O(members).
  init(_ community: Community, _ measures: MemberMeasures?) {
    func flat(_ column: KeyPath<Members.Block, [UInt32]>) -> [UInt32] {
      var all: [UInt32] = []
      all.reserveCapacity(community.members.count)
      for block in community.members.blocks { all += block[keyPath: column] }
      return all
    }
    channels = flat(\.channel)
    stores = flat(\.store)
    regions = flat(\.region)
    hosts = flat(\.host)
    stages = measures?.lifecycle.stages ?? []
    tiers = measures?.tiers?.answerKeys ?? []
  }

  /// Calls `body` with a view of the columns. It doesn't outlive the call.
  func withView(_ body: (View) -> Void) {
    withViews([channels, stores, regions, hosts]) { columns in
      stages.withView { stages in
        tiers.withView { tiers in
          body(
            View(
              channels: columns[0], stores: columns[1], regions: columns[2], hosts: columns[3],
              stages: stages, tiers: tiers))
        }
      }
    }
  }

  struct View {
    let channels: BufferView<UInt32>
    let stores: BufferView<UInt32>
    let regions: BufferView<UInt32>
    let hosts: BufferView<UInt32>
    let stages: ByteView
    let tiers: ByteView

    /// The groups of the answer at a place.
    @inline(__always)
    func keys(_ view: AnswerView, _ place: Int, _ member: Int?) -> GroupKeys {
      var tier: UInt32 = 0
      var stage: UInt32 = 0
      var region: UInt32 = 0
      var host: UInt32 = 0
      var channel = view.channels.isEmpty ? 0 : view.channels[place]
      var store = view.stores.isEmpty ? 0 : view.stores[place]
      if let member {
        if channel == 0 { channel = channels[member] }
        if store == 0 { store = stores[member] }
        region = regions[member]
        host = hosts[member]
        if member < stages.count { stage = UInt32(stages[member]) }
        if member < tiers.count { tier = UInt32(tiers[member]) }
      }
      let step = view.stages.isEmpty ? 0 : view.stages[place]
      return GroupKeys(tier, stage, step, channel, store, region, host, 0)
    }
  }
}

/// Counts the answers of a range of members.
struct AnswerScan: Sendable {
  let blocks: [AnswerBlock]
  let words: MemberWords
  let symbols: SurveySymbols
  let now: Int64
  let periods: AnswerPeriods
  let hosts: Set<UInt32>
  let actions: DetractorActions
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
  func count(members: Range<Int>, anonymous: (part: Int, of: Int)) -> Part {
    var part = Part(counts: AnswerCounts(periods, topics: topics))
    var filled = [UInt32](repeating: 0, count: members.count)
    var filledFixes = [UInt64](repeating: 0, count: periods.fixes.isEmpty ? 0 : members.count)
    var weekHint = periods.weekStarts.count - 1
    var detractors: [DetractorLoop.Open] = []
    words.withView { words in
      periods.withBounds { bounds in
        for block in blocks.reversed() {
          block.withView { view in
            count(
              view, words, bounds, members, anonymous, &filled, &filledFixes, &weekHint, &part, &detractors)
          }
        }
      }
    }
    for open in detractors {
      switch actions.state(of: Member.Index(rawValue: open.member), Row(rawValue: open.row), at: open.at) {
      case .open(let open): part.open.append(open)
      case .answered(let delay): part.answered.append(delay)
      }
    }
    return part
  }

  @inline(__always)
  private func count(
    _ view: AnswerView, _ words: MemberWords.View, _ bounds: AnswerPeriods.Bounds, _ members: Range<Int>,
    _ anonymous: (part: Int, of: Int), _ filled: inout [UInt32],
    _ filledFixes: inout [UInt64], _ weekHint: inout Int, _ part: inout Part,
    _ detractors: inout [DetractorLoop.Open]
  ) {
    let first = UInt32(members.lowerBound)
    let count = UInt32(members.count)
    let hasHosts = !hosts.isEmpty
    let nobody = Participant.none.rawValue
    let isNarrowed = among != nil
    for place in stride(from: view.count - 1, through: 0, by: -1) {
      let at = view.at[place]
      if at < bounds.oldest { return }
      let party = view.parties.isEmpty ? nobody : view.parties[place]
      let member = party &- first
      let isMember = member < count
      if isNarrowed, !isMember || !AnswerScan.isAmong(among, party) { continue }
      if !isMember {
        guard party == nobody, place % anonymous.of == anonymous.part else { continue }
      } else if hasHosts, hosts.contains(party) {
        continue
      }
      if at > now {
        if isMember {
          part.upcoming.add(at: at, member: party)
        } else {
          part.waiting.append((at, view.row(place)))
        }
        continue
      }
      guard let kind = symbols.kind(view.kinds[place]) else { continue }
      var state = FilledPeriods()
      if isMember {
        state.bits = filled[Int(member)]
        if !filledFixes.isEmpty { state.fixes = filledFixes[Int(member)] }
      }
      let roles = AnswerRoles(at, kind, bounds, &state, weekHint: &weekHint)
      if roles.isEmpty { continue }
      if isMember {
        filled[Int(member)] = state.bits
        if !filledFixes.isEmpty { filledFixes[Int(member)] = state.fixes }
      }
      let score = Int(view.scores[place])
      part.counts.count(
        kind, score, roles, mask: view.mask(place), words.keys(view, place, isMember ? Int(party) : nil),
        bounds,
        1)
      guard kind == .nps, roles.isCurrent, score <= 6 else { continue }
      if isMember {
        detractors.append(DetractorLoop.Open(at: at, row: view.row(place).rawValue, member: party))
      } else {
        part.anonymousDetractors += 1
      }
    }
  }
}
