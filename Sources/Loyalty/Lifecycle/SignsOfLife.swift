import Community

/// Which records show that a member is still there: those that `lifecycle.seen` names.
struct SignsOfLife: Sendable {
  let purchases: Bool
  let redemptions: Bool
  let complaints: Bool
  private let activity: Bool
  /// Types of activity that don't count like the others, and whether they do.
  private var special: [(type: UInt32, counts: Bool)] = []
  private let answers: Bool
  private let detractors: Bool
  private let scores: DetractorScores

  init(_ community: Community) {
    let seen = Set(community.program.lifecycle.seen)
    func counts(_ sign: SignOfLife) -> Bool { seen.contains(sign.rawValue) }
    purchases = counts(.purchase)
    redemptions = counts(.redemption)
    complaints = counts(.complaint)
    activity = counts(.activity)
    answers = counts(.answer)
    detractors = counts(.detractor)
    scores = DetractorScores(community)
    for (sign, types) in [
      (SignOfLife.complaint, ["complaint"]), (.unsubscribe, SignsOfLife.unsubscribeTypes),
    ] where counts(sign) != activity {
      for type in types {
        if let symbol = community.symbols.symbol(of: type) { special.append((symbol.rawValue, counts(sign))) }
      }
    }
  }

  /// Whether every activity counts, whatever its type.
  var allActivity: Bool { activity && special.isEmpty }

  @inline(__always)
  func counts(activity type: UInt32) -> Bool {
    for other in special where other.type == type { return other.counts }
    return activity
  }

  @inline(__always)
  func counts(answer kind: UInt32, score: Int64) -> Bool {
    scores.isDetractor(kind, score) ? detractors : answers
  }

  /// Whether a record of a feed counts.
  func contains(_ feed: Feed, _ segment: Segment, _ row: Int) -> Bool {
    switch feed {
    case .orders: purchases && segment.integers[OrderField.amount.slot][row] >= 0
    case .activity: counts(activity: segment.symbol(ActivityField.type, row).rawValue)
    case .surveys:
      counts(
        answer: segment.symbol(SurveyField.kind, row).rawValue,
        score: segment.integers[SurveyField.score.slot][row])
    case .points: redemptions && segment.symbol(PointField.reward, row) != .none
    case .complaints: complaints
    default: false
    }
  }

  private static let unsubscribeTypes = ["unsubscribe", "opt_out", "unfollow"]

  /// Types of activity by which somebody leaves a list.
  static func unsubscribes(_ community: Community) -> [UInt32] {
    unsubscribeTypes.compactMap { community.symbols.symbol(of: $0)?.rawValue }
  }

  /// Feeds of whose records any can count.
  static let feeds: [Feed] = [.orders, .activity, .surveys, .points, .complaints]
}

/// Which answers are a detractor's: NPS 0 to 6, CSAT 1 and 2, CES 1 to 3.
struct DetractorScores: Sendable {
  /// By kind of survey, the highest score that is one's.
  private var limits: [(kind: UInt32, score: Int64)] = []

  init(_ community: Community) {
    for (kind, score) in [("nps", 6), ("csat", 2), ("ces", 3)] as [(String, Int64)] {
      if let symbol = community.symbols.symbol(of: kind) { limits.append((symbol.rawValue, score)) }
    }
  }

  @inline(__always)
  func isDetractor(_ kind: UInt32, _ score: Int64) -> Bool {
    for limit in limits where limit.kind == kind { return score <= limit.score }
    return false
  }
}
