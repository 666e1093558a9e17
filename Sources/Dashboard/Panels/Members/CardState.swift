/// The card of the selected member.
package struct CardState: Hashable, Sendable {
  /// Whether it was opened; a wall screen shows it anyway.
  package var isOpen = false
  /// Whether keys go to it rather than to the table.
  package var hasFocus = false
  package var part = CardPart.profile
  /// Lines scrolled away above.
  package var scroll = 0
  /// How many lines it has, as of the last frame.
  package var lines = 0

  package init() {}
}
