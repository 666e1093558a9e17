extension Phrase {
  package static let cardProfile = Phrase("card.profile", en: "Profile", zh: "档案")
  package static let cardTimeline = Phrase("card.timeline", en: "Timeline", zh: "时间线")
  package static let cardSources = Phrase("card.sources", en: "Sources", zh: "来源")
  package static let cardFigures = Phrase("card.figures", en: "Figures", zh: "数据")
  package static let cardLatest = Phrase("card.latest", en: "Latest", zh: "最近")
  package static let cardNoName = Phrase("card.no_name", en: "name unknown", zh: "姓名未知")
  package static let cardNoRecord = Phrase(
    "card.no_record", en: "known from events only; no record in members", zh: "仅由事件得知，会员数据中无档案")
  package static let cardNothing = Phrase(
    "card.nothing", en: "Only the id of this member is known.", zh: "仅知道此会员的编号。")
  package static let cardNoEvents = Phrase(
    "card.no_events", en: "No record mentions this member yet.", zh: "尚无数据提到此会员。")
  package static let cardNoMember = Phrase("card.no_member", en: "No member is selected.", zh: "未选中会员。")
  package static let cardAge = Phrase("card.age", en: "{years} years old", zh: "{years} 岁")
  package static let cardAliases = Phrase("card.aliases", en: "Known as", zh: "其他账号")
  package static let cardGathering = Phrase(
    "card.gathering", en: "Reading {count} records…", zh: "正在汇总 {count} 条记录…")
  package static let cardMore = Phrase(
    "card.more", en: "{count} older entries", one: "{count} older entry", zh: "还有更早的 {count} 条")
  package static let cardRecords = Phrase(
    "card.records", en: "{count} records", one: "{count} record", zh: "{count} 条记录")
  package static let cardNewest = Phrase("card.newest", en: "newest {age}", zh: "最新 {age}")

  // How a figure came about.
  package static let whyStated = Phrase("why.stated", en: "as the record says", zh: "以档案为准")
  package static let whyFirstEvent = Phrase(
    "why.first_event", en: "the first event, because the record has no earlier date", zh: "取首个事件：档案未写或更晚")
  package static let whyPurchases = Phrase(
    "why.purchases", en: "all purchases ever; {count} refunds are counted separately",
    one: "all purchases ever; {count} refund is counted separately",
    zh: "全部购买，另有退款 {count} 笔")
  package static let whyPurchasesOnly = Phrase(
    "why.purchases_only", en: "all purchases ever; there was no refund", zh: "全部购买，没有退款")
  package static let whyAmountsOnly = Phrase(
    "why.amounts_only", en: "everything bought; there was no refund", zh: "全部购买金额，没有退款")
  package static let whyAmounts = Phrase(
    "why.amounts", en: "bought {bought}, refunded {refunded}", zh: "购买 {bought}，退款 {refunded}")
  package static let whyMean = Phrase(
    "why.mean", en: "{spend} ÷ {count} purchases", one: "{spend} ÷ {count} purchase",
    zh: "{spend} ÷ {count} 次购买")
  package static let whyNewest = Phrase("why.newest", en: "the newest record, in {feed}", zh: "最新记录，来自{feed}")
  package static let whyDays = Phrase("why.days", en: "calendar days since {day}", zh: "自 {day} 起的日历天数")
  package static let whyNoRecords = Phrase(
    "why.no_records", en: "no records to compute it from", zh: "没有可计算的记录")
  package static let whyWindow = Phrase("why.window", en: "{first} … {last}", zh: "{first} … {last}")

  // What happened.
  package static let didJoin = Phrase("did.joined", en: "joined", zh: "加入")
  package static let didPurchase = Phrase("did.purchase", en: "purchase", zh: "购买")
  package static let didRefund = Phrase("did.refund", en: "refund", zh: "退款")
  package static let didActivity = Phrase("did.activity", en: "activity", zh: "互动")
  package static let didTouchpoint = Phrase("did.touchpoint", en: "touchpoint", zh: "触点")
  package static let didSurvey = Phrase("did.survey", en: "answer", zh: "回答")
  package static let didComplaint = Phrase("did.complaint", en: "complaint", zh: "投诉")
  package static let didPoints = Phrase("did.points", en: "points", zh: "积分")
  package static let didRedemption = Phrase("did.redemption", en: "redemption", zh: "兑换")
  package static let didDecision = Phrase("did.decision", en: "decision", zh: "决定")
  package static let complaintLevel = Phrase("complaint.level", en: "level {level}", zh: "{level} 级")
  package static let pointsCount = Phrase("points.count", en: "{count} pts", zh: "{count} 分")
  package static let otherHost = Phrase("other.host", en: "host {name}", zh: "主理人 {name}")
  package static let otherUnresolved = Phrase("other.unresolved", en: "someone unknown", zh: "未知对象")
}
