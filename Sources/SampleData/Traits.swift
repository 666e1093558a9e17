/// What a member is like: everything of a life that others may need to know.
struct Traits: Sendable {
  /// Seconds since the span's beginning.
  var joined: UInt32
  /// When interest ends; beyond the span's end for those who stay.
  var leaves: UInt32
  var circle: Int32
  var host: Int16
  var city: UInt8
  var store: Int16
  var source: UInt8
  var chronotype: Chronotype
  /// Bits by `Tag`.
  var tags: UInt8 = 0
  var refusal: OptOut
  /// Purchases in an average day; 0 for those who never buy.
  var buys: Float
  /// Own deeds in the community in an average day.
  var social: Float
  /// Whether the member speaks up, or only looks.
  var talks: Bool
  /// How content, on the scale of ratings: about 4, 5 is delighted.
  var mood: Float
  /// Against average prices.
  var purse: Float
  /// Wants a family account.
  var hasFamily: Bool
  /// 0 when unknown.
  var birthYear: UInt16 = 0
  var birthMonth: UInt8 = 0
  var birthDay: UInt8 = 0

  enum OptOut: UInt8, Sendable { case nothing, push, phone, all }

  func has(_ tag: Tag) -> Bool { tags & (1 << tag.rawValue) != 0 }

  mutating func add(_ tag: Tag) { tags |= 1 << tag.rawValue }

  /// Number `member` of the world's, in order of joining.
  init(_ member: Int, in world: World) {
    var random = Random(seed: world.seed, stream: World.stream(.traits, member))
    let season = world.season
    joined = UInt32(Traits.joining(member, in: world, &random))
    let u = random.unit()
    let circle = Int(Double(world.circles.count) * (0.6 * u + 0.4 * u * u))
    self.circle = Int32(circle)
    let home = world.circles[circle]
    host = random.chance(0.86) ? Int16(home.host) : -1
    let city = random.chance(0.88) ? home.city : random.below(world.words.cities.count)
    self.city = UInt8(city)
    let stores = world.stores.indices.filter { world.stores[$0].city == city }
    store = random.chance(0.8) ? Int16(stores[random.below(stores.count)]) : -1
    source = UInt8(random.weighted([0.24, 0.26, 0.2, 0.13, 0.1, 0.07]))
    chronotype = Chronotype(rawValue: UInt8(random.weighted([0.14, 0.24, 0.5, 0.12]))) ?? .evening
    let consent = random.unit()
    refusal = consent < 0.88 ? .nothing : consent < 0.93 ? .push : consent < 0.965 ? .phone : .all

    mood = Float(min(5.2, 4.32 + 0.5 * random.normal() - (random.chance(0.1) ? 1.1 : 0)))
    purse = Float(min(4, 0.55 + random.gamma(shape: 3, mean: 0.5)))
    let density = world.density
    buys = random.chance(0.1) ? 0 : Float(0.0008 + random.gamma(shape: 0.95, mean: 0.0112 * density))
    talks = random.chance(0.42)
    social = Float(0.0012 + random.gamma(shape: talks ? 0.8 : 0.6, mean: (talks ? 0.0147 : 0.0052) * density))
    hasFamily = random.chance(0.07)

    // Interest ends after a time whose mean differs by member: some leave soon, many never do within the span.
    let content = 1 + 0.9 * Double(mood - 4.3)
    let hazard = random.gamma(shape: 0.65, mean: 1 / (520 * max(0.25, content)))
    let stay = random.exponential(mean: min(1 / hazard, 40_000)) * Double(Season.secondsPerDay)
    leaves = UInt32(min(Double(joined) + 3600 + stay, 4e9))

    if social > Float(0.02 * density), talks, mood > 4.3, Int(leaves) > season.end, random.chance(0.75) {
      add(.core)
      mood = min(mood + 0.3, 5.2)
    }
    if random.chance(0.14) { add(.mother) }
    if random.chance(0.11) { add(.fitness) }
    if chronotype == .night, random.chance(0.8) { add(.nightOwl) }
    if random.chance(0.12) { add(.gifts) }
    if purse > 1.5, random.chance(0.5) { add(.collector) }
    if purse < 0.8, random.chance(0.3) { add(.thrifty) }
    if Int(joined) > season.end - 60 * Season.secondsPerDay { add(.newcomer) }
    setBirthday(&random)
  }

  private mutating func setBirthday(_ random: inout Random) {
    let known = random.unit()
    guard known < 0.85 else { return }
    let days: [UInt8] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    var number = random.below(366)
    var month = 0
    while number >= Int(days[month]) {
      number -= Int(days[month])
      month += 1
    }
    birthMonth = UInt8(month + 1)
    birthDay = UInt8(number + 1)
    guard known < 0.7 else { return }
    let year = 1950 + random.below(30) + random.below(30)
    birthYear = UInt16(birthMonth == 2 && birthDay == 29 ? year - year % 4 : year)
  }

  /// Members are numbered by joining: an eighth at the opening, the others at a pace that grows.
  private static func joining(_ member: Int, in world: World, _ random: inout Random) -> Int {
    let part = (Double(member) + random.unit()) / Double(world.members)
    let days = Double(world.season.days)
    let opening = min(21, days / 10)
    let day: Double
    if part < 0.125 {
      day = opening * part / 0.125
    } else {
      let rest = (part - 0.125) / 0.875
      day = opening + (days - opening) * (1.15 - 0.15 * rest) * rest
    }
    let offset = min(Int(day), world.season.days - 1)
    // Between 7:00 and 23:30, still in order.
    let second = 25_200 + Int(min(1, day - Double(offset)) * 59_400)
    return offset * Season.secondsPerDay + second
  }
}

/// Who belongs together: circles of friends, referrers, families.
struct Bonds: Sendable {
  /// The members of each circle by joining, one circle after another.
  let order: [UInt32]
  /// Where a circle begins in `order`; one entry more than circles.
  let starts: [Int]
  /// Where a member stands in its circle.
  let place: [UInt32]
  /// `nobody` for members who came by themselves.
  private(set) var referrer: [UInt32] = []
  /// The family account's main member, or `nobody`.
  private(set) var family: [UInt32] = []

  init(_ traits: [Traits], in world: World, workers: Workers) {
    var counts = Array(repeating: 0, count: world.circles.count + 1)
    for member in traits { counts[Int(member.circle) + 1] += 1 }
    for circle in 1..<counts.count { counts[circle] += counts[circle - 1] }
    var next = counts
    var order = Array(repeating: UInt32(0), count: traits.count)
    var place = Array(repeating: UInt32(0), count: traits.count)
    for (member, trait) in traits.enumerated() {
      let circle = Int(trait.circle)
      place[member] = UInt32(next[circle] - counts[circle])
      order[next[circle]] = UInt32(member)
      next[circle] += 1
    }
    self.order = order
    self.place = place
    starts = counts
    let circleOnly = self
    let chunk = 65_536
    let found = workers.map((traits.count + chunk - 1) / chunk) { index in
      (index * chunk..<min((index + 1) * chunk, traits.count)).map { member in
        circleOnly.elders(of: member, traits, in: world)
      }
    }
    for part in found {
      referrer += part.map(\.referrer)
      family += part.map(\.family)
    }
  }

  func circle(_ number: Int32) -> ArraySlice<UInt32> { order[starts[Int(number)]..<starts[Int(number) + 1]] }

  private func elders(of member: Int, _ traits: [Traits], in world: World) -> (
    referrer: UInt32, family: UInt32
  ) {
    var random = Random(seed: world.seed, stream: World.stream(.family, member))
    let trait = traits[member]
    let earlier = circle(trait.circle).prefix(Int(place[member]))
    var referrer = nobody
    if trait.source == 1, member > 0 {
      // Of a few who could have brought the member, the most sociable did: some bring many, most nobody.
      for _ in 0..<4 {
        let one =
          !earlier.isEmpty && random.chance(0.85)
          ? earlier[earlier.startIndex + random.below(earlier.count)] : UInt32(random.below(member))
        guard traits[Int(one)].leaves > trait.joined else { continue }
        if referrer == nobody || traits[Int(one)].social > traits[Int(referrer)].social { referrer = one }
      }
    }
    var family = nobody
    if trait.hasFamily, let main = earlier.last(where: { !traits[Int($0)].hasFamily }) { family = main }
    return (referrer, family)
  }
}
