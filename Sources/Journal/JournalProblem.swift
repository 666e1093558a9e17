import Glibc

/// Why decisions can't be written, or weren't.
package enum JournalProblem: Error, Hashable, Sendable {
  case folderMissing(path: String)
  case notAFolder(path: String)
  /// `decisions.jsonl` is a folder, a pipe or a device.
  case notAFile(path: String)
  /// Neither permission nor a disk that takes writes.
  case notWritable(path: String, code: Int32)
  /// The file system knows no locks, so that two dashboards could write into each other.
  case cannotLock(path: String, code: Int32)
  /// Another program held the lock for as long as one was ready to wait.
  case busy(path: String, seconds: Int)
  /// The file was replaced by another again and again.
  case keepsChanging(path: String)
  /// Nothing was written.
  case failed(Step, path: String, code: Int32)
  /// Writing broke off: the first `whole` of the accepted decisions are in the file, though not synced.
  case cutOff(path: String, whole: Int, code: Int32)
  /// All was written, but the disk didn't confirm it.
  case notSynced(path: String, code: Int32)

  package enum Step: Hashable, Sendable { case open, read, write, syncFolder }
}

extension JournalProblem {
  /// The problem behind the number of an error when a file or folder is opened.
  init(opening path: String, folder: String, code: Int32) {
    self =
      switch code {
      case EACCES, EPERM, EROFS: .notWritable(path: path, code: code)
      case ENOENT: .folderMissing(path: folder)
      case ENOTDIR: .notAFolder(path: folder)
      case EISDIR, ENXIO, ENODEV: .notAFile(path: path)
      default: .failed(.open, path: path, code: code)
      }
  }

  /// The reason in the system's words; nil where there is nothing to add.
  package var systemReason: String? {
    switch self {
    case .notWritable(_, let code), .cannotLock(_, let code), .failed(_, _, let code),
      .cutOff(_, _, let code), .notSynced(_, let code):
      String(cString: strerror(code))
    case .folderMissing, .notAFolder, .notAFile, .busy, .keepsChanging: nil
    }
  }
}
