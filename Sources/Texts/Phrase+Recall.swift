extension Phrase {
  package static let columnAtStake = Phrase("column.recall.stake", en: "At stake", zh: "待挽回金额")
  package static let columnGone = Phrase("column.recall.gone", en: "Gone", zh: "流失概率")
  package static let columnIfAwake = Phrase("column.recall.if_awake", en: "If awake", zh: "唤醒年值")
  package static let columnChance = Phrase("column.recall.chance", en: "Chance", zh: "成功率")
  package static let columnSilence = Phrase("column.recall.silence", en: "Silent", zh: "沉默")
  package static let columnLayer = Phrase("column.recall.layer", en: "Layer", zh: "层级")
  package static let columnLayerOrRemark = Phrase(
    "column.recall.layer_or_remark", en: "Layer/remark", zh: "层级/备注")
  package static let columnPlay = Phrase("column.recall.play", en: "Suggested play", zh: "召回方案")
  package static let columnRemark = Phrase("column.recall.remark", en: "Remark", zh: "备注")
  package static let groupRecall = Phrase("group.recall", en: "Recall", zh: "召回")
  package static let layerLightSleep = Phrase("layer.light_sleep", en: "light sleep", zh: "浅睡")
  package static let layerDeepSleep = Phrase("layer.deep_sleep", en: "deep sleep", zh: "深睡")
  package static let layerChurnedHigh = Phrase("layer.churned_high", en: "churned high", zh: "流失·高值")
  package static let layerChurnedMiddle = Phrase("layer.churned_middle", en: "churned mid", zh: "流失·中值")
  package static let layerChurnedLow = Phrase("layer.churned_low", en: "churned low", zh: "流失·低值")
  package static let layerChurned = Phrase("layer.churned", en: "churned", zh: "流失")
  package static let layerReturner = Phrase("layer.returner", en: "returner", zh: "退货")
  package static let decisionRecall = Phrase("decision.recall", en: "recall", zh: "召回")
  package static let decisionHoldOut = Phrase("decision.hold_out", en: "hold out", zh: "对照不触达")
  package static let decisionSnooze = Phrase("decision.snooze", en: "snooze", zh: "暂缓")
  package static let decisionDismiss = Phrase("decision.dismiss", en: "dismiss", zh: "移出队列")
  package static let decisionClaim = Phrase("decision.claim", en: "claim", zh: "领取")
  package static let decisionRelease = Phrase("decision.release", en: "release", zh: "退回")
  package static let decisionHand = Phrase("decision.hand", en: "hand over", zh: "转交")
  package static let decisionNote = Phrase("decision.note", en: "note", zh: "备注")
  package static let decisionUndo = Phrase("decision.undo", en: "undo", zh: "撤销")
  package static let recallTabMember = Phrase("recall.tab.member", en: "Member", zh: "会员")
  package static let recallTabPlays = Phrase("recall.tab.plays", en: "Plays", zh: "召回方案")
  package static let recallTabToday = Phrase("recall.tab.today", en: "Today", zh: "今日")
  package static let recallNotReady = Phrase(
    "recall.not_ready",
    en: "The queue is being computed",
    zh: "正在计算召回队列")
  package static let recallNobody = Phrase("recall.nobody", en: "No member is selected", zh: "未选中会员")
  package static let recallEmpty = Phrase(
    "recall.empty",
    en: "No one to win back",
    zh: "没有需要召回的会员")
  package static let recallEmptyHint = Phrase(
    "recall.empty.hint",
    en:
      "The queue comes from members.jsonl and orders.jsonl: sleeping and churned members who may be contacted.",
    zh: "队列来自 members.jsonl 与 orders.jsonl：可联系的沉睡与流失会员。")
  package static let recallWithoutStake = Phrase(
    "recall.without_stake",
    en: "{count} stake unknown",
    zh: "{count} 位金额未知")
  package static let recallAtRisk = Phrase("recall.at_risk", en: "CLV at risk", zh: "流失风险价值")
  package static let recallHeldOut = Phrase("recall.held_out", en: "held out", zh: "对照组")
  package static let recallClaimedBy = Phrase(
    "recall.claimed_by",
    en: "claimed by {manager}",
    zh: "{manager} 已领取")
  package static let recallTick = Phrase("recall.tick", en: "✓", zh: "✓")
  package static let recallSilent = Phrase("recall.silent", en: "silent {days} d", zh: "沉默 {days} 天")
  package static let recallStakeUnknown = Phrase(
    "recall.stake.unknown",
    en: "Stake unknown: no purchase yet, no purchase model fits this folder, or spend has no mean.",
    zh: "待挽回金额未知：没有购买记录，购买模型不适用，或消费没有均值。")
  package static let recallStakeWords = Phrase(
    "recall.stake.words",
    en:
      "{gone} likely gone × {value} a year if awake × {chance} chance that the play wakes the member = {stake} at stake.",
    zh: "流失概率 {gone}，乘以唤醒后一年预期价值 {value}，再乘以召回方案成功率 {chance}：待挽回金额 {stake}。")
  package static let recallWoken = Phrase(
    "recall.woken",
    en: "{woken} of {count} woke",
    zh: "{count} 位中唤醒 {woken} 位")
  package static let recallHeldOutWords = Phrase(
    "recall.held_out.words",
    en: "Held out in {campaign}: not contacted, so that the effect can be measured.",
    zh: "在 {campaign} 中为对照组：不触达，用于衡量效果。")
  package static let recallChannels = Phrase("recall.channels", en: "Can be reached by", zh: "可触达渠道")
  package static let recallSoFar = Phrase("recall.so_far", en: "Decisions so far", zh: "过往决定")
  package static let recallAllPlays = Phrase("recall.all_plays", en: "All plays", zh: "全部召回方案")
  package static let recallRecalled = Phrase("recall.recalled", en: "recalled", zh: "召回组")
  package static let recallNoUplift = Phrase(
    "recall.no_uplift",
    en: "no uplift yet: one group is empty",
    zh: "暂无提升：某组为空")
  package static let recallUplift = Phrase("recall.uplift", en: "uplift", zh: "提升")
  package static let recallHorizon = Phrase(
    "recall.horizon",
    en: "Needs {count} finished cases per group.",
    zh: "两组各需 {count} 位观察期满，才能下结论。")
  package static let recallRatioAlarm = Phrase(
    "recall.ratio_alarm",
    en: "The group sizes differ from the plan: don't trust the uplift.",
    zh: "两组人数偏离计划：提升不可信。")
  package static let recallNothingToday = Phrase(
    "recall.nothing_today",
    en: "Nothing was decided today.",
    zh: "今日尚无决定。")
  package static let recallPlays = Phrase("recall.plays", en: "Choose a play", zh: "召回方案")
  package static let recallAskDays = Phrase("recall.ask.days", en: "days", zh: "天数")
  package static let recallAskReason = Phrase("recall.ask.reason", en: "reason", zh: "原因")
  package static let recallAskHost = Phrase("recall.ask.host", en: "host", zh: "主理人")
  package static let recallAskNote = Phrase("recall.ask.note", en: "note", zh: "备注")
  package static let recallNoPlay = Phrase(
    "recall.no_play",
    en: "No play fits this layer; program.json sets them.",
    zh: "此层级没有召回方案；可在 program.json 中设置。")
  package static let recallBeingWritten = Phrase(
    "recall.being_written",
    en: "This decision is being written",
    zh: "该决定正在写入")
  package static let recallNeedsText = Phrase(
    "recall.needs_text",
    en: "Type something first",
    zh: "请先输入内容")
  package static let recallNeedsDays = Phrase(
    "recall.needs_days",
    en: "Type a whole number of days from 1 to 3650",
    zh: "天数须为 1 至 3650 的整数")
  package static let recallNoHost = Phrase(
    "recall.no_host",
    en: "There is no host '{text}'",
    zh: "没有主理人“{text}”")
  package static let recallFixedTime = Phrase(
    "recall.fixed_time",
    en: "Time is fixed (--as-of), so nothing can be decided",
    zh: "时间已固定（--as-of），不能做决定")
  package static let recallFolderReadOnly = Phrase(
    "recall.folder_read_only",
    en: "This folder can't be written to, so nothing can be decided",
    zh: "文件夹不可写，不能做决定")
  package static let recallFolderWritable = Phrase(
    "recall.folder_writable", en: "This folder can be written to now: decisions are open",
    zh: "文件夹现已可写，可以做决定")
  package static let recallRefused = Phrase(
    "recall.refused",
    en: "{manager} was first: {what} at {time}, {who}",
    zh: "{manager} 已先行：{time} {what}，{who}")
  package static let recallNothingToSend = Phrase(
    "recall.nothing_to_send",
    en: "No one was recalled today under this name",
    zh: "今日此名下尚无召回")
  package static let journalNotAFile = Phrase(
    "journal.not_a_file",
    en: "{path} isn't a file, so nothing can be decided",
    zh: "{path} 不是文件，不能做决定")
  package static let journalNotWritable = Phrase(
    "journal.not_writable",
    en: "{path} can't be written to ({reason}): everything can be read, nothing decided",
    zh: "无法写入 {path}（{reason}）：可查看，不能做决定")
  package static let journalNoLocks = Phrase(
    "journal.no_locks",
    en: "{path} can't be locked: {reason}",
    zh: "无法锁定 {path}：{reason}")
  package static let journalBusy = Phrase(
    "journal.busy",
    en: "{path} was locked for {seconds} s; nothing was written",
    zh: "{path} 被锁定 {seconds} 秒，未写入")
  package static let journalKeepsChanging = Phrase(
    "journal.keeps_changing",
    en: "{path} keeps being replaced; nothing was written",
    zh: "{path} 不断被替换，未写入")
  package static let journalFailed = Phrase(
    "journal.failed",
    en: "{path} couldn't be written, so nothing was decided: {reason}",
    zh: "写入 {path} 失败，未写入：{reason}")
  package static let journalNotSynced = Phrase(
    "journal.not_synced",
    en: "{path}: the disk didn't confirm the decision: {reason}",
    zh: "{path}：磁盘未确认写入：{reason}")
  package static let recallReportTitle = Phrase("report.recall", en: "Recall", zh: "召回")
  package static let recallQueued = Phrase("report.recall.queued", en: "in the queue", zh: "队列中")
  package static let recallQueuedWords = Phrase(
    "report.recall.queued.words", en: "{count}: {call} to win back, {out} held out by lot",
    zh: "{count}：待召回 {call} 位，随机留作对照 {out} 位")
  package static let recallPlayTitle = Phrase("report.recall.play", en: "Play", zh: "召回方案")
  package static let recallCount = Phrase(
    "recall.count", en: "{count} to win back",
    zh: "待召回 {count} 位")
  package static let recallHeldOutCount = Phrase(
    "recall.held_out.count", en: "{count} held out by lot", zh: "另 {count} 位随机留作对照")
  package static let recallHeldOutShort = Phrase(
    "recall.held_out.short", en: "{count} held out", zh: "{count} 位留作对照")
  package static let columnLot = Phrase("column.lot", en: "Lot", zh: "分组")
  package static let aboutLot = Phrase(
    "column.lot.about",
    en: "sleeping and churned members: to win back, or held out by lot for comparison",
    zh: "沉睡与流失会员：召回，或随机留作对照")
  package static let recallMarked = Phrase(
    "recall.marked", en: "{count} marked",
    zh: "已标记 {count} 位")
  package static let recallOpenWindows = Phrase(
    "recall.open", en: "{count} open",
    zh: "{count} 位观察中")
  package static let recallConfirm = Phrase(
    "recall.confirm", en: "{what}: {count} members. Sure?", one: "{what}: {count} member. Sure?",
    zh: "{what}：{count} 位会员，确定？")
  package static let journalCutOff = Phrase(
    "journal.cut_off", en: "Writing {path} stopped after {count} decisions: {reason}",
    one: "Writing {path} stopped after {count} decision: {reason}",
    zh: "{path} 写入中断，已写 {count} 条：{reason}")

  package static let recallNobodyMatches = Phrase(
    "recall.nobody_matches", en: "No one in the queue matches", zh: "队列中没有符合条件的会员")
  package static let recallNarrowed = Phrase(
    "recall.narrowed", en: "{count} of {total}", zh: "{total} 位中的 {count} 位")
  package static let recallWithoutStakeRule = Phrase(
    "recall.without_stake.rule", en: "stake unknown, longest silent first", zh: "待挽回金额未知，按沉默天数")
  package static let recallMarkedFirst = Phrase(
    "recall.marked_first",
    en: "The first {count} of {total} are marked: the most that can be decided at once",
    zh: "已标记 {total} 位中的前 {count} 位：一次最多决定这么多")
  package static let recallNobodyToSend = Phrase(
    "recall.nobody_to_send", en: "No one has recalled a member today", zh: "今日尚无人召回任何会员")
  package static let recallSendOwn = Phrase(
    "recall.send.own", en: "{count} recalled today by {manager}", zh: "{manager} 今日召回的 {count} 位")
  package static let recallSendAll = Phrase(
    "recall.send.all", en: "{count} recalled today by anyone", zh: "今日所有人召回的 {count} 位")
  package static let todayRecalls = Phrase(
    "today.recalls", en: "{count} to win back, {money} at stake",
    zh: "{count} 位待召回，待挽回金额 {money}")
  package static let todayRecallsFirst = Phrase(
    "today.recalls.first", en: "the first {count}: {money}", zh: "前 {count} 位：{money}")
  package static let todayRecallsUnknown = Phrase(
    "today.recalls.unknown", en: "{count} to win back, stake unknown",
    zh: "{count} 位待召回，待挽回金额未知")
}
