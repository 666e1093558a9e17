import Community
import Glibc

/// Something that changed in a followed folder.
enum FolderChange: Hashable, Sendable {
  /// A file, or a feed's folder, was written to, added, removed or replaced; the path is relative to the folder.
  case touched(String)
  /// Anything may have changed.
  case everything
}

/// What a folder's files looked like at one moment, without opening any.
struct FolderLook: Sendable {
  /// Of the folder itself; nil when it can't be reached.
  private var folder: FileStatus?
  /// Files, and feeds' folders, by path relative to the folder.
  private var entries: [String: FileStatus] = [:]

  /// - Complexity: one call of the system for each file.
  init(_ path: String) {
    guard let (status, isFolder) = FolderLook.status(path), isFolder else { return }
    folder = FolderLook.identity(status)
    let names = (try? SystemFiles().names(in: path)) ?? []
    for name in names where FolderNames.isFile(name) {
      entries[name] = FolderLook.status("\(path)/\(name)")?.status
    }
    for name in names where FolderNames.feeds.contains(name) {
      guard let (status, isFolder) = FolderLook.status("\(path)/\(name)"), isFolder else { continue }
      entries[name] = FolderLook.identity(status)
      addParts(of: name, in: path, depth: 0)
    }
    for name in names where FolderNames.isTold(name) && entries[name] == nil {
      // Only whether it's there counts of what isn't read.
      entries[name] = FileStatus(device: 0, inode: 0, size: 0, modified: 0)
    }
  }

  private mutating func addParts(of name: String, in path: String, depth: Int) {
    for part in (try? SystemFiles().names(in: "\(path)/\(name)")) ?? [] where !part.hasPrefix(".") {
      let inner = "\(name)/\(part)"
      if FolderNames.isPart(part) {
        entries[inner] = FolderLook.status("\(path)/\(inner)")?.status
      } else if depth < FolderNames.largestDepth, FolderNames.isNested(part),
        !FolderLook.isLink("\(path)/\(inner)"),
        let (status, isFolder) = FolderLook.status("\(path)/\(inner)"), isFolder
      {
        entries[inner] = FolderLook.identity(status)
        addParts(of: inner, in: path, depth: depth + 1)
      }
    }
  }

  /// What is different from an earlier look, in order of paths.
  func changes(since earlier: FolderLook) -> [FolderChange] {
    if folder != earlier.folder { return [.everything] }
    let paths = Set(entries.keys).union(earlier.entries.keys).filter { entries[$0] != earlier.entries[$0] }
    return paths.sorted().map { .touched($0) }
  }

  /// What a path leads to, links followed.
  static func status(_ path: String) -> (status: FileStatus, isFolder: Bool)? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return (
      FileStatus(
        device: UInt64(status.st_dev), inode: UInt64(status.st_ino), size: Int64(status.st_size),
        modified: Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)),
      status.st_mode & S_IFMT == S_IFDIR
    )
  }

  static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// Of a folder only which it is counts: its size and time change with files that don't matter.
  private static func identity(_ status: FileStatus) -> FileStatus {
    FileStatus(device: status.device, inode: status.inode, size: 0, modified: 0)
  }
}
