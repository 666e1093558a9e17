import Glibc
import SystemPackage

/// Where a folder shall be, looked at before any work is done.
struct FolderPlace {
  let path: String
  /// Whether it exists already.
  let exists: Bool
  /// Whether files in it are to be replaced.
  let replaces: Bool

  init(_ folder: String, overwrite: Bool) throws(SampleProblem) {
    var path = folder
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    var status = stat()
    guard stat(path, &status) == 0 else {
      self.path = path
      exists = false
      replaces = false
      return
    }
    guard status.st_mode & S_IFMT == S_IFDIR else { throw .notAFolder(path: path) }
    // A rename over a symbolic link would replace the link.
    if let real = realpath(path, nil) {
      path = String(cString: real)
      free(real)
    }
    self.path = path
    exists = true
    replaces = try FolderPlace.hasEntries(path)
    if replaces, !overwrite { throw .folderNotEmpty(path: path) }
  }

  private static func hasEntries(_ path: String) throws(SampleProblem) -> Bool {
    guard let directory = opendir(path) else {
      throw .failed(action: .readFolder, path: path, reason: String(cString: strerror(errno)))
    }
    defer { closedir(directory) }
    var entries = 0
    while readdir(directory) != nil { entries += 1 }
    // Two of them are the folder itself and the one above.
    return entries > 2
  }
}

/// Files written into a folder of their own beside the place, and moved there when all are whole.
struct FolderOutput {
  private let place: FolderPlace
  private let scratch: String
  private var file: Int32 = -1
  private var fileName = ""
  private var written: [String] = []

  init(_ place: FolderPlace) throws(SampleProblem) {
    self.place = place
    scratch = place.path + (place.replaces ? "/.partial-\(getpid())" : ".partial-\(getpid())")
    guard mkdir(scratch, 0o777) == 0 else { throw FolderOutput.failure(.createFolder, scratch) }
  }

  private static func failure(_ action: SampleProblem.Action, _ path: String) -> SampleProblem {
    .failed(action: action, path: path, reason: String(cString: strerror(errno)))
  }

  mutating func open(_ name: String) throws(SampleProblem) {
    fileName = name
    file = Glibc.open(scratch + "/" + name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw FolderOutput.failure(.openFile, scratch + "/" + name) }
    written.append(name)
  }

  func write(_ bytes: [UInt8]) throws(SampleProblem) {
    guard writeAll(bytes, to: file) else { throw FolderOutput.failure(.writeFile, scratch + "/" + fileName) }
  }

  mutating func closeFile() throws(SampleProblem) {
    let result = close(file)
    file = -1
    guard result == 0 else { throw FolderOutput.failure(.writeFile, scratch + "/" + fileName) }
  }

  mutating func finish() throws(SampleProblem) {
    guard place.replaces else {
      guard rename(scratch, place.path) == 0 else { throw FolderOutput.failure(.rename, place.path) }
      return
    }
    for name in written {
      guard rename(scratch + "/" + name, place.path + "/" + name) == 0 else {
        throw FolderOutput.failure(.rename, place.path + "/" + name)
      }
    }
    rmdir(scratch)
  }

  /// Removes what was written so far.
  mutating func discard() {
    if file >= 0 { close(file) }
    file = -1
    for name in written { unlink(scratch + "/" + name) }
    rmdir(scratch)
  }
}

/// Writes all bytes, going on after interruptions; false with `errno` set when that fails.
func writeAll(_ bytes: [UInt8], to file: Int32) -> Bool {
  do {
    try FileDescriptor(rawValue: file).writeAll(bytes)
    return true
  } catch {
    errno = (error as? Errno ?? .ioError).rawValue
    return false
  }
}
