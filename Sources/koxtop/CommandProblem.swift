import ArgumentParser
import Glibc

/// Why a command could not do its work: one sentence for standard error, and an exit code of sysexits.h.
struct CommandProblem: Error {
  /// What is wrong, where, and where it helps, what to do.
  var message: String
  var code: Code

  enum Code: Int32 {
    case general = 1
    case badData = 65
    case noInput = 66
    case cannotCreate = 73
    case ioError = 74
  }

  init(_ message: String, code: Code = .general) {
    self.message = message
    self.code = code
  }

  static func reason(_ number: Int32) -> String { String(cString: strerror(number)) }
}

extension ParsableCommand {
  /// Runs `body`; a failure in it is told on standard error and becomes its exit code.
  func reportingFailures<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let failure as CommandProblem {
      StandardError.write("Error: \(failure.message)\n")
      throw ExitCode(failure.code.rawValue)
    }
  }
}

/// The process's standard error.
enum StandardError {
  static func write(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while !rest.isEmpty {
        let written = Glibc.write(STDERR_FILENO, rest.baseAddress, rest.count)
        if written < 0, errno == EINTR { continue }
        if written <= 0 { return }
        rest = UnsafeRawBufferPointer(rebasing: rest[written...])
      }
    }
  }
}
