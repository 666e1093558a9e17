import Community
import Journal
import Loyalty
import Texts

extension DecisionAction {
  var title: Phrase {
    switch self {
    case .recall: .decisionRecall
    case .holdOut: .decisionHoldOut
    case .snooze: .decisionSnooze
    case .dismiss: .decisionDismiss
    case .claim: .decisionClaim
    case .release: .decisionRelease
    case .hand: .decisionHand
    case .note: .decisionNote
    case .undo: .decisionUndo
    case .contact: .decisionContact
    case .close: .decisionClose
    case .fix: .decisionFix
    case .touch: .decisionTouch
    case .skip: .decisionSkip
    }
  }
}

extension Language {
  /// Why decisions can't be written, or weren't.
  func text(_ problem: JournalProblem) -> String {
    let reason = problem.systemReason ?? ""
    return switch problem {
    case .folderMissing(let path): text(.folderNotFound, ["path": path])
    case .notAFolder(let path): text(.folderNotAFolder, ["path": path])
    case .notAFile(let path): text(.journalNotAFile, ["path": path])
    case .notWritable(let path, _): text(.journalNotWritable, ["path": path, "reason": reason])
    case .cannotLock(let path, _): text(.journalNoLocks, ["path": path, "reason": reason])
    case .busy(let path, let seconds): text(.journalBusy, ["path": path, "seconds": seconds])
    case .keepsChanging(let path): text(.journalKeepsChanging, ["path": path])
    case .failed(_, let path, _): text(.journalFailed, ["path": path, "reason": reason])
    case .cutOff(let path, let whole, _):
      text(.journalCutOff, ["path": path, "count": whole, "reason": reason])
    case .notSynced(let path, _): text(.journalNotSynced, ["path": path, "reason": reason])
    }
  }
}
