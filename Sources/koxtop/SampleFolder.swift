import Dashboard
import Glibc

/// Looks for the sample data: in the XDG data folders, then upward from the program's own place, then in the
/// working folder.
struct SampleFolder {
  var environment: [String: String]
  /// The program's real path; nil when it isn't known.
  var program: String?
  var workingFolder: String
  var isFolder: (String) -> Bool

  /// Where it may be, in order.
  var candidates: [String] {
    let folders =
      Places(environment: environment).dataFolders + ThemeFiles.foldersAbove(program) + [workingFolder]
    return folders.map { ($0 == "/" ? "" : $0) + "/sample-data" }
  }

  func find() -> String? { candidates.first(where: isFolder) }
}

extension SampleFolder {
  /// As this process finds it.
  static var ofThisProcess: SampleFolder {
    SampleFolder(
      environment: Environment.all, program: Paths.program, workingFolder: Paths.workingFolder,
      isFolder: Paths.isFolder)
  }
}

/// What the file system says.
enum Paths {
  static var program: String? { realPath("/proc/self/exe") }
  static var workingFolder: String { realPath(".") ?? "." }

  static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  static func exists(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0
  }
}

/// The process's environment.
enum Environment {
  static var all: [String: String] {
    var values: [String: String] = [:]
    var entry = environ
    while let text = entry.pointee {
      let pair = String(cString: text).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if pair.count == 2 { values[String(pair[0])] = String(pair[1]) }
      entry += 1
    }
    return values
  }
}
