/// How each event is written as one line.
extension SampleHistory {
  func writeOrder(_ rank: Int, to out: inout JSONLines) {
    let event = events.orders[Int(orders[rank])]
    let words = world.words
    out.open()
    out.id("id", "o", rank + 1)
    out.id("member", "m", Int(event.member) + 1)
    writeTime("at", Int(event.time), to: &out)
    out.money("amount", hundredths: Int(event.amount))
    out.string("category", words.categories[Int(event.category)])
    out.integer("items", Int(event.items))
    out.string("channel", words.channels[Int(event.channel)])
    if event.store >= 0 { out.string("store", world.stores[Int(event.store)].name) }
    if event.refunded >= 0 { out.id("refund_of", "o", Int(orderRanks[Int(event.refunded)]) + 1) }
    if event.refunded < 0, event.campaign >= 0 {
      out.string("campaign", world.campaigns[Int(event.campaign)].id)
    }
    out.close()
  }

  func writeActivity(_ rank: Int, to out: inout JSONLines) {
    let event = events.activity[Int(activity[rank])]
    out.open()
    out.id("id", "a", rank + 1)
    writeParty("member", event.actor, to: &out)
    writeTime("at", Int(event.time), to: &out)
    out.word("type", event.kind.name)
    if event.to != nobody { writeParty("to", event.to, to: &out) }
    if event.parent >= 0 { out.id("reply_to", "a", Int(activityRanks[Int(event.parent)]) + 1) }
    writeSpace(event, to: &out)
    writeText(event, to: &out)
    if event.challenge >= 0 { out.string("challenge", world.challenges[Int(event.challenge)].id) }
    out.close()
  }

  func writeTouchpoint(_ rank: Int, to out: inout JSONLines) {
    let event = events.touchpoints[Int(touchpoints[rank])]
    let channels: [StaticString] = ["push", "store", "wechat", "phone"]
    out.open()
    out.id("id", "t", rank + 1)
    out.id("member", "m", Int(event.member) + 1)
    writeTime("at", Int(event.time), to: &out)
    out.word("kind", event.kind.name)
    if event.trigger != .none { out.word("trigger", event.trigger.name) }
    if event.kind.isByHand {
      if event.host >= 0 { out.id("host", "h", Int(event.host) + 1) }
    }
    if event.kind != .lateDelivery, event.kind != .rudeService {
      out.word("channel", channels[Int(event.channel)])
    }
    if let notes = world.words.notes[event.kind], event.salt & 1 == 0 {
      let number = event.trigger == .rainCare ? 0 : event.trigger == .coldSnap ? 2 : Int(event.salt >> 8)
      out.string("note", notes[number % notes.count])
    }
    if event.campaign >= 0 { out.string("campaign", world.campaigns[Int(event.campaign)].id) }
    out.close()
  }

  func writeComplaint(_ rank: Int, to out: inout JSONLines) {
    let event = events.complaints[Int(complaints[rank])]
    let words = world.words
    let cause = Int(event.cause.rawValue)
    out.open()
    out.id("id", "c", rank + 1)
    out.id("member", "m", Int(event.member) + 1)
    writeTime("at", Int(event.time), to: &out)
    out.integer("level", Int(event.level))
    out.string("topic", words.complaintTopics[cause])
    out.string("text", words.complaints[cause][Int(event.salt) % words.complaints[cause].count])
    if event.answered >= 0 { writeTime("answered", Int(event.answered), to: &out) }
    if event.resolved >= 0 { writeTime("resolved", Int(event.resolved), to: &out) }
    if let compensation = event.compensation { out.word("compensation", compensation.name) }
    if event.store >= 0 { out.string("store", world.stores[Int(event.store)].name) }
    out.word("cause", event.cause.name)
    out.close()
  }

  func writePoints(_ rank: Int, to out: inout JSONLines) {
    let event = events.points[Int(points[rank])]
    out.open()
    out.id("id", "p", rank + 1)
    out.id("member", "m", Int(event.member) + 1)
    writeTime("at", Int(event.time), to: &out)
    out.integer("delta", Int(event.delta))
    out.word("reason", event.reason.name)
    if event.expires > 0 { writeTime("expires", Int(event.expires), to: &out) }
    if event.order >= 0 { out.id("order", "o", Int(orderRanks[Int(event.order)]) + 1) }
    if event.reward > 0 { out.id("reward", "r", Int(event.reward)) }
    out.close()
  }

  private func writeParty(_ name: StaticString, _ party: UInt32, to out: inout JSONLines) {
    if party & hostBit != 0 {
      out.id(name, "h", Int(party & ~hostBit) + 1)
    } else {
      out.id(name, "m", Int(party) + 1)
    }
  }

  private func writeSpace(_ event: ActivityEvent, to out: inout JSONLines) {
    let words = world.words
    if event.circle >= 0 {
      let circle = world.circles[Int(event.circle)]
      out.key("space")
      out.raw(0x22)
      out.raw(words.cities[circle.city].name)
      if !words.familyNameFirst { out.raw(0x20) }
      out.raw(words.circles[circle.theme])
      out.raw(words.circleEnding)
      if !words.familyNameFirst { out.raw(0x20) }
      out.integer(Int(event.circle) + 1)
      out.raw(0x22)
    } else if event.actor & hostBit != 0, event.kind == .post {
      out.string("space", words.classroom)
    }
  }

  private func writeText(_ event: ActivityEvent, to out: inout JSONLines) {
    let words = world.words
    let isHost = event.actor & hostBit != 0
    let salt = Int(event.salt)
    func one(of phrases: [Phrase]) -> Phrase { phrases[(salt >> 4) % phrases.count] }
    switch event.kind {
    case .post where isHost: out.string("text", one(of: words.hostPosts))
    case .post:
      let (before, after) = words.posts[(salt >> 4) % words.posts.count]
      out.key("text")
      out.raw(0x22)
      out.raw(before)
      out.raw(words.teas[(salt >> 16) % words.teas.count])
      out.raw(after)
      out.raw(0x22)
    case .reply: out.string("text", one(of: isHost ? words.hostReplies : words.replies))
    case .thanks: out.string("text", one(of: words.thanks))
    case .mention: out.string("text", one(of: isHost ? words.hostReplies : words.mentions))
    case .share: out.string("text", one(of: words.shares))
    case .suggestion: out.string("text", one(of: words.suggestions))
    case .story: out.string("text", one(of: words.stories))
    case .review: out.string("text", one(of: words.reviews[Int(event.mood)]))
    case .checkIn where salt & 3 == 0: out.string("text", one(of: words.checkIns))
    default: break
    }
  }
}
