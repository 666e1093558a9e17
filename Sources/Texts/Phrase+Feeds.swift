extension Phrase {
  package static let feedMembers = Phrase("feed.members", en: "members", zh: "会员")
  package static let feedOrders = Phrase("feed.orders", en: "orders", zh: "订单")
  package static let feedActivity = Phrase("feed.activity", en: "activity", zh: "互动")
  package static let feedTouchpoints = Phrase("feed.touchpoints", en: "touchpoints", zh: "触点")
  package static let feedSurveys = Phrase("feed.surveys", en: "surveys", zh: "问卷")
  package static let feedComplaints = Phrase("feed.complaints", en: "complaints", zh: "投诉")
  package static let feedPoints = Phrase("feed.points", en: "points", zh: "积分")
  package static let feedHosts = Phrase("feed.hosts", en: "hosts", zh: "主理人")
  package static let feedWeather = Phrase("feed.weather", en: "weather", zh: "天气")
  package static let feedCampaigns = Phrase("feed.campaigns", en: "campaigns", zh: "营销活动")
  package static let feedDecisions = Phrase("feed.decisions", en: "decisions", zh: "决定")

  // What a feed fills that isn't there.
  package static let fillsMembers = Phrase(
    "fills.members", en: "names, cities, tags, hosts, joining dates", zh: "姓名、城市、标签、主理人、加入日期")
  package static let fillsOrders = Phrase(
    "fills.orders", en: "orders, spend, money by month", zh: "订单、消费、每月金额")
  package static let fillsActivity = Phrase(
    "fills.activity", en: "last seen, silence, referrers", zh: "最近出现、沉默天数、推荐人")
  package static let fillsTouchpoints = Phrase(
    "fills.touchpoints", en: "the card's touchpoints", zh: "卡片上的触点")
  package static let fillsSurveys = Phrase(
    "fills.surveys", en: "the card's NPS, CSAT and CES", zh: "卡片上的 NPS、CSAT、CES")
  package static let fillsComplaints = Phrase(
    "fills.complaints", en: "the card's complaints", zh: "卡片上的投诉")
  package static let fillsPoints = Phrase(
    "fills.points", en: "the card's points", zh: "卡片上的积分")
  package static let fillsHosts = Phrase(
    "fills.hosts", en: "the names of hosts", zh: "主理人姓名")
  package static let fillsWeather = Phrase(
    "fills.weather", en: "the daily weather", zh: "各城市每日天气")
  package static let fillsCampaigns = Phrase(
    "fills.campaigns", en: "the names of campaigns", zh: "营销活动名称")
  package static let fillsDecisions = Phrase(
    "fills.decisions", en: "the card's decisions", zh: "卡片上的决定")
}
