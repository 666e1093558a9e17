extension Phrase {
  package static let groupNPS = Phrase("group.nps", en: "NPS", zh: "NPS")
  package static let decisionContact = Phrase("decision.contact", en: "contacted", zh: "已联系")
  package static let decisionClose = Phrase("decision.close", en: "close", zh: "结案")
  package static let decisionFix = Phrase("decision.fix", en: "fix", zh: "已改进")

  package static let npsScore = Phrase("nps.score", en: "Score", zh: "得分")
  package static let npsGroups = Phrase("nps.groups", en: "Groups", zh: "分组")
  package static let npsWords = Phrase("nps.words", en: "Words", zh: "原话")
  package static let npsTopics = Phrase("nps.topics", en: "Topics", zh: "话题")
  package static let npsLoop = Phrase("nps.loop", en: "To answer", zh: "待回访")
  package static let npsDrivers = Phrase("nps.drivers", en: "Drivers", zh: "驱动因素")

  package static let npsPolicy = Phrase(
    "nps.policy", en: "one answer per member (latest, {days} days); every anonymous answer counts",
    zh: "每位会员取 {days} 天内最后一次回答，匿名逐条计")
  package static let npsInterval = Phrase("nps.interval", en: "{low} … {high}", zh: "{low} … {high}")
  package static let npsCount = Phrase("nps.count", en: "n {count}", zh: "n {count}")
  package static let npsError = Phrase("nps.error", en: "standard error {error}", zh: "标准误 {error}")
  package static let npsNoScore = Phrase(
    "nps.no_score", en: "no answers in these {days} days, so no score", zh: "近 {days} 天没有回答，无得分")
  package static let npsLow = Phrase("nps.low", en: "low n", zh: "样本少")
  package static let npsChange = Phrase(
    "nps.change", en: "{change} against the {days} days before ({score}, n {n})",
    zh: "较前 {days} 天 {change}（{score}，n {n}）")
  package static let npsNoChange = Phrase(
    "nps.change.none", en: "no answers in the {days} days before to compare with", zh: "前 {days} 天无回答可比")
  package static let npsMoreThanChance = Phrase(
    "nps.chance.more", en: "p {p}: more than chance", zh: "p {p}：超出偶然")
  package static let npsMayBeChance = Phrase(
    "nps.chance.may", en: "p {p}: may be chance", zh: "p {p}：可能是偶然")
  package static let npsPromoters = Phrase("nps.promoters", en: "promoters", zh: "推荐者")
  package static let npsPassives = Phrase("nps.passives", en: "passives", zh: "中立者")
  package static let npsDetractors = Phrase("nps.detractors", en: "detractors", zh: "贬损者")
  package static let npsDistribution = Phrase("nps.distribution", en: "Scores 0–10", zh: "评分 0–10")
  package static let npsWeeks = Phrase("nps.weeks", en: "By week, with its interval", zh: "按周与区间")
  package static let npsSatisfied = Phrase("nps.satisfied", en: "share of 4–5", zh: "4–5 分占比")
  package static let npsEasy = Phrase("nps.easy", en: "{share} gave 5–7", zh: "{share} 给 5–7 分")
  package static let npsNobody = Phrase("nps.nobody", en: "no answers", zh: "无回答")

  package static let npsByTier = Phrase("nps.by.tier", en: "tier", zh: "等级")
  package static let npsByStage = Phrase("nps.by.stage", en: "stage", zh: "阶段")
  package static let npsBySurveyStage = Phrase("nps.by.survey_stage", en: "survey stage", zh: "调研环节")
  package static let npsByChannel = Phrase("nps.by.channel", en: "channel", zh: "渠道")
  package static let npsByStore = Phrase("nps.by.store", en: "store", zh: "门店")
  package static let npsByRegion = Phrase("nps.by.region", en: "region", zh: "地区")
  package static let npsByHost = Phrase("nps.by.host", en: "host", zh: "主理人")
  package static let npsBy = Phrase("nps.by", en: "by {dimension}", zh: "按{dimension}")
  package static let npsUnknownGroup = Phrase("nps.group.unknown", en: "unknown", zh: "未知")
  package static let npsNoGroups = Phrase(
    "nps.groups.none", en: "No answer in this window has a {dimension}.", zh: "本期回答均未注明{dimension}。")
  package static let npsNotGrouped = Phrase(
    "nps.groups.not_yet", en: "The {dimension} of members isn't computed yet.", zh: "会员的{dimension}尚未算出。")
  package static let npsGroupHint = Phrase(
    "nps.groups.hint", en: "{key} switches the grouping.", zh: "按 {key} 换一种分组。")

  package static let npsAnonymous = Phrase("nps.anonymous", en: "anonymous", zh: "匿名")
  package static let npsWordless = Phrase("nps.wordless", en: "no words", zh: "未留言")
  package static let npsNewAbove = Phrase(
    "nps.words.new", en: "{number} new · {key}", zh: "新增 {number} 条 · {key}")
  package static let npsFollowing = Phrase("nps.words.following", en: "newest on top", zh: "最新在上")
  package static let npsNoWords = Phrase("nps.words.none", en: "No answers yet", zh: "还没有回答")
  package static let npsEmptyHint = Phrase(
    "nps.empty.hint",
    en:
      "The panel fills from surveys.jsonl: member, at, kind (nps, csat, ces), score and text of each answer.",
    zh: "本面板来自 surveys.jsonl：每条回答的 member、at、kind（nps、csat、ces）、score 与 text。")
  package static let npsEmpty = Phrase("nps.empty", en: "No survey answers", zh: "没有调研回答")
  package static let npsNotReady = Phrase(
    "nps.not_ready", en: "The answers are being counted", zh: "正在统计回答")

  package static let npsColumnTopic = Phrase("nps.column.topic", en: "Topic", zh: "话题")
  package static let npsColumnAnswers = Phrase("nps.column.answers", en: "n", zh: "n")
  package static let npsColumnMean = Phrase("nps.column.mean", en: "Mean", zh: "均分")
  package static let npsColumnShare = Phrase("nps.column.share", en: "Share", zh: "占比")
  package static let npsColumnChange = Phrase("nps.column.change", en: "Change, pp", zh: "变化百分点")
  package static let npsColumnComplaints = Phrase("nps.column.complaints", en: "Complaints", zh: "投诉")
  package static let npsColumnFix = Phrase("nps.column.fix", en: "Fix", zh: "改进")
  package static let npsColumnScore = Phrase("nps.column.score", en: "NPS", zh: "NPS")
  package static let npsColumnInterval = Phrase("nps.column.interval", en: "95%", zh: "95%")
  package static let npsColumnAge = Phrase("nps.column.age", en: "Age", zh: "时长")
  package static let npsColumnGiven = Phrase("nps.column.given", en: "Score", zh: "评分")
  package static let npsColumnWho = Phrase("nps.column.who", en: "Member", zh: "会员")
  package static let npsColumnWords = Phrase("nps.column.words", en: "Words", zh: "原话")
  package static let npsNoTopics = Phrase(
    "nps.topics.none", en: "No words in this window match a topic of nps.topics.",
    zh: "本期留言未涉及 nps.topics 中的话题。")
  package static let npsTopicAnswers = Phrase("nps.topic.answers", en: "{topic}: answers", zh: "{topic}：回答")
  package static let npsFixSince = Phrase("nps.fix.since", en: "fix of {date}", zh: "{date} 改进")
  package static let npsFixShare = Phrase("nps.fix.share", en: "{share} of words", zh: "占留言 {share}")
  package static let npsFixBefore = Phrase("nps.fix.before", en: "before", zh: "改进前")
  package static let npsFixAfter = Phrase("nps.fix.after", en: "after", zh: "改进后")
  package static let npsNoFix = Phrase(
    "nps.fix.none", en: "No fix is marked yet; {key} marks one with its date.", zh: "尚未标记改进。按 {key} 标记改进与日期。")

  package static let npsOpenCount = Phrase(
    "nps.loop.count", en: "{count} detractors waiting for an answer",
    one: "{count} detractor waiting for an answer",
    zh: "{count} 位贬损者待回访")
  package static let npsLate = Phrase(
    "nps.loop.late", en: "{count} for more than a day", zh: "{count} 位超过一天")
  package static let npsMedianAnswer = Phrase(
    "nps.loop.median", en: "median time to action {time}", zh: "处理中位时长 {time}")
  package static let npsNothingOpen = Phrase(
    "nps.loop.none", en: "Every detractor has been answered", zh: "所有贬损者均已回访")

  package static let npsAssociation = Phrase(
    "nps.drivers.association", en: "association, not cause", zh: "相关，并非因果")
  package static let npsDriversOn = Phrase(
    "nps.drivers.on", en: "shares of R² on {outcome}", zh: "{outcome}的 R² 贡献")
  package static let npsOutcomeNPS = Phrase("nps.outcome.nps", en: "the NPS answer", zh: "NPS 评分")
  package static let npsOutcomeRepurchase = Phrase(
    "nps.outcome.repurchase", en: "buying again within {days} d", zh: "{days} 天内复购")
  package static let npsDriversRunning = Phrase(
    "nps.drivers.running", en: "Drivers: resample {done} of {total}, {key} stops",
    zh: "驱动因素：重抽样 {done}/{total}，{key} 停止")
  package static let npsDriversStarting = Phrase(
    "nps.drivers.starting", en: "Computing drivers, {key} stops", zh: "正在计算驱动因素，{key} 停止")
  package static let npsDriversStopped = Phrase(
    "nps.drivers.stopped", en: "stopped at resample {done} of {total}", zh: "停在第 {done}/{total} 次重抽样")
  package static let npsDriversHalted = Phrase("nps.drivers.halted", en: "stopped", zh: "已停止")
  package static let npsDriversAge = Phrase(
    "nps.drivers.age", en: "as of {time}: {count} newer records will count within a minute",
    one: "as of {time}: {count} newer record will count within a minute", zh: "截至 {time}：{count} 条新记录将在一分钟内计入"
  )
  package static let npsMeanRating = Phrase("nps.drivers.mean", en: "mean {mean}", zh: "均分 {mean}")
  package static let npsDriversNone = Phrase(
    "nps.drivers.none",
    en: "No answer has both ratings and this outcome, so there are no drivers to compare.",
    zh: "没有同时带评分项和该结果的回答，无从比较驱动因素。")
  package static let npsDriversTooFew = Phrase(
    "nps.drivers.too_few", en: "{rows} answers rate every driver; {needed} are needed.",
    zh: "评全各项的回答有 {rows} 条，至少需要 {needed} 条。")
  package static let npsDriversSameOutcome = Phrase(
    "nps.drivers.same_outcome", en: "Every answer has the same outcome, so drivers cannot be compared.",
    zh: "所有回答的结果相同，无从比较。")
  package static let npsDriversSame = Phrase(
    "nps.drivers.same", en: "Every answer rates the drivers the same.", zh: "各项评分在所有回答中均相同。")
  package static let npsConstant = Phrase(
    "nps.drivers.constant", en: "left out, always rated the same: {names}", zh: "评分恒定未计入：{names}")
  package static let npsRare = Phrase(
    "nps.drivers.rare", en: "left out, rarely rated: {names}", zh: "评分过少未计入：{names}")
  package static let npsCollinear = Phrase(
    "nps.drivers.collinear", en: "collinear with others: {names}", zh: "可由其他项推出：{names}")
  package static let npsDriversHint = Phrase(
    "nps.drivers.hint", en: "They come from the ratings beside answers in surveys.jsonl.",
    zh: "数据来自 surveys.jsonl 中回答所附的 ratings。")
  package static let npsImportance = Phrase("nps.drivers.importance", en: "importance", zh: "重要性")
  package static let npsPerformance = Phrase(
    "nps.drivers.performance", en: "performance (mean rating)", zh: "表现（均分）")
  package static let npsMend = Phrase("nps.quadrant.mend", en: "fix first", zh: "优先改进")
  package static let npsKeep = Phrase("nps.quadrant.keep", en: "keep up", zh: "继续保持")
  package static let npsLater = Phrase("nps.quadrant.later", en: "later", zh: "暂缓")
  package static let npsEnough = Phrase("nps.quadrant.enough", en: "good enough", zh: "已足够")

  package static let npsFilterSign = Phrase("nps.filter.sign", en: "whose answers", zh: "谁的回答")
  package static let npsFilterPlaceholder = Phrase(
    "nps.filter.placeholder", en: "tag:宝妈 city:上海 silent>30d; empty for everyone",
    zh: "tag:宝妈 city:上海 silent>30d；留空为全部")
  package static let npsFiltered = Phrase(
    "nps.filtered", en: "only {filter}, without anonymous answers", zh: "仅 {filter}，不含匿名")
  package static let npsFiltering = Phrase("nps.filtering", en: "counting {filter}", zh: "正在统计 {filter}")
  package static let npsAskClose = Phrase("nps.ask.close", en: "outcome", zh: "处理结果")
  package static let npsAskFix = Phrase("nps.ask.fix", en: "fix and date", zh: "改进与日期")
  package static let npsFixHelp = Phrase(
    "nps.fix.help", en: "A date first (today if left out), then what was fixed: 2026-03-01 new couriers",
    zh: "先写日期（不写为今天），再写改进内容：2026-03-01 更换快递")
  package static let npsFixNeedsPast = Phrase(
    "nps.fix.past", en: "The date has to be today or earlier", zh: "日期须为今天或更早")
  package static let todayDetractors = Phrase(
    "today.detractors", en: "{count} detractors to answer", one: "{count} detractor to answer",
    zh: "{count} 位贬损者待回访")
  package static let todayDetractorsLong = Phrase(
    "today.detractors.long", en: "{count} for more than a day", zh: "{count} 位已超过一天")
  package static let reasonNoAnswer = Phrase("reason.no_answer", en: "No answer is selected", zh: "未选中回答")
  package static let reasonNoTopic = Phrase("reason.no_topic", en: "No topic is selected", zh: "未选中话题")
  package static let reasonAnonymous = Phrase(
    "reason.anonymous", en: "The answer is anonymous: no one to contact", zh: "匿名回答，无法联系")
  package static let reasonNoSurveys = Phrase(
    "reason.no_surveys", en: "There are no survey answers", zh: "没有调研回答")
  package static let reasonNotDrivers = Phrase(
    "reason.not_drivers", en: "This works in Drivers only", zh: "仅用于驱动因素")
  package static let reasonNothingToOpen = Phrase(
    "reason.nothing_to_open", en: "Nothing to open here", zh: "此处没有可打开的内容")
}
