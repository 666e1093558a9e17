extension Phrase {
  // Columns of stages, scores and values.
  public static let columnStage = Phrase("column.stage", en: "Stage", zh: "阶段")
  public static let columnRhythm = Phrase("column.rhythm", en: "Rhythm", zh: "节奏")
  public static let columnPath = Phrase("column.path", en: "Path", zh: "忠诚路径")
  public static let columnRecency = Phrase("column.r", en: "R", zh: "R")
  public static let columnFrequency = Phrase("column.f", en: "F", zh: "F")
  public static let columnMoneyScore = Phrase("column.m", en: "M", zh: "M")
  public static let columnRFMClass = Phrase("column.rfm_class", en: "RFM class", zh: "RFM 分类")
  public static let columnAlive = Phrase("column.p_alive", en: "P(alive)", zh: "存活概率")
  public static let columnLifetimeValue = Phrase("column.clv", en: "CLV", zh: "终身价值")
  public static let columnSegment = Phrase("column.segment", en: "Segment", zh: "分群")
  public static let columnBehaviour = Phrase("column.behaviour", en: "Behaviour", zh: "行为")
  public static let columnMind = Phrase("column.mind", en: "Mind", zh: "心理")
  public static let columnWorth = Phrase("column.value", en: "Value", zh: "价值")

  public static let aboutStage = Phrase(
    "column.stage.about", en: "new, active, sleeping or churned, by rhythm", zh: "新客、活跃、沉睡或流失，按其节奏")
  public static let aboutRhythm = Phrase(
    "column.rhythm.about", en: "days between visits that silence is judged by", zh: "判断沉默所用的到访间隔天数")
  public static let aboutPath = Phrase(
    "column.path.about", en: "from knowing the brand to belonging", zh: "从认知到归属")
  public static let aboutRecency = Phrase(
    "column.r.about", en: "recency, 1 to 5", zh: "最近购买得分，1–5")
  public static let aboutFrequency = Phrase(
    "column.f.about", en: "frequency, 1 to 5", zh: "购买频次得分，1–5")
  public static let aboutMoneyScore = Phrase("column.m.about", en: "money, 1 to 5", zh: "购买金额得分，1–5")
  public static let aboutRFMClass = Phrase(
    "column.rfm_class.about", en: "one of eight, by R, F, M above the means", zh: "八类之一，按 R、F、M 是否高于均值")
  public static let aboutAlive = Phrase(
    "column.p_alive.about", en: "how likely the member still buys", zh: "仍会购买的概率")
  public static let aboutLifetimeValue = Phrase(
    "column.clv.about", en: "expected value of a year to come", zh: "未来一年的预期价值")
  public static let aboutSegment = Phrase(
    "column.segment.about", en: "high value, at risk or potential", zh: "高价值、有风险或有潜力")
  public static let aboutBehaviour = Phrase(
    "column.behaviour.about", en: "rank of what the member does, 0 to 100", zh: "行为排名，0–100")
  public static let aboutMind = Phrase(
    "column.mind.about", en: "rank of balance and of what the member says, 0 to 100", zh: "情感余额与态度排名，0–100")
  public static let aboutWorth = Phrase(
    "column.value.about", en: "rank of the lifetime value, 0 to 100", zh: "终身价值排名，0–100")

  public static let columnStake = Phrase("column.at_stake", en: "At stake", zh: "待挽回")
  public static let aboutStake = Phrase(
    "column.at_stake.about", en: "what calling the sleeping member back is worth", zh: "唤回沉睡会员的预期价值")

  static let stageColumnPhrases: [Phrase] = [
    columnStake, aboutStake,
    columnStage, columnRhythm, columnPath, columnRecency, columnFrequency, columnMoneyScore, columnRFMClass,
    columnAlive, columnLifetimeValue, columnSegment, columnBehaviour, columnMind, columnWorth, aboutStage,
    aboutRhythm, aboutPath, aboutRecency, aboutFrequency, aboutMoneyScore, aboutRFMClass, aboutAlive,
    aboutLifetimeValue, aboutSegment, aboutBehaviour, aboutMind, aboutWorth,
  ]

  // Words of these columns.
  public static let stageNew = Phrase("stage.new", en: "new", zh: "新客")
  public static let stageActive = Phrase("stage.active", en: "active", zh: "活跃")
  public static let stageSleeping = Phrase("stage.sleeping", en: "sleeping", zh: "沉睡")
  public static let stageChurned = Phrase("stage.churned", en: "churned", zh: "流失")
  public static let pathAwareness = Phrase("path.awareness", en: "awareness", zh: "认知")
  public static let pathTrust = Phrase("path.trust", en: "trust", zh: "信任")
  public static let pathBelonging = Phrase("path.belonging", en: "belonging", zh: "归属")
  public static let pathRecognition = Phrase("path.recognition", en: "recognition", zh: "识别")
  public static let pathIdentification = Phrase("path.identification", en: "identification", zh: "认同")
  public static let pathHabit = Phrase("path.habit", en: "habit", zh: "习惯")
  public static let rfmValuable = Phrase("rfm_class.111", en: "champions", zh: "重要价值")
  public static let rfmRecall = Phrase("rfm_class.011", en: "win back", zh: "重要唤回")
  public static let rfmDevelop = Phrase("rfm_class.101", en: "develop", zh: "重要深耕")
  public static let rfmSustain = Phrase("rfm_class.001", en: "retain", zh: "重要挽留")
  public static let rfmPotential = Phrase("rfm_class.110", en: "potential", zh: "潜力")
  public static let rfmNewcomer = Phrase("rfm_class.100", en: "newcomers", zh: "新客户")
  public static let rfmSteady = Phrase("rfm_class.010", en: "maintain", zh: "一般维持")
  public static let rfmLost = Phrase("rfm_class.000", en: "lost", zh: "流失")
  public static let segmentHighValue = Phrase("segment.high_value", en: "high value", zh: "高价值")
  public static let segmentAtRisk = Phrase("segment.at_risk", en: "at risk", zh: "有风险")
  public static let segmentPotential = Phrase("segment.potential", en: "potential", zh: "有潜力")
  public static let attitudeTrue = Phrase("attitude.true", en: "true loyalty", zh: "真实忠诚")
  public static let attitudeLatent = Phrase("attitude.latent", en: "latent loyalty", zh: "潜在忠诚")
  public static let attitudeSpurious = Phrase("attitude.spurious", en: "spurious loyalty", zh: "虚假忠诚")
  public static let attitudeNone = Phrase("attitude.none", en: "no loyalty", zh: "无忠诚")

  /// The words that columns show, by column and word with a dot between: `stage.new`.
  public static let columnWords: [String: Phrase] = Dictionary(
    uniqueKeysWithValues: (stageWordPhrases + communityWordPhrases + accountWordPhrases + [
      atRiskQuarter, atRiskMiss,
    ])
    .map { ($0.id, $0) })

  static let stageWordPhrases: [Phrase] = [
    stageNew, stageActive, stageSleeping, stageChurned, pathAwareness, pathTrust, pathBelonging,
    pathRecognition, pathIdentification, pathHabit, rfmValuable, rfmRecall, rfmDevelop, rfmSustain,
    rfmPotential, rfmNewcomer, rfmSteady, rfmLost, segmentHighValue, segmentAtRisk, segmentPotential,
    attitudeTrue, attitudeLatent, attitudeSpurious, attitudeNone,
  ]

  // How these figures came about.
  public static let whyJoinedLately = Phrase(
    "why.joined_lately", en: "joined {days} d ago, {orders} purchases", zh: "{days} 天前加入，购买 {orders} 次")
  public static let whyOwnRhythm = Phrase(
    "why.own_rhythm", en: "usually here every {rhythm} d, silent {days} d",
    zh: "通常每 {rhythm} 天出现一次，已沉默 {days} 天")
  public static let whyCommonRhythm = Phrase(
    "why.common_rhythm", en: "members are usually here every {rhythm} d, this one is silent {days} d",
    zh: "会员通常每 {rhythm} 天出现一次，此人已沉默 {days} 天")
  public static let whyFixedDays = Phrase(
    "why.fixed_days", en: "silent {days} d, by fixed days", zh: "已沉默 {days} 天，按固定天数")
  public static let whyNeverSeen = Phrase(
    "why.never_seen", en: "never seen, joined {days} d ago", zh: "从未出现，{days} 天前加入")
  public static let whyStageLimits = Phrase(
    "why.stage_limits", en: "active up to {active} d, sleeping up to {sleeping} d",
    zh: "{active} 天内活跃，{sleeping} 天内沉睡")
  public static let whyPath = Phrase(
    "why.path",
    en:
      "{orders} purchases, NPS {nps}, CSAT {csat}; {contributions} contributions, {referrals} referrals that "
      + "bought, {ties} ties",
    zh: "购买 {orders} 次，NPS {nps}，CSAT {csat}；贡献 {contributions} 次，推荐成交 {referrals} 人，互动好友 {ties} 人")
  public static let whyScores = Phrase(
    "why.scores", en: "R{r} ({days} d ago) F{f} ({orders} purchases) M{m} ({money}) in {window} d",
    zh: "{window} 天内：R{r}（{days} 天前）F{f}（{orders} 次）M{m}（{money}）")
  public static let whyModel = Phrase(
    "why.model", en: "by MBG/NBD, fitted to {count} members",
    zh: "按 MBG/NBD 模型，拟合 {count} 位会员")
  public static let whyRank = Phrase(
    "why.rank", en: "where it stands among all members", zh: "在全体会员中的位置")
  public static let whyAttitude = Phrase(
    "why.attitude", en: "with behaviour {behaviour}: {attitude}", zh: "行为 {behaviour}：{attitude}")

  public static let kindDecimal = Phrase(
    "kind.decimal", en: "a number, such as 0.3, 30% or 5..8", zh: "数字，如 0.3、30% 或 5..8")
  public static let kindChoice = Phrase(
    "kind.choice", en: "one of the column's words", zh: "该列的词之一")

  public static let lifecycleReportTitle = Phrase("report.lifecycle.title", en: "Lifecycle", zh: "生命周期")
  public static let rfmReportTitle = Phrase("report.rfm.title", en: "RFM", zh: "RFM")
  public static let reportCommonRhythm = Phrase("report.common_rhythm", en: "common rhythm", zh: "普遍节奏")
  public static let reportRetention = Phrase("report.retention", en: "retention over 30 d", zh: "30 天留存率")
  public static let reportRepeatRate = Phrase(
    "report.repeat_rate", en: "repeat purchase rate in 365 d", zh: "365 天复购率")
  public static let reportMovesSince = Phrase("report.moves", en: "since {days} d ago", zh: "自 {days} 天前")
  public static let reportScored = Phrase(
    "report.scored", en: "{count} members bought in {days} d", one: "{count} member bought in {days} d",
    zh: "{days} 天内有 {count} 位会员购买")
  public static let reportRecency = Phrase("report.recency", en: "recency", zh: "最近购买")
  public static let reportFrequency = Phrase("report.frequency", en: "frequency", zh: "购买频次")
  public static let reportMoneyScore = Phrase("report.money_score", en: "money", zh: "购买金额")
  public static let reportCutOffs = Phrase("report.cut_offs", en: "from … to", zh: "区间")
  public static let reportTies = Phrase(
    "report.ties", en: "equal values leave {bins} of 5 bins", zh: "并列值较多，5 档中仅 {bins} 档有会员")
  public static let overviewLifecycle = Phrase("overview.lifecycle", en: "Lifecycle and path", zh: "生命周期与路径")

  public static let overviewAtRisk = Phrase("overview.at_risk", en: "CLV at risk", zh: "流失风险价值")

  public static let whyStake = Phrase(
    "why.stake", en: "likely gone × a year's value if awake × chance of the best play",
    zh: "流失可能 × 若唤醒的年价值 × 最佳方案成功率")

  static let stageReasonPhrases: [Phrase] = [
    whyStake,
    overviewAtRisk,
    lifecycleReportTitle, rfmReportTitle, reportCommonRhythm, reportRetention, reportRepeatRate,
    reportMovesSince,
    reportScored, reportRecency, reportFrequency, reportMoneyScore, reportCutOffs, reportTies,
    overviewLifecycle,
    whyJoinedLately, whyOwnRhythm, whyCommonRhythm, whyFixedDays, whyNeverSeen, whyStageLimits, whyPath,
    whyScores, whyModel, whyRank, whyAttitude, kindDecimal, kindChoice,
  ]
}
