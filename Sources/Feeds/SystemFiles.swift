import Bytes
import Glibc
import SystemPackage

/// The files of the system.
package struct SystemFiles: FileOpener {
  package init() {}

  package func open(_ path: String) throws(FileReadProblem) -> any OpenFile {
    let descriptor: FileDescriptor
    do {
      // Without `nonBlocking`, opening a FIFO waits for a writer.
      descriptor = try FileDescriptor.open(
        path, .readOnly,
        options: [.nonBlocking, .closeOnExec, FileDescriptor.OpenOptions(rawValue: O_NOCTTY)],
        retryOnInterrupt: false)
    } catch {
      throw FileReadProblem(error)
    }
    let file = SystemFile(descriptor: descriptor)
    switch try file.mode() & S_IFMT {
    case S_IFREG: return file
    case S_IFDIR: throw .isFolder
    default: throw .notARegularFile
    }
  }

  package func kind(of path: String) throws(FileReadProblem) -> FileKind {
    var status = stat()
    guard stat(path, &status) == 0 else { throw FileReadProblem(errno) }
    return switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    default: .other
    }
  }

  package func isLink(_ path: String) -> Bool { FolderLook.isLink(path) }

  package func names(in folder: String) throws(FileReadProblem) -> [String] {
    guard let directory = opendir(folder) else { throw FileReadProblem(errno) }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}

extension FileReadProblem {
  /// What a system call threw.
  init(_ error: any Error) { self.init((error as? Errno ?? .ioError).rawValue) }

  init(_ number: Int32) {
    self =
      switch number {
      case ENOENT: .notFound
      case EACCES, EPERM: .permissionDenied
      case ELOOP: .symlinkLoop
      case EISDIR: .isFolder
      case ENOTDIR: .notAFolder
      case EINTR: .interrupted
      case ENXIO: .notARegularFile
      default: .system(number)
      }
  }
}

private final class SystemFile: OpenFile {
  private let descriptor: FileDescriptor

  init(descriptor: FileDescriptor) {
    self.descriptor = descriptor
  }

  // Nothing was written that closing could lose.
  deinit { try? descriptor.close() }

  func mode() throws(FileReadProblem) -> UInt32 { try rawStatus().st_mode }

  func status() throws(FileReadProblem) -> FileStatus {
    let status = try rawStatus()
    return FileStatus(
      device: UInt64(status.st_dev), inode: UInt64(status.st_ino), size: Int64(status.st_size),
      modified: Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec))
  }

  func read(into buffer: MutableBufferView<UInt8>, at offset: Int64) throws(FileReadProblem) -> Int {
    do {
      return try descriptor.read(fromAbsoluteOffset: offset, into: buffer.memory, retryOnInterrupt: false)
    } catch {
      throw FileReadProblem(error)
    }
  }

  private func rawStatus() throws(FileReadProblem) -> stat {
    var status = stat()
    guard fstat(descriptor.rawValue, &status) == 0 else { throw FileReadProblem(errno) }
    return status
  }
}
