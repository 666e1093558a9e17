import Glibc
import Synchronization

/// Threads that share the items of a list among them.
struct Workers: Sendable {
  /// At least 1.
  let threads: Int

  init(threads: Int) { self.threads = max(1, threads) }

  /// As many threads as the machine has processors on line.
  static var available: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// What `transform` gives for 0..<count, in that order, whichever thread did it.
  func map<Result: Sendable>(_ count: Int, _ transform: @escaping @Sendable (Int) -> Result) -> [Result] {
    if threads == 1 || count < 2 { return (0..<count).map(transform) }
    let job = Job(count: count, transform: transform)
    var started: [pthread_t] = []
    for _ in 1..<min(threads, count) {
      var thread = pthread_t()
      let context = Unmanaged.passRetained(job as Runnable).toOpaque()
      let failure = pthread_create(&thread, nil, runJob, context)
      if failure == 0 {
        started.append(thread)
      } else {
        // The calling thread does the work that this one would have done.
        Unmanaged<Runnable>.fromOpaque(context).release()
      }
    }
    job.run()
    for thread in started { pthread_join(thread, nil) }
    return job.results.withLock { $0.compactMap { $0 } }
  }
}

private func runJob(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  if let context { Unmanaged<Runnable>.fromOpaque(context).takeRetainedValue().run() }
  return nil
}

private class Runnable {
  func run() {}
}

private final class Job<Result: Sendable>: Runnable {
  let results: Mutex<[Result?]>
  private let next = Atomic<Int>(0)
  private let count: Int
  private let transform: @Sendable (Int) -> Result

  init(count: Int, transform: @escaping @Sendable (Int) -> Result) {
    self.count = count
    self.transform = transform
    results = Mutex(Array(repeating: nil, count: count))
  }

  override func run() {
    while true {
      let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard index < count else { return }
      let result = transform(index)
      results.withLock { $0[index] = result }
    }
  }
}
