import Community
import Feeds
import Loyalty
import Screen
import Synchronization

/// Does the work that effects ask for, away from the main thread, and puts what has come of it into a mailbox.
///
/// Eleven threads, each asleep without work: one turns what the reader delivers into figures, one computes measures, one
/// makes lists, one keeps the queue of recalls, one makes the board of tiers, one tries thresholds, one works out drivers,
/// one counts answers of some members, one writes decisions, one does small jobs, one exports. The main thread hands
/// effects in and takes outcomes out; both cost little.
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
  }

  let surroundings: Surroundings
  let waker: Waker
  private let makeSource: FolderSourceMaker
  private let mailbox = Mutex<[Outcome]>([])
  private let source = Mutex<(any FolderSource)?>(nil)

  let news = WaitingQueue<News>()
  let queries = WaitingQueue<QueryRequest>()
  let measuring = WaitingQueue<MeasuresRequest>()
  let recalls = WaitingQueue<RecallRequest>()
  let tierBoards = WaitingQueue<TierRequest>()
  let whatIfs = WaitingQueue<WhatIfRequest>()
  /// The newest request, to make the queue anew from; and what it's narrowed by.
  let newestRecall = Mutex<RecallRequest?>(nil)
  let recallFilter = Mutex<(filter: MemberFilter, narrowing: Int)>((.all, 0))
  let touchpointFilter = Mutex<(filter: MemberFilter, narrowing: Int)>((.all, 0))
  let decisions = WaitingQueue<DecisionRequest>()
  let drivers = WaitingQueue<DriversRequest>()
  let narrowings = WaitingQueue<NarrowingRequest>()
  let narrowing = Mutex<Narrowing?>(nil)
  /// Has an element once all decisions are written and no more are taken.
  let decisionsEnded = WaitingQueue<Bool>()
  let jobs = Worker()
  let exports = Worker()
  let details = Worker()

  // The newest request of each kind: what runs for an older one gives up.
  let newestQuery = Atomic<Int>(0)
  let newestFind = Atomic<Int>(0)
  let newestTotals = Atomic<Int>(0)
  let newestExport = Atomic<Int>(0)
  let newestWhatIf = Atomic<Int>(0)
  let newestDrivers = Atomic<Int>(0)
  let newestReading = Atomic<Int>(0)
  let newestDetail = Atomic<Int>(0)
  /// The source in use; what others still deliver is left aside.
  private let sourceNumber = Atomic<Int>(0)
  /// Whether a reading has begun whose first snapshot is still to come.
  private let isLoadCounted = Atomic<Bool>(false)

  init(surroundings: Surroundings, waker: Waker, makeSource: @escaping FolderSourceMaker) {
    self.surroundings = surroundings
    self.waker = waker
    self.makeSource = makeSource
  }

  /// Starts the threads and the reading of the folder.
  func start() {
    startThread { [self] in figureLoop() }
    startThread { [self] in queryLoop() }
    startThread(isYielding: true) { [self] in measureLoop() }
    startThread { [self] in recallLoop() }
    startThread { [self] in tierLoop() }
    startThread { [self] in whatIfLoop() }
    startThread(isYielding: true) { [self] in driverLoop() }
    startThread { [self] in narrowingLoop() }
    if surroundings.journalFolder != nil {
      waker.workBegan()
      startThread { [self] in decisionLoop() }
    }
    load()
    if let path = surroundings.viewsPath {
      run(counted: jobs) { engine in
        if let views = SavedViewsFile.read(path) { engine.post(.views(views)) }
      }
    }
  }

  /// Ends reading and following, and lets the threads end after what they do just now. What was decided is on disk
  /// when it returns, unless another program holds the journal for long.
  func stop() {
    source.withLock { $0.take() }?.stop()
    newestQuery.store(-1, ordering: .relaxed)
    newestFind.store(-1, ordering: .relaxed)
    newestTotals.store(-1, ordering: .relaxed)
    newestExport.store(-1, ordering: .relaxed)
    newestWhatIf.store(-1, ordering: .relaxed)
    newestDrivers.store(-1, ordering: .relaxed)
    newestReading.store(-1, ordering: .relaxed)
    newestDetail.store(-1, ordering: .relaxed)
    news.close()
    queries.close()
    measuring.close()
    recalls.close()
    tierBoards.close()
    whatIfs.close()
    drivers.close()
    narrowings.close()
    decisions.close()
    if surroundings.journalFolder != nil {
      _ = decisionsEnded.waitForElement(until: .now + .seconds(12))
    }
  }

  private func load() {
    // Stopping waits for a thread to end, which the main thread mustn't.
    if let old = source.withLock({ $0.take() }) { jobs.run { old.stop() } }
    let number = sourceNumber.add(1, ordering: .relaxed).newValue
    if surroundings.countsReading, !isLoadCounted.exchange(true, ordering: .relaxed) { waker.workBegan() }
    let new = makeSource { [weak self] event in
      guard let self, sourceNumber.load(ordering: .relaxed) == number else { return }
      waker.workBegan()
      news.append(.reader(event))
    }
    source.withLock { $0 = new }
    new.start()
  }

  /// Says that the reading under way has come to its end.
  func loadEnded() {
    if isLoadCounted.exchange(false, ordering: .relaxed) { waker.workEnded() }
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
  func takeOutcomes() -> [Outcome] {
    mailbox.withLock { waiting in
      defer { waiting = [] }
      return waiting
    }
  }

  // MARK: Effects

  /// Takes an effect on; returns at once. Effects on the terminal aren't for the engine.
  func run(_ effect: Effect) {
    switch effect {
    case .query(let request):
      newestQuery.store(request.generation, ordering: .relaxed)
      waker.workBegan()
      for _ in 0..<queries.replace(with: request) { waker.workEnded() }
    case .gather(let request):
      newestDetail.store(request.number, ordering: .relaxed)
      run(counted: details) { $0.gather(request) }
    case .cancelQuery: newestQuery.store(-1, ordering: .relaxed)
    case .findMembers(let request):
      newestFind.store(request.generation, ordering: .relaxed)
      run(counted: jobs) { $0.find(request) }
    case .collectMarks(let request):
      run(counted: jobs) { engine in
        engine.post(
          .marks(generation: request.generation, reading: request.reading, Marks(request.rows)))
      }
    case .addUp(let request):
      newestTotals.store(request.generation, ordering: .relaxed)
      run(counted: jobs) { $0.addUp(request) }
    case .export(let request):
      newestExport.store(request.generation, ordering: .relaxed)
      run(counted: exports) { $0.export(request) }
    case .whatIf(let request):
      newestWhatIf.store(request.generation, ordering: .relaxed)
      waker.workBegan()
      for _ in 0..<whatIfs.replace(with: request) { waker.workEnded() }
    case .saveTiers(let rules): run(counted: jobs) { $0.save(rules) }
    case .decide(let request):
      waker.workBegan()
      decisions.append(request)
    case .drivers(let request):
      newestDrivers.store(request.generation, ordering: .relaxed)
      waker.workBegan()
      for _ in 0..<drivers.replace(with: request) { waker.workEnded() }
    case .narrowAnswers(let narrowing):
      self.narrowing.withLock { $0 = narrowing }
      if narrowing == nil { return }
      waker.workBegan()
      news.append(.narrowing)
    case .cancelDrivers: newestDrivers.store(-1, ordering: .relaxed)
    case .narrowRecalls(let filter, let narrowing):
      recallFilter.withLock { $0 = (filter, narrowing) }
      if let request = newestRecall.withLock({ $0 }) { recall(request) }
    case .narrowTouchpoints(let filter, let narrowing):
      touchpointFilter.withLock { $0 = (filter, narrowing) }
      waker.workBegan()
      news.append(.touchpointFilter)
    case .exportForSending(let request):
      newestExport.store(request.generation, ordering: .relaxed)
      run(counted: exports) { $0.export(request) }
    case .cancelExport: newestExport.store(-1, ordering: .relaxed)
    case .saveViews(let views):
      guard let path = surroundings.viewsPath else { return }
      run(counted: jobs) { engine in
        do throws(FileProblem) {
          try SavedViewsFile.write(views, to: path)
        } catch {
          engine.post(.viewsNotSaved(error))
        }
      }
    case .stopLoading: source.withLock { $0 }?.cancelLoad()
    case .reload: load()
    case .advance(let instant):
      waker.workBegan()
      news.append(.clock(instant))
    case .discard(let data): jobs.run { withExtendedLifetime(data) {} }
    case .copy, .setMouse, .repaint: break
    }
  }

  /// Runs a job that counts as work until it has ended.
  private func run(counted worker: Worker, _ job: @escaping @Sendable (Engine) -> Void) {
    waker.workBegan()
    worker.run { [self] in
      job(self)
      waker.workEnded()
    }
  }
}

extension Outcome {
  /// Whether nobody needs an earlier outcome any more now that there's this one.
  fileprivate func supersedes(_ earlier: Outcome) -> Bool {
    switch (self, earlier) {
    case (.progress, .progress), (.data, .data), (.recall, .recall), (.narrowed, .narrowed), (.tiers, .tiers),
      (.touchpoints, .touchpoints):
      true
    case (.drivers(let new), .drivers(let old)): new.generation >= old.generation
    default: false
    }
  }
}
