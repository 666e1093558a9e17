import Glibc
import JSONTape

/// `imports.json` of a folder: the imports that were done, so that they can be repeated.
package struct ImportsFile: Sendable {
  package let path: String
  private let folder: String

  package init(folder: String) {
    self.folder = folder
    path = "\(folder)/imports.json"
  }

  /// One import that was done.
  package struct Entry: Hashable, Sendable {
    /// As a whole path, or `-`.
    package var source: String
    package var format: String?
    package var name: String?
    package var mapping: Mapping?
    package var edited: [String: Mapping] = [:]
    package var dateOrder: String?
    package var encoding: String?
    package var city: String?
    package var scoreField: String?
    package var rates: [String: Int64] = [:]
    /// The files it wrote, relative to the folder.
    package var files: [String] = []
  }

  /// The imports in the order in which they were first done; none where there's no file.
  package func entries() throws(ImportProblem) -> [Entry] {
    guard access(path, F_OK) == 0 else { return [] }
    let bytes = try FileBytes(path: path).bytes(upTo: 64 << 20)
    guard let value = try? JSONValue(parsing: bytes), let imports = value["imports"]?.elements else {
      throw .nothingRemembered(path)
    }
    var entries: [Entry] = []
    for value in imports {
      guard let source = value["source"]?.string else { throw .nothingRemembered(path) }
      var entry = Entry(source: source)
      entry.format = value["from"]?.string
      entry.name = value["name"]?.string
      entry.dateOrder = value["dates"]?.string
      entry.encoding = value["encoding"]?.string
      entry.city = value["city"]?.string
      entry.scoreField = value["score"]?.string
      for rate in value["rates"]?.fields ?? [] { entry.rates[rate.key] = rate.value.integer }
      do throws(MappingProblem) {
        if let mapping = value["mapping"] { entry.mapping = try Mapping(mapping) }
        for field in value["edited"]?.fields ?? [] { entry.edited[field.key] = try Mapping(field.value) }
      } catch {
        throw .mapping(path, error)
      }
      entry.files = value["files"]?.elements?.compactMap(\.string) ?? []
      entries.append(entry)
    }
    return entries
  }

  /// Adds an import, or takes the place of that of the same source. Nothing is written where nothing changes.
  func remember(_ source: String, _ options: ImportOptions, _ outputs: [PartOutput]) throws(ImportProblem) {
    guard source != "-" else { return }
    var entry = Entry(source: FolderNames.realPath(source) ?? source)
    entry.format = options.format?.rawValue
    entry.name = options.name
    entry.mapping = options.mapping
    entry.edited = options.edited
    entry.dateOrder = options.dateOrder.map { $0 == .monthFirst ? "month-first" : "day-first" }
    entry.encoding = options.encoding?.rawValue
    entry.city = options.city
    entry.scoreField = options.scoreField
    entry.rates = options.rates
    entry.files = outputs.flatMap(\.files)
    var entries = try entries()
    if let index = entries.firstIndex(where: { $0.source == entry.source && $0.name == entry.name }) {
      for file in entries[index].files
      where !entry.files.contains(file)
        && !entries.contains(where: { $0.source != entry.source && $0.files.contains(file) })
      {
        // Written by an earlier mapping of the same source; what it holds is in the new files.
        unlink("\(folder)/\(file)")
      }
      if entries[index] == entry { return }
      entries[index] = entry
    } else {
      entries.append(entry)
    }
    let value = JSONValue.object([.init("imports", .array(entries.map(\.json)))])
    try WholeText.write(value.text(indentation: 2) + "\n", to: path)
  }
}

extension ImportsFile.Entry {
  fileprivate var json: JSONValue {
    var fields: [JSONValue.Field] = [.init("source", .string(source))]
    func add(_ key: String, _ text: String?) { if let text { fields.append(.init(key, .string(text))) } }
    add("from", format)
    add("name", name)
    add("dates", dateOrder)
    add("encoding", encoding)
    add("city", city)
    add("score", scoreField)
    if !rates.isEmpty {
      fields.append(
        .init("rates", .object(rates.sorted { $0.key < $1.key }.map { .init($0.key, .integer($0.value)) })))
    }
    if let mapping { fields.append(.init("mapping", mapping.json)) }
    if !edited.isEmpty {
      let mappings = edited.sorted { $0.key < $1.key }.map { JSONValue.Field($0.key, $0.value.json) }
      fields.append(.init("edited", .object(mappings)))
    }
    fields.append(.init("files", .array(files.map { .string($0) })))
    return .object(fields)
  }
}
