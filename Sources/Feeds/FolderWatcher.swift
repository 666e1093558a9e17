import Glibc
import Synchronization

/// Tells what changes in a community folder, without reading any of it.
///
/// The kernel tells as it happens. Where it can't, because others change the files behind its back or it has no
/// room for more watches, the files are looked at from time to time.
final class FolderWatcher: Sendable {
  /// Why the kernel's word isn't enough.
  enum Obstacle: Hashable, Sendable {
    /// The folder, or something in it, is on a network or FUSE mount.
    case networkMount
    /// The user has no more inotify instances or watches.
    case kernelLimit
  }

  fileprivate struct State {
    var kernel: KernelWatch?
    var look: FolderLook?
    /// When to look again at the files, or for the folder that was lost.
    var nextLook: ContinuousClock.Instant?
  }

  private let folder: String
  private let interval: Duration
  private let state: Mutex<State>
  private let currentObstacle: Mutex<Obstacle?>
  private let isStopped = Atomic(false)
  /// A pipe that becomes readable when it's time to stop; -1 where there could be none.
  private let stopReading: Int32
  private let stopWriting: Int32
  /// -1 where there could be none.
  private let inotify: Int32

  /// Follows a folder from now on. What is listed afterwards is never older than what is told.
  ///
  /// - Parameters:
  ///   - interval: between two looks at the files, where the kernel can't tell.
  ///   - mounts: says which devices are on a network.
  init(
    folder: String, interval: Duration = .seconds(2),
    mounts: @escaping @Sendable () -> MountTable = MountTable.current
  ) {
    self.folder = folder
    self.interval = interval
    var ends: [Int32] = [-1, -1]
    if pipe(&ends) == 0 {
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    }
    (stopReading, stopWriting) = (ends[0], ends[1])
    inotify = inotify_init1(O_NONBLOCK | O_CLOEXEC)
    var state = State()
    var obstacle: Obstacle? = .kernelLimit
    if inotify >= 0 {
      let kernel = KernelWatch(descriptor: inotify, folder: folder, mounts: mounts)
      obstacle = kernel.obstacle
      state.kernel = kernel
    }
    state.adapt(to: obstacle, folder, interval)
    self.state = Mutex(state)
    currentObstacle = Mutex(obstacle)
  }

  deinit {
    for descriptor in [stopReading, stopWriting, inotify] where descriptor >= 0 { close(descriptor) }
  }

  /// Why files are looked at from time to time; nil while the kernel tells.
  var obstacle: Obstacle? { currentObstacle.withLock { $0 } }

  /// Whether files are looked at from time to time.
  var isPolling: Bool { obstacle != nil }

  /// Makes `wait`, now and ever after, return nil. From any thread.
  func stop() {
    isStopped.store(true, ordering: .sequentiallyConsistent)
    var byte: UInt8 = 0
    _ = write(stopWriting, &byte, 1)
  }

  /// Sleeps until something changed.
  ///
  /// - Parameter deadline: when to return with nothing; nil for never.
  /// - Returns: all changes that are known by now, each once; nil when stopped.
  func wait(until deadline: ContinuousClock.Instant? = nil) -> [FolderChange]? {
    state.withLock { state in
      while !isStopped.load(ordering: .sequentiallyConsistent) {
        let now = ContinuousClock.now
        if let nextLook = state.nextLook, nextLook <= now {
          let changes = look(&state)
          if !changes.isEmpty { return changes }
        }
        if poll(until: [deadline, state.nextLook].compactMap { $0 }.min(), now) {
          let changes = apply(&state) { $0.read() }
          if !changes.isEmpty { return changes }
        }
        if let deadline, deadline <= .now, !isStopped.load(ordering: .sequentiallyConsistent) { return [] }
      }
      return nil
    }
  }

  /// Takes events as if the kernel had told them.
  func apply(_ events: [KernelEvent]) -> [FolderChange] {
    state.withLock { state in apply(&state) { $0.apply(events) } }
  }

  private func apply(
    _ state: inout State, _ read: (inout KernelWatch) -> [FolderChange]
  ) -> [FolderChange] {
    guard var kernel = state.kernel else { return [] }
    let changes = read(&kernel)
    state.kernel = kernel
    return adapt(&state) ?? changes
  }

  private func look(_ state: inout State) -> [FolderChange] {
    if var kernel = state.kernel {
      let changes = kernel.findAgain()
      state.kernel = kernel
      return adapt(&state) ?? changes
    }
    let look = FolderLook(folder)
    let changes = state.look.map { look.changes(since: $0) } ?? []
    state.look = look
    state.nextLook = .now + interval
    return changes
  }

  /// - Returns: everything, when from now on files are looked at.
  private func adapt(_ state: inout State) -> [FolderChange]? {
    let obstacle = state.kernel?.obstacle
    state.adapt(to: obstacle, folder, interval)
    guard let obstacle else { return nil }
    currentObstacle.withLock { $0 = obstacle }
    return [.everything]
  }

  /// - Returns: whether the kernel has something to tell.
  private func poll(until time: ContinuousClock.Instant?, _ now: ContinuousClock.Instant) -> Bool {
    var milliseconds: Int32 = -1
    if let time {
      let (seconds, attoseconds) = max(.zero, time - now).components
      // Rounded up, so as not to wake before the time.
      milliseconds = Int32(
        min(seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000, 1 << 30))
    }
    // Without a pipe, it is seen by and by that it's time to stop.
    if stopReading < 0, milliseconds < 0 || milliseconds > 250 { milliseconds = 250 }
    var polled = [
      pollfd(fd: stopReading, events: Int16(POLLIN), revents: 0),
      pollfd(fd: isPolling ? -1 : inotify, events: Int16(POLLIN), revents: 0),
    ]
    return Glibc.poll(&polled, nfds_t(polled.count), milliseconds) > 0 && polled[1].revents != 0
  }
}

extension FolderWatcher.State {
  mutating func adapt(to obstacle: FolderWatcher.Obstacle?, _ folder: String, _ interval: Duration) {
    if obstacle != nil {
      kernel = nil
      look = FolderLook(folder)
      nextLook = .now + interval
    } else {
      nextLook = kernel?.isLost == true ? .now + min(interval, .seconds(1)) : nil
    }
  }
}
