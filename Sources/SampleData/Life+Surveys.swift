extension Life {
  private static let bias = [-0.35, 0.22, 0.15, -0.3, 0.05, -0.1]
  private static let importance = [0.2, 0.34, 0.2, 0.13, 0.08, 0.05]

  /// Asked after a purchase, a few answer; score, ratings and words come from the same mood.
  mutating func answerSurvey(after experience: Experience, at time: Int, channel: Int) {
    let upset = experience.cause != nil
    guard random.chance(min(0.6, (upset ? 0.42 : 0.22) * world.density)) else { return }
    let offset = time / Life.day + (channel == 1 ? 0 : 3) + random.below(6)
    let at = max(time + 7200, offset * Life.day + me.chronotype.second(&random))
    // A detractor may well answer and then be gone.
    guard at <= leaves + 10 * Life.day, at < world.season.end else { return }
    let kinds: [SurveyKind] = [.nps, .csat, .ces]
    let kind = kinds[random.weighted([0.7, 0.2, 0.1])]
    let feelings = Driver.allCases.map { driver in
      let repaired = driver == .delivery && world.isRepaired(on: time / Life.day) ? 0.45 : 0
      return Double(me.mood) + Life.bias[driver.rawValue] + experience.change[driver.rawValue] + repaired
        + 0.42 * random.normal()
    }
    var overall = zip(feelings, Life.importance).reduce(0) { $0 + $1.0 * $1.1 }
    // One bad thing weighs more than its share.
    if upset { overall -= 0.95 }
    let score: Int =
      switch kind {
      case .nps: Int((8.9 + 2.35 * (overall - 4.3) + 0.75 * random.normal()).rounded())
      case .csat: Int((overall + 0.3 * random.normal()).rounded())
      case .ces: Int((1.45 * overall - 0.4 + 0.6 * random.normal()).rounded())
      }
    let top = kind == .nps ? 10 : kind == .csat ? 5 : 7
    let rates = kind == .nps ? random.chance(0.85) : random.chance(0.35)
    var ratings: UInt32 = 0
    if rates {
      let omitted = random.chance(0.07) ? random.below(Driver.allCases.count) : -1
      for (index, feeling) in feelings.enumerated() where index != omitted {
        ratings |= UInt32(min(5, max(1, Int(feeling.rounded())))) << UInt32(4 * index)
      }
    } else {
      // Kept for the words alone: the worst or the best driver leads them.
      ratings = 0
    }
    events.surveys.append(
      SurveyEvent(
        time: UInt32(at), member: random.chance(0.03) ? nobody : member, salt: random.salt(),
        ratings: ratings,
        store: channel == 1 ? me.store : -1, kind: kind,
        score: UInt8(min(top, max(kind == .nps ? 0 : 1, score))),
        stage: channel == 1 && offset == time / Life.day ? .sale : .afterSale, channel: UInt8(channel),
        speaks: random.chance(upset ? 0.85 : 0.55)))
  }
}
