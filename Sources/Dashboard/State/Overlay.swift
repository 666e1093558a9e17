import Loyalty

/// What lies over the panel and takes the keys.
public enum Overlay: Sendable {
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
  /// Everything set aside by the reader, and what is wrong with the programme and the config.
  case problems(ScrollState)
}

/// The command palette: what is typed, and the commands that match it, best first.
public struct PaletteState: Sendable {
  public struct Match: Hashable, Sendable {
    public var command: Command
    /// Offsets of the title's characters that match what is typed.
    public var positions: [Int]
  }

  public var line = LineEditor()
  public var matches: [Match]
  public var scroll = ScrollState()
}

/// The chooser of columns: every column in its order, those shown ticked.
public struct ColumnsState: Hashable, Sendable {
  public struct Item: Hashable, Sendable {
    public var column: MemberColumn
    public var isShown: Bool
  }

  public var items: [Item]
  public var scroll = ScrollState()
}

/// The jump to a member: what is typed, and the members it may mean.
public struct GotoState: Sendable {
  public struct Candidate: Hashable, Sendable {
    public var id: String
    public var name: String?
    public var city: String?
  }

  public var line = LineEditor()
  public var candidates: [Candidate] = []
  public var scroll = ScrollState()
  /// Of the newest request.
  public var generation = 0
}

/// The saved views, and the name of a new one while it's being typed.
public struct SavedViewsState: Hashable, Sendable {
  public var scroll = ScrollState()
  public var naming: LineEditor?
}

/// Where and how to write members to a file.
public struct ExportState: Hashable, Sendable {
  public enum Format: String, CaseIterable, Sendable { case csv, json }

  /// A list for sending: recalls of today, or touchpoints that are due.
  public enum Sending: Hashable, Sendable {
    case own, everybodys
    case touches([TouchKey])
  }

  public enum Step: Hashable, Sendable {
    case editing
    /// A file of that name exists: to be replaced or not?
    case overwrite
    case writing
  }

  public var format = Format.csv
  public var path: LineEditor
  /// How many members are written.
  public var count: Int
  /// Whether those are the marked ones, else the listed.
  public var isMarked: Bool
  /// What it is the list for sending of; nil for the table.
  public var sending: Sending?
  public var step = Step.editing
}
