import Community
import Loyalty

/// What the last action did, in the footer.
package struct Message: Hashable, Sendable {
  package enum Kind: Hashable, Sendable { case information, success, warning, error }

  package var kind: Kind
  package var text: String
  /// Whether the undo key takes the action back now.
  package var canUndo: Bool

  package init(_ kind: Kind, _ text: String, canUndo: Bool = false) {
    self.kind = kind
    self.text = text
    self.canUndo = canUndo
  }
}

/// How to take the last action back.
enum Undo: Sendable {
  case marks(Marks, reading: Int)
  case savedViews([SavedView])
  case columns([MemberColumn])
  /// Decisions that are on disk.
  case decisions
}
