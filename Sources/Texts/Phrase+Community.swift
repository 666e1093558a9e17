/// What the panel of the community and its reports say.
extension Phrase {
  package static let groupCommunity = Phrase("group.community", en: "Community", zh: "社群")
  package static let communityReportTitle = Phrase(
    "community.report-title", en: "Community",
    zh: "社群")
  package static let tiesReportTitle = Phrase(
    "ties.report-title", en: "Ties between members",
    zh: "会员连结")
  package static let hostsReportTitle = Phrase("hosts.report-title", en: "Hosts", zh: "主理人")
  package static let communityDaily = Phrase("community.daily", en: "DAU, yesterday", zh: "日活（昨天）")
  package static let communityWeekly = Phrase("community.weekly", en: "WAU, 7 d", zh: "周活（7 天）")
  package static let communityMonthly = Phrase("community.monthly", en: "MAU, 30 d", zh: "月活（30 天）")
  package static let communityStickiness = Phrase(
    "community.stickiness", en: "stickiness, DAU ÷ MAU",
    zh: "黏性（日活÷月活）")
  package static let communityInteractions = Phrase(
    "community.interactions", en: "interactions per member per month",
    zh: "人均月互动")
  package static let communityHalf = Phrase(
    "community.half", en: "half of {total} contributions come from",
    zh: "一半贡献（共 {total} 次）出自")
  package static let communityGini = Phrase(
    "community.gini", en: "unevenness of contributions (Gini), contributors / all members",
    zh: "贡献不均程度（基尼系数），贡献者 / 全体会员")
  package static let communityParticipation = Phrase(
    "community.participation", en: "made by the top 1% / next 9% / other 90%",
    zh: "贡献占比：前 1% / 其后 9% / 其余 90%")
  package static let communityNewcomers = Phrase(
    "community.newcomers", en: "newcomers who came back on days 1–{days}",
    zh: "入会后 1–{days} 天内回访的新会员")
  package static let communityMentions = Phrase(
    "community.mentions", en: "brand mentions per active member",
    zh: "活跃会员人均提及品牌")
  package static let communityOrders = Phrase(
    "community.orders", en: "orders per member per month, inside / outside",
    zh: "人均月订单：社群内 / 社群外")
  package static let communityNoWords = Phrase(
    "community.no-words", en: "no brand words set (community.brand_words)",
    zh: "未设置品牌词（community.brand_words）")
  package static let communityLayer = Phrase("community.layer", en: "Layer", zh: "层")
  package static let communityNow = Phrase("community.now", en: "Now", zh: "现在")
  package static let communityBefore = Phrase("community.before", en: "Before", zh: "之前")
  package static let communityRose = Phrase("community.rose", en: "Moved up", zh: "升入")
  package static let communityFell = Phrase("community.fell", en: "Moved down", zh: "降出")
  package static let communityNobody = Phrase("community.nobody", en: "no activity", zh: "无活动")
  package static let communityHeatTitle = Phrase(
    "community.heat-title", en: "Activity by weekday and hour, {days} d",
    zh: "按星期与小时的活跃，{days} 天")
  package static let communitySpace = Phrase("community.space", en: "Space", zh: "圈子")
  package static let communityActivities = Phrase(
    "community.activities", en: "Activities",
    zh: "活动数")
  package static let communityGrowth = Phrase("community.growth", en: "Growth", zh: "增长")
  package static let communityActive = Phrase("community.active", en: "Active", zh: "活跃")
  package static let communityWeek = Phrase("community.week", en: "Week from", zh: "周（始于）")
  package static let communityContent = Phrase("community.content", en: "Content", zh: "内容")
  package static let communityBenefits = Phrase("community.benefits", en: "Benefits", zh: "福利")
  package static let communityExchange = Phrase("community.exchange", en: "Interaction", zh: "互动")
  package static let communityChallengeTitle = Phrase(
    "community.challenge-title", en: "Challenge",
    zh: "挑战")
  package static let communityChallengeDay = Phrase("community.challenge-day", en: "Day", zh: "天数")
  package static let communityDayOf = Phrase(
    "community.day-of", en: "day {day} of {length}",
    zh: "第 {day}/{length} 天")
  package static let communityOver = Phrase("community.over", en: "over", zh: "已结束")
  package static let communityParticipants = Phrase(
    "community.participants", en: "Joined in",
    zh: "参与")
  package static let communityKept = Phrase("community.kept", en: "Still in", zh: "坚持中")
  package static let communityMissed = Phrase("community.missed", en: "Missed yesterday", zh: "昨日缺席")
  package static let communityLongest = Phrase("community.longest", en: "Best streak", zh: "最长连续")
  package static let communityNewest = Phrase("community.newest", en: "Newest", zh: "最新")
  package static let communityWhen = Phrase("community.when", en: "When", zh: "时间")
  package static let communityWho = Phrase("community.who", en: "Who", zh: "谁")
  package static let communityWhat = Phrase("community.what", en: "What", zh: "做了什么")
  package static let tiesNodes = Phrase("ties.nodes", en: "members with ties", zh: "有连结的会员")
  package static let tiesEdges = Phrase("ties.edges", en: "ties, {days} d", zh: "连结（{days} 天）")
  package static let tiesDensity = Phrase(
    "ties.density", en: "pairs of members who are tied", zh: "彼此相连的会员对占比")
  package static let tiesReciprocity = Phrase("ties.reciprocity", en: "ties that go both ways", zh: "双向比例")
  package static let tiesTransitivity = Phrase(
    "ties.transitivity", en: "friends of a member who are tied too", zh: "朋友之间也相连的比例")
  package static let tiesClustering = Phrase(
    "ties.clustering", en: "the same, mean per member", zh: "同上，按会员平均")
  package static let tiesComponents = Phrase(
    "ties.components", en: "separate circles / members of the largest",
    zh: "互不相连的圈 / 最大圈会员数")
  package static let tiesHub = Phrase(
    "ties.hub", en: "ties that need a host",
    zh: "依赖主理人的连结占比")
  package static let tiesAnswers = Phrase(
    "ties.answers", en: "replies by members ÷ all",
    zh: "会员回复÷全部回复")
  package static let tiesSilent = Phrase(
    "ties.silent", en: "activity on days without the host ÷ with",
    zh: "主理人沉默日的活跃÷其他日")
  package static let tiesGroups = Phrase(
    "ties.groups", en: "groups found, how clearly apart (1 fully)",
    zh: "发现的群组，分明程度（1 为完全分开）")
  package static let tiesAgreement = Phrase(
    "ties.agreement", en: "match with spaces (1 the same, 0 chance)",
    zh: "与圈子的吻合度（1 完全一致，0 随机）")
  package static let tiesGroup = Phrase("ties.group", en: "Group", zh: "群组")
  package static let tiesSize = Phrase("ties.size", en: "Members", zh: "会员")
  package static let tiesInside = Phrase("ties.inside", en: "Ties inside", zh: "内部连结")
  package static let tiesOutside = Phrase("ties.outside", en: "Ties outside", zh: "外部连结")
  package static let tiesHome = Phrase("ties.home", en: "Space of most of them", zh: "多数人的圈子")
  package static let tiesCentre = Phrase("ties.centre", en: "At its centre", zh: "核心人物")
  package static let tiesBridge = Phrase("ties.bridge", en: "Bridge", zh: "桥梁会员")
  package static let tiesCut = Phrase("ties.cut", en: "Would be cut off", zh: "失去后断开人数")
  package static let tiesParts = Phrase("ties.parts", en: "Parts", zh: "分裂块数")
  package static let hostsHost = Phrase("hosts.host", en: "Host", zh: "主理人")
  package static let hostsMembers = Phrase("hosts.members", en: "Members", zh: "会员")
  package static let hostsAsked = Phrase("hosts.asked", en: "Asked", zh: "待答")
  package static let hostsAnswered = Phrase("hosts.answered", en: "Answered", zh: "已答")
  package static let hostsReply = Phrase("hosts.reply", en: "Median reply", zh: "回复中位时间")
  package static let hostsProactive = Phrase("hosts.proactive", en: "Proactive", zh: "主动")
  package static let hostsCare = Phrase("hosts.care", en: "Care on time, 30 d", zh: "关怀及时（30 天）")
  package static let hostsNoRecord = Phrase("hosts.no-record", en: "no record", zh: "无档案")
  package static let hostsUnanchored = Phrase(
    "hosts.unanchored", en: "members without a host",
    zh: "无主理人的会员")
  package static let hostsCoreGroup = Phrase(
    "hosts.core-group", en: "core group (tag {tag})",
    zh: "核心群（标签 {tag}）")
  package static let hostsCandidates = Phrase(
    "hosts.candidates", en: "candidates for the core group",
    zh: "核心群候选")
  package static let hostsInvitable = Phrase(
    "hosts.invitable", en: "ready to invite (balance ≥ {balance}, trust or belonging)",
    zh: "可邀请（余额 ≥ {balance}，信任或归属）")
  package static let hostsWithoutStory = Phrase(
    "hosts.without-story", en: "core members with no story yet",
    zh: "核心会员中尚未讲故事")
  package static let hostsNoBalance = Phrase(
    "hosts.no-balance", en: "balances not known yet",
    zh: "尚无余额")
  package static let hostsMember = Phrase("hosts.member", en: "Member", zh: "会员")
  package static let hostsStory = Phrase("hosts.story", en: "Story", zh: "故事")
  package static let hostsWindow = Phrase(
    "hosts.window", en: "figures of {days} d",
    zh: "{days} 天内的数据")
  package static let wordUnknown = Phrase("word.unknown", en: "unknown", zh: "未知")
  package static let communityWaiting = Phrase(
    "community.waiting", en: "Activity is being counted.",
    zh: "正在统计活跃。")
  package static let tiesWaiting = Phrase(
    "ties.waiting", en: "Ties are being computed.",
    zh: "正在计算连结。")
  package static let hostsWaiting = Phrase(
    "hosts.waiting", en: "Hosts' work is being counted.",
    zh: "正在统计主理人。")
  package static let communityEmpty = Phrase(
    "community.empty", en: "No activity yet.",
    zh: "还没有社群活动。")
  package static let communityEmptyHint = Phrase(
    "community.empty-hint", en: "activity.jsonl fills this: who did what, where, with whom.",
    zh: "activity.jsonl 可填充这里：谁在何处对谁做了什么。")
  package static let communityWhoIsActive = Phrase(
    "community.who-is-active", en: "Who is active",
    zh: "谁在活跃")
  package static let communityOfMembers = Phrase(
    "community.of-members", en: "of {count} members",
    zh: "共 {count} 位会员")
  package static let communityCurve = Phrase(
    "community.curve", en: "active members of {days} days:",
    zh: "{days} 天的活跃会员：")
  package static let communityNewcomersShort = Phrase(
    "community.newcomers-short", en: "newcomers back in {days} d",
    zh: "新会员 {days} 天内回访")
  package static let communityMentionsShort = Phrase(
    "community.mentions-short", en: "brand mentions per active member",
    zh: "活跃会员人均提及品牌")
  package static let communityOrdersShort = Phrase(
    "community.orders-short", en: "orders per member, inside / outside",
    zh: "人均订单：社群内 / 外")
  package static let communityStickinessShort = Phrase(
    "community.stickiness-short", en: "stickiness",
    zh: "黏性")
  package static let communityLadder = Phrase(
    "community.ladder", en: "Contributors' ladder",
    zh: "贡献阶梯")
  package static let communityDays = Phrase("community.days", en: "{days} d", zh: "{days} 天")
  package static let communityHalfShort = Phrase(
    "community.half-short", en: "half is made by",
    zh: "一半贡献来自")
  package static let communityOfContributions = Phrase(
    "community.of-contributions", en: "members, {count} contributions in all",
    zh: "人，共 {count} 次贡献")
  package static let communityParticipationShort = Phrase(
    "community.participation-short", en: "top 1% / next 9% / rest",
    zh: "前 1% / 其后 9% / 其余")
  package static let communityGiniShort = Phrase(
    "community.gini-short", en: "unevenness 0–1, contributors / all",
    zh: "贡献不均程度 0–1，贡献者 / 全员")
  package static let communityHeat = Phrase("community.heat", en: "When, by hour", zh: "活跃时段")
  package static let communityBusiest = Phrase(
    "community.busiest", en: "busiest: {day} {hour}:00, {count} times",
    one: "busiest: {day} {hour}:00, {count} time",
    zh: "最忙：{day} {hour} 点，{count} 次")
  package static let communitySpaces = Phrase("community.spaces", en: "Spaces, 30 d", zh: "圈子，30 天")
  package static let communityByWeek = Phrase("community.by-week", en: "Week by week", zh: "每周")
  package static let communityLastWeek = Phrase(
    "community.last-week", en: "last whole week",
    zh: "上一整周")
  package static let communityTabActivity = Phrase(
    "community.tab-activity", en: "Activity",
    zh: "活跃")
  package static let communityTabTies = Phrase("community.tab-ties", en: "Ties", zh: "连结")
  package static let communityTabHosts = Phrase("community.tab-hosts", en: "Hosts", zh: "主理人")
  package static let communityTabLive = Phrase("community.tab-live", en: "Live", zh: "动态")
  package static let tiesTitle = Phrase("ties.title", en: "Ties between members", zh: "会员连结")
  package static let tiesEmpty = Phrase(
    "ties.empty", en: "No ties in {days} days.",
    zh: "{days} 天内没有连结。")
  package static let tiesEdgesShort = Phrase("ties.edges-short", en: "ties", zh: "连结")
  package static let tiesHubShort = Phrase("ties.hub-short", en: "ties that need a host", zh: "依赖主理人的连结")
  package static let tiesAnswersShort = Phrase(
    "ties.answers-short", en: "replies by members",
    zh: "会员回复占比")
  package static let tiesSilentShort = Phrase(
    "ties.silent-short", en: "activity without the host ÷ with",
    zh: "主理人沉默日活跃÷其他日")
  package static let tiesWellTied = Phrase(
    "ties.well-tied", en: "well tied, unlikely to leave",
    zh: "深度嵌入的会员")
  package static let tiesBridges = Phrase("ties.bridges", en: "Bridges", zh: "桥梁会员")
  package static let tiesGroupsTitle = Phrase("ties.groups-title", en: "Groups found", zh: "发现的群组")
  package static let tiesGroupsWaiting = Phrase(
    "ties.groups-waiting", en: "Groups are being found.",
    zh: "正在寻找群组。")
  package static let tiesGroupsNote = Phrase(
    "ties.groups-note", en: "{count}, apart {modularity}",
    zh: "{count} 个，分明 {modularity}")
  package static let tiesAgreementShort = Phrase(
    "ties.agreement-short", en: "match with spaces (1 the same)",
    zh: "与圈子的吻合度（1 为一致）")
  package static let tiesNoSpace = Phrase("ties.no-space", en: "no space", zh: "无圈子")
  package static let tiesGroupMembers = Phrase(
    "ties.group-members", en: "{count} members",
    zh: "{count} 人")
  package static let hostsEmpty = Phrase("hosts.empty", en: "No hosts.", zh: "没有主理人。")
  package static let hostsEmptyHint = Phrase(
    "hosts.empty-hint", en: "hosts.json fills this: the id and name of each host.",
    zh: "hosts.json 可填充这里：每位的 id 与姓名。")
  package static let hostsReplyShort = Phrase("hosts.reply-short", en: "Reply", zh: "回复")
  package static let hostsCareShort = Phrase("hosts.care-short", en: "Care 30 d", zh: "关怀 30 天")
  package static let hostsMutual = Phrase("hosts.mutual", en: "{count} both ways", zh: "双向 {count}")
  package static let hostsContributions = Phrase(
    "hosts.contributions", en: "{count} contrib.",
    zh: "贡献 {count}")
  package static let hostsBalance = Phrase(
    "hosts.balance", en: "balance {balance}",
    zh: "余额 {balance}")
  package static let hostsToldStory = Phrase("hosts.told-story", en: "story", zh: "故事")
  package static let hostsCoreRoster = Phrase(
    "hosts.core-roster", en: "the core group",
    zh: "核心群名单")
  package static let hostsNoCore = Phrase(
    "hosts.no-core", en: "No member has the tag {tag} yet.",
    zh: "会员中还没有标签 {tag}。")
  package static let communityLadderNote = Phrase(
    "community.ladder-note", en: "{days} d, rose + fell −",
    zh: "{days} 天，升 + 降 −")
  package static let tiesSpaceHead = Phrase("ties.space-head", en: "space of most", zh: "多数人所在圈子")
  package static let tiesInOut = Phrase("ties.in-out", en: "ties in·out", zh: "连结 内·外")
  package static let cardTiesLegend = Phrase(
    "card.ties-legend", en: "{mark} also tied to each other",
    zh: "{mark} 彼此之间也有连结")
  package static let cardTiesNone = Phrase(
    "card.ties-none", en: "No replies, reactions, mentions or thanks with other members in {days} days.",
    zh: "{days} 天内没有与其他会员的回复、互动、提及或感谢。")
  package static let cardTies = Phrase("card.ties", en: "Ties", zh: "连结")
  package static let cardTiesMore = Phrase(
    "card.ties-more", en: "and {count} more",
    zh: "另有 {count} 人")
  package static let cardTiesLine = Phrase(
    "card.ties-line", en: "{count} ties, {mutual} both ways, {embedded} in triangles",
    zh: "连结 {count}，双向 {mutual}，三人互连 {embedded}")
  package static let cardTiesGroup = Phrase("card.ties-group", en: "group {group}", zh: "群组 {group}")
}

extension Phrase {
  /// The days of the week, Monday first.
  package static let weekdays: [Phrase] = zip(
    zip(
      ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
      ["周一", "周二", "周三", "周四", "周五", "周六", "周日"]), 1...7
  ).map { Phrase("weekday.\($1)", en: $0.0, zh: $0.1) }
}
