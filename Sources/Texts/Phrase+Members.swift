extension Phrase {
  package static let membersListed = Phrase(
    "members.listed", en: "{count} members", one: "{count} member", zh: "{count} 位会员")
  package static let membersListedOf = Phrase(
    "members.listed.of", en: "{count} of {total} members", zh: "{total} 位会员中的 {count} 位")
  package static let membersMarked = Phrase(
    "members.marked", en: "{count} marked", zh: "已标记 {count} 位")
  package static let membersTotalOrders = Phrase(
    "members.total.orders", en: "{count} orders", one: "{count} order", zh: "{count} 笔订单")
  package static let membersTotalSpend = Phrase(
    "members.total.spend", en: "spend {amount}", zh: "消费 {amount}")
  package static let membersTotalMean = Phrase(
    "members.total.mean", en: "{amount} per member", zh: "人均 {amount}")
  package static let membersTotalNPS = Phrase(
    "members.total.nps", en: "NPS {score} (n {n})", zh: "NPS {score}（n {n}）")
  package static let membersTotalLifetimeValue = Phrase(
    "members.total.clv", en: "CLV {amount} (n {n})", zh: "平均终身价值 {amount}（n {n}）")
  package static let membersCounting = Phrase("members.counting", en: "counting", zh: "计数中")
  package static let membersSearching = Phrase(
    "members.searching", en: "searching {count} members", zh: "正在查找 {count} 位会员")

  package static let membersSearchSign = Phrase("members.search.sign", en: "Search", zh: "搜索")
  package static let membersFilterSign = Phrase("members.filter.sign", en: "Filter", zh: "筛选")
  package static let membersViewSign = Phrase("members.view.sign", en: "View", zh: "视图")
  package static let membersSearchPlaceholder = Phrase(
    "members.search.placeholder", en: "name, id, tag or city", zh: "姓名、编号、标签或城市")
  package static let membersFilterPlaceholder = Phrase(
    "members.filter.placeholder", en: "city:上海 spend>500 silent>30d tag:宝妈 -host:none",
    zh: "城市:上海 消费>500 沉默>30天 标签:宝妈 -主理人:无")
  package static let membersFilterFields = Phrase(
    "members.filter.fields", en: "fields: {fields}", zh: "字段：{fields}")
  package static let membersEveryone = Phrase("members.everyone", en: "all members", zh: "全部会员")
  package static let membersSortedBy = Phrase("members.sorted", en: "by {column}", zh: "按{column}")

  package static let membersNoMatch = Phrase(
    "members.empty.match", en: "No member matches {query}", zh: "没有会员符合 {query}")
  package static let membersNoMatchHint = Phrase(
    "members.empty.match.hint", en: "{key} clears the search and the filter.", zh: "{key} 清除搜索与筛选。")
  package static let membersNone = Phrase(
    "members.empty", en: "No members yet", zh: "还没有会员")
  package static let membersNoneHint = Phrase(
    "members.empty.hint",
    en: "members.json or members.jsonl in {folder} fills this list; so does any record with a member's id.",
    zh: "{folder} 中的 members.json 或 members.jsonl 会填充此列表；任何带会员编号的记录也会。")

  // What is wrong with a filter.
  package static let filterUnknownField = Phrase(
    "filter.unknown_field", en: "no field is called '{name}'", zh: "没有名为“{name}”的字段")
  package static let filterDidYouMean = Phrase(
    "filter.did_you_mean", en: "did you mean {name}?", zh: "是否指 {name}？")
  package static let filterBadValue = Phrase(
    "filter.bad_value", en: "'{value}' isn't {kind}", zh: "“{value}”不是{kind}")
  package static let filterMissingValue = Phrase(
    "filter.missing_value", en: "a value is missing here", zh: "此处缺少值")
  package static let filterOperator = Phrase(
    "filter.operator", en: "'{operator}' doesn't compare {kind}", zh: "“{operator}”不能比较{kind}")
  package static let filterUnclosedQuote = Phrase(
    "filter.unclosed_quote", en: "the quote isn't closed", zh: "引号没有闭合")
  package static let filterMasked = Phrase(
    "filter.masked", en: "{column} is masked: give the full value", zh: "{column}已脱敏：请输入完整内容")
  package static let kindWords = Phrase("filter.kind.words", en: "words", zh: "文字")
  package static let kindWord = Phrase("filter.kind.word", en: "a word", zh: "词语")
  package static let kindContact = Phrase("filter.kind.contact", en: "a contact", zh: "联系方式")
  package static let kindNumber = Phrase("filter.kind.number", en: "a number", zh: "数字")
  package static let kindMoney = Phrase("filter.kind.money", en: "an amount such as 500", zh: "金额（如 500）")
  package static let kindDays = Phrase(
    "filter.kind.days", en: "a number of days such as 30d", zh: "天数（如 30d）")
  package static let kindTime = Phrase(
    "filter.kind.time", en: "a date such as 2026-03-01 or an age such as 30d",
    zh: "日期（如 2026-03-01）或时长（如 30d）")
  package static let kindBirthday = Phrase(
    "filter.kind.birthday", en: "a birthday such as 03-01 or a month such as 03",
    zh: "生日（如 03-01）或月份（如 03）")
  package static let kindBoolean = Phrase("filter.kind.boolean", en: "yes or no", zh: "yes 或 no")
}
