import Glibc
import Synchronization

/// Runs work on several threads at once.
package enum Workers {
  /// Calls `body` with 0 ..< `count`, each on a thread of its own, and returns when all have returned.
  ///
  /// Where the system gives no more threads, the calling one does their work too.
  package static func run(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
    guard count > 0 else { return }
    var threads: [pthread_t] = []
    for index in 1..<count {
      if let thread = start({ body(index) }) { threads.append(thread) } else { body(index) }
    }
    body(0)
    for thread in threads { pthread_join(thread, nil) }
  }

  /// A thread of its own; nil when the system gives none.
  static func start(_ body: @escaping @Sendable () -> Void) -> pthread_t? {
    let box = Unmanaged.passRetained(Work(body))
    var thread = pthread_t()
    let status = pthread_create(
      &thread, nil,
      { argument in
        // The argument is the box that the caller passed.
        if let argument { Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body() }
        return nil
      }, box.toOpaque())
    guard status == 0 else {
      box.release()
      return nil
    }
    return thread
  }

  private final class Work: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }
}

/// Takes results of numbered tasks in the order of their numbers, whoever finishes first.
final class OrderedResults<Value: Sendable>: Sendable {
  private struct State {
    var values: [Value?]
    var next = 0
    var isBusy = false

    mutating func nextReady() -> (Int, Value)? {
      guard !isBusy, next < values.count, let value = values[next] else { return nil }
      values[next] = nil
      next += 1
      isBusy = true
      return (next - 1, value)
    }
  }

  private let state: Mutex<State>

  init(count: Int) { state = Mutex(State(values: Array(repeating: nil, count: count))) }

  /// Hands in a result. If it's its turn, `merge` is called for it and for those that waited for it; never on two
  /// threads at once.
  func finish(_ index: Int, _ value: Value, _ merge: (Int, Value) -> Void) {
    var ready = state.withLock { state in
      state.values[index] = value
      return state.nextReady()
    }
    while let (number, value) = ready {
      merge(number, value)
      ready = state.withLock { state in
        state.isBusy = false
        return state.nextReady()
      }
    }
  }
}
