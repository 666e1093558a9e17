import Texts

extension Command {
  /// What belongs together in help.
  package struct Group: Hashable, Sendable {
    package let id: String
    package let title: Phrase

    init(_ id: String, _ title: Phrase) {
      self.id = id
      self.title = title
    }

    static let panels = Group("panels", .groupPanels)

    package static func == (one: Group, other: Group) -> Bool { one.id == other.id }
    package func hash(into hasher: inout Hasher) { hasher.combine(id) }

    /// In the order of help: going about, then panel by panel, then what works everywhere.
    package static let all: [Group] = {
      let ordered =
        Command.panels + Command.moving + Panels.all.flatMap { $0.commands } + Command.application
      var groups: [Group] = []
      for command in ordered where !groups.contains(command.group) { groups.append(command.group) }
      return groups
    }()
  }

  /// Where keys go: one bit for each place.
  package struct Scope: OptionSet, Hashable, Sendable {
    package let rawValue: UInt16
    package init(rawValue: UInt16) { self.rawValue = rawValue }

    /// The panel that a digit opens, 0...9.
    init(digit: Int) { rawValue = 1 << digit }

    package static let all = Scope(rawValue: .max)
  }
}
