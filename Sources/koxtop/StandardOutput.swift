import Bytes
import ArgumentParser
import Glibc

/// The process's standard output, written in pieces without buffering in between.
enum StandardOutput {
  /// Writes all of the bytes.
  /// - Throws: an exit code: quietly when the reader has gone, with words on standard error otherwise.
  static func write(_ bytes: ByteView) throws {
    var rest = bytes
    while !rest.isEmpty {
      let written = Glibc.write(STDOUT_FILENO, rest.baseAddress, rest.count)
      if written >= 0 {
        rest = rest.extracting(written...)
      } else if errno == EPIPE {
        throw ExitCode(128 + SIGPIPE)
      } else if errno == EAGAIN {
        var waiting = pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0)
        _ = poll(&waiting, 1, -1)
      } else if errno != EINTR {
        throw CommandProblem("writing the output failed: \(CommandProblem.reason(errno))", code: .ioError)
      }
    }
  }

  static func write(_ text: String) throws {
    try text.withBytes { try write($0) }
  }

  static func write(_ bytes: [UInt8]) throws {
    try bytes.withView { try write($0) }
  }
}
