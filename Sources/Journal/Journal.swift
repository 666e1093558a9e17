import Community
import Synchronization

/// Writes managers' decisions to the journal of a folder and sees to it that of two who want the same member at the
/// same moment one wins.
///
///     let journal = Journal(folder: "shop", zone: zone)
///     let result = try journal.append([claim])
///     for refusal in result.refusals { print("\(refusal.first.manager) was first") }
///
/// Reading is the feeds' part: what is written here comes back as lines of the feed, whoever wrote it. What this type
/// remembers serves to decide who was first, and is brought up to date from the file inside the lock.
package final class Journal: Sendable {
  package let file: JournalFile
  private let zone: Zone
  private let claimHours: Int
  private let memory: Mutex<Memory>

  private struct Memory {
    var mark: JournalMark?
    var conflicts: DecisionConflicts
  }

  /// - Parameters:
  ///   - zone: in which times are written, and times without an offset are read.
  ///   - claimHours: how long a claim stands.
  ///   - patience: for how long another's lock is waited for.
  package init(folder: String, zone: Zone, claimHours: Int = 24, patience: Duration = .seconds(10)) {
    self.file = JournalFile(folder: folder, patience: patience)
    self.zone = zone
    self.claimHours = claimHours
    memory = Mutex(Memory(conflicts: DecisionConflicts(claimHours: claimHours)))
  }

  /// Whether decisions can be written, without changing anything; nil when they can.
  package func probe() -> JournalProblem? { file.probe() }

  /// Writes decisions in one piece and returns when they are on disk, or tells who was first.
  ///
  /// Refused are claims, recalls and hold-outs of members that another has, and undos of what is undone already (see
  /// `DecisionConflicts`); all others of the same call are written. Blocks, so it isn't for the main thread; calls of several
  /// threads come one after another.
  /// - Complexity: the first call reads the whole file, later ones what was appended since.
  package func append(_ decisions: [Decision]) throws(JournalProblem) -> Appended {
    try memory.withLock { memory throws(JournalProblem) in
      try file.append(decisions, zone: zone, known: memory.mark) { news in
        if news.isWhole { memory.conflicts = DecisionConflicts(claimHours: claimHours) }
        memory.conflicts.apply(Decision.read(lines: news.lines, zone: zone))
        // What is written now is read back with the next news: so it counts only if it got there.
        memory.mark = news.mark
        return memory.conflicts.refusals(of: decisions)
      }
    }
  }
}
