/// What the panel of tiers says.
extension Phrase {
  package static let groupTiers = Phrase(
    "group.tiers", en: "Tiers", zh: "等级")
  package static let tiersNotReady = Phrase(
    "tier-panel.not_ready", en: "Tiers are being computed", zh: "正在计算等级")
  package static let tiersEmpty = Phrase(
    "tier-panel.empty", en: "No members yet", zh: "还没有会员")
  package static let tiersEmptyHint = Phrase(
    "tier-panel.empty.hint",
    en: "Tiers come from orders.jsonl and activity.jsonl by the rules in program.json (tiers).",
    zh: "等级由 orders.jsonl 与 activity.jsonl 按 program.json 的 tiers 规则得出。")
  package static let tiersForecast = Phrase(
    "tier-panel.section.forecast", en: "Quarter's end", zh: "季末")
  package static let tiersPyramid = Phrase(
    "tier-panel.section.pyramid", en: "Pyramid", zh: "金字塔")
  package static let tiersMoves = Phrase(
    "tier-panel.section.moves", en: "Moves", zh: "流动")
  package static let tiersRFM = Phrase(
    "tier-panel.section.rfm", en: "RFM", zh: "RFM")
  package static let tiersPoints = Phrase(
    "tier-panel.section.points", en: "Points", zh: "积分")
  package static let tiersBenefits = Phrase(
    "tier-panel.section.benefits", en: "Benefits", zh: "权益")
  package static let tiersWhatIf = Phrase(
    "tier-panel.section.what_if", en: "What if", zh: "试算")
  package static let tiersQuarterEnds = Phrase(
    "tier-panel.quarter_ends", en: "Quarter ends {day}", zh: "季度截止 {day}")
  package static let tiersGoUp = Phrase("tier-panel.go_up", en: "{count} up", zh: "升级 {count}")
  package static let tiersStay = Phrase("tier-panel.stay", en: "{count} stay", zh: "保持 {count}")
  package static let tiersGoDown = Phrase("tier-panel.go_down", en: "{count} down", zh: "降级 {count}")
  package static let tiersColumnTier = Phrase(
    "tier-panel.column.tier", en: "Tier", zh: "等级")
  package static let tiersColumnOutlook = Phrase(
    "tier-panel.column.outlook", en: "Outlook", zh: "预计")
  package static let tiersColumnMissing = Phrase(
    "tier-panel.column.missing", en: "What is missing", zh: "还差")
  package static let tiersColumnMisses = Phrase(
    "tier-panel.column.misses", en: "Missed", zh: "未达标")
  package static let tiersColumnOther = Phrase(
    "tier-panel.column.other", en: "Spent the same", zh: "消费相当")
  package static let tiersColumnThreshold = Phrase(
    "tier-panel.column.threshold", en: "Threshold", zh: "门槛")
  package static let tiersColumnInForce = Phrase(
    "tier-panel.column.in_force", en: "Current", zh: "现行")
  package static let tiersColumnTried = Phrase(
    "tier-panel.column.tried", en: "Tried", zh: "试算")
  package static let tiersKeepTask = Phrase(
    "tier-panel.keep_task", en: "keep task", zh: "保级任务")
  package static let tiersNobodyAtRisk = Phrase(
    "tier-panel.nobody_at_risk", en: "No one falls short at the end of the quarter.", zh: "季末没有会员面临降级。")
  package static let tiersNobodyRising = Phrase(
    "tier-panel.nobody_rising", en: "At the pace of the last 90 days, no one reaches a higher tier by then.",
    zh: "按近 90 天的节奏，季末前没有会员能升级。")
  package static let tiersPyramidTitle = Phrase(
    "tier-panel.pyramid.title", en: "Members by tier", zh: "各等级会员")
  package static let tiersGMV = Phrase(
    "tier-panel.gmv", en: "of spend", zh: "消费占比")
  package static let tiersMeanCLV = Phrase(
    "tier-panel.mean_clv", en: "mean CLV", zh: "平均终身价值")
  package static let tiersSpendDays = Phrase(
    "tier-panel.spend_days", en: "in {days} d", zh: "近 {days} 天")
  package static let tiersTasks = Phrase(
    "tier-panel.tasks", en: "Keep tasks completed", zh: "保级任务完成")
  package static let tiersTasksDone = Phrase(
    "tier-panel.tasks.done", en: "{done} of {count}", zh: "{count} 项完成 {done} 项")
  package static let tiersChanged = Phrase(
    "tier-panel.changed", en: "Changed since", zh: "上次打开以来")
  package static let tiersNoChange = Phrase(
    "tier-panel.no_change", en: "No one has moved.", zh: "没有变动。")
  package static let tiersMovesTitle = Phrase(
    "tier-panel.moves.title", en: "Tiers {from} … {to}", zh: "等级流动 {from} … {to}")
  package static let tiersFromTo = Phrase(
    "tier-panel.from_to", en: "from \\ to", zh: "从 \\ 到")
  package static let tiersRetention = Phrase("tier-panel.retention", en: "retention", zh: "留存率")
  package static let tiersThresholds = Phrase("tier-panel.thresholds", en: "Thresholds", zh: "门槛")
  package static let tiersNextAction = Phrase(
    "tier-panel.points.next_action", en: "from a reward to the next action", zh: "兑换到下次行动")
  package static let tiersNextActionValue = Phrase(
    "tier-panel.points.next_action.value", en: "{time} · {followed} of {redeemed}",
    zh: "{time} · {redeemed} 次中 {followed} 次")
  package static let tiersNoStage = Phrase(
    "tier-panel.no_stage", en: "not yet", zh: "尚未加入")
  package static let tiersRFMTitle = Phrase(
    "tier-panel.rfm.title", en: "Recency × frequency", zh: "近度 × 频度")
  package static let tiersPointsPending = Phrase(
    "tier-panel.points.pending", en: "Points are being computed.", zh: "正在计算积分。")
  package static let tiersPointsEmpty = Phrase(
    "tier-panel.points.empty",
    en:
      "No points yet: points.jsonl holds the ledger; without it they are earned from orders.jsonl and activity.jsonl.",
    zh: "还没有积分：账本来自 points.jsonl；没有该文件时，按 orders.jsonl 与 activity.jsonl 累计。")
  package static let tiersLastCohort = Phrase(
    "tier-panel.last_cohort", en: "of the points of {quarter}", zh: "其中 {quarter} 发放的积分")
  package static let tiersReminders = Phrase(
    "tier-panel.reminders", en: "{due} to be reminded ({days} d)", zh: "待提醒 {due} 位（{days} 天）")
  package static let tiersNobodyToRemind = Phrase(
    "tier-panel.nobody_to_remind", en: "No points expire within {days} days.", zh: "{days} 天内没有积分到期。")
  package static let tiersNoBenefits = Phrase(
    "tier-panel.no_benefits", en: "No benefits: tiers.tiers in program.json can list them.",
    zh: "没有权益：可在 program.json 的 tiers.tiers 中列出。")
  package static let tiersBenefitsTitle = Phrase(
    "tier-panel.benefits.title", en: "benefit ({days} d)", zh: "权益（{days} 天）")
  package static let tiersFairness = Phrase(
    "tier-panel.fairness", en: "Same spend (±{share}), different tier: {count}",
    zh: "消费相当（±{share}）而等级不同：{count}"
  )
  package static let tiersFair = Phrase(
    "tier-panel.fair", en: "No two of {count} members with the same spend are in different tiers.",
    zh: "{count} 位会员中，消费相当者等级都相同。")
  package static let tiersQualify = Phrase(
    "tier-panel.qualify", en: "to get", zh: "升入")
  package static let tiersKeepRule = Phrase(
    "tier-panel.keep", en: "to keep", zh: "保级")
  package static let tiersShare = Phrase(
    "tier-panel.share", en: "share", zh: "占比")
  package static let tiersOfMembers = Phrase(
    "tier-panel.of_members", en: "of scored members", zh: "计分会员")
  package static let tiersNoThreshold = Phrase(
    "tier-panel.no_threshold", en: "The rules have no number to try", zh: "规则中没有可试算的数值")
  package static let tiersNoNumber = Phrase(
    "tier-panel.no_number", en: "That number doesn't fit this threshold", zh: "该门槛不接受这个数值")
  package static let tiersType = Phrase(
    "tier-panel.type", en: "New value:", zh: "新数值：")
  package static let tiersWhatIfHint = Phrase(
    "tier-panel.what_if.hint", en: "Choose a threshold below and type another number: nothing is saved.",
    zh: "在下方选择门槛并输入新数值：不会保存。")
  package static let tiersSaveHint = Phrase(
    "tier-panel.save.hint", en: "Tried only; {key} writes it to program.json.",
    zh: "仅为试算；按 {key} 写入 program.json。"
  )
  package static let tiersTrying = Phrase(
    "tier-panel.trying", en: "Computing who would move …", zh: "正在试算……")
  package static let tiersAfter = Phrase(
    "tier-panel.after", en: "after", zh: "之后")
  package static let tiersOpensNothing = Phrase(
    "tier-panel.opens_nothing", en: "Nothing to open here", zh: "此处没有可打开的内容")
  package static let tiersNothingToSave = Phrase(
    "tier-panel.nothing_to_save", en: "The thresholds are the current ones", zh: "门槛与现行一致")
  package static let tiersSaveTitle = Phrase(
    "tier-panel.save.title", en: "Write the thresholds to program.json?", zh: "将门槛写入 program.json？")
  package static let tiersSaveKept = Phrase(
    "tier-panel.save.kept", en: "The current file is kept beside it, with the time in its name.",
    zh: "现有文件以带时间的名称保留在旁边。")
  package static let tiersUnreadable = Phrase(
    "tier-panel.save.unreadable",
    en: "{file} can't be read (line {line}, column {column}), so it isn't replaced",
    zh: "{file} 第 {line} 行第 {column} 列无法读取，未作替换")
  package static let tiersSavedMessage = Phrase(
    "tier-panel.saved", en: "The thresholds are in program.json", zh: "门槛已写入 program.json")
  package static let tiersDaysLeft = Phrase(
    "tier-panel.days_left", en: "{count} d left",
    one: "{count} d left", zh: "剩 {count} 天")
  package static let tiersAtRisk = Phrase(
    "tier-panel.at_risk", en: "{count} fall short",
    one: "{count} falls short", zh: "{count} 位待保级")
  package static let tiersRising = Phrase(
    "tier-panel.rising", en: "{count} rising",
    one: "{count} rising", zh: "{count} 位将升级")
  package static let tiersMoreChanges = Phrase(
    "tier-panel.more_changes", en: "… and {count} more",
    one: "… and {count} more", zh: "……另有 {count} 位")
  package static let tiersUnused = Phrase(
    "tier-panel.unused", en: "{count} benefits no one uses",
    one: "{count} benefit no one uses", zh: "{count} 项权益无人使用")
  package static let tiersMoreLots = Phrase(
    "tier-panel.more_lots", en: "… and {count} more lots",
    one: "… and {count} more lot", zh: "……另有 {count} 批")
  package static let tiersWouldMove = Phrase(
    "tier-panel.would_move", en: "{count} would move",
    one: "{count} would move", zh: "{count} 位会变动")
}
