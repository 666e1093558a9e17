extension Phrase {
  /// What a word of the data contract is called, such as an activity's type or a touchpoint's kind; nil for
  /// words that a community made up itself.
  package static func word(_ code: String) -> Phrase? { dataWords[code] }

  /// What a field of a record is called; nil for others.
  package static func field(_ name: String) -> Phrase? { fieldNames[name] }

  /// The word of a channel, with the `-` before it that says no: a code that only a community has stays as it is.
  fileprivate static func channel(_ code: String, in language: Language) -> String {
    let isRefused = code.hasPrefix("-")
    guard let phrase = word(isRefused ? String(code.dropFirst()) : code) else { return code }
    return (isRefused ? "-" : "") + language.text(phrase)
  }

  static let dataWords = PhraseTable(
    under: "word.", wordTable.map { Phrase("word.\($0.0)", en: $0.1, zh: $0.2) })
  static let fieldNames = PhraseTable(
    under: "field.", fieldTable.map { Phrase("field.\($0.0)", en: $0.1, zh: $0.2) })

  private static let wordTable: [(String, String, String)] = [
    // Activities.
    ("login", "login", "登录"), ("browse", "browse", "浏览"), ("post", "post", "发帖"),
    ("reply", "reply", "回复"), ("reaction", "reaction", "点赞"), ("mention", "mention", "提及"),
    ("thanks", "thanks", "感谢"), ("share", "share", "分享"), ("check_in", "check-in", "打卡"),
    ("event", "event", "参加活动"), ("vote", "vote", "投票"), ("suggestion", "suggestion", "建议"),
    ("story", "story", "故事"), ("review", "review", "评价"), ("referral", "referral", "推荐"),
    // Touchpoints.
    ("push", "push", "推送"), ("birthday_gift", "birthday gift", "生日礼"), ("care", "care", "关怀"),
    ("gift", "gift", "礼物"), ("surprise", "surprise", "惊喜"), ("privilege", "privilege", "特权"),
    ("custom", "custom service", "定制"), ("visit", "visit", "拜访"), ("call_back", "call back", "回访"),
    ("event_invite", "invitation", "活动邀请"), ("content", "content", "内容"), ("apology", "apology", "道歉"),
    ("compensation", "compensation", "补偿"), ("suggestion_credited", "suggestion credited", "建议被采纳"),
    ("story_told", "story told", "故事被讲述"), ("late_delivery", "late delivery", "配送延迟"),
    ("stock_out", "out of stock", "缺货"), ("rude_service", "rude service", "服务粗鲁"),
    // Surveys.
    ("nps", "NPS", "NPS"), ("csat", "CSAT", "CSAT"), ("ces", "CES", "CES"),
    ("pre_sale", "before the sale", "售前"), ("sale", "the sale", "售中"), ("after_sale", "after the sale", "售后"),
    // Reasons of points, causes, triggers, plays, channels.
    ("order", "order", "订单"), ("redemption", "redemption", "兑换"), ("birthday", "birthday", "生日"),
    ("welcome", "welcome", "入会"), ("refund", "refund", "退款"), ("quality", "quality", "质量"),
    ("packaging", "packaging", "包装"), ("price", "price", "价格"), ("first_order", "first order", "首单"),
    ("after_purchase", "after a purchase", "购后"), ("anniversary", "anniversary", "周年"),
    ("rain_care", "rain", "雨天关怀"), ("member_day", "member day", "会员日"),
    ("host_silent", "silent host", "主理人久未联系"), ("gone_quiet", "gone quiet", "渐趋沉默"),
    ("complaint_closed", "complaint closed", "投诉已结"), ("cold_snap", "cold snap", "降温"),
    ("host_word", "word from the host", "主理人问候"), ("coupon", "coupon", "优惠券"),
    ("wechat", "WeChat", "微信"), ("phone", "phone", "电话"), ("store", "store", "门店"),
    ("email", "e-mail", "邮件"), ("sms", "SMS", "短信"), ("all", "all", "全部"), ("app", "app", "应用"),
    ("survey", "survey", "问卷"),
    // Decisions.
    ("recall", "recall", "召回"), ("hold_out", "hold-out", "留作对照"), ("snooze", "snoozed", "暂缓"),
    ("dismiss", "dismissed", "移出队列"), ("claim", "claimed", "领取"), ("release", "released", "退回"),
    ("hand", "handed over", "转交"), ("note", "note", "备注"), ("touch", "touchpoint done", "触达"),
    ("skip", "skipped", "跳过"), ("contact", "contacted", "已联系"), ("close", "closed", "结案"),
    ("fix", "fixed", "已改进"), ("undo", "undone", "撤销"),
  ]

  private static let fieldTable: [(String, String, String)] = [
    ("items", "items", "件数"), ("category", "category", "品类"), ("channel", "channel", "渠道"),
    ("store", "store", "门店"), ("campaign", "campaign", "营销活动"), ("refund_of", "refund of", "退自订单"),
    ("space", "space", "圈子"), ("challenge", "challenge", "挑战"), ("reply_to", "reply to", "回复"),
    ("trigger", "trigger", "触发"), ("host", "host", "主理人"), ("stage", "stage", "阶段"),
    ("ratings", "ratings", "评分"), ("answered", "answered", "答复于"), ("resolved", "resolved", "解决于"),
    ("topic", "topic", "话题"), ("compensation", "compensation", "补偿"), ("cause", "cause", "原因"),
    ("expires", "expires", "到期"), ("order", "order", "订单"), ("reward", "reward", "奖品"),
    ("recorded", "recorded", "记录于"), ("until", "until", "直到"), ("manager", "by", "操作人"),
    ("play", "play", "召回方案"), ("arm", "arm", "组别"), ("rule", "rule", "规则"), ("survey", "answer", "回答"),
    ("reason", "reason", "理由"), ("undoes", "takes back", "撤销"),
  ]
}

extension Language {
  /// What channels of contact are called, such as those of a consent: `短信`, `-电话`.
  package func channels(_ codes: [String]) -> [String] { codes.map { Phrase.channel($0, in: self) } }
}
