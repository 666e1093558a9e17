import Community
import Loyalty
import Screen

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

extension TierBoard: EngineAnswer {
  func supersedes(_ earlier: TierBoard) -> Bool { true }
  func apply(to state: inout DashboardState) { state.keepingOverviewLine { $0.receive(self) } }
}

extension WhatIfRequest: EngineRequest {
  func submit(to engine: Engine) { engine.whatIfs.submit(self, generation: generation) }
}

extension WhatIfAnswer: EngineAnswer {
  func apply(to state: inout DashboardState) { state.receive(self) }
}

/// Thresholds to be written to the programme.
private struct SaveTiersRequest: EngineRequest {
  var rules: Program.TierRules

  func submit(to engine: Engine) { engine.jobs.submit { $0.save(rules) } }
}

/// Whether thresholds were written.
private struct TiersSaved: EngineAnswer {
  /// Nil: written.
  var problem: ProgramFile.Problem?

  func apply(to state: inout DashboardState) { state.tiersSaved(problem) }
}

extension Effect {
  /// Tries other thresholds of the tiers.
  static func whatIf(_ request: WhatIfRequest) -> Effect { .request(request) }
  /// Writes thresholds to the programme.
  static func saveTiers(_ rules: Program.TierRules) -> Effect { .request(SaveTiersRequest(rules: rules)) }
}

extension Outcome {
  static func tiers(_ board: TierBoard) -> Outcome { .answer(board) }
  static func whatIf(_ answer: WhatIfAnswer) -> Outcome { .answer(answer) }
}

extension Lane<TierRequest> {
  /// Makes boards of tiers.
  static func tierBoards(_ waker: Waker) -> Lane {
    Lane("tier boards", waker, keeping: .newest) { engine in
      { request in
        let board = TierBoard(
          roster: request.roster, since: engine.surroundings.lastOpening, generation: request.generation,
          on: engine.tierBoards.computation(request.reading))
        if let board { engine.post(.tiers(board)) }
      }
    }
  }
}

extension Lane<WhatIfRequest> {
  /// Tries thresholds. What bears on the tiers is kept between requests about the same state of the folder.
  static func whatIfs(_ waker: Waker) -> Lane {
    Lane("tier thresholds", waker, keeping: .newest) { engine in
      var kept: (generation: Int, whatIf: TierWhatIf)?
      return { request in
        let board = request.board
        if kept?.generation != board.generation { kept = nil }
        if kept == nil {
          let whatIf = TierWhatIf(
            board.tiers, roster: board.roster, measures: board.measures, on: .allCores)
          if let whatIf { kept = (board.generation, whatIf) }
        }
        let outcome = kept?.whatIf.outcome(
          request.rules, on: engine.whatIfs.computation(request.generation))
        if let outcome {
          engine.post(.whatIf(WhatIfAnswer(generation: request.generation, outcome: outcome)))
        }
      }
    }
  }
}

extension Engine {
  /// Writes thresholds to the programme's file, which is read anew by itself.
  fileprivate func save(_ rules: Program.TierRules) {
    guard let folder = surroundings.journalFolder else { return }
    let stamp = Zone.utc.string(from: surroundings.wallClock()).filter { $0.isNumber || $0 == "T" }
    do throws(ProgramFile.Problem) {
      try ProgramFile(folder: folder).save(rules, stamp: stamp)
      post(.answer(TiersSaved(problem: nil)))
    } catch {
      post(.answer(TiersSaved(problem: error)))
    }
  }
}
