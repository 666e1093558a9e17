import Canvas
import Community
import Dashboard
import Feeds
import Glibc
import Screen

/// A whole dashboard, on a terminal in memory, whose manager presses keys as fast as it takes them until it's killed.
///
///     dashboard-writer FOLDER MANAGER HOME
///
/// After each frame it prints `+ ID MEMBER` for every decision whose tick that frame is the first to show.
@main
struct DashboardWriter {
  /// Panels by their digits, with the keys of one decision each: others that decide are added here.
  static let panels: [(panel: String, decisions: [String])] = [
    ("6", ["r", "r", "c", "c", "n x enter", "n y enter", "u", "u", "j", "z enter", "r u"])
  ]

  static func main() throws {
    let arguments = CommandLine.arguments
    var options = DashboardOptions(
      folder: arguments[1], machineZone: .utc, environment: ["HOME": arguments[3], "LC_ALL": "C.UTF-8"])
    options.manager = arguments[2]
    options.workers = 1
    let folder = arguments[1]
    let reading = ReadingOptions(machineZone: .utc, workers: 1)
    let terminal = MemoryTerminal(size: Size(columns: 120, rows: 36), steps: steps())
    var told: Set<String> = []
    _ = try runDashboard(
      options, on: terminal, places: Places(environment: options.environment),
      makeSource: { FolderReader(folder: folder, options: reading, deliver: $0) },
      onFrame: { state in
        var lines = ""
        for (member, pending) in state.recall.pending {
          if let id = pending.writtenID, told.insert(id).inserted { lines += "+ \(id) \(member)\n" }
        }
        lines.withUTF8 { _ = write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      })
  }

  /// Keys in bursts, in an order of this process's own.
  private static func steps() -> [MemoryTerminalStep] {
    (0..<4000).map { number in
      let (panel, decisions) = panels[number % panels.count]
      let burst = (0..<Int.random(in: 1...6)).map { _ in decisions[Int.random(in: decisions.indices)] }
      return .press(([panel] + burst).joined(separator: " "))
    }
  }
}
