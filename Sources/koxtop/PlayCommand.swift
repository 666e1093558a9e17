import ArgumentParser
import Community
import Dashboard
import Glibc
import Reports
import SampleData
import Texts

struct PlayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "play",
    abstract: "Append live events to a folder, going on from its newest one.",
    discussion: "For demonstrations: open the dashboard on the same folder in another window. Ctrl-C ends it."
  )

  @Argument(help: "The community folder; its feeds grow.", completion: .directory)
  var folder: String

  @Option(help: "Events per second.")
  var rate: Double

  @Option(help: "End after this many events.")
  var count: Int?

  @Option(help: "End after this many seconds.")
  var seconds: Double?

  @Option(help: "A number; another one gives other events.")
  var seed: UInt64 = 1

  func validate() throws {
    guard Play.rateRange.contains(rate) else {
      throw ValidationError(
        "--rate takes \(Play.rateRange.lowerBound) to \(Int(Play.rateRange.upperBound)) events per second, not \(rate)."
      )
    }
    if let count, count < 0 { throw ValidationError("--count takes a whole number of 0 or more.") }
    if let seconds, !(seconds >= 0) { throw ValidationError("--seconds takes a number of 0 or more.") }
  }

  func run() throws {
    try reportingFailures {
      guard Paths.isFolder(folder) else {
        throw CommandProblem("There is no folder '\(folder)'. 'koxtop sample' makes one.", code: .noInput)
      }
      var arguments = FolderArguments()
      arguments.folder = folder
      arguments.asOf = nil
      arguments.timeZone = nil
      let source = try arguments.open(language: .english).reading.playSource
      guard !source.memberIDs.isEmpty else {
        throw CommandProblem("'\(folder)' has no members that events could be about.", code: .noInput)
      }
      do throws(SampleProblem) {
        let played = try play(source)
        StandardError.write("\(played) events\n")
      } catch {
        throw CommandProblem(error.text, code: .ioError)
      }
    }
  }

  /// Appends what comes due until count, time or a signal ends it.
  private func play(_ source: PlaySource) throws(SampleProblem) -> Int {
    var play = Play(source: source, rate: rate, seed: seed)
    let appender = try PlayAppender(folder: folder)
    let signals = EndingSignals()
    let start = ContinuousClock.now
    var played = 0
    while played < count ?? .max {
      let elapsed = Int64((ContinuousClock.now - start) / .milliseconds(1))
      if let seconds, Double(elapsed) >= seconds * 1000 { break }
      var lines = play.next(elapsedMilliseconds: elapsed)
      if let count { lines = Array(lines.prefix(count - played)) }
      try appender.append(lines)
      played += lines.count
      var wait = max(1, play.nextAt - elapsed)
      if let seconds { wait = min(wait, max(1, Int64(seconds * 1000) - elapsed)) }
      if signals.wait(milliseconds: wait) { break }
    }
    return played
  }
}

/// SIGINT and SIGTERM as something to wait for: a batch of lines is always written whole.
private struct EndingSignals {
  private var set = sigset_t()

  init() {
    sigemptyset(&set)
    sigaddset(&set, SIGINT)
    sigaddset(&set, SIGTERM)
    pthread_sigmask(SIG_BLOCK, &set, nil)
  }

  /// Whether one came within the time.
  func wait(milliseconds: Int64) -> Bool {
    var set = set
    var time = timespec(tv_sec: Int(milliseconds / 1000), tv_nsec: Int(milliseconds % 1000) * 1_000_000)
    return sigtimedwait(&set, nil, &time) > 0
  }
}

extension FolderReading {
  /// How many posts live events may answer.
  private static let postCount = 300

  /// What live events go on from.
  var playSource: PlaySource {
    let community = snapshot.community
    let members = (0..<community.members.count).map { community.members.id(Member.Index($0)) }
    return PlaySource(
      memberIDs: members, hostIDs: community.hosts.map(\.id),
      newest: snapshot.newest(notAfter: .wallClock) ?? snapshot.newest ?? .wallClock, posts: latestPosts,
      language: speaksChinese ? .simplifiedChinese : .english)
  }

  private var latestPosts: [PlaySource.Post] {
    let community = snapshot.community
    guard let post = community.symbols.symbol(of: "post") else { return [] }
    var posts: [PlaySource.Post] = []
    for segment in community[.activity].segments.reversed() {
      for row in (0..<segment.count).reversed() where posts.count < FolderReading.postCount {
        guard segment.symbol(ActivityField.type, row) == post, let member = segment.party(row).member,
          let id = segment.ids[row]
        else { continue }
        let space = segment.symbol(ActivityField.space, row)
        posts.append(
          PlaySource.Post(
            id: id, member: community.members.id(member),
            space: space == .none ? nil : community.symbols[space]))
      }
    }
    return posts.reversed()
  }

  /// Whether names in the folder are mostly written in Chinese characters.
  private var speaksChinese: Bool {
    let members = snapshot.community.members
    let names = (0..<min(200, members.count)).compactMap { members.name(Member.Index($0)) }
    let chinese = names.count { $0.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } }
    return chinese * 2 >= names.count
  }
}
