/// What is said of tiers.
extension Phrase {
  package static let tiersReportTitle = Phrase("tiers.report.title", en: "Tiers", zh: "会员等级")
  package static let tierTitle = Phrase("tiers.tier", en: "tier", zh: "等级")
  package static let tierNone = Phrase("tiers.none", en: "no tier", zh: "无等级")
  package static let tierShare = Phrase("tiers.share", en: "share", zh: "占比")
  package static let tierSpend = Phrase("tiers.spend", en: "GMV, {days} d", zh: "近 {days} 天 GMV")
  package static let tierSpendShare = Phrase("tiers.spend-share", en: "GMV share", zh: "GMV 占比")
  package static let tierMeanValue = Phrase("tiers.mean-value", en: "mean CLV", zh: "平均终身价值")
  package static let tierUp = Phrase("tiers.up", en: "up", zh: "升级")
  package static let tierKeep = Phrase("tiers.keep", en: "keep", zh: "保级")
  package static let tierDrop = Phrase("tiers.drop", en: "drop", zh: "降级")
  package static let tierTasks = Phrase("tiers.tasks", en: "keep tasks", zh: "保级任务")
  package static let tierGrace = Phrase("tiers.grace", en: "in grace", zh: "宽限期")
  package static let tierMisses = Phrase("tiers.misses", en: "quarters missed in a row", zh: "连续未达标季度")
  package static let tierMissing = Phrase("tiers.missing", en: "missing", zh: "还差")
  package static let tierQuarterEnd = Phrase("tiers.quarter-end", en: "quarter ends", zh: "季度截止")
  package static let tierDaysLeft = Phrase(
    "tiers.days-left", en: "{day}, in {count} days", one: "{day}, in {count} day", zh: "{day}，还有 {count} 天")
  package static let tierProgramme = Phrase("tiers.programme", en: "programme", zh: "等级方案")
  package static let tierMoves = Phrase(
    "tiers.moves", en: "moves, {from} to {to}", zh: "{from} 至 {to} 的变动")
  package static let tierPastTasks = Phrase("tiers.past-tasks", en: "quarter", zh: "季度")
  package static let tierJudged = Phrase("tiers.judged", en: "judged", zh: "考核人数")
  package static let tierCompleted = Phrase("tiers.completed", en: "completed", zh: "完成")
  package static let tierKept = Phrase("tiers.kept", en: "kept", zh: "保级")
  package static let tierDropped = Phrase("tiers.dropped", en: "went down", zh: "已降级")
  package static let tierFairness = Phrase(
    "tiers.fairness", en: "{count} members spent as much (within {part}) as someone in a higher tier",
    one: "{count} member spent as much (within {part}) as someone in a higher tier",
    zh: "{count} 位会员与更高等级的会员消费相近（相差 {part} 以内）")
  package static let tierLower = Phrase("tiers.fairness.lower", en: "member", zh: "会员")
  package static let tierHigher = Phrase("tiers.fairness.higher", en: "like", zh: "相近者")
  package static let tierBenefit = Phrase("tiers.benefit", en: "benefit", zh: "权益")
  package static let tierReward = Phrase("tiers.reward", en: "reward", zh: "奖励")
  package static let tierUnused = Phrase("tiers.unused", en: "unused", zh: "无人使用")
  package static let tierForecastUp = Phrase(
    "tiers.forecast.up", en: "{count} on the way up, at their pace of the last 90 days",
    one: "{count} on the way up, at the pace of the last 90 days", zh: "按近 90 天节奏可升级：{count} 人")
  package static let tierForecastDrop = Phrase(
    "tiers.forecast.drop", en: "{count} will go down at the end of the quarter if nothing changes",
    one: "{count} will go down at the end of the quarter if nothing changes", zh: "若无行动，季末将降级：{count} 人")
  package static let tierForecastMiss = Phrase(
    "tiers.forecast.miss", en: "{count} more miss the quarter",
    one: "{count} more misses the quarter", zh: "另有 {count} 人将记一次未达标")
  package static let tierForecastKeep = Phrase(
    "tiers.forecast.keep", en: "{count} keep their tier", one: "{count} keeps the tier", zh: "保持等级：{count} 人")
  package static let tierHistoryTitle = Phrase("tiers.history", en: "History", zh: "等级历程")
  package static let tierReason = Phrase("tiers.reason", en: "reason", zh: "原因")
  package static let tierDay = Phrase("tiers.day", en: "day", zh: "日期")
  package static let tierMore = Phrase("tiers.more", en: "… and {count} more", zh: "……另有 {count} 人")

  // Reasons.
  package static let tierReasonMet = Phrase("tiers.reason.met", en: "reached: {what}", zh: "达标：{what}")
  package static let tierReasonAnything = Phrase("tiers.reason.anything", en: "open to everyone", zh: "所有人可达")
  package static let tierReasonMissed = Phrase(
    "tiers.reason.missed", en: "{count} quarters in a row below: {what}",
    one: "{count} quarter below: {what}",
    zh: "连续 {count} 个季度未达标：{what}")
  package static let tierReasonRanked = Phrase(
    "tiers.reason.ranked", en: "ranked {place} of {of}, R + F + M {score}",
    zh: "排名 {place}/{of}，R+F+M 得分 {score}")
  package static let tierReasonUnranked = Phrase(
    "tiers.reason.unranked", en: "no purchase in the window: not ranked", zh: "窗口期内无购买，未参与排名")
  package static let tierQuarterMissed = Phrase("tiers.quarter.missed", en: "missed", zh: "未达标")

  // A value of what is asked: of all windows and metrics.
  package static let tierWindowDays = Phrase("tiers.window.days", en: "in {days} d", zh: "近 {days} 天")
  package static let tierWindowQuarter = Phrase("tiers.window.quarter", en: "this quarter", zh: "本季度")
  package static let tierWindowSince = Phrase("tiers.window.since", en: "since the tier began", zh: "获得等级以来")
  package static let tierReadingOf = Phrase(
    "tiers.reading", en: "{metric} {value} of {least} {window}", zh: "{window}{metric} {value} / {least}")
  package static let tierMetricSpend = Phrase("tiers.metric.spend", en: "spend", zh: "消费")
  package static let tierMetricPurchases = Phrase("tiers.metric.purchases", en: "purchases", zh: "购买次数")
  package static let tierMetricActiveDays = Phrase("tiers.metric.active-days", en: "active days", zh: "活跃天数")
  package static let tierMetricContributions = Phrase(
    "tiers.metric.contributions", en: "contributions", zh: "贡献")
  package static let tierMetricPoints = Phrase("tiers.metric.points", en: "points earned", zh: "获得积分")
  package static let tierMetricReferrals = Phrase(
    "tiers.metric.referrals", en: "friends who bought", zh: "成交的推荐")
  package static let tierMetricLastNPS = Phrase(
    "tiers.metric.last-nps", en: "last NPS answer", zh: "最近 NPS 评分")

  // What is missing.
  package static let tierMissingSpend = Phrase("tiers.missing.spend", en: "{amount} more", zh: "再消费 {amount}")
  package static let tierMissingPurchases = Phrase(
    "tiers.missing.purchases", en: "{count} more purchases", one: "{count} more purchase", zh: "再购买 {count} 次"
  )
  package static let tierMissingActiveDays = Phrase(
    "tiers.missing.active-days", en: "{count} more active days", one: "{count} more active day",
    zh: "再活跃 {count} 天")
  package static let tierMissingContributions = Phrase(
    "tiers.missing.contributions", en: "{count} more contributions", one: "{count} more contribution",
    zh: "再贡献 {count} 次")
  package static let tierMissingPoints = Phrase(
    "tiers.missing.points", en: "{count} more points", one: "{count} more point", zh: "再获得 {count} 积分")
  package static let tierMissingReferrals = Phrase(
    "tiers.missing.referrals", en: "{count} more friends who buy", one: "{count} more friend who buys",
    zh: "再推荐 {count} 位好友成交")
  package static let tierMissingNPS = Phrase(
    "tiers.missing.nps", en: "an NPS answer of {count} or more", zh: "NPS 评分达到 {count}")
  package static let tierRankNow = Phrase(
    "tiers.missing.rank.now", en: "place {place} with R + F + M {score}", zh: "现排第 {place} 名，R+F+M 得分 {score}"
  )
  package static let tierRankNone = Phrase(
    "tiers.missing.rank.none", en: "no purchase in {days} days: no rank, no score", zh: "{days} 天内无购买，无排名、无得分"
  )
  package static let tierRankGoal = Phrase(
    "tiers.missing.rank.goal", en: "{tier} takes the first {limit} of {of}, R + F + M from {score}",
    zh: "{tier}取前 {limit} 名（共 {of} 名），得分需达 {score}")
  package static let tierMissingNothing = Phrase("tiers.missing.nothing", en: "nothing", zh: "无")
}

extension Phrase {
  // Columns of tiers.
  package static let columnTier = Phrase("column.tier", en: "Tier", zh: "等级")
  package static let aboutTier = Phrase("column.tier.about", en: "the tier of the programme", zh: "会员计划中的等级")
  package static let columnTierSince = Phrase("column.tier_since", en: "Tier since", zh: "等级起始")
  package static let aboutTierSince = Phrase(
    "column.tier_since.about", en: "when the tier began", zh: "获得当前等级的时间")
  package static let columnMisses = Phrase("column.misses", en: "Quarters missed", zh: "连续未达标季度")
  package static let aboutMisses = Phrase(
    "column.misses.about", en: "quarters in a row below what keeps the tier", zh: "连续未达保级条件的季度数")
  package static let columnNextTier = Phrase("column.next_tier", en: "Next tier", zh: "下一等级")
  package static let aboutNextTier = Phrase("column.next_tier.about", en: "the tier above", zh: "上一级等级")
  package static let columnNext = Phrase("column.next", en: "To next", zh: "升级进度")
  package static let aboutNext = Phrase(
    "column.next.about", en: "progress towards the next tier", zh: "距下一等级的进度")
  package static let columnKeep = Phrase("column.keep", en: "To keep", zh: "保级进度")
  package static let aboutKeep = Phrase(
    "column.keep.about", en: "progress towards keeping the tier, if nothing more happens this quarter",
    zh: "若无新增行为，季末保级的进度")
  package static let columnAtRisk = Phrase("column.at_risk", en: "At risk", zh: "降级风险")
  package static let aboutAtRisk = Phrase(
    "column.at_risk.about",
    en: "whether the member would lose the tier, or miss the quarter, as things stand",
    zh: "季末将降级，或记一次未达标")
}
