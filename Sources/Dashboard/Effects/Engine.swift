import Community
import Feeds
import Loyalty
import Screen
import Synchronization

/// Does the work that effects ask for, away from the main thread, and puts what has come of it into a mailbox.
///
/// Each lane is a thread that sleeps without work. The main thread hands effects in and receives outcomes; both cost
/// little. A lane is declared beside the capability whose requests it answers; here they are listed.
final class Engine: Sendable {
  /// What the engine is told of its surroundings.
  struct Surroundings: Sendable {
    /// What counts as now by the command line; nil: by the programme.
    var asOf: Program.AsOf?
    var isUnmasked = false
    var wallClock: @Sendable () -> Instant
    /// Where saved views lie.
    var viewsPath: String?
    /// Under whose name decisions are written; nil for nobody's.
    var manager: String?
    /// Where decisions are written; nil for nowhere.
    var journalFolder: String?
    /// Whether a reading counts as work that ends by itself. A source may also be one that never delivers.
    var countsReading = true
    /// When the folder was last open here; nil where that isn't known.
    var lastOpening: Instant?
    var measuring = Measuring()
  }

  /// How measures are computed.
  struct Measuring: Sendable {
    /// In the order of their needs.
    var stages = MeasureStage.all
    /// What may be appended before they are computed for all members again.
    var share = AppendShare.standard
    /// After they were computed for all members, little that is appended waits for so many times of what that took.
    var rest = 20
  }

  /// What lists beside the table are narrowed by.
  struct Narrowed {
    /// Whose answers are counted apart; nil for nobody's.
    var answers: Narrowing?
    var recalls: (filter: MemberFilter, order: RecallOrder, narrowing: Int) = (.all, .stake, 0)
    var touchpoints: (filter: MemberFilter, order: MemberOrder?, narrowing: Int) = (.all, nil, 0)
    /// The newest request for the queue of recalls, to make it anew from.
    var newestRecall: RecallRequest?
  }

  let surroundings: Surroundings
  let waker: Waker

  let figureEvents: Lane<FigureEvent>
  let measures: Lane<MeasuresRequest>
  let lists: Lane<QueryRequest>
  let finds: Lane<FindRequest>
  let totals: Lane<TotalsRequest>
  let recalls: Lane<RecallRequest>
  let tierBoards: Lane<TierRequest>
  let whatIfs: Lane<WhatIfRequest>
  let drivers: Lane<DriversRequest>
  let narrowings: Lane<NarrowingRequest>
  let touchpointLists: Lane<TouchpointListRequest>
  let details: Lane<DetailRequest>
  let decisions: Lane<DecisionTask>
  let exports: Lane<EngineJob>
  let jobs: Lane<EngineJob>
  /// All lanes but that of the decisions, which has nothing to do without a journal.
  private var lanes: [any EngineLane] {
    [
      figureEvents, measures, lists, finds, totals, recalls, tierBoards, whatIfs, drivers, narrowings,
      touchpointLists, details, exports, jobs,
    ]
  }

  let narrowed = Mutex(Narrowed())
  private let mailbox = Mutex<[Outcome]>([])
  private let makeSource: FolderSourceMaker
  private let source = Mutex<(any FolderSource)?>(nil)
  /// The source in use; what others still deliver is left aside.
  private let sourceNumber = Atomic<Int>(0)
  /// Whether a reading has begun whose first snapshot is still to come.
  private let isLoadCounted = Atomic<Bool>(false)

  init(surroundings: Surroundings, waker: Waker, makeSource: @escaping FolderSourceMaker) {
    self.surroundings = surroundings
    self.waker = waker
    self.makeSource = makeSource
    figureEvents = .figureEvents(waker)
    measures = .measures(waker)
    lists = .lists(waker)
    finds = .finds(waker)
    totals = .totals(waker)
    recalls = .recalls(waker)
    tierBoards = .tierBoards(waker)
    whatIfs = .whatIfs(waker)
    drivers = .drivers(waker)
    narrowings = .narrowings(waker)
    touchpointLists = .touchpointLists(waker)
    details = .details(waker)
    decisions = .decisions(waker)
    exports = .jobs("exports", waker)
    jobs = .jobs("jobs", waker)
  }

  /// Starts the threads and the reading of the folder.
  func start() {
    for lane in lanes { lane.start(self) }
    if surroundings.journalFolder != nil {
      decisions.start(self)
      decisions.submit(.probe)
    }
    load()
    readViews()
  }

  /// Ends reading and following, and lets the threads end after what they do just now. What was decided is on disk
  /// when it returns, unless another program holds the journal for long.
  func stop() {
    source.withLock { $0.take() }?.stop()
    for lane in lanes { lane.close() }
    decisions.close()
    if surroundings.journalFolder != nil { decisions.waitForEnd(until: .now + .seconds(12)) }
  }

  private func load() {
    // Stopping waits for a thread to end, which the main thread mustn't.
    if let old = source.withLock({ $0.take() }) { jobs.submit({ _ in old.stop() }, isCounted: false) }
    let number = sourceNumber.add(1, ordering: .relaxed).newValue
    if surroundings.countsReading, !isLoadCounted.exchange(true, ordering: .relaxed) { waker.workBegan() }
    let new = makeSource { [weak self] event in
      guard let self, sourceNumber.load(ordering: .relaxed) == number else { return }
      figureEvents.submit(.reader(event))
    }
    source.withLock { $0 = new }
    new.start()
  }

  /// Says that the reading under way has come to its end.
  func loadEnded() {
    if isLoadCounted.exchange(false, ordering: .relaxed) { waker.workEnded() }
  }

  /// Says that the folder is read anew: what is made of an earlier reading gives up.
  func readingBegan(_ reading: Int) {
    measures.want(reading)
    recalls.want(reading)
    tierBoards.want(reading)
  }

  // MARK: The mailbox

  func post(_ outcome: Outcome) {
    mailbox.withLock { waiting in
      // The newest progress and the newest data tell all. A terminal that takes nothing (Ctrl-S) would
      // otherwise have every state of the folder wait here.
      if let older = waiting.firstIndex(where: outcome.supersedes) {
        waiting[older] = outcome
      } else {
        waiting.append(outcome)
      }
    }
    waker.ring()
  }

  /// What has come in since it was called last.
  func receivedOutcomes() -> [Outcome] {
    mailbox.withLock { waiting in
      defer { waiting = [] }
      return waiting
    }
  }

  // MARK: Effects

  /// Does the work of an effect, or hands it on; returns at once. Effects on the terminal aren't for the engine.
  func run(_ effect: Effect) {
    switch effect {
    case .request(let request): request.submit(to: self)
    case .stopLoading: source.withLock { $0 }?.cancelLoad()
    case .reload: load()
    case .advance(let instant): figureEvents.submit(.clock(instant))
    case .discard(let data): jobs.submit({ _ in withExtendedLifetime(data) {} }, isCounted: false)
    case .copy, .setMouse, .repaint: break
    }
  }
}

extension Outcome {
  /// Whether nobody needs an earlier outcome any more now that there's this one.
  fileprivate func supersedes(_ earlier: Outcome) -> Bool {
    switch (self, earlier) {
    case (.progress, .progress), (.data, .data): true
    case (.answer(let new), .answer(let old)): new.supersedes(any: old)
    default: false
    }
  }
}
