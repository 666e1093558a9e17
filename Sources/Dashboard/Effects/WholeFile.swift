import Bytes
import Glibc
import SystemPackage

/// A file that appears whole under its name or not at all: written beside it, brought to the disk, then renamed.
struct WholeFile: ~Copyable {
  private let path: String
  private let temporaryPath: String
  private var descriptor: Int32
  private var isFinished = false

  /// Opens a file beside the one to be written. Links are followed, so that what a link leads to is replaced.
  init(path: String) throws(FileProblem) {
    var target = path
    if let real = realpath(path, nil) {
      target = String(cString: real)
      free(real)
    }
    self.path = target
    let slash = target.lastIndex(of: "/")
    let folder = slash.map { String(target[...$0]) } ?? ""
    let name = slash.map { String(target[target.index(after: $0)...]) } ?? target
    temporaryPath = "\(folder).\(name).\(getpid()).part"
    descriptor = open(temporaryPath, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    if descriptor < 0 { throw FileProblem(action: .create, path: path, code: errno) }
  }

  deinit {
    if !isFinished {
      close(descriptor)
      unlink(temporaryPath)
    }
  }

  func write(_ bytes: ByteView) throws(FileProblem) {
    do {
      try FileDescriptor(rawValue: descriptor).writeAll(bytes)
    } catch {
      throw FileProblem(action: .write, path: path, code: (error as? Errno ?? .ioError).rawValue)
    }
  }

  func write(_ bytes: [UInt8]) throws(FileProblem) {
    try bytes.withView { bytes throws(FileProblem) in try write(bytes) }
  }

  /// Puts the file in its place.
  ///
  /// - Returns: false when a file of that name is there and mustn't be replaced; nothing was changed then.
  mutating func finish(mayReplace: Bool) throws(FileProblem) -> Bool {
    if fsync(descriptor) != 0 { throw FileProblem(action: .write, path: path, code: errno) }
    if mayReplace {
      if rename(temporaryPath, path) != 0 { throw FileProblem(action: .rename, path: path, code: errno) }
    } else {
      if link(temporaryPath, path) != 0 {
        if errno == EEXIST { return false }
        // Some file systems know no links; there a check has to do.
        if access(path, F_OK) == 0 { return false }
        if rename(temporaryPath, path) != 0 { throw FileProblem(action: .rename, path: path, code: errno) }
      } else {
        unlink(temporaryPath)
      }
    }
    isFinished = true
    close(descriptor)
    bringFolderToDisk()
    return true
  }

  /// The path of a file that's there, from the root on, links followed; the path as it is where that can't be told.
  static func fullPath(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private func bringFolderToDisk() {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if descriptor >= 0 {
      fsync(descriptor)
      close(descriptor)
    }
  }

  /// Writes a file in one go, making its folder where it's missing.
  static func write(_ bytes: [UInt8], to path: String) throws(FileProblem) {
    if let slash = path.lastIndex(of: "/") { try makeFolder(String(path[..<slash])) }
    var file = try WholeFile(path: path)
    try file.write(bytes)
    _ = try file.finish(mayReplace: true)
  }

  /// Makes a folder and those above it, for the user alone, as the XDG rules ask.
  static func makeFolder(_ path: String) throws(FileProblem) {
    if path.isEmpty || access(path, F_OK) == 0 { return }
    if let slash = path.lastIndex(of: "/") { try makeFolder(String(path[..<slash])) }
    if mkdir(path, 0o700) != 0, errno != EEXIST {
      throw FileProblem(action: .makeFolder, path: path, code: errno)
    }
  }

  /// A small file's bytes; nil where there's none.
  ///
  /// - Parameter limit: files beyond so many bytes aren't what they seem and can't be read.
  static func read(_ path: String, limit: Int = 1 << 20) throws(FileProblem) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    if descriptor < 0 {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw FileProblem(action: .read, path: path, code: errno)
    }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 14)
    while true {
      let count = Glibc.read(descriptor, &block, block.count)
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw FileProblem(action: .read, path: path, code: errno)
      }
      bytes += block[..<count]
      if bytes.count > limit { throw FileProblem(action: .read, path: path, code: EFBIG) }
    }
  }
}
