import Loyalty
import Reports
import Texts

extension LifecycleReason {
  /// Why the stage: 'usually here every 6 d, silent 41 d', and the limits that this was held against.
  func text(_ context: ViewContext) -> String {
    let days = silence ?? 0
    let why: String
    switch basis {
    case .joined(let days, let orders):
      return context.text(.whyJoinedLately, ["days": days, "count": orders])
    case .ownRhythm(let rhythm):
      why = context.text(.whyOwnRhythm, ["rhythm": context.language.short(rhythm), "days": days])
    case .commonRhythm(let rhythm), .defaultRhythm(let rhythm):
      why = context.text(.whyCommonRhythm, ["rhythm": context.language.short(rhythm), "days": days])
    case .fixed: why = context.text(.whyFixedDays, ["days": days])
    case .neverSeen: why = context.text(.whyNeverSeen, ["days": days])
    }
    let limits = context.text(
      .whyStageLimits,
      [
        "active": context.language.short(activeUpTo), "sleeping": context.language.short(sleepingUpTo),
      ])
    return "\(why) · \(limits)"
  }
}

extension PathReason {
  /// What the stage on the path was judged by.
  func text(_ context: ViewContext) -> String {
    func score(_ score: Int?) -> String { score.map(String.init) ?? "–" }
    return context.text(
      .whyPath,
      [
        "orders": orders, "nps": score(nps), "csat": score(csat), "contributions": contributions,
        "referrals": referrals, "ties": ties,
      ])
  }
}
