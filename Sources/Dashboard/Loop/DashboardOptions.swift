import Canvas
import Community
import Feeds
import Screen
import Texts

/// How to open the dashboard: the command line's choices and the process's surroundings, all as values.
package struct DashboardOptions: Sendable {
  /// The community folder, as it was given.
  package var folder: String
  /// What counts as now; nil: by the programme.
  package var asOf: Program.AsOf?
  /// Overrides the programme's time zone.
  package var zone: Zone?
  /// Holds where neither option nor programme says one.
  package var machineZone: Zone
  /// Why that is UTC instead of what it should be; nil where nothing is wrong.
  package var machineZoneProblem: ZoneProblem?
  /// nil: by the config file, then the locale.
  package var language: Language?
  /// Under whose name decisions are written; nil: by the config file, then the account's.
  package var manager: String?
  /// A theme's name; nil: by the config file, else the built-in one.
  package var theme: String?
  package var color = ColorOption.auto
  /// The panel to begin with, and the filter of its list; nil: as it was left.
  package var panel: PanelID?
  package var filter: String?
  /// Whether it begins at the beginning, wherever it was left.
  package var isFresh = false
  /// Whether it hangs on a wall: it begins with the NPS unless told otherwise, and isn't kept for the next opening.
  package var isWall = false
  /// Whether phone numbers and e-mail addresses are shown.
  package var isUnmasked = false
  /// Whether CSV files begin with a byte order mark.
  package var writesByteOrderMark = true
  /// The process's variables, for locale, terminal, and XDG folders.
  package var environment: [String: String]
  /// The program's own path, near which themes are looked for.
  package var programPath: String?
  /// Threads that read.
  package var workers = 2
  package var wallClock: @Sendable () -> Instant

  package init(
    folder: String, machineZone: Zone, environment: [String: String],
    wallClock: @escaping @Sendable () -> Instant = { Instant.wallClock }
  ) {
    self.folder = folder
    self.machineZone = machineZone
    self.environment = environment
    self.wallClock = wallClock
  }
}
