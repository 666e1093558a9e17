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

/// How to take the last action back, and what to say of it.
struct Undo: Sendable {
  /// What is taken back, by a name that tells one kind of action from another.
  var name: String
  var run: @Sendable (inout DashboardState) -> Void
}
