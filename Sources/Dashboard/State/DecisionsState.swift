import Community
import Journal
import Loyalty

/// What is decided here: under whose name, what of it isn't in the figures yet, and what can be taken back.
package struct DecisionsState: Sendable {
  /// Under whose name decisions are written.
  package var manager = ""
  /// Why nothing can be written to the folder; nil when it can.
  package var problem: JournalProblem?
  /// What was decided about members and isn't in the figures yet, by their ids.
  package var members: [String: PendingDecision] = [:]
  /// The same about answers of surveys, by their rows.
  package var answers: [Row: PendingDecision] = [:]
  /// The same about touchpoints that are due.
  package var touches: [TouchKey: PendingDecision] = [:]
  /// What was done here, to be taken back.
  var history = UndoHistory()
  /// What is being written, by its number.
  var sent: [Int: SentDecisions] = [:]
  /// Counts what was asked to be written.
  var tickets = 0

  package init() {}
}

/// Decisions that are being written: what becomes of the panel once it's known whether they are on disk.
struct SentDecisions: Sendable {
  enum Purpose: Sendable {
    case new
    /// To take a step back, or to do it again.
    case undo(UndoStep), redo(UndoStep)
  }

  var purpose = Purpose.new
  /// The marks that were taken away meanwhile.
  var marks: ClearedMarks?
  /// The selection that went on to the next row meanwhile.
  var advance: Advance?

  /// Which rows were selected before and after, by their names.
  struct Advance: Sendable {
    var panel: PanelID
    var from: String
    var to: String
  }
}

/// A decision on its way to the disk and back.
package struct PendingDecision: Hashable, Sendable {
  package var action: DecisionAction
  package var ticket: Int
  /// Its id, once it's on disk.
  package var writtenID: String?
}
