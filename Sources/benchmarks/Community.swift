import Community
import Feeds
import Glibc
import Loyalty
import Synchronization

/// Times the figures of the community over a million members, five million activities and three million ties made in
/// memory, when each part of them is handed on, and how soon they end when nobody wants them any more; a smaller
/// community by plain sets and dictionaries beside them.
func measureCommunity(members: Int, rounds: Int) throws -> [Measurement] {
  let cores = Computation.allCores.workers
  let talk = MadeTalk(members: members, activities: 5 * members)
  let community = talk.community
  let figures = MemberFigures(community: community, moment: talk.moment)
  func seconds(_ body: () -> Void) -> Double {
    let start = monotonicSeconds()
    body()
    return monotonicSeconds() - start
  }
  var counting: [Double] = []
  var tying: [Double] = []
  var grouping: [Double] = []
  var hosting: [Double] = []
  var activity: ActivityFigures?
  var ties: TieFigures?
  var groups: TieGroups?
  guard let measures = MemberMeasures(community: community, figures: figures) else { return [] }
  let roster = Roster(community: community, figures: figures, moment: talk.moment, mask: .standard)
  for _ in 0..<rounds {
    counting.append(
      seconds {
        activity = ActivityFigures(
          community: community, figures: figures, on: .allCores)
        _ = Challenges(community: community, figures: figures)
      })
    tying.append(
      seconds {
        ties = TieFigures(community: community, figures: figures, on: .allCores)
      })
    grouping.append(seconds { groups = ties.flatMap { TieGroups($0, community: community) } })
    hosting.append(
      seconds {
        guard let activity else { return }
        _ = HostFigures(
          community: community, figures: figures, activity: activity, path: measures.path, ties: ties)
      })
  }
  guard let activity, let ties, let groups else { return [] }
  let counts = "\(grouped(activity.members)) members, \(grouped(community[.activity].count)) activities"
  let all = zip(tying, grouping).map { $0 + $1 }
  return [
    Measurement(
      name: "figures of activity", value: median(counting) * 1000, unit: "ms", bound: 500,
      detail: "\(counts), challenges included; on \(cores) cores"),
    Measurement(
      name: "figures of ties with groups", value: median(all), unit: "s", bound: 5,
      detail:
        "\(grouped(ties.edges)) ties, \(grouped(ties.triangles)) triangles, \(grouped(groups.all.count)) "
        + "groups; these alone \(decimal(median(grouping), 2)) s"),
    Measurement(
      name: "figures of hosts", value: median(hosting), unit: "s", bound: nil,
      detail: "\(grouped(community.hosts.count)) hosts; on one thread"),
  ] + (try loose(members: members))
    + arriving(measures, roster)
    + cancelling(measures, roster, rounds: rounds)
    + (try compareWithPlainSets(rounds: rounds))
}

/// The same where every other tie goes to somebody of another circle, so that groups are hard to find.
private func loose(members: Int) throws -> [Measurement] {
  let talk = MadeTalk(members: members, activities: 5 * members, away: 2)
  let figures = MemberFigures(community: talk.community, moment: talk.moment)
  let start = monotonicSeconds()
  guard
    let ties = TieFigures(
      community: talk.community, figures: figures, on: .allCores),
    let groups = TieGroups(ties, community: talk.community)
  else { return [] }
  return [
    Measurement(
      name: "the same, every other tie to another circle", value: monotonicSeconds() - start, unit: "s",
      bound: 5, detail: "\(grouped(ties.edges)) ties, \(grouped(groups.all.count)) groups")
  ]
}

/// When each part is handed on.
private func arriving(_ measures: MemberMeasures, _ roster: Roster) -> [Measurement] {
  let start = monotonicSeconds()
  var arrived: [Double] = []
  _ = measures.adding(MeasureStage.ofCommunity, roster, on: .allCores) { _, _, _ in
    arrived.append(monotonicSeconds() - start)
  }
  guard arrived.count == 3 else { return [] }
  let words = arrived.map { decimal($0, 2) }
  return [
    Measurement(
      name: "the community whole, part by part", value: arrived[2], unit: "s", bound: nil,
      detail: "activity handed on after \(words[0]) s, ties and hosts after \(words[1]) s, groups at the end")
  ]
}

/// How soon it ends once it's cancelled, at some places on its way.
private func cancelling(_ measures: MemberMeasures, _ roster: Roster, rounds: Int) -> [Measurement] {
  var waits: [Double] = []
  for step in 1...(4 * max(2, rounds)) {
    let start = monotonicSeconds()
    let end = start + 0.25 * Double(step)
    let result = measures.adding(
      MeasureStage.ofCommunity, roster, on: Computation.allCores.cancelled { monotonicSeconds() >= end })
    if result == nil { waits.append(monotonicSeconds() - end) }
  }
  guard let most = waits.max() else { return [] }
  return [
    Measurement(
      name: "the community given up when cancelled", value: most * 1000, unit: "ms", bound: nil,
      detail: "longest of \(waits.count) at every quarter of a second; median "
        + "\(decimal(median(waits) * 1000, 0)) ms")
  ]
}

// MARK: - Plain sets

private func compareWithPlainSets(rounds: Int) throws -> [Measurement] {
  let talk = MadeTalk(members: 50_000, activities: 250_000)
  let figures = MemberFigures(community: talk.community, moment: talk.moment)
  var ours: [Double] = []
  var grouping: [Double] = []
  var plain: [Double] = []
  for _ in 0..<max(3, rounds) {
    var start = monotonicSeconds()
    guard let activity = ActivityFigures(community: talk.community, figures: figures),
      let ties = TieFigures(community: talk.community, figures: figures)
    else { return [] }
    ours.append(monotonicSeconds() - start)
    start = monotonicSeconds()
    guard TieGroups(ties, community: talk.community) != nil else { return [] }
    grouping.append(monotonicSeconds() - start)
    start = monotonicSeconds()
    let other = PlainTalk(talk)
    plain.append(monotonicSeconds() - start)
    guard other.daily == activity.daily, other.monthly == activity.monthly, other.edges == ties.edges,
      other.triangles == ties.triangles, other.components == ties.components.count,
      other.contributions == activity.contributions
    else {
      throw TerminalProcess.Problem(description: "plain sets come to other figures of the community")
    }
  }
  let ratio = median(ours) / median(plain)
  return [
    Measurement(
      name: "activity and ties ÷ plain sets and dictionaries", value: ratio, unit: "×", bound: 1,
      detail: "50,000 members, 250,000 activities, one thread: \(decimal(median(ours) * 1000, 0)) ms against "
        + "\(decimal(median(plain) * 1000, 0)) ms for a part of the figures; groups take "
        + "\(decimal(median(grouping) * 1000, 0)) ms more")
  ]
}

/// Active members, contributions, ties, triangles and components by sets and dictionaries.
private struct PlainTalk {
  var daily: [Int] = []
  var monthly = 0
  var contributions = 0
  var edges = 0
  var triangles = 0
  var components = 0

  init(_ talk: MadeTalk) {
    let (community, moment) = (talk.community, talk.moment)
    var active: [Int: Set<UInt32>] = [:]
    var others: [UInt32: Set<UInt32>] = [:]
    var authors: [String: UInt32] = [:]
    for segment in community[.activity].segments {
      for row in 0..<segment.count {
        if let id = segment.ids[row] { authors[id] = segment.member[row] }
      }
    }
    for segment in community[.activity].segments {
      for row in 0..<segment.count {
        guard let member = segment.party(row).member else { continue }
        let ago = moment.days(since: segment.instant(row))
        active[ago, default: []].insert(member.rawValue)
        let type = community.symbols[segment.symbol(ActivityField.type, row)]
        if ActivityKinds.contributions.contains(type), (1...30).contains(ago) { contributions += 1 }
        guard ActivityKinds.ties.contains(type), ago < 180 else { continue }
        var to = Participant(rawValue: segment.to[row])
        if to == .none, let id = segment.text(ActivityField.replyTo, row), let author = authors[id] {
          to = Participant(rawValue: author)
        }
        guard let other = to.member, other != member else { continue }
        others[member.rawValue, default: []].insert(other.rawValue)
        others[other.rawValue, default: []].insert(member.rawValue)
      }
    }
    daily = (1...60).reversed().map { active[$0]?.count ?? 0 }
    monthly = (1...30).reduce(into: Set<UInt32>()) { $0.formUnion(active[$1] ?? []) }.count
    edges = others.values.reduce(0) { $0 + $1.count } / 2
    for (one, near) in others {
      for other in near where other > one {
        triangles += near.intersection(others[other] ?? []).count { $0 > other }
      }
    }
    var rest = Set(others.keys)
    while let start = rest.popFirst() {
      components += 1
      var edge = [start]
      while let node = edge.popLast() {
        for other in others[node] ?? [] where rest.remove(other) != nil { edge.append(other) }
      }
    }
  }
}
