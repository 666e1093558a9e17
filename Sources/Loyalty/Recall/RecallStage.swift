import Community

extension MeasureStage {
  /// What calling members back is worth, by the chances of the plays.
  package static let recall = MeasureStage("recall", needs: ["purchase values"]) { progress in
    let board = RecallBoard(
      progress.current, fit: progress.measures.model?.fit, manager: progress.manager,
      isCancelled: progress.computation.isCancelled)
    guard let board else { return false }
    progress.measures.receive(board)
    progress.board = board
    return true
  }
}
