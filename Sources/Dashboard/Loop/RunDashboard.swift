import Feeds
import Screen

/// Runs the dashboard on the process's terminal until somebody quits.
///
/// - Returns: the signal that ended it, or nil: the caller ends the process the same way.
/// - Throws: `TerminalProblem` where there's no terminal to show it on.
package func runDashboard(_ options: DashboardOptions) throws -> ProcessSignal? {
  let places = Places(environment: options.environment)
  var terminalOptions = NcursesTerminal.Options(environment: options.environment)
  terminalOptions.color = options.color
  terminalOptions.errorLogPath = places.logPath
  let reading = ReadingOptions(
    zone: options.zone, machineZone: options.machineZone, machineZoneProblem: options.machineZoneProblem,
    workers: options.workers)
  return try runDashboard(
    options, on: NcursesTerminal(options: terminalOptions), places: places,
    makeSource: { FolderReader(folder: options.folder, options: reading, deliver: $0) })
}

/// Runs the dashboard on a terminal until somebody quits.
///
/// - Parameters:
///   - places: where settings, saved views and log lie.
///   - makeSource: where snapshots come from.
///   - onFrame: called after each frame, on the same thread.
/// - Returns: the signal that ended it, or nil: the caller ends the process the same way.
/// - Throws: `TerminalProblem` where the terminal can't show it.
package func runDashboard(
  _ options: DashboardOptions, on terminal: any Terminal, places: Places,
  makeSource: @escaping FolderSourceMaker, onFrame: ((DashboardState) -> Void)? = nil
) throws -> ProcessSignal? {
  var session = DashboardSession(
    options: options, places: places, terminal: terminal, makeSource: makeSource)
  session.onStart = { $0.onFrame = onFrame }
  return try session.run()
}
