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
  /// Panels by their digits, with the keys of one decision each.
  static let panels: [(panel: String, decisions: [String])] = [
    ("6", ["r", "r", "c", "c", "n x enter", "n y enter", "u", "u", "j", "z enter", "r u"]),
    ("4", ["d", "d", "d", "x", "z enter", "u", "j", "d u", "space j space d y"]),
    ("7", ["t", "t", "x enter", "x y enter", "n x enter", "c", "]", "j", "u"]),
  ]

  static func main() throws {
    let arguments = CommandLine.arguments
    var options = DashboardOptions(
      folder: arguments[1], machineZone: .utc, environment: ["HOME": arguments[3], "LC_ALL": "C.UTF-8"])
    options.manager = arguments[2]
    options.workers = 1
    let folder = arguments[1]
    let reading = ReadingOptions(machineZone: .utc, workers: 1)
    let terminal = MemoryTerminal(size: Size(columns: 80, rows: 24), steps: steps())
    var told: Set<String> = []
    _ = try runDashboard(
      options, on: terminal, places: Places(environment: options.environment),
      makeSource: { FolderReader(folder: folder, options: reading, deliver: $0) },
      onFrame: { state in
        var lines = ""
        for (member, id) in ticks(state) where told.insert(id).inserted { lines += "+ \(id) \(member)\n" }
        lines.withUTF8 { _ = write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      })
  }

  /// Decisions that are shown as written, with their members.
  private static func ticks(_ state: DashboardState) -> [(member: String, id: String)] {
    let recalls = state.decisions.members.map { ($0.key, $0.value.writtenID) }
    let touches = state.decisions.touches.map { ($0.key.member, $0.value.writtenID) }
    let answers = state.decisions.answers.compactMap { row, pending -> (String, String?)? in
      guard let community = state.data.shown?.community else { return nil }
      let (segment, offset) = community[.surveys][row]
      return segment.party(offset).member.map { (community.members.id($0), pending.writtenID) }
    }
    return (recalls + touches + answers).compactMap { member, id in id.map { (member, $0) } }
  }

  /// Keys in bursts, in an order of this process's own, from any of the panels on.
  private static func steps() -> [MemoryTerminalStep] {
    let first = Int.random(in: panels.indices)
    return (first..<4000).map { number in
      let (panel, decisions) = panels[number % panels.count]
      let burst = (0..<Int.random(in: 1...6)).map { _ in decisions[Int.random(in: decisions.indices)] }
      return .press(([panel] + burst).joined(separator: " "))
    }
  }
}
