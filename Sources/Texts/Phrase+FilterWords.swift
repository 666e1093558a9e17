extension Phrase {
  /// The words of the language of filters that name no column. Where a language has several for one thing, they stand side
  /// by side, and the first is the one that is offered.
  package static let filterWords = PhraseTable(
    under: "filter.word.",
    [
      Phrase("filter.word.or", en: "OR", zh: "或 或者"),
      Phrase("filter.word.and", en: "AND", zh: "且 并且"),
      Phrase("filter.word.not", en: "NOT", zh: "非 不是"),
      Phrase("filter.word.has", en: "has", zh: "有"),
      Phrase("filter.word.none", en: "none unknown", zh: "无 未知"),
      Phrase("filter.word.yes", en: "yes true", zh: "是"),
      Phrase("filter.word.no", en: "no false", zh: "否"),
      Phrase("filter.word.today", en: "today", zh: "今天 今日"),
      Phrase("filter.word.yesterday", en: "yesterday", zh: "昨天 昨日"),
      Phrase("filter.word.tomorrow", en: "tomorrow", zh: "明天 明日"),
      Phrase("filter.word.this_week", en: "thisweek", zh: "本周 这周"),
      Phrase("filter.word.last_week", en: "lastweek", zh: "上周"),
      Phrase("filter.word.next_week", en: "nextweek", zh: "下周"),
      Phrase("filter.word.this_month", en: "thismonth", zh: "本月 这个月"),
      Phrase("filter.word.last_month", en: "lastmonth", zh: "上月 上个月"),
      Phrase("filter.word.next_month", en: "nextmonth", zh: "下月 下个月"),
      Phrase("filter.word.this_year", en: "thisyear", zh: "今年"),
      Phrase("filter.word.last_year", en: "lastyear", zh: "去年"),
    ])

  /// More names of columns in filters, by the column's id, side by side. Its id and its titles are names already.
  package static let filterNames = PhraseTable(
    under: "filter.names.",
    [
      Phrase("filter.names.id", en: "member", zh: "会员 会员编号"),
      Phrase("filter.names.name", en: "called", zh: "名字"),
      Phrase("filter.names.joined", en: "since", zh: "加入日 入会 注册"),
      Phrase("filter.names.last_seen", en: "seen", zh: "最近活跃"),
      Phrase("filter.names.silence", en: "silent", zh: "静默 未出现"),
      Phrase("filter.names.orders", en: "purchases", zh: "订单数 购买次数"),
      Phrase("filter.names.spend", en: "spent", zh: "消费额 累计消费"),
      Phrase("filter.names.last_order", en: "bought", zh: "最近购买"),
      Phrase("filter.names.tags", en: "tag", zh: "标记"),
      Phrase("filter.names.phone", en: "mobile", zh: "手机 手机号"),
      Phrase("filter.names.email", en: "mail", zh: "邮件"),
      Phrase("filter.names.referrer", en: "referred_by", zh: "介绍人 由谁推荐"),
      Phrase("filter.names.host", en: "lead", zh: "负责人"),
      Phrase("filter.names.tier", en: "level", zh: "会员等级"),
      Phrase("filter.names.stage", en: "lifecycle", zh: "生命周期"),
      Phrase("filter.names.path", en: "journey", zh: "路径"),
      Phrase("filter.names.balance", en: "account", zh: "余额"),
      Phrase("filter.names.layer", en: "recall_layer", zh: "层级"),
    ])

  // What is wrong with a filter.
  package static let filterMissingTerm = Phrase(
    "filter.missing_term", en: "something must stand on both sides of OR, and behind NOT",
    zh: "“或”两边和“非”之后都要有条件")
  package static let filterUnclosedBracket = Phrase(
    "filter.unclosed_bracket", en: "the bracket isn't closed", zh: "括号没有闭合")
  package static let filterStrayBracket = Phrase(
    "filter.stray_bracket", en: "no bracket was opened before this one", zh: "前面没有对应的左括号")
  package static let filterBadWord = Phrase(
    "filter.bad_word", en: "'{value}' is none of: {words}", zh: "“{value}”不在可选值中：{words}")
}
