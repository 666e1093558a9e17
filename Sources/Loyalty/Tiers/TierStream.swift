import Bytes
import Community

/// What bears on the tiers of a range of members, member by member, in order of time.
///
/// Records are dealt out in passes over the columns; members with refunds or other changes of what was before are read
/// one by one.
final class TierStream: Sendable {
  let members: Range<Int>
  /// Where each member's events begin; one more than members.
  private let offsets: [Int]
  // Only whoever makes or replays the stream touches the events, and a replay puts right what it changes; one stream is
  // replayed by one thread at a time.
  private nonisolated(unsafe) let events: OwnedBuffer<TierEvent>

  var eventCount: Int { events.count }

  /// - Complexity: O(all events) for a glance at each, with a sort of each member's.
  init(
    _ members: Range<Int>, reader: TierReader, community: Community, figures: MemberFigures,
    referrals: TierReferrals, calendar: TierCalendar
  ) {
    self.members = members
    var dealt = Dealt(members: members, reader: reader, community: community, referrals: referrals)
    var others: [(member: Int, events: [TierEvent])] = []
    var total = 0
    for place in 0..<members.count {
      if !figures.isListed(Member.Index(members.lowerBound + place)) { dealt.counts[place] = 0 }
      if dealt.isOdd[place], dealt.counts[place] > 0 {
        let member = Member.Index(members.lowerBound + place)
        let events = reader.events(
          of: member, community, calendar, referrals: referrals.referrals(by: member))
        others.append((place, events))
        total += events.count
      } else {
        total += dealt.counts[place]
      }
    }
    let events = OwnedBuffer(repeating: TierEvent(.tick, at: 0), count: total)
    var offsets = [Int](repeating: 0, count: members.count + 1)
    var end = 0
    var other = 0
    for place in 0..<members.count {
      offsets[place] = end
      if other < others.count, others[other].member == place {
        for event in others[other].events {
          events[end] = event
          end += 1
        }
        other += 1
        continue
      }
      let count = dealt.counts[place]
      guard count > 0 else { continue }
      let first = end
      let source = dealt.offsets[place]
      for step in 0..<count {
        events[end] = dealt.events[source + step]
        end += 1
      }
      let slice = events.view.extracting(first..<end)
      TierReader.sort(slice)
      for step in 0..<count { slice[step].day = calendar.day(of: slice[step].at) }
    }
    offsets[members.count] = end
    self.offsets = offsets
    self.events = events
  }

  /// The events of a member, which must be given back as they were.
  func events(of member: Int) -> MutableBufferView<TierEvent> {
    let place = member - members.lowerBound
    return events.view.extracting(offsets[place]..<offsets[place + 1])
  }
}

/// Records dealt out by member, in the order of feeds and rows.
private struct Dealt {
  let events: [TierEvent]
  var offsets: [Int]
  var counts: [Int]
  /// Members whose records can't be dealt out one by one.
  var isOdd: [Bool]

  init(members: Range<Int>, reader: TierReader, community: Community, referrals: TierReferrals) {
    var counts = [Int](repeating: 0, count: members.count)
    var isOdd = [Bool](repeating: false, count: members.count)
    var numbers = counts.mutableSpan
    var marks = isOdd.mutableSpan
    Dealt.forEach(members, reader, community, referrals) { member, event in
      numbers[member] += 1
      if event.kind == .refund { marks[member] = true }
    }
    var offsets = [Int](repeating: 0, count: members.count)
    var total = 0
    for place in counts.indices {
      offsets[place] = total
      total += counts[place]
    }
    var events = [TierEvent](repeating: TierEvent(.tick, at: 0), count: total)
    var dealt = events.mutableSpan
    var cursors = offsets
    var next = cursors.mutableSpan
    Dealt.forEach(members, reader, community, referrals) { member, event in
      dealt[next[member]] = event
      next[member] += 1
    }
    self.events = events
    self.offsets = offsets
    self.counts = counts
    self.isOdd = isOdd
  }

  /// Calls `body` with the place of a member and what happened, feed by feed.
  @inline(__always)
  private static func forEach(
    _ members: Range<Int>, _ reader: TierReader, _ community: Community, _ referrals: TierReferrals,
    _ body: (Int, TierEvent) -> Void
  ) {
    if reader.readsOrders {
      for segment in community[.orders].segments {
        let amountColumn = segment.integers[OrderField.amount.slot]
        let amounts = amountColumn.span
        rows(of: segment, members, reader.now) { member, at, row in
          let amount = amounts[row]
          body(
            member,
            amount >= 0
              ? TierEvent(.purchase, at: at, value: amount, extra: 1)
              : TierEvent(.refund, at: at, value: amount))
        }
      }
    }
    if reader.readsActivity {
      for segment in community[.activity].segments {
        let typeColumn = segment.symbols[ActivityField.type.slot]
        let types = typeColumn.span
        guard !types.isEmpty else { return }
        rows(of: segment, members, reader.now) { member, at, row in
          guard let event = reader.activity(type: types[row], at: at),
            !reader.bots.contains(UInt32(members.lowerBound + member))
          else { return }
          body(member, event)
        }
      }
    }
    if reader.readsAnswers {
      for segment in community[.surveys].segments {
        let kinds = segment.symbols[SurveyField.kind.slot]
        let scores = segment.integers[SurveyField.score.slot]
        guard !kinds.isEmpty, !scores.isEmpty else { continue }
        rows(of: segment, members, reader.now) { member, at, row in
          if let event = reader.answer(kind: kinds[row], score: scores[row], at: at) { body(member, event) }
        }
      }
    }
    if reader.readsPoints, let points = reader.points {
      points.forEachMember(in: members) { member, items in
        for item in items {
          body(
            member.value - members.lowerBound, TierEvent(.points, at: item.at, value: item.points))
        }
      }
    } else if reader.readsPoints {
      for segment in community[.points].segments {
        let deltas = segment.integers[PointField.delta.slot]
        guard !deltas.isEmpty else { continue }
        rows(of: segment, members, reader.now) { member, at, row in
          if deltas[row] > 0 { body(member, TierEvent(.points, at: at, value: deltas[row])) }
        }
      }
    }
    if reader.plan.isOpenToAll {
      for feed in Feed.events {
        for segment in community[feed].segments {
          rows(of: segment, members, reader.now) { member, at, _ in body(member, TierEvent(.tick, at: at)) }
        }
      }
    }
    if reader.readsReferrals {
      referrals.forEach(by: members) { referral in
        let member = Int(referral.by) - members.lowerBound
        body(member, TierEvent(.referral, at: referral.at))
      }
    }
  }

  @inline(__always)
  private static func rows(
    of segment: Segment, _ members: Range<Int>, _ now: Int64, _ body: (Int, Int64, Int) -> Void
  ) {
    let first = members.lowerBound
    let count = members.count
    let column = segment.member.span
    let times = segment.at.span
    for row in 0..<min(column.count, times.count) {
      let member = Int(column[row]) - first
      guard member >= 0, member < count, times[row] <= now else { continue }
      body(member, times[row], row)
    }
  }
}
