/// All events of a community, each feed in order of time.
struct SampleHistory: Sendable {
  let world: World
  let traits: [Traits]
  let bonds: Bonds
  let events: EventBatch
  /// Positions in `events`, by time.
  let orders: [UInt32]
  let activity: [UInt32]
  let touchpoints: [UInt32]
  let surveys: [UInt32]
  let complaints: [UInt32]
  let points: [UInt32]
  /// Where an order or an activity stands in order of time: its id is one more.
  let orderRanks: [UInt32]
  let activityRanks: [UInt32]
  let surveyRanks: [UInt32]
  let decisions: [Desk.Decision]

  /// Members a batch: fixed, so that the result doesn't depend on the number of threads.
  private static let batch = 8192

  init(_ world: World, workers: Workers, progress: (SampleProgress.Stage, Int, Int) -> Void) {
    let members = world.members
    let batches = (members + SampleHistory.batch - 1) / SampleHistory.batch
    let traits = workers.map(batches) { number in
      (number * SampleHistory.batch..<min((number + 1) * SampleHistory.batch, members)).map {
        Traits($0, in: world)
      }
    }.flatMap { $0 }
    let bonds = Bonds(traits, in: world, workers: workers)
    progress(.members, members, members)

    var events = EventBatch()
    let wave = max(1, workers.threads * 4)
    for start in stride(from: 0, to: batches, by: wave) {
      let lives = workers.map(min(wave, batches - start)) { number in
        let first = (start + number) * SampleHistory.batch
        return Life.tell(
          first..<min(first + SampleHistory.batch, members), in: world, traits: traits, bonds: bonds)
      }
      for batch in lives { events.append(batch) }
      progress(.lives, min((start + wave) * SampleHistory.batch, members), members)
    }
    events.append(world.hostPosts())
    events.append(world.evenings(traits, bonds))
    var desk = Desk(world, traits, events)
    desk.work()
    events.append(desk.events)
    decisions = desk.decisions
    self.world = world
    self.traits = traits
    self.bonds = bonds
    self.events = events
    let days = world.season.days
    orders = SampleHistory.byTime(events.orders, days: days, workers)
    activity = SampleHistory.byTime(events.activity, days: days, workers)
    touchpoints = SampleHistory.byTime(events.touchpoints, days: days, workers)
    surveys = SampleHistory.byTime(events.surveys, days: days, workers)
    complaints = SampleHistory.byTime(events.complaints, days: days, workers)
    points = SampleHistory.byTime(events.points, days: days, workers)
    orderRanks = SampleHistory.ranks(orders)
    activityRanks = SampleHistory.ranks(activity)
    surveyRanks = SampleHistory.ranks(surveys)
    progress(.sorting, events.count, events.count)
  }

  /// Positions by time, then by position: dealt out by day first, then each day is sorted.
  ///
  /// - Complexity: O(n log m), m the events of the busiest day.
  private static func byTime<Event: Timed>(_ events: [Event], days: Int, _ workers: Workers) -> [UInt32] {
    var starts = Array(repeating: 0, count: days + 1)
    for event in events { starts[Int(event.time) / Season.secondsPerDay + 1] += 1 }
    for day in 0..<days { starts[day + 1] += starts[day] }
    var next = starts
    var keys = Array(repeating: UInt64(0), count: events.count)
    for (position, event) in events.enumerated() {
      let day = Int(event.time) / Season.secondsPerDay
      keys[next[day]] = UInt64(event.time) << 32 | UInt64(position)
      next[day] += 1
    }
    let dealt = keys
    let bounds = starts
    return workers.map(days) { day in
      dealt[bounds[day]..<bounds[day + 1]].sorted().map { UInt32(truncatingIfNeeded: $0) }
    }.flatMap { $0 }
  }

  private static func ranks(_ order: [UInt32]) -> [UInt32] {
    var ranks = Array(repeating: UInt32(0), count: order.count)
    for (rank, position) in order.enumerated() { ranks[Int(position)] = UInt32(rank) }
    return ranks
  }
}

extension World {
  /// What hosts tell everybody: a lesson in most weeks, in the classroom or in a circle of theirs.
  func hostPosts() -> EventBatch {
    var batch = EventBatch()
    for (number, host) in hosts.enumerated() {
      var random = Random(seed: seed, stream: World.stream(.hosts, number))
      let own = circles.indices.filter { circles.count < 4096 && circles[$0].host == number }
      for offset in 0..<season.days where season.first.adding(days: offset).weekday == 1 + number % 5 {
        guard random.chance((0.35 + 0.5 * host.diligence) * density) else { continue }
        let inCircle = !own.isEmpty && random.chance(0.6)
        let time = offset * Season.secondsPerDay + 36_000 + random.below(32_400)
        batch.activity.append(
          ActivityEvent(
            time: UInt32(time), actor: hostBit | UInt32(number),
            circle: inCircle ? Int32(own[random.below(own.count)]) : -1, salt: random.salt(), kind: .post))
      }
    }
    return batch
  }
}
