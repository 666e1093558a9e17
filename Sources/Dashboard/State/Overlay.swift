import Loyalty

/// What lies over the panel and takes the keys.
package enum Overlay: Sendable {
  case help(ScrollState)
  case palette(PaletteState)
  case columns(ColumnsState)
  case sort(ScrollState)
  case goto(GotoState)
  case savedViews(SavedViewsState)
  case export(ExportState)
  /// The plays to recall by.
  case recallPlays(ScrollState)
  case recallPrompt(RecallPrompt)
  /// All marked members, before anything is decided about them.
  case recallConfirm(RecallAction)
  case nps(NPSOverlay)
  /// Tiers before they are written to the programme.
  case saveTiers
  case touchpoints(TouchpointOverlay)
  /// Everything set aside by the reader, and what is wrong with the programme and the config.
  case problems(ScrollState)
}

/// The command palette: what is typed, and the commands that match it, best first.
package struct PaletteState: Sendable {
  package struct Match: Hashable, Sendable {
    package var command: Command
    /// Offsets of the title's characters that match what is typed.
    package var positions: [Int]
  }

  package var line = LineEditor()
  package var matches: [Match]
  package var scroll = ScrollState()
}

/// The chooser of columns: every column in its order, those shown ticked.
package struct ColumnsState: Hashable, Sendable {
  package struct Item: Hashable, Sendable {
    package var column: MemberColumn
    package var isShown: Bool
  }

  package var items: [Item]
  package var scroll = ScrollState()
}

/// The jump to a member: what is typed, and the members it may mean.
package struct GotoState: Sendable {
  package struct Candidate: Hashable, Sendable {
    package var id: String
    package var name: String?
    package var city: String?
  }

  package var line = LineEditor()
  package var candidates: [Candidate] = []
  package var scroll = ScrollState()
  /// Of the newest request.
  package var generation = 0
}

/// The saved views, and the name of a new one while it's being typed.
package struct SavedViewsState: Hashable, Sendable {
  package var scroll = ScrollState()
  package var naming: LineEditor?
}

/// Where and how to write members to a file.
package struct ExportState: Hashable, Sendable {
  package enum Format: String, CaseIterable, Sendable { case csv, json }

  /// A list for sending: recalls of today, or touchpoints that are due.
  package enum Sending: Hashable, Sendable {
    case own, everybodys
    case touches([TouchKey])
  }

  package enum Step: Hashable, Sendable {
    case editing
    /// A file of that name exists: to be replaced or not?
    case overwrite
    case writing
  }

  package var format = Format.csv
  package var path: LineEditor
  /// How many members are written.
  package var count: Int
  /// Whether those are the marked ones, else the listed.
  package var isMarked: Bool
  /// What it is the list for sending of; nil for the table.
  package var sending: Sending?
  package var step = Step.editing
}
