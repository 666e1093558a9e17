import Canvas
import Community
import Journal
import Loyalty
import Texts

/// Everything that the dashboard shows and is: `update` changes it, `view` paints it.
package struct DashboardState: Sendable {
  // The surroundings, all values.
  package var size: Size
  package var language: Language
  package var look: Look
  package var colorDepth: ColorDepth
  /// The wall clock as of the last tick.
  package var clock: Instant
  /// The machine's zone, for the clock until the programme's is known.
  package var machineZone: Zone
  /// The folder as it was given.
  package var folder: String
  package var isMouseOn = true
  /// Whether `y` may hand text to the terminal's clipboard.
  package var mayCopy = false
  /// What counts as now by the command line; nil: by the programme.
  package var asOf: Program.AsOf?
  /// Whether phone numbers and e-mail addresses are shown.
  package var isUnmasked = false
  /// Whether CSV begins with a byte order mark, by which spreadsheets tell that it's UTF-8.
  package var writesByteOrderMark = true
  package var keyMap = KeyMap.standard
  /// What is wrong with the config file and the themes, in words.
  package var configProblems: [String] = []

  package var panel = PanelID.overview
  /// What each panel keeps; its folder gives it a name.
  package var panelStates = PanelStates()
  /// Where Esc and `q` lead back to, the last one first to go.
  package var backStack: [ReturnPoint] = []
  package var data = DataState()
  /// What was gathered of members with many records.
  var details = MemberDetails()
  package var decisions = DecisionsState()
  package var filtering = FilteringState()
  var overlay: (any Overlay)?
  package var message: Message?
  /// Why nothing can be decided or written here; nil when it can.
  package var readOnly: ReadOnlyProblem?
  package var isQuitting = false

  /// Work asked for by the update under way.
  var effects: [Effect] = []
  /// The number of the newest export: the outcome of another one is late and left aside.
  var exportGeneration = 0
  /// Counts frames of long work, for the spinner.
  package var spinnerStep = 0

  package init(
    size: Size, language: Language = .english, look: Look = Look(), colorDepth: ColorDepth = .colors256,
    clock: Instant, machineZone: Zone, folder: String
  ) {
    self.size = size
    self.language = language
    self.look = look
    self.colorDepth = colorDepth
    self.clock = clock
    self.machineZone = machineZone
    self.folder = folder
  }

  /// A panel with what it listed, to come back to.
  package struct ReturnPoint: Sendable {
    package var panel: PanelID
    package var search: String
    package var filterText: String
    package var selectedID: String?
    package var order: MemberOrder
    package var figureColumn: MemberColumn?
  }

  package enum ReadOnlyProblem: Hashable, Sendable {
    /// Now is a fixed time: what is decided then would be dated wrongly.
    case fixedTime
    /// Nothing can be written to the folder.
    case folder(JournalProblem)
  }

  /// The zone in which times are shown.
  package var zone: Zone { data.shown?.zone ?? machineZone }
  /// What counts as now.
  package var now: Instant { data.shown?.now ?? clock }
  /// The programme's name, else the folder's.
  package var programName: String {
    if let name = data.shown?.program.name, !name.isEmpty { return name }
    return folder.split(separator: "/").last.map(String.init) ?? folder
  }
  /// The programme's currency.
  package var currency: String { data.shown?.program.currency ?? Program().currency }

  /// Where things stand on the screen.
  package var layout: DashboardLayout { DashboardLayout(self) }
}
