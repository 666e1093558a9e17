import Bytes
import Community

/// How many members of tiers that can be lost kept theirs at one quarter's end.
package struct TierTaskCount: Hashable, Sendable {
  /// The quarter's last day.
  package var lastDay = Day(rawValue: 0)
  /// Members in such a tier, grace being over.
  package var judged = 0
  /// Those of them who kept it.
  package var kept = 0
  /// Those who, when the quarter began, weren't going to keep it unless they did something; and of them, who did.
  package var tasks = 0
  package var completed = 0
  /// Members who went down at its end.
  package var dropped = 0

  /// The share of tasks that were completed. Nil without any.
  package var completion: Double? { tasks == 0 ? nil : Double(completed) / Double(tasks) }

  /// Adds up the counts of members judged apart, quarter by quarter.
  static func sum(_ one: [TierTaskCount], _ other: [TierTaskCount]) -> [TierTaskCount] {
    var sum = one.count >= other.count ? one : other
    for (place, count) in (one.count >= other.count ? other : one).enumerated() {
      sum[place].judged += count.judged
      sum[place].kept += count.kept
      sum[place].tasks += count.tasks
      sum[place].completed += count.completed
      sum[place].dropped += count.dropped
    }
    return sum
  }
}

/// Keeps the moves of one member.
struct MoveObserver: TierObserver {
  var moves: [Int64] = []

  mutating func moved(from: Int, to: Int, at: Int64, _ machine: borrowing TierMachine) {
    moves.append(at << 8 | Int64(to + 1))
  }
  mutating func began(quarter: Int, hasTask: Bool) {}
  mutating func ended(quarter: Int, isKept: Bool, _ machine: borrowing TierMachine) {}
}

/// Keeps the moves of many members, and counts their tasks.
private struct PartObserver: TierObserver {
  var moves: [Int64] = []
  var tasks: [TierTaskCount]
  private var hasTask = false

  init(quarters: Int) { tasks = Array(repeating: TierTaskCount(), count: quarters) }

  mutating func moved(from: Int, to: Int, at: Int64, _ machine: borrowing TierMachine) {
    moves.append(at << 8 | Int64(to + 1))
    if to < from { tasks[machine.quarter].dropped += 1 }
  }

  mutating func began(quarter: Int, hasTask: Bool) { self.hasTask = hasTask }

  mutating func ended(quarter: Int, isKept: Bool, _ machine: borrowing TierMachine) {
    tasks[quarter].judged += 1
    if isKept { tasks[quarter].kept += 1 }
    if hasTask {
      tasks[quarter].tasks += 1
      if isKept { tasks[quarter].completed += 1 }
    }
  }
}

/// The tiers of a range of members, judged apart from the others.
struct TierPart: Sendable {
  private(set) var blocks: [Tiers.Block] = []
  private(set) var counts: [Int]
  private(set) var tasks: [TierTaskCount]

  /// - Parameter allEvents: everything of a member, those events too that change nothing.
  init(
    _ stream: TierStream, plan: TierPlan, calendar: TierCalendar, figures: MemberFigures,
    allEvents: (Member.Index) -> [TierEvent]
  ) {
    counts = [Int](repeating: 0, count: plan.qualify.count + 1)
    var machine = TierMachine(plan, calendar)
    var observer = PartObserver(quarters: calendar.quarters.count)
    let moment = figures.moment
    let coming = calendar.comingQuarter(after: moment)
    let without = machine.state(
      of: MutableBufferView(), joined: .min, moment, coming, &observer)
    for start in stride(from: stream.members.lowerBound, to: stream.members.upperBound, by: Tiers.blockSize) {
      let members = start..<min(stream.members.upperBound, start + Tiers.blockSize)
      var block = Tiers.Block()
      block.states.reserveCapacity(members.count)
      block.starts.reserveCapacity(members.count + 1)
      observer.moves.removeAll(keepingCapacity: true)
      for member in members {
        let events = stream.events(of: member)
        let before = observer.moves.count
        let joined = figures.entry(Member.Index(member)).joined
        var state =
          events.isEmpty
          ? without : machine.state(of: events, joined: joined, moment, coming, &observer)
        if machine.waitsForEvents, !events.isEmpty {
          observer.moves.removeSubrange(before...)
          var all = allEvents(Member.Index(member))
          state = all.withMutableView {
            machine.state(of: $0, joined: joined, moment, coming, &observer)
          }
        }
        state.isListed = figures.isListed(Member.Index(member))
        counts[Int(state.tier) + 1] += 1
        block.states.append(state)
        block.starts.append(UInt32(observer.moves.count))
      }
      block.moves = observer.moves
      blocks.append(block)
    }
    tasks = observer.tasks
  }
}

extension TierMachine {
  /// Replays a member's events, and tells the state by now.
  mutating func state<Observer: TierObserver>(
    of events: MutableBufferView<TierEvent>, joined: Int64, _ moment: Moment, _ coming: Int,
    _ observer: inout Observer
  ) -> Tiers.State {
    replay(events, joined: joined, now: moment.now.rawValue, today: moment.today.rawValue, &observer)
    var state = Tiers.State()
    state.tier = Int8(tier)
    state.misses = UInt8(min(misses, 255))
    state.since = since
    if tier + 1 < plan.qualify.count { state.next = Float(progress(plan.qualify[tier + 1])) }
    state.reached = Int8(reached(by: coming, paceDays: Int32(Tiers.paceDays)))
    if tier == 0 {
      state.keep = 1
    } else if tier > 0 {
      state.keep = Float(keepProgress(coming))
      state.isGrace = coming <= graceThrough
      state.isShort = !keeps(coming)
    }
    let drops = state.isShort && !state.isGrace && misses + 1 >= plan.rules.misses
    if drops {
      state.outlook = TierOutlook.drop.rawValue
    } else if state.reached >= 0 {
      state.outlook = TierOutlook.up.rawValue
    } else if tier >= 0 {
      state.outlook = TierOutlook.keep.rawValue
    }
    finish()
    return state
  }
}
