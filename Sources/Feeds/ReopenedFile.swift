import Bytes

/// A file that is opened anew for every read.
///
/// Of a folder with very many files only some can be held open: the system allows a process often no more than
/// 1,024.
final class ReopenedFile: OpenFile {
  private let path: String
  private let opener: any FileOpener
  private let known: FileStatus

  init(_ path: String, _ opener: any FileOpener, known: FileStatus) {
    self.path = path
    self.opener = opener
    self.known = known
  }

  func status() throws(FileReadProblem) -> FileStatus { try opener.open(path).status() }

  /// A file that was replaced meanwhile has no more bytes.
  func read(into buffer: MutableBufferView<UInt8>, at offset: Int64) throws(FileReadProblem) -> Int {
    let file = try opener.open(path)
    let now = try file.status()
    guard now.device == known.device, now.inode == known.inode else { return 0 }
    return try file.read(into: buffer, at: offset)
  }
}
