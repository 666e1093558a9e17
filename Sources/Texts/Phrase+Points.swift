/// What is said of points.
extension Phrase {
  package static let columnPoints = Phrase(
    "column.points", en: "Points", zh: "积分")
  package static let aboutPoints = Phrase(
    "column.points.about",
    en: "points to spend: the sum of open lots; a household shares one pool",
    zh: "可用积分：未用批次之和；家庭共享同一积分池")
  package static let columnExpiring30 = Phrase(
    "column.expiring_30", en: "Expiring 30 d", zh: "30 天到期")
  package static let aboutExpiring30 = Phrase(
    "column.expiring_30.about", en: "points that expire today or in the next 29 days",
    zh: "今天起 30 天内到期的积分")
  package static let columnExpiring = Phrase(
    "column.expiring", en: "Expires in", zh: "距到期")
  package static let aboutExpiring = Phrase(
    "column.expiring.about", en: "days until the next points expire: expiring<30d",
    zh: "距下一批积分到期的天数，可写 expiring<30d")
  package static let pointsReportTitle = Phrase(
    "report.points.title", en: "Points", zh: "积分")
  package static let pointsMemberTitle = Phrase(
    "report.points.member", en: "Points of {name}", zh: "{name} 的积分")
  package static let pointsSource = Phrase(
    "points.source", en: "ledger", zh: "账本")
  package static let pointsSourceFeed = Phrase(
    "points.source.feed", en: "records of points", zh: "积分记录")
  package static let pointsSourceRules = Phrase(
    "points.source.rules", en: "earned by the programme's rules", zh: "按计划规则累计")
  package static let pointsBalance = Phrase(
    "points.balance", en: "points to spend", zh: "可用积分")
  package static let pointsHolders = Phrase(
    "points.holders", en: "holders of points", zh: "持有积分")
  package static let pointsHouseholds = Phrase(
    "points.households", en: "households with a pool", zh: "共享积分的家庭")
  package static let pointsIssued = Phrase(
    "points.issued", en: "issued", zh: "发放")
  package static let pointsTaken = Phrase(
    "points.taken", en: "used", zh: "消耗")
  package static let pointsExpired = Phrase(
    "points.expired", en: "expired", zh: "过期")
  package static let pointsOpen = Phrase(
    "points.open", en: "open", zh: "未用")
  package static let pointsBreakage = Phrase(
    "points.breakage", en: "breakage", zh: "过期率")
  package static let pointsLiability = Phrase(
    "points.liability", en: "liability", zh: "积分负债")
  package static let pointsLiabilityValue = Phrase(
    "points.liability.value", en: "{money} ({points} × {value} × {share})",
    zh: "{money}（{points} × {value} × {share}）")
  package static let pointsDeferred = Phrase(
    "points.deferred", en: "deferred revenue", zh: "递延收入")
  package static let pointsDeferredValue = Phrase(
    "points.deferred.value", en: "{open} of {points} that belong to points", zh: "{points} 归属积分，余 {open}")
  package static let pointsExpiringIn = Phrase(
    "points.expiring", en: "expiring in {days} d", zh: "{days} 天内到期")
  package static let pointsExpiringValue = Phrase(
    "points.expiring.value", en: "{points} points of {accounts}", zh: "{accounts}，共 {points} 分")
  package static let pointsEarned = Phrase(
    "points.earned", en: "earned for", zh: "获取来源")
  package static let pointsBurnt = Phrase(
    "points.burnt", en: "spent on", zh: "消耗去向")
  package static let pointsDropped = Phrase(
    "points.dropped", en: "not covered", zh: "未能扣除")
  package static let pointsPoints = Phrase(
    "points.points", en: "points", zh: "积分")
  package static let pointsCohort = Phrase(
    "points.cohort", en: "issued in", zh: "发放季度")
  package static let pointsNextAction = Phrase(
    "points.next_action", en: "from redemption to the next action", zh: "兑换到下次行动")
  package static let pointsNextActionValue = Phrase(
    "points.next_action.value", en: "median {time} ({followed} of {count} redemptions were followed by one)",
    zh: "中位 {time}（{count} 次兑换，{followed} 次有后续）")
  package static let pointsAgain = Phrase(
    "points.again", en: "members active again within {days} days", zh: "{days} 天内再次行动的会员")
  package static let pointsAgainValue = Phrase(
    "points.again.value", en: "{again} of {members}", zh: "{members} 位中 {again} 位")
  package static let pointsNoRedemptions = Phrase(
    "points.no_redemptions", en: "no redemptions", zh: "没有兑换")
  package static let pointsReminders = Phrase(
    "points.reminders", en: "to be reminded: {due} of {count} whose points expire within {days} d",
    zh: "待提醒：{days} 天内到期的 {count} 位中 {due} 位")
  package static let pointsMoreReminders = Phrase(
    "points.reminders.more", en: "… and {count} more", zh: "……另有 {count} 位")
  package static let pointsReminded = Phrase(
    "points.reminded", en: "reminded", zh: "已提醒")
  package static let pointsNotReminded = Phrase(
    "points.not_reminded", en: "not yet", zh: "未提醒")
  package static let pointsNoChannel = Phrase(
    "points.no_channel", en: "no channel", zh: "无可用渠道")
  package static let pointsChannels = Phrase(
    "points.channels", en: "channels", zh: "渠道")
  package static let pointsShort = Phrase(
    "points.short", en: "accounts in which points were missing", zh: "扣分不足的账户")
  package static let pointsNegativeLots = Phrase(
    "points.negative_lots", en: "records that take points but have an expiry date (it has no meaning)",
    zh: "扣分却写了到期时间的记录（到期时间无意义）")
  package static let pointsHousehold = Phrase(
    "points.household", en: "household", zh: "家庭")
  package static let pointsHouseholdChains = Phrase(
    "points.household.chains",
    en: "members whose main household member points to someone else (no shared pool)",
    zh: "所属家庭的主会员又指向他人的会员（不共享积分池）")
  package static let pointsHouseholdUnknown = Phrase(
    "points.household.unknown", en: "members whose household id belongs to no one (no shared pool)",
    zh: "所属家庭编号不存在的会员（不共享积分池）")
  package static let pointsHouseholdNamesAnother = Phrase(
    "points.household.names_another",
    en: "the household's main member points to someone else: no shared points",
    zh: "家庭主会员又指向他人：不共享积分")
  package static let pointsHouseholdNobody = Phrase(
    "points.household.nobody", en: "the household id belongs to no one: no shared points",
    zh: "家庭编号不存在：不共享积分")
  package static let pointsHouseholdFull = Phrase(
    "points.household.full", en: "the household's pool was full: the member keeps points alone",
    zh: "家庭积分池人数已满：积分独立")
  package static let pointsLot = Phrase(
    "points.lot", en: "lot", zh: "批次")
  package static let pointsIssuedAt = Phrase(
    "points.issued_at", en: "issued", zh: "发放")
  package static let pointsExpires = Phrase(
    "points.expires", en: "expires", zh: "到期")
  package static let pointsWhen = Phrase(
    "points.when", en: "when", zh: "时间")
  package static let pointsWhat = Phrase(
    "points.what", en: "what", zh: "事项")
  package static let pointsChange = Phrase(
    "points.change", en: "change", zh: "变动")
  package static let pointsAfter = Phrase(
    "points.after", en: "balance", zh: "余额")
  package static let pointsWhy = Phrase(
    "points.why", en: "why", zh: "说明")
  package static let pointsNone = Phrase(
    "points.none", en: "No points yet.", zh: "还没有积分。")
  package static let pointsPool = Phrase(
    "points.pool", en: "shared with", zh: "共享")
  package static let pointsWhyOrder = Phrase(
    "points.why.order", en: "order {order}", zh: "订单 {order}")
  package static let pointsWhyReward = Phrase(
    "points.why.reward", en: "reward {reward}", zh: "兑换 {reward}")
  package static let pointsWhyPerson = Phrase(
    "points.why.person", en: "first purchase of {id}", zh: "{id} 首次购买")
  package static let pointsWhyMember = Phrase(
    "points.why.member", en: "by {id}", zh: "来自 {id}")
  package static let pointsWhyDropped = Phrase(
    "points.why.dropped", en: "{points} points were not there", zh: "另缺 {points} 分")
  package static let pointsWhyFrom = Phrase(
    "points.why.from", en: "from lot {lots}", zh: "取自批次 {lots}")
  package static let pointsWhyAs = Phrase(
    "points.why.as", en: "lot {lots}", zh: "批次 {lots}")
  package static let pointsWhyNegativeLot = Phrase(
    "points.why.negative_lot", en: "its expiry date has no meaning", zh: "所写到期时间无意义")
  package static let kindEarned = Phrase(
    "points.kind.earned", en: "earned", zh: "获得")
  package static let kindSocial = Phrase(
    "points.kind.social", en: "social coefficient", zh: "社交系数")
  package static let kindRedeemed = Phrase(
    "points.kind.redeemed", en: "redeemed", zh: "兑换")
  package static let kindTakenBack = Phrase(
    "points.kind.taken_back", en: "taken back", zh: "扣回")
  package static let kindAdjusted = Phrase(
    "points.kind.adjusted", en: "adjusted", zh: "调整")
  package static let kindExpired = Phrase(
    "points.kind.expired", en: "expired", zh: "过期")
  package static let pointsWhySocial = Phrase(
    "points.why.social", en: "{count} friends who bought", one: "{count} friend who bought",
    zh: "{count} 位被推荐人已购")
  package static let pointsReasonUnnamed = Phrase("points.reason.unnamed", en: "no reason given", zh: "未注明")

  /// Reasons of points, by the word of the data.
  package static let pointsReasons = PhraseTable(
    under: "points.reason.",
    [
      Phrase("points.reason.order", en: "order", zh: "购买"),
      Phrase("points.reason.purchase", en: "purchase", zh: "购买"),
      Phrase("points.reason.refund", en: "refund", zh: "退款"),
      Phrase("points.reason.redemption", en: "redemption", zh: "兑换"),
      Phrase("points.reason.birthday", en: "birthday", zh: "生日"),
      Phrase("points.reason.event", en: "event", zh: "活动"),
      Phrase("points.reason.referral", en: "referral", zh: "推荐"),
      Phrase("points.reason.review", en: "review", zh: "评价"),
      Phrase("points.reason.story", en: "story", zh: "故事"),
      Phrase("points.reason.welcome", en: "welcome", zh: "欢迎礼"),
      Phrase("points.reason.social", en: "social coefficient", zh: "社交系数"),
      Phrase("points.reason.check_in", en: "check-in", zh: "打卡"),
      Phrase("points.reason.reply", en: "reply", zh: "回复"),
      Phrase("points.reason.share", en: "share", zh: "分享"),
      Phrase("points.reason.post", en: "post", zh: "发帖"),
      Phrase("points.reason.suggestion", en: "suggestion", zh: "建议"),
      Phrase("points.reason.gift", en: "gift", zh: "赠送"),
      Phrase("points.reason.adjustment", en: "adjustment", zh: "调整"),
    ])
}
