/// What a place on the screen stands for when the mouse finds it.
package enum Target: Hashable, Sendable {
  /// A tab.
  case panel(PanelID)
  /// A key in the footer or a line of help.
  case command(CommandID)
  /// The line that shows search and filter.
  case queryLine
  /// What stands beside a panel's list, anywhere on it.
  case card
  /// A tab of the card.
  case cardPart(CardPart)
  /// A part of the panel, by a value of the panel's own.
  case part(PanelPart)
  /// One of what completes the line being typed, from zero.
  case suggestion(Int)
  /// A line of what lies over the panel: a choice, a command, a column, from zero.
  case overlayLine(Int)
  /// What lies over the panel, outside its lines; a press elsewhere closes it.
  case overlay

  /// The part of the panel that it is; nil where it's something else.
  func part<Part: Hashable & Sendable>(_ type: Part.Type = Part.self) -> Part? {
    guard case .part(let part) = self else { return nil }
    return part.value as? Part
  }
}

/// A part of a panel, of whichever type the panel tells its parts apart by.
package struct PanelPart: Hashable, Sendable {
  let value: any Hashable & Sendable

  package init(_ value: some Hashable & Sendable) { self.value = value }

  package static func == (one: PanelPart, other: PanelPart) -> Bool {
    AnyHashable(one.value) == AnyHashable(other.value)
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(AnyHashable(value)) }
}
