import Community
import Loyalty
import Screen

/// A roster whose queue of recalls is to be made.
struct RecallRequest: Sendable {
  /// With measures.
  var roster: Roster
  var reading: Int
  /// Grows with every change of the folder.
  var generation: Int
  /// Counts the measures of a reading: while they stay, only what was decided has changed the queue.
  var measuring: Int
  /// Of these measures, if it has been made already; decisions may have come since.
  var board: RecallBoard?
}

extension RecallFigures: EngineAnswer {
  package func supersedes(_ earlier: RecallFigures) -> Bool { true }
  package func apply(to state: inout DashboardState) { state.keepingOverviewLine { $0.receive(self) } }
}

/// Whom the queue of recalls shows from now on.
private struct RecallNarrowing: EngineRequest {
  var filter: MemberFilter
  var order: RecallOrder
  var narrowing: Int

  func submit(to engine: Engine) {
    let newest = engine.narrowed.withLock { narrowed in
      narrowed.recalls = (filter, order, narrowing)
      return narrowed.newestRecall
    }
    if let newest { engine.recalls.submit(newest) }
  }
}

extension Effect {
  /// Shows of the queue of recalls only whom a filter lets pass, in an order.
  static func narrowRecalls(_ filter: MemberFilter, order: RecallOrder, narrowing: Int) -> Effect {
    .request(RecallNarrowing(filter: filter, order: order, narrowing: narrowing))
  }
}

extension Lane<RecallRequest> {
  /// Keeps the queue of recalls up with the folder.
  static func recalls(_ waker: Waker) -> Lane {
    Lane("recalls", waker, keeping: .newest) { engine in
      var keeper = RecallKeeper(engine: engine)
      return { request in keeper.answer(request) }
    }
  }
}

extension Engine {
  /// Has the queue of recalls made, in place of one that still waits.
  func recall(_ request: RecallRequest) {
    narrowed.withLock { narrowed in
      narrowed.newestRecall = request
      // A board that is kept here would be copied where it changes.
      narrowed.newestRecall?.board = nil
    }
    recalls.submit(request)
  }
}

/// The queue of recalls as it was made last.
private struct RecallKeeper {
  private typealias Made = (request: RecallRequest, board: RecallBoard, queue: RecallQueue)

  /// Rows that are shown before the whole queue is in order.
  private static let firstRows = 200

  unowned let engine: Engine
  private var last: Made?

  init(engine: Engine) { self.engine = engine }

  mutating func answer(_ request: RecallRequest) {
    let old = last
    // Let go of the stored copy, so that following changes it in place.
    last = nil
    if let old, old.request.reading == request.reading, old.request.measuring == request.measuring {
      last = follow(request, old.board, old.queue)
    } else {
      last = make(request)
    }
  }

  private func make(_ request: RecallRequest) -> Made? {
    let computation = engine.recalls.computation(request.reading)
    if var board = request.board {
      _ = board.update(request.roster)
      return order(request, board, on: computation)
    }
    let board = RecallBoard(
      request.roster, fit: request.roster.measures?.model?.fit, manager: engine.surroundings.manager,
      isCancelled: computation.isCancelled)
    guard let board else { return nil }
    return order(request, board, on: computation)
  }

  private func order(_ request: RecallRequest, _ board: RecallBoard, on computation: Computation) -> Made? {
    guard var queue = RecallQueue(board, on: computation) else { return nil }
    if queue.count > Self.firstRows {
      let rows = queue.first(Self.firstRows, of: board)
      publish(board, queue, rows, request.generation)
    }
    guard queue.sort(board, isCancelled: computation.isCancelled) else { return nil }
    publish(board, queue, queue.members, request.generation)
    return (request, board, queue)
  }

  /// Takes up what was decided since.
  private func follow(_ request: RecallRequest, _ board: RecallBoard, _ queue: RecallQueue) -> Made? {
    var (board, queue) = (board, queue)
    guard let touched = board.update(request.roster) else { return order(request, board, on: .allCores) }
    queue.update(touched, board)
    publish(board, queue, queue.members, request.generation)
    return (request, board, queue)
  }

  /// Hands out the figures, of the rows those that search and filter let pass.
  private func publish(_ board: RecallBoard, _ queue: RecallQueue, _ rows: [Member.Index], _ generation: Int)
  {
    let (filter, order, narrowing) = engine.narrowed.withLock { $0.recalls }
    let rows = filter.isEmpty ? rows : board.roster.members(of: rows, matching: filter) ?? []
    engine.post(
      .answer(
        RecallFigures(
          board, queue, rows: rows, isNarrowed: !filter.isEmpty, order: order, generation: generation,
          narrowing: narrowing)))
  }
}
