import Feeds
import Screen
import Texts

/// Runs the dashboard on the process's terminal until somebody quits.
///
/// - Parameter offer: what could be imported into the folder before; where that's declined and there's no folder, nothing
///   opens.
/// - Returns: the signal that ended it, or nil: the caller ends the process the same way.
/// - Throws: `TerminalProblem` where there's no terminal to show it on.
package func runDashboard(_ options: DashboardOptions, offer: ImportRequest? = nil) throws -> ProcessSignal? {
  let places = Places(environment: options.environment)
  var terminalOptions = NcursesTerminal.Options(environment: options.environment)
  terminalOptions.color = options.color
  terminalOptions.errorLogPath = places.logPath
  let reading = ReadingOptions(
    zone: options.zone, machineZone: options.machineZone, machineZoneProblem: options.machineZoneProblem,
    workers: options.workers)
  let terminal = NcursesTerminal(options: terminalOptions)
  if let offer {
    let language = Language.choose(option: options.language, environment: options.environment)
    let isDone = try runImportOffer(offer, language: language, on: terminal)
    if !isDone, (try? SystemFiles().kind(of: options.folder)) != .folder { return nil }
  }
  return try runDashboard(
    options, on: terminal, places: places,
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
