import Loyalty
import Texts

extension Command.Scope {
  static let recall = Command.Scope(digit: 6)
}

extension RecallPanel {
  var commands: [Command] { Self.commands }

  private static let commands = Command.list(
    Command.Group("recall", .groupRecall), in: .recall,
    [
      Command("recall.recall", keys: "r", footer: 10, unless: \.recallWriteReason) {
        $0.decide(.recall(play: nil))
      },
      Command("recall.play", keys: "R", footer: 48, unless: \.recallWriteReason) { $0.openPlays() },
      Command("recall.snooze", keys: "z", footer: 20, unless: \.recallWriteReason) { $0.prompt(.snooze) },
      Command("recall.dismiss", keys: "x", footer: 30, unless: \.recallWriteReason) { $0.prompt(.dismiss) },
      Command(
        "recall.claim", keys: "c", footer: 40,
        named: { if case .release = $0.claimOrRelease { .hintGiveBack } else { nil } },
        unless: \.recallWriteReason
      ) {
        $0.decide($0.claimOrRelease)
      },
      Command("recall.hand", keys: "h", footer: 42, unless: \.recallWriteReason) { $0.pickRecallHost() },
      Command("recall.note", keys: "n", footer: 44, unless: \.recallWriteReason) { $0.prompt(.note) },
      Command("recall.mark", keys: "space", footer: 50, unless: \.recallReason) { $0.toggleRecallMark() },
      Command("recall.mark-all", keys: "a", unless: \.recallReason) { $0.markAllRecalls() },
      Command("recall.mark-none", keys: "A", unless: { $0.recall.marks.isEmpty ? .reasonNoMarks : nil }) {
        $0.recall.marks = []
      },
      Command("recall.search", keys: "/", footer: 52, unless: \.recallFiguresReason) {
        $0.beginRecallQuery(.search)
      },
      Command(.recallFilter, keys: "f", footer: 53, unless: \.recallFiguresReason) {
        $0.beginRecallQuery(.filter)
      },
      Command("recall.sort", keys: "s", unless: \.recallFiguresReason) { $0.openSort(in: .recall) },
      Command("recall.filter-cell", keys: "=", unless: \.recallReason) {
        $0.openCellFilter(
          of: $0.recall.selectedMember, [.recallLayer, .stage, .tier, .lot, .silent] + MemberColumn.standard,
          in: .recall)
      },
      Command("recall.order", keys: "o", footer: 54, unless: \.recallFiguresReason) {
        $0.turnRecallOrder()
      },
      Command("recall.export", keys: "e", footer: 46, unless: \.recallFiguresReason) {
        $0.openRecallExport(isOwn: true)
      },
      Command("recall.export-all", keys: "E", unless: \.recallFiguresReason) {
        $0.openRecallExport(isOwn: false)
      },
      Command(
        .recallOpen, keys: "enter", footer: 55,
        named: { $0.layout.isCardOver ? .hintCloseCard : .hintShowCard }, unless: \.recallCardReason
      ) { $0.recall.isSideOpen.toggle() },
      Command("recall.next-tab", keys: "] right", footer: 57, unless: \.recallTabReason) { $0.turnRecall(1) },
      Command("recall.previous-tab", keys: "[ left", unless: \.recallTabReason) { $0.turnRecall(-1) },
      Command("recall.scroll-down", keys: "J", unless: \.cardReason) { $0.scrollRecall(1) },
      Command("recall.scroll-up", keys: "K", unless: \.cardReason) { $0.scrollRecall(-1) },
    ])
}

extension CommandID {
  static let recallFilter: CommandID = "recall.filter"
  static let recallOpen: CommandID = "recall.open"
}

extension DashboardState {
  /// Why nothing can be written about a row; nil when it can.
  fileprivate var recallWriteReason: Phrase? { recallReason ?? readOnlyReason }

  /// Why the card can't be opened or closed; nil where it can, over the queue.
  fileprivate var recallCardReason: Phrase? {
    size.columns >= DashboardLayout.cardBeside ? .reasonCardBeside : recallReason
  }

  /// Why no other part can be turned to: where all of them stand beside each other.
  fileprivate var recallTabReason: Phrase? { showsAllRecallParts ? .reasonAllShown : nil }

  fileprivate var recallFiguresReason: Phrase? { recall.figures == nil ? .recallNotReady : nil }
}
