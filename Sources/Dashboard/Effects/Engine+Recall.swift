import Community
import Glibc
import Loyalty
import Reports

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

extension Engine {
  /// Rows that are shown before the whole queue is in order.
  private static let firstRows = 200

  /// Has the queue of recalls made, in place of one that still waits.
  func recall(_ request: RecallRequest) {
    newestRecall.withLock { newest in
      newest = request
      // A board that is kept here would be copied where it changes.
      newest?.board = nil
    }
    waker.workBegan()
    for _ in 0..<recalls.replace(with: request) { waker.workEnded() }
  }

  /// Keeps the queue of recalls up with the folder until the engine stops.
  func recallLoop() {
    var last: (request: RecallRequest, board: RecallBoard, queue: RecallQueue)?
    while let request = recalls.next() {
      let old = last
      last = nil
      if let old, old.request.reading == request.reading, old.request.measuring == request.measuring {
        last = follow(request, old.board, old.queue)
      } else {
        last = make(request)
      }
      waker.workEnded()
    }
  }

  private func make(_ request: RecallRequest) -> (RecallRequest, RecallBoard, RecallQueue)? {
    let isCancelled: @Sendable () -> Bool = { [self] in
      newestReading.load(ordering: .relaxed) != request.reading
    }
    if var board = request.board {
      _ = board.update(request.roster)
      return order(request, board, isCancelled)
    }
    let board = RecallBoard(
      request.roster, fit: request.roster.measures?.model?.fit, manager: surroundings.manager,
      isCancelled: isCancelled)
    guard let board else { return nil }
    return order(request, board, isCancelled)
  }

  private func order(
    _ request: RecallRequest, _ board: RecallBoard, _ isCancelled: @escaping @Sendable () -> Bool
  )
    -> (RecallRequest, RecallBoard, RecallQueue)?
  {
    let cores = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    let queue = RecallQueue(
      board, workers: cores,
      perform: onThreads,
      isCancelled: isCancelled)
    guard var queue else { return nil }
    if queue.count > Self.firstRows {
      let rows = queue.first(Self.firstRows, of: board)
      publish(board, queue, rows, request.generation)
    }
    guard queue.sort(board, isCancelled: isCancelled) else { return nil }
    publish(board, queue, queue.members, request.generation)
    return (request, board, queue)
  }

  /// Takes up what was decided since.
  private func follow(_ request: RecallRequest, _ board: RecallBoard, _ queue: RecallQueue)
    -> (RecallRequest, RecallBoard, RecallQueue)?
  {
    var (board, queue) = (board, queue)
    guard let touched = board.update(request.roster) else { return order(request, board, { false }) }
    queue.update(touched, board)
    publish(board, queue, queue.members, request.generation)
    return (request, board, queue)
  }

  /// Hands out the figures, of the rows those that search and filter let pass.
  private func publish(_ board: RecallBoard, _ queue: RecallQueue, _ rows: [Member.Index], _ generation: Int)
  {
    let (filter, narrowing) = recallFilter.withLock { $0 }
    let rows = filter.isEmpty ? rows : board.roster.members(of: rows, matching: filter) ?? []
    post(.recall(RecallFigures(board, queue, rows: rows, generation: generation, narrowing: narrowing)))
  }
}
