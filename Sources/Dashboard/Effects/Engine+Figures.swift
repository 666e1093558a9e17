import Community
import Feeds
import Loyalty
import Screen

/// What the thread that keeps the figures waits for.
enum FigureEvent: Sendable {
  case reader(ReaderEvent)
  case clock(Instant)
  /// Other members' answers are to be counted apart.
  case narrowing
  /// The lists of touchpoints are to show others.
  case touchpointFilter
  case measures(MeasuresDelivery)
}

extension Lane<FigureEvent> {
  /// Keeps the figures up with the folder and the clock. Where data pour in, several deliveries are taken up together, and
  /// half the time is others'.
  static func figureEvents(_ waker: Waker) -> Lane {
    Lane(
      "figures", waker, rest: Rest(share: 1, longest: .milliseconds(30)),
      together: { engine in
        var keeper = FigureKeeper(engine: engine)
        return { keeper.receive($0) }
      })
  }
}

/// The newest state of the folder with its figures, brought up to date by what was added.
private struct FigureKeeper {
  unowned let engine: Engine
  private var data: DashboardData?
  private var figures: MemberFigures?
  private var satisfaction: SatisfactionTally?
  /// Members whom additions concern that measures under way may not know of, by the generation that has them.
  private var additions: [(generation: Int, members: [Member.Index], isFollowed: Bool)] = []
  private var ledger = MeasuresLedger()
  /// Whether measures of all members were asked for and haven't come whole yet.
  private var isComputingAll = false
  /// When these were asked for, and as of when; nil before the first time.
  private var computing: (start: ContinuousClock.Instant, now: Instant)?
  /// As of when the last whole measures of all members are.
  private var measuredAt: Instant?
  /// When there's time to compute measures of all members again, however little was appended.
  private var nextCatchingUp = ContinuousClock.now
  /// Counts the measures taken up.
  private var measuring = 0
  /// How long the lists of touchpoints took last.
  private var listing = Duration.zero
  private var startOfReading = ContinuousClock.now

  /// Measures of so many members at most follow here, at once; for more, the lane of the measures does it.
  static let fewMembers = 100

  /// Where they take longer, the lists of touchpoints come after the figures, not with them.
  static let longListing = Duration.milliseconds(5)

  init(engine: Engine) { self.engine = engine }

  mutating func receive(_ events: [FigureEvent]) {
    // Snapshots that were overtaken before anybody saw them are taken up together with the newest.
    var pending: (snapshot: Snapshot, touched: [Member.Index], records: Int)?
    for event in events {
      switch event {
      case .reader(.snapshot(let snapshot, .appended(let delta))):
        let records = max(1, delta.touched.count, delta.rows.count)
        pending = (
          snapshot, (pending?.touched ?? []) + delta.touched, (pending?.records ?? 0) + records
        )
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
    if let pending { append(pending.snapshot, pending.touched, records: pending.records) }
    for case .clock(let instant) in events { advance(to: instant) }
    for case .measures(let delivery) in events { receive(delivery) }
    if events.contains(where: { if case .clock = $0 { true } else { false } }) { catchUp() }
    if events.contains(where: { if case .narrowing = $0 { true } else { false } }) { narrow() }
    if events.contains(where: { if case .touchpointFilter = $0 { true } else { false } }) {
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
    let figures = MemberFigures(community: community, moment: moment, on: .allCores)
    let roster = Roster(community: community, figures: figures, moment: moment, mask: mask(community))
    let overview = OverviewFigures(community: community, figures: figures, moment: moment)
    self.figures = figures
    satisfaction = SatisfactionTally(community: community, moment: moment, on: .allCores)
    additions = []
    ledger = MeasuresLedger(share: engine.surroundings.measuring.share)
    isComputingAll = false
    measuredAt = nil
    let reading = (data?.reading ?? 0) + 1
    engine.readingBegan(reading)
    publish(snapshot, roster, overview, reading: reading)
    engine.loadEnded()
  }

  private mutating func append(_ snapshot: Snapshot, _ touched: [Member.Index], records: Int) {
    guard let data, var figures else { return load(snapshot) }
    let community = snapshot.community
    let moment = moment(of: snapshot, wall: engine.surroundings.wallClock())
    let distinct = touched.count < 2 ? touched : Array(Set(touched)).sorted()
    // Let go of the stored copy first, so that the change copies the blocks it touches alone.
    self.figures = nil
    let due = figures.update(distinct, community: community, moment: moment)
    self.figures = figures
    var overview = data.overview
    overview.update(community: community, figures: figures, moment: moment)
    satisfaction?.update(distinct, community: community, moment: moment, on: .allCores)
    let roster = data.roster.updated(
      community: community, figures: figures, moment: moment, mask: mask(community))
    ledger.append(due == nil ? community.members.count : records)
    follow(Array(Set(distinct + (due ?? []))).sorted(), snapshot, roster, overview, data)
  }

  private mutating func advance(to instant: Instant) {
    guard let data, var figures else { return }
    let moment = moment(of: data.snapshot, wall: instant)
    let old = data.roster.moment
    guard moment != old, figures.changes(by: moment) || moment.today != old.today else { return }
    self.figures = nil
    let due = figures.advance(to: moment, community: data.community)
    self.figures = figures
    var overview = data.overview
    overview.update(community: data.community, figures: figures, moment: moment)
    satisfaction?.update([], community: data.community, moment: moment, on: .allCores)
    ledger.append(due?.count ?? data.community.members.count)
    follow(
      due ?? [], data.snapshot,
      data.roster.updated(community: data.community, figures: figures, moment: moment),
      overview, data)
  }

  /// Publishes a state in which the measures of some members follow what was added.
  private mutating func follow(
    _ members: [Member.Index], _ snapshot: Snapshot, _ roster: Roster, _ overview: OverviewFigures,
    _ data: DashboardData
  ) {
    var roster = roster
    let isFew = members.count <= FigureKeeper.fewMembers
    if isFew { roster = roster.following(members, stages: engine.surroundings.measuring.stages) }
    additions.append((data.generation + 1, members, isFew))
    publish(snapshot, roster, overview, reading: data.reading)
  }

  private mutating func receive(_ delivery: MeasuresDelivery) {
    guard let data, data.reading == delivery.reading else { return }
    satisfaction?.receive(delivery.measures, on: .allCores)
    if delivery.isOfAll {
      measuring += 1
      if delivery.isWhole, let computing {
        isComputingAll = false
        measuredAt = computing.now
        nextCatchingUp = .now + (.now - computing.start) * engine.surroundings.measuring.rest
      }
    }
    additions.removeAll { $0.generation <= delivery.generation }
    let members = Array(Set(additions.lazy.flatMap(\.members))).sorted()
    let isFew = members.count <= FigureKeeper.fewMembers
    for place in additions.indices { additions[place].isFollowed = isFew }
    var roster = data.roster.with(delivery.measures)
    if isFew, !members.isEmpty {
      roster = roster.following(members, stages: engine.surroundings.measuring.stages)
    }
    publish(
      data.snapshot, roster, data.overview, reading: delivery.reading,
      measures: delivery.isOfAll ? delivery : nil)
  }

  /// - Parameter measures: computed for all members, where they are what is new.
  private mutating func publish(
    _ snapshot: Snapshot, _ roster: Roster, _ overview: OverviewFigures, reading: Int,
    measures: MeasuresDelivery? = nil
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
      measuredAt: isBehind(snapshot.community) ? measuredAt : nil,
      touchpoints: comesAfter ? former : touchpoints(roster))
    data = new
    engine.post(.data(new))
    narrow()
    if comesAfter { narrowTouchpoints() }
    if roster.measures != nil {
      engine.recall(
        RecallRequest(
          roster: roster, reading: reading, generation: new.generation, measuring: measuring,
          board: measures?.board))
    }
    measure(new)
    // The board of tiers tells of all members, so it comes with their measures, not with every append.
    if measures != nil {
      engine.tierBoards.submit(TierRequest(roster: roster, reading: reading, generation: new.generation))
    }
  }

  /// Asks for measures where they are due, and has them follow what was too much to follow here.
  private mutating func measure(_ data: DashboardData, hasTime: Bool = false) {
    var task = MeasuresRequest.Task.computeAll
    if ledger.isDue(data.community, data.roster.moment, hasTime: hasTime) {
      isComputingAll = true
      computing = (.now, data.roster.moment.now)
    } else {
      // What comes whole takes up later additions by itself.
      guard !isComputingAll, additions.contains(where: { !$0.isFollowed }) else { return }
      task = .follow(Array(Set(additions.lazy.flatMap(\.members))).sorted())
    }
    engine.measures.submit(
      MeasuresRequest(task: task, roster: data.roster, reading: data.reading, generation: data.generation))
  }

  /// Has measures of all members computed although little was appended, where the clock goes on and there's time for it.
  private mutating func catchUp() {
    guard let data, !isComputingAll, ledger.isBehind, nextCatchingUp <= .now else { return }
    measure(data, hasTime: true)
  }

  /// Whether measures that are only computed for all members don't have all records. In a small folder that lasts a
  /// fraction of a second.
  private func isBehind(_ community: Community) -> Bool {
    (ledger.isBehind || isComputingAll) && community.members.count > ledger.share.smallFolder
  }

  // MARK: Narrowing

  /// The lists of touchpoints as they are narrowed just now.
  private mutating func touchpoints(_ roster: Roster) -> TouchpointFigures? {
    let start = ContinuousClock.now
    defer { listing = ContinuousClock.now - start }
    let (filter, order, narrowing) = engine.narrowed.withLock { $0.touchpoints }
    return TouchpointFigures(roster, filter: filter, order: order, narrowing: narrowing)
  }

  private mutating func narrowTouchpoints() {
    guard let data, let figures = touchpoints(data.roster) else { return }
    self.data?.touchpoints = figures
    engine.post(.touchpoints(figures, reading: data.reading))
  }

  /// Has the answers of some members counted, where that's asked for.
  private func narrow() {
    guard let data, let satisfaction, let narrowing = engine.narrowed.withLock({ $0.answers }) else { return }
    engine.narrowings.submit(
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
