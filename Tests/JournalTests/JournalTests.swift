import Community
import Glibc
import Journal
import Testing

/// 2026-03-01T09:30:00Z
private let morning = Instant(seconds: 1_772_357_400)

/// A decision with little in it.
private func decision(
  _ id: String, _ action: DecisionAction = .note, _ member: String? = "m1", by manager: String = "ann",
  at time: Instant = morning, undoes: String? = nil
) -> Decision {
  Decision(id: id, at: time, manager: manager, action: action, member: member, undoes: undoes)
}

@Suite struct DecisionTests {
  @Test func lineNamesWhatIsKnown() {
    let claim = Decision(
      id: "d1", at: morning, recorded: morning.adding(milliseconds: 2900), manager: "安娜", action: .holdOut,
      member: "m1", play: "coupon", campaign: "coupon-2026Q1", until: morning.adding(seconds: 86_400),
      text: "said \"later\"\nand left")
    let zone = Zone(identifier: "+08:00", offset: 8 * 3600)
    #expect(
      String(decoding: claim.line(zone: zone), as: UTF8.self) == """
        {"id":"d1","at":"2026-03-01T17:30:00+08:00","recorded":"2026-03-01T17:30:02+08:00","manager":"安娜",\
        "action":"hold_out","member":"m1","play":"coupon","campaign":"coupon-2026Q1",\
        "text":"said \\"later\\"\\nand left","until":"2026-03-02T17:30:00+08:00"}

        """)
  }

  @Test(arguments: DecisionAction.allCases)
  func readsWhatItWrites(action: DecisionAction) {
    let written = Decision(
      id: "d1", at: morning, recorded: morning, manager: "ann", action: action, member: "m1", play: "p",
      arm: "a", campaign: "c", rule: "r", survey: "s", topic: "t", until: morning, reason: "why\u{202E}",
      text: "two\nlines", host: "h", undoes: "d0")
    #expect(Decision.read(lines: written.line(zone: .utc), zone: .utc) == [written])
  }

  @Test func readingPassesOverWhatIsNoDecision() {
    let lines = """
      {"id":7,"at":1772357400,"manager":"ann","action":"claim","member":12}
      {"id":"d2","at":"2026-03-01","manager":"ann","action":"dance"}
      {"id":"d3","at":"2026-03-0

      []
      {"id":"d4","at":"2026-03-01T09:30:00","manager":"ann","action":"fix","topic":"delivery"}
      """
    let read = Decision.read(lines: Array(lines.utf8), zone: .utc)
    #expect(read.map(\.id) == ["7", "d4"])
    #expect(read.map(\.at) == [morning, morning])
    #expect(read[0].member == "12")
  }

  @Test func idsAscendAndDontRepeat() {
    var ids = DecisionIDs()
    var random = SystemRandomNumberGenerator()
    let times = (0..<1000).map { morning.adding(milliseconds: Int64($0 / 10)) }
    let made = times.map { ids.next(at: $0, using: &random) } + [ids.next(at: morning, using: &random)]
    #expect(made == made.sorted())
    #expect(Set(made).count == 1001)
    #expect(made.allSatisfy { $0.utf8.count == 26 })
  }

  @Test func idsOfTwoMakersFollowTime() {
    struct Highest: RandomNumberGenerator { mutating func next() -> UInt64 { .max } }
    struct Lowest: RandomNumberGenerator { mutating func next() -> UInt64 { 0 } }
    var (one, other) = (DecisionIDs(), DecisionIDs())
    var (high, low) = (Highest(), Lowest())
    let early = one.next(at: morning, using: &high)
    let late = other.next(at: morning.adding(milliseconds: 1), using: &low)
    #expect(early < late)
  }

  @Test func managersNameIsTheFirstOneGiven() {
    #expect(ManagerName.choose(argument: " ann ", config: "bo", account: "root") == "ann")
    #expect(ManagerName.choose(argument: "  ", config: "bo", account: "root") == "bo")
    #expect(ManagerName.choose(argument: nil, config: nil, account: "root") == "root")
    #expect(!ManagerName.account().isEmpty)
  }
}

@Suite struct JournalFileTests {
  let folder: TemporaryFolder
  let file: JournalFile

  init() throws {
    folder = try TemporaryFolder()
    file = JournalFile(folder: folder.path)
  }

  @Test func batchStandsInTheFileAsWritten() throws {
    let first = try file.append([decision("d1")], zone: .utc)
    let second = try file.append([decision("d2"), decision("d3")], zone: .utc)
    #expect(folder.decisions.map(\.id) == ["d1", "d2", "d3"])
    #expect(first.range.lowerBound == 0)
    #expect(first.range.upperBound == second.range.lowerBound)
    #expect(second.range.upperBound == Int64(folder.bytes.count))
  }

  @Test func tornLineIsEndedAndKept() throws {
    folder.append("{\"id\":\"d1\",\"at\"")
    let result = try file.append([decision("d2")], zone: .utc)
    #expect(folder.text.hasPrefix("{\"id\":\"d1\",\"at\"\n{\"id\":\"d2\""))
    #expect(folder.text.hasSuffix("}\n"))
    #expect(result.range == 16..<Int64(folder.bytes.count))
  }

  @Test func wholeLineWithoutNewlineCounts() throws {
    let line = String(decoding: decision("d1").line(zone: .utc).dropLast(), as: UTF8.self)
    folder.append(line)
    var news: JournalNews?
    _ = try file.append([decision("d2")], zone: .utc) {
      news = $0
      return []
    }
    #expect(news?.lines == Array(line.utf8))
    #expect(news?.mark.offset == 0)
    #expect(folder.decisions.map(\.id) == ["d1", "d2"])
  }

  @Test func checkSeesWhatCameSinceTheMark() throws {
    var seen: [JournalNews] = []
    func append(_ id: String, known: JournalMark?) throws {
      _ = try file.append([decision(id)], zone: .utc, known: known) {
        seen.append($0)
        return []
      }
    }
    try append("d1", known: nil)
    try append("d2", known: nil)
    folder.append("{}\n{to")
    try append("d3", known: seen[1].mark)
    #expect(seen[0].lines.isEmpty)
    #expect(seen[1].lines == decision("d1").line(zone: .utc))
    #expect(seen[1].isWhole)
    #expect(seen[2].lines == decision("d2").line(zone: .utc) + Array("{}\n{to".utf8))
    #expect(!seen[2].isWhole)
    #expect(seen[2].mark.offset == seen[1].mark.offset + Int64(seen[2].lines.count) - 3)
  }

  @Test func markOfAnotherFileIsNoMark() throws {
    var mark: JournalMark?
    for _ in 0..<2 {
      _ = try file.append([decision("d1")], zone: .utc) {
        mark = $0.mark
        return []
      }
    }
    rename(folder.journal, folder.path + "/old")
    defer { remove(folder.path + "/old") }
    folder.append(String(repeating: "{}\n", count: 1000))
    var isWhole: Bool?
    _ = try file.append([decision("d2")], zone: .utc, known: mark) {
      isWhole = $0.isWhole
      return []
    }
    #expect(isWhole == true)
  }

  @Test func refusedDecisionsAreLeftOut() throws {
    let rival = decision("d0", by: "bo")
    let result = try file.append([decision("d1"), decision("d2"), decision("d3")], zone: .utc) { _ in
      [RefusedDecision(index: 1, first: rival)]
    }
    #expect(result.refusals == [RefusedDecision(index: 1, first: rival)])
    #expect(folder.decisions.map(\.id) == ["d1", "d3"])
    let nothing = try file.append([decision("d4")], zone: .utc) { _ in
      [RefusedDecision(index: 0, first: rival)]
    }
    #expect(nothing.range.isEmpty)
    #expect(folder.decisions.map(\.id) == ["d1", "d3"])
  }

  @Test func lockIsWaitedForButNotForEver() throws {
    // While the check runs, the file is locked.
    _ = try file.append([decision("d1")], zone: .utc) { _ in
      let impatient = JournalFile(folder: folder.path, patience: .zero)
      #expect(throws: JournalProblem.busy(path: folder.journal, seconds: 0)) {
        try impatient.append([decision("d2")], zone: .utc)
      }
      #expect(file.probe() == nil)
      return []
    }
    _ = try JournalFile(folder: folder.path, patience: .zero).append([decision("d3")], zone: .utc)
    #expect(folder.decisions.map(\.id) == ["d1", "d3"])
  }

  @Test func readerThatClosesTheFileLeavesTheLock() throws {
    _ = try file.append([decision("d1")], zone: .utc) { _ in
      _ = folder.bytes
      #expect(throws: JournalProblem.self) {
        try JournalFile(folder: folder.path, patience: .zero).append([decision("d2")], zone: .utc)
      }
      return []
    }
  }

  @Test func probeMakesNothing() throws {
    #expect(file.probe() == nil)
    #expect(!folder.exists)
    #expect(throws: Never.self) { try file.append([], zone: .utc) }
    #expect(!folder.exists)
  }

  @Test func probeTellsWhatIsInTheWay() throws {
    let missing = folder.path + "/missing"
    #expect(JournalFile(folder: missing).probe() == .folderMissing(path: missing))
    #expect(throws: JournalProblem.folderMissing(path: missing)) {
      try JournalFile(folder: missing).append([decision("d1")], zone: .utc)
    }
    folder.append("{}\n")
    #expect(JournalFile(folder: folder.journal).probe() == .notAFolder(path: folder.journal))
    remove(folder.journal)
    mkfifo(folder.journal, 0o600)
    #expect(file.probe() == .notAFile(path: folder.journal))
    #expect(throws: JournalProblem.notAFile(path: folder.journal)) {
      try file.append([decision("d1")], zone: .utc)
    }
    remove(folder.journal)
    mkdir(folder.journal, 0o700)
    #expect(file.probe() == .notAFile(path: folder.journal))
    #expect(throws: JournalProblem.notAFile(path: folder.journal)) {
      try file.append([decision("d1")], zone: .utc)
    }
  }

  /// Nothing is forbidden to root.
  @Test(.enabled(if: geteuid() != 0)) func probeTellsOfForbiddenWriting() throws {
    chmod(folder.path, 0o500)
    defer { chmod(folder.path, 0o700) }
    #expect(file.probe() == .notWritable(path: folder.path, code: EACCES))
    #expect(throws: JournalProblem.notWritable(path: folder.journal, code: EACCES)) {
      try file.append([decision("d1")], zone: .utc)
    }
  }
}

@Suite struct ContestTests {
  let day: Int64 = 86_400

  /// Who was first before a decision, after others.
  private func first(before last: Decision, after decisions: Decision...) -> String? {
    var contest = DecisionConflicts()
    contest.apply(decisions)
    return contest.refusals(of: [last]).first?.first.id
  }

  @Test func claimLivesAsLongAsTheProgrammeSays() {
    let claim = decision("d1", .claim, by: "bo")
    for (hours, seconds, isFirst) in [(2, 7199, true), (2, 7200, false), (48, 2 * day - 1, true)]
      as [(Int, Int64, Bool)]
    {
      var contest = DecisionConflicts(claimHours: hours)
      contest.apply([claim])
      let late = decision("d2", .claim, at: morning.adding(seconds: seconds))
      #expect(contest.refusals(of: [late]).isEmpty != isFirst)
    }
  }

  @Test(arguments: [DecisionAction.claim, .recall, .holdOut])
  func firstLineWins(action: DecisionAction) {
    let claim = decision("d1", .claim, by: "bo")
    #expect(first(before: decision("d2", action), after: claim) == "d1")
    #expect(first(before: decision("d2", action), after: claim, decision("d3", .claim, by: "cy")) == "d1")
    #expect(first(before: decision("d2", action, by: "bo"), after: claim) == nil)
    #expect(first(before: decision("d2", action, "m2"), after: claim) == nil)
    #expect(first(before: decision("d2", .note), after: claim) == nil)
  }

  @Test func memberIsRecalledOnceADay() {
    for taken in [DecisionAction.recall, .holdOut] {
      let recall = decision("d1", taken)
      #expect(first(before: decision("d2", .recall), after: recall) == "d1")
      #expect(first(before: decision("d2", .claim, by: "bo"), after: recall) == "d1")
      let later = decision("d2", .recall, at: morning.adding(seconds: day))
      #expect(first(before: later, after: recall) == nil)
    }
  }

  @Test func memberIsTouchedOnceForOneOccasion() {
    func touch(
      _ id: String, _ rule: String? = "birthday", _ member: String = "m1", by manager: String = "ann",
      after seconds: Int64 = 0, until: Int64? = nil
    ) -> Decision {
      Decision(
        id: id, at: morning.adding(seconds: seconds), manager: manager, action: .touch, member: member,
        rule: rule, until: until.map { morning.adding(seconds: $0) })
    }
    let done = touch("d1", by: "bo", until: 3 * day)
    #expect(first(before: touch("d2"), after: done) == "d1")
    #expect(first(before: touch("d2", by: "bo", after: 3 * day), after: done) == "d1")
    #expect(first(before: touch("d2", after: 3 * day + 1), after: done) == nil)
    #expect(first(before: touch("d2", "rain_care"), after: done) == nil)
    #expect(first(before: touch("d2", "birthday", "m2"), after: done) == nil)
    #expect(first(before: touch("d2", nil), after: touch("d1", nil)) == nil)
    #expect(first(before: touch("d3"), after: done, decision("d2", .undo, nil, undoes: "d1")) == nil)
    // Without the end of the window it holds for a day.
    #expect(first(before: touch("d2", after: day - 1), after: touch("d1")) == "d1")
    #expect(first(before: touch("d2", after: day), after: touch("d1")) == nil)
    #expect(first(before: decision("d2", .claim), after: done) == nil)
    let batch = [touch("d2"), touch("d3"), touch("d4", "member_day")]
    #expect(DecisionConflicts().refusals(of: batch) == [RefusedDecision(index: 1, first: batch[0])])
  }

  @Test func claimEndsByTimeReleaseAndUndo() {
    let claim = decision("d1", .claim, by: "bo")
    let justBefore = morning.adding(seconds: day - 1)
    #expect(first(before: decision("d2", .claim, at: justBefore), after: claim) == "d1")
    #expect(first(before: decision("d2", .claim, at: morning.adding(seconds: day)), after: claim) == nil)
    #expect(first(before: decision("d3", .claim), after: claim, decision("d2", .release, by: "bo")) == nil)
    let undo = decision("d2", .undo, nil, undoes: "d1")
    #expect(first(before: decision("d3", .claim), after: claim, undo) == nil)
    let undoOfUndo = decision("d3", .undo, nil, by: "bo", undoes: "d2")
    #expect(first(before: decision("d4", .claim), after: claim, undo, undoOfUndo) == "d1")
    let third = decision("d4", .undo, nil, undoes: "d3")
    #expect(first(before: decision("d5", .claim), after: claim, undo, undoOfUndo, third) == nil)
  }

  @Test func decisionIsUndoneOnce() {
    let undo = decision("d2", .undo, nil, by: "bo", undoes: "d1")
    let again = decision("d3", .undo, nil, undoes: "d1")
    #expect(first(before: again, after: decision("d1"), undo) == "d2")
    #expect(first(before: again, after: decision("d1")) == nil)
  }

  @Test func undosThatMeanEachOtherMeanNothing() {
    let one = decision("d1", .undo, nil, undoes: "d2")
    let other = decision("d2", .undo, nil, undoes: "d1")
    let third = decision("d3", .undo, nil, undoes: "d2")
    #expect(first(before: decision("d4", .undo, nil, undoes: "d1"), after: one, other, third) == nil)
  }

  @Test func idCountsOnce() {
    let claim = decision("d1", .claim, by: "bo")
    let release = decision("d2", .release, by: "bo")
    #expect(first(before: decision("d3", .claim), after: claim, release, claim) == nil)
  }

  @Test func batchIsTakenInOrder() {
    let batch = [decision("d1", .recall), decision("d2", .recall, "m2"), decision("d3", .recall)]
    #expect(DecisionConflicts().refusals(of: batch) == [RefusedDecision(index: 2, first: batch[0])])
  }
}

@Suite struct JournalTests {
  @Test func secondOfTwoIsToldWhoWasFirst() throws {
    let folder = try TemporaryFolder()
    let ann = Journal(folder: folder.path, zone: .utc)
    let bo = Journal(folder: folder.path, zone: .utc)
    #expect(try ann.append([decision("a1", .claim)]).refusals.isEmpty)
    let all = [decision("b1", .recall, by: "bo"), decision("b2", .recall, "m2", by: "bo")]
    #expect(try bo.append(all).refusals.map(\.first) == [decision("a1", .claim)])
    #expect(try ann.append([decision("a2", .recall, "m2")]).refusals.map(\.first.manager) == ["bo"])
    #expect(try ann.append([decision("a3", .release)]).refusals.isEmpty)
    #expect(try bo.append([decision("b3", .recall, by: "bo")]).refusals.isEmpty)
    #expect(folder.decisions.map(\.id) == ["a1", "b2", "a3", "b3"])
  }

  @Test func replacedFileIsReadAnew() throws {
    let folder = try TemporaryFolder()
    let journal = Journal(folder: folder.path, zone: .utc)
    _ = try journal.append([decision("a1", .claim)])
    _ = try journal.append([decision("a2", .claim, "m2")])
    remove(folder.journal)
    #expect(try journal.append([decision("b1", .claim, by: "bo")]).refusals.isEmpty)
    #expect(folder.decisions.map(\.id) == ["b1"])
  }

  @Test(.timeLimit(.minutes(1)))
  func threadsLoseAndDoubleNothing() async throws {
    let folder = try TemporaryFolder()
    let shared = Journal(folder: folder.path, zone: .utc)
    // Two of the four have a journal of their own, as two programs would.
    let journals = [shared, shared] + (0..<2).map { _ in Journal(folder: folder.path, zone: .utc) }
    let won = try await withThrowingTaskGroup(of: [String].self) { group in
      for (number, journal) in journals.enumerated() {
        group.addTask {
          try (0..<25).flatMap { turn in
            let claims = (turn..<turn + 2).map {
              decision("\(number)-\(turn)-\($0)", .claim, "m\($0)", by: "manager \(number)")
            }
            let refused = Set(try journal.append(claims).refusals.map(\.index))
            return claims.indices.filter { !refused.contains($0) }.map { claims[$0].id }
          }
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    let written = folder.decisions
    #expect(written.map(\.id).sorted() == won.sorted())
    for (member, claims) in Dictionary(grouping: written, by: \.member) {
      #expect(Set(claims.map(\.manager)).count == 1, "\(member ?? "") has two winners")
    }
    #expect(Set(written.map(\.member)).count == 26)
  }
}
