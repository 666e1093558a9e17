/// What managers did when a rule of the calendar fell due, and when somebody was annoyed.
extension Desk {
  /// For how long touches have been written down here, in days.
  private static let careDays = 120

  private var firstCare: Int { max(firstDay, world.season.days - Desk.careDays) }

  mutating func care() {
    for place in pasts.indices where traits[Int(member(place))].refusal != .all {
      for (rule, day, window, touched, skipped) in occasions(place) {
        keep(rule, place, from: day, window: window, touched: touched, skipped: skipped)
      }
    }
    careInWeather()
  }

  private typealias Occasion = (rule: Trigger, day: Int, window: Int, touched: Double, skipped: Double)

  /// What the calendar told of a member, with how likely it was seen to.
  private func occasions(_ place: Int) -> [Occasion] {
    let trait = traits[Int(member(place))]
    let past = pasts[place]
    var occasions: [Occasion] = []
    if trait.birthMonth > 0 {
      let day = trait.birthMonth == 2 && trait.birthDay == 29 ? 28 : Int(trait.birthDay)
      for offset in world.season.offsets(month: Int(trait.birthMonth), day: day) {
        occasions.append((.birthday, offset, 3, 0.6, 0.12))
      }
    }
    let joined = Int(trait.joined) / Desk.day
    for day in stride(from: joined + 365, to: world.season.days, by: 365) {
      occasions.append((.anniversary, day, 3, 0.45, 0.1))
    }
    if let first = past.purchases.first { occasions.append((.firstOrder, first / Desk.day, 3, 0.6, 0.1)) }
    // The second purchase gains the second tier.
    if past.purchases.count > 1 {
      occasions.append((.tierGained, past.purchases[1] / Desk.day, 7, 0.6, 0.05))
    }
    for purchase in past.purchases.prefix(3) {
      occasions.append((.afterPurchase, purchase / Desk.day + 7, 3, 0.5, 0.06))
    }
    for resolved in past.resolved {
      occasions.append((.complaintClosed, resolved / Desk.day + 3, 3, 0.6, 0.08))
    }
    for missed in past.missedDays { occasions.append((.challengeMissed, missed, 1, 0.7, 0.1)) }
    for lapse in past.lapses { occasions.append((.pointsExpiring, lapse - 7, 7, 0.55, 0.08)) }
    if past.purchases.count > 2, let last = past.signs.last {
      occasions.append((.goneQuiet, last / Desk.day + 31, 7, 0.5, 0.1))
    }
    return occasions.filter { $0.day >= firstCare && $0.day < world.season.days && $0.day > joined }
  }

  /// Sees to a rule inside its window, unless a touchpoint has.
  private mutating func keep(
    _ rule: Trigger, _ place: Int, from day: Int, window: Int, touched: Double, skipped: Double
  ) {
    let isKept = pasts[place].touches.contains { touch in
      touch.rule == rule && (day...day + window).contains(touch.time / Desk.day)
    }
    if isKept { return }
    let fate = random.unit()
    let time = workingTime(day: day + random.below(window + 1))
    let manager = manager()
    if fate < touched {
      touch(rule, place, at: time, by: manager)
    } else if fate < touched + skipped {
      decide(
        Decision(
          time: time, manager: manager, action: .skip, member: member(place), rule: rule, reason: reason()))
    }
  }

  private mutating func touch(_ rule: Trigger, _ place: Int, at time: Int, by manager: Int) {
    guard time < end, mayContact(place, at: time) else { return }
    pasts[place].contacts.append(time)
    pasts[place].touches.append((rule, time))
    let host = Int(traits[Int(member(place))].host)
    decide(
      Decision(
        time: time, manager: manager, action: .touch, member: member(place), rule: rule,
        host: host >= 0 ? host : nil))
  }

  /// A word to those closest to the house where it rains or turns cold, and on member day.
  private mutating func careInWeather() {
    let closest = pasts.indices.filter { traits[Int(member($0))].has(.core) }
    for day in firstCare..<world.season.days {
      for place in closest {
        let trait = traits[Int(member(place))]
        guard Int(trait.joined) < day * Desk.day, Int(trait.leaves) > day * Desk.day else { continue }
        let weather = world.weather[Int(trait.city)]
        let rule: Trigger? =
          world.season.first.adding(days: day).civil.day == 18
          ? .memberDay
          : day > 0 && weather[day - 1].low - weather[day].low >= 8
            ? .coldSnap : weather[day].condition == .rain ? .rainCare : nil
        guard let rule else { continue }
        keep(rule, place, from: day, window: rule == .coldSnap ? 1 : 0, touched: 0.7, skipped: 0.2)
      }
    }
  }

  // MARK: Closing the loop

  /// Most detractors were spoken to, and most of these closed; the newest are still waiting.
  mutating func listen() {
    let first = firstDay * Desk.day
    for (position, survey) in lived.surveys.enumerated()
    where survey.kind == .nps && survey.score <= 6 && Int(survey.time) >= first && survey.member != nobody {
      guard Int(survey.member) % step == 0 else { continue }
      let fate = random.unit()
      let day = Int(survey.time) / Desk.day + 1 + random.seconds(meanHours: 30) / Desk.day
      let time = workingTime(day: day)
      let manager = manager()
      guard fate < 0.8 else { continue }
      if fate < 0.7 {
        let place = Int(survey.member) / step
        guard mayContact(place, at: time) else { continue }
        pasts[place].contacts.append(time)
        decide(
          Decision(time: time, manager: manager, action: .contact, member: survey.member, survey: position))
        guard random.chance(0.65) else { continue }
      }
      decide(
        Decision(
          time: workingTime(day: day + 1 + random.below(4)), manager: manager, action: .close,
          member: survey.member, survey: position, text: closing()))
    }
  }

  private mutating func closing() -> Phrase {
    world.words.decisionClosings[random.below(world.words.decisionClosings.count)]
  }
}
