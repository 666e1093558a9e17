import Journal

/// An action that can be taken back, and done again after that.
struct UndoStep: Sendable {
  enum Change: Sendable {
    /// The marks of the table of members, within one reading of the folder.
    case marks(before: Marks, after: Marks)
    case views(before: [SavedView], after: [SavedView])
    /// Decisions that are on disk, with the marks that they took away.
    case decisions([Decision], ClearedMarks?)
  }

  var change: Change
  /// What was done, in words.
  var what: String
}

/// Marked rows of a panel that lost their marks as something was decided about them.
struct ClearedMarks: Sendable {
  var panel: PanelID
  var keys: Set<String>
}

/// What was done here, the last one last, and what of it was taken back.
struct UndoHistory: Sendable {
  /// So many steps are kept.
  private static let most = 100

  private(set) var done: [UndoStep] = []
  /// The one taken back last is the first to be done again.
  private(set) var undone: [UndoStep] = []

  /// Takes up what was done just now.
  mutating func add(_ step: UndoStep) {
    forgetUndone()
    push(step)
  }

  /// Takes up what was done again.
  mutating func push(_ step: UndoStep) {
    done.append(step)
    if done.count > Self.most { done.removeFirst() }
  }

  /// What was taken back before can't be done again any more.
  mutating func forgetUndone() { undone = [] }

  mutating func pushUndone(_ step: UndoStep) { undone.append(step) }
  mutating func popDone() -> UndoStep? { done.popLast() }
  mutating func popUndone() -> UndoStep? { undone.popLast() }

  /// Lets go of marks: they are of one reading of the folder.
  mutating func forgetMarks() {
    func isKept(_ step: UndoStep) -> Bool { if case .marks = step.change { false } else { true } }
    done = done.filter(isKept)
    undone = undone.filter(isKept)
  }
}

extension DecisionsState {
  /// What was decided here, the last one last, to be taken back.
  var decided: [[Decision]] {
    history.done.compactMap { if case .decisions(let decisions, _) = $0.change { decisions } else { nil } }
  }
}
