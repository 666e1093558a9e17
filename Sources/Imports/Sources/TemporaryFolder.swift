import Bytes
import Feeds
import Glibc

/// A folder for the user alone that goes, with all that is in it, with its last reference.
final class TemporaryFolder: Sendable {
  let path: String

  /// Makes it where `TMPDIR` says, else in `/tmp`.
  init() throws(ImportProblem) {
    let place = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(place)/koxtop-import-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw .unwritable(place, errno) }
    path = template.withView { buffer in
      buffer.baseAddress.map { String(cString: $0) } ?? place
    }
  }

  deinit {
    for name in FolderNames.names(in: path) { unlink("\(path)/\(name)") }
    rmdir(path)
  }
}

/// A file that is written once, then read.
final class TemporaryFile {
  let path: String
  private let descriptor: Int32

  init(path: String) throws(ImportProblem) {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .unwritable(path, errno) }
  }

  deinit { close(descriptor) }

  func write(_ bytes: [UInt8]) throws(ImportProblem) {
    let number = bytes.withUnsafeBytes { writeAll(descriptor, $0) }
    if number != 0 { throw .unwritable(path, number) }
  }

  /// Writes all that `source` has.
  func write(_ source: any ByteReader, isCancelled: () -> Bool) throws(ImportProblem) {
    while true {
      if isCancelled() { throw .cancelled }
      let bytes = try source.bytes(upTo: 1 << 20)
      if bytes.isEmpty { return }
      try write(bytes)
    }
  }
}

/// Writes all bytes; the system's error number, 0 for none.
func writeAll(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int32 {
  var rest = bytes
  while let start = rest.baseAddress, !rest.isEmpty {
    let count = Glibc.write(descriptor, start, rest.count)
    if count < 0 {
      if errno == EINTR { continue }
      return errno
    }
    rest = UnsafeRawBufferPointer(rebasing: rest[count...])
  }
  return 0
}

/// What the system says of folders and names in them.
enum FolderNames {
  /// Names in a folder in order of their bytes; none where it can't be read.
  static func names(in folder: String) -> [String] {
    (try? SystemFiles().names(in: folder)) ?? []
  }

  static func mode(_ path: String) -> UInt32? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }

  static func isFolder(_ path: String) -> Bool { mode(path) == S_IFDIR }

  static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  static func realPath(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  static func size(_ path: String) -> Int64 {
    var status = stat()
    return stat(path, &status) == 0 ? Int64(status.st_size) : 0
  }

  /// Makes a folder and those above it.
  static func make(_ path: String) throws(ImportProblem) {
    if path.isEmpty || isFolder(path) { return }
    if let slash = path.lastIndex(of: "/") { try make(String(path[..<slash])) }
    if mkdir(path, 0o777) != 0, errno != EEXIST { throw .unwritable(path, errno) }
  }
}
