import Bytes

/// A file whose bytes were all read when it was opened, and which is closed since.
final class SmallFile: OpenFile {
  private let known: FileStatus
  private let bytes: [UInt8]

  /// Nil when it can't be read as a whole: then the reading finds out why.
  init?(_ file: any OpenFile, _ status: FileStatus) {
    do throws(FileReadProblem) {
      bytes = try file.bytes(upTo: status.size)
      known = status
      if bytes.count < status.size { return nil }
    } catch {
      return nil
    }
  }

  /// As of the opening.
  func status() throws(FileReadProblem) -> FileStatus { known }

  func read(into buffer: MutableBufferView<UInt8>, at offset: Int64) throws(FileReadProblem) -> Int {
    let rest = bytes.dropFirst(Int(offset)).prefix(buffer.count)
    buffer.fill(from: rest)
    return rest.count
  }
}
