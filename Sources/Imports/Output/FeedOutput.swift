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
final class FeedOutput {
  let feed: Feed
  /// Relative to the folder.
  let file: String
  private let path: String
  private let temporaryPath: String
  private var descriptor: Int32 = -1
  private var buffer: [UInt8] = []
  private var keys = KeyTable()
  private var groups = KeyTable()
  /// Lines that a later one replaces or a removal takes back.
  private var dead: Set<UInt32> = []
  private var lineCount: UInt32 = 0
  private var removals: Set<UInt64> = []
  private var repeated = 0
  private var isFinished = false

  init(folder: String, feed: Feed, source: String, hash: String) throws(ImportProblem) {
    self.feed = feed
    file = "\(feed.name)/\(source)-\(hash).jsonl"
    path = "\(folder)/\(file)"
    temporaryPath = "\(folder)/\(feed.name)/.\(source)-\(hash).\(getpid()).part"
    try FolderNames.make("\(folder)/\(feed.name)")
    descriptor = open(temporaryPath, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .unwritable(temporaryPath, errno) }
  }

  deinit { discard() }

  /// Takes back everything that was written.
  func discard() {
    guard !isFinished else { return }
    isFinished = true
    close(descriptor)
    unlink(temporaryPath)
  }

  /// Takes lines in the order of the source.
  /// - Complexity: O(*n*), with about 60 bytes a record kept.
  func append(_ lines: LineWriter) throws(ImportProblem) {
    var start = 0
    lines.bytes.withUnsafeBytes { bytes in
      for mark in lines.marks {
        take(mark, UnsafeRawBufferPointer(rebasing: bytes[start..<mark.end]))
        start = mark.end
      }
    }
    if buffer.count >= 1 << 20 { try flush() }
  }

  private func take(_ mark: LineMark, _ line: UnsafeRawBufferPointer) {
    if mark.kind == .tombstone {
      removals.insert(mark.key)
      if let entry = keys.entry(of: mark.key) { dead.insert(entry.line) }
      return
    }
    let (slot, isNew) = keys.slot(of: mark.key)
    if !removals.isEmpty { removals.remove(mark.key) }
    if mark.kind == .derived {
      // The n-th of equal rows has its number behind the id.
      keys[slot].count += 1
      let count = keys[slot].count
      if count > 1 {
        buffer.append(contentsOf: UnsafeRawBufferPointer(rebasing: line[..<LineWriter.derivedEnd]))
        buffer.append(contentsOf: "-\(count)".utf8)
        buffer.append(contentsOf: UnsafeRawBufferPointer(rebasing: line[LineWriter.derivedEnd...]))
        var key = Array(UnsafeRawBufferPointer(rebasing: line[7..<LineWriter.derivedEnd]))
        key += Array("-\(count)".utf8)
        let other = keys.slot(of: Fingerprint.of(key, from: 0)).slot
        keys[other] = KeyTable.Entry(line: lineCount, count: 1, content: 1)
      } else {
        buffer.append(contentsOf: line)
        let key = Fingerprint.of(UnsafeRawBufferPointer(rebasing: line[7..<LineWriter.derivedEnd]))
        let other = keys.slot(of: key).slot
        keys[other] = KeyTable.Entry(line: lineCount, count: 1, content: 1)
      }
      lineCount += 1
      return
    }
    let content = Fingerprint.of(line)
    if !isNew {
      if keys[slot].content == content, !dead.contains(keys[slot].line) {
        repeated += 1
        return
      }
      if dead.insert(keys[slot].line).inserted { repeated += 1 }
    }
    keys[slot] = KeyTable.Entry(line: lineCount, count: 1, content: content)
    if mark.group != mark.key { _ = groups.slot(of: mark.group) }
    buffer.append(contentsOf: line)
    lineCount += 1
  }

  private func flush() throws(ImportProblem) {
    let number = buffer.withUnsafeBytes { writeAll(descriptor, $0) }
    if number != 0 { throw .unwritable(temporaryPath, number) }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Brings the file into its final form. Nothing is seen of it before `commit`.
  ///
  /// - Returns: how the file will change; nil when it won't.
  func settle(isCancelled: () -> Bool) throws(ImportProblem) -> FeedChange {
    try flush()
    if !dead.isEmpty { try dropDead(isCancelled) }
    var change = FeedChange(feed: feed, file: file)
    change.repeated = repeated
    change.records = Int(lineCount) - dead.count
    let kept = try mergeOld(&change, isCancelled)
    change.records += kept
    try flush()
    return change
  }

  /// Writes the lines that count anew, in place of all.
  private func dropDead(_ isCancelled: () -> Bool) throws(ImportProblem) {
    let all = try LineReader(descriptor: dup(descriptor), path: temporaryPath)
    unlink(temporaryPath)
    close(descriptor)
    descriptor = open(temporaryPath, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .unwritable(temporaryPath, errno) }
    var number: UInt32 = 0
    while let line = try all.next() {
      if isCancelled() { throw .cancelled }
      if !dead.contains(number) { buffer.append(contentsOf: line) }
      number += 1
      if buffer.count >= 1 << 20 { try flush() }
    }
    try flush()
  }

  /// Takes over what the old file has and the source has no more word of.
  private func mergeOld(_ change: inout FeedChange, _ isCancelled: () -> Bool) throws(ImportProblem) -> Int {
    let old = open(path, O_RDONLY | O_CLOEXEC)
    guard old >= 0 else {
      change.added = change.records
      return 0
    }
    let lines = try LineReader(descriptor: old, path: path)
    var (kept, known) = (0, 0)
    while let line = try lines.next() {
      if isCancelled() { throw .cancelled }
      guard let (key, group) = OwnLine.keys(of: line, feed: feed) else { continue }
      if let entry = keys.entry(of: key), !dead.contains(entry.line) {
        known += 1
        if entry.content != 1, entry.content != Fingerprint.of(line) { change.changed += 1 }
      } else if removals.contains(group) || removals.contains(key) {
        change.removed += 1
      } else if group != key, keys.entry(of: group) != nil || groups.entry(of: group) != nil {
        // Made of a record that came again without it.
        change.removed += 1
      } else {
        buffer.append(contentsOf: line)
        kept += 1
        if buffer.count >= 1 << 20 { try flush() }
      }
    }
    change.added = change.records - known
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

/// Reads the lines of a file that an import wrote.
final class LineReader {
  private let descriptor: Int32
  private let path: String
  private var block = [UInt8](repeating: 0, count: 1 << 20)
  private var from = 0
  private var to = 0
  private var offset: off_t = 0

  /// Closes the descriptor at its end.
  init(descriptor: Int32, path: String) throws(ImportProblem) {
    self.descriptor = descriptor
    self.path = path
    guard descriptor >= 0 else { throw .reading(path, errno) }
  }

  deinit { close(descriptor) }

  /// The next line with its line break, valid until the next call; nil at the end.
  func next() throws(ImportProblem) -> UnsafeRawBufferPointer? {
    while true {
      let line = block.withUnsafeBytes { bytes -> UnsafeRawBufferPointer? in
        guard from < to, let base = bytes.baseAddress,
          let end = memchr(base + from, 0x0A, to - from)
        else { return nil }
        let length = UnsafeRawPointer(end) - (base + from) + 1
        defer { from += length }
        return UnsafeRawBufferPointer(start: base + from, count: length)
      }
      if let line { return line }
      if from > 0 {
        block.replaceSubrange(0..<to - from, with: block[from..<to])
        to -= from
        from = 0
      }
      if to == block.count { block += [UInt8](repeating: 0, count: block.count) }
      let count = block.withUnsafeMutableBytes {
        pread(descriptor, $0.baseAddress.map { $0 + to }, $0.count - to, offset)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .reading(path, errno) }
      if count == 0 {
        guard to > 0 else { return nil }
        block[to] = 0x0A
        to += 1
        continue
      }
      offset += off_t(count)
      to += count
    }
  }
}

/// Reads what a line written by an import is known by.
enum OwnLine {
  /// Hashes of id and parent's id; nil for a line of another form.
  static func keys(of line: UnsafeRawBufferPointer, feed: Feed) -> (key: UInt64, group: UInt64)? {
    if feed == .weather { return weatherKey(line).map { ($0, $0) } }
    guard let id = text(in: line, behind: "{\"id\":\"", at: 0) else { return nil }
    let key = Fingerprint.of(UnsafeRawBufferPointer(rebasing: line[id]))
    if let part = text(in: line, behind: "\",\"part\":\"", at: id.upperBound) {
      let both = Fingerprint.combined(key, Fingerprint.of(UnsafeRawBufferPointer(rebasing: line[part])))
      return (both, both)
    }
    guard let parent = text(in: line, behind: "\",\"of\":\"", at: id.upperBound) else { return (key, key) }
    return (key, Fingerprint.of(UnsafeRawBufferPointer(rebasing: line[parent])))
  }

  /// City and date are what a day's weather is known by; they come first.
  static func weatherKey(_ line: UnsafeRawBufferPointer) -> UInt64? {
    guard let city = text(in: line, behind: "{\"city\":\"", at: 0),
      let date = text(in: line, behind: "\",\"date\":\"", at: city.upperBound)
    else { return nil }
    return Fingerprint.of(UnsafeRawBufferPointer(rebasing: line[city.lowerBound..<date.upperBound]))
  }

  private static func text(
    in line: UnsafeRawBufferPointer, behind mark: StaticString, at place: Int
  ) -> Range<Int>? {
    let start = place + mark.utf8CodeUnitCount
    guard start <= line.count, let base = line.baseAddress,
      memcmp(base + place, mark.utf8Start, mark.utf8CodeUnitCount) == 0
    else { return nil }
    var end = start
    while end < line.count, line[end] != 0x22 { end += line[end] == 0x5C ? 2 : 1 }
    return end < line.count ? start..<end : nil
  }
}
