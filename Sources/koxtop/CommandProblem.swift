import ArgumentParser
import Glibc
import SystemPackage

/// Why a command could not do its work: one sentence for standard error, and an exit code of sysexits.h.
struct CommandProblem: Error {
  /// What is wrong, where, and where it helps, what to do.
  var message: String
  var code: Code

  enum Code: Int32 {
    case general = 1
    case badData = 65
    case noInput = 66
    /// There is no terminal that could show the dashboard, such as with `TERM=dumb`.
    case unavailable = 69
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
      StandardError.write(CommandLanguage.error(failure.message) + "\n")
      throw ExitCode(failure.code.rawValue)
    }
  }
}

/// The process's standard error.
enum StandardError {
  static func write(_ text: String) {
    // Where words about an error can't be written, nothing is left to say.
    _ = try? FileDescriptor.standardError.writeAll(text.utf8)
  }
}
