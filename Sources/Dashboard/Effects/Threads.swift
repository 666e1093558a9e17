import Glibc

/// Starts a thread that runs `body` once and ends. It isn't waited for.
///
/// - Parameter isYielding: whether it, and threads that it starts, leave the cores to all others where these are
///   short: work that takes seconds, for which no key waits.
func startThread(isYielding: Bool = false, _ body: @escaping @Sendable () -> Void) {
  let box = Unmanaged.passRetained(
    ThreadBody {
      // Of Linux, 0 is the calling thread, not its process.
      if isYielding { setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 10) }
      body()
    })
  var attributes = pthread_attr_t()
  pthread_attr_init(&attributes)
  pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
  var thread = pthread_t()
  let result = pthread_create(
    &thread, &attributes,
    { argument in
      guard let argument else { return nil }
      let body = Unmanaged<ThreadBody>.fromOpaque(argument).takeRetainedValue()
      // Signals are the main thread's.
      var all = sigset_t()
      sigfillset(&all)
      pthread_sigmask(SIG_BLOCK, &all, nil)
      body.run()
      return nil
    }, box.toOpaque())
  pthread_attr_destroy(&attributes)
  // Without threads nothing would ever be read; the process is out of resources at its start.
  precondition(result == 0, "no thread could be started")
}

private final class ThreadBody: Sendable {
  let run: @Sendable () -> Void
  init(run: @escaping @Sendable () -> Void) { self.run = run }
}
