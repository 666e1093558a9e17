import Community
import Feeds
import Glibc

/// What a file holds: text as written, lines that each end with a newline, or bytes.
struct Contents: ExpressibleByStringLiteral {
  var bytes: [UInt8]

  init(bytes: [UInt8]) { self.bytes = bytes }
  init(stringLiteral value: String) { bytes = Array(value.utf8) }

  static func text(_ text: String) -> Contents { Contents(bytes: Array(text.utf8)) }
  static func bytes(_ bytes: [UInt8]) -> Contents { Contents(bytes: bytes) }
  static func lines(_ lines: String...) -> Contents { .lines(lines) }
  static func lines(_ lines: [String]) -> Contents { .text(lines.map { $0 + "\n" }.joined()) }
  static func gzipped(_ text: String) -> Contents { Contents(bytes: gzip(text)) }
  static func gzippedLines(_ lines: String...) -> Contents { .gzipped(lines.map { $0 + "\n" }.joined()) }
}

/// A folder of its own under the system's temporary one, removed with its last reference.
final class ExampleFolder {
  let path: String

  init() {
    var template = Array("/tmp/community-XXXXXX".utf8CString)
    let made = mkdtemp(&template) != nil
    precondition(made, "no temporary folder could be made")
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { ExampleFolder.remove(path) }

  /// Writes a file; folders on the way are made.
  func write(_ name: String, _ contents: Contents) {
    for slash in name.indices where name[slash] == "/" { makeFolder(String(name[..<slash])) }
    let descriptor = open(path + "/" + name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    precondition(descriptor >= 0, "\(name) could not be written")
    defer { close(descriptor) }
    var rest = contents.bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      precondition(count > 0, "\(name) could not be written")
      rest = rest.dropFirst(count)
    }
  }

  func makeFolder(_ name: String) { mkdir(path + "/" + name, 0o700) }
  func makeFIFO(_ name: String) { mkfifo(path + "/" + name, 0o600) }
  /// A symbolic link; a target that is no absolute path is one in the folder.
  func link(_ name: String, to target: String) { symlink(target, path + "/" + name) }

  func read(_ options: ReadingOptions = ReadingOptions()) throws -> Snapshot {
    try Feeds.read(folder: path, options: options, progress: { _ in }, isCancelled: { false })
  }

  private static func remove(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    if status.st_mode & S_IFMT == S_IFDIR {
      for name in (try? SystemFiles().names(in: path)) ?? [] { remove(path + "/" + name) }
      rmdir(path)
    } else {
      unlink(path)
    }
  }
}

/// Reads a folder of these files.
func snapshot(
  _ files: KeyValuePairs<String, Contents>, _ options: ReadingOptions = ReadingOptions()
) throws -> Snapshot {
  let folder = ExampleFolder()
  for (name, contents) in files { folder.write(name, contents) }
  return try folder.read(options)
}

extension Zone {
  static let china = Zone(identifier: "+08:00", offset: 8 * 3600)
}
