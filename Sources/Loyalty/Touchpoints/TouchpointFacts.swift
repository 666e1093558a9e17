import Community

/// What the calendar takes from tiers, points and challenges; what is nil isn't known.
package struct TouchpointFacts: Sendable {
  /// Names of the tiers, the lowest first.
  var tiers: [String] = []
  /// By member, the place of the tier among `tiers` and 1; 0 without one.
  var tierOf: [UInt8] = []
  /// Moves to a higher tier.
  var gained: [DatedMember]?
  /// Members who fall short of keeping their tier, with the last day of the quarter.
  var atRisk: [DatedMember]?
  /// Days on which points lapse that haven't been used.
  var expiring: [DatedMember]?
  /// Days after which somebody missed a challenge's check-in.
  var missedChallenge: [DatedMember]?
  /// Whether anybody checks in to a challenge.
  var hasChallenges = true

  package init() {}

  /// What the measures of a roster say.
  ///
  /// - Complexity: O(members), and O(activities) where challenges aren't worked out.
  package init(_ roster: Roster) {
    self.init()
    guard let measures = roster.measures else { return }
    if let tiers = measures.tiers { receive(tiers) }
    if let points = measures.points { expiring = TouchpointFacts.expiries(points, roster) }
    let challenges =
      measures.challenges ?? Challenges(community: roster.community, figures: roster.figures)
    missedChallenge = TouchpointFacts.missed(challenges)
    hasChallenges = !challenges.all.isEmpty
  }

  /// The next day on which points lapse, for members who are reminded of it: of those who share their points the main
  /// one alone.
  private static func expiries(_ points: Points, _ roster: Roster) -> [DatedMember] {
    var clock = DayClock(zone: roster.moment.zone)
    return (0..<roster.count).compactMap { number in
      let member = Member.Index(number)
      guard let next = points.nextExpiry(member), points.pools.main(of: member) ?? member == member else {
        return nil
      }
      return DatedMember(member.rawValue, clock.day(of: next.rawValue).rawValue)
    }
  }

  /// Days without a check-in of those who had begun.
  private static func missed(_ challenges: Challenges) -> [DatedMember] {
    challenges.all.flatMap { challenge -> [DatedMember] in
      let days = 1..<max(1, min(challenge.length + 1, challenge.today))
      return days.flatMap { day in
        challenge.participants.filter { challenge.missed($0, on: day) }.map {
          DatedMember($0.member.rawValue, challenge.first.adding(days: day - 1).rawValue)
        }
      }
    }
  }

  /// The occasions of a rule that come from here; nil for other rules.
  func occasions(_ trigger: TouchpointTrigger, _ place: Int, _ plan: TouchpointPlan) -> OccasionFinder.Found?
  {
    let dates: [DatedMember]
    var shift: Int32 = 0
    switch trigger {
    case .tierGained: dates = gained ?? []
    case .tierAtRisk(let days):
      dates = atRisk ?? []
      shift = -Int32(days)
    case .pointsExpiring(let days):
      dates = expiring ?? []
      shift = -Int32(days)
    case .challengeMissed:
      dates = missedChallenge ?? []
      shift = 1
    default: return nil
    }
    let span = plan.span(place)
    var found = OccasionFinder.Found()
    for date in dates where span.contains(date.day + shift) {
      found.occasions.append(DatedMember(date.member, date.day + shift))
    }
    found.occasions.sortAndUnique()
    return found
  }

  /// Marks the rules of which nothing can be told.
  func limit(_ plan: inout TouchpointPlan) {
    for (place, rule) in plan.rules.enumerated() {
      switch rule.trigger {
      case .tierGained where gained == nil, .tierAtRisk where atRisk == nil: plan.setUnknown(place, .noTiers)
      case .pointsExpiring where expiring == nil: plan.setUnknown(place, .noPoints)
      case .challengeMissed where missedChallenge == nil: plan.setUnknown(place, .noChallenge)
      case .challengeMissed where !hasChallenges: plan.note(place, .noChallenge)
      default: break
      }
    }
  }
}
