import Community
import Loyalty

/// What the last action did, in the footer.
public struct Message: Hashable, Sendable {
  public enum Kind: Hashable, Sendable { case information, success, warning, error }

  public var kind: Kind
  public var text: String
  /// Whether the undo key takes the action back now.
  public var canUndo: Bool

  public init(_ kind: Kind, _ text: String, canUndo: Bool = false) {
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
