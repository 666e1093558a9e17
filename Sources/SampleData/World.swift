import Community

/// What all members share: calendar, cities and their weather, hosts, circles, campaigns, challenges.
struct World: Sendable {
  let seed: UInt64
  let members: Int
  let season: Season
  let words: Vocabulary
  /// How often things happen, against a small community, where it is 1.
  let density: Double
  let hosts: [Host]
  let circles: [Circle]
  let stores: [Store]
  /// By city, then by day; seven days of forecast follow the span.
  let weather: [[WeatherDay]]
  let campaigns: [Campaign]
  let challenges: [Challenge]

  struct Host: Sendable {
    let store: Int
    /// How often the host answers, 0–1, and after how many hours on average.
    let diligence: Double
    let hours: Double
  }

  struct Circle: Sendable {
    let city: Int
    let host: Int
    let theme: Int
  }

  struct Store: Sendable {
    let city: Int
    let name: Phrase
  }

  struct Campaign: Sendable {
    let id: Phrase
    let name: Phrase
    /// 0 spring, 1 Double 11, 2 recall.
    let occasion: Int
    /// Offsets of the first and the last day.
    let days: ClosedRange<Int>
  }

  /// A habit to keep for 21 days.
  struct Challenge: Sendable {
    let id: Phrase
    let firstDay: Int
    static let length = 21
  }

  init(members: Int, seed: UInt64, season: Season, words: Vocabulary) {
    self.seed = seed
    self.members = members
    self.season = season
    self.words = words
    density = World.density(members)
    var random = Random(seed: seed, stream: World.stream(.world, 0))
    let stores = words.cities.enumerated().flatMap { city, place in
      place.stores.map { Store(city: city, name: $0) }
    }
    self.stores = stores
    let cityWeights = [0.24, 0.17, 0.08, 0.08, 0.14, 0.13, 0.07, 0.09]
    let hosts = (0..<max(3, min(members / 160, 2000))).map { number in
      let city = number < cityWeights.count ? number : random.weighted(cityWeights)
      let own = stores.indices.filter { stores[$0].city == city }
      return Host(
        store: own[random.below(own.count)], diligence: 0.25 + 0.7 * random.unit(),
        hours: 0.3 + 6 * random.unit())
    }
    self.hosts = hosts
    circles = (0..<max(1, members / World.circleSize)).map { number in
      let host = number < hosts.count ? number : random.below(hosts.count)
      return Circle(
        city: stores[hosts[host].store].city, host: host, theme: random.below(words.circles.count))
    }
    weather = words.cities.enumerated().map { city, place in
      var random = Random(seed: seed, stream: World.stream(.weather, city))
      return WeatherDay.days(of: season, climate: place.climate, &random)
    }
    campaigns = World.campaigns(season, words)
    challenges = World.challenges(season)
  }

  /// 1 up to 5,000 members, then falling to 0.37, which makes 10 events a member of 20 in two years: what happens
  /// once in a life, such as joining, doesn't become less.
  private static func density(_ members: Int) -> Double { 0.37 + 0.63 * 5000 / Double(max(members, 5000)) }

  /// Members a circle on average.
  static let circleSize = 24

  enum Purpose: UInt64, Sendable {
    case world, weather, traits, family, life, decisions, hosts, names, play, circles
  }

  /// A stream number for one purpose and one thing, so that none depends on how much another drew.
  static func stream(_ purpose: Purpose, _ number: Int) -> UInt64 { UInt64(number) << 4 | purpose.rawValue }

  func campaign(on offset: Int, occasion: Int? = nil) -> Int? {
    campaigns.firstIndex { $0.days.contains(offset) && (occasion == nil || $0.occasion == occasion) }
  }

  private static func campaigns(_ season: Season, _ words: Vocabulary) -> [Campaign] {
    let plans: [(StaticString, (Int, Int), Int)] = [
      ("spring", (3, 20), 22), ("double11", (11, 1), 11), ("recall-autumn", (9, 10), 30),
    ]
    let years = season.first.civil.year...season.first.adding(days: season.days - 1).civil.year
    return years.flatMap { year in
      plans.enumerated().compactMap { occasion, plan in
        guard let start = Day(year: year, month: plan.1.0, day: plan.1.1) else { return nil }
        let offset = start.days(since: season.first)
        guard offset >= 0, offset + plan.2 <= season.days else { return nil }
        return Campaign(
          id: Phrase("\(plan.0)-\(year)"), name: words.campaigns[occasion], occasion: occasion,
          days: offset...(offset + plan.2 - 1))
      }
    }
  }

  /// One a quarter, and one that is still running when the span ends.
  private static func challenges(_ season: Season) -> [Challenge] {
    var starts: [Int] = []
    for offset in 0..<season.days {
      let (_, month, day) = season.first.adding(days: offset).civil
      if day == 8, month % 3 == 1 { starts.append(offset) }
    }
    let running = season.days - 14
    starts.removeAll { $0 > running - Challenge.length }
    if running >= 0 { starts.append(running) }
    return starts.map { start in
      let (year, month, _) = season.first.adding(days: start).civil
      return Challenge(id: Phrase("habit-\(year)-\(month < 10 ? "0" : "")\(month)"), firstDay: start)
    }
  }
}

/// A city's weather on one day.
struct WeatherDay: Sendable {
  enum Condition: UInt8, Sendable { case clear, cloudy, rain, snow, heat, cold }

  let condition: Condition
  let high: Int
  let low: Int

  static let forecast = 7

  static func days(of season: Season, climate: Climate, _ random: inout Random) -> [WeatherDay] {
    var drift = 0.0
    var wasRain = false
    return (0..<(season.days + forecast)).map { offset in
      let (_, month, dayOfMonth) = season.first.adding(days: offset).civil
      // 0 in the middle of January, 1 in the middle of July; a parabola on either side is close enough to a sine.
      let away = abs(Double(month) + Double(dayOfMonth) / 31 - 7.5)
      let part = 1 - min(away, 12 - away) / 6
      let summer = part * part * (3 - 2 * part)
      // Cold fronts come with winter.
      if random.chance(0.025 * (1 - summer)) { drift -= 9 }
      drift = 0.72 * drift + 2.4 * random.normal()
      let rainy = climate.rainInWinter + (climate.rainInSummer - climate.rainInWinter) * summer
      let rain = random.chance(wasRain ? min(0.9, rainy * 1.5) : rainy * 0.8)
      wasRain = rain
      let high = climate.winter + (climate.summer - climate.winter) * summer + drift - (rain ? 3 : 0)
      let low = high - (rain ? 4 : 8) - 2 * random.unit()
      let condition: Condition =
        if rain { high < 2 ? .snow : .rain } else if high >= 35 { .heat } else if low <= -5 {
          .cold
        } else { random.chance(0.45) ? .cloudy : .clear }
      return WeatherDay(condition: condition, high: Int(high.rounded()), low: Int(low.rounded()))
    }
  }
}
