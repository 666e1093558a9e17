import Community
import Dashboard
import Feeds
import Loyalty

/// Times the replay of all members' tiers and what another threshold would do, beside a replay of one member after the
/// other from their records; and what another threshold would do in the dashboard, from the key to the frame.
func measureTiers(_ folder: String, members: Int, scratch: String, rounds: Int) throws -> [Measurement] {
  try measureReplay(folder, rounds: rounds) + measureThresholds(folder, members: members, scratch: scratch)
}

private func measureReplay(_ folder: String, rounds: Int) throws -> [Measurement] {
  let snapshot = try read(folder: folder, options: ReadingOptions())
  var community = snapshot.community
  let now = snapshot.newest(notAfter: Instant(seconds: 4_102_444_800)) ?? Instant(seconds: 0)
  let moment = Moment(now: now, zone: snapshot.zone)
  let figures = MemberFigures(community: community, moment: moment)
  guard let measures = MemberMeasures(community: community, figures: figures) else { return [] }
  let events = Feed.events.reduce(0) { $0 + community[$1].count }
  let size = "\(grouped(community.members.count)) members, \(grouped(events)) events"
  var rows: [Measurement] = []
  for programme in TierProgramme.allCases {
    community.program.tiers.programme = programme.rawValue
    community.program.tiers.tiers = programme.tiers
    let roster = Roster(community: community, figures: figures, moment: moment, mask: .standard)
    var replaying: [Double] = []
    var tiers: Tiers?
    for _ in 0..<rounds {
      let start = monotonicSeconds()
      tiers = Tiers(roster: roster)
      replaying.append(monotonicSeconds() - start)
    }
    rows.append(
      Measurement(
        name: "tiers of all replayed: \(programme.rawValue)", value: median(replaying), unit: "s",
        bound: 1.5, detail: size))
    guard let tiers else { continue }
    var start = monotonicSeconds()
    guard let whatIf = TierWhatIf(tiers, roster: roster, measures: measures) else { continue }
    rows.append(
      Measurement(
        name: "events of all kept for what-if", value: monotonicSeconds() - start, unit: "s", bound: nil,
        detail: "once, when a threshold is first changed"))
    var asking: [Double] = []
    var moved = 0
    for (round, threshold) in tiers.rules.thresholds.enumerated() where round < max(rounds, 4) {
      let value = tiers.rules.value(threshold)
      start = monotonicSeconds()
      let outcome = whatIf.outcome(onAllCores: tiers.rules.setting(threshold, to: value + max(1, value / 4)))
      asking.append((monotonicSeconds() - start) * 1000)
      moved = max(moved, outcome.map { $0.up + $0.down } ?? 0)
    }
    rows.append(
      Measurement(
        name: "another threshold: \(programme.rawValue)", value: asking.max() ?? 0, unit: "ms", bound: 300,
        detail: "the slowest of \(asking.count); up to \(grouped(moved)) members move"))
    start = monotonicSeconds()
    let sample = min(20_000, community.members.count)
    var lines = 0
    for number in 0..<sample {
      lines += tiers.history(of: Member.Index(number), community: community, figures: figures).lines.count
    }
    let single = (monotonicSeconds() - start) / Double(max(1, sample))
    rows.append(
      Measurement(
        name: "one member's history with reasons", value: single * 1e6, unit: "µs", bound: nil,
        detail: "the mean of \(grouped(sample)); all that way would take "
          + "\(decimal(single * Double(community.members.count) / median(replaying), 0)) times as long"))
    // Somebody else holds what was, as the frame does.
    var measured = measures
    measured.receive(tiers)
    var held: [Roster] = [roster.with(measured)]
    start = monotonicSeconds()
    for number in 0..<100 {
      held = [
        held[0].withTiers(
          of: [Member.Index(number * 4099 % roster.count)], community: community, figures: figures),
        held[0],
      ]
    }
    rows.append(
      Measurement(
        name: "one member judged anew", value: (monotonicSeconds() - start) * 10_000, unit: "µs", bound: nil,
        detail: "the mean of 100, what was before kept; \(programme.rawValue)"))
  }
  return rows
}

/// From a key that changes a number to the frame with who would move.
private func measureThresholds(_ folder: String, members: Int, scratch: String) throws -> [Measurement] {
  let dashboard = try openDashboard(folder, scratch: scratch)
  defer { dashboard.stop() }
  guard dashboard.wait(for: grouped(members), limit: 120) != nil else {
    throw TerminalProcess.Problem(description: "the large folder wasn't read within 120 s")
  }
  _ = dashboard.settle(quiet: 6, limit: 120)
  dashboard.press("3")
  guard dashboard.wait(for: "what if", limit: 60) != nil || dashboard.wait(for: "What if", limit: 1) != nil
  else { throw TerminalProcess.Problem(description: "the tiers weren't on screen within 60 s") }
  dashboard.forget()
  let start = monotonicSeconds()
  dashboard.press("w")
  guard dashboard.wait(for: "0 would move", limit: 60) != nil else {
    throw TerminalProcess.Problem(description: "no threshold was tried within 60 s")
  }
  let opening = monotonicSeconds() - start
  _ = dashboard.settle(quiet: 2, limit: 30)
  // Who would move is counted anew for each: the frame that changes most, or half as much, has it.
  var answers: [Double] = []
  for _ in 0..<6 {
    dashboard.press("\r")
    _ = dashboard.settle(quiet: 0.3, limit: 5)
    for key in ["\u{7F}", "3", "\u{7F}", "2", "\u{7F}", "4"] {
      let answer = dashboard.answer(to: key, quiet: 0.8)
      // An empty line is no number: nothing is tried then.
      if key != "\u{7F}", let answer { answers.append(answer.rows) }
    }
    dashboard.press("\u{1B}")
    _ = dashboard.settle(quiet: 1, limit: 5)
    dashboard.press("j")
    _ = dashboard.settle(quiet: 0.3, limit: 5)
  }
  return [
    Measurement(
      name: "the first threshold opened", value: opening, unit: "s", bound: nil,
      detail: "to the frame with who would move; events of all are kept then"),
    Measurement(
      name: "key to frame: another threshold", value: percentile(answers, 0.99) * 1000, unit: "ms",
      bound: 300,
      detail:
        "99th percentile of \(answers.count) keys, to the frame with who would move; median "
        + "\(decimal(median(answers) * 1000, 0)) ms"),
  ]
}
