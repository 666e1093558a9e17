import Foundation
import Testing

/// What the page of the architecture says about speed across modules.
@Suite("Code that other modules inline") struct InliningTests {
  @Test("Inlinable members stand in types that can be used from inline code")
  func inlinable() throws {
    let files = try sources()
    let all = Dictionary(grouping: files.flatMap { types(in: $0.lines) }, by: \.name)
    let plainEverywhere = all.filter { $0.value.allSatisfy { !$0.isUsable } }.keys
    for (path, lines) in files {
      let own = types(in: lines)
      let declared = Set(lines.filter { !$0.contains("extension ") }.compactMap(typeName))
      let plain = Set(own.filter { !$0.isUsable }.map(\.name)).union(
        plainEverywhere.filter { !declared.contains($0) })
      var enclosing: [(indent: Int, name: String)] = []
      for line in lines {
        let indent = line.prefix { $0 == " " }.count
        if line.trimmed.hasPrefix("}") { enclosing.removeAll { $0.indent >= indent } }
        if let name = typeName(line) { enclosing.append((indent, name)) }
        guard line.contains("@inlinable") else { continue }
        for (_, name) in enclosing { #expect(!plain.contains(name), "\(name) in \(path)") }
      }
    }
  }

  @Test("Nothing is yielded for reading")
  func yields() throws {
    for (path, lines) in try sources() {
      #expect(!lines.contains { $0.trimmed.hasPrefix("_read {") }, "\(path)")
    }
  }

  private func sources() throws -> [(path: String, lines: [String])] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Sources").standardized
    let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    let paths = (all?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "swift" }
    try #require(paths.count > 100)
    return try paths.map { path in
      let text = try String(contentsOf: path, encoding: .utf8)
      return (path.path, text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
    }
  }

  /// The types that other modules of the package see.
  private func types(in lines: [String]) -> [(name: String, isUsable: Bool)] {
    lines.indices.compactMap { index in
      guard lines[index].contains("package "), !lines[index].contains("extension "),
        let name = typeName(lines[index])
      else { return nil }
      let before = index > 0 ? lines[index - 1] : ""
      return (name, (before + lines[index]).contains("@usableFromInline"))
    }
  }

  /// The name of the type that a line declares or extends.
  private func typeName(_ line: String) -> String? {
    line.firstMatch(
      of:
        #/^ *(?:@\w+ )*(?:package |public |private |fileprivate )?(?:final |indirect )*(?:struct|enum|class|extension) (\w+)/#
    )
    .map { String($0.1) }
  }
}

extension String {
  fileprivate var trimmed: String { trimmingCharacters(in: .whitespaces) }
}
