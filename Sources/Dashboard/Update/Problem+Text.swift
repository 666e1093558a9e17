import Feeds
import Glibc
import Texts

extension Language {
  /// What is wrong with a folder and what to do about it.
  package func text(_ error: FolderProblem, folder path: String) -> String {
    switch error {
    case .notFound: text(.folderNotFound, ["path": path])
    case .notAFolder: text(.folderNotAFolder, ["path": path])
    case .permissionDenied: text(.folderPermission, ["path": path])
    case .unreadable(let code): text(.folderUnreadable, ["path": path, "reason": systemMessage(code)])
    case .unknownTimeZone(let name): text(.folderZone, ["name": name])
    case .cancelled: text(.folderCancelled)
    }
  }

  /// What couldn't be done with a file, and why.
  func text(_ problem: FileProblem) -> String {
    let phrase: Phrase =
      switch problem.action {
      case .create: .fileCreate
      case .write: .fileWrite
      case .rename: .fileRename
      case .read: .fileRead
      case .makeFolder: .fileMakeFolder
      }
    return text(phrase, ["path": problem.path, "reason": systemMessage(problem.code)])
  }

  private func systemMessage(_ code: Int32) -> String { String(cString: strerror(code)) }
}
