import Community

extension Play {
  /// One thing happens.
  mutating func happen(at time: Instant, _ lines: inout [PlayLine]) {
    let (member, space) = somebody()
    switch random.weighted([0.5, 0.22, 0.1, 0.1, 0.03, 0.05]) {
    case 0: lines.append(activity(by: member, in: space, at: time))
    case 1: purchase(by: member, at: time, &lines)
    case 2: lines.append(survey(of: member, at: time))
    case 3: lines.append(touchpoint(for: member, at: time))
    case 4: lines.append(complaint(of: member, at: time))
    default: lines.append(points(of: member, at: time))
    }
  }

  /// A member who is about: mostly the author of a late post, with the space of that post.
  private mutating func somebody() -> (member: Int, space: String?) {
    let any = random.below(source.memberIDs.count)
    guard !posts.isEmpty, random.chance(0.6) else { return (any, posts.isEmpty ? nil : pick(posts).space) }
    let post = pick(posts)
    return (numbers[post.member] ?? any, post.space)
  }

  private mutating func pick<Element>(_ list: [Element]) -> Element { list[random.below(list.count)] }

  private mutating func activity(by member: Int, in space: String?, at time: Instant) -> PlayLine {
    let id = newID("a")
    let author = source.memberIDs[member]
    var out = begin(id, member: author, at: time)
    let post = postToAnswer(by: author, in: space)
    let kind = random.weighted([0.28, post == nil ? 0 : 0.3, post == nil ? 0 : 0.17, 0.1, 0.07, 0.08])
    switch kind {
    case 0:
      out.word("type", "post")
      if let space { out.string("space", Phrase(space)) }
      let (before, after) = pick(words.posts)
      out.key("text")
      out.raw(0x22)
      out.raw(before)
      out.raw(pick(words.teas))
      out.raw(after)
      out.raw(0x22)
      remember(PlaySource.Post(id: id, member: author, space: space))
      numbers[author] = member
    case 1, 2:
      guard let post else { break }
      let isByHost = kind == 1 && !source.hostIDs.isEmpty && random.chance(0.25)
      if isByHost { out = begin(id, member: pick(source.hostIDs), at: time) }
      out.word("type", kind == 1 ? "reply" : "reaction")
      out.string("to", Phrase(post.member))
      out.string("reply_to", Phrase(post.id))
      if let space = post.space { out.string("space", Phrase(space)) }
      if kind == 1 { out.string("text", pick(isByHost ? words.hostReplies : words.replies)) }
    case 3:
      out.word("type", "check_in")
      if let space { out.string("space", Phrase(space)) }
    case 4:
      out.word("type", "share")
      if let space { out.string("space", Phrase(space)) }
      out.string("text", pick(words.shares))
    default: out.word("type", random.chance(0.5) ? "login" : "browse")
    }
    return end(out, "activity.jsonl")
  }

  /// A late post of somebody else, of the same space when one is soon found.
  private mutating func postToAnswer(by author: String, in space: String?) -> PlaySource.Post? {
    var found: PlaySource.Post?
    for _ in 0..<8 where !posts.isEmpty {
      let post = pick(posts)
      if post.member == author { continue }
      if post.space == space { return post }
      found = found ?? post
    }
    return found
  }

  private mutating func remember(_ post: PlaySource.Post) {
    if posts.count < Play.postsKept {
      posts.append(post)
    } else {
      posts[oldestPost] = post
      oldestPost = (oldestPost + 1) % Play.postsKept
    }
  }

  private mutating func purchase(by member: Int, at time: Instant, _ lines: inout [PlayLine]) {
    let order = newID("o")
    let author = source.memberIDs[member]
    let yuan = 30 + Int(random.gamma(shape: 2, mean: 160))
    var out = begin(order, member: author, at: time)
    out.money("amount", hundredths: yuan * 100 + (random.chance(0.4) ? 90 : 0))
    out.string("category", pick(words.categories))
    out.integer("items", 1 + random.count(mean: 0.6))
    // Not at a store: which one isn't known here.
    out.string("channel", words.channels[random.chance(0.6) ? 0 : 2])
    lines.append(end(out, "orders.jsonl"))

    out = begin(newID("p"), member: author, at: time)
    out.integer("delta", yuan)
    out.word("reason", "order")
    out.string("order", Phrase(order))
    earned[member, default: 0] += yuan
    lines.append(end(out, "points.jsonl"))
  }

  /// Members who earned enough in this play redeem; others get a welcome present. Never more than there is.
  private mutating func points(of member: Int, at time: Instant) -> PlayLine {
    let balance = earned[member] ?? 0
    let affordable = Life.rewards.count { $0 <= balance }
    var out = begin(newID("p"), member: source.memberIDs[member], at: time)
    if affordable > 0 {
      let cost = Life.rewards[affordable - 1]
      out.integer("delta", -cost)
      out.word("reason", "redemption")
      out.id("reward", "r", affordable)
      earned[member] = balance - cost
    } else {
      out.integer("delta", 10)
      out.word("reason", "event")
      earned[member] = balance + 10
    }
    return end(out, "points.jsonl")
  }

  private mutating func survey(of member: Int, at time: Instant) -> PlayLine {
    var out = begin(newID("s"), member: source.memberIDs[member], at: time)
    let mood = 4.3 + 0.7 * random.normal()
    let score = min(10, max(0, Int((8.9 + 2.3 * (mood - 4.3)).rounded())))
    let driver = random.below(words.drivers.count)
    let voice = words.voices[driver]
    out.word("kind", "nps")
    out.integer("score", score)
    out.key("text")
    out.raw(0x22)
    out.raw(score >= 9 ? pick(voice.praise) : score <= 6 ? pick(voice.blame) : pick(voice.praise))
    out.raw(score >= 9 ? words.comma : score <= 6 ? words.comma : words.but)
    let other = words.voices[(driver + 1 + random.below(words.drivers.count - 1)) % words.drivers.count]
    out.raw(score >= 9 ? pick(words.delight) : score <= 6 ? pick(words.disappointment) : pick(other.blame))
    out.raw(words.fullStop)
    out.raw(0x22)
    out.word("stage", "after_sale")
    out.key("ratings")
    for (number, name) in words.drivers.enumerated() {
      out.raw(number == 0 ? 0x7B : 0x2C)
      out.quoted(name)
      out.raw(0x3A)
      let feeling = mood + 0.4 * random.normal() - (number == driver && score <= 6 ? 1 : 0)
      out.integer(min(5, max(1, Int(feeling.rounded()))))
    }
    out.raw(0x7D)
    return end(out, "surveys.jsonl")
  }

  private mutating func touchpoint(for member: Int, at time: Instant) -> PlayLine {
    var out = begin(newID("t"), member: source.memberIDs[member], at: time)
    let kinds: [TouchKind] = [.care, .gift, .callBack, .eventInvite, .surprise, .visit]
    let kind = kinds[random.weighted([0.3, 0.2, 0.2, 0.15, 0.08, 0.07])]
    out.word("kind", kind.name)
    if !source.hostIDs.isEmpty { out.string("host", Phrase(pick(source.hostIDs))) }
    if let notes = words.notes[kind] { out.string("note", pick(notes)) }
    return end(out, "touchpoints.jsonl")
  }

  private mutating func complaint(of member: Int, at time: Instant) -> PlayLine {
    var out = begin(newID("c"), member: source.memberIDs[member], at: time)
    let cause = random.below(words.complaintTopics.count)
    out.integer("level", 1 + random.weighted([0.1, 0.3, 0.6]))
    out.string("topic", words.complaintTopics[cause])
    out.string("text", pick(words.complaints[cause]))
    out.word("cause", Cause.allCases[cause].name)
    return end(out, "complaints.jsonl")
  }

  private func begin(_ id: String, member: String, at time: Instant) -> JSONLines {
    var out = JSONLines(capacity: 256)
    out.open()
    out.string("id", Phrase(id))
    out.string("member", Phrase(member))
    let local = Int(time.rawValue) + 8 * 3_600_000
    let (day, rest) = local.quotientAndRemainder(dividingBy: 86_400_000)
    out.time(
      "at", day: Day(rawValue: Int32(day)), secondOfDay: rest / 1000, milliseconds: rest % 1000)
    return out
  }

  private func end(_ out: JSONLines, _ file: String) -> PlayLine {
    var out = out
    out.close()
    return PlayLine(file: file, bytes: out.bytes)
  }
}
