import Canvas
import Feeds
import Glibc
import JSONTape

/// Finds theme files by name: the user's own first, then those that came with the program.
package struct ThemeFiles: Sendable {
  /// Folders that hold `NAME.json`, the first ones first.
  package var folders: [String]

  package init(folders: [String]) { self.folders = folders }

  /// The config folder, the XDG data folders, then upward from the program's real path, then the working folder.
  package init(places: Places, programPath: String?) {
    folders = (places.configFolder.map { [$0] } ?? []) + places.dataFolders
    folders += ThemeFiles.foldersAbove(programPath) + ["."]
    folders = folders.map { "\($0)/themes" }
  }

  /// The folder of a file and those above it, links resolved.
  package static func foldersAbove(_ path: String?) -> [String] {
    guard let path, let real = realpath(path, nil) else { return [] }
    defer { free(real) }
    var folders: [String] = []
    var rest = Substring(String(cString: real))
    while let slash = rest.lastIndex(of: "/"), folders.count < 8 {
      rest = rest[..<slash]
      folders.append(rest.isEmpty ? "/" : String(rest))
    }
    return folders
  }

  /// A theme with what it inherits, and what is wrong with it.
  package func theme(_ name: String) -> (theme: Theme, problems: [ThemeProblem]) {
    Theme.resolve(name, lookup: document)
  }

  /// The names of all themes there are files for, and the built-in one.
  package var names: [String] {
    var names: Set<String> = [ThemeDocument.builtIn.name]
    for folder in folders {
      for name in (try? SystemFiles().names(in: folder)) ?? [] {
        if name.hasSuffix(".json"), !name.hasPrefix(".") { names.insert(String(name.dropLast(5))) }
      }
    }
    return names.sorted()
  }

  private func document(_ name: String) -> ThemeDocument? {
    // A name, not a path.
    guard !name.isEmpty, !name.contains("/"), !name.hasPrefix(".") else { return nil }
    for folder in folders {
      guard let bytes = try? WholeFile.read("\(folder)/\(name).json") else { continue }
      guard let value = try? JSONValue(parsing: bytes) else {
        return ThemeDocument(name: name, value: .other)
      }
      return ThemeDocument(name: name, value: ThemeValue(value))
    }
    return nil
  }
}

extension ThemeValue {
  init(_ value: JSONValue) {
    switch value {
    case .string(let text): self = .string(text)
    case .array(let elements): self = .array(elements.map { ThemeValue($0) })
    case .object(let fields):
      self = .object(Dictionary(fields.map { ($0.key, ThemeValue($0.value)) }) { _, last in last })
    case .null, .bool, .integer, .number: self = .other
    }
  }
}
