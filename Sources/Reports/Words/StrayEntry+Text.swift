import Community
import Feeds
import Texts

extension StrayEntry {
  /// That it isn't read, and what to do so that it is.
  package func text(in language: Language) -> String {
    switch advice {
    case .rename: language.text(.strayRename, ["name": nearest ?? ""])
    case .moveInto(let folder):
      language.text(.strayMove, ["name": nearest ?? "", "folder": folder])
    case .importFile where nearest == nil: language.text(.strayImportPlain, ["file": path])
    case .importFile: language.text(.strayImport, ["file": path, "name": nearest ?? ""])
    case .unpack(let packing) where nearest == nil:
      language.text(.strayUnpackPlain, ["packing": packing.rawValue])
    case .unpack(let packing):
      language.text(.strayUnpack, ["packing": packing.rawValue, "name": nearest ?? ""])
    case .copy(let name): language.text(.strayCopy, ["name": name])
    case .openFolder: language.text(.strayOpenFolder)
    case .name:
      language.text(.strayName, ["names": Feed.allCases.map { "\($0.name).jsonl" }.joined(separator: ", ")])
    case .none: language.text(.strayNotRead)
    }
  }

  /// The path; a folder's with a slash behind it.
  package var placeText: String { isFolder ? path + "/" : path }

  /// A word for reports.
  package var code: String {
    switch advice {
    case .rename: "rename"
    case .moveInto: "move_into_folder"
    case .importFile: "import"
    case .unpack: "unpack"
    case .copy: "copy"
    case .openFolder: "open_folder"
    case .name: "name"
    case .none: "none"
    }
  }
}
