import Community

/// What live events go on from: the ids of a community, and when it ended.
package struct PlaySource: Sendable {
  /// An activity that may be answered.
  package struct Post: Sendable, Hashable {
    package let id: String
    package let member: String
    package let space: String?

    package init(id: String, member: String, space: String?) {
      self.id = id
      self.member = member
      self.space = space
    }
  }

  package var memberIDs: [String]
  package var hostIDs: [String]
  /// The newest event's time.
  package var newest: Instant
  /// Latest posts of members, oldest first: live replies go to them, and their authors are the ones about. May be
  /// empty; a few hundred are enough.
  package var posts: [Post]
  package var language: SampleCommunity.Language

  package init(
    memberIDs: [String], hostIDs: [String], newest: Instant, posts: [Post] = [],
    language: SampleCommunity.Language = .simplifiedChinese
  ) {
    self.memberIDs = memberIDs
    self.hostIDs = hostIDs
    self.newest = newest
    self.posts = posts
    self.language = language
  }
}

/// One line to append to one feed.
package struct PlayLine: Sendable, Equatable {
  /// The file's name in the folder, such as `orders.jsonl`.
  package let file: String
  /// One JSON object and a newline.
  package let bytes: [UInt8]
}

/// Live events of a community, at a given number a second, going on from its newest one.
///
///     var play = Play(source: source, rate: 5, seed: 1)
///     let appender = try PlayAppender(folder: folder)
///     while isWanted {
///       try appender.append(play.next(elapsedMilliseconds: elapsed))   // since the beginning, by the caller's clock
///       sleep(until: play.nextAt)
///     }
///
/// Times in the lines run at the pace of the caller's clock from the newest event on. Ids hold that event's time, so
/// a later play on the same folder gives new ones. The same source, rate, seed and elapsed times give the same lines.
package struct Play: Sendable {
  /// 0.01 to 100,000 events a second.
  package static let rateRange = 0.01...100_000.0
  /// Lines given at once, when the caller comes late; the rest is given by the following calls.
  package static let batchLimit = 20_000

  /// When the next event is due, in milliseconds since the beginning.
  package var nextAt: Int64 { Int64(due) }

  var random: Random
  let source: PlaySource
  let words: Vocabulary
  /// Posts that may be answered, a ring.
  var posts: [PlaySource.Post]
  var oldestPost = 0
  /// Numbers of the members whose posts may be answered.
  var numbers: [String: Int]
  /// Points that members have earned in this play and not spent.
  var earned: [Int: Int] = [:]
  private var due: Double
  private let gap: Double
  private let mark: String
  private var number = 0

  static let postsKept = 512

  /// - Parameters:
  ///   - rate: events a second on average; what lies outside `rateRange` counts as its nearest bound.
  ///   - seed: any number.
  package init(source: PlaySource, rate: Double, seed: UInt64) {
    self.source = source
    words = Vocabulary.of(source.language)
    random = Random(seed: seed, stream: World.stream(.play, 0))
    posts = Array(source.posts.suffix(Play.postsKept))
    let authors = Set(posts.map(\.member))
    var numbers: [String: Int] = [:]
    for (number, id) in source.memberIDs.enumerated() where authors.contains(id) { numbers[id] = number }
    self.numbers = numbers
    let rate = rate.isNaN ? Play.rateRange.lowerBound : rate
    gap = 1000 / min(max(rate, Play.rateRange.lowerBound), Play.rateRange.upperBound)
    mark = String(source.newest.seconds, radix: 36)
    due = random.exponential(mean: gap)
  }

  /// The lines that have come due by `elapsedMilliseconds` since the beginning and weren't given before, in order of
  /// time; none when the community has no members.
  package mutating func next(elapsedMilliseconds: Int64) -> [PlayLine] {
    guard !source.memberIDs.isEmpty else { return [] }
    var lines: [PlayLine] = []
    while due <= Double(elapsedMilliseconds), lines.count < Play.batchLimit {
      // A purchase brings a second line, its points; it counts as an event too.
      let before = lines.count
      happen(at: source.newest.adding(milliseconds: Int64(due) + 1), &lines)
      for _ in before..<lines.count { due += random.exponential(mean: gap) }
    }
    return lines
  }

  mutating func newID(_ letter: String) -> String {
    number += 1
    return "\(letter)-\(mark)-\(number)"
  }
}
