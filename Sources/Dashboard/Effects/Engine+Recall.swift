import Community
import Glibc
import Loyalty

/// A roster whose queue of recalls is to be made.
struct RecallRequest: Sendable {
  /// With measures.
  var roster: Roster
  var reading: Int
  /// Grows with every change of the folder.
  var generation: Int
  /// Counts the measures of a reading: while they stay, only what was decided has changed the queue.
  var measuring: Int
}

extension Engine {
  /// Rows that are shown before the whole queue is in order.
  private static let firstRows = 200

  /// Has the queue of recalls made, in place of one that still waits.
  func recall(_ request: RecallRequest) {
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
    guard
      let board = RecallBoard(
        request.roster, fit: request.roster.measures?.model?.fit, manager: surroundings.manager,
        isCancelled: isCancelled)
    else { return nil }
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
      post(.recall(RecallFigures(board, queue, rows: rows, generation: request.generation)))
    }
    guard queue.sort(board, isCancelled: isCancelled) else { return nil }
    post(.recall(RecallFigures(board, queue, rows: queue.members, generation: request.generation)))
    return (request, board, queue)
  }

  /// Takes up what was decided since.
  private func follow(_ request: RecallRequest, _ board: RecallBoard, _ queue: RecallQueue)
    -> (RecallRequest, RecallBoard, RecallQueue)?
  {
    var (board, queue) = (board, queue)
    guard let touched = board.update(request.roster) else { return order(request, board, { false }) }
    queue.update(touched, board)
    post(.recall(RecallFigures(board, queue, rows: queue.members, generation: request.generation)))
    return (request, board, queue)
  }
}
