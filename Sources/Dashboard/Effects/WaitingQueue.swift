import DequeModule
import Glibc

/// Values handed from any thread to one that waits for them.
///
/// Own code around a `Deque`, because `Mutex` has no condition to wait on, and a thread of its own waits here with
/// a deadline, not a task. `@unchecked Sendable`: everything mutable is touched with the mutex held.
final class WaitingQueue<Element: Sendable>: @unchecked Sendable {
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private let condition: UnsafeMutablePointer<pthread_cond_t>
  private var elements: Deque<Element> = []
  private var isClosed = false

  init() {
    mutex = .allocate(capacity: 1)
    condition = .allocate(capacity: 1)
    pthread_mutex_init(mutex, nil)
    var attributes = pthread_condattr_t()
    pthread_condattr_init(&attributes)
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
    pthread_cond_init(condition, &attributes)
    pthread_condattr_destroy(&attributes)
  }

  deinit {
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(mutex)
    condition.deallocate()
    mutex.deallocate()
  }

  private func locked<Result>(_ body: () -> Result) -> Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return body()
  }

  func append(_ element: Element) {
    locked { elements.append(element) }
    pthread_cond_signal(condition)
  }

  /// Puts an element in place of all that wait; those that were dropped.
  func replace(with element: Element) -> [Element] {
    let dropped = locked {
      defer { elements = [element] }
      return Array(elements)
    }
    pthread_cond_signal(condition)
    return dropped
  }

  /// Ends the waiting: `next` returns nil once nothing is left.
  func close() {
    locked { isClosed = true }
    pthread_cond_broadcast(condition)
  }

  /// Waits for an element.
  func next() -> Element? {
    locked {
      while elements.isEmpty, !isClosed { pthread_cond_wait(condition, mutex) }
      return elements.popFirst()
    }
  }

  /// Waits for elements and hands out all of them; none once it is closed.
  func nextBatch() -> [Element] {
    locked {
      while elements.isEmpty, !isClosed { pthread_cond_wait(condition, mutex) }
      defer { elements = [] }
      return Array(elements)
    }
  }

  /// Waits until a moment whatever is put in, or until the queue is closed.
  func sleep(until end: ContinuousClock.Instant) {
    _ = wait(until: end) { isClosed }
  }

  /// Waits until a moment, or until something is put in or the queue is closed; whether that was so.
  func waitForElement(until end: ContinuousClock.Instant) -> Bool {
    wait(until: end) { !elements.isEmpty || isClosed }
  }

  private func wait(until end: ContinuousClock.Instant, for isDone: () -> Bool) -> Bool {
    var deadline = timespec()
    clock_gettime(CLOCK_MONOTONIC, &deadline)
    let wait = (end - .now).components
    guard wait.seconds >= 0, wait.attoseconds >= 0 else { return false }
    deadline.tv_sec += Int(wait.seconds)
    deadline.tv_nsec += Int(wait.attoseconds / 1_000_000_000)
    if deadline.tv_nsec >= 1_000_000_000 {
      deadline.tv_sec += 1
      deadline.tv_nsec -= 1_000_000_000
    }
    return locked {
      while !isDone() {
        if pthread_cond_timedwait(condition, mutex, &deadline) == ETIMEDOUT { return false }
      }
      return true
    }
  }
}
