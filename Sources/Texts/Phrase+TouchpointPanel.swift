/// What the panel of touchpoints says.
extension Phrase {
  package static let touchpointsToday = Phrase("touchpoints.today", en: "Today", zh: "今日")
  package static let touchpointsAhead = Phrase("touchpoints.ahead", en: "Next 7 d", zh: "未来 7 天")
  package static let touchpointsMissed = Phrase("touchpoints.missed", en: "Missed", zh: "错过")
  package static let touchpointsOverdrawn = Phrase("touchpoints.overdrawn", en: "Overdrawn", zh: "透支")
  package static let touchpointsDelights = Phrase("touchpoints.delights", en: "Delights", zh: "超预期")
  package static let touchpointsCalendar = Phrase("touchpoints.calendar", en: "Matrix", zh: "矩阵")
  package static let touchpointsAccounts = Phrase("touchpoints.accounts", en: "Accounts", zh: "账户")

  package static let touchpointsNotReady = Phrase(
    "touchpoints.not-ready", en: "The calendar of touchpoints is being computed.", zh: "正在计算触点日历。")
  package static let touchpointsNothingDue = Phrase(
    "touchpoints.nothing-due",
    en: "No touchpoint is due today; touchpoints.rules in program.json sets what is due.",
    zh: "今日无待触达会员；规则见 program.json 的 touchpoints.rules。")
  package static let touchpointsNothingAhead = Phrase(
    "touchpoints.nothing-ahead", en: "No window opens in the next 7 days, as far as is known today.",
    zh: "就目前所知，未来 7 天没有窗口开启。")
  package static let touchpointsNothingMissed = Phrase(
    "touchpoints.nothing-missed", en: "No window closed unused in the last 30 days.", zh: "近 30 天没有错过的窗口。")
  package static let touchpointsNobodyOverdrawn = Phrase(
    "touchpoints.nobody-overdrawn", en: "No account is overdrawn.", zh: "没有透支的情感账户。")
  package static let touchpointsNoDelights = Phrase(
    "touchpoints.no-delights",
    en:
      "No moments beyond expectation in this window; gifts and surprises in touchpoints.jsonl count as such.",
    zh: "窗口内没有超预期瞬间；touchpoints.jsonl 中的礼物与惊喜算作超预期瞬间。")
  package static let touchpointsOnlyDue = Phrase(
    "touchpoints.only-due", en: "Only touchpoints due today can be done, skipped, snoozed or handed over.",
    zh: "只有今日待触达的项目可以完成、跳过、暂缓或转交。")

  package static let touchpointsLastDay = Phrase("touchpoints.last-day", en: "today", zh: "今天")
  package static let touchpointsDaysLeft = Phrase("touchpoints.days-left", en: "in {days} d", zh: "{days} 天后")
  package static let touchpointsRemark = Phrase("touchpoints.remark", en: "handled by", zh: "处理人")
  package static let touchpointsWith = Phrase("touchpoints.with", en: "with {host}", zh: "由 {host}")
  package static let touchpointsClaimed = Phrase(
    "touchpoints.claimed", en: "claimed by {manager}", zh: "{manager} 已领取")
  package static let touchpointsAll = Phrase("touchpoints.all", en: "all", zh: "全部")
  package static let touchpointsKept = Phrase("touchpoints.kept", en: "kept", zh: "完成率")
  package static let touchpointsCorner = Phrase("touchpoints.corner", en: "due/done/missed", zh: "待办/已做/错过")
  package static let touchpointsBalances = Phrase(
    "touchpoints.balances", en: "Emotional accounts by band", zh: "情感账户分档")
  package static let touchpointsNoneToday = Phrase(
    "touchpoints.none-today", en: "Nothing done today yet.", zh: "今天尚无处理。")
  package static let touchpointsDoneBy = Phrase(
    "touchpoints.done-by", en: "{touched} done, {skipped} skipped today", zh: "今日完成 {touched}，跳过 {skipped}")
  package static let touchpointsConfirm = Phrase(
    "touchpoints.confirm", en: "{what}: {count} touchpoints?", one: "{what}: {count} touchpoint?",
    zh: "{what}：{count} 项？")
  package static let touchpointsMarked = Phrase(
    "touchpoints.marked", en: "{count} touchpoints marked", one: "{count} touchpoint marked",
    zh: "已标记 {count} 项")
  package static let touchpointsMembers = Phrase(
    "touchpoints.members", en: "{count} members", one: "{count} member", zh: "{count} 位会员")
  package static let touchpointsOneKey = Phrase(
    "touchpoints.one-key", en: "decides all at once", zh: "一次处理全部")
  package static let touchpointsReasonOptional = Phrase(
    "touchpoints.reason", en: "reason (optional)", zh: "原因（可不填）")
  package static let touchpointsTooMany = Phrase(
    "touchpoints.too-many", en: "At most {count} at once: search or filter to narrow the list",
    zh: "一次最多处理 {count} 项，请先搜索或筛选")
  package static let touchpointsOnlyTodayListed = Phrase(
    "touchpoints.only-today-listed", en: "Only today's members are listed one by one",
    zh: "仅今日的会员可逐一列出")
  package static let touchpointsNobodyMatches = Phrase(
    "touchpoints.nobody-matches", en: "No one in the list matches", zh: "列表中没有符合条件的会员")
  package static let groupTouchpoints = Phrase("group.touchpoints", en: "Touchpoints", zh: "触点")

  package static let todayOverdrawn = Phrase(
    "today.overdrawn", en: "{count} emotional accounts overdrawn", one: "{count} emotional account overdrawn",
    zh: "{count} 个情感账户透支")
}
