import Bytes
import Community
import Glibc
import Loyalty

/// Half a year of a community that talks, made in memory: members in circles of 24 who answer each other, seven tenths
/// of all activities along ties, some of them to somebody of another circle.
struct MadeTalk {
  private(set) var community = Community()
  let moment: Moment
  private var random = MadeNumbers(state: 3)
  private let members: Int
  private let away: Int
  private static let circle = 24
  private static let words = ["春茶到了吗？", "I like these teacups.", "谢谢，学到了！", "明天见", "Try it with cold water."]

  private struct Names {
    let reply, reaction, thanks, mention, login, post, story, checkIn: UInt32
    let spaces: [UInt32]
    let challenge: UInt32
  }

  /// - Parameter away: one tie in so many goes to somebody of another circle.
  init(members: Int, activities: Int, away: Int = 20) {
    self.members = members
    self.away = away
    let end: Int64 = 1_800_000_000_000
    moment = Moment(now: Instant(rawValue: end), zone: .utc)
    community.program.community.brandWords = ["teacup"]
    for number in 0..<members {
      let id = "m\(number)"
      id.withBytes { bytes in
        community.memberIDs.insert(bytes, index: community.members.append(id: bytes).value)
      }
    }
    let hosts = max(1, members / 500)
    for number in 0..<hosts {
      let id = "h\(number)"
      community.hosts.append(Host(id: id))
      id.withBytes { community.hostIDs.insert($0, index: number) }
    }
    let anchors = (0..<hosts).map { community.symbols.intern("h\($0)").rawValue }
    for number in 0..<members {
      let joined = end - Int64(1 + random.next(700)) * 86_400_000
      community.members.update(Member.Index(number)) { block, row in
        block.host[row] = anchors[number / Self.circle % hosts]
        block.joined[row] = joined
      }
    }
    func symbol(_ word: String) -> UInt32 { community.symbols.intern(word).rawValue }
    let names = Names(
      reply: symbol("reply"), reaction: symbol("reaction"), thanks: symbol("thanks"),
      mention: symbol("mention"), login: symbol("login"), post: symbol("post"), story: symbol("story"),
      checkIn: symbol("check_in"),
      spaces: (0..<max(1, members / Self.circle / 8)).map { symbol("space \($0)") },
      challenge: symbol("habit"))
    var segment = Segment(feed: .activity)
    for number in 0..<activities {
      let at = end - Int64(activities - number) * (178 * 86_400_000) / Int64(activities)
      add(number, at, names, to: &segment)
      if segment.count == Segment.capacity {
        community[.activity].segments.append(segment)
        segment = Segment(feed: .activity)
      }
    }
    if segment.count > 0 { community[.activity].segments.append(segment) }
    community[historyOf: .activity] = History(table: community[.activity], memberCount: members)
  }

  private mutating func add(_ number: Int, _ at: Int64, _ names: Names, to segment: inout Segment) {
    let row = segment.count
    let member = random.next(members)
    let circle = member / Self.circle
    var by = Participant.member(Member.Index(member))
    var to = Participant.none
    var type = names.login
    var space: UInt32 = 0
    var answered = false
    switch random.next(100) {
    case 0..<71:
      let far = random.next(away) == 0
      let other =
        far ? random.next(members) : min(members - 1, circle * Self.circle + random.next(Self.circle))
      to = .member(Member.Index(other))
      type = [names.reply, names.reply, names.reaction, names.thanks, names.mention][random.next(5)]
      space = names.spaces[circle % names.spaces.count]
    case 71..<74:
      // Whom it answers is found by the id.
      type = names.reply
      answered = true
    case 74..<77:
      by = .host(random.next(community.hosts.count))
      to = .member(Member.Index(member))
      type = names.reply
    case 77..<88:
      type = random.next(12) == 0 ? names.story : names.post
      space = names.spaces[circle % names.spaces.count]
    case 88..<90: type = names.checkIn
    default: break
    }
    segment.at.append(at)
    segment.newest = Instant(rawValue: at)
    segment.isOrdered = true
    segment.member.append(by.rawValue)
    segment.to.append(to.rawValue)
    segment.symbols[ActivityField.type.slot].append(type)
    segment.symbols[ActivityField.space.slot].append(space)
    segment.symbols[ActivityField.challenge.slot].append(type == names.checkIn ? names.challenge : 0)
    if type == names.post || type == names.story {
      segment.ids.set("a\(number)", row: row)
      segment.texts[ActivityField.text.slot].set(Self.words[random.next(Self.words.count)], row: row)
    }
    if answered { segment.texts[ActivityField.replyTo.slot].set("a\(random.next(number + 1))", row: row) }
    segment.count += 1
  }
}

/// Numbers that look like chance, the same at every run.
struct MadeNumbers {
  var state: UInt64

  mutating func next(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }
}
