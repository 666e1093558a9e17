import Community
import Journal
import Loyalty
import Screen

/// Decisions to be written. Their ids and times are filled in where they are written.
struct DecisionRequest: Sendable {
  var ticket: Int
  var decisions: [Decision]
  /// What counts as now; nil for the wall clock.
  var now: Instant?
  /// In which times are written.
  var zone: Zone
  /// How long a claim stands, by the programme.
  var claimHours = 24
}

/// What became of decisions.
struct DecisionAnswer: Sendable {
  var ticket: Int
  /// As they were to be written, with ids.
  var decisions: [Decision]
  var result: Result<[RefusedDecision], JournalProblem>
}

/// Writes decisions, one request after another.
final class DecisionWriter {
  private let folder: String
  private var journal: (journal: Journal, zone: Zone, claimHours: Int)?
  private var ids = DecisionIDs()
  private var random = SystemRandomNumberGenerator()

  init(folder: String) { self.folder = folder }

  func write(_ request: DecisionRequest, wall: Instant) -> DecisionAnswer {
    let journal = journal(request)
    let decisions = request.decisions.map { decision in
      var decision = decision
      decision.id = ids.next(at: wall, using: &random)
      decision.at = request.now ?? wall
      decision.recorded = wall
      return decision
    }
    do throws(JournalProblem) {
      let appended = try journal.append(decisions)
      return DecisionAnswer(ticket: request.ticket, decisions: decisions, result: .success(appended.refusals))
    } catch {
      return DecisionAnswer(ticket: request.ticket, decisions: decisions, result: .failure(error))
    }
  }

  /// One journal serves as long as zone and programme stay: it remembers how far it has read.
  private func journal(_ request: DecisionRequest) -> Journal {
    if let journal, journal.zone == request.zone, journal.claimHours == request.claimHours {
      return journal.journal
    }
    let new = Journal(folder: folder, zone: request.zone, claimHours: request.claimHours)
    journal = (new, request.zone, request.claimHours)
    return new
  }
}

/// What the thread that writes decisions waits for.
enum DecisionTask: Sendable {
  case write(DecisionRequest)
  /// Whether decisions can be written is to be looked at.
  case probe
}

extension DecisionRequest: EngineRequest {
  func submit(to engine: Engine) { engine.decisions.submit(.write(self)) }
}

/// Looks whether decisions can be written.
private struct JournalProbe: EngineRequest {
  func submit(to engine: Engine) { engine.decisions.submit(.probe) }
}

extension Effect {
  static func decide(_ request: DecisionRequest) -> Effect { .request(request) }
  /// Looks whether decisions can be written by now; answered by `Outcome.journal`.
  static let probeJournal = Effect.request(JournalProbe())
}

extension Lane<DecisionTask> {
  /// Writes decisions, and says whether that can be done at all.
  static func decisions(_ waker: Waker) -> Lane {
    Lane("decisions", waker, keeping: .all) { engine in
      let folder = engine.surroundings.journalFolder ?? ""
      let writer = DecisionWriter(folder: folder)
      return { task in
        switch task {
        case .write(let request):
          engine.post(.decided(writer.write(request, wall: engine.surroundings.wallClock())))
        case .probe:
          switch JournalFile(folder: folder).probe() {
          // A folder that isn't there is told of by the reader.
          case nil, .folderMissing, .notAFolder: engine.post(.journal(nil))
          case let problem?: engine.post(.journal(problem))
          }
        }
      }
    }
  }
}
