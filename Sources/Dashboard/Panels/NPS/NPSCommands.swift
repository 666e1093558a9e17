import Texts

extension Command.Scope {
  static let nps = Command.Scope(digit: 7)
}

extension NPSPanel {
  var commands: [Command] { Self.commands }

  private static let commands = Command.list(
    Command.Group("nps", .groupNPS), in: .nps,
    [
      Command("nps.open", keys: "enter", footer: 10, named: \.npsOpenTitle, unless: \.npsOpenReason) {
        $0.openFromNPS()
      },
      Command("nps.next-section", keys: "] right", footer: 15) { $0.turnNPS(1) },
      Command("nps.previous-section", keys: "[ left") { $0.turnNPS(-1) },
      Command(.npsCut, keys: "b", footer: 20, unless: { $0.nps.figures == nil ? .reasonNoSurveys : nil }) {
        $0.turnDimension()
      },
      Command(.npsFilter, keys: "f", footer: 60, unless: \.notReadReason) { $0.promptNPS(.filter) },
      Command(
        "nps.claim", keys: "c", footer: 30, named: { $0.isAnswerClaimed ? .hintGiveBack : nil },
        unless: \.npsWriteReason
      ) { $0.claimAnswer() },
      Command("nps.contact", keys: "t", footer: 35, unless: \.npsWriteReason) {
        $0.decideAboutAnswer(.contact)
      },
      Command("nps.note", keys: "n", footer: 45, unless: \.npsWriteReason) { $0.promptNPS(.note) },
      Command("nps.close", keys: "x", footer: 40, unless: \.npsWriteReason) { $0.promptNPS(.close) },
      Command(
        .npsFix, keys: "m", footer: 50, unless: { $0.npsTopic == nil ? .reasonNoTopic : $0.readOnlyReason }
      ) { if let topic = $0.npsTopic { $0.promptNPS(.fix(topic: topic.id)) } },
      Command(
        "nps.outcome", keys: "o", footer: 55, unless: { $0.npsSection == .drivers ? nil : .reasonNotDrivers }
      ) { $0.turnOutcome() },
      Command(
        "nps.wall", keys: "w", footer: 65, named: { $0.nps.isWall ? .hintLeaveWall : nil },
        unless: { $0.nps.figures == nil ? .reasonNoSurveys : nil }
      ) {
        $0.nps.isWall.toggle()
      },
    ])
}

extension CommandID {
  static let npsCut: CommandID = "nps.cut"
  static let npsFilter: CommandID = "nps.filter"
  static let npsFix: CommandID = "nps.fix"
}

extension DashboardState {
  /// What Enter opens.
  fileprivate var npsOpenTitle: Phrase? {
    switch npsSection {
    case .words, .loop: .hintShowCard
    case .topics: .hintShowAnswers
    case .groups: .hintShowMembers
    case .score, .drivers: nil
    }
  }

  /// Whether somebody has claimed the selected answer's member.
  fileprivate var isAnswerClaimed: Bool { npsAnswer?.member.flatMap { claim(of: $0) } != nil }

  /// Why nothing can be written about an answer; nil when it can.
  fileprivate var npsWriteReason: Phrase? { npsAnswerReason ?? readOnlyReason }
}
