import Community
import Glibc
import JSONTape

/// The file `decisions.jsonl` of a folder, to which any number of programs and threads append.
///
/// Every append opens the file, locks it, writes once at its end, waits for the disk and closes it. Nothing that
/// stands in the file is ever changed: what a crash left of a line is ended by the newline before the next one.
package struct JournalFile: Sendable {
  package let folder: String
  package let path: String
  /// For how long another's lock is waited for.
  private let patience: Duration

  package init(folder: String, patience: Duration = .seconds(10)) {
    self.folder = folder
    self.path = folder + "/decisions.jsonl"
    self.patience = patience
  }

  /// Writes decisions behind all others, in one piece, and returns when they are on disk.
  ///
  /// Blocks for as long as the disk takes, so it isn't for the main thread. After `cutOff` and `notSynced` the same
  /// decisions may be appended again: an id that stands twice in the file counts once.
  /// - Parameters:
  ///   - zone: in which times are written.
  ///   - known: up to where the caller knows the file; nil for not at all.
  ///   - check: is shown what was appended since, and says which decisions may not be written. It is called while
  ///     the file is locked: whatever it allows is written before anybody else can append. It may be called again
  ///     when nothing came of it.
  /// - Complexity: O(*n*) in the bytes behind `known` and in those written.
  package func append(
    _ decisions: [Decision], zone: Zone, known: JournalMark? = nil,
    check: (JournalNews) -> [RefusedDecision] = { _ in [] }
  ) throws(JournalProblem) -> Appended {
    guard !decisions.isEmpty else { return Appended(range: 0..<0, refusals: []) }
    let file = try LockedFile(path: path, folder: folder, patience: patience)
    let news = try file.news(since: known)
    let refusals = check(news).sorted { $0.index < $1.index }
    let refused = Set(refusals.map(\.index))
    var writer = JSONWriter()
    var ends: [Int] = []
    for (index, decision) in decisions.enumerated() where !refused.contains(index) {
      decision.write(to: &writer, zone: zone)
      ends.append(writer.bytes.count)
    }
    guard !ends.isEmpty else { return Appended(range: 0..<0, refusals: refusals) }
    let range = try file.append(writer.bytes, ends: ends)
    return Appended(range: range, refusals: refusals)
  }

  /// Says whether decisions can be written, and changes nothing: not even an empty file is made.
  /// - Returns: what stands against it, nil for nothing.
  package func probe() -> JournalProblem? {
    var status = stat()
    guard stat(folder, &status) == 0 else {
      return JournalProblem(opening: folder, folder: folder, code: errno)
    }
    guard status.st_mode & S_IFMT == S_IFDIR else { return .notAFolder(path: folder) }
    guard stat(path, &status) == 0 else {
      guard errno == ENOENT else { return JournalProblem(opening: path, folder: folder, code: errno) }
      guard faccessat(AT_FDCWD, folder, W_OK | X_OK, AT_EACCESS) == 0 else {
        return JournalProblem(opening: folder, folder: folder, code: errno)
      }
      return nil
    }
    guard status.st_mode & S_IFMT == S_IFREG else { return .notAFile(path: path) }
    let descriptor = open(path, LockedFile.mode)
    guard descriptor >= 0 else { return JournalProblem(opening: path, folder: folder, code: errno) }
    defer { close(descriptor) }
    return switch FileLock.acquire(descriptor) {
    case .taken, .heldByAnother: nil
    case .failed(let code): .cannotLock(path: path, code: code)
    }
  }
}
