import Bytes
import Synchronization

@testable import Feeds

/// Files and folders in memory, with faults on demand.
final class MemoryFiles: FileOpener {
  struct Entry {
    var bytes: [UInt8] = []
    var openFault: FileReadProblem?
    /// Reads that reach this offset fail.
    var readFault: (offset: Int, fault: FileReadProblem)?
    /// Every read gives at most so many bytes.
    var largestRead = Int.max
    /// Every other read is interrupted.
    var isInterrupted = false
    /// What the file's size is said to be.
    var claimedSize: Int?
    var inode: UInt64 = 1
    var modified: Int64 = 0
  }

  private let entries = Mutex<[String: Entry]>([:])

  subscript(path: String) -> Entry? {
    get { entries.withLock { $0[path] } }
    set { entries.withLock { $0[path] = newValue } }
  }

  func put(_ path: String, _ text: String) { put(path, Array(text.utf8)) }
  func put(_ path: String, _ bytes: [UInt8]) {
    entries.withLock { entries in
      let inode = entries[path]?.inode ?? UInt64(entries.count + 1)
      entries[path] = Entry(bytes: bytes, inode: inode)
    }
  }

  func open(_ path: String) throws(FileReadProblem) -> any OpenFile {
    guard let entry = self[path] else { throw .notFound }
    if let fault = entry.openFault { throw fault }
    return MemoryFile(entry)
  }

  func kind(of path: String) throws(FileReadProblem) -> FileKind {
    if let entry = self[path] {
      switch entry.openFault {
      case .isFolder: return .folder
      case .notARegularFile: return .other
      case .symlinkLoop: throw .symlinkLoop
      default: return .file
      }
    }
    if entries.withLock({ $0.keys.contains { $0.hasPrefix(path + "/") } }) { return .folder }
    throw .notFound
  }

  func names(in folder: String) throws(FileReadProblem) -> [String] {
    let names = entries.withLock { entries in
      Set(
        entries.keys.filter { $0.hasPrefix(folder + "/") }.map {
          String($0.dropFirst(folder.count + 1).prefix { $0 != "/" })
        })
    }
    if names.isEmpty { throw .notFound }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}

final class MemoryFile: OpenFile {
  private let entry: MemoryFiles.Entry
  private let reads = Atomic<Int>(0)

  init(_ entry: MemoryFiles.Entry) { self.entry = entry }

  convenience init(_ text: String) { self.init(MemoryFiles.Entry(bytes: Array(text.utf8))) }

  func status() throws(FileReadProblem) -> FileStatus {
    FileStatus(
      device: 1, inode: entry.inode, size: Int64(entry.claimedSize ?? entry.bytes.count),
      modified: entry.modified)
  }

  func read(into buffer: MutableBufferView<UInt8>, at offset: Int64) throws(FileReadProblem) -> Int {
    let number = reads.add(1, ordering: .relaxed).newValue
    if entry.isInterrupted, number % 2 == 1 { throw .interrupted }
    var end = min(entry.bytes.count, Int(offset) + min(buffer.count, entry.largestRead))
    if let fault = entry.readFault {
      if Int(offset) >= fault.offset { throw fault.fault }
      end = min(end, fault.offset)
    }
    guard Int(offset) < end else { return 0 }
    buffer.fill(from: entry.bytes[Int(offset)..<end])
    return end - Int(offset)
  }
}
