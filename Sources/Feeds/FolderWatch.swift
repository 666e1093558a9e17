import Glibc

/// The kernel's word on what changes in a community folder.
final class FolderWatch {
  /// To be polled; readable when there is something to drain.
  let descriptor: Int32
  /// Whether the kernel may not know of changes, because they can be made elsewhere.
  private(set) var isRemote = false

  private let folder: String
  /// What is watched: a folder by the prefix of its files, or a file by its path, relative to the community folder.
  private var watched: [Int32: Target] = [:]
  private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 8)

  private enum Target {
    case folder(prefix: String)
    case file(path: String)
  }

  init(_ folder: String) {
    self.folder = folder
    descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
    buffer.deallocate()
  }

  /// Watches the folder, its folders of partitions, and files that lie elsewhere behind symbolic links.
  func watch(_ listing: FolderListing?) {
    for watch in watched.keys { inotify_rm_watch(descriptor, watch) }
    watched = [:]
    isRemote = descriptor < 0
    let changes =
      IN_MODIFY | IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF
      | IN_MOVE_SELF
    add(folder, .folder(prefix: ""), UInt32(changes))
    for partition in listing?.partitions ?? [] {
      add(folder + "/" + partition, .folder(prefix: partition + "/"), UInt32(changes))
    }
    let program = listing?.hasProgram == true ? ["program.json"] : []
    for path in (listing?.files.map(\.path) ?? []) + program where isLink(path) {
      add(
        folder + "/" + path, .file(path: path),
        UInt32(IN_MODIFY | IN_CLOSE_WRITE | IN_DELETE_SELF | IN_MOVE_SELF))
    }
  }

  private func add(_ path: String, _ target: Target, _ changes: UInt32) {
    let watch = inotify_add_watch(descriptor, path, changes)
    if watch >= 0 { watched[watch] = target } else { isRemote = true }
    if FolderWatch.isRemote(path) { isRemote = true }
  }

  private func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(folder + "/" + path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// Whether a path lies on a file system that other machines, or a program, may change unseen.
  private static func isRemote(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    let major = status.st_dev >> 8 & 0xFFF | status.st_dev >> 32 & 0xFFFF_F000
    let minor = status.st_dev & 0xFF | status.st_dev >> 12 & 0xFFFF_FF00
    do throws(FileFault) {
      let mounts = try SystemFiles().open("/proc/self/mountinfo").bytes(upTo: 1 << 20)
      return isRemote(device: "\(major):\(minor)", mounts: String(decoding: mounts, as: UTF8.self))
    } catch {
      return false
    }
  }

  /// - Parameter mounts: as in `/proc/self/mountinfo`: the third word of a line is the device, the first one behind a
  ///   dash the type of the file system.
  static func isRemote(device: String, mounts: String) -> Bool {
    let remote: Set<Substring> = [
      "nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse", "fuseblk", "9p", "ceph", "afs", "virtiofs", "lustre",
    ]
    for line in mounts.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.count > 4, words[2] == device, let dash = words.firstIndex(of: "-"), dash + 1 < words.count
      else { continue }
      return remote.contains(words[dash + 1].prefix { $0 != "." })
    }
    return false
  }

  /// What was told since the last time.
  func drain() -> FolderChanges {
    var changes = FolderChanges()
    while true {
      let count = read(descriptor, buffer.baseAddress, buffer.count)
      guard count > 0 else { return changes }
      var offset = 0
      while offset + MemoryLayout<inotify_event>.size <= count {
        let event = buffer.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
        let start = offset + MemoryLayout<inotify_event>.size
        let name = buffer[start..<start + Int(event.len)].prefix { $0 != 0 }
        note(event, String(decoding: name, as: UTF8.self), &changes)
        offset = start + Int(event.len)
      }
    }
  }

  private func note(_ event: inotify_event, _ name: String, _ changes: inout FolderChanges) {
    if event.mask & UInt32(IN_Q_OVERFLOW) != 0 {
      changes.everything = true
      return
    }
    guard let target = watched[event.wd] else { return }
    let written = UInt32(IN_MODIFY | IN_CLOSE_WRITE)
    switch target {
    case .folder(let prefix) where event.mask & written != 0: changes.written.insert(prefix + name)
    case .file(let path) where event.mask & written != 0: changes.written.insert(path)
    case .folder, .file: if event.mask & UInt32(IN_IGNORED) == 0 { changes.names = true }
    }
  }
}
