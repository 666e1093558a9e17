import Community
import Loyalty

/// A community that talks, as a plain list of what was done: members, hosts, bots, ids that are nobody's, answers that
/// say to whom and answers that say to what, things of long ago and of tomorrow.
struct NaiveTalk {
  struct Deed {
    var by: String
    var ago: Int
    var minute: Int
    var type: String
    var to: String?
    var replyTo: String?
    var id: String?
    var space: String?
    var text: String?
  }

  /// Noon; later the same day hasn't come yet.
  static let now = "2026-03-25T12:00"
  static let today = Day(rawValue: 20_537)
  static let hosts = ["h1", "h2"]
  static let bots: Set<String> = ["m2", "m5"]

  var deeds: [Deed] = []
  /// By member, the host that the record names.
  var anchors: [String: String] = [:]
  var joined: [String: Int] = [:]
  var gifts: [(member: String, ago: Int)] = []
  var orders: [(member: String, ago: Int, amount: Double)] = []
  let members: [String]

  init(seed: UInt64, members count: Int = 14, deeds number: Int = 500) {
    var random = SeededGenerator(seed: seed)
    members = (0..<count).map { "m\($0)" }
    for member in members {
      anchors[member] = ["h1", "h2", "h9", nil].randomElement(using: &random) ?? nil
      joined[member] = Int.random(in: 1...120, using: &random)
    }
    let types = ["post", "reply", "story", "share", "reaction", "mention", "thanks", "login", "suggestion"]
    for place in 0..<number {
      let byHost = Int.random(in: 0..<5, using: &random) == 0
      let by = (byHost ? Self.hosts : members).randomElement(using: &random) ?? "m0"
      var deed = Deed(
        by: by, ago: Int.random(in: -1...(place % 9 == 0 ? 230 : 100), using: &random),
        minute: Int.random(in: 0..<1440, using: &random),
        type: types.randomElement(using: &random) ?? "post")
      if !byHost { deed.ago = min(deed.ago, joined[by] ?? 0) }
      let everybody = members + Self.hosts + ["?nobody", by]
      switch Int.random(in: 0..<4, using: &random) {
      case 0, 1: deed.to = everybody.randomElement(using: &random)
      case 2: deed.replyTo = "a\(Int.random(in: 0..<number + 9, using: &random))"
      default: break
      }
      if Int.random(in: 0..<6, using: &random) == 0 { deed.replyTo = "a\(place)" }
      if Int.random(in: 0..<5, using: &random) > 0 { deed.id = "a\(place)" }
      deed.space = ["one", "two", nil].randomElement(using: &random) ?? nil
      deed.text = ["I like TEA", "coffee", nil].randomElement(using: &random) ?? nil
      deeds.append(deed)
    }
    for member in members {
      // Nothing happens to a member before joining.
      let most = joined[member] ?? 0
      for _ in 0..<3 {
        gifts.append((member, Int.random(in: 0...most, using: &random)))
        orders.append(
          (member, Int.random(in: 0...most, using: &random), Double(Int.random(in: -3...9, using: &random))))
      }
    }
  }

  func builder() -> CommunityBuilder {
    var builder = CommunityBuilder()
    builder.community.program.bots = Array(Self.bots)
    builder.community.program.community.brandWords = ["tea"]
    for host in Self.hosts { builder.host(host) }
    for member in members {
      builder.member(member, joined: Self.time(joined[member] ?? 0, 0), host: anchors[member])
    }
    for deed in deeds {
      if Self.hosts.contains(deed.by) {
        builder.hostDeed(
          deed.by, Self.time(deed.ago, deed.minute), deed.type, to: deed.to, replyTo: deed.replyTo,
          id: deed.id)
      } else {
        builder.activity(
          deed.by, Self.time(deed.ago, deed.minute), deed.type, to: deed.to, text: deed.text,
          replyTo: deed.replyTo, id: deed.id, space: deed.space)
      }
    }
    for (member, ago) in gifts { builder.touchpoint(member, Self.time(ago, 60), "gift") }
    for (member, ago, amount) in orders { builder.order(member, Self.time(ago, 60), amount) }
    return builder
  }

  static func time(_ ago: Int, _ minute: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(today.adding(days: -ago))T\(two(minute / 60)):\(two(minute % 60))"
  }

  // MARK: What counts

  /// What has happened by now, bots' deeds left out.
  var past: [Deed] {
    deeds.filter { ($0.ago > 0 || $0.ago == 0 && $0.minute <= 720) && !Self.bots.contains($0.by) }
  }
  func isMember(_ id: String) -> Bool { members.contains(id) && !Self.bots.contains(id) }
  func isHost(_ id: String) -> Bool { Self.hosts.contains(id) }
  var counted: [String] { members.filter(isMember) }
  /// What members did some days ago.
  func done(_ ago: ClosedRange<Int>) -> [Deed] { past.filter { isMember($0.by) && ago.contains($0.ago) } }
  func active(_ ago: ClosedRange<Int>) -> Set<String> { Set(done(ago).map(\.by)) }

  // MARK: Ties

  /// Who turned to whom in the window of ties.
  var meetings: [(from: String, to: String)] {
    past.filter { $0.ago < 180 && ActivityKinds.ties.contains($0.type) }.compactMap { deed in
      // Whoever wrote what is answered, bots too, by now.
      let written = deeds.first {
        $0.id != nil && $0.id == deed.replyTo && ($0.ago > 0 || $0.ago == 0 && $0.minute <= 720)
      }
      guard let to = deed.to ?? written?.by, to != deed.by else { return nil }
      return (deed.by, to)
    }
  }
  var edges: Set<Set<String>> {
    Set(meetings.filter { isMember($0.from) && isMember($0.to) }.map { [$0.from, $0.to] })
  }
  var hostPairs: Set<Set<String>> {
    Set(
      meetings.filter { isMember($0.from) && isHost($0.to) || isHost($0.from) && isMember($0.to) }.map {
        [$0.from, $0.to]
      })
  }
  var replies: [Deed] { past.filter { $0.ago < 180 && $0.type == "reply" } }

  // MARK: Hosts

  /// What a host may answer: what the host's members wrote, and what is said to the host.
  func questions(_ host: String) -> [Deed] {
    past.filter { deed in
      guard isMember(deed.by), deed.ago <= 90, deed.id != nil else { return false }
      if let to = deed.to, isHost(to) { return to == host && ["reply", "mention"].contains(deed.type) }
      return anchors[deed.by] == host && ["post", "story", "suggestion"].contains(deed.type)
    }
  }

  /// Minutes to the first answer of each question that has one.
  func waits(_ host: String) -> [Int] {
    questions(host).compactMap { question in
      past.filter { $0.by == host && $0.replyTo == question.id }
        .map { max(0, (question.ago - $0.ago) * 1440 + $0.minute - question.minute) }.min()
    }
  }

  func deeds(of host: String) -> [Deed] { past.filter { $0.by == host && $0.ago <= 90 } }
}
