import Foundation
import Journal
import Testing

/// Two dashboards decide on one folder as fast as they can, and one after the other is killed and started again.
@Suite(.serialized) struct DashboardKillTests {
  @Test(.timeLimit(.minutes(3)))
  func killedDashboardsLoseAndDoubleNothing() throws {
    let clock = ContinuousClock()
    let deadline = clock.now + .seconds(40)
    var kills = 0
    var shown = 0
    while kills < 200, clock.now < deadline {
      let (killed, ticks) = try killInOneFolder(14) { clock.now < deadline }
      kills += killed
      shown += ticks
    }
    #expect(kills > 4)
    #expect(shown > kills / 2)
  }

  /// - Returns: how many were killed, and how many ticks they had shown.
  private func killInOneFolder(_ count: Int, while mayGoOn: () -> Bool) throws -> (kills: Int, shown: Int) {
    let folder = try TemporaryFolder()
    try fill(folder.path)
    let home = try TemporaryFolder()
    func start(_ name: String) throws -> WriterProcess {
      try WriterProcess(program: "dashboard-writer", folder.path, name, home.path)
    }
    let names = ["ann", "bo"]
    var dashboards = try names.map(start)
    var said: [String] = []
    var kills = 0
    while kills < count - 2, mayGoOn() {
      let which = Int.random(in: 0..<2)
      // Somewhere in opening, reading, deciding, writing, or showing what was written.
      dashboards[which].listen(lines: .random(in: 0..<8))
      usleep(.random(in: 0..<20_000))
      dashboards[which].kill()
      kills += 1
      said += dashboards[which].lines
      dashboards[which] = try start(names[which])
    }
    for dashboard in dashboards {
      dashboard.listen(lines: 1)
      dashboard.kill()
      kills += 1
      said += dashboard.lines
    }
    expectNothingLostOrDoubled(folder, said: said, kills: kills)
    return (kills, said.count)
  }

  /// Members who bought once, long ago: all of them are in the queue.
  private func fill(_ folder: String) throws {
    let members = (1...140).map { "{\"id\":\"m\($0)\",\"joined\":\"2024-01-01\"}\n" }.joined()
    let orders = (1...140).map {
      "{\"id\":\"o\($0)\",\"member\":\"m\($0)\",\"amount\":\($0),\"at\":\"2024-02-\($0 % 28 + 1 < 10 ? "0" : "")\($0 % 28 + 1)\"}\n"
    }.joined()
    try members.write(toFile: folder + "/members.jsonl", atomically: true, encoding: .utf8)
    try orders.write(toFile: folder + "/orders.jsonl", atomically: true, encoding: .utf8)
    try "{\"time_zone\":\"+00:00\"}".write(
      toFile: folder + "/program.json", atomically: true, encoding: .utf8)
  }

  private func expectNothingLostOrDoubled(_ folder: TemporaryFolder, said: [String], kills: Int) {
    let file = Journaled(folder.bytes)
    #expect(file.torn.count <= kills)
    let places = Dictionary(grouping: file.decisions.indices) { file.decisions[$0].id }
    #expect(places.values.allSatisfy { $0.count == 1 }, "a decision stands twice")
    var members: [String: String] = [:]
    for line in said {
      let words = line.split(separator: " ").map(String.init)
      members[words[1]] = words[2]
      let place = places[words[1]]?.first
      #expect(place != nil, "a decision whose tick was shown is lost")
      if let place { #expect(file.decisions[place].member == words[2]) }
    }
    #expect(members.count == said.count, "a tick was shown twice")
    expectOneWinner(file.decisions)
  }

  /// Of recalls and hold-outs that stand, each member has one; what another has claimed nobody recalls.
  private func expectOneWinner(_ decisions: [Decision]) {
    var holders: [String: Decision] = [:]
    var won: [String: Decision] = [:]
    for decision in decisions {
      guard let member = decision.member else { continue }
      switch decision.action {
      case .recall, .holdOut:
        #expect(won[member] == nil, "a member was recalled twice")
        if let holder = holders[member] { #expect(holder.manager == decision.manager) }
        won[member] = decision
      case .claim:
        #expect(won[member] == nil, "a recalled member was claimed")
        if let holder = holders[member] { #expect(holder.manager == decision.manager) }
        holders[member] = holders[member] ?? decision
      case .release: holders[member] = nil
      case .undo:
        if won[member]?.id == decision.undoes { won[member] = nil }
        if holders[member]?.id == decision.undoes { holders[member] = nil }
      default: break
      }
    }
  }
}
