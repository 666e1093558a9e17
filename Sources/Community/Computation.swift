/// How something is computed: into how many parts it's divided, what runs them, and whether anybody still wants it.
///
/// Results don't depend on it: whoever divides its work puts the parts together in an order of its own, not in that in
/// which they were done.
package struct Computation: Sendable {
  /// Calls its second argument with each number below its first, if it likes at the same time, and returns when all have
  /// returned.
  package typealias Perform = @Sendable (_ count: Int, _ body: @Sendable (Int) -> Void) -> Void

  /// Into how many parts work is divided; at least 1.
  package let workers: Int
  /// Whether nobody wants the result any more; asked now and then, from any thread.
  ///
  /// What says that it returns nil if cancelled gives up soon after; what doesn't say so never asks.
  package let isCancelled: @Sendable () -> Bool
  private let perform: Perform

  package init(
    workers: Int = 1, perform: @escaping Perform = { count, body in (0..<count).forEach(body) },
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    self.workers = max(1, workers)
    self.perform = perform
    self.isCancelled = isCancelled
  }

  /// In one part, on the thread that asks, to its end.
  package static let serial = Computation()

  /// Calls `body` with each number from 0 to `parts` - 1, in any order and where it can at the same time; returns when all
  /// have returned.
  package func forEach(_ parts: Int, _ body: @Sendable (Int) -> Void) { perform(parts, body) }

  /// The same, given up once `isCancelled` says so.
  package func cancelled(when isCancelled: @escaping @Sendable () -> Bool) -> Computation {
    Computation(workers: workers, perform: perform, isCancelled: isCancelled)
  }
}
