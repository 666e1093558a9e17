import Community
import Dashboard
import Feeds
import Imports
import Loyalty

extension ImportRequest {
  /// What to offer before the dashboard opens: an export that was named in place of a folder, or the exports in a folder
  /// without feeds. Nil where there's nothing to import.
  ///
  /// - Parameter folder: what was named; of a file it becomes the folder beside it that has its name without the ending.
  static func offered(to folder: inout String) throws -> ImportRequest? {
    let options = ImportOptions(now: .wallClock, computation: .allCores)
    if !Paths.isFolder(folder) {
      let source = folder
      let target = withoutEnding(source)
      if target == source || (Paths.exists(target) && !Paths.isFolder(target)) {
        throw CommandProblem(
          "'\(source)' is a file. Import it with: koxtop import \(source) --into FOLDER", code: .noInput)
      }
      folder = target
      return ImportRequest(source: source, folder: target, options: options)
    }
    guard Importer.couldImport(folder) else { return nil }
    return ImportRequest(source: folder, folder: folder, options: options)
  }

  /// `orders.csv.gz` is `orders`.
  private static func withoutEnding(_ path: String) -> String {
    let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    guard let dot = path[slash...].dropFirst().firstIndex(of: ".") else { return path }
    return String(path[..<dot])
  }
}
