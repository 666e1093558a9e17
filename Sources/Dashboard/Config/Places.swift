/// Where the program's own files lie, by the XDG rules.
package struct Places: Hashable, Sendable {
  /// `config.json` and themes of the user's own.
  package var configFolder: String?
  /// Saved views, the log, the last opening.
  package var stateFolder: String?
  /// Folders that may hold `koxtop/themes` and `koxtop/sample-data`, the first ones first.
  package var dataFolders: [String]

  package init(configFolder: String? = nil, stateFolder: String? = nil, dataFolders: [String] = []) {
    self.configFolder = configFolder
    self.stateFolder = stateFolder
    self.dataFolders = dataFolders
  }

  /// The folders that an environment names; relative paths don't count, as the rules have it.
  package init(environment: [String: String]) {
    let home = environment["HOME"].flatMap { $0.isEmpty ? nil : $0 }
    func folder(_ name: String, _ standard: String) -> String? {
      if let path = environment[name], path.hasPrefix("/") { return path }
      return home.map { "\($0)/\(standard)" }
    }
    configFolder = folder("XDG_CONFIG_HOME", ".config").map { "\($0)/koxtop" }
    stateFolder = folder("XDG_STATE_HOME", ".local/state").map { "\($0)/koxtop" }
    let shared =
      environment["XDG_DATA_DIRS"].flatMap { $0.isEmpty ? nil : $0 } ?? "/usr/local/share:/usr/share"
    dataFolders =
      (folder("XDG_DATA_HOME", ".local/share").map { [$0] } ?? [])
      + shared.split(separator: ":").map(String.init).filter { $0.hasPrefix("/") }
    dataFolders = dataFolders.map { "\($0)/koxtop" }
  }

  package var configPath: String? { configFolder.map { "\($0)/config.json" } }
  package var viewsPath: String? { stateFolder.map { "\($0)/views.json" } }
  package var openingPath: String? { stateFolder.map { "\($0)/opening.json" } }
  package var logPath: String? { stateFolder.map { "\($0)/koxtop.log" } }
}
