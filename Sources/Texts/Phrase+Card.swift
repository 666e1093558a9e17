extension Phrase {
  public static let cardProfile = Phrase("card.profile", en: "Profile", zh: "档案")
  public static let cardTimeline = Phrase("card.timeline", en: "Timeline", zh: "时间线")
  public static let cardSources = Phrase("card.sources", en: "Sources", zh: "来源")
  public static let cardFigures = Phrase("card.figures", en: "Figures", zh: "数据")
  public static let cardLatest = Phrase("card.latest", en: "Latest", zh: "最近")
  public static let cardNoName = Phrase("card.no_name", en: "name unknown", zh: "姓名未知")
  public static let cardNoRecord = Phrase(
    "card.no_record", en: "known by events alone, no record in members", zh: "仅由事件得知，会员数据中无档案")
  public static let cardNothing = Phrase(
    "card.nothing", en: "Nothing is known of this member but the id.", zh: "除编号外，对此会员一无所知。")
  public static let cardNoEvents = Phrase(
    "card.no_events", en: "No feed says anything of this member yet.", zh: "尚无数据提到此会员。")
  public static let cardNoMember = Phrase("card.no_member", en: "No member is selected.", zh: "未选中会员。")
  public static let cardAge = Phrase("card.age", en: "{years} years old", zh: "{years} 岁")
  public static let cardAliases = Phrase("card.aliases", en: "Known as", zh: "其他账号")
  public static let cardMore = Phrase(
    "card.more", en: "{count} older entries", one: "{count} older entry", zh: "还有更早的 {count} 条")
  public static let cardRecords = Phrase(
    "card.records", en: "{count} records", one: "{count} record", zh: "{count} 条记录")
  public static let cardNewest = Phrase("card.newest", en: "newest {age}", zh: "最新 {age}")

  // How a figure came about.
  public static let whyStated = Phrase("why.stated", en: "as the record says", zh: "以档案为准")
  public static let whyFirstEvent = Phrase(
    "why.first_event", en: "the first event: the record says nothing, or later", zh: "取首个事件：档案未写或更晚")
  public static let whyPurchases = Phrase(
    "why.purchases", en: "every purchase ever, {count} refunds apart",
    one: "every purchase ever, {count} refund apart",
    zh: "全部购买，另有退款 {count} 笔")
  public static let whyPurchasesOnly = Phrase(
    "why.purchases_only", en: "every purchase ever, none refunded", zh: "全部购买，无退款")
  public static let whyAmountsOnly = Phrase(
    "why.amounts_only", en: "all that was bought, nothing paid back", zh: "全部购买金额，无退款")
  public static let whyAmounts = Phrase(
    "why.amounts", en: "bought {bought}, paid back {refunded}", zh: "购买 {bought}，退款 {refunded}")
  public static let whyMean = Phrase(
    "why.mean", en: "{spend} by {orders} purchases", zh: "{spend} ÷ {orders} 次购买")
  public static let whyNewest = Phrase("why.newest", en: "the newest record, in {feed}", zh: "最新记录，来自{feed}")
  public static let whyDays = Phrase("why.days", en: "calendar days since {day}", zh: "自 {day} 起的日历天数")
  public static let whyNoRecords = Phrase(
    "why.no_records", en: "no records to make it from", zh: "没有可计算的记录")
  public static let whyWindow = Phrase("why.window", en: "{first} … {last}", zh: "{first} … {last}")

  // What happened.
  public static let didJoin = Phrase("did.joined", en: "joined", zh: "加入")
  public static let didPurchase = Phrase("did.purchase", en: "purchase", zh: "购买")
  public static let didRefund = Phrase("did.refund", en: "refund", zh: "退款")
  public static let didActivity = Phrase("did.activity", en: "activity", zh: "互动")
  public static let didTouchpoint = Phrase("did.touchpoint", en: "touchpoint", zh: "触点")
  public static let didSurvey = Phrase("did.survey", en: "answer", zh: "答卷")
  public static let didComplaint = Phrase("did.complaint", en: "complaint", zh: "投诉")
  public static let didPoints = Phrase("did.points", en: "points", zh: "积分")
  public static let didRedemption = Phrase("did.redemption", en: "redemption", zh: "兑换")
  public static let didDecision = Phrase("did.decision", en: "decision", zh: "决定")
  public static let complaintLevel = Phrase("complaint.level", en: "level {level}", zh: "{level} 级")
  public static let pointsCount = Phrase("points.count", en: "{count} pts", zh: "{count} 分")
  public static let otherHost = Phrase("other.host", en: "host {name}", zh: "主理人 {name}")
  public static let otherStranger = Phrase("other.stranger", en: "somebody unknown", zh: "未知对象")

  static let cardPhrases: [Phrase] = [
    cardProfile, cardTimeline, cardSources, cardFigures, cardLatest, cardNoName, cardNoRecord, cardNothing,
    cardNoEvents, cardNoMember, cardAge, cardAliases, cardMore, cardRecords, cardNewest, whyStated,
    whyFirstEvent, whyPurchases, whyPurchasesOnly, whyAmountsOnly, whyAmounts, whyMean, whyNewest, whyDays,
    whyNoRecords, whyWindow,
    didJoin, didPurchase, didRefund, didActivity, didTouchpoint, didSurvey, didComplaint, didPoints,
    didRedemption, didDecision, complaintLevel, pointsCount, otherHost, otherStranger,
  ]
}
