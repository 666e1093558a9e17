/// What is said of models of purchases and spend.
extension Phrase {
  package static let clvReportTitle = Phrase("report.clv.title", en: "Lifetime value", zh: "会员终身价值")
  package static let modelBGNBD = Phrase("model.bg-nbd", en: "BG/NBD", zh: "BG/NBD 模型")
  package static let modelMBGNBD = Phrase("model.mbg-nbd", en: "MBG/NBD", zh: "MBG/NBD 模型")
  package static let modelFittedTo = Phrase(
    "model.fitted-to",
    en: "{model}, fitted to {customers} members who bought until {day}, {repeaters} of them on several days",
    zh: "{model}，拟合截至 {day} 的 {customers} 位购买会员，其中 {repeaters} 位在多天购买")
  package static let modelNoPurchases = Phrase(
    "model.absent.no-purchases", en: "No model: there are no purchases.", zh: "没有模型：没有任何购买。")
  package static let modelTooFewRepeaters = Phrase(
    "model.absent.too-few",
    en: "No model: {repeaters} members bought on several days; {needed} are needed.",
    zh: "没有模型：在多天购买的会员有 {repeaters} 位，至少需要 {needed} 位。")
  package static let modelTooFew = Phrase(
    "model.absent.brief", en: "too few: {repeaters} came back", zh: "太少：{repeaters} 位复购")
  package static let modelWindowTooShort = Phrase(
    "model.absent.too-short",
    en: "No model: purchases go back only {days} days, less than three times the median gap of {gap} days.",
    zh: "没有模型：购买记录仅 {days} 天，不足中位间隔 {gap} 天的三倍。")
  package static let modelTooShort = Phrase(
    "model.absent.too-short.brief", en: "too short: {days} d of purchases", zh: "太短：购买记录仅 {days} 天")
  package static let modelCancelled = Phrase(
    "model.absent.cancelled", en: "No model: the fit was stopped.", zh: "没有模型：拟合被中止。")

  package static let modelRate = Phrase(
    "model.about.r", en: "shape of buying rates: the smaller, the more members differ",
    zh: "购买频率分布的形状：越小，会员差异越大")
  package static let modelAlpha = Phrase(
    "model.about.alpha", en: "their scale in weeks; on average {rate} purchase days per week while active",
    zh: "其尺度（周）；活跃期内平均每周 {rate} 个购买日")
  package static let modelDropOut = Phrase(
    "model.about.a", en: "drop-out after a purchase: on average {share} stop", zh: "购买后流失：平均有 {share} 不再购买")
  package static let modelDropOutSpread = Phrase(
    "model.about.b", en: "its spread: the smaller a + b, the more members differ", zh: "其离散度：a + b 越小，会员差异越大")
  package static let modelLogLikelihood = Phrase(
    "model.log-likelihood", en: "log-likelihood", zh: "对数似然")
  package static let modelLogLikelihoodAbout = Phrase(
    "model.about.log-likelihood", en: "the higher, the better the model fits; for comparing models",
    zh: "越高拟合越好；用于比较模型")
  package static let modelConverged = Phrase("model.converged", en: "converged", zh: "收敛")
  package static let modelConvergedAbout = Phrase(
    "model.about.converged", en: "no parameters nearby fit better", zh: "附近没有更好的参数")
  package static let modelNotConvergedAbout = Phrase(
    "model.about.not-converged", en: "the search ended early: treat the figures with care",
    zh: "搜索提前结束：结果仅供参考"
  )
  package static let modelBoundary = Phrase(
    "model.boundary", en: "{parameters} at the limit of the search", zh: "{parameters} 位于搜索边界")
  package static let modelNobodyDropsOut = Phrase(
    "model.nobody-drops-out", en: "a near 0: in this model no one drops out", zh: "a 接近 0：按此模型无人流失")

  package static let spendTitle = Phrase(
    "spend.title", en: "Spend (gamma-gamma), fitted to {count} members who came back",
    one: "Spend (gamma-gamma), fitted to {count} member who came back",
    zh: "消费（gamma-gamma），拟合 {count} 位复购会员")
  package static let spendAbsent = Phrase(
    "spend.absent", en: "No model of spend: too few members spent anything on a day after their first.",
    zh: "没有消费模型：首日之后有消费的会员太少。")
  package static let spendAboutP = Phrase(
    "spend.about.p", en: "shape of a member's own values: the larger, the steadier", zh: "会员自身金额的形状：越大越稳定")
  package static let spendAboutQ = Phrase(
    "spend.about.q", en: "shape over members: the larger, the more alike", zh: "会员之间的形状：越大越相近")
  package static let spendAboutV = Phrase(
    "spend.about.v", en: "scale; on average {money} per purchase day", zh: "尺度；平均每个购买日 {money}")
  package static let spendUnbounded = Phrase(
    "spend.about.v-unbounded", en: "scale; the values have no mean, because q is at most 1",
    zh: "尺度；q 不超过 1，金额没有均值")
  package static let spendWithoutMean = Phrase(
    "spend.without_mean",
    en:
      "Members who never spent again have no expected value and no lifetime value: spend varies so much among members "
      + "that it has no mean.",
    zh: "会员之间消费差距过大，没有均值：未再次消费的会员没有预期金额和终身价值。")
  package static let whyNoMean = Phrase(
    "why.no_mean",
    en:
      "no mean: spend varies too much among members to say what one who never spent again is worth",
    zh: "没有均值：会员之间消费差距过大，未再次消费的会员无从估值")
  package static let spendCorrelation = Phrase("spend.correlation", en: "correlation", zh: "相关系数")
  package static let spendCorrelationFine = Phrase(
    "spend.about.correlation", en: "of frequency and value: low enough for the model", zh: "频率与金额：足够低，模型适用")
  package static let spendCorrelationHigh = Phrase(
    "spend.about.correlation-high",
    en: "of frequency and value: above 0.3, treat values with care", zh: "频率与金额：超过 0.3，金额仅供参考")

  package static let holdOutTitle = Phrase(
    "holdout.title", en: "Hold-out of {weeks} weeks", zh: "留出检验 {weeks} 周")
  package static let holdOutAbsent = Phrase(
    "holdout.absent", en: "No hold-out: the history is too short.", zh: "没有留出检验：历史太短。")
  package static let holdOutPredicted = Phrase("holdout.predicted", en: "predicted", zh: "预测")
  package static let holdOutPredictedAbout = Phrase(
    "holdout.about.predicted", en: "purchase days, by a fit to the time before", zh: "购买日，按此前数据拟合")
  package static let holdOutActual = Phrase("holdout.actual", en: "actual", zh: "实际")
  package static let holdOutActualAbout = Phrase(
    "holdout.about.actual", en: "purchase days; predicted {error} against them", zh: "购买日；预测偏差 {error}")
  package static let holdOutError = Phrase("holdout.mae", en: "mean error", zh: "平均误差")
  package static let holdOutErrorAbout = Phrase(
    "holdout.about.mae", en: "purchase days per member, over or under", zh: "每位会员的购买日，绝对值")

  package static let clvFrequency = Phrase("clv.frequency", en: "repeats", zh: "复购天数")
  package static let clvRecency = Phrase("clv.recency", en: "last, weeks", zh: "末次（周）")
  package static let clvAge = Phrase("clv.age", en: "age, weeks", zh: "龄（周）")
  package static let clvAlive = Phrase("clv.alive", en: "alive", zh: "存活概率")
  package static let clvOrders = Phrase("clv.orders", en: "expected orders", zh: "预期购买")
  package static let clvValue = Phrase("clv.value", en: "per purchase", zh: "每次金额")
  package static let clvLifetimeValue = Phrase("clv.lifetime-value", en: "CLV, 365 d", zh: "终身价值，365 天")
  package static let clvMember = Phrase("clv.member", en: "member", zh: "会员")
  package static let clvShown = Phrase(
    "clv.shown", en: "{shown} of {all} members; expected orders within {weeks} weeks.",
    zh: "{all} 位会员中的 {shown} 位；预期购买为 {weeks} 周内。")
}
