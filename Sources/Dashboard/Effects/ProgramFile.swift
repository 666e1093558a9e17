import Community
import Feeds
import Glibc
import JSONTape

/// The file of a folder's programme, as far as the dashboard changes it.
struct ProgramFile: Sendable {
  /// Why the tiers weren't saved.
  enum Problem: Error, Hashable, Sendable {
    case file(FileProblem)
    /// The file that's there can't be read as JSON: it's left as it is.
    case unreadable(path: String, line: Int, column: Int)
  }

  let folder: String

  private var path: String { "\(folder)/program.json" }

  /// Writes other tiers into `program.json`: beside it, then renamed. The file that was there stays as
  /// `program.json.DATE`, everything else in it is taken over.
  ///
  /// - Parameter stamp: what the old file's name ends with, as in `20260301T093000`; a number follows where there's one
  ///   of that name.
  /// - Returns: the path of the old file, nil where there was none.
  @discardableResult
  func save(_ tiers: Program.TierRules, stamp: String) throws(Problem) -> String? {
    let old = try oldText()
    let text: [UInt8]
    do throws(PlacedJSONProblem) {
      text = try Program.text(of: tiers, in: old)
    } catch {
      throw .unreadable(path: path, line: error.line, column: error.column)
    }
    do throws(FileProblem) {
      var kept: String?
      if let old { kept = try keep(old, stamp: stamp) }
      var file = try WholeFile(path: path)
      try file.write(text)
      _ = try file.finish(mayReplace: true)
      return kept
    } catch {
      throw .file(error)
    }
  }

  private func keep(_ text: [UInt8], stamp: String) throws(FileProblem) -> String {
    var number = 1
    while true {
      let copy = number == 1 ? "\(path).\(stamp)" : "\(path).\(stamp)-\(number)"
      var file = try WholeFile(path: copy)
      try file.write(text)
      if try file.finish(mayReplace: false) { return copy }
      number += 1
    }
  }

  private func oldText() throws(Problem) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 {
      if errno == ENOENT { return nil }
      throw .file(FileProblem(action: .read, path: path, code: errno))
    }
    defer { close(descriptor) }
    var text: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(descriptor, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      if count < 0 { throw .file(FileProblem(action: .read, path: path, code: errno)) }
      if count == 0 { return text }
      text += piece[..<count]
    }
  }
}
