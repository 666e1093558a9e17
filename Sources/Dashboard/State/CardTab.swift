/// A part of a member's card.
public enum CardTab: String, CaseIterable, Sendable {
  case profile, account, ties, timeline, sources
}

/// The card of the selected member.
public struct CardState: Hashable, Sendable {
  /// Whether it was opened; a wall screen shows it anyway.
  public var isOpen = false
  /// Whether keys go to it rather than to the table.
  public var hasFocus = false
  public var tab = CardTab.profile
  /// Lines scrolled away above.
  public var scroll = 0
  /// How many lines it has, as of the last frame.
  public var lines = 0

  public init() {}
}
