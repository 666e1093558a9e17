import Community
import Glibc
import Loyalty
import Reports
import Synchronization

extension Engine {
  /// Answers queries until the engine stops; the newest one always, older ones as far as they got.
  func queryLoop() {
    var lister = Lister(engine: self)
    while let request = queries.next() {
      lister.waitBeforeRefresh(request)
      if request.generation == newestQuery.load(ordering: .relaxed) { lister.answer(request) }
      waker.workEnded()
    }
  }
}

/// Makes lists of members: the first screenful at once, then all.
private struct Lister {
  unowned let engine: Engine
  /// Whole lists made before in one reading: of all members, and of the last query.
  private var everything: Former?
  private var last: Former?
  private var reading = -1

  /// A whole list, and the generation of the data it was made of.
  private struct Former {
    var result: MemberResult
    var generation: Int
  }

  /// When data that keep coming may be listed anew: lists take at most a third of the time.
  private var nextRefresh = ContinuousClock.now

  /// A list that takes longer is told of, and can be stopped.
  static let slowTime = Duration.milliseconds(400)

  init(engine: Engine) { self.engine = engine }

  /// Holds a mere refresh back until its time has come or something else is asked for.
  func waitBeforeRefresh(_ request: QueryRequest) {
    guard request.purpose == .keep, request.marksData == nil, nextRefresh > .now else { return }
    _ = engine.queries.waitForElement(until: nextRefresh)
  }

  mutating func answer(_ request: QueryRequest) {
    let start = ContinuousClock.now
    if reading != request.data.reading { (everything, last) = (nil, nil) }
    reading = request.data.reading
    let generation = request.data.generation
    let roster = request.data.roster
    let query = MemberQuery(filter: request.filter, order: request.order)
    // A list of earlier data still finds the first rows well enough; the whole list comes right after them.
    let former = former(for: query, mask: roster.mask)
    let exact = former?.generation == generation ? former?.result : nil
    let isOutdated: @Sendable () -> Bool = { [engine] in
      engine.newestQuery.load(ordering: .relaxed) != request.generation
    }
    let isSlow = Atomic<Bool>(false)
    let isCancelled: @Sendable () -> Bool = { [engine] in
      if request.purpose != .keep, ContinuousClock.now - start > Self.slowTime,
        !isSlow.exchange(true, ordering: .relaxed)
      {
        engine.post(.listIsSlow(generation: request.generation))
      }
      return isOutdated()
    }
    if request.purpose == .top {
      let first = roster.firstScreenful(
        query, count: request.firstScreen, within: former?.result, isCancelled: isOutdated)
      if isOutdated() { return }
      // Rows found in a list that's in order already are the first ones, however few.
      if first.isComplete || (former != nil && !first.rows.isEmpty) {
        post(request, first.rows, isComplete: false, total: first.matched)
      }
    }
    let cores = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    guard
      let all = roster.all(
        query, within: exact, workers: cores, perform: onThreads, isCancelled: isCancelled)
    else { return }
    last = Former(result: all, generation: generation)
    if query.filter.isEmpty { everything = last }
    let totals = roster.totals(of: all.rows)
    if isOutdated() { return }
    post(request, all.rows, isComplete: true, total: all.rows.count, totals: totals)
    nextRefresh = .now + max(.milliseconds(20), (ContinuousClock.now - start) * 2)
  }

  /// A list at hand that holds all that the query finds, in its order.
  private func former(for query: MemberQuery, mask: Mask) -> Former? {
    for former in [last, everything] {
      guard let former, former.result.query.order == query.order else { continue }
      if query.filter.narrows(former.result.query.filter, mask: mask) { return former }
    }
    return nil
  }

  private func post(
    _ request: QueryRequest, _ rows: [Member.Index], isComplete: Bool, total: Int?,
    totals: MemberTotals? = nil
  ) {
    var answer = ListAnswer(
      generation: request.generation, reading: request.data.reading, purpose: request.purpose, rows: rows,
      isComplete: isComplete, total: total, totals: totals, selectedID: request.selectedID)
    let community = request.data.community
    if isComplete, request.purpose != .top {
      func position(_ id: String?) -> Int? {
        guard let id, let member = community.member(id: id) else { return nil }
        return rows.firstIndex(of: member)
      }
      if case .reveal(let id) = request.purpose {
        answer.revealedPosition = position(id)
      } else {
        answer.selectedPosition = position(request.selectedID)
        answer.topPosition = position(request.topID)
      }
    }
    if let before = request.marksData?.community {
      answer.marksBefore = request.marks
      answer.marks = Marks(
        request.marks.members.lazy.compactMap { community.member(id: before.members.id($0)) })
    }
    engine.post(.list(answer))
  }
}
