import Loyalty

/// A part of the panel of the community that takes the keys.
public enum CommunitySection: String, CaseIterable, Sendable {
  case activity, ties, hosts, live
}

/// The panel of the community: what is selected in each of its parts.
public struct CommunityState: Hashable, Sendable {
  public var section = CommunitySection.activity
  /// The section shown last of those that share a place on wide screens.
  public var beside = CommunitySection.ties
  /// The name of the selected line, by section: where it stands may change.
  public var selected: [CommunitySection: String] = [:]

  public init() {}
}
