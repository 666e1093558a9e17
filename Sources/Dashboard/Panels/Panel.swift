import Journal
import Screen
import Texts

/// A panel: what the rest of the dashboard asks of it. Its folder holds all of it, and `Panels.all` names it.
///
/// Only the first ones have to be there; what is left out does what most panels do.
protocol Panel: Sendable {
  var id: PanelID { get }
  /// The digit that opens it, 0...9; tabs stand in this order.
  var digit: Int { get }
  /// Where keys go while it's shown, when no part of it has them to itself.
  var scope: Command.Scope { get }
  /// What a person can do in it.
  var commands: [Command] { get }
  /// Whether its commands are listed behind those of the others.
  var listsCommandsLast: Bool { get }
  /// What it knows of that may need a person today.
  var today: [TodaySource] { get }

  /// Paints it into the body of the frame, once the folder is read. Nothing in it takes longer with more members.
  func draw(_ state: DashboardState, into frame: inout Frame, _ context: ViewContext)
  /// The same as labelled lines, once the folder is read.
  func lines(_ state: DashboardState, _ context: ViewContext) -> [String]
  /// Works out here and now what its lines tell and a frame doesn't wait for.
  func settle(_ state: inout DashboardState)

  // MARK: Keys

  /// Where keys go just now.
  func scope(in state: DashboardState) -> Command.Scope
  /// Whether what stands beside its list is open.
  func isSideOpen(in state: DashboardState) -> Bool
  func move(_ motion: Motion, in state: inout DashboardState)
  /// Commands that the footer names first just now.
  func firstHints(in state: DashboardState) -> [CommandID]
  /// What Esc does just now where that isn't going back; nil where it is.
  func escapeTitle(in state: DashboardState) -> Phrase?
  /// What keys do while a line of it is typed.
  func typingHints(in state: DashboardState) -> [FooterView.Hint]
  /// Whether a line of it is being typed, which takes the keys.
  func isTyping(in state: DashboardState) -> Bool
  func type(_ key: Key, in state: inout DashboardState)
  /// Takes text pasted into the line being typed; false where none is.
  func paste(_ text: String, in state: inout DashboardState) -> Bool
  /// What `q` closes before it goes back or quits; false where nothing is open.
  func close(in state: inout DashboardState) -> Bool
  /// What Esc ends before it goes back; false where nothing is to be ended.
  func escape(in state: inout DashboardState) -> Bool
  /// What Esc does where there's nothing to go back to; false for nothing.
  func clear(in state: inout DashboardState) -> Bool

  // MARK: The mouse

  /// A press on something that completes a line being typed.
  func press(suggestion: Int, in state: inout DashboardState)
  /// A press on a part of it.
  func press(_ target: Target, isDouble: Bool, in state: inout DashboardState)
  /// Turns of the wheel over a part of it, in lines.
  func wheel(_ lines: Int, on target: Target?, in state: inout DashboardState)

  // MARK: What comes in

  /// It has been opened.
  func open(in state: inout DashboardState)
  /// Takes up a new state of the folder.
  func refresh(_ state: inout DashboardState)
  /// Lets go of what holds within one reading of the folder only.
  func forgetReading(in state: inout DashboardState)
  /// Lets go of what was shown of decisions that weren't written.
  func settle(_ answer: DecisionAnswer, in state: inout DashboardState)
  /// Decisions are being taken back.
  func takeBack(_ decisions: [Decision], in state: inout DashboardState)
  /// Marks rows again whose decisions were taken back, or couldn't be written.
  func restore(_ marks: Set<String>, in state: inout DashboardState)
  /// Takes marks away from rows that are decided about again.
  func unmark(_ marks: Set<String>, in state: inout DashboardState)
  /// Selects the row again that was left as a decision was sent which couldn't be written, if the row that came up then
  /// is still the selected one.
  func stepBack(to key: String, from shown: String, in state: inout DashboardState)
  /// The clock has gone on while it's shown.
  func tick(in state: inout DashboardState)
}

extension Panel {
  var listsCommandsLast: Bool { false }
  var today: [TodaySource] { [] }
  func settle(_ state: inout DashboardState) {}

  func scope(in state: DashboardState) -> Command.Scope { scope }
  func isSideOpen(in state: DashboardState) -> Bool { state.members.card.isOpen }
  func firstHints(in state: DashboardState) -> [CommandID] { [] }
  func escapeTitle(in state: DashboardState) -> Phrase? { nil }
  func typingHints(in state: DashboardState) -> [FooterView.Hint] {
    [state.hint("Enter", .hintApply), state.hint("Esc", .hintCancel)]
  }
  func isTyping(in state: DashboardState) -> Bool { false }
  func type(_ key: Key, in state: inout DashboardState) {}
  func paste(_ text: String, in state: inout DashboardState) -> Bool { false }
  func close(in state: inout DashboardState) -> Bool { false }
  func escape(in state: inout DashboardState) -> Bool { false }
  func clear(in state: inout DashboardState) -> Bool { false }

  func press(suggestion: Int, in state: inout DashboardState) {}
  func press(_ target: Target, isDouble: Bool, in state: inout DashboardState) {}
  func wheel(_ lines: Int, on target: Target?, in state: inout DashboardState) {
    move(.lines(lines), in: &state)
  }

  func open(in state: inout DashboardState) {}
  func refresh(_ state: inout DashboardState) {}
  func forgetReading(in state: inout DashboardState) {}
  func settle(_ answer: DecisionAnswer, in state: inout DashboardState) {}
  func takeBack(_ decisions: [Decision], in state: inout DashboardState) {}
  func restore(_ marks: Set<String>, in state: inout DashboardState) {}
  func unmark(_ marks: Set<String>, in state: inout DashboardState) {}
  func stepBack(to key: String, from shown: String, in state: inout DashboardState) {}
  func tick(in state: inout DashboardState) {}
}
