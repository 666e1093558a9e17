import Community
import Glibc

/// Something that changed in a followed folder.
enum FolderChange: Hashable, Sendable {
  /// A file, or a feed's folder, was written to, added, removed or replaced; the path is relative to the folder.
  case touched(String)
  /// Anything may have changed.
  case everything
}

/// Names in a community folder that matter.
enum FolderNames {
  static let feeds = Set(Feed.allCases.map(\.name))

  /// Whether it is the name of a feed's file or of the programme's.
  static func isFile(_ name: String) -> Bool {
    if name == "program.json" { return true }
    guard let dot = name.firstIndex(of: ".") else { return false }
    return feeds.contains(String(name[..<dot])) && endings.contains(String(name[dot...]))
  }

  private static let endings: Set = [".json", ".jsonl", ".ndjson", ".json.gz", ".jsonl.gz", ".ndjson.gz"]

  /// Whether a file of this name in a feed's folder belongs to the feed.
  static func isPart(_ name: String) -> Bool { !name.hasPrefix(".") && FeedFile.form(of: name) != nil }
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
      for part in (try? SystemFiles().names(in: "\(path)/\(name)")) ?? [] where FolderNames.isPart(part) {
        entries["\(name)/\(part)"] = FolderLook.status("\(path)/\(name)/\(part)")?.status
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
