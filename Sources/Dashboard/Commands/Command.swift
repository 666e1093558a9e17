import Screen
import Texts

/// Something a person can do, as data: footer, help, palette and the README's table of keys are made of these.
package struct Command: Hashable, Sendable {
  /// What belongs together in help.
  package enum Group: String, CaseIterable, Sendable {
    case panels, moving, overview, members, card, tiers, touchpoints, community, recall, nps, application

    package var title: Phrase {
      switch self {
      case .panels: .groupPanels
      case .moving: .groupMoving
      case .overview: .groupOverview
      case .members: .groupMembers
      case .card: .groupCard
      case .tiers: .groupTiers
      case .community: .groupCommunity
      case .recall: .groupRecall
      case .nps: .groupNPS
      case .touchpoints: .groupTouchpoints
      case .application: .groupApplication
      }
    }
  }

  /// Where keys go.
  package struct Scope: OptionSet, Hashable, Sendable {
    package let rawValue: UInt16
    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static let overview = Scope(rawValue: 1)
    /// The table of members.
    package static let members = Scope(rawValue: 2)
    /// The card, while it has the keys.
    package static let card = Scope(rawValue: 4)
    package static let recall = Scope(rawValue: 8)
    package static let nps = Scope(rawValue: 16)
    package static let tiers = Scope(rawValue: 32)
    package static let community = Scope(rawValue: 64)
    package static let touchpoints = Scope(rawValue: 128)
    package static let all: Scope = [
      .overview, .members, .card, .tiers, .touchpoints, .community, .recall, .nps,
    ]
  }

  package let id: CommandID
  package let group: Group
  package let scope: Scope
  package let defaultKeys: [Key]
  /// Where in the footer it stands, smallest first; nil for not at all.
  package let footerRank: Int?

  /// - Parameter keys: textual forms of keys with spaces between.
  init(_ id: CommandID, _ group: Group, in scope: Scope, keys: String, footer rank: Int? = nil) {
    self.id = id
    self.group = group
    self.scope = scope
    self.footerRank = rank
    defaultKeys = keys.split(separator: " ").map { name in
      guard let key = Key(String(name)) else { preconditionFailure("no key is called \(name)") }
      return key
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

  /// The command of an id.
  package static func of(_ id: CommandID) -> Command {
    guard let command = byID[id] else { preconditionFailure("\(id) isn't listed") }
    return command
  }

  private static let byID = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
}
