import Community
import Testing

@testable import Loyalty

/// Random answers, and the plainest way to count them.
struct RandomReplies {
  var builder = CommunityBuilder()
  var replies: [Reply] = []
  let isOrdered: Bool
  private var regions: [String: String] = [:]
  private var decisions: [(at: Int64, member: String)] = []

  static let words = ["物流太慢", "口感好，就是价格贵", "great service", "  ", "ok", "包装压坏了"]

  init(isOrdered: Bool, _ random: inout SeededGenerator) { self.isOrdered = isOrdered }

  @discardableResult
  mutating func place(_ random: inout SeededGenerator) -> String {
    let member = "m\(Int.random(in: 0..<40, using: &random))"
    let region = ["east", "west", "north"].randomElement(using: &random) ?? ""
    regions[member] = region
    builder.place(member, region: region)
    return member
  }

  /// Adds an answer between December and the end of July.
  @discardableResult
  mutating func add(_ random: inout SeededGenerator) -> String? {
    let first = CommunityBuilder.time("2025-12-01").rawValue
    var at = first + Int64.random(in: 0..<20_900_000, using: &random) * 1000
    if isOrdered { at = (replies.last?.at ?? first) + Int64.random(in: 0...66_000_000, using: &random) }
    var reply = Reply(
      Int.random(in: 0..<8, using: &random) == 0 ? nil : "m\(Int.random(in: 0..<40, using: &random))",
      "2026-01-01", 0)
    reply.at = at
    reply.kind = ["nps", "nps", "nps", "csat", "ces"].randomElement(using: &random) ?? "nps"
    reply.score = Int.random(
      in: reply.kind == "nps" ? 0...10 : reply.kind == "csat" ? 1...5 : 1...7, using: &random)
    reply.channel = ["app", "store", nil].randomElement(using: &random) ?? nil
    reply.words = (Self.words + [nil]).randomElement(using: &random) ?? nil
    replies.append(reply)
    builder.reply(reply, capacity: 50)
    return reply.member
  }

  mutating func decide(_ number: Int, _ now: Instant, _ random: inout SeededGenerator) {
    let kinds: [DecisionAction] = [.contact, .close, .touch, .note, .fix]
    let kind = kinds.randomElement(using: &random) ?? .note
    let member = "m\(Int.random(in: 0..<40, using: &random))"
    let at = now.adding(seconds: -Int64.random(in: 0...400_000, using: &random))
    builder.decide("d\(number)", at, kind, kind == .fix ? nil : member, topic: kind == .fix ? "物流" : nil)
    if [.contact, .close, .touch].contains(kind) { decisions.append((at.rawValue, member)) }
  }

  /// The last of each member and every anonymous one, from `start` on and before `end`, with its place.
  private func last(_ kind: String, _ start: Int64, _ end: Int64) -> [(place: Int, reply: Reply)] {
    var last: [String: (place: Int, reply: Reply)] = [:]
    var all: [(place: Int, reply: Reply)] = []
    for (place, reply) in replies.enumerated() {
      guard reply.kind == kind, reply.at >= start, reply.at < end else { continue }
      guard let member = reply.member else {
        all.append((place, reply))
        continue
      }
      if let known = last[member], known.reply.at > reply.at { continue }
      last[member] = (place, reply)
    }
    return all + Array(last.values)
  }

  private func counts(_ replies: [(place: Int, reply: Reply)]) -> ScoreCounts {
    ScoreCounts((0..<16).map { score in replies.count { $0.reply.score == score } })
  }

  func check(_ figures: SatisfactionFigures, _ moment: Moment, windowDays: Int) {
    let zone = moment.zone
    let after = moment.now.rawValue + 1
    let start = zone.instant(of: moment.today.adding(days: 1 - windowDays)).rawValue
    let before = zone.instant(of: moment.today.adding(days: 1 - 2 * windowDays)).rawValue
    #expect(figures.nps.counts == counts(last("nps", start, after)))
    #expect(figures.previousNPS.counts == counts(last("nps", before, start)))
    #expect(figures.csat.counts == counts(last("csat", start, after)))
    #expect(figures.previousCSAT.counts == counts(last("csat", before, start)))
    #expect(figures.ces.counts == counts(last("ces", start, after)))
    #expect(figures.previousCES.counts == counts(last("ces", before, start)))
    for week in figures.weeks {
      let begin = zone.instant(of: week.firstDay).rawValue
      let end = min(after, zone.instant(of: week.firstDay.adding(days: 7)).rawValue)
      #expect(week.score.counts == counts(last("nps", begin, max(begin, end))))
    }
    let window = last("nps", start, after)
    checkGroups(figures, .region, window) { $0.member.flatMap { regions[$0] } }
    checkGroups(figures, .channel, window) { $0.channel }
    let withWords = window.filter { $0.reply.words.map { $0 != "  " } ?? false }
    for (id, word) in [("delivery", "物流"), ("price", "价格"), ("service", "service"), ("packaging", "包装")] {
      let topic = figures.topics.first { $0.id == id }
      #expect(topic?.withWords == withWords.count)
      let about = withWords.filter { ($0.reply.words ?? "").contains(word) }
      #expect(topic?.answers == counts(about))
    }
  }

  private func checkGroups(
    _ figures: SatisfactionFigures, _ dimension: AnswerDimension, _ window: [(place: Int, reply: Reply)],
    _ key: (Reply) -> String?
  ) {
    let expected = Dictionary(grouping: window) { key($0.reply) }.mapValues { counts($0) }
    let found = Dictionary(
      uniqueKeysWithValues: (figures.groups(by: dimension) ?? []).map { ($0.key, $0.score.counts) })
    #expect(found == expected)
  }

  /// Detractors whose member got no contact since.
  func checkLoop(_ figures: SatisfactionFigures, _ moment: Moment) {
    let start = moment.start(ofWindow: 90).rawValue
    var open: [(at: Int64, place: Int)] = []
    var delays: [Int64] = []
    for (place, reply) in last("nps", start, moment.now.rawValue + 1) where reply.score <= 6 {
      guard let member = reply.member else { continue }
      let actions = decisions.filter {
        $0.member == member && $0.at >= reply.at && $0.at <= moment.now.rawValue
      }
      if let first = actions.map(\.at).min() {
        delays.append(first - reply.at)
      } else {
        open.append((reply.at, place))
      }
    }
    delays.sort()
    #expect(figures.openDetractors == open.count)
    #expect(figures.answeredDetractors == delays.count)
    let median = delays.isEmpty ? nil : (delays[(delays.count - 1) / 2] + delays[delays.count / 2]) / 2 / 1000
    #expect(figures.medianSecondsToAction == median)
    let waiting = open.count { $0.at <= moment.now.rawValue - 24 * 3_600_000 }
    #expect(figures.openDetractors(waitingHours: 24) == waiting)
    #expect(
      figures.waitingDetractors(builder.community).map { $0.row.segment * 50 + $0.row.offset }
        == open.sorted { ($0.at, $0.place) < ($1.at, $1.place) }.map(\.place))
  }
}
