import Screen

/// Which key does what where: the defaults, with what the config file says instead.
package struct KeyMap: Sendable {
  /// The keys of a command by the config: an empty list takes all its keys away.
  private var keysByCommand: [CommandID: [Key]] = [:]
  private var commandsByKey: [Key: [CommandID]] = [:]

  /// The defaults alone.
  package static let standard = KeyMap(overrides: [:]).map

  /// What is wrong with keys in the config.
  package enum Problem: Hashable, Sendable {
    case unknownCommand(String, nearest: String?)
    case unknownKey(String, command: String)
    /// Two commands were given the same key where both apply; the first one listed has it.
    case conflict(Key, kept: CommandID, lost: CommandID)
    /// A key given to one command was another's by default, which has no key left.
    case displaced(CommandID, by: CommandID, key: Key)
  }

  /// - Parameter overrides: keys by command, as read from the config. A default that collides with one of them
  ///   gives way; of two overrides that collide, the command listed first has the key.
  package static func make(overrides: [CommandID: [Key]]) -> (map: KeyMap, problems: [Problem]) {
    KeyMap(overrides: overrides).result
  }

  package func keys(of command: CommandID) -> [Key] { keysByCommand[command] ?? [] }

  /// The command that a key means in a scope.
  package func command(for key: Key, in scope: Command.Scope) -> Command? {
    commandsByKey[key]?.lazy.map(Command.of).first { !$0.scope.isDisjoint(with: scope) }
  }

  private var problems: [Problem] = []
  private var map: KeyMap { self }
  private var result: (map: KeyMap, problems: [Problem]) { (self, problems) }

  private init(overrides: [CommandID: [Key]]) {
    for isOverride in [true, false] {
      for command in Command.all where (overrides[command.id] != nil) == isOverride {
        give(overrides[command.id] ?? command.defaultKeys, to: command, isOverride: isOverride, overrides)
      }
    }
  }

  private mutating func give(
    _ keys: [Key], to command: Command, isOverride: Bool, _ overrides: [CommandID: [Key]]
  ) {
    var given: [Key] = []
    for key in keys where !given.contains(key) {
      let holder = commandsByKey[key]?.first { !Command.of($0).scope.isDisjoint(with: command.scope) }
      if let holder {
        if isOverride {
          problems.append(.conflict(key, kept: holder, lost: command.id))
        } else if keys.count == 1 {
          problems.append(.displaced(command.id, by: holder, key: key))
        }
        continue
      }
      given.append(key)
      commandsByKey[key, default: []].append(command.id)
    }
    keysByCommand[command.id] = given
  }
}
