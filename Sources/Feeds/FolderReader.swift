import Glibc
import Synchronization

/// Reads a community folder on a thread of its own, then follows it.
///
/// What is told comes on that thread, and on those that parse while loading.
public final class FolderReader: Sendable {
  private let folder: String
  private let options: ReadingOptions
  private let deliver: @Sendable (ReaderEvent) -> Void
  private let state = Mutex(State())
  /// A pipe that wakes the thread.
  private let wake: (read: Int32, write: Int32)
  private let isStopped = Atomic<Bool>(false)
  private let isCancelled = Atomic<Bool>(false)

  private struct State {
    var thread: pthread_t?
    var isStarted = false
  }

  /// Snapshots aren't delivered more often, in milliseconds.
  private static let interval: Int64 = 16
  /// Files that are written as a whole are read when they were left alone for so long, in milliseconds.
  private static let quiet: Int64 = 60
  /// They are read after so long even if they are not.
  private static let patience: Int64 = 1000
  /// How often files are looked at where the kernel can't tell of changes, in milliseconds.
  private static let lookInterval: Int64 = 2000

  public init(folder: String, options: ReadingOptions, deliver: @escaping @Sendable (ReaderEvent) -> Void) {
    self.folder = folder
    self.options = options
    self.deliver = deliver
    var ends: [Int32] = [-1, -1]
    pipe(&ends)
    for end in ends where end >= 0 {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    wake = (ends[0], ends[1])
  }

  deinit {
    for end in [wake.read, wake.write] where end >= 0 { close(end) }
  }

  /// Begins to read. Only the first call counts.
  public func start() {
    state.withLock { state in
      guard !state.isStarted else { return }
      state.isStarted = true
      // Without a thread there is nobody to follow the folder, but reading it once works.
      state.thread = Workers.start { [self] in run() }
      if state.thread == nil { _ = load(FolderWatch(folder)) }
    }
  }

  /// Ends following, and returns when the thread has ended. Nothing is delivered any more.
  public func stop() {
    isStopped.store(true, ordering: .relaxed)
    isCancelled.store(true, ordering: .relaxed)
    signal()
    let thread = state.withLock { state in
      defer { state.thread = nil }
      return state.thread
    }
    if let thread { pthread_join(thread, nil) }
  }

  /// Gives up the loading that is under way. It ends with `FolderError.cancelled`; what was read before stays.
  public func cancelLoad() { isCancelled.store(true, ordering: .relaxed) }

  private func signal() {
    var byte: UInt8 = 1
    _ = write(wake.write, &byte, 1)
  }

  private func run() {
    let watch = FolderWatch(folder)
    var course = Course()
    while !isStopped.load(ordering: .relaxed) {
      let now = milliseconds()
      if let time = course.loadAt, now >= time {
        load(watch, &course)
      } else if !course.pending.isEmpty, course.loadAt == nil,
        now >= course.lastDelivery + FolderReader.interval
      {
        look(&course, now)
      } else {
        wait(watch, &course)
      }
    }
  }

  /// Where the thread stands.
  private struct Course {
    var follower: Follower?
    /// Changes that weren't looked at yet.
    var pending = FolderChanges()
    var lastDelivery = Int64.min / 2
    /// When everything is read, in milliseconds of the monotonic clock; nil when there's no need.
    var loadAt: Int64? = 0
    /// When that happens even if files are still being written.
    var loadBy = Int64.max
    /// Why the folder can't be read, as was told last.
    var error: FolderError?
  }

  private func load(_ watch: FolderWatch, _ course: inout Course) {
    course.loadAt = nil
    course.pending = FolderChanges()
    let result = load(watch)
    course.lastDelivery = milliseconds()
    switch result {
    case .success(let follower):
      course.follower = follower
      course.error = nil
      // Whatever changed while it was read.
      course.pending.everything = true
      tell(follower, .loaded)
    case .failure(let error):
      if error != course.error, !isStopped.load(ordering: .relaxed) { deliver(.failed(error)) }
      course.error = error == .cancelled ? course.error : error
    }
  }

  private func look(_ course: inout Course, _ now: Int64) {
    let changes = course.pending
    course.pending = FolderChanges()
    guard course.follower != nil else {
      // It couldn't be read; perhaps it can now.
      course.loadAt = now
      return
    }
    switch course.follower?.look(changes) ?? .nothing {
    case .nothing: break
    case .appended(let delta): tell(course.follower, .appended(delta))
    case .program: tell(course.follower, .loaded)
    case .reload:
      course.loadAt = now + (changes.everything || changes.names ? 0 : FolderReader.quiet)
      course.loadBy = now + FolderReader.patience
    }
    course.lastDelivery = milliseconds()
  }

  private func tell(_ follower: Follower?, _ change: Change) {
    if let follower, !isStopped.load(ordering: .relaxed) {
      deliver(.snapshot(follower.reading.snapshot, change))
    }
  }

  private func load(_ watch: FolderWatch) -> Result<Follower, FolderError> {
    isCancelled.store(isStopped.load(ordering: .relaxed), ordering: .relaxed)
    do throws(FolderError) {
      // Watched before it's read, so that no change falls between.
      watch.watch(nil)
      watch.watch(try FolderListing(folder, opener: options.opener))
      let listing = try FolderListing(folder, opener: options.opener)
      let loading = Loading(
        folder, options, tail: .waits, progress: { [self] in deliver(.progress($0)) },
        isCancelled: { [self] in isCancelled.load(ordering: .relaxed) })
      var reading = try loading.run(listing)
      if watch.isRemote { reading.report.notes.append(.networkMount) }
      return .success(Follower(folder, options, listing, reading))
    } catch {
      return .failure(error)
    }
  }

  /// Sleeps until something changes or it's time to do something.
  private func wait(_ watch: FolderWatch, _ course: inout Course) {
    let now = milliseconds()
    var timeout: Int64 = -1
    if let loadAt = course.loadAt {
      timeout = max(0, loadAt - now)
    } else if !course.pending.isEmpty {
      timeout = max(0, course.lastDelivery + FolderReader.interval - now)
    } else if watch.isRemote || course.error != nil {
      timeout = FolderReader.lookInterval
    }
    var descriptors = [
      pollfd(fd: watch.descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: wake.read, events: Int16(POLLIN), revents: 0),
    ]
    let ready = poll(&descriptors, 2, Int32(timeout))
    if descriptors[0].revents != 0 {
      let changes = watch.drain()
      course.pending.add(changes)
      // A file that is still being written puts off reading it.
      if !changes.isEmpty, course.loadAt != nil {
        course.loadAt = min(milliseconds() + FolderReader.quiet, course.loadBy)
      }
    } else if ready == 0, course.loadAt == nil, course.pending.isEmpty {
      course.pending.everything = true
    }
  }

  private func milliseconds() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }
}
