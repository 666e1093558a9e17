/// What the emotional account says.
extension Phrase {
  package static let columnBalance = Phrase("column.balance", en: "Balance", zh: "情感余额")
  package static let columnBand = Phrase("column.band", en: "Band", zh: "情感档")
  package static let columnLastTouch = Phrase("column.last_touch", en: "Last touch", zh: "最近触达")
  package static let aboutBalance = Phrase(
    "column.balance.about", en: "what remains in the emotional account today", zh: "情感账户今日余额")
  package static let aboutBand = Phrase(
    "column.band.about", en: "overdrawn, thin, warm or deep, depending on the balance", zh: "按余额分为透支、单薄、温暖、深厚"
  )
  package static let aboutLastTouch = Phrase(
    "column.last_touch.about", en: "newest touchpoint, or decision to touch", zh: "最近一次触点或触达决定")

  package static let cardAccount = Phrase("card.account", en: "Account", zh: "情感")
  package static let accountPending = Phrase(
    "account.pending", en: "Accounts are being computed.", zh: "正在计算情感账户。")
  package static let accountTitle = Phrase("account.title", en: "Emotional account", zh: "情感账户")
  package static let accountEmpty = Phrase(
    "account.empty",
    en: "No entries: no touchpoints, complaints, answers or decisions are about this member.",
    zh: "尚无记录：触点、投诉、问卷与决定中都没有与此会员相关的内容。")
  package static let accountBalances = Phrase(
    "account.balances", en: "balance over {days} d, {low} to {high}", zh: "近 {days} 天余额，{low} 至 {high}")
  package static let accountClasses = Phrase("account.classes", en: "By class, today", zh: "按类别（今日）")
  package static let accountEntries = Phrase(
    "account.entries", en: "{count} entries", one: "{count} entry", zh: "{count} 笔")
  package static let accountMembers = Phrase("account.members", en: "members", zh: "会员")
  package static let accountMean = Phrase("account.mean", en: "mean balance", zh: "平均余额")
  package static let accountShare = Phrase("account.share", en: "share", zh: "占比")
  package static let accountBand = Phrase("account.band", en: "band", zh: "档")
  package static let accountClass = Phrase("account.class", en: "class", zh: "类别")
  package static let accountPhase = Phrase("account.phase", en: "phase", zh: "阶段")
  package static let accountKind = Phrase("account.kind", en: "kind", zh: "类型")
  package static let accountCount = Phrase("account.count", en: "entries", zh: "笔数")
  package static let accountWorth = Phrase("account.worth", en: "worth then", zh: "当时值")
  package static let accountLeft = Phrase("account.left", en: "worth today", zh: "今日值")
  package static let accountThen = Phrase("account.then", en: "then", zh: "当时")
  package static let accountToday = Phrase("account.today", en: "today", zh: "今日")
  package static let accountTouched = Phrase("account.touched", en: "last touch", zh: "最近触达")
  package static let accountBalance = Phrase("account.balance", en: "balance", zh: "余额")
  package static let accountDay = Phrase("account.day", en: "day", zh: "日期")
  package static let accountWhat = Phrase("account.what", en: "what", zh: "事项")
  package static let accountWhy = Phrase("account.why", en: "why", zh: "缘由")
  package static let accountID = Phrase("account.id", en: "id", zh: "编号")
  package static let accountName = Phrase("account.name", en: "name", zh: "姓名")

  package static let accountRepair = Phrase(
    "account.repair", en: "repaired within {days} days", zh: "{days} 天内修复")
  package static let accountRepairValue = Phrase(
    "account.repair.value", en: "{ratio} of withdrawals ({count} in {window} days)",
    zh: "支取的 {ratio}（{window} 天内 {count} 笔）")
  package static let accountNoWithdrawals = Phrase(
    "account.repair.none", en: "no withdrawals in {window} days", zh: "{window} 天内没有支取")
  package static let accountRepairEver = Phrase(
    "account.repair.ever", en: "{ratio} of withdrawals ({count})",
    zh: "支取的 {ratio}（{count} 笔）")
  package static let accountNoWithdrawalsEver = Phrase(
    "account.repair.never", en: "no withdrawals", zh: "没有支取")
  package static let accountCheck = Phrase(
    "account.check", en: "predicts buying again", zh: "能否预示复购")
  package static let accountCheckValue = Phrase(
    "account.check.value",
    en:
      "buyers had more in the account {days} days earlier in {area} of pairs ({low}…{high}; AUC, n {members}, {buyers} bought)",
    zh: "购买者 {days} 天前余额更高的概率 {area}（{low}…{high}；AUC，n {members}，其中 {buyers} 人购买）")
  package static let accountCheckTooFew = Phrase(
    "account.check.few", en: "too few: {buyers} of {members} members bought in {days} d",
    zh: "样本太少：{days} 天内 {members} 人中 {buyers} 人购买")
  package static let accountDelights = Phrase(
    "account.delights", en: "Beyond expectation: {count} in {days} days", zh: "超预期瞬间：{days} 天内 {count} 次")
  package static let accountOverdrawn = Phrase(
    "account.overdrawn", en: "Overdrawn: {count} members", one: "Overdrawn: {count} member",
    zh: "透支：{count} 位会员")
  package static let accountMore = Phrase("account.more", en: "… and {count} more", zh: "……另有 {count} 项")
  package static let accountUnknownKinds = Phrase(
    "account.unknown-kinds", en: "kinds unknown to the programme, counted as 0", zh: "方案中没有的类型，计 0")
  package static let accountUnknownRules = Phrase(
    "account.unknown-rules", en: "rules unknown to the programme, counted as 0", zh: "方案中没有的规则，计 0")
  package static let accountOtherKinds = Phrase("account.other-kinds", en: "other kinds", zh: "其他类型")

  // Why an entry is worth what it is.
  package static let remarkCapped = Phrase(
    "account.remark.capped", en: "{counted} of {value} counts: the week's cap of {cap}",
    zh: "{value} 中计 {counted}：每周上限 {cap}")
  package static let remarkMoment = Phrase(
    "account.remark.moment", en: "×{factor}, a moment that matters", zh: "×{factor}，关键时刻")
  package static let remarkWithdrawal = Phrase(
    "account.remark.withdrawal", en: "×{factor}, withdrawals count more", zh: "×{factor}，支取加倍")
  package static let remarkDecayed = Phrase(
    "account.remark.decayed", en: "{share} left after {days} d", zh: "{days} 天后剩 {share}")
  package static let remarkUnknownKind = Phrase(
    "account.remark.unknown-kind", en: "unknown kind, counts 0", zh: "未知类型，计 0")
  package static let remarkUnknownRule = Phrase(
    "account.remark.unknown-rule", en: "unknown rule, counts 0", zh: "未知规则，计 0")
  package static let remarkStated = Phrase("account.remark.stated", en: "value as recorded", zh: "按记录的值")
  package static let remarkDelight = Phrase(
    "account.remark.delight", en: "beyond expectation", zh: "超预期")
  package static let remarkRepairs = Phrase(
    "account.remark.repairs", en: "repairs: {what}, {day}", zh: "修复：{day} {what}")

  package static let whyBalance = Phrase(
    "why.balance", en: "{band}: what remains today of all deposits and withdrawals",
    zh: "{band}：历次存入与支取在今日的余值")
  package static let accountReportMember = Phrase(
    "account.report.member", en: "Emotional account of {name}", zh: "{name} 的情感账户")
}
