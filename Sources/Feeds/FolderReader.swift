import Glibc
import Synchronization

/// Reads a community folder on a thread of its own, then follows it.
///
/// What is told comes on that thread, and on those that parse while loading.
package final class FolderReader: Sendable {
  private let folder: String
  private let options: ReadingOptions
  private let deliver: @Sendable (ReaderEvent) -> Void
  private let state = Mutex(State())
  private let isStopped = Atomic<Bool>(false)
  private let isCancelled = Atomic<Bool>(false)

  private struct State {
    var thread: pthread_t?
    var watcher: FolderWatcher?
    var isStarted = false
  }

  /// Snapshots aren't delivered more often.
  private static let interval = Duration.milliseconds(16)
  /// Files that are written as a whole are read when they were left alone for so long.
  private static let quiet = Duration.milliseconds(60)
  /// They are read after so long even if they are not.
  private static let patience = Duration.seconds(1)
  /// A line without a newline is told of when it has waited for so long: mostly its rest comes at once.
  private static let waitingLine = Duration.seconds(1)
  /// Looking for bytes that were overwritten takes at most this part of the time.
  private static let verifyingShare = 20
  /// It's put off for so long at most.
  private static let longestRest = Duration.seconds(30)
  /// When a folder that can't be read is tried again.
  private static let retry = Duration.seconds(2)

  package init(
    folder: String, options: ReadingOptions, deliver: @escaping @Sendable (ReaderEvent) -> Void
  ) {
    self.folder = folder
    self.options = options
    self.deliver = deliver
  }

  /// Begins to read. Only the first call counts.
  package func start() {
    state.withLock { state in
      guard !state.isStarted else { return }
      state.isStarted = true
      // Watched before it's read, so that no change falls between.
      let watcher = FolderWatcher(folder: folder)
      state.watcher = watcher
      state.thread = Workers.start { [self] in run(watcher) }
      if state.thread == nil { deliver(.failed(.unreadable(EAGAIN))) }
    }
  }

  /// Ends following, and returns when the thread has ended. Nothing is delivered any more.
  package func stop() {
    isStopped.store(true, ordering: .relaxed)
    isCancelled.store(true, ordering: .relaxed)
    let thread = state.withLock { state in
      state.watcher?.stop()
      defer { state.thread = nil }
      return state.thread
    }
    if let thread { pthread_join(thread, nil) }
  }

  /// Gives up the loading that is under way. It ends with `FolderProblem.cancelled`; what was read before stays.
  package func cancelLoad() { isCancelled.store(true, ordering: .relaxed) }

  private func run(_ watcher: FolderWatcher) {
    var course = Course()
    while !isStopped.load(ordering: .relaxed) {
      let now = ContinuousClock.now
      if let time = course.loadAt, now >= time {
        load(watcher, &course)
      } else if course.loadAt == nil, !course.pending.isEmpty, now >= course.lookAt {
        look(&course, now)
      } else if course.loadAt == nil, let time = course.verifyAt, now >= time {
        verify(&course, now)
      } else if course.loadAt == nil, let time = course.tellAt, now >= time {
        course.tellAt = nil
        course.follower?.takeUpReport()
        tell(course.follower, .appended(Delta()))
      } else {
        wait(watcher, &course)
      }
    }
  }

  /// Where the thread stands.
  private struct Course {
    var follower: Follower?
    /// Changes that weren't looked at yet.
    var pending = FolderChanges()
    /// Not to look at changes before.
    var lookAt = ContinuousClock.now
    /// When everything is read; nil when there's no need.
    var loadAt: ContinuousClock.Instant? = .now
    /// When that happens even if files are still being written.
    var loadBy = ContinuousClock.now
    /// When to go on looking for bytes that were overwritten in place; nil when there's no need.
    var verifyAt: ContinuousClock.Instant?
    /// What that has taken so far, of one file.
    var verifying = Duration.zero
    /// When to tell of a line without a newline; nil where there's nothing to tell.
    var tellAt: ContinuousClock.Instant?
    /// Why the folder can't be read, as was told last.
    var error: FolderProblem?
  }

  private func load(_ watcher: FolderWatcher, _ course: inout Course) {
    course.loadAt = nil
    course.pending = FolderChanges()
    (course.verifyAt, course.verifying, course.tellAt) = (nil, .zero, nil)
    isCancelled.store(isStopped.load(ordering: .relaxed), ordering: .relaxed)
    do throws(FolderProblem) {
      let listing = try FolderListing(folder, opener: options.opener)
      let loading = Loading(
        folder, options, isFollowed: true, lastProgram: course.follower?.reading.lastProgram,
        progress: { [self] in deliver(.progress($0)) },
        isCancelled: { [self] in isCancelled.load(ordering: .relaxed) })
      var reading = try loading.run(listing)
      if watcher.isPolling { reading.report.notes.append(.networkMount) }
      course.follower = Follower(folder, options, listing, reading)
      course.error = nil
      tell(course.follower, .loaded)
    } catch {
      if error != course.error, !isStopped.load(ordering: .relaxed) { deliver(.failed(error)) }
      if error != .cancelled { course.error = error }
    }
    course.lookAt = .now + FolderReader.interval
  }

  private func look(_ course: inout Course, _ now: ContinuousClock.Instant) {
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
      reload(&course, changes.everything ? now : now + FolderReader.quiet)
    }
    course.lookAt = .now + FolderReader.interval
    guard let follower = course.follower else { return }
    if course.verifyAt == nil, !follower.unverified.isEmpty { course.verifyAt = .now }
    course.tellAt = follower.hasUntoldLine ? course.tellAt ?? .now + FolderReader.waitingLine : nil
  }

  private func reload(_ course: inout Course, _ time: ContinuousClock.Instant) {
    course.loadAt = time
    course.loadBy = .now + FolderReader.patience
  }

  /// Goes on looking whether bytes were overwritten in place, a little at a time, as changes come first.
  private func verify(_ course: inout Course, _ start: ContinuousClock.Instant) {
    switch course.follower?.verify() ?? .nothing {
    case .nothing: course.verifyAt = nil
    case .changed:
      course.verifyAt = nil
      reload(&course, .now + FolderReader.quiet)
    case .goesOn: course.verifying += .now - start
    case .unchanged:
      let rest = (course.verifying + (.now - start)) * FolderReader.verifyingShare
      course.verifyAt = .now + min(rest, FolderReader.longestRest)
      course.verifying = .zero
    }
  }

  private func tell(_ follower: Follower?, _ change: Change) {
    if let follower, !isStopped.load(ordering: .relaxed) {
      deliver(.snapshot(follower.reading.snapshot, change))
    }
  }

  /// Sleeps until something changes or it's time to do something.
  private func wait(_ watcher: FolderWatcher, _ course: inout Course) {
    var deadline = course.loadAt
    if deadline == nil, !course.pending.isEmpty { deadline = course.lookAt }
    if course.loadAt == nil {
      deadline = [deadline, course.verifyAt, course.tellAt].compactMap { $0 }.min()
    }
    if deadline == nil, course.error != nil { deadline = .now + FolderReader.retry }
    guard let changes = watcher.wait(until: deadline) else { return }
    for change in changes {
      switch change {
      case .touched(let path): course.pending.touched.insert(path)
      case .everything: course.pending.everything = true
      }
    }
    if changes.isEmpty {
      if course.error != nil, course.loadAt == nil { course.pending.everything = true }
    } else if course.loadAt != nil {
      // A file that is still being written puts off reading it.
      course.loadAt = min(.now + FolderReader.quiet, course.loadBy)
    }
  }
}
