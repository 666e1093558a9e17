import Screen
import Texts

/// Something a person can do, with all that is to be known of it: footer, help, palette and the manual's table of keys are
/// made of these. Its words stand in `Texts` under its id.
package struct Command: Hashable, Sendable {
  package let id: CommandID
  package private(set) var group: Group
  /// Where its keys work.
  package private(set) var scope: Scope
  package let defaultKeys: [Key]
  /// Where in the footer it stands, smallest first; nil for not at all.
  package let footerRank: Int?
  /// What it does right here, where its title doesn't say that; nil where it does.
  let titleHere: @Sendable (DashboardState) -> Phrase?
  /// Why it can't do anything just now; nil when it can.
  let reason: @Sendable (DashboardState) -> Phrase?
  /// What it does, where there's no reason against it.
  let run: @Sendable (inout DashboardState) -> Void

  /// - Parameters:
  ///   - keys: textual forms of keys with spaces between.
  ///   - scope: where it works, if not where the others of its list do.
  ///   - titleHere: what the footer calls it just now, where that isn't its title.
  init(
    _ id: CommandID, keys: String, in scope: Scope = [], footer rank: Int? = nil,
    named titleHere: @escaping @Sendable (DashboardState) -> Phrase? = { _ in nil },
    unless reason: @escaping @Sendable (DashboardState) -> Phrase? = { _ in nil },
    run: @escaping @Sendable (inout DashboardState) -> Void
  ) {
    self.id = id
    self.group = .panels
    self.scope = scope
    self.footerRank = rank
    self.titleHere = titleHere
    self.reason = reason
    self.run = run
    defaultKeys = keys.split(separator: " ").map { name in
      guard let key = Key(String(name)) else { preconditionFailure("no key is called \(name)") }
      return key
    }
  }

  /// Commands that belong together in help and work in the same place.
  static func list(_ group: Group, in scope: Scope, _ commands: [Command]) -> [Command] {
    commands.map { command in
      var command = command
      command.group = group
      if command.scope.isEmpty { command.scope = scope }
      return command
    }
  }

  /// Its name in few words, in lower case where it begins none.
  package var title: Phrase { words.title }
  /// What it does, in a sentence.
  package var help: Phrase { words.help }

  private var words: CommandWords {
    guard let words = CommandWords.all[id.rawValue] else { preconditionFailure("\(id) has no words") }
    return words
  }

  package static func == (one: Command, other: Command) -> Bool { one.id == other.id }
  package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

extension Command {
  /// Every command, in the order of help and manual.
  package static let all: [Command] =
    list(.panels, in: .all, Panels.all.map(opening)) + panels + application + moving
    + Panels.inOrderOfCommands.flatMap { $0.commands }

  /// Opens a panel by its digit.
  private static func opening(_ panel: any Panel) -> Command {
    let id = panel.id
    return Command(id.command, keys: "\(panel.digit)") { $0.show(id) }
  }

  /// The command of an id.
  package static func of(_ id: CommandID) -> Command {
    guard let command = byID[id] else { preconditionFailure("\(id) isn't listed") }
    return command
  }

  private static let byID = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })

  static let known = Set(all.map(\.id))
}
