import Bytes
import Community
import Loyalty

/// Builds small communities, record by record, the way the reader does.
struct CommunityBuilder {
  var community = Community()

  static let zone = Zone(identifier: "+08:00", offset: 8 * 3600)

  /// A time of the form `2026-03-01` or `2026-03-01T09:30`, in the zone of the tests.
  static func time(_ text: String) -> Instant {
    let instant = text.withBytes { try? Instant.parse($0, zone: zone) }
    precondition(instant != nil, "not a time: \(text)")
    return instant ?? .unknown
  }

  static func moment(_ text: String) -> Moment { Moment(now: time(text), zone: zone) }

  /// The member of an id, made known by it if it isn't.
  mutating func index(_ id: String) -> Member.Index {
    if let index = community.member(id: id) { return index }
    return id.withBytes { bytes in
      let index = community.members.append(id: bytes)
      community.memberIDs.insert(bytes, index: index.value)
      return index
    }
  }

  @discardableResult
  mutating func member(
    _ id: String, name: String? = nil, joined: String? = nil, birthday: Birthday? = nil, city: String? = nil,
    host: String? = nil, referrer: String? = nil, tags: [String] = [], phone: String? = nil,
    email: String? = nil, consents: [(String, Bool)] = []
  ) -> Member.Index {
    let member = index(id)
    let city = city.map { community.symbols.intern($0).rawValue } ?? 0
    let host = host.map { community.symbols.intern($0).rawValue } ?? 0
    let tags = tags.map { community.symbols.intern($0).rawValue }
    var words: [UInt32] = []
    for (channel, isGiven) in consents {
      words += [community.symbols.intern(channel).rawValue, isGiven ? 1 : 0]
    }
    community.members.update(member) { block, row in
      if let name { block.names.set(name, row: row) }
      if let joined { block.joined[row] = Self.time(joined).rawValue }
      if let birthday { block.birthday[row] = birthday.rawValue }
      if city != 0 { block.city[row] = city }
      if host != 0 { block.host[row] = host }
      if let referrer { block.referrers.set(referrer, row: row) }
      if !tags.isEmpty { block.tags.set(tags, row: row) }
      if let phone { block.phones.set(phone, row: row) }
      if let email { block.emails.set(email, row: row) }
      if !words.isEmpty { block.consents.set(words, row: row) }
    }
    return member
  }

  mutating func host(_ id: String, name: String? = nil) {
    let place = community.hosts.count
    id.withBytes { community.hostIDs.insert($0, index: place) }
    community.hosts.append(Host(id: id, name: name))
  }

  mutating func order(_ member: String, _ at: String, _ amount: Double, category: String? = nil) {
    record(.orders, member, at) { segment, symbols in
      segment.integers[OrderField.amount.slot].append(Int64((amount * 100).rounded()))
      segment.symbols[OrderField.category.slot].append(category.map { symbols.intern($0).rawValue } ?? 0)
    }
  }

  mutating func activity(
    _ member: String, _ at: String, _ type: String, to: String? = nil, text: String? = nil,
    replyTo: String? = nil, id: String? = nil, space: String? = nil, challenge: String? = nil
  ) {
    let to = to.map { party($0) } ?? .none
    record(.activity, member, at) { segment, symbols in
      segment.symbols[ActivityField.space.slot].append(space.map { symbols.intern($0).rawValue } ?? 0)
      segment.symbols[ActivityField.challenge.slot].append(challenge.map { symbols.intern($0).rawValue } ?? 0)
      segment.symbols[ActivityField.type.slot].append(symbols.intern(type).rawValue)
      segment.to.append(to.rawValue)
      if let text { segment.texts[ActivityField.text.slot].set(text, row: segment.count) }
      if let replyTo { segment.texts[ActivityField.replyTo.slot].set(replyTo, row: segment.count) }
      if let id { segment.ids.set(id, row: segment.count) }
    }
  }

  /// A host's activity, as the reader files it.
  mutating func hostDeed(
    _ host: String, _ at: String, _ type: String, to: String? = nil, replyTo: String? = nil,
    id: String? = nil
  ) {
    let to = to.map { party($0) } ?? .none
    record(.activity, party(host), at) { segment, symbols in
      segment.symbols[ActivityField.type.slot].append(symbols.intern(type).rawValue)
      segment.symbols[ActivityField.space.slot].append(0)
      segment.symbols[ActivityField.challenge.slot].append(0)
      segment.to.append(to.rawValue)
      if let replyTo { segment.texts[ActivityField.replyTo.slot].set(replyTo, row: segment.count) }
      if let id { segment.ids.set(id, row: segment.count) }
    }
  }

  /// Whom an id names: a host, else a member, made known by it; ids that begin with `?` are nobody's.
  mutating func party(_ id: String) -> Participant {
    if let host = community.hostIDs.index(of: id) { return .host(host) }
    return id.hasPrefix("?") ? .unresolved : .member(index(id))
  }

  mutating func touchpoint(_ member: String, _ at: String, _ kind: String) {
    record(.touchpoints, member, at) { segment, symbols in
      segment.symbols[TouchpointField.kind.slot].append(symbols.intern(kind).rawValue)
    }
  }

  mutating func answer(
    _ member: String, _ at: String, _ kind: String, _ score: Int64, ratings: [(String, Float)] = []
  ) {
    record(.surveys, member, at) { segment, symbols in
      segment.symbols[SurveyField.kind.slot].append(symbols.intern(kind).rawValue)
      segment.integers[SurveyField.score.slot].append(score)
      let words = ratings.flatMap { [symbols.intern($0.0).rawValue, $0.1.bitPattern] }
      if !words.isEmpty { segment.lists[SurveyField.ratings.slot].set(words, row: segment.count) }
    }
  }

  mutating func complaint(_ member: String, _ at: String) {
    record(.complaints, member, at) { _, _ in }
  }

  mutating func points(_ member: String, _ at: String, _ delta: Int64, reward: String? = nil) {
    record(.points, member, at) { segment, symbols in
      segment.integers[PointField.delta.slot].append(delta)
      segment.symbols[PointField.reward.slot].append(reward.map { symbols.intern($0).rawValue } ?? 0)
    }
  }

  mutating func record(
    _ feed: Feed, _ member: String, _ at: String, _ fill: (inout Segment, inout SymbolTable) -> Void
  ) {
    record(feed, .member(index(member)), at, fill)
  }

  mutating func record(
    _ feed: Feed, _ party: Participant, _ at: String, _ fill: (inout Segment, inout SymbolTable) -> Void
  ) {
    if community[feed].segments.isEmpty { community[feed].segments.append(Segment(feed: feed)) }
    var segment = community[feed].segments[0]
    segment.at.append(Self.time(at).rawValue)
    segment.member.append(party.rawValue)
    fill(&segment, &community.symbols)
    segment.count += 1
    community[feed].segments[0] = segment
    if let member = party.member {
      community[historyOf: feed].add(Row(segment: 0, offset: segment.count - 1), of: member)
    }
  }

  func figures(_ moment: String) -> MemberFigures {
    MemberFigures(community: community, moment: Self.moment(moment))
  }

  func measures(_ moment: String, values: PurchaseValues? = nil, workers: Int = 1) -> MemberMeasures {
    // Only a cancelled computation has no result.
    guard
      var measures = MemberMeasures(
        community: community, figures: figures(moment), on: Computation(workers: workers))
    else { preconditionFailure("cancelled") }
    if let values { measures.receive(ValueModel(values: values)) }
    return measures
  }

  func roster(_ moment: String, mask: Mask = .standard) -> Roster {
    Roster(community: community, figures: figures(moment), moment: Self.moment(moment), mask: mask)
  }
}

/// A random number generator whose numbers are the same in every run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension CommunityBuilder {
  static let cities = ["上海", "北京", "Köln", "york", "York"]
  static let tags = ["宝妈", "core", "vip", "露营", "new"]

  /// A community of random members with random events in the first ninety days of 2026.
  static func random(seed: UInt64, members: Int, events: Int) -> CommunityBuilder {
    var random = SeededGenerator(seed: seed)
    var builder = CommunityBuilder()
    for number in 0..<members {
      let id = Bool.random(using: &random) ? "m\(number)" : "member-with-a-long-id-\(number)"
      if Int.random(in: 0..<10, using: &random) == 0 {
        _ = builder.index(id)
        continue
      }
      builder.member(
        id,
        name: ["张伟", "张伟伟伟伟", "王芳", "Anna", "anna", "Zoë", "李", nil].randomElement(using: &random) ?? nil,
        joined: Bool.random(using: &random) ? day(&random) : nil,
        birthday: Birthday(
          year: Bool.random(using: &random) ? Int.random(in: 1960...2000, using: &random) : nil,
          month: Int.random(in: 1...12, using: &random), day: Int.random(in: 1...28, using: &random)),
        city: Bool.random(using: &random) ? cities.randomElement(using: &random) : nil,
        host: Bool.random(using: &random) ? "h\(Int.random(in: 1...3, using: &random))" : nil,
        tags: tags.filter { _ in Int.random(in: 0..<4, using: &random) == 0 },
        phone: Bool.random(using: &random)
          ? "138\(Int.random(in: 10_000_000...99_999_999, using: &random))" : nil)
    }
    let ids = (0..<members).map { builder.community.members.id(Member.Index($0)) }
    for _ in 0..<events {
      builder.randomEvent(ids, &random)
    }
    return builder
  }

  mutating func randomEvent(_ ids: [String], _ random: inout SeededGenerator) {
    guard let id = ids.randomElement(using: &random) else { return }
    let at = Self.day(&random)
    switch Int.random(in: 0..<7, using: &random) {
    case 0, 1: order(id, at, Double(Int.random(in: -50...500, using: &random)))
    case 2:
      activity(
        id, at, ["login", "post", "referral"].randomElement(using: &random) ?? "login",
        to: ids.randomElement(using: &random))
    case 3: touchpoint(id, at, "gift")
    case 4: answer(id, at, "nps", Int64.random(in: 0...10, using: &random))
    case 5: complaint(id, at)
    default: points(id, at, 5, reward: Bool.random(using: &random) ? "mug" : nil)
    }
  }

  static func day(_ random: inout SeededGenerator) -> String {
    let day = Day(rawValue: 20_454 + Int32.random(in: 0..<90, using: &random))
    return "\(day)T\(Int.random(in: 10...23, using: &random)):\(Int.random(in: 10...59, using: &random))"
  }
}
