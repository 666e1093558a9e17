extension Phrase {
  // The column of what is due.
  package static let columnDue = Phrase("column.due", en: "Due", zh: "待触达")
  package static let aboutDue = Phrase(
    "column.due.about", en: "calendar rules that make a touchpoint due today", zh: "今日待触达的日历规则")

  package static let touchpointsReportTitle = Phrase("report.touchpoints.title", en: "Touchpoints", zh: "触点")
  package static let touchpointDue = Phrase("touchpoint.due", en: "due", zh: "待办")
  package static let touchpointDone = Phrase("touchpoint.done", en: "done", zh: "已做")
  package static let touchpointMissed = Phrase("touchpoint.missed", en: "missed", zh: "错过")
  package static let touchpointSkipped = Phrase("touchpoint.skipped", en: "skipped", zh: "跳过")
  package static let touchpointWaiting = Phrase("touchpoint.waiting", en: "snoozed", zh: "暂缓")
  package static let touchpointRule = Phrase("touchpoint.rule", en: "rule", zh: "规则")
  package static let touchpointOccasion = Phrase("touchpoint.occasion", en: "day", zh: "日期")
  package static let touchpointCloses = Phrase("touchpoint.closes", en: "closes", zh: "截止")
  package static let touchpointHost = Phrase("touchpoint.host", en: "host", zh: "主理人")
  package static let touchpointHanded = Phrase("touchpoint.handed", en: "handed to", zh: "转交")
  package static let touchpointWhy = Phrase("touchpoint.why", en: "why", zh: "原因")
  package static let touchpointTier = Phrase("touchpoint.tier", en: "tier", zh: "等级")
  package static let touchpointNoTier = Phrase("touchpoint.no-tier", en: "none", zh: "无")
  package static let touchpointUnknown = Phrase("touchpoint.unknown", en: "unknown", zh: "未知")
  package static let touchpointDay = Phrase("touchpoint.day", en: "day", zh: "日期")
  package static let touchpointWho = Phrase("touchpoint.who", en: "member", zh: "会员")
  package static let touchpointMatrixTitle = Phrase(
    "touchpoint.matrix", en: "Last {days} days and open windows", zh: "近 {days} 天及未结束窗口")
  package static let touchpointTodayTitle = Phrase(
    "touchpoint.today", en: "Due today: {count}", zh: "今日待触达：{count}")
  package static let touchpointNextTitle = Phrase(
    "touchpoint.next", en: "Windows that open in the next 7 days", zh: "未来 7 天开启的窗口")
  package static let touchpointMissedTitle = Phrase(
    "touchpoint.missed.title", en: "Missed lately", zh: "近期错过")
  package static let touchpointCadenceTitle = Phrase("touchpoint.cadence", en: "Cadence", zh: "节律")
  package static let touchpointMore = Phrase(
    "touchpoint.more", en: "… and {count} more", zh: "……另有 {count} 项")
  package static let cadenceKept = Phrase("touchpoint.cadence.kept", en: "kept", zh: "已守")
  package static let cadenceEvery = Phrase("touchpoint.cadence.every", en: "every", zh: "周期")
  package static let cadenceDay = Phrase("touchpoint.cadence.day", en: "day", zh: "天")
  package static let cadenceWeek = Phrase("touchpoint.cadence.week", en: "week", zh: "周")
  package static let cadenceMonth = Phrase("touchpoint.cadence.month", en: "month", zh: "月")
  package static let cadenceNow = Phrase("touchpoint.cadence.now", en: "this one", zh: "本期")
  package static let cadenceOpen = Phrase("touchpoint.cadence.open", en: "open", zh: "未完")
  package static let cadenceLast = Phrase("touchpoint.cadence.last", en: "missed from", zh: "缺失期")

  package static let touchpointPreviewTitle = Phrase(
    "touchpoint.preview", en: "{rule} on {day}", zh: "{rule}，{day}")
  package static let touchpointLeftOut = Phrase(
    "touchpoint.left-out", en: "Left out: {count}", zh: "未入选：{count}")
  package static let leftOutWindow = Phrase("touchpoint.left-out.window", en: "window", zh: "不在窗口")
  package static let leftOutLapsed = Phrase("touchpoint.left-out.lapsed", en: "no longer true", zh: "已不成立")
  package static let leftOutFilter = Phrase("touchpoint.left-out.filter", en: "filter", zh: "不符条件")
  package static let leftOutConsent = Phrase("touchpoint.left-out.consent", en: "consent", zh: "未授权")
  package static let leftOutSnoozed = Phrase("touchpoint.left-out.snoozed", en: "snoozed", zh: "已暂缓")
  package static let leftOutCap = Phrase("touchpoint.left-out.cap", en: "contact cap", zh: "触达上限")

  package static let touchProblem = Phrase(
    "touchpoint.problem", en: "{rule}: {reason}", zh: "{rule}：{reason}")
  package static let touchProblemFilter = Phrase(
    "touchpoint.problem.filter", en: "its filter can't be read: {reason}", zh: "筛选条件无法读取：{reason}")
  package static let touchProblemDue = Phrase(
    "touchpoint.problem.due", en: "its filter uses what is due, which depends on this rule",
    zh: "筛选条件引用了待触达本身")
  package static let touchProblemNobody = Phrase(
    "touchpoint.problem.nobody", en: "no member passes its filter", zh: "没有会员符合筛选条件")
  package static let touchProblemWeather = Phrase(
    "touchpoint.problem.weather", en: "no weather data; weather.jsonl provides it",
    zh: "没有天气数据；可由 weather.jsonl 提供")
  package static let touchProblemCondition = Phrase(
    "touchpoint.problem.condition", en: "no day has the weather '{word}'", zh: "没有天气为「{word}」的日子")
  package static let touchProblemConditionNear = Phrase(
    "touchpoint.problem.condition.near", en: "no day has the weather '{word}'; did you mean '{nearest}'?",
    zh: "没有天气为「{word}」的日子；是否为「{nearest}」？")
  package static let touchProblemBirthdays = Phrase(
    "touchpoint.problem.birthdays", en: "no member's birthday is known", zh: "没有会员填写生日")
  package static let touchProblemHosts = Phrase(
    "touchpoint.problem.hosts", en: "no member has a host", zh: "没有会员绑定主理人")
  package static let touchProblemChallenge = Phrase(
    "touchpoint.problem.challenge", en: "no one checks in to a challenge", zh: "没有打卡挑战")
  package static let touchProblemTiers = Phrase(
    "touchpoint.problem.tiers", en: "the tiers aren't known", zh: "等级未知")
  package static let touchProblemPoints = Phrase(
    "touchpoint.problem.points", en: "the points aren't known", zh: "积分未知")

  package static let decisionTouch = Phrase("decision.touch", en: "done", zh: "触达")
  package static let decisionSkip = Phrase("decision.skip", en: "skip", zh: "跳过")
  package static let touchNotDue = Phrase(
    "touchpoint.not-due", en: "No longer due.", zh: "已不再待触达。")
  package static let touchNothingToSend = Phrase(
    "touchpoint.nothing-to-send", en: "Nothing is due to be sent.", zh: "没有待发送的触达。")
  package static let touchSend = Phrase(
    "touchpoint.send", en: "{count} due touchpoints", one: "{count} due touchpoint",
    zh: "{count} 项待触达")
  package static let todayBirthdays = Phrase(
    "today.birthdays", en: "{count} birthdays today", one: "{count} birthday today", zh: "{count} 位会员今日生日")
  package static let todayBirthdaysDue = Phrase(
    "today.birthdays.due", en: "{count} greetings due, late ones too", zh: "待祝福 {count} 位（含前几日）")
  package static let todayTouchpoints = Phrase(
    "today.touchpoints", en: "{count} touchpoints due", one: "{count} touchpoint due",
    zh: "{count} 项触达待办")
}
