import Community

/// What the calendar takes from tiers, points and challenges; what is nil isn't known.
public struct TouchpointFacts: Sendable {
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

  public init() {}

  /// What the measures of a roster say.
  public init(_ roster: Roster) { self.init() }

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
      default: break
      }
    }
  }
}
