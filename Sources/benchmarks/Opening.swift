import ArgumentParser
import Community
import Dashboard
import Feeds
import Glibc
import Screen

/// Opens the dashboard inside this program, so that the benchmarks need no other build.
struct Opening: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "open", shouldDisplay: false)

  @Argument var folder: String

  func run() throws {
    let options = DashboardOptions(
      folder: folder, machineZone: .machine(), environment: ProcessEnvironment.all)
    if let signal = try runDashboard(options) { signal.endProcess() }
  }
}

/// The variables of this process, and those that the measured programs run with.
enum ProcessEnvironment {
  static var all: [String: String] {
    var variables: [String: String] = [:]
    var place = environ
    while let entry = place.pointee {
      let text = String(cString: entry)
      if let equals = text.firstIndex(of: "=") {
        variables[String(text[..<equals])] = String(text[text.index(after: equals)...])
      }
      place += 1
    }
    return variables
  }

  /// English, a plain terminal, and settings and state of its own in `scratch`.
  static func measured(scratch: String) -> [String: String] {
    var variables = ["TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": all["PATH"] ?? "", "HOME": scratch]
    variables["XDG_CONFIG_HOME"] = scratch + "/config"
    variables["XDG_STATE_HOME"] = scratch + "/state"
    return variables
  }
}

/// A dashboard on `folder` in a terminal of 120×36.
func openDashboard(_ folder: String, scratch: String) throws -> TerminalProcess {
  // Each begins on the Overview, whatever the one before was left at.
  unlink(scratch + "/state/koxtop/opening.json")
  var path = [CChar](repeating: 0, count: 4096)
  let length = readlink("/proc/self/exe", &path, path.count - 1)
  let program = String(decoding: path.prefix(max(0, length)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  return try TerminalProcess(
    [program, "open", folder], columns: 120, rows: 36,
    environment: ProcessEnvironment.measured(scratch: scratch))
}

/// Times from the start of the program to its first frame, and to all figures of the folder.
func measureOpening(_ large: String, sample: String, scratch: String) throws -> [Measurement] {
  var first: [String: [Double]] = [:]
  var complete: [Double] = []
  for (folder, rounds) in [(sample, 20), (large, 5)] {
    for _ in 0..<rounds {
      let start = monotonicSeconds()
      let dashboard = try openDashboard(folder, scratch: scratch)
      guard dashboard.wait(for: "Overview", limit: 10) != nil else {
        throw TerminalProcess.Problem(description: "no frame came within 10 s")
      }
      first[folder, default: []].append(monotonicSeconds() - start)
      if folder == sample, dashboard.wait(for: "2,000", limit: 10) != nil {
        complete.append(monotonicSeconds() - start)
      }
      dashboard.stop()
    }
  }
  return [
    Measurement(
      name: "first frame, sample data", value: median(first[sample] ?? []) * 1000, unit: "ms", bound: 50,
      detail: "median of 20 starts, slowest \(decimal((first[sample]?.max() ?? .nan) * 1000, 0)) ms"),
    Measurement(
      name: "first frame, large folder", value: median(first[large] ?? []) * 1000, unit: "ms", bound: 50,
      detail: "median of 5 starts, slowest \(decimal((first[large]?.max() ?? .nan) * 1000, 0)) ms"),
    Measurement(
      name: "sample data complete on screen", value: median(complete) * 1000, unit: "ms", bound: 150,
      detail: "median of \(complete.count) starts, slowest \(decimal((complete.max() ?? .nan) * 1000, 0)) ms"),
  ]
}

/// Counts the wake-ups of an idle dashboard, in ten seconds of one minute: the clock in its header ticks by the minute.
func measureIdle(_ sample: String, scratch: String) throws -> [Measurement] {
  let dashboard = try openDashboard(sample, scratch: scratch)
  _ = dashboard.wait(for: "2,000", limit: 10)
  _ = dashboard.settle(quiet: 1.5, limit: 5)
  while !(2..<45).contains(Glibc.time(nil) % 60) { _ = dashboard.settle(quiet: 0.5, limit: 0.5) }
  let before = dashboard.wakeUps()
  _ = dashboard.settle(quiet: 10, limit: 10)
  let count = dashboard.wakeUps() - before
  dashboard.stop()
  return [
    Measurement(
      name: "wake-ups in 10 idle seconds", value: Double(count), unit: "", bound: 2,
      detail: "voluntary context switches of all threads")
  ]
}
