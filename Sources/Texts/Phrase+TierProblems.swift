import Community

extension Phrase {
  static let tierOutOfOrder = Phrase(
    "tierProblem.outOfOrder",
    en: "is easier to get than '{tier}' below it; the order goes from the lowest tier to the highest",
    zh: "比其下的“{tier}”更容易达到；等级应从低到高排列")
  static let tierUnreachable = Phrase(
    "tierProblem.unreachable", en: "no one can meet this: the most there can be is {most}",
    zh: "无人能达到：最多只能是 {most}")
  static let tierNoCondition = Phrase(
    "tierProblem.noCondition", en: "nothing leads into this tier, so no one gets it",
    zh: "没有任何条件可进入此等级，因此无人能达到")
  static let tierKeepAboveQualify = Phrase(
    "tierProblem.keepAboveQualify",
    en: "is harder than 'qualify': a member who just reaches the tier can't keep it",
    zh: "比 qualify 更难：刚达标的会员将无法保级")
  static let tierSharesSum = Phrase(
    "tierProblem.sharesSum",
    en: "the shares add up to {sum}, not 100%; they count from the top, and the lowest tier takes the rest",
    zh: "各等级占比之和为 {sum}，不是 100%；从最高级算起，其余归最低级")
  static let tierConditionsUnused = Phrase(
    "tierProblem.conditionsUnused", en: "isn't used, because tiers go by share here", zh: "未采用，因为等级按占比划分")
  static let tierNoShare = Phrase(
    "tierProblem.noShare", en: "is missing: tiers go by share here, so no one gets this one",
    zh: "缺失：等级按占比划分，因此无人能达到此级")
}

extension Language {
  /// What is wrong with tiers of the programme.
  package func text(_ problem: TierProblem) -> String {
    switch problem {
    case .outOfOrder(let below): text(.tierOutOfOrder, ["tier": below])
    case .unreachable(let most): text(.tierUnreachable, ["most": most])
    case .noCondition: text(.tierNoCondition)
    case .keepAboveQualify: text(.tierKeepAboveQualify)
    case .sharesSum(let sum): text(.tierSharesSum, ["sum": percent(sum)])
    case .conditionsUnused: text(.tierConditionsUnused)
    case .noShare: text(.tierNoShare)
    }
  }
}

extension TierProblem {
  /// The stable word in JSON.
  package var code: String {
    switch self {
    case .outOfOrder: "tiers_out_of_order"
    case .unreachable: "unreachable"
    case .noCondition: "no_condition"
    case .keepAboveQualify: "keep_above_qualify"
    case .sharesSum: "shares_sum"
    case .conditionsUnused: "conditions_unused"
    case .noShare: "no_share"
    }
  }
}
