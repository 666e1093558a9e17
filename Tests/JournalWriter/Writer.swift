import Community
import Glibc
import Journal

/// Decides as fast as it can until it is killed.
///
///     journal-writer FOLDER MANAGER
///     journal-writer FOLDER MANAGER limit BYTES
///
/// For every decision that is on disk it prints `+ ID`, for every refused one `- ID FIRST-ID`. With `limit` no file
/// may grow beyond so many bytes: it appends one batch of three notes and prints what came of it.
@main
struct Writer {
  static func main() {
    let arguments = CommandLine.arguments
    let journal = Journal(folder: arguments[1], zone: .utc)
    if arguments.count == 5, let bytes = UInt64(arguments[4]) {
      writeNotes(to: journal, limit: bytes)
    } else {
      decide(journal, manager: arguments[2])
    }
  }

  private static func now() -> Instant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Instant(rawValue: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }

  private static func decide(_ journal: Journal, manager: String) {
    var random = SystemRandomNumberGenerator()
    var ids = DecisionIDs()
    while true {
      let time = now()
      // Whoever decides in the same hundredth of a second wants the same members.
      let slice = time.rawValue / 10
      let choice = Int.random(in: 0..<14, using: &random)
      let batch: [(DecisionAction, String, String?)] =
        switch choice {
        case 0..<5: [(.claim, "m\(slice)", nil)]
        case 5..<7: [(.recall, "m\(slice)", nil)]
        case 7: (0..<5).map { (.claim, "m\(slice + Int64($0))", nil) }
        case 8: [(.touch, "m\(slice)", nil), (.touch, "m\(slice + 1)", nil)]
        case 9: [(.skip, "m\(slice)", nil), (.touch, "m\(slice)", nil)]
        // Several pages of the file: a kill can fall between two of them.
        case 10: (0..<6).map { (.note, "m\($0)", String(repeating: "茶", count: 400)) }
        // An answer is taken up and closed: nobody is refused, whoever has the member.
        case 11, 12:
          [DecisionAction.contact, .note, .close].map { ($0, "m\(slice)", "s\(slice)") }
        default: [(.recall, "m\(slice - 1)", nil)]
        }
      let decisions = batch.map { action, member, text in
        let id = ids.next(at: time, using: &random)
        return Decision(
          id: id, at: time, recorded: time, manager: manager, action: action, member: member,
          rule: action == .touch || action == .skip ? "birthday" : nil,
          survey: text?.hasPrefix("s") == true ? text : nil, text: text)
      }
      do throws(JournalProblem) {
        let result = try journal.append(decisions)
        let firsts = Dictionary(uniqueKeysWithValues: result.refusals.map { ($0.index, $0.first.id) })
        let answers = decisions.enumerated().map { index, decision in
          firsts[index].map { "- \(decision.id) \($0)" } ?? "+ \(decision.id)"
        }
        say(answers)
      } catch {
        say(["! \(error)"])
        exit(1)
      }
    }
  }

  private static func writeNotes(to journal: Journal, limit: UInt64) {
    // Without this the kernel ends the process instead of failing the write.
    signal(SIGXFSZ, SIG_IGN)
    var limits = rlimit(rlim_cur: rlim_t(limit), rlim_max: rlim_t(limit))
    setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limits)
    let notes = (1...3).map { Decision(id: "n\($0)", at: now(), manager: "ann", action: .note, member: "m") }
    do throws(JournalProblem) {
      say(["+ \(try journal.append(notes).range.count)"])
    } catch .cutOff(_, let whole, _) {
      say(["cut off after \(whole)"])
    } catch {
      say(["! \(error)"])
    }
  }

  private static func say(_ lines: [String]) {
    var text = lines.map { $0 + "\n" }.joined()
    text.withUTF8 { _ = write(STDOUT_FILENO, $0.baseAddress, $0.count) }
  }
}
