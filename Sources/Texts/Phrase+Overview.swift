extension Phrase {
  package static let overviewMembers = Phrase("overview.members", en: "Members", zh: "会员")
  package static let overviewMembersNote = Phrase(
    "overview.members.note", en: "+{count} {month}, +{before} {monthBefore}",
    zh: "{month} +{count}，{monthBefore} +{before}")
  package static let overviewSeenTitle = Phrase("overview.seen_30", en: "Seen in 30 d", zh: "30 天出现")
  package static let overviewSeenNote = Phrase(
    "overview.seen_30.note", en: "{count} of {total}", zh: "{count} 位，共 {total} 位")
  package static let overviewOrders = Phrase(
    "overview.orders", en: "Orders, {month}", zh: "{month}订单")
  package static let overviewMoney = Phrase("overview.money", en: "Money, {month}", zh: "{month}金额")
  package static let overviewValueSoFar = Phrase(
    "overview.value.so_far", en: "{value} so far", zh: "{value}（至今）")
  package static let overviewMonthNote = Phrase(
    "overview.month.note", en: "{before} in {monthBefore}", zh: "{monthBefore} {before}")
  package static let overviewNewest = Phrase("overview.newest", en: "Newest event", zh: "最新事件")
  package static let overviewNoEvents = Phrase("overview.no_events", en: "no events yet", zh: "尚无事件")
  package static let overviewTooFew = Phrase("overview.too_few", en: "no members yet", zh: "尚无会员")

  package static let overviewCommunity = Phrase(
    "overview.community", en: "Community, 30 d", zh: "社群月活")
  package static let overviewCommunityNote = Phrase(
    "overview.community.note", en: "{daily} per day, {stickiness} of these",
    zh: "日均 {daily}，占 {stickiness}")
  package static let overviewAnswers = Phrase(
    "overview.answers", en: "Replies by members", zh: "会员互答")
  package static let overviewAnswersNote = Phrase(
    "overview.answers.note", en: "hosts hold {share} of ties", zh: "连结中主理人占 {share}")
  package static let overviewNoReplies = Phrase(
    "overview.no_replies", en: "no replies in {days} d", zh: "{days} 天内没有回复")

  package static let todayHeading = Phrase("today.heading", en: "Today", zh: "今日待办")
  package static let todayNothing = Phrase(
    "today.nothing", en: "Nothing needs a person right now.", zh: "目前没有需要人处理的事项。")
  package static let todayNotReady = Phrase(
    "today.not_ready", en: "being computed", zh: "正在计算")

  package static let overviewPeople = Phrase("overview.people", en: "Members to look at", zh: "查看会员")
  package static let overviewEveryone = Phrase("overview.everyone", en: "all members", zh: "全部会员")
  package static let overviewBuyers = Phrase("overview.buyers", en: "bought at least once", zh: "购买过")
  package static let overviewRepeatBuyers = Phrase(
    "overview.repeat_buyers", en: "bought again", zh: "复购过")
  package static let overviewSeen = Phrase(
    "overview.seen", en: "seen in the last 30 d", zh: "最近 30 天出现过")
  package static let overviewSilent = Phrase(
    "overview.silent", en: "silent for more than 90 d", zh: "沉默超过 90 天")

  package static let overviewJoinedByMonth = Phrase(
    "overview.chart.joined", en: "Joined by month", zh: "每月加入")
  package static let overviewOrdersByMonth = Phrase(
    "overview.chart.orders", en: "Orders by month", zh: "每月订单")
  package static let overviewMoneyByMonth = Phrase(
    "overview.chart.money", en: "Money by month", zh: "每月金额")
  package static let overviewSoFar = Phrase(
    "overview.chart.so_far", en: "{month} so far {value}", zh: "{month}至今 {value}")
  package static let overviewMost = Phrase(
    "overview.chart.most", en: "most {value} in {month}", zh: "最高 {value}（{month}）")

  package static let overviewFeeds = Phrase("overview.feeds", en: "What was read", zh: "已读取")
  package static let overviewRecords = Phrase("overview.records", en: "records", zh: "记录数")
  package static let overviewWithoutRecord = Phrase(
    "overview.without_record", en: "members without a record", zh: "无档案会员")
  package static let overviewDuplicates = Phrase(
    "overview.duplicates", en: "{count} duplicates", one: "{count} duplicate", zh: "{count} 条重复")
  package static let overviewMissing = Phrase(
    "overview.missing", en: "{file} fills {what}", zh: "{file} 可填充：{what}")
  package static let overviewLater = Phrase(
    "overview.later", en: "{count} dated later than now", zh: "{count} 条日期晚于现在")
  package static let overviewSetAside = Phrase("overview.set_aside", en: "Not used", zh: "未采用")
  package static let overviewNothingSetAside = Phrase(
    "overview.nothing_set_aside", en: "Every record is used.", zh: "所有记录均已采用。")
  package static let overviewSetAsideCount = Phrase(
    "overview.set_aside.count", en: "{count} records and fields", one: "{count} record or field",
    zh: "{count} 处未采用")
  package static let overviewCheckHint = Phrase(
    "overview.check_hint", en: "Enter or koxtop check lists them", zh: "Enter 或 koxtop check 逐条列出")
  package static let overviewMoreReasons = Phrase(
    "overview.more_reasons", en: "{count} more reasons", one: "{count} more reason", zh: "还有 {count} 种原因")
  package static let overviewFiles = Phrase("overview.files", en: "{count} files", zh: "{count} 个文件")
  package static let overviewProgramProblems = Phrase(
    "overview.program_problems", en: "{count} settings in program.json can't be used",
    one: "{count} setting in program.json can't be used", zh: "program.json 中有 {count} 项设置无法采用")
}

extension Phrase {
  /// Short names of the months, January first.
  package static let months: [Phrase] = zip(
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"], 1...12
  ).map { Phrase("month.\($1)", en: $0, zh: "\($1)月") }
}
