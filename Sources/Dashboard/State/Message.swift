/// What the last action did, in the footer.
package struct Message: Hashable, Sendable {
  package enum Kind: Hashable, Sendable { case information, success, warning, error }

  package var kind: Kind
  package var text: String
  /// Whether the undo key takes the action back now.
  package var canUndo: Bool
  /// Whether the redo key does it again now.
  package var canRedo: Bool

  package init(_ kind: Kind, _ text: String, canUndo: Bool = false, canRedo: Bool = false) {
    self.kind = kind
    self.text = text
    self.canUndo = canUndo
    self.canRedo = canRedo
  }
}
