import Community
import Glibc
import Loyalty
import Reports

/// A roster whose board of tiers is to be made.
struct TierRequest: Sendable {
  /// With measures.
  var roster: Roster
  var reading: Int
  /// Grows with every change of the folder.
  var generation: Int
}

/// Thresholds to be tried.
struct WhatIfRequest: Sendable {
  var generation: Int
  var board: TierBoard
  var rules: Program.TierRules
}

/// What thresholds would make of the members.
struct WhatIfAnswer: Sendable {
  var generation: Int
  var outcome: TierWhatIf.Outcome
}

extension Engine {
  /// Has the board of tiers made, in place of one that still waits.
  func tiers(_ request: TierRequest) {
    waker.workBegan()
    for _ in 0..<tierBoards.replace(with: request) { waker.workEnded() }
  }

  /// Makes boards of tiers until the engine stops.
  func tierLoop() {
    while let request = tierBoards.next() {
      let isCancelled: @Sendable () -> Bool = { [self] in
        newestReading.load(ordering: .relaxed) != request.reading
      }
      let board = TierBoard(
        roster: request.roster, since: surroundings.lastOpening, generation: request.generation,
        workers: max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))), perform: onThreads,
        isCancelled: isCancelled)
      if let board { post(.tiers(board)) }
      waker.workEnded()
    }
  }

  /// Tries thresholds until the engine stops; the newest request takes the place of those before.
  ///
  /// What bears on the tiers is kept between requests about the same state of the folder.
  func whatIfLoop() {
    var kept: (generation: Int, whatIf: TierWhatIf)?
    let cores = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    while let request = whatIfs.next() {
      let isCancelled: @Sendable () -> Bool = { [self] in
        newestWhatIf.load(ordering: .relaxed) != request.generation
      }
      let board = request.board
      if kept?.generation != board.generation { kept = nil }
      if kept == nil {
        let whatIf = TierWhatIf(
          board.tiers, community: board.community, figures: board.roster.figures, measures: board.measures,
          workers: cores, perform: onThreads)
        if let whatIf { kept = (board.generation, whatIf) }
      }
      let outcome = kept?.whatIf.outcome(
        request.rules, workers: cores, perform: onThreads, isCancelled: isCancelled)
      if let outcome { post(.whatIf(WhatIfAnswer(generation: request.generation, outcome: outcome))) }
      waker.workEnded()
    }
  }

  /// Writes thresholds to the programme's file, which is read anew by itself.
  func save(_ rules: Program.TierRules) {
    guard let folder = surroundings.journalFolder else { return }
    let stamp = Zone.utc.string(from: surroundings.wallClock()).filter { $0.isNumber || $0 == "T" }
    do throws(ProgramFile.Problem) {
      try ProgramFile(folder: folder).save(rules, stamp: stamp)
      post(.tiersSaved(nil))
    } catch {
      post(.tiersSaved(error))
    }
  }
}
