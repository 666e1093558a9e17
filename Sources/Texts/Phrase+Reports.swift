/// What reports as text say.
extension Phrase {
  package static let reportHeading = Phrase(
    "report.heading", en: "{title} as of {time} ({zone})", zh: "{title}，截至 {time}（{zone}）")

  package static let membersReportTitle = Phrase("report.members.title", en: "Members", zh: "会员")
  package static let membersReportCount = Phrase(
    "report.members.count", en: "{count} members", one: "{count} member", zh: "{count} 位会员")

  package static let overviewReportTitle = Phrase("report.overview.title", en: "Overview", zh: "概览")
  package static let reportMembers = Phrase("report.members", en: "members", zh: "会员")
  package static let reportSeenLately = Phrase("report.seen-30d", en: "seen in 30 days", zh: "30 天内活跃")
  package static let reportWithoutRecord = Phrase("report.without-record", en: "without a record", zh: "无档案")
  package static let reportHosts = Phrase("report.hosts", en: "hosts", zh: "主理人")
  package static let reportPurchases = Phrase("report.purchases", en: "purchases", zh: "购买")
  package static let reportSpend = Phrase("report.spend", en: "spend", zh: "消费")
  package static let reportNewestEvent = Phrase("report.newest-event", en: "newest event", zh: "最新事件")
  package static let reportFeed = Phrase("report.feed", en: "feed", zh: "数据")
  package static let reportRecords = Phrase("report.records", en: "records", zh: "记录")
  package static let reportNewest = Phrase("report.newest", en: "newest", zh: "最新")
  package static let reportMonth = Phrase("report.month", en: "month", zh: "月份")
  package static let reportJoined = Phrase("report.joined", en: "joined", zh: "入会")

  package static let checkReportTitle = Phrase("report.check.title", en: "Reading", zh: "读取情况")
  package static let reportDuplicates = Phrase("report.duplicates", en: "duplicates", zh: "重复")
  package static let reportRecordsSetAside = Phrase(
    "report.records-set-aside", en: "not used", zh: "未采用记录")
  package static let reportFieldsSetAside = Phrase(
    "report.fields-set-aside", en: "fields not used", zh: "未采用字段")
  package static let reportFiles = Phrase("report.files", en: "files", zh: "文件")
  package static let checkSetAside = Phrase(
    "report.check.set-aside", en: "{count} not used:", zh: "{count} 处未采用：")
  package static let checkByte = Phrase("report.check.byte", en: "byte {offset}", zh: "字节 {offset}")
  package static let checkWithoutRecord = Phrase(
    "report.check.without-record", en: "members, without a record: {count}", zh: "无档案会员：{count}")
  package static let checkClean = Phrase(
    "report.check.clean", en: "Everything could be read.", zh: "全部读取成功。")
  package static let noteAmountsRounded = Phrase(
    "report.note.rounded", en: "{file}: {count} amounts rounded to two decimals",
    one: "{file}: {count} amount rounded to two decimals", zh: "{file}：{count} 个金额已舍入到两位小数")
  package static let noteUnfinishedLine = Phrase(
    "report.note.unfinished-line",
    en: "{file}, line {line}: unfinished last line; waits for its end",
    zh: "{file} 第 {line} 行：末行未写完，写完后读入")
  package static let noteMembersThatAreHosts = Phrase(
    "report.note.hosts", en: "{count} ids are both members' and hosts'; they count as hosts",
    one: "{count} id is both a member's and a host's; it counts as a host", zh: "{count} 个 ID 同时是会员和主理人，按主理人计"
  )
  package static let noteNetworkMount = Phrase(
    "report.note.network", en: "the folder is on a network mount; it is looked at every 2 s",
    zh: "文件夹位于网络挂载；每 2 秒查看一次")

  package static let programReportTitle = Phrase("report.program.title", en: "Programme", zh: "会员计划")
  package static let reportKey = Phrase("report.key", en: "key", zh: "键")
  package static let reportValue = Phrase("report.value", en: "value", zh: "值")
  package static let reportMeaning = Phrase("report.meaning", en: "meaning", zh: "含义")
}
