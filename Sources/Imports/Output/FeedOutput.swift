import Community
import Glibc

/// How a file of a feed changed.
package struct FeedChange: Hashable, Sendable {
  package var feed: Feed
  /// Relative to the folder.
  package var file: String
  /// Records in the file now.
  package var records = 0
  package var added = 0
  package var changed = 0
  package var removed = 0
  /// Records that came again in the source; the last one was taken.
  package var repeated = 0
}

/// One file of a feed while it's written: the new records beside it, then those of the old file that stay, then renamed.
///
/// Memory doesn't grow with the lines, save for a byte each where some of them have to go.
final class FeedOutput {
  let feed: Feed
  /// Relative to the folder.
  let file: String
  private let path: String
  private let temporaryPath: String
  private var descriptor: Int32 = -1
  private var buffer: [UInt8] = []
  private let ledger: LineLedger
  private var recent = RecentLines()
  private var lineCount: UInt32 = 0
  private var repeated = 0
  private var isFinished = false
  /// The inner one first.
  private let madeFolders: [String]

  /// - Parameter factLimit: what is known of so many lines is held in memory.
  init(
    folder: String, feed: Feed, source: String, hash: String, factLimit: Int = LineLedger.usualLimit
  ) throws(ImportProblem) {
    self.feed = feed
    file = "\(feed.name)/\(source)-\(hash).jsonl"
    path = "\(folder)/\(file)"
    temporaryPath = "\(folder)/\(feed.name)/.\(source)-\(hash).\(getpid()).part"
    ledger = LineLedger(beside: temporaryPath, limit: factLimit)
    madeFolders = ["\(folder)/\(feed.name)", folder].filter { !FolderNames.isFolder($0) }
    try FolderNames.make("\(folder)/\(feed.name)")
    try openTemporary()
  }

  deinit { discard() }

  private func openTemporary() throws(ImportProblem) {
    descriptor = open(temporaryPath, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .unwritable(temporaryPath, errno) }
  }

  /// Takes back everything that was written.
  func discard() {
    guard !isFinished else { return }
    isFinished = true
    close(descriptor)
    unlink(temporaryPath)
    // Those that hold something by now stay.
    for folder in madeFolders { rmdir(folder) }
  }

  /// Takes lines in the order of the source.
  func append(_ lines: LineWriter) throws(ImportProblem) {
    // Runs of lines that stay are copied as a whole.
    var (runStart, start) = (0, 0)
    var (recent, line, repeated) = (recent, lineCount, repeated)
    self.recent = RecentLines(count: 0)
    for mark in lines.marks {
      switch mark.kind {
      case .tombstone:
        recent.forget(mark.key)
        try ledger.add(LineFact(key: mark.key, content: 0, line: line, kind: .tombstone))
      case .derived:
        try ledger.add(LineFact(key: mark.key, content: 0, line: line, kind: .derived))
        line += 1
      case .line where recent.hasJustSeen(mark.key, mark.content):
        buffer.append(contentsOf: lines.bytes[runStart..<start])
        runStart = mark.end
        repeated += 1
      case .line:
        try ledger.add(LineFact(key: mark.key, content: mark.content, line: line, kind: .line))
        if mark.group != mark.key {
          try ledger.add(LineFact(key: mark.group, content: 0, line: line, kind: .group))
        }
        line += 1
      }
      start = mark.end
    }
    buffer.append(contentsOf: lines.bytes[runStart..<start])
    (self.recent, lineCount, self.repeated) = (recent, line, repeated)
    if buffer.count >= 1 << 20 { try flush() }
  }

  private func flush() throws(ImportProblem) {
    let number = buffer.withUnsafeBytes { writeAll(descriptor, $0) }
    if number != 0 { throw .unwritable(temporaryPath, number) }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Brings the file into its final form. Nothing is seen of it before `commit`.
  ///
  /// - Returns: how the file will change.
  func settle(isCancelled: () -> Bool) throws(ImportProblem) -> FeedChange {
    try flush()
    recent = RecentLines(count: 0)
    let oldCount = try readOld(isCancelled)
    var fates = LineFates(newCount: Int(lineCount), oldCount: oldCount)
    try ledger.eachPart { facts throws(ImportProblem) in
      if isCancelled() { throw .cancelled }
      fates.settle(facts)
    }
    if fates.hasOrders { try rewrite(fates, isCancelled) }
    var change = FeedChange(feed: feed, file: file)
    let kept = try keepOld(fates, isCancelled)
    try flush()
    let live = Int(lineCount) - fates.dropped
    change.records = live + kept
    change.repeated = repeated + fates.repeated
    change.added = live - fates.known
    change.changed = fates.changed
    change.removed = fates.removed
    return change
  }

  /// Enters the lines of the old file into the ledger; how many there are.
  private func readOld(_ isCancelled: () -> Bool) throws(ImportProblem) -> Int {
    let old = open(path, O_RDONLY | O_CLOEXEC)
    guard old >= 0 else { return 0 }
    let lines = try LineReader(descriptor: old, path: path)
    var number: UInt32 = 0
    while let line = try lines.next() {
      if number & 0xFFF == 0, isCancelled() { throw .cancelled }
      if let (key, group) = OwnLine.keys(of: line, feed: feed) {
        try ledger.add(
          LineFact(key: key, content: Fingerprint.of(line), line: number, kind: .oldLine))
        if group != key {
          try ledger.add(LineFact(key: group, content: 0, line: number, kind: .oldGroup))
        } else if let derived = OwnLine.derived(line) {
          try ledger.add(
            LineFact(key: derived.key, content: derived.number, line: number, kind: .oldDerived))
        }
      }
      number += 1
    }
    return Int(number)
  }

  /// Writes the lines that count anew, in place of all, with their numbers among equal ones.
  private func rewrite(_ fates: LineFates, _ isCancelled: () -> Bool) throws(ImportProblem) {
    let all = try LineReader(descriptor: dup(descriptor), path: temporaryPath)
    unlink(temporaryPath)
    close(descriptor)
    try openTemporary()
    var number = 0
    while let line = try all.next() {
      if number & 0xFFF == 0, isCancelled() { throw .cancelled }
      switch fates.order(of: number) {
      case .stay: buffer.append(contentsOf: line)
      case .go: break
      case .number(let count):
        buffer.append(contentsOf: UnsafeRawBufferPointer(rebasing: line[..<LineWriter.derivedEnd]))
        buffer.append(contentsOf: "-\(count)".utf8)
        buffer.append(contentsOf: UnsafeRawBufferPointer(rebasing: line[LineWriter.derivedEnd...]))
      }
      number += 1
      if buffer.count >= 1 << 20 { try flush() }
    }
    try flush()
  }

  /// Takes over what the old file has and the source has no more word of; how many lines that are.
  private func keepOld(_ fates: LineFates, _ isCancelled: () -> Bool) throws(ImportProblem) -> Int {
    guard fates.keepsOld else { return 0 }
    let lines = try LineReader(descriptor: open(path, O_RDONLY | O_CLOEXEC), path: path)
    var (number, kept) = (0, 0)
    while let line = try lines.next() {
      if number & 0xFFF == 0, isCancelled() { throw .cancelled }
      if fates.keepsOld(number), OwnLine.keys(of: line, feed: feed) != nil {
        buffer.append(contentsOf: line)
        kept += 1
        if buffer.count >= 1 << 20 { try flush() }
      }
      number += 1
    }
    return kept
  }

  /// Puts the file in its place, unless the one that is there has the same bytes.
  ///
  /// - Returns: whether anything changed on the disk.
  func commit() throws(ImportProblem) -> Bool {
    if lseek(descriptor, 0, SEEK_END) == 0 {
      discard()
      if access(path, F_OK) == 0 {
        unlink(path)
        return true
      }
      return false
    }
    if try isSameAsOld() {
      discard()
      return false
    }
    guard fsync(descriptor) == 0, rename(temporaryPath, path) == 0 else { throw .unwritable(path, errno) }
    isFinished = true
    close(descriptor)
    return true
  }

  private func isSameAsOld() throws(ImportProblem) -> Bool {
    guard FolderNames.size(path) == FolderNames.size(temporaryPath), access(path, F_OK) == 0 else {
      return false
    }
    let (left, right) = (try FileBytes(path: path), try FileBytes(path: temporaryPath))
    while true {
      let (old, new) = (try left.bytes(upTo: 1 << 18), try right.bytes(upTo: 1 << 18))
      if old != new { return false }
      if old.isEmpty { return true }
    }
  }
}
