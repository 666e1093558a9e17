import CNcurses
import Glibc
import Synchronization

/// Lets any thread wake the loop, and counts the work that is still to ring.
///
/// Put the result where the loop finds it, then ring: the `wake` event is handed out after the ring was seen,
/// so whatever was put before it is there. Rings that the loop hasn't answered yet count as one.
package final class Waker: Sendable {
  /// Becomes readable when rung.
  let descriptor: Int32
  private let rung = Atomic(false)
  private let work = Mutex(0)

  package init() {
    descriptor = nc_event_counter()
    // Only running out of descriptors at start gets here; without a waker nothing loaded would ever show.
    precondition(descriptor >= 0, "eventfd failed")
  }

  deinit { close(descriptor) }

  /// Wakes the loop. Never blocks for long; safe from any thread, not from signal handlers.
  package func ring() {
    guard !rung.exchange(true, ordering: .sequentiallyConsistent) else { return }
    var one: UInt64 = 1
    _ = write(descriptor, &one, 8)
  }

  /// Says that a piece of work has begun which will end by itself. The memory terminal waits for it before it
  /// calls the loop idle; following a folder is not such a piece.
  package func workBegan() {
    work.withLock { $0 += 1 }
  }

  /// Says that it has ended, after its result was put in place, and rings.
  package func workEnded() {
    // Together, so that nobody sees neither the work nor the ring.
    work.withLock {
      $0 -= 1
      ring()
    }
  }

  /// How many pieces of work have begun and not ended.
  package var pendingWork: Int { work.withLock { $0 } }

  /// Whether a ring waits for an answer; the descriptor is readable then, or about to be.
  var isRung: Bool { rung.load(ordering: .sequentiallyConsistent) }

  /// Takes the ring, if there was one.
  func answer() -> Bool {
    var count: UInt64 = 0
    guard read(descriptor, &count, 8) == 8 else { return false }
    // An exchange, not a store: whoever rang just before must be seen with all that it wrote.
    return rung.exchange(false, ordering: .sequentiallyConsistent)
  }
}
