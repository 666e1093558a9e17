import Community
import Dashboard
import Feeds
import Loyalty

/// Times the replay of all members' tiers and what another threshold would do, beside a replay of one member after the
/// other from their records.
func measureTiers(_ folder: String, rounds: Int) throws -> [Measurement] {
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
        bound: programme == .rfm6 ? nil : 1.5, detail: size))
    guard let tiers, programme != .rfm6 else { continue }
    var start = monotonicSeconds()
    guard let whatIf = TierWhatIf(tiers, roster: roster, measures: measures) else { continue }
    rows.append(
      Measurement(
        name: "events of all kept for what-if", value: monotonicSeconds() - start, unit: "s", bound: nil,
        detail: "once, when a threshold is first changed"))
    var asking: [Double] = []
    var moved = 0
    for (round, threshold) in tiers.rules.thresholds.enumerated() where round < max(rounds, 4) {
      let least = tiers.rules.minimum(threshold)?.least ?? 0
      start = monotonicSeconds()
      let outcome = whatIf.outcome(onAllCores: tiers.rules.setting(threshold, to: least + max(1, least / 4)))
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
    var changing = tiers
    start = monotonicSeconds()
    for number in 0..<1000 {
      changing.update([Member.Index(number)], community: community, figures: figures)
    }
    rows.append(
      Measurement(
        name: "one member judged anew", value: (monotonicSeconds() - start) * 1000, unit: "µs", bound: nil,
        detail: "the mean of 1,000"))
  }
  return rows
}
