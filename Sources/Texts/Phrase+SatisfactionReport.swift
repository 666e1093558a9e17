/// What the reports on satisfaction and its drivers say.
extension Phrase {
  package static let npsReportTitle = Phrase("report.nps.title", en: "NPS, CSAT, CES", zh: "NPS、CSAT、CES")
  package static let npsReportPolicy = Phrase(
    "report.nps.policy",
    en: "One answer per member (the latest in {days}, from {date} on); every anonymous answer counts.",
    zh: "{days}内（自 {date} 起）每位会员最后一次回答；匿名回答逐条计入。")
  package static let npsReportScore = Phrase("report.nps.score", en: "NPS", zh: "NPS")
  package static let npsReportCSAT = Phrase("report.nps.csat", en: "CSAT (4–5)", zh: "CSAT（4–5 分）")
  package static let npsReportCES = Phrase("report.nps.ces", en: "CES (mean of 1–7)", zh: "CES（1–7 均分）")
  package static let npsReportEasy = Phrase("report.nps.easy", en: "CES of 5 or more", zh: "CES ≥ 5 占比")
  package static let npsReportChange = Phrase(
    "report.nps.change", en: "change since the {days} before", zh: "较前 {days}")
  package static let npsReportLow = Phrase("report.nps.low", en: "low n", zh: "样本少")
  package static let npsReportNobody = Phrase("report.nps.nobody", en: "no answers", zh: "无回答")
  package static let npsReportError = Phrase("report.nps.error", en: "standard error", zh: "标准误")
  package static let npsReportInterval = Phrase("report.nps.interval", en: "95% interval", zh: "95% 区间")
  package static let npsReportShares = Phrase(
    "report.nps.shares", en: "promoters, passives, detractors", zh: "推荐者、中立者、贬损者")
  package static let npsReportGave = Phrase("report.nps.gave", en: "score", zh: "评分")
  package static let npsReportAnswers = Phrase("report.nps.answers", en: "answers", zh: "回答")
  package static let npsReportWeek = Phrase("report.nps.week", en: "week from", zh: "周（起）")
  package static let npsReportUnknown = Phrase("report.nps.unknown", en: "unknown", zh: "未知")
  package static let npsReportTier = Phrase("report.nps.tier", en: "tier", zh: "等级")
  package static let npsReportStage = Phrase("report.nps.stage", en: "stage", zh: "阶段")
  package static let npsReportSurveyStage = Phrase("report.nps.survey-stage", en: "survey stage", zh: "调研环节")
  package static let npsReportChannel = Phrase("report.nps.channel", en: "channel", zh: "渠道")
  package static let npsReportStore = Phrase("report.nps.store", en: "store", zh: "门店")
  package static let npsReportRegion = Phrase("report.nps.region", en: "region", zh: "地区")
  package static let npsReportHost = Phrase("report.nps.host", en: "host", zh: "主理人")
  package static let npsReportTopic = Phrase("report.nps.topic", en: "topic", zh: "话题")
  package static let npsReportMentions = Phrase("report.nps.mentions", en: "mentions", zh: "提及")
  package static let npsReportMean = Phrase("report.nps.mean", en: "mean score", zh: "均分")
  package static let npsReportShareChange = Phrase(
    "report.nps.share-change", en: "share and change", zh: "占比与变化")
  package static let npsReportComplaints = Phrase("report.nps.complaints", en: "complaints", zh: "投诉")
  package static let npsReportFix = Phrase(
    "report.nps.fix", en: "{topic}, fixed {date}: mentions {change}; NPS {score}",
    zh: "{topic}（{date} 改进）：提及 {change}；NPS {score}")
  package static let npsReportWaiting = Phrase(
    "report.nps.waiting", en: "detractors no one has contacted", zh: "未回访的贬损者")
  package static let npsReportDay = Phrase(
    "report.nps.day", en: "{count} of them for a day or longer", zh: "其中 {count} 位已超过一天")
  package static let npsReportMedian = Phrase(
    "report.nps.median", en: "median time from answer to action", zh: "从回答到行动的中位时间")

  package static let driverReportTitle = Phrase("report.drivers.title", en: "Drivers", zh: "驱动因素")
  package static let driverReportNPS = Phrase("report.drivers.nps", en: "for the NPS score", zh: "对 NPS 评分")
  package static let driverReportRepurchase = Phrase(
    "report.drivers.repurchase", en: "for a purchase within {days} after the answer",
    zh: "对回答后 {days}内复购")
  package static let driverReportRows = Phrase(
    "report.drivers.rows",
    en: "n {count} of {answers} rated answers (only those that rate every driver); R² {fit}",
    zh: "n {count}（共 {answers} 条有评分的回答，取各项均有评分者）；R² {fit}")
  package static let driverReportLMG = Phrase(
    "report.drivers.lmg",
    en: "Shares of R² by LMG: the mean over all orders; {draws} resamples, seed {seed}.",
    zh: "LMG：R² 贡献按所有次序取平均；重抽样 {draws} 次，种子 {seed}。")
  package static let driverReportJohnson = Phrase(
    "report.drivers.johnson",
    en:
      "Shares of R² by Johnson's relative weights, for more than 12 drivers; {draws} resamples, seed {seed}.",
    zh: "Johnson 相对权重（超过 12 项）；重抽样 {draws} 次，种子 {seed}。")
  package static let driverReportCause = Phrase(
    "report.drivers.cause", en: "Association, not cause.", zh: "相关，不是因果。")
  package static let driverReportName = Phrase("report.drivers.name", en: "driver", zh: "因素")
  package static let driverReportShare = Phrase("report.drivers.share", en: "share", zh: "贡献")
  package static let driverReportRating = Phrase("report.drivers.rating", en: "mean rating", zh: "均分")
  package static let driverReportConstant = Phrase(
    "report.drivers.constant", en: "Left out, always rated the same: {names}", zh: "未计入（评分不变）：{names}")
  package static let driverReportRare = Phrase(
    "report.drivers.rare", en: "Left out, rarely rated: {names}", zh: "未计入（很少被评）：{names}")
  package static let driverReportCollinear = Phrase(
    "report.drivers.collinear", en: "Collinear with others, whose share they split: {names}",
    zh: "由其他因素决定，贡献共享：{names}")
  package static let driverReportNone = Phrase(
    "report.drivers.none", en: "No answer has both ratings and this outcome: add 'ratings' to surveys.",
    zh: "没有同时带评分和该结果的回答：请在 surveys 中加入 'ratings'。")
  package static let driverReportFew = Phrase(
    "report.drivers.few", en: "Too few: {count} answers rate every driver, {needed} are needed.",
    zh: "数据太少：各项均有评分的回答 {count} 条，需要 {needed} 条。")
  package static let driverReportFlat = Phrase(
    "report.drivers.flat", en: "All {count} answers have the same outcome.", zh: "全部 {count} 条回答的结果相同。")
  package static let driverReportSame = Phrase(
    "report.drivers.same", en: "No driver's rating varies.", zh: "各项评分均无变化。")
}
