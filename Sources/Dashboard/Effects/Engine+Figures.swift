import Community
import Feeds
import Loyalty
import Reports

extension Engine {
  /// What the thread that keeps the figures waits for.
  enum News: Sendable {
    case reader(ReaderEvent)
    case clock(Instant)
    /// Other members' answers are to be counted apart.
    case narrowing
    /// The lists of touchpoints are to show others.
    case touchpointFilter
    /// With the board of recalls made of them, if it has been.
    case measures(MemberMeasures, RecallBoard?, reading: Int, generation: Int)
  }

  /// Keeps the figures up with the folder and the clock, until the engine stops.
  func figureLoop() {
    var keeper = FigureKeeper(engine: self)
    while true {
      let batch = news.nextBatch()
      if batch.isEmpty { return }
      let start = ContinuousClock.now
      keeper.take(batch)
      // Where data pour in, several deliveries are taken up together, and half the time is others'.
      news.sleep(until: .now + min(.milliseconds(30), ContinuousClock.now - start))
      for _ in batch { waker.workEnded() }
    }
  }
}

/// The newest state of the folder with its figures, brought up to date by what was added.
private struct FigureKeeper {
  unowned let engine: Engine
  private var data: DashboardData?
  private var figures: MemberFigures?
  private var satisfaction: SatisfactionTally?
  /// Members whom additions concern that measures under way may not know of, by the generation that has them.
  private var additions: [(generation: Int, members: [Member.Index])] = []
  /// Counts the measures taken up.
  private var measuring = 0
  /// How long the lists of touchpoints took last.
  private var listing = Duration.zero

  /// Of so many members at most are tiers, points, accounts and touchpoints worked out at once; where more are concerned,
  /// that's left to the next measures of all.
  static let fewMembers = 100

  /// Where they take longer, the lists of touchpoints come after the figures, not with them.
  static let longListing = Duration.milliseconds(5)
  private var startOfReading = ContinuousClock.now

  init(engine: Engine) { self.engine = engine }

  mutating func take(_ batch: [Engine.News]) {
    // Snapshots that were overtaken before anybody saw them are taken up together with the newest.
    var pending: (snapshot: Snapshot, touched: [Member.Index])?
    for news in batch {
      switch news {
      case .reader(.snapshot(let snapshot, .appended(let delta))):
        pending = (snapshot, (pending?.touched ?? []) + delta.touched)
      case .reader(.snapshot(let snapshot, .loaded)):
        pending = nil
        load(snapshot)
      case .reader(.progress(let progress)): report(progress)
      case .reader(.failed(let error)):
        engine.post(error == .cancelled ? .loadStopped : .loadFailed(error))
        engine.loadEnded()
      case .clock, .measures, .narrowing, .touchpointFilter: break
      }
    }
    if let pending { append(pending.snapshot, pending.touched) }
    for case .clock(let instant) in batch { advance(to: instant) }
    for case .measures(let measures, let board, let reading, let generation) in batch {
      take(measures, board, reading: reading, generation: generation)
    }
    if batch.contains(where: { if case .narrowing = $0 { true } else { false } }) { narrow() }
    if batch.contains(where: { if case .touchpointFilter = $0 { true } else { false } }) {
      narrowTouchpoints()
    }
  }

  private mutating func report(_ progress: ReadingProgress) {
    if progress.bytesDone == 0 { startOfReading = .now }
    let elapsed = (ContinuousClock.now - startOfReading).components
    engine.post(
      .progress(
        LoadProgress(
          bytesRead: Int(progress.bytesDone), bytesTotal: Int(progress.bytesTotal),
          records: progress.records, file: progress.file,
          seconds: Double(elapsed.seconds) + Double(elapsed.attoseconds) * 1e-18)))
  }

  // MARK: Data

  private mutating func load(_ snapshot: Snapshot) {
    let community = snapshot.community
    let moment = moment(of: snapshot, wall: engine.surroundings.wallClock())
    let figures = MemberFigures.onAllCores(community: community, moment: moment)
    let roster = Roster(community: community, figures: figures, moment: moment, mask: mask(community))
    let overview = OverviewFigures(community: community, figures: figures, moment: moment)
    self.figures = figures
    satisfaction = SatisfactionTally.onAllCores(community: community, moment: moment)
    additions = []
    publish(snapshot, roster, overview, reading: (data?.reading ?? 0) + 1)
    engine.loadEnded()
  }

  private mutating func append(_ snapshot: Snapshot, _ touched: [Member.Index]) {
    guard let data, figures != nil else { return load(snapshot) }
    let community = snapshot.community
    let moment = moment(of: snapshot, wall: engine.surroundings.wallClock())
    let distinct = touched.count < 2 ? touched : Array(Set(touched)).sorted()
    figures?.update(distinct, community: community, moment: moment)
    guard let figures else { return }
    let isFew = distinct.count <= FigureKeeper.fewMembers
    var roster =
      isFew ? data.roster.withTiers(of: distinct, community: community, figures: figures) : data.roster
    var overview = data.overview
    overview.update(community: community, figures: figures, moment: moment)
    satisfaction?.updateOnAllCores(distinct, community: community, moment: moment)
    roster = roster.updated(
      community: community, figures: figures, moment: moment, mask: mask(community))
    if isFew, var measures = roster.measures {
      measures.updateAccounts(of: distinct, community: community, figures: figures, moment: moment)
      measures.updateTouchpoints(of: distinct, roster)
      roster = roster.with(measures)
    }
    additions.append((data.generation + 1, distinct))
    publish(snapshot, roster, overview, reading: data.reading)
  }

  private mutating func advance(to instant: Instant) {
    guard let data, var figures else { return }
    let moment = moment(of: data.snapshot, wall: instant)
    let old = data.roster.moment
    guard moment != old, figures.changes(by: moment) || moment.today != old.today else { return }
    // Let go of the stored copy first, so that the change copies the blocks it touches alone.
    self.figures = nil
    figures.advance(to: moment, community: data.community)
    self.figures = figures
    var overview = data.overview
    overview.update(community: data.community, figures: figures, moment: moment)
    satisfaction?.updateOnAllCores([], community: data.community, moment: moment)
    publish(
      data.snapshot, data.roster.updated(community: data.community, figures: figures, moment: moment),
      overview, reading: data.reading)
  }

  private mutating func take(
    _ measures: MemberMeasures, _ board: RecallBoard?, reading: Int, generation: Int
  ) {
    guard let data, data.reading == reading else { return }
    measuring += 1
    satisfaction?.takeOnAllCores(measures)
    additions.removeAll { $0.generation <= generation }
    var measures = measures
    let members = Array(Set(additions.lazy.flatMap(\.members))).sorted()
    if !members.isEmpty, members.count <= FigureKeeper.fewMembers {
      measures.updatePoints(of: members, community: data.community, figures: data.roster.figures)
      measures.updateTiers(of: members, community: data.community, figures: data.roster.figures)
      measures.updateAccounts(
        of: members, community: data.community, figures: data.roster.figures, moment: data.roster.moment)
      measures.updateTouchpoints(of: members, data.roster)
    }
    publish(
      data.snapshot, data.roster.with(measures), data.overview, reading: reading, board: board,
      asksForMeasures: false)
  }

  private mutating func publish(
    _ snapshot: Snapshot, _ roster: Roster, _ overview: OverviewFigures, reading: Int,
    board: RecallBoard? = nil, asksForMeasures: Bool = true
  ) {
    guard let satisfaction = satisfaction?.figures else { return }
    let former = data?.reading == reading ? data?.touchpoints : nil
    let comesAfter = listing > FigureKeeper.longListing && former != nil
    let isFixed = if case .fixed = asOf(snapshot) { true } else { false }
    let new = DashboardData(
      snapshot: snapshot, roster: roster, overview: overview, satisfaction: satisfaction,
      setAside: summary(snapshot, reading),
      stream: ActivityStream.newest(ActivityStream.shown, in: snapshot.community, moment: roster.moment),
      generation: (data?.generation ?? 0) + 1, reading: reading, isFixed: isFixed,
      touchpoints: comesAfter ? former : touchpoints(roster))
    data = new
    engine.post(.data(new))
    narrow()
    if comesAfter { narrowTouchpoints() }
    if roster.measures != nil {
      engine.recall(
        RecallRequest(
          roster: roster, reading: reading, generation: new.generation, measuring: measuring, board: board))
    }
    if !asksForMeasures {
      engine.tiers(TierRequest(roster: roster, reading: reading, generation: new.generation))
    }
    if asksForMeasures {
      engine.measure(MeasuresRequest(roster: roster, reading: reading, generation: new.generation))
    }
  }

  /// The lists of touchpoints as they are narrowed just now.
  private mutating func touchpoints(_ roster: Roster) -> TouchpointFigures? {
    let start = ContinuousClock.now
    defer { listing = ContinuousClock.now - start }
    let (filter, narrowing) = engine.touchpointFilter.withLock { $0 }
    return TouchpointFigures(roster, filter: filter, narrowing: narrowing)
  }

  private mutating func narrowTouchpoints() {
    guard let data, let figures = touchpoints(data.roster) else { return }
    self.data?.touchpoints = figures
    engine.post(.touchpoints(figures, reading: data.reading))
  }

  /// Has the answers of some members counted, where that's asked for.
  private func narrow() {
    guard let data, let satisfaction, let narrowing = engine.narrowing.withLock({ $0 }) else { return }
    engine.narrow(
      NarrowingRequest(
        generation: narrowing.generation, filter: narrowing.filter, tally: satisfaction, roster: data.roster,
        reading: data.reading))
  }

  /// Records are only ever added to what was set aside while a reading lives, so their count tells of changes.
  private func summary(_ snapshot: Snapshot, _ reading: Int) -> SetAsideSummary {
    if let data, data.reading == reading, data.setAsideCount == snapshot.report.setAside.count {
      return data.setAside
    }
    return SetAsideSummary(snapshot.report)
  }

  // MARK: Now

  private func asOf(_ snapshot: Snapshot) -> Program.AsOf {
    engine.surroundings.asOf ?? snapshot.community.program.asOf
  }

  private func moment(of snapshot: Snapshot, wall: Instant) -> Moment {
    Moment(now: snapshot.now(asOf: asOf(snapshot), wall: wall), zone: snapshot.zone)
  }

  private func mask(_ community: Community) -> Mask {
    Mask(names: community.program.masksNames, contacts: !engine.surroundings.isUnmasked)
  }
}
