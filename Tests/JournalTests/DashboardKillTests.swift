import Community
import Foundation
import Journal
import Testing

/// Two dashboards decide on one folder as fast as they can, and one after the other is killed and started again.
@Suite(.serialized) struct DashboardKillTests {
  @Test(.timeLimit(.minutes(10)))
  func killedDashboardsLoseAndDoubleNothing() throws {
    var kills = 0
    var shown = 0
    var actions: Set<DecisionAction> = []
    // Recalls and claims, notes, touches and what was done about answers are all to be written while one is killed.
    let all: Set<DecisionAction> = [.recall, .claim, .note, .snooze, .undo, .touch, .skip, .contact, .close]
    while kills < 300 || kills < 1200 && !actions.isSuperset(of: all) {
      let folder = try killInOneFolder(12)
      kills += 12
      shown += folder.shown
      actions.formUnion(folder.actions)
    }
    #expect(shown > kills)
    #expect(actions.isSuperset(of: all))
  }

  /// - Returns: how many ticks those that were killed had shown, and what they had decided.
  private func killInOneFolder(_ count: Int) throws -> (shown: Int, actions: Set<DecisionAction>) {
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
    while kills < count - 2 {
      let which = Int.random(in: 0..<2)
      // Somewhere in opening, reading, deciding, writing, or showing what was written.
      dashboards[which].listen(lines: .random(in: 0..<5), patience: 400)
      usleep(.random(in: 0..<20_000))
      dashboards[which].kill()
      kills += 1
      said += dashboards[which].lines
      dashboards[which] = try start(names[which])
    }
    for dashboard in dashboards {
      dashboard.listen(lines: 1, patience: 2000)
      dashboard.kill()
      kills += 1
      said += dashboard.lines
    }
    let decisions = expectNothingLostOrDoubled(folder, said: said, kills: kills)
    return (said.count, Set(decisions.map(\.action)))
  }

  /// Members who bought once, long ago: half of them are silent and in the queue, the others are detractors with an
  /// answer to be taken up; all are to be touched by a rule whose window is always open.
  private func fill(_ folder: String) throws {
    let numbers = 1...160
    func day(_ number: Int) -> String { "2024-02-\(number % 19 + 10)" }
    let yesterday = time(nil) - 86_400
    let feeds: [(name: String, line: (Int) -> String)] = [
      ("members", { #"{"id":"m\#($0)","joined":"2024-01-01"}"# }),
      ("orders", { #"{"id":"o\#($0)","member":"m\#($0)","amount":\#($0),"at":"\#(day($0))"}"# }),
      ("surveys", { #"{"id":"s\#($0)","member":"m\#($0)","kind":"nps","score":2,"at":\#(yesterday)}"# }),
    ]
    for (name, line) in feeds {
      try numbers.filter { name != "surveys" || $0 > 80 }.map { line($0) + "\n" }.joined()
        .write(toFile: "\(folder)/\(name).jsonl", atomically: true, encoding: .utf8)
    }
    let program = #"""
      {"time_zone": "+00:00", "contacts": {"a_day": 1000, "in_30_days": 1000}, "touchpoints": {"rules":
        [{"id": "hello", "trigger": {"on": "member_day", "day": 1}, "after": 31}]}}
      """#
    try program.write(toFile: folder + "/program.json", atomically: true, encoding: .utf8)
  }

  private func expectNothingLostOrDoubled(_ folder: TemporaryFolder, said: [String], kills: Int) -> [Decision]
  {
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
    return file.decisions
  }

  /// Of recalls and hold-outs that stand, each member has one; what another has claimed nobody recalls.
  private func expectOneWinner(_ decisions: [Decision]) {
    var holders: [String: Decision] = [:]
    var won: [String: Decision] = [:]
    var touched: [String: Decision] = [:]
    for (index, decision) in decisions.enumerated() {
      guard let member = decision.member else { continue }
      var history: Comment {
        let lines = decisions[...index].filter { $0.member == member }
        return "\(lines.map { "\($0.manager) \($0.action) \($0.id) \($0.undoes ?? "")" })"
      }
      switch decision.action {
      case .recall, .holdOut:
        #expect(won[member] == nil, "a member was recalled twice")
        if let holder = holders[member] { #expect(holder.manager == decision.manager, history) }
        won[member] = decision
      case .claim:
        #expect(won[member] == nil, "a recalled member was claimed")
        if let holder = holders[member] { #expect(holder.manager == decision.manager, history) }
        holders[member] = holders[member] ?? decision
      case .release: holders[member] = nil
      case .touch:
        #expect(touched[member] == nil, "a member was touched twice for one occasion")
        touched[member] = decision
      case .undo:
        if won[member]?.id == decision.undoes { won[member] = nil }
        if holders[member]?.id == decision.undoes { holders[member] = nil }
        if touched[member]?.id == decision.undoes { touched[member] = nil }
      default: break
      }
    }
  }
}
