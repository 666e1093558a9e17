/// Why a sample can't be written or played.
package enum SampleProblem: Error, Equatable, Sendable {
  case membersOutOfRange(Int)
  case daysOutOfRange(Int)
  /// The folder has files in it, and overwriting wasn't asked for.
  case folderNotEmpty(path: String)
  /// Something that isn't a folder stands in the folder's place.
  case notAFolder(path: String)
  /// A system call failed; `reason` is the system's own words.
  case failed(action: Action, path: String, reason: String)

  package enum Action: String, Sendable { case createFolder, openFile, writeFile, rename, readFolder }

  /// What is wrong and where, in English.
  package var what: String {
    switch self {
    case .membersOutOfRange(let members):
      "\(members) members: the number must be from \(SampleCommunity.memberRange.lowerBound) to "
        + "\(SampleCommunity.memberRange.upperBound)"
    case .daysOutOfRange(let days):
      "\(days) days: the number must be from \(SampleCommunity.dayRange.lowerBound) to "
        + "\(SampleCommunity.dayRange.upperBound)"
    case .folderNotEmpty(let path): "\(path): the folder isn't empty"
    case .notAFolder(let path): "\(path): not a folder"
    case .failed(let action, let path, let reason):
      switch action {
      case .createFolder: "\(path): can't make the folder: \(reason)"
      case .openFile: "\(path): can't open the file: \(reason)"
      case .writeFile: "\(path): can't write: \(reason)"
      case .rename: "\(path): can't put the files into place: \(reason)"
      case .readFolder: "\(path): can't read the folder: \(reason)"
      }
    }
  }

  /// What to do about it; nil when `what` says it all.
  package var hint: String? {
    switch self {
    case .folderNotEmpty: "Name a new folder, or ask for overwriting to replace the feeds in this one."
    case .notAFolder: "Name another place."
    case .failed(.createFolder, _, _): "The folder above must exist and be writable."
    case .failed(.writeFile, _, _): "Nothing was left behind; is there room on the disk?"
    default: nil
    }
  }
}
