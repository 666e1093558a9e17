extension Phrase {
  // Columns of stages, scores and values.
  package static let columnStage = Phrase("column.stage", en: "Stage", zh: "阶段")
  package static let columnRhythm = Phrase("column.rhythm", en: "Rhythm", zh: "节奏")
  package static let columnPath = Phrase("column.path", en: "Path", zh: "忠诚路径")
  package static let columnRecency = Phrase("column.r", en: "R", zh: "R")
  package static let columnFrequency = Phrase("column.f", en: "F", zh: "F")
  package static let columnMoneyScore = Phrase("column.m", en: "M", zh: "M")
  package static let columnRFMClass = Phrase("column.rfm_class", en: "RFM class", zh: "RFM 分类")
  package static let columnAlive = Phrase("column.p_alive", en: "P(alive)", zh: "存活概率")
  package static let columnLifetimeValue = Phrase("column.clv", en: "CLV", zh: "终身价值")
  package static let columnSegment = Phrase("column.segment", en: "Segment", zh: "分群")
  package static let columnBehaviour = Phrase("column.behaviour", en: "Behaviour", zh: "行为")
  package static let columnMind = Phrase("column.mind", en: "Mind", zh: "心理")
  package static let columnWorth = Phrase("column.value", en: "Value", zh: "价值")

  package static let aboutStage = Phrase(
    "column.stage.about", en: "new, active, sleeping or churned, by rhythm", zh: "新客、活跃、沉睡或流失，按其节奏")
  package static let aboutRhythm = Phrase(
    "column.rhythm.about", en: "days between visits; silence is measured against it", zh: "判断沉默所用的到访间隔天数")
  package static let aboutPath = Phrase(
    "column.path.about", en: "from knowing the brand to belonging", zh: "从认知到归属")
  package static let aboutRecency = Phrase(
    "column.r.about", en: "recency, 1 to 5", zh: "最近购买得分，1–5")
  package static let aboutFrequency = Phrase(
    "column.f.about", en: "frequency, 1 to 5", zh: "购买频次得分，1–5")
  package static let aboutMoneyScore = Phrase("column.m.about", en: "money, 1 to 5", zh: "购买金额得分，1–5")
  package static let aboutRFMClass = Phrase(
    "column.rfm_class.about", en: "one of eight classes: R, F, M above or below the means",
    zh: "八类之一，按 R、F、M 是否高于均值")
  package static let aboutAlive = Phrase(
    "column.p_alive.about", en: "how likely the member still buys, by MBG/NBD", zh: "仍会购买的概率（MBG/NBD 模型）")
  package static let aboutLifetimeValue = Phrase(
    "column.clv.about", en: "expected value of a year to come, by MBG/NBD", zh: "未来一年的预期价值（MBG/NBD 模型）")
  package static let aboutSegment = Phrase(
    "column.segment.about", en: "high value, at risk or potential", zh: "高价值、有风险或有潜力")
  package static let aboutBehaviour = Phrase(
    "column.behaviour.about", en: "rank of what the member does, 0 to 100", zh: "行为排名，0–100")
  package static let aboutMind = Phrase(
    "column.mind.about", en: "rank of balance and of what the member says, 0 to 100", zh: "情感余额与态度排名，0–100")
  package static let aboutWorth = Phrase(
    "column.value.about", en: "rank of the lifetime value, 0 to 100", zh: "终身价值排名，0–100")

  package static let columnStake = Phrase("column.at_stake", en: "At stake", zh: "待挽回金额")
  package static let aboutStake = Phrase(
    "column.at_stake.about", en: "expected value of winning the sleeping member back", zh: "唤回沉睡会员的预期价值")

  // How these figures came about.
  package static let whyJoinedLately = Phrase(
    "why.joined_lately", en: "joined {days} d ago, {count} purchases",
    one: "joined {days} d ago, {count} purchase", zh: "{days} 天前加入，购买 {count} 次")
  package static let whyOwnRhythm = Phrase(
    "why.own_rhythm", en: "usually comes every {rhythm} d, silent for {days} d",
    zh: "通常每 {rhythm} 天出现一次，已沉默 {days} 天")
  package static let whyCommonRhythm = Phrase(
    "why.common_rhythm", en: "members usually come every {rhythm} d; this one silent for {days} d",
    zh: "会员通常每 {rhythm} 天出现一次，此人已沉默 {days} 天")
  package static let whyFixedDays = Phrase(
    "why.fixed_days", en: "silent for {days} d, by fixed limits", zh: "已沉默 {days} 天，按固定天数")
  package static let whyNeverSeen = Phrase(
    "why.never_seen", en: "never seen, joined {days} d ago", zh: "从未出现，{days} 天前加入")
  package static let whyStageLimits = Phrase(
    "why.stage_limits", en: "active up to {active} d, sleeping up to {sleeping} d",
    zh: "{active} 天内活跃，{sleeping} 天内沉睡")
  package static let whyPath = Phrase(
    "why.path",
    en:
      "{orders} purchases, NPS {nps}, CSAT {csat}; {contributions} contributions, {referrals} friends who bought, {ties} ties",
    zh: "购买 {orders} 次，NPS {nps}，CSAT {csat}；贡献 {contributions} 次，推荐成交 {referrals} 人，互动好友 {ties} 人")
  package static let whyScores = Phrase(
    "why.scores", en: "R{r} ({days} d ago) F{f} ({count} purchases) M{m} ({money}) in {window} d",
    one: "R{r} ({days} d ago) F{f} ({count} purchase) M{m} ({money}) in {window} d",
    zh: "{window} 天内：R{r}（{days} 天前）F{f}（{count} 次）M{m}（{money}）")
  package static let whyModel = Phrase(
    "why.model", en: "MBG/NBD model, fitted to {count} members",
    zh: "按 MBG/NBD 模型，拟合 {count} 位会员")
  package static let whyRank = Phrase(
    "why.rank", en: "position among all members", zh: "在全体会员中的位置")
  package static let whyAttitude = Phrase(
    "why.attitude", en: "with behaviour {behaviour}: {attitude}", zh: "行为 {behaviour}：{attitude}")

  package static let kindDecimal = Phrase(
    "kind.decimal", en: "a number, such as 0.3, 30% or 5..8", zh: "数字，如 0.3、30% 或 5..8")
  package static let kindChoice = Phrase(
    "kind.choice", en: "one of the column's words", zh: "该列的词之一")

  package static let lifecycleReportTitle = Phrase("report.lifecycle.title", en: "Lifecycle", zh: "生命周期")
  package static let rfmReportTitle = Phrase("report.rfm.title", en: "RFM", zh: "RFM")
  package static let reportCommonRhythm = Phrase("report.common_rhythm", en: "common rhythm", zh: "普遍节奏")
  package static let reportRetention = Phrase("report.retention", en: "retention over 30 d", zh: "30 天留存率")
  package static let reportRepeatRate = Phrase(
    "report.repeat_rate", en: "repeat purchase rate in 365 d", zh: "365 天复购率")
  package static let reportMovesSince = Phrase("report.moves", en: "since {days} d ago", zh: "自 {days} 天前")
  package static let reportScored = Phrase(
    "report.scored", en: "{count} members bought in {days} d", one: "{count} member bought in {days} d",
    zh: "{days} 天内有 {count} 位会员购买")
  package static let reportRecency = Phrase("report.recency", en: "recency", zh: "最近购买")
  package static let reportFrequency = Phrase("report.frequency", en: "frequency", zh: "购买频次")
  package static let reportMoneyScore = Phrase("report.money_score", en: "money", zh: "购买金额")
  package static let reportCutOffs = Phrase("report.cut_offs", en: "from … to", zh: "区间")
  package static let reportTies = Phrase(
    "report.ties", en: "equal values leave {bins} of 5 bins", zh: "并列值较多，5 档中仅 {bins} 档有会员")
  package static let overviewLifecycle = Phrase("overview.lifecycle", en: "Lifecycle and path", zh: "生命周期与路径")

  package static let overviewAtRisk = Phrase("overview.at_risk", en: "CLV at risk", zh: "流失风险价值")

  package static let whyStake = Phrase(
    "why.stake", en: "likely gone × a year's value if awake × chance of the best play",
    zh: "流失概率 × 唤醒后一年价值 × 最佳召回方案成功率")
}
