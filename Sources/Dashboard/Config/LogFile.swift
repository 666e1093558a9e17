import Community
import Glibc
import Logging
import SystemPackage

/// Writes log lines to a file, each whole: time, level, message, values.
struct LogFile: LogHandler {
  var metadata: Logger.Metadata = [:]
  var logLevel = Logger.Level.info
  private let file: LogDescriptor
  private let clock: @Sendable () -> Instant

  /// A file beyond this size is put aside as `.old` when the program starts.
  static let sizeLimit = 1 << 20

  /// - Returns: nil where the file can't be opened: the dashboard works without a log.
  init?(path: String, clock: @escaping @Sendable () -> Instant) {
    if let slash = path.lastIndex(of: "/") { try? WholeFile.makeFolder(String(path[..<slash])) }
    var status = stat()
    if stat(path, &status) == 0, status.st_size > Self.sizeLimit { rename(path, path + ".old") }
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return nil }
    file = LogDescriptor(descriptor)
    self.clock = clock
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    var line = "\(Zone.utc.string(from: clock())) \(event.level) \(event.message)"
    let values = metadata.merging(event.metadata ?? [:]) { _, own in own }
    for (key, value) in values.sorted(by: { $0.key < $1.key }) { line += " \(key)=\(value)" }
    // A line stays a line whatever is in a message.
    let text = line.map { $0.isNewline ? " " : String($0) }.joined() + "\n"
    _ = try? FileDescriptor(rawValue: file.number).writeAll(text.utf8)
  }
}

private final class LogDescriptor: Sendable {
  let number: Int32
  init(_ number: Int32) { self.number = number }
  deinit { close(number) }
}
