import Foundation
import PackagePlugin

/// Runs the gatherer before a target is compiled, so that what it lists can't lag behind what is written: for Texts its phrases, for
/// Manual the pages of all DocC catalogues.
@main
struct Gather: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
    guard let target = target as? SourceModuleTarget else { return [] }
    let isManual = target.name == "Manual"
    let files =
      isManual
      ? try pages(under: context.package.directoryURL.appending(path: "Sources"))
      : target.sourceFiles(withSuffix: ".swift").map(\.url)
    let list = context.pluginWorkDirectoryURL.appending(
      path: isManual ? "Manual+Pages.swift" : "Phrase+All.swift")
    let sorted = files.sorted { $0.path < $1.path }
    return [
      .buildCommand(
        displayName: "Gather for \(target.name)",
        executable: try context.tool(named: "gatherer").url,
        arguments: [isManual ? "pages" : "phrases", list.path] + sorted.map(\.path),
        inputFiles: sorted, outputFiles: [list])
    ]
  }

  /// The Markdown files of all catalogues in a folder of targets.
  private func pages(under sources: URL) throws -> [URL] {
    let manager = FileManager.default
    return try manager.contentsOfDirectory(at: sources, includingPropertiesForKeys: nil)
      .map { $0.appending(path: "\($0.lastPathComponent).docc") }
      .filter { manager.fileExists(atPath: $0.path) }
      .flatMap { try manager.contentsOfDirectory(at: $0, includingPropertiesForKeys: nil) }
      .filter { $0.pathExtension == "md" }
  }
}
