import Community
import Loyalty

/// The panel of touchpoints: whom to touch today and what came of it, and what stands in the emotional accounts.
package struct TouchpointsState: Sendable {
  /// Nil until they are worked out.
  @Boxed package var figures: TouchpointFigures? = nil
  package var section = TouchpointSection.today
  /// What is selected in each list: the row's key, and where it stands.
  package var places: [TouchpointSection: Place] = [:]
  /// Keys of marked rows.
  package var marks: Set<String> = []
  /// Words searched for, and the filter line as it was typed.
  package var search = ""
  package var filterText = ""
  package var filterProblem: FilterProblem?
  /// The line being typed, when one is.
  package var editor: QueryEditor?
  /// Counts how often search or filter changed.
  var narrowing = 0
  /// Whether the filter came with opening the panel, and goes with leaving it.
  var isNarrowedFromElsewhere = false

  package init() {}

  /// Whether search or filter leave members out.
  package var isNarrowed: Bool { !search.isEmpty || !filterText.isEmpty }

  /// A place in a list that follows what is selected, not where it stood.
  package struct Place: Hashable, Sendable {
    package var key: String?
    package var scroll = ScrollState()
  }
}

/// What lies over the panel.
package enum TouchpointOverlay: Sendable {
  /// Why an occasion is let pass; nothing need be typed.
  case skip(LineEditor)
  case snooze(LineEditor)
  case hand(LineEditor)
  /// All marked rows, before anything is decided about them.
  case confirm(TouchAction)
}
