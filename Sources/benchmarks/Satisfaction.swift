import Bytes
import Community
import Feeds
import Glibc
import Loyalty
import Synchronization

/// Times the figures of satisfaction over a million answers made in memory, one new answer, and the drivers with their
/// resamples.
func measureSatisfaction(rounds: Int) throws -> [Measurement] {
  let cores = Computation.allCores.workers
  var answers = MadeAnswers(count: 1_000_000, members: 300_000)
  let moment = Moment(now: Instant(rawValue: answers.end), zone: .utc)

  var counting: [Double] = []
  var naive: [Double] = []
  var publishing: [Double] = []
  var tally = SatisfactionTally(community: answers.community, moment: moment)
  for _ in 0..<rounds {
    var start = monotonicSeconds()
    tally = SatisfactionTally(
      community: answers.community, moment: moment, on: .allCores)
    counting.append(monotonicSeconds() - start)
    start = monotonicSeconds()
    let figures = tally.figures
    publishing.append(monotonicSeconds() - start)
    start = monotonicSeconds()
    let score = answers.naiveScore(moment)
    naive.append(monotonicSeconds() - start)
    guard score == figures.nps else {
      throw TerminalProcess.Problem(description: "the scores differ: \(figures.nps) and \(score)")
    }
  }

  var appending: [Double] = []
  for number in 0..<2000 {
    let member = answers.append(number)
    let start = monotonicSeconds()
    tally.update([member], community: answers.community, moment: moment)
    appending.append((monotonicSeconds() - start) * 1e6)
  }

  let data = madeRatings(rows: 100_000, drivers: 12)
  let plain = monotonicSeconds()
  let once = DriverFigures(data)
  let onceSeconds = monotonicSeconds() - plain
  let start = monotonicSeconds()
  let figures = DriverFigures(data, draws: 1000, seed: 1, on: .allCores)
  let seconds = monotonicSeconds() - start
  let fit = decimal(once.rSquared ?? 0, 3)
  return [
    Measurement(
      name: "a million answers counted anew", value: median(counting) * 1000, unit: "ms", bound: 100,
      detail: "on \(cores) cores: window, weeks, groups, topics, detractors"),
    Measurement(
      name: "the score alone, by a dictionary of last answers", value: median(naive) * 1000, unit: "ms",
      bound: nil, detail: "all of the above takes \(decimal(median(counting) / median(naive), 2)) of it"),
    Measurement(
      name: "one new answer among them", value: median(appending), unit: "µs", bound: 100,
      detail: "95th percentile \(decimal(percentile(appending, 0.95), 1)) µs"),
    Measurement(
      name: "the figures of that moment", value: median(publishing) * 1000, unit: "ms", bound: nil,
      detail: "taken for the screen"),
    Measurement(
      name: "12 drivers of 100,000 answers, 1,000 resamples", value: seconds, unit: "s", bound: 3,
      detail: "R² \(fit), \(figures?.draws ?? 0) draws; without them \(decimal(onceSeconds * 1000, 0)) ms"),
  ]
}

/// Ratings that hang together, and a score that hangs on them.
private func madeRatings(rows: Int, drivers: Int) -> DriverData {
  var random = MadeNumbers(state: 7)
  var ratings: [[Double]] = []
  var scores: [Double] = []
  for _ in 0..<rows {
    let mood = random.next(3)
    let row = (0..<drivers).map { _ in Double(min(5, 1 + mood + random.next(3))) }
    let sum = row.enumerated().reduce(0) { $0 + $1.element * Double($1.offset % 3 + 1) }
    ratings.append(row)
    scores.append(min(10, (sum / Double(drivers) + Double(random.next(3))).rounded()))
  }
  return DriverData(names: (1...drivers).map { "driver \($0)" }, rows: ratings, outcome: scores)
}

/// Answers over half a year, two thirds of them to NPS, a third with words.
private struct MadeAnswers {
  private(set) var community = Community()
  let end: Int64 = 1_800_000_000_000
  private var random = MadeNumbers(state: 1)
  private let members: Int
  private var appended = 0

  private static let words = [
    "物流太慢，等了一个多星期，有点失望。", "口感醇厚，回甘很久，会一直回购。", "the staff were helpful and the gift box is lovely",
    "价格又涨了，就是包装精致。",
  ]

  init(count: Int, members: Int) {
    self.members = members
    for number in 0..<members {
      let id = "m\(number)"
      id.withBytes { bytes in
        community.memberIDs.insert(bytes, index: community.members.append(id: bytes).value)
      }
    }
    let regions = (0..<8).map { community.symbols.intern("region \($0)").rawValue }
    let hosts = (0..<200).map { community.symbols.intern("host \($0)").rawValue }
    for number in 0..<members {
      community.members.update(Member.Index(number)) { block, row in
        block.region[row] = regions[number % 8]
        block.host[row] = hosts[number % 200]
      }
    }
    var segment = Segment(feed: .surveys)
    for number in 0..<count {
      let at = end - Int64(count - number) * 15_500
      add(to: &segment, at: at, member: random.next(members))
      if segment.count == Segment.capacity {
        community[.surveys].segments.append(segment)
        segment = Segment(feed: .surveys)
      }
    }
    community[.surveys].segments.append(segment)
    community[historyOf: .surveys] = History(table: community[.surveys], memberCount: members)
  }

  private mutating func add(to segment: inout Segment, at: Int64, member: Int) {
    func symbol(_ word: String) -> UInt32 { community.symbols.intern(word).rawValue }
    let kind = random.next(6)
    segment.at.append(at)
    segment.newest = Instant(rawValue: at)
    segment.isOrdered = true
    segment.member.append(random.next(50) == 0 ? Participant.none.rawValue : UInt32(member))
    segment.symbols[SurveyField.kind.slot].append(symbol(kind < 4 ? "nps" : kind == 4 ? "csat" : "ces"))
    segment.symbols[SurveyField.stage.slot].append(symbol(["sale", "after_sale"][random.next(2)]))
    segment.symbols[SurveyField.channel.slot].append(symbol("channel \(random.next(5))"))
    segment.symbols[SurveyField.store.slot].append(symbol("store \(random.next(300))"))
    segment.integers[SurveyField.score.slot].append(
      Int64(kind < 4 ? random.next(11) : 1 + random.next(kind == 4 ? 5 : 7)))
    if random.next(3) == 0 {
      segment.texts[SurveyField.text.slot].set(Self.words[random.next(4)], row: segment.count)
    }
    segment.count += 1
  }

  /// Appends an answer the way the reader does, in a short segment at the end.
  mutating func append(_ number: Int) -> Member.Index {
    if number % 4096 == 0 { community[.surveys].segments.append(Segment(feed: .surveys)) }
    let place = community[.surveys].segments.count - 1
    let member = random.next(members)
    var segment = community[.surveys].segments[place]
    community[.surveys].segments[place] = Segment(feed: .surveys)
    add(to: &segment, at: end, member: member)
    segment.member[segment.count - 1] = UInt32(member)
    let row = Row(segment: place, offset: segment.count - 1)
    community[.surveys].segments[place] = segment
    community[historyOf: .surveys].add(row, of: Member.Index(member))
    return Member.Index(member)
  }

  /// The score of the last 90 days by the plainest means.
  func naiveScore(_ moment: Moment) -> NetPromoterScore {
    let start = moment.start(ofWindow: 90).rawValue
    let nps = community.symbols.symbol(of: "nps")
    var last: [UInt32: (at: Int64, score: Int64)] = [:]
    var counts = [Int](repeating: 0, count: 11)
    for segment in community[.surveys].segments {
      for row in 0..<segment.count {
        guard segment.symbol(SurveyField.kind, row) == nps, segment.at[row] >= start,
          segment.at[row] <= moment.now.rawValue
        else { continue }
        let score = segment.integers[SurveyField.score.slot][row]
        if segment.member[row] == Participant.none.rawValue {
          counts[Int(score)] += 1
        } else if last[segment.member[row]].map({ $0.at <= segment.at[row] }) ?? true {
          last[segment.member[row]] = (segment.at[row], score)
        }
      }
    }
    for answer in last.values { counts[Int(answer.score)] += 1 }
    return NetPromoterScore(ScoreCounts(counts))
  }
}
