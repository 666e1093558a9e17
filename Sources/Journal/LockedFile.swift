import Bytes
import Glibc
import SystemPackage

/// The journal while nobody else may write to it.
final class LockedFile {
  /// Without `O_NONBLOCK`, opening a pipe could wait.
  static let mode = O_RDWR | O_APPEND | O_CLOEXEC | O_NOCTTY | O_NONBLOCK

  private let path: String
  private let folder: String
  private let descriptor: Int32
  private let status: stat

  /// Opens the file, makes it if need be, and locks it.
  init(path: String, folder: String, patience: Duration) throws(JournalProblem) {
    self.path = path
    self.folder = folder
    // A file that was replaced while one waited for its lock is nobody's journal any more.
    for _ in 0..<16 {
      let descriptor = open(path, LockedFile.mode | O_CREAT, 0o666)
      guard descriptor >= 0 else { throw JournalProblem(opening: path, folder: folder, code: errno) }
      do throws(JournalProblem) {
        try LockedFile.lock(descriptor, path, patience)
        if let status = try LockedFile.status(descriptor, path) {
          self.descriptor = descriptor
          self.status = status
          return
        }
        close(descriptor)
      } catch {
        close(descriptor)
        throw error
      }
    }
    throw .keepsChanging(path: path)
  }

  deinit { close(descriptor) }

  private static func lock(_ descriptor: Int32, _ path: String, _ patience: Duration) throws(JournalProblem) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .failed(.open, path: path, code: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile(path: path) }
    switch FileLock.acquire(descriptor, patience: patience) {
    case .taken: break
    case .heldByAnother: throw .busy(path: path, seconds: Int(patience.components.seconds))
    case .failed(let code): throw .cannotLock(path: path, code: code)
    }
  }

  /// As of now; nil when another file, or none, stands at the path.
  private static func status(_ descriptor: Int32, _ path: String) throws(JournalProblem) -> stat? {
    var opened = stat()
    var named = stat()
    guard fstat(descriptor, &opened) == 0 else { throw .failed(.open, path: path, code: errno) }
    guard stat(path, &named) == 0 else {
      if errno == ENOENT { return nil }
      throw .failed(.open, path: path, code: errno)
    }
    return opened.st_dev == named.st_dev && opened.st_ino == named.st_ino ? opened : nil
  }

  private var size: Int64 { Int64(status.st_size) }

  /// What stands behind a mark.
  func news(since known: JournalMark?) throws(JournalProblem) -> JournalNews {
    let start = try begin(known)
    let lines = try bytes(start..<size)
    let rest = lines.lastIndex(of: UInt8(ascii: "\n")).map { lines.count - 1 - $0 } ?? lines.count
    let mark = JournalMark(
      device: UInt64(status.st_dev), inode: UInt64(status.st_ino), offset: size - Int64(rest))
    return JournalNews(lines: lines, isWhole: start == 0, mark: mark)
  }

  /// The place of a mark if it still lies between two lines of this file, else the beginning.
  private func begin(_ known: JournalMark?) throws(JournalProblem) -> Int64 {
    guard let known, known.device == UInt64(status.st_dev), known.inode == UInt64(status.st_ino),
      0 < known.offset, known.offset <= size,
      try bytes(known.offset - 1..<known.offset) == [UInt8(ascii: "\n")]
    else { return 0 }
    return known.offset
  }

  private func bytes(_ range: Range<Int64>) throws(JournalProblem) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: range.count)
    var done = 0
    while done < bytes.count {
      let count: Int
      do {
        count = try bytes.withMutableView { bytes in
          try FileDescriptor(rawValue: descriptor).read(
            fromAbsoluteOffset: range.lowerBound + Int64(done), into: bytes.extracting(done...).memory)
        }
      } catch {
        throw .failed(.read, path: path, code: (error as? Errno ?? .ioError).rawValue)
      }
      // A program that knows no lock has cut the file meanwhile.
      if count == 0 { return Array(bytes[..<done]) }
      done += count
    }
    return bytes
  }

  /// Writes lines at the end and waits until they are on disk.
  /// - Parameter ends: where in `lines` each of them ends, newline included.
  /// - Returns: where they stand in the file.
  func append(_ lines: [UInt8], ends: [Int]) throws(JournalProblem) -> Range<Int64> {
    if size == 0 {
      // First the folder, so that no line stands in a file whose name a crash could take away, whoever made it.
      try syncFolder()
    }
    let last = try bytes(max(0, size - 1)..<size)
    let isTorn = last.first.map { $0 != UInt8(ascii: "\n") } ?? false
    let block = isTorn ? [UInt8(ascii: "\n")] + lines : lines
    let end = try write(block) { written in
      // A line counts without its newline too.
      let own = written - (block.count - lines.count)
      return ends.prefix { $0 - 1 <= own }.count
    }
    while fsync(descriptor) != 0 {
      guard errno == EINTR else { throw .notSynced(path: path, code: errno) }
    }
    return end - Int64(lines.count)..<end
  }

  /// Writes with one call, as long as the system takes it all at once.
  /// - Returns: the offset behind the block.
  private func write(_ block: [UInt8], whole: (Int) -> Int) throws(JournalProblem) -> Int64 {
    var done = 0
    while done < block.count {
      let count = block.withView {
        Glibc.write(descriptor, $0.extracting(done...).baseAddress, $0.count - done)
      }
      if count > 0 {
        done += count
        continue
      }
      // A write of something that takes nothing and names no error: the disk is full.
      let code = count < 0 ? errno : ENOSPC
      if code == EINTR { continue }
      if done == 0 { throw .failed(.write, path: path, code: code) }
      throw .cutOff(path: path, whole: whole(done), code: code)
    }
    return Int64(lseek(descriptor, 0, SEEK_CUR))
  }

  private func syncFolder() throws(JournalProblem) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .failed(.syncFolder, path: folder, code: errno) }
    defer { close(descriptor) }
    while fsync(descriptor) != 0 {
      switch errno {
      case EINTR: continue
      // File systems that write names at once, network mounts among them, don't offer it.
      case EINVAL, ENOTSUP, EBADF: return
      case let code: throw .failed(.syncFolder, path: folder, code: code)
      }
    }
  }
}
