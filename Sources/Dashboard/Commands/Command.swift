import Screen
import Texts

/// Something a person can do, as data: footer, help, palette and the README's table of keys are made of these.
public struct Command: Hashable, Sendable {
  /// What belongs together in help.
  public enum Group: String, CaseIterable, Sendable {
    case panels, moving, overview, members, card, tiers, touchpoints, community, recall, nps, application

    public var title: Phrase {
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
  public struct Scope: OptionSet, Hashable, Sendable {
    public let rawValue: UInt16
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    public static let overview = Scope(rawValue: 1)
    /// The table of members.
    public static let members = Scope(rawValue: 2)
    /// The card, while it has the keys.
    public static let card = Scope(rawValue: 4)
    public static let recall = Scope(rawValue: 8)
    public static let nps = Scope(rawValue: 16)
    public static let tiers = Scope(rawValue: 32)
    public static let community = Scope(rawValue: 64)
    public static let touchpoints = Scope(rawValue: 128)
    public static let all: Scope = [
      .overview, .members, .card, .tiers, .touchpoints, .community, .recall, .nps,
    ]
  }

  public let id: CommandID
  public let group: Group
  public let scope: Scope
  public let defaultKeys: [Key]
  /// Where in the footer it stands, smallest first; nil for not at all.
  public let footerRank: Int?

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
  public var title: Phrase { words.title }
  /// What it does, in a sentence.
  public var help: Phrase { words.help }

  private var words: CommandWords {
    guard let words = CommandWords.all[id.rawValue] else { preconditionFailure("\(id) has no words") }
    return words
  }

  public static func == (one: Command, other: Command) -> Bool { one.id == other.id }
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }

  /// The command of an id.
  public static func of(_ id: CommandID) -> Command {
    guard let command = byID[id] else { preconditionFailure("\(id) isn't listed") }
    return command
  }

  private static let byID = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
}
