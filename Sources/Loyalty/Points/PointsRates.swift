import Community

/// What purchases, activities and referrals earn, computed exactly.
struct PointsRates: Sendable {
  /// Millionths.
  private let perUnit: Int128
  private let socialStep: Int128
  private let socialLimit: Int128
  let referral: Int64
  let socialDays: Int32
  /// By place among the programme's activities.
  let activities: [ActivityPoints]
  /// No single line is larger, as in the feed of points.
  static let limit: Int128 = 1_000_000_000_000

  init(_ rules: Program.PointsRules) {
    func millionths(_ number: Double) -> Int128 { Int128((number * 1e6).rounded()) }
    perUnit = millionths(rules.perUnit)
    socialStep = millionths(rules.socialStep)
    socialLimit = max(0, millionths(rules.socialLimit) - 1_000_000)
    referral = Int64(rules.referral)
    socialDays = Int32(rules.socialDays)
    activities = rules.activities
  }

  /// Points of an amount of 0 or more in hundredths, rounded down.
  func points(ofAmount amount: Int64) -> Int64 {
    Int64(min(PointsRates.limit, Int128(amount) * perUnit / 100_000_000))
  }

  /// What the social coefficient adds to points, rounded down.
  func extra(_ points: Int64, referrals: Int) -> Int64 {
    if referrals == 0 { return 0 }
    let share = min(socialStep * Int128(referrals), socialLimit)
    return Int64(min(PointsRates.limit, Int128(points) * share / 1_000_000))
  }

  /// The share of an order's points that belongs to what was refunded of its amount, rounded down.
  static func share(_ points: Int64, refunded: Int64, of amount: Int64) -> Int64 {
    guard amount > 0 else { return 0 }
    return Int64(Int128(points) * Int128(min(refunded, amount)) / Int128(amount))
  }
}
