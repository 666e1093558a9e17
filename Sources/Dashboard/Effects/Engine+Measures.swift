import Community
import Glibc
import Loyalty
import Reports

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
