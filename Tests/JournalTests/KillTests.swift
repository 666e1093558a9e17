import Community
import Glibc
import Journal
import Testing

/// Two programs decide on one folder as fast as they can, and one after the other is killed and started again.
@Suite(.serialized) struct KillTests {
  @Test(.timeLimit(.minutes(2)))
  func killedWritersLoseAndDoubleNothing() throws {
    let clock = ContinuousClock()
    let deadline = clock.now + .seconds(15)
    var kills = 0
    // In a few folders, since a writer begins by reading all that is there.
    while kills < 300, clock.now < deadline {
      kills += try killInOneFolder(30) { clock.now < deadline }
    }
    #expect(kills > 20)
  }

  /// - Returns: how many were killed.
  private func killInOneFolder(_ count: Int, while mayGoOn: () -> Bool) throws -> Int {
    let folder = try TemporaryFolder()
    let names = ["ann", "bo"]
    var writers = try names.map { try WriterProcess(folder.path, $0) }
    var said: [String] = []
    var kills = 0
    while kills < count - 2, mayGoOn() {
      let which = Int.random(in: 0..<2)
      // Somewhere in opening, locking, reading, writing, waiting for the disk or saying so.
      writers[which].listen(lines: .random(in: 0..<5))
      usleep(.random(in: 0..<8000))
      writers[which].kill()
      kills += 1
      said += writers[which].lines
      writers[which] = try WriterProcess(folder.path, names[which])
    }
    for writer in writers {
      writer.listen(lines: 1)
      writer.kill()
      kills += 1
      said += writer.lines
    }
    expectNothingLostOrDoubled(folder, said: said, kills: kills)
    return kills
  }

  private func expectNothingLostOrDoubled(_ folder: TemporaryFolder, said: [String], kills: Int) {
    let file = Journaled(folder.bytes)
    #expect(!file.decisions.isEmpty)
    #expect(!said.contains { $0.hasPrefix("!") }, "a writer failed")
    #expect(file.torn.count <= kills)
    #expect(file.torn.allSatisfy { $0.hasPrefix("{\"id\":\"") || "{\"id\":\"".hasPrefix($0) })

    let places = Dictionary(grouping: file.decisions.indices) { file.decisions[$0].id }
    #expect(places.values.allSatisfy { $0.count == 1 }, "a decision stands twice")
    for answer in said {
      let words = answer.split(separator: " ").map(String.init)
      switch words.first {
      case "+": #expect(places[words[1]] != nil, "a decision that was on disk is lost")
      case "-":
        #expect(places[words[1]] == nil, "a refused decision was written")
        #expect(places[words[2]] != nil, "nobody was first")
      default: Issue.record("what does \(answer) mean?")
      }
    }
    #expect(file.twiceWon().isEmpty)
    #expect(file.decisions.allSatisfy { ($0.action == .touch || $0.action == .skip) == ($0.rule != nil) })
    // What was decided about one answer stands together in one piece, or was never said to be on disk.
    let saved = Set(said.filter { $0.hasPrefix("+") }.map { String($0.dropFirst(2)) })
    for (place, close) in file.decisions.enumerated() where close.action == .close && saved.contains(close.id)
    {
      let before = file.decisions[max(0, place - 2)..<place]
      #expect(before.map(\.action) == [.contact, .note], "part of a batch is lost")
      #expect(before.allSatisfy { $0.survey == close.survey && $0.member == close.member })
    }
  }

  @Test func fullDiskTellsHowManyAreWhole() throws {
    let folder = try TemporaryFolder()
    let note = Decision(
      id: "n1", at: Instant(seconds: 1_772_357_400), manager: "ann", action: .note, member: "m")
    let length = note.line(zone: .utc).count
    for (limit, answer) in [
      (2 * length + 5, "cut off after 2"), (2 * length - 1, "cut off after 2"), (5, "cut off after 0"),
      (3 * length, "+ \(3 * length)"),
    ] {
      let writer = try WriterProcess(folder.path, "ann", "limit", String(limit))
      writer.wait()
      #expect(writer.lines == [answer])
      #expect(folder.bytes.count == limit)
      _ = try JournalFile(folder: folder.path).append([note], zone: .utc)
      #expect(folder.decisions.last == note)
      #expect(folder.decisions.count == min(3, (limit + 1) / length) + 1)
      remove(folder.journal)
    }
  }
}

/// The journal as the simplest reader sees it.
struct Journaled {
  var decisions: [Decision] = []
  var torn: [String] = []

  init(_ bytes: [UInt8]) {
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let read = Decision.read(lines: Array(line), zone: .utc)
      decisions += read
      if read.isEmpty { torn.append(String(decoding: line, as: UTF8.self)) }
    }
  }

  /// Members that were claimed by two, claimed or recalled after they had been recalled, or touched twice.
  func twiceWon() -> [String] {
    var claims: [String: String] = [:]
    var recalled: Set<String> = []
    var touched: Set<String> = []
    var twice: [String] = []
    for decision in decisions where [.claim, .recall, .touch].contains(decision.action) {
      guard let member = decision.member else { continue }
      if decision.action == .touch {
        if !touched.insert(member).inserted { twice.append(member) }
        continue
      }
      let isAnothers = claims[member].map { $0 != decision.manager } ?? false
      if recalled.contains(member) || isAnothers { twice.append(member) }
      if decision.action == .recall { recalled.insert(member) } else { claims[member] = decision.manager }
    }
    return twice
  }
}
