import Community
import Dashboard
import Feeds
import Loyalty

/// Times the calendar of thirty rules over all members, beside one that goes through every member's records.
func measureTouchpoints(_ folder: String, rounds: Int) throws -> [Measurement] {
  let snapshot = try read(folder: folder, options: ReadingOptions())
  var community = snapshot.community
  community.program.touchpoints.rules = thirtyRules
  let now = snapshot.newest(notAfter: Instant(seconds: 4_102_444_800)) ?? Instant(seconds: 0)
  let moment = Moment(now: now, zone: snapshot.zone)
  let figures = MemberFigures(community: community, moment: moment)
  var roster = Roster(community: community, figures: figures, moment: moment, mask: .standard)
  guard let measures = MemberMeasures(community: community, figures: figures) else { return [] }
  roster = roster.with(measures)

  var making: [Double] = []
  var listing: [Double] = []
  var updating: [Double] = []
  var naive: [Double] = []
  var due = 0
  let count = community.members.count
  let sample = min(count, 5000)
  for _ in 0..<rounds {
    var start = monotonicSeconds()
    guard var calendar = TouchpointCalendar(of: roster, on: .allCores) else { continue }
    making.append(monotonicSeconds() - start)
    due = calendar.dueCount

    start = monotonicSeconds()
    let tomorrow = calendar.list(on: moment.today.adding(days: 1), community, computation: .allCores)
    listing.append(monotonicSeconds() - start)
    guard tomorrow.count > 0 else { continue }

    start = monotonicSeconds()
    let touched = stride(from: 0, to: count, by: max(1, count / 100)).map { Member.Index($0) }
    for member in touched { calendar.update([member], roster) }
    updating.append((monotonicSeconds() - start) / Double(touched.count))

    start = monotonicSeconds()
    var found = 0
    for number in stride(from: 0, to: count, by: count / sample) {
      found += occasionsByHand(Member.Index(number), community, figures, moment)
    }
    naive.append((monotonicSeconds() - start) * Double(count) / Double(sample))
    guard found > 0 else { continue }
  }
  let rules = community.program.touchpoints.rules.count
  return [
    Measurement(
      name: "calendar of \(rules) rules made", value: median(making), unit: "s", bound: nil,
      detail: "\(grouped(count)) members, \(grouped(due)) due; 30 days back, 7 ahead"),
    Measurement(
      name: "due list of a day", value: median(listing), unit: "s", bound: 0.5,
      detail: "tomorrow's, of the same calendar, on all cores"),
    Measurement(
      name: "one member brought up to date", value: median(updating) * 1e3, unit: "ms", bound: 100,
      detail: "records read anew, lists and counts changed"),
    Measurement(
      name: "records gone through member by member", value: median(naive), unit: "s", bound: nil,
      detail: "\(decimal(median(naive) / median(listing), 0)) times as long as a due list"),
  ]
}

/// The default rules and others of every kind, which together hold for most members on most days.
private var thirtyRules: [TouchpointRule] {
  let more: [TouchpointTrigger] = [
    .memberDay(.weekday(5)), .weather(.condition("snow")), .weather(.highAbove(30)), .weather(.lowBelow(5)),
    .weather(.lowDrop(4)), .purchase(number: 2), .purchase(number: 3), .purchase(number: 5),
    .afterPurchase(days: 14), .afterPurchase(days: 30), .complaintResolved(days: 10),
    .stageEntered("churned"),
    .stageEntered("active"), .hostSilent(days: 20), .weather(.condition("clear")),
    .weather(.condition("cloudy")),
  ]
  return TouchpointRule.defaults
    + more.enumerated().map { number, trigger in
      TouchpointRule(
        id: "more_\(number)", name: BilingualText("more \(number)"), trigger: trigger, after: number % 4)
    }
}

/// Occasions of a member that lie within the last days, told from the records one by one.
private func occasionsByHand(
  _ member: Member.Index, _ community: Community, _ figures: MemberFigures, _ moment: Moment
) -> Int {
  var found = 0
  let today = moment.today
  for rule in community.program.touchpoints.rules {
    for ago in 0...rule.after {
      let day = today.adding(days: -ago)
      let civil = day.civil
      switch rule.trigger {
      case .birthday:
        guard let birthday = community.members.birthday(member) else { continue }
        if birthday.month == civil.month, birthday.day == civil.day { found += 1 }
      case .memberDay(.dayOfMonth(let wanted)): if civil.day == wanted { found += 1 }
      case .memberDay(.weekday(let wanted)): if day.weekday == wanted { found += 1 }
      case .anniversary:
        guard let joined = figures.joined(member).map({ moment.zone.day(of: $0).civil }) else { continue }
        if joined.month == civil.month, joined.day == civil.day, joined.year < civil.year { found += 1 }
      case .purchase, .afterPurchase:
        let table = community[.orders]
        for row in community.rows(.orders, of: member) {
          let (segment, offset) = table[row]
          if moment.zone.day(of: segment.instant(offset)) == day { found += 1 }
        }
      case .complaintResolved:
        let table = community[.complaints]
        for row in community.rows(.complaints, of: member) {
          let (segment, offset) = table[row]
          guard let resolved = segment.time(ComplaintField.resolved, offset) else { continue }
          if moment.zone.day(of: resolved) == day { found += 1 }
        }
      case .stageEntered, .hostSilent:
        if let seen = figures.lastSeen(member), moment.zone.day(of: seen) == day { found += 1 }
      case .weather, .tierGained, .tierAtRisk, .pointsExpiring, .challengeMissed: continue
      }
    }
  }
  return found
}
