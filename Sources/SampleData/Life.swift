/// One member's two years: everything the member does, and everything done to the member.
///
/// A life draws from its member's own stream and looks only at traits, which are fixed before: lives can be told in
/// any order.
struct Life {
  let world: World
  let traits: [Traits]
  let bonds: Bonds
  private(set) var member: UInt32
  private(set) var me: Traits
  var random: Random
  var events = EventBatch()
  /// The member's last purchase: its place among the orders, and when it was.
  var lastPurchase: (position: Int32, time: Int)?
  /// Changes of points, in any order until `keepLedger` puts them right.
  var ledger: [PointsEvent] = []

  static let hour = 3600
  static let day = Season.secondsPerDay

  /// The lives of some members, one after another, in one batch.
  static func tell(_ members: Range<Int>, in world: World, traits: [Traits], bonds: Bonds) -> EventBatch {
    guard let first = members.first else { return EventBatch() }
    var life = Life(first, in: world, traits: traits, bonds: bonds)
    for member in members {
      life.become(member)
      life.live()
    }
    return life.events
  }

  private init(_ member: Int, in world: World, traits: [Traits], bonds: Bonds) {
    self.world = world
    self.traits = traits
    self.bonds = bonds
    self.member = UInt32(member)
    me = traits[member]
    random = Random(seed: world.seed, stream: World.stream(.life, member))
  }

  private mutating func become(_ member: Int) {
    self.member = UInt32(member)
    me = traits[member]
    random = Random(seed: world.seed, stream: World.stream(.life, member))
    lastPurchase = nil
  }

  var joined: Int { Int(me.joined) }
  /// The last moment at which the member may still do something of their own.
  var leaves: Int { min(Int(me.leaves), world.season.end - 1) }

  private mutating func live() {
    join()
    buy()
    takePart()
    takeUpChallenges()
    receive()
    returnLate()
    keepLedger()
  }

  /// Times of a thing that happens `rate` times in an average day, more often on busy days.
  mutating func times(rate: Double, from start: Int, to end: Int) -> [Int] {
    guard rate > 0 else { return [] }
    var work = world.season.work(before: start)
    var times: [Int] = []
    var last = start
    while true {
      work += random.exponential(mean: 1 / rate)
      guard let offset = world.season.offset(after: work) else { return times }
      var time = offset * Life.day + me.chronotype.second(&random)
      if time <= last { time = last + 600 + random.below(5400) }
      guard time <= end else { return times }
      times.append(time)
      last = time
    }
  }

  private mutating func join() {
    if me.source == 1 || me.source == 2 { points(at: joined + 60, 20, .welcome, expiresInDays: 365) }
    let referrer = bonds.referrer[Int(member)]
    guard referrer != nobody else { return }
    let time = max(Int(traits[Int(referrer)].joined) + 60, joined - random.seconds(meanHours: 20))
    if time < joined {
      act(.referral, at: time, by: referrer, to: member, circle: -1)
    }
  }

  // MARK: Recording

  @discardableResult
  mutating func act(
    _ kind: ActivityKind, at time: Int, by actor: UInt32? = nil, to: UInt32 = nobody, parent: Int32 = -1,
    circle: Int32? = nil, challenge: Int = -1, mood: UInt8 = 1
  ) -> Int32 {
    guard time < world.season.end else { return -1 }
    events.activity.append(
      ActivityEvent(
        time: UInt32(time), actor: actor ?? member, to: to, parent: parent, circle: circle ?? me.circle,
        salt: random.salt(), challenge: Int16(challenge), kind: kind, mood: mood))
    return Int32(events.activity.count - 1)
  }

  /// Whether the brand may use a channel that calls on the member of its own accord.
  var mayBeCalled: Bool { me.refusal != .all }

  mutating func touch(_ kind: TouchKind, _ trigger: Trigger = .none, at time: Int, campaign: Int = -1) {
    guard time < world.season.end else { return }
    let byPhone = kind == .callBack && me.refusal != .phone
    let channel = UInt8(kind == .visit ? 1 : byPhone ? 3 : kind == .push ? 0 : 2)
    events.touchpoints.append(
      TouchEvent(
        time: UInt32(time), member: member, host: kind == .push ? -1 : Int32(me.host), salt: random.salt(),
        campaign: Int16(campaign), kind: kind, trigger: trigger, channel: channel))
  }

  mutating func points(
    at time: Int, _ delta: Int, _ reason: PointsReason, order: Int32 = -1, expiresInDays days: Int = 0
  ) {
    guard time < world.season.end, delta != 0 else { return }
    let expires = days == 0 ? 0 : (time / Life.day + days + 1) * Life.day - 1
    ledger.append(
      PointsEvent(
        time: UInt32(time), member: member, delta: Int32(delta), order: order, expires: UInt32(expires),
        reason: reason))
  }

  /// The same time, or the next morning's when it falls in the night.
  mutating func awake(_ time: Int) -> Int {
    let second = time % Life.day
    return second < 6 * Life.hour ? time - second + 6 * Life.hour + 1800 + random.below(3 * Life.hour) : time
  }

  /// A time on a day between 9:30 and 20:30, when the brand does its work.
  mutating func officeTime(day offset: Int) -> Int { offset * Life.day + 34_200 + random.below(39_600) }
}
