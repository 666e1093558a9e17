extension SampleHistory {
  func writeSurvey(_ rank: Int, to out: inout JSONLines) {
    let event = events.surveys[Int(surveys[rank])]
    let words = world.words
    out.open()
    out.id("id", "s", rank + 1)
    if event.member == nobody {
      out.key("member")
      out.literal("null")
    } else {
      out.id("member", "m", Int(event.member) + 1)
    }
    writeTime("at", Int(event.time), to: &out)
    out.word("kind", event.kind.name)
    out.integer("score", Int(event.score))
    if event.speaks { writeWords(event, to: &out) }
    out.word("stage", event.stage.name)
    if event.ratings != 0 {
      out.key("ratings")
      var separator: UInt8 = 0x7B
      for driver in Driver.allCases {
        let rating = Int(event.ratings >> UInt32(4 * driver.rawValue) & 15)
        guard rating > 0 else { continue }
        out.raw(separator)
        out.quoted(words.drivers[driver.rawValue])
        out.raw(0x3A)
        out.integer(rating)
        separator = 0x2C
      }
      out.raw(0x7D)
    }
    out.string("channel", words.channels[Int(event.channel)])
    if event.store >= 0 { out.string("store", world.stores[Int(event.store)].name) }
    out.close()
  }

  /// Words about the driver rated best, worst, or both, by how high the score is.
  private func writeWords(_ event: SurveyEvent, to out: inout JSONLines) {
    let words = world.words
    let salt = Int(event.salt)
    let count = Driver.allCases.count
    func rating(_ driver: Int) -> Int { Int(event.ratings >> UInt32(4 * driver) & 15) }
    // Ties are broken by the salt: the search starts somewhere else each time.
    var best = salt % count
    var worst = (salt >> 8) % count
    for step in 0..<count where event.ratings != 0 {
      let driver = (salt + step) % count
      if rating(driver) > rating(best) { best = driver }
      let other = ((salt >> 8) + step) % count
      if rating(other) > 0, rating(worst) == 0 || rating(other) < rating(worst) { worst = other }
    }
    if best == worst { best = (worst + 1) % count }
    func one(of phrases: [Phrase], _ shift: Int) -> Phrase { phrases[(salt >> shift) % phrases.count] }
    let score = Int(event.score)
    let (low, high) =
      switch event.kind {
      case .nps: (6, 9)
      case .csat: (2, 4)
      case .ces: (3, 6)
      }
    out.key("text")
    out.raw(0x22)
    if score <= low {
      out.raw(one(of: words.voices[worst].blame, 12))
      if salt & 64 != 0 {
        out.raw(words.comma)
        out.raw(one(of: words.disappointment, 16))
      }
    } else if score >= high {
      out.raw(one(of: words.voices[best].praise, 12))
      if salt & 64 != 0 {
        out.raw(words.comma)
        out.raw(one(of: words.delight, 16))
      }
    } else {
      out.raw(one(of: words.voices[best].praise, 12))
      out.raw(words.but)
      out.raw(one(of: words.voices[worst].blame, 16))
    }
    out.raw(words.fullStop)
    out.raw(0x22)
  }
}
