import ArgumentParser
import Glibc
import SampleData
import Synchronization
import Texts

struct SampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample",
    abstract: "Write a lifelike community of made-up members.",
    discussion: "The same arguments give the same bytes, on any machine.")

  @Argument(help: "The folder to write; made when missing.", completion: .directory)
  var folder: String

  @Option(help: "How many members.")
  var members: Int

  @Option(help: "A number; another one gives another community.")
  var seed: UInt64

  @Option(help: "How many days their history spans.")
  var days = 730

  @Option(
    help: ArgumentHelp("The language of names and words, en or zh-Hans.", valueName: "language"),
    transform: Language.init(argument:))
  var language = Language.simplifiedChinese

  @Flag(help: "Replace the feeds of a folder that isn't empty.")
  var overwrite = false

  func validate() throws { _ = try community() }

  private func community() throws -> SampleCommunity {
    do throws(SampleProblem) {
      return try SampleCommunity(
        members: members, seed: seed, days: days,
        language: language == .english ? .english : .simplifiedChinese)
    } catch {
      throw ValidationError(error.text)
    }
  }

  func run() throws {
    try reportingFailures {
      let community = try community()
      let progress = ProgressLine()
      let files: [(file: String, records: Int)]
      do throws(SampleProblem) {
        files = try community.write(to: folder, overwrite: overwrite) { step in
          progress.show("\(step.stage) \(percentage(step.done, of: step.total))")
        }
        progress.clear()
      } catch {
        progress.clear()
        throw CommandProblem(error.text, code: .cannotCreate)
      }
      let records = files.reduce(0) { $0 + $1.records }
      try StandardOutput.write("\(folder): \(records) records in \(files.count) files\n")
    }
  }

  private func percentage(_ done: Int, of total: Int) -> String {
    "\(total == 0 ? 100 : done * 100 / total)%"
  }
}

extension SampleProblem {
  /// What is wrong, where, and what to do.
  var text: String {
    if case .folderNotEmpty = self {
      return "\(what). Name a new folder, or replace the feeds in this one with --overwrite."
    }
    return hint.map { "\(what). \($0)" } ?? "\(what)."
  }
}

/// One line on standard error that says how far a long task is; nothing where that isn't a terminal.
final class ProgressLine: Sendable {
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private let shown = Mutex("")

  func show(_ text: String) {
    guard isTerminal else { return }
    shown.withLock { shown in
      guard text != shown else { return }
      shown = text
      StandardError.write("\r\u{1B}[K\(text)")
    }
  }

  func clear() {
    shown.withLock { shown in
      if !shown.isEmpty { StandardError.write("\r\u{1B}[K") }
      shown = ""
    }
  }
}
