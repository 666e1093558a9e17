import Community
import Glibc
import Loyalty

/// A roster whose measures are to be computed.
struct MeasuresRequest: Sendable {
  var roster: Roster
  var reading: Int
  /// Of the folder's state.
  var generation: Int
}

extension Engine {
  /// Has the measures of a roster computed, in place of those of a roster that still waits.
  func measure(_ request: MeasuresRequest) {
    newestReading.store(request.reading, ordering: .relaxed)
    waker.workBegan()
    for _ in 0..<measuring.replace(with: request) { waker.workEnded() }
  }

  /// Computes measures until the engine stops. What runs is given up for a new reading only, so that data that keep
  /// coming don't keep it from ending.
  func measureLoop() {
    var measuredReading = 0
    var last: MemberMeasures?
    while let request = measuring.next() {
      let start = ContinuousClock.now
      let isCancelled: @Sendable () -> Bool = { [self] in
        newestReading.load(ordering: .relaxed) != request.reading
      }
      let roster = request.roster
      if let measures = MemberMeasures(roster: roster, isCancelled: isCancelled) {
        // At first the stages are shown while the model is being fitted; later the earlier values stay meanwhile.
        let isFirst = measuredReading != request.reading
        if isFirst { last = nil }
        measuredReading = request.reading
        if isFirst { deliver(measures, request) }
        if let accounted = measures.accounted(roster, isCancelled: isCancelled),
          let scheduled = accounted.scheduled(roster, isCancelled: isCancelled)
        {
          if isFirst { deliver(scheduled, request) }
          let manager = surroundings.manager
          if let (initial, board) = scheduled.valued(roster, manager: manager, isCancelled: isCancelled) {
            var valued = initial
            // Filters of rules may ask for what the model says.
            if valued.touchpoints?.asksForValues == true {
              valued = valued.scheduled(roster, isCancelled: isCancelled) ?? valued
            }
            let isShown = last != nil
            if let last { valued.keepCommunity(of: last) }
            deliver(valued, request, board)
            // What comes first is shown at once where there was nothing; later it's shown when it's whole.
            last =
              valued.withCommunity(roster, isCancelled: isCancelled) {
                if !isShown { deliver($0, request, board) }
              } ?? last
            if let last, isShown { deliver(last, request, board) }
          }
        }
      }
      waker.workEnded()
      // Where data keep coming, most of the time is others'.
      let elapsed = ContinuousClock.now - start
      measuring.sleep(until: .now + min(.seconds(5), elapsed * 3))
    }
  }
}

extension Engine {
  private func deliver(_ measures: MemberMeasures, _ request: MeasuresRequest, _ board: RecallBoard? = nil) {
    waker.workBegan()
    news.append(.measures(measures, board, reading: request.reading, generation: request.generation))
  }
}

extension MemberMeasures {
  /// Computes the measures of a roster on all cores.
  ///
  /// - Returns: nil if cancelled.
  init?(roster: Roster, isCancelled: @escaping @Sendable () -> Bool = { false }) {
    let cores = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    self.init(
      community: roster.community, figures: roster.figures, workers: cores,
      perform: onThreads,
      isCancelled: isCancelled)
    guard let points = Points(roster: roster, isCancelled: isCancelled) else { return nil }
    receive(points)
    guard let tiers = Tiers(roster: roster, points: points, isCancelled: isCancelled) else { return nil }
    receive(tiers)
  }

  /// The same with the emotional accounts of a roster's members.
  ///
  /// - Returns: nil if cancelled.
  func accounted(_ roster: Roster, isCancelled: @escaping @Sendable () -> Bool = { false }) -> MemberMeasures?
  {
    guard let account = EmotionalAccounts(roster: roster, isCancelled: isCancelled) else { return nil }
    var measures = self
    measures.receive(account)
    return measures
  }

  /// The same with what a model of purchases says of the members of a roster, and the board of recalls that the stakes
  /// are from.
  ///
  /// - Parameter manager: whose queue the board is for.
  /// - Returns: nil if cancelled.
  func valued(
    _ roster: Roster, manager: String? = nil, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) -> (measures: MemberMeasures, board: RecallBoard)? {
    let model = ValueModel(community: roster.community, moment: roster.moment, isCancelled: isCancelled)
    guard let model else { return nil }
    var measures = self
    measures.receive(model)
    if let tiers = measures.tiers {
      measures.receive(
        TierFigures(tiers, community: roster.community, figures: roster.figures, measures: measures))
    }
    let board = RecallBoard(
      roster.with(measures), fit: model.fit, manager: manager, isCancelled: isCancelled)
    guard let board else { return nil }
    measures.receive(board)
    return (measures, board)
  }
}

extension MemberMeasures {
  /// The same with what members do in the community, on all cores.
  ///
  /// - Parameter deliver: called with what is known so far.
  /// - Returns: nil if cancelled.
  func withCommunity(
    _ roster: Roster, isCancelled: @escaping @Sendable () -> Bool = { false },
    deliver: (MemberMeasures) -> Void = { _ in }
  ) -> MemberMeasures? {
    let cores = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    return withCommunity(
      roster.community, figures: roster.figures, workers: cores, perform: onThreads,
      isCancelled: isCancelled, deliver: deliver)
  }
}

extension EmotionalAccounts {
  /// Computes the accounts of a roster's members on all cores.
  ///
  /// - Returns: nil if cancelled.
  package init?(roster: Roster, isCancelled: @escaping @Sendable () -> Bool = { false }) {
    let cores = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    self.init(
      community: roster.community, figures: roster.figures, moment: roster.moment, workers: cores,
      perform: onThreads, isCancelled: isCancelled)
  }
}
