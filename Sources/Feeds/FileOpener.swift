import Bytes

/// Why a file or folder can't be read.
package enum FileReadProblem: Error, Hashable, Sendable {
  case notFound
  case permissionDenied
  /// Too many symbolic links in a row.
  case symlinkLoop
  case isFolder
  case notAFolder
  /// A FIFO, socket or device.
  case notARegularFile
  /// A signal came in between; try again.
  case interrupted
  /// Any other error of the system, by its number.
  case system(Int32)
}

/// What the system says about an open file.
package struct FileStatus: Hashable, Sendable {
  package var device: UInt64
  package var inode: UInt64
  /// In bytes.
  package var size: Int64
  /// Last change of the contents, in nanoseconds since 1970.
  package var modified: Int64

  package init(device: UInt64, inode: UInt64, size: Int64, modified: Int64) {
    self.device = device
    self.inode = inode
    self.size = size
    self.modified = modified
  }
}

/// A regular file, open for reading. It is closed with its last reference.
package protocol OpenFile: AnyObject, Sendable {
  /// As of now, not of the opening.
  func status() throws(FileReadProblem) -> FileStatus

  /// Reads up to `buffer.count` bytes, possibly fewer; 0 at the end of the file.
  func read(into buffer: MutableBufferView<UInt8>, at offset: Int64) throws(FileReadProblem) -> Int
}

extension OpenFile {
  /// The file's first bytes, fewer when it is shorter.
  func bytes(from start: Int64 = 0, upTo end: Int64) throws(FileReadProblem) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: max(0, Int(end - start)))
    var filled = 0
    while filled < bytes.count {
      do throws(FileReadProblem) {
        let count = try bytes.withMutableView { bytes throws(FileReadProblem) in
          try read(into: bytes.extracting(filled...), at: start + Int64(filled))
        }
        if count == 0 { break }
        filled += count
      } catch .interrupted {
        continue
      }
    }
    return filled == bytes.count ? bytes : Array(bytes[..<filled])
  }
}

/// The way to files, so that tests can stand between the reader and the system.
package protocol FileOpener: Sendable {
  /// Opens a regular file, without ever waiting for anything.
  func open(_ path: String) throws(FileReadProblem) -> any OpenFile

  /// What a path leads to, symbolic links followed; folders included.
  func kind(of path: String) throws(FileReadProblem) -> FileKind

  /// Whether a path is a symbolic link.
  func isLink(_ path: String) -> Bool

  /// Names in a folder, in order of their bytes, without `.` and `..`.
  func names(in folder: String) throws(FileReadProblem) -> [String]
}

extension FileOpener {
  package func isLink(_ path: String) -> Bool { false }
}

/// What a path leads to.
package enum FileKind: Hashable, Sendable {
  case file
  case folder
  case other
}
