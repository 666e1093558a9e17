import Community
import JSONTape
import Synchronization

/// Pieces of a source that are worked on at the same time, while one thing more is done beside them.
struct Round {
  let computation: Computation

  /// What the pieces gave, in their order.
  ///
  /// - Parameters:
  ///   - beside: what one part does before it works on pieces: reading more of the source, writing what came before.
  ///   - work: works on one piece; each part has a parser of its own.
  func run<Piece: Sendable>(
    _ pieces: [Piece], beside: @escaping () throws(ImportProblem) -> Void,
    _ work: @Sendable (Piece, TapeParser) -> Harvest
  ) throws(ImportProblem) -> [Harvest] {
    let results = Slots(count: pieces.count)
    let next = Atomic(0)
    let problem = Mutex<ImportProblem?>(nil)
    // Only the first part calls it, while this waits.
    nonisolated(unsafe) let beside = beside
    computation.forEach(computation.workers) { part in
      if part == 0 {
        do throws(ImportProblem) {
          try beside()
        } catch {
          problem.withLock { $0 = error }
          next.store(pieces.count, ordering: .relaxed)
        }
      }
      let parser = TapeParser()
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < pieces.count else { return }
        results.set(index, work(pieces[index], parser))
      }
    }
    if let problem = problem.withLock({ $0 }) { throw problem }
    return results.all
  }
}
