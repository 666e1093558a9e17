import Canvas
import Community
import Journal
import Loyalty
import Texts

/// Everything that the dashboard shows and is: `update` changes it, `view` paints it.
public struct DashboardState: Sendable {
  // The surroundings, all values.
  public var size: Size
  public var language: Language
  public var look: Look
  public var colorDepth: ColorDepth
  /// The wall clock as of the last tick.
  public var clock: Instant
  /// The machine's zone, for the clock until the programme's is known.
  public var machineZone: Zone
  /// The folder as it was given.
  public var folder: String
  public var isMouseOn = true
  /// Whether `y` may hand text to the terminal's clipboard.
  public var mayCopy = false
  /// What counts as now by the command line; nil: by the programme.
  public var asOf: Program.AsOf?
  /// Whether phone numbers and e-mail addresses are shown.
  public var isUnmasked = false
  public var keyMap = KeyMap.standard
  /// What is wrong with the config file and the themes, in words.
  public var configProblems: [String] = []

  public var panel = PanelID.overview
  /// Where Esc and `q` lead back to, the last one first to go.
  public var backStack: [Place] = []
  public var data = DataState()
  public var overview = OverviewState()
  public var members = MembersState()
  public var recall = RecallState()
  public var nps = NPSState()
  public var touches = TouchState()
  public var overlay: Overlay?
  public var message: Message?
  /// Why nothing can be decided or written here; nil when it can.
  public var readOnly: ReadOnlyReason?
  public var isQuitting = false

  var undo: Undo?
  /// Work asked for by the update under way.
  var effects: [Effect] = []
  var generations = Generations()
  /// Counts frames of long work, for the spinner.
  public var spinnerStep = 0

  public init(
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
  public struct Place: Sendable {
    public var panel: PanelID
    public var search: String
    public var filterText: String
    public var selectedID: String?
  }

  public enum ReadOnlyReason: Hashable, Sendable {
    /// Now is a fixed time: what is decided then would be dated wrongly.
    case fixedTime
    /// Nothing can be written to the folder.
    case folder(JournalProblem)
  }

  /// The zone in which times are shown.
  public var zone: Zone { data.shown?.zone ?? machineZone }
  /// What counts as now.
  public var now: Instant { data.shown?.now ?? clock }
  /// The programme's name, else the folder's.
  public var programName: String {
    if let name = data.shown?.program.name, !name.isEmpty { return name }
    return folder.split(separator: "/").last.map(String.init) ?? folder
  }
  /// The programme's currency.
  public var currency: String { data.shown?.program.currency ?? Program().currency }

  /// Where things stand on the screen.
  public var layout: DashboardLayout { DashboardLayout(self) }
}

/// Numbers of the newest request of each kind: an answer with another number is late and left aside.
struct Generations: Sendable {
  var query = 0
  var goto = 0
  var marks = 0
  var totals = 0
  var export = 0
  var drivers = 0
  var narrowing = 0
}
