/// A matter that members write about, known by its words.
package struct AnswerTopic: Hashable, Sendable {
  /// The word in decisions and reports.
  package var id: String
  package var name: BilingualText
  /// Any of these in an answer makes it one about the topic. Case and full-width forms don't matter; a word that begins
  /// with a Latin letter or a digit is found at the beginning of words only.
  package var words: [String]

  package init(id: String, name: BilingualText, words: [String]) {
    self.id = id
    self.name = name
    self.words = words
  }

  /// How many topics a programme may have, and how many words all of them together.
  package static let limit = 31
  package static let wordLimit = 2000
}

extension Program {
  /// How satisfaction is measured.
  package struct SatisfactionRules: Hashable, Sendable {
    /// The window of answers, in days.
    package var windowDays = 90
    /// Weeks of the trend.
    package var weeks = 26
    /// A score of fewer answers is said to be of low n.
    package var lowCount = 30
    package var topics = AnswerTopic.defaults
    /// Resamples behind the intervals of drivers, and the seed of their lots.
    package var draws = 1000
    package var seed = 1
    /// A purchase within this many days after an answer counts as buying again.
    package var repurchaseDays = 90
  }

  static let satisfactionKeys: [Key] = [
    Key(
      path: "nps.window_days", kind: .whole(\.satisfaction.windowDays, 1...3650),
      about: "The window of answers, in days: each member's last one in it counts."),
    Key(
      path: "nps.weeks", kind: .whole(\.satisfaction.weeks, 1...104), about: "Weeks of the trend."),
    Key(
      path: "nps.low_count", kind: .whole(\.satisfaction.lowCount, 0...1_000_000),
      about: "Scores from fewer answers are marked 'low n' and get no colour."),
    Key(
      path: "nps.topics", kind: .topics(\.satisfaction.topics),
      about: "What members write about: id, name (en, zh) and the words by which it is known."),
    Key(
      path: "drivers.draws", kind: .whole(\.satisfaction.draws, 0...100_000),
      about: "Resamples behind the intervals of drivers."),
    Key(
      path: "drivers.seed", kind: .whole(\.satisfaction.seed, 0...1_000_000_000),
      about: "The same seed draws the same resamples."),
    Key(
      path: "drivers.repurchase_days", kind: .whole(\.satisfaction.repurchaseDays, 1...3650),
      about: "A purchase within this many days after an answer counts as buying again."),
  ]
}

extension AnswerTopic {
  /// What members of most programmes write about.
  package static let defaults = [
    AnswerTopic(
      id: "delivery", name: BilingualText(english: "Delivery", chinese: "物流"),
      words: [
        "物流", "快递", "配送", "发货", "送货", "送达", "运输", "到货", "deliver", "shipping", "shipped", "shipment",
        "courier",
        "parcel", "tracking", "postage", "arrived late",
      ]),
    AnswerTopic(
      id: "quality", name: BilingualText(english: "Quality and taste", chinese: "品质口感"),
      words: [
        "质量", "品质", "口感", "味道", "口味", "香气", "茶汤", "新鲜", "变质", "异味", "陈味", "耐用", "quality", "taste",
        "flavour", "flavor", "fresh", "aroma", "stale", "bitter", "sour",
      ]),
    AnswerTopic(
      id: "service", name: BilingualText(english: "Service", chinese: "服务"),
      words: [
        "客服", "服务", "店员", "导购", "管家", "态度", "售后", "回复", "没人理", "service", "staff", "support", "rude",
        "helpful", "friendly", "ignored me", "my host",
      ]),
    AnswerTopic(
      id: "price", name: BilingualText(english: "Price", chinese: "价格"),
      words: [
        "价格", "价位", "价钱", "性价比", "贵", "便宜", "划算", "降价", "涨价", "优惠", "折扣", "券", "price", "pricing",
        "expensive", "cheap", "dearer", "discount", "coupon", "good value", "value for money",
      ]),
    AnswerTopic(
      id: "packaging", name: BilingualText(english: "Packaging", chinese: "包装"),
      words: [
        "包装", "礼盒", "罐", "封口", "压坏", "破损", "packag", "gift box", "wrapping", "crushed", "dented", "the seal",
        "the tin", "small tins",
      ]),
    AnswerTopic(
      id: "events", name: BilingualText(english: "Events", chinese: "活动"),
      words: [
        "活动", "打卡", "品茶会", "会员日", "沙龙", "讲座", "event", "challenge", "member day", "workshop",
      ]),
    AnswerTopic(
      id: "app", name: BilingualText(english: "App and ordering", chinese: "下单与小程序"),
      words: [
        "小程序", "登录", "闪退", "卡顿", "支付", "付款", "页面", "app", "website", "log in", "login", "checkout", "payment",
        "crash",
      ]),
    AnswerTopic(
      id: "store", name: BilingualText(english: "Stores", chinese: "门店"),
      words: ["门店", "店铺", "店里", "环境", "排队", "停车", "store", "queue", "parking", "opening hours"]),
  ]
}
