import Canvas
import Community
import Feeds
import Screen
import Texts

/// How to open the dashboard: the command line's choices and the process's surroundings, all as values.
public struct DashboardOptions: Sendable {
  /// The community folder, as it was given.
  public var folder: String
  /// What counts as now; nil: by the programme.
  public var asOf: Program.AsOf?
  /// Overrides the programme's time zone.
  public var zone: Zone?
  /// Holds where neither option nor programme says one.
  public var machineZone: Zone
  /// nil: by the config file, then the locale.
  public var language: Language?
  /// Under whose name decisions are written; nil: by the config file, then the account's.
  public var manager: String?
  /// A theme's name; nil: by the config file, else the built-in one.
  public var theme: String?
  public var color = ColorOption.auto
  /// Whether phone numbers and e-mail addresses are shown.
  public var isUnmasked = false
  /// The process's variables, for locale, terminal, and XDG folders.
  public var environment: [String: String]
  /// The program's own path, near which themes are looked for.
  public var programPath: String?
  /// Threads that read.
  public var workers = 2
  public var wallClock: @Sendable () -> Instant

  public init(
    folder: String, machineZone: Zone, environment: [String: String],
    wallClock: @escaping @Sendable () -> Instant = { Instant.wallClock }
  ) {
    self.folder = folder
    self.machineZone = machineZone
    self.environment = environment
    self.wallClock = wallClock
  }
}
