import Glibc

/// Appends lines to the feeds of a folder, whole lines only, one write a file and batch.
package final class PlayAppender {
  private let folder: String
  private var files: [String: Int32] = [:]

  /// - Throws: `SampleProblem.notAFolder`.
  package init(folder: String) throws(SampleProblem) {
    var status = stat()
    guard stat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw .notAFolder(path: folder)
    }
    self.folder = folder
  }

  deinit {
    for file in files.values { close(file) }
  }

  /// - Throws: `SampleProblem.failed` when a file can't be opened or written.
  package func append(_ lines: [PlayLine]) throws(SampleProblem) {
    var batches: [String: [UInt8]] = [:]
    for line in lines { batches[line.file, default: []] += line.bytes }
    for (name, bytes) in batches.sorted(by: { $0.key < $1.key }) {
      let path = folder + "/" + name
      let file = try open(name, path)
      guard writeAll(bytes, to: file) else {
        throw .failed(action: .writeFile, path: path, reason: String(cString: strerror(errno)))
      }
    }
  }

  private func open(_ name: String, _ path: String) throws(SampleProblem) -> Int32 {
    if let file = files[name] { return file }
    let file = Glibc.open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0o666)
    guard file >= 0 else {
      throw .failed(action: .openFile, path: path, reason: String(cString: strerror(errno)))
    }
    files[name] = file
    // A last line without its newline must not swallow the first of ours.
    var last: UInt8 = 0x0A
    let size = lseek(file, 0, SEEK_END)
    if size > 0, pread(file, &last, 1, size - 1) == 1, last != 0x0A { _ = writeAll([0x0A], to: file) }
    return file
  }
}
