import Community

/// A lifelike community of made-up members, written as a folder of JSON files.
///
/// In two years a member has about 20 events in a community of up to 5,000 members, falling to 10 in one of a
/// million, whose files would grow too long otherwise.
///
/// The same arguments give the same bytes, on any machine and with any number of threads. Nobody in it exists:
/// names are common names put together at random, telephone numbers begin with a prefix that no mobile number has,
/// mail addresses are of example domains.
///
/// Members are numbered `m1`… in order of joining, hosts `h1`…; ids in the feeds are `o1`… (orders), `a1`…
/// (activity), `t1`… (touchpoints), `s1`… (surveys), `c1`… (complaints), `p1`… (points) and `d1`… (decisions), in
/// order of time. A member's circle of friends is the `space` in which its activity happens.
package struct SampleCommunity: Sendable {
  /// The language of names and words.
  package enum Language: String, CaseIterable, Sendable {
    case english = "en"
    case simplifiedChinese = "zh-Hans"
  }

  /// 1 to 20,000,000.
  package static let memberRange = 1...20_000_000
  /// 30 to 3,650.
  package static let dayRange = 30...3650
  /// The span's last day unless another is given: a fixed one, so that the same arguments always mean the same.
  package static let defaultLastDay = Day(rawValue: 20_757)

  package let members: Int
  package let seed: UInt64
  package let days: Int
  package let language: Language
  package let lastDay: Day

  /// - Parameters:
  ///   - members: how many members have joined when the span ends.
  ///   - seed: any number; another seed is another community.
  ///   - days: length of the span in which everything happens; it ends with `lastDay`.
  /// - Throws: `SampleProblem.membersOutOfRange`, `.daysOutOfRange`.
  package init(
    members: Int, seed: UInt64, days: Int = 730, language: Language = .simplifiedChinese,
    lastDay: Day = SampleCommunity.defaultLastDay
  ) throws(SampleProblem) {
    guard SampleCommunity.memberRange.contains(members) else { throw .membersOutOfRange(members) }
    guard SampleCommunity.dayRange.contains(days) else { throw .daysOutOfRange(days) }
    self.members = members
    self.seed = seed
    self.days = days
    self.language = language
    self.lastDay = lastDay
  }

  /// The files of the folder, in order of writing.
  package static let files = [
    "program.json", "hosts.json", "campaigns.json", "weather.jsonl", "members.jsonl", "orders.jsonl",
    "activity.jsonl",
    "touchpoints.jsonl", "surveys.jsonl", "complaints.jsonl", "points.jsonl", "decisions.jsonl",
  ]

  /// Writes the folder whole or not at all: beside its place first, then renamed.
  ///
  /// - Parameters:
  ///   - folder: where it shall be; made when missing (its parent must exist).
  ///   - overwrite: whether a folder that isn't empty may be written into. Files of the sample's names are replaced
  ///     one by one, others are left as they are.
  ///   - threads: threads to work with; the result doesn't depend on it. Default: one a processor.
  ///   - progress: called on the calling thread, from time to time.
  /// - Returns: records written, by file name.
  /// - Throws: `SampleProblem`; the folder is as it was before.
  /// - Complexity: O(events log events a day) in time; about 60 bytes an event and 100 a member in memory.
  @discardableResult
  package func write(
    to folder: String, overwrite: Bool = false, threads: Int? = nil,
    progress: (SampleProgress) -> Void = { _ in }
  ) throws(SampleProblem) -> [(file: String, records: Int)] {
    let place = try FolderPlace(folder, overwrite: overwrite)
    var output = try FolderOutput(place)
    do {
      let records = try write(to: &output, threads: threads, progress: progress)
      try output.finish()
      return records
    } catch {
      output.discard()
      throw error
    }
  }

  private func write(
    to output: inout FolderOutput, threads: Int?, progress: (SampleProgress) -> Void
  ) throws(SampleProblem) -> [(file: String, records: Int)] {
    let workers = Workers(threads: threads ?? Workers.available)
    let world = World(
      members: members, seed: seed, season: Season(last: lastDay, days: days), words: Vocabulary.of(language))
    let chronicle = SampleHistory(world, workers: workers) { stage, done, total in
      progress(SampleProgress(stage: stage, done: done, total: total))
    }
    let total = chronicle.events.count + members
    var done = 0
    var records: [(file: String, records: Int)] = []
    for file in SampleCommunity.files {
      try output.open(file)
      if let lines = chronicle.lines(of: file) {
        let block = 16_384
        let wave = workers.threads * 2
        for start in stride(from: 0, to: lines.count, by: block * wave) {
          let blocks = (min(lines.count - start, block * wave) + block - 1) / block
          let parts = workers.map(blocks) { number in
            let first = start + number * block
            var out = JSONLines(capacity: block * 200)
            for line in first..<min(first + block, lines.count) { lines.write(line, &out) }
            return out
          }
          for part in parts { try output.write(part.bytes) }
          done += min(lines.count - start, block * wave)
          progress(SampleProgress(stage: .writing, done: done, total: total))
        }
        records.append((file, lines.count))
      } else {
        let whole = chronicle.whole(file)
        try output.write(whole.bytes)
        records.append((file, chronicle.records(of: file, in: whole)))
      }
      try output.closeFile()
    }
    return records
  }
}

/// How far the writing of a sample is.
package struct SampleProgress: Sendable, Equatable {
  package enum Stage: Sendable, Equatable { case members, lives, sorting, writing }

  package let stage: Stage
  /// Members, or records when sorting and writing.
  package let done: Int
  package let total: Int
}

extension SampleHistory {
  /// The long feeds: how many lines, and how each is written.
  func lines(of file: String) -> (count: Int, write: @Sendable (Int, inout JSONLines) -> Void)? {
    switch file {
    case "members.jsonl": (world.members, { writeMember($0, to: &$1) })
    case "orders.jsonl": (orders.count, { writeOrder($0, to: &$1) })
    case "activity.jsonl": (activity.count, { writeActivity($0, to: &$1) })
    case "touchpoints.jsonl": (touchpoints.count, { writeTouchpoint($0, to: &$1) })
    case "surveys.jsonl": (surveys.count, { writeSurvey($0, to: &$1) })
    case "complaints.jsonl": (complaints.count, { writeComplaint($0, to: &$1) })
    case "points.jsonl": (points.count, { writePoints($0, to: &$1) })
    default: nil
    }
  }

  /// The other files.
  func whole(_ file: String) -> JSONLines {
    switch file {
    case "program.json": programme()
    case "hosts.json": hosts()
    case "campaigns.json": campaigns()
    case "weather.jsonl": weather()
    default: decisionLines()
    }
  }

  func records(of file: String, in whole: JSONLines) -> Int {
    switch file {
    case "program.json": 1
    case "hosts.json": world.hosts.count
    case "campaigns.json": world.campaigns.count
    default: whole.bytes.count { $0 == 0x0A }
    }
  }
}
