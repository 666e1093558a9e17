/// What the panel of the community and its reports say.
extension Phrase {
  public static let communityReportTitle = Phrase(
    "community.report-title", en: "Community",
    zh: "社群")
  public static let tiesReportTitle = Phrase(
    "ties.report-title", en: "Ties between members",
    zh: "会员连结")
  public static let hostsReportTitle = Phrase("hosts.report-title", en: "Hosts", zh: "主理人")
  public static let communityDaily = Phrase("community.daily", en: "DAU, yesterday", zh: "日活（昨天）")
  public static let communityWeekly = Phrase("community.weekly", en: "WAU, 7 d", zh: "周活（7 天）")
  public static let communityMonthly = Phrase("community.monthly", en: "MAU, 30 d", zh: "月活（30 天）")
  public static let communityStickiness = Phrase(
    "community.stickiness", en: "stickiness, DAU ÷ MAU",
    zh: "黏性（日活÷月活）")
  public static let communityMembers = Phrase(
    "community.members", en: "members without bots",
    zh: "会员（不含机器人）")
  public static let communityInteractions = Phrase(
    "community.interactions", en: "interactions a member-month",
    zh: "人均月互动")
  public static let communityHalf = Phrase(
    "community.half", en: "half of {total} contributions made by",
    zh: "一半贡献（共 {total} 次）出自")
  public static let communityGini = Phrase(
    "community.gini", en: "Gini of contributors / of all members",
    zh: "基尼系数：贡献者 / 全体会员")
  public static let communityParticipation = Phrase(
    "community.participation", en: "made by the top 1 % / next 9 % / other 90 %",
    zh: "贡献占比：前 1% / 其后 9% / 其余 90%")
  public static let communityNewcomers = Phrase(
    "community.newcomers", en: "newcomers who came back on days 1–{days}",
    zh: "入会后 1–{days} 天内回访的新会员")
  public static let communityMentions = Phrase(
    "community.mentions", en: "mentions of the brand by active member",
    zh: "活跃会员人均提及品牌")
  public static let communityOrders = Phrase(
    "community.orders", en: "orders a member and month, inside / outside",
    zh: "人均月订单：社群内 / 社群外")
  public static let communityNoWords = Phrase(
    "community.no-words", en: "no brand words set (community.brand_words)",
    zh: "未设置品牌词（community.brand_words）")
  public static let communityLayer = Phrase("community.layer", en: "Layer", zh: "层")
  public static let communityNow = Phrase("community.now", en: "Now", zh: "现在")
  public static let communityBefore = Phrase("community.before", en: "Before", zh: "之前")
  public static let communityRose = Phrase("community.rose", en: "Rose to it", zh: "升入")
  public static let communityFell = Phrase("community.fell", en: "Fell from it", zh: "降出")
  public static let communityNobody = Phrase("community.nobody", en: "no activity", zh: "无活动")
  public static let communityHeatTitle = Phrase(
    "community.heat-title", en: "Activity by weekday and hour, {days} d",
    zh: "按星期与小时的活跃，{days} 天")
  public static let communitySpace = Phrase("community.space", en: "Space", zh: "圈子")
  public static let communityActivities = Phrase(
    "community.activities", en: "Activities",
    zh: "活动数")
  public static let communityGrowth = Phrase("community.growth", en: "Growth", zh: "增长")
  public static let communityActive = Phrase("community.active", en: "Active", zh: "活跃")
  public static let communityWeek = Phrase("community.week", en: "Week from", zh: "周（始于）")
  public static let communityContent = Phrase("community.content", en: "Content", zh: "内容")
  public static let communityBenefits = Phrase("community.benefits", en: "Benefits", zh: "福利")
  public static let communityExchange = Phrase("community.exchange", en: "Interaction", zh: "互动")
  public static let communityChallengeTitle = Phrase(
    "community.challenge-title", en: "Challenge",
    zh: "挑战")
  public static let communityChallengeDay = Phrase("community.challenge-day", en: "Day", zh: "天数")
  public static let communityDayOf = Phrase(
    "community.day-of", en: "{day} of {length}",
    zh: "第 {day}/{length} 天")
  public static let communityOver = Phrase("community.over", en: "over", zh: "已结束")
  public static let communityParticipants = Phrase(
    "community.participants", en: "Joined in",
    zh: "参与")
  public static let communityKept = Phrase("community.kept", en: "Still in", zh: "坚持中")
  public static let communityMissed = Phrase("community.missed", en: "Missed yesterday", zh: "昨日缺席")
  public static let communityLongest = Phrase("community.longest", en: "Best streak", zh: "最长连续")
  public static let communityNewest = Phrase("community.newest", en: "Newest", zh: "最新")
  public static let communityWhen = Phrase("community.when", en: "When", zh: "时间")
  public static let communityWho = Phrase("community.who", en: "Who", zh: "谁")
  public static let communityWhat = Phrase("community.what", en: "What", zh: "做了什么")
  public static let tiesNodes = Phrase("ties.nodes", en: "members with ties", zh: "有连结的会员")
  public static let tiesEdges = Phrase("ties.edges", en: "ties, {days} d", zh: "连结（{days} 天）")
  public static let tiesDensity = Phrase("ties.density", en: "density", zh: "密度")
  public static let tiesReciprocity = Phrase("ties.reciprocity", en: "reciprocity", zh: "互惠率")
  public static let tiesTransitivity = Phrase("ties.transitivity", en: "transitivity", zh: "传递性")
  public static let tiesClustering = Phrase("ties.clustering", en: "mean clustering", zh: "平均聚类系数")
  public static let tiesComponents = Phrase(
    "ties.components", en: "components / members of the largest",
    zh: "连通块 / 最大块会员数")
  public static let tiesHub = Phrase(
    "ties.hub", en: "hub dependence, host ties ÷ all",
    zh: "主理人依赖度（主理人连结÷全部）")
  public static let tiesAnswers = Phrase(
    "ties.answers", en: "replies by members ÷ all",
    zh: "会员回复÷全部回复")
  public static let tiesSilent = Phrase(
    "ties.silent", en: "activity on a host's silent day ÷ another",
    zh: "主理人沉默日的活跃÷其他日")
  public static let tiesGroups = Phrase(
    "ties.groups", en: "groups found, modularity",
    zh: "发现的圈子，模块度")
  public static let tiesAgreement = Phrase(
    "ties.agreement", en: "agreement with spaces, adjusted Rand index",
    zh: "与圈子归属的一致度（调整兰德指数）")
  public static let tiesGroup = Phrase("ties.group", en: "Group", zh: "群组")
  public static let tiesSize = Phrase("ties.size", en: "Members", zh: "会员")
  public static let tiesInside = Phrase("ties.inside", en: "Ties inside", zh: "内部连结")
  public static let tiesOutside = Phrase("ties.outside", en: "Ties outside", zh: "外部连结")
  public static let tiesHome = Phrase("ties.home", en: "Space of most of them", zh: "多数人的圈子")
  public static let tiesCentre = Phrase("ties.centre", en: "At its centre", zh: "核心人物")
  public static let tiesBridge = Phrase("ties.bridge", en: "Bridge", zh: "桥梁会员")
  public static let tiesCut = Phrase("ties.cut", en: "Would be cut off", zh: "失去后断开人数")
  public static let tiesParts = Phrase("ties.parts", en: "Parts", zh: "分裂块数")
  public static let hostsHost = Phrase("hosts.host", en: "Host", zh: "主理人")
  public static let hostsMembers = Phrase("hosts.members", en: "Members", zh: "会员")
  public static let hostsAsked = Phrase("hosts.asked", en: "Asked", zh: "待答")
  public static let hostsAnswered = Phrase("hosts.answered", en: "Answered", zh: "已答")
  public static let hostsReply = Phrase("hosts.reply", en: "Median reply", zh: "回复中位时间")
  public static let hostsProactive = Phrase("hosts.proactive", en: "Proactive", zh: "主动")
  public static let hostsCare = Phrase("hosts.care", en: "Care on time", zh: "关怀及时")
  public static let hostsNoRecord = Phrase("hosts.no-record", en: "no record", zh: "无档案")
  public static let hostsUnanchored = Phrase(
    "hosts.unanchored", en: "members without a host",
    zh: "无主理人的会员")
  public static let hostsCoreGroup = Phrase(
    "hosts.core-group", en: "core group (tag {tag})",
    zh: "核心群（标签 {tag}）")
  public static let hostsCandidates = Phrase(
    "hosts.candidates", en: "candidates for the core group",
    zh: "核心群候选")
  public static let hostsInvitable = Phrase(
    "hosts.invitable", en: "ready to invite (balance ≥ {balance}, trust or belonging)",
    zh: "可邀请（余额 ≥ {balance}，信任或归属）")
  public static let hostsWithoutStory = Phrase(
    "hosts.without-story", en: "core, and no story told yet",
    zh: "核心会员中尚未讲故事")
  public static let hostsNoBalance = Phrase(
    "hosts.no-balance", en: "balances aren't known",
    zh: "尚无余额")
  public static let hostsMember = Phrase("hosts.member", en: "Member", zh: "会员")
  public static let hostsStory = Phrase("hosts.story", en: "Story", zh: "故事")
  public static let hostsWindow = Phrase(
    "hosts.window", en: "figures of {days} d",
    zh: "{days} 天内的数据")
  public static let wordUnknown = Phrase("word.unknown", en: "unknown", zh: "未知")
  public static let contributorCore = Phrase("contributor_layer.core", en: "core", zh: "核心")
  public static let contributorContributor = Phrase(
    "contributor_layer.contributor", en: "contributor",
    zh: "贡献者")
  public static let contributorReactor = Phrase(
    "contributor_layer.reactor", en: "reactor",
    zh: "互动者")
  public static let contributorLurker = Phrase("contributor_layer.lurker", en: "lurker", zh: "潜水者")
  public static let challengeKept = Phrase("challenge.kept", en: "kept", zh: "完成")
  public static let challengeMissed = Phrase("challenge.missed", en: "missed", zh: "缺席")

  static let communityWordPhrases: [Phrase] = [
    contributorCore, contributorContributor, contributorReactor, contributorLurker, challengeKept,
    challengeMissed,
  ]

  static let communityPhrases: [Phrase] = [
    communityReportTitle,
    tiesReportTitle,
    hostsReportTitle,
    communityDaily,
    communityWeekly,
    communityMonthly,
    communityStickiness,
    communityMembers,
    communityInteractions,
    communityHalf,
    communityGini,
    communityParticipation,
    communityNewcomers,
    communityMentions,
    communityOrders,
    communityNoWords,
    communityLayer,
    communityNow,
    communityBefore,
    communityRose,
    communityFell,
    communityNobody,
    communityHeatTitle,
    communitySpace,
    communityActivities,
    communityGrowth,
    communityActive,
    communityWeek,
    communityContent,
    communityBenefits,
    communityExchange,
    communityChallengeTitle,
    communityChallengeDay,
    communityDayOf,
    communityOver,
    communityParticipants,
    communityKept,
    communityMissed,
    communityLongest,
    communityNewest,
    communityWhen,
    communityWho,
    communityWhat,
    tiesNodes,
    tiesEdges,
    tiesDensity,
    tiesReciprocity,
    tiesTransitivity,
    tiesClustering,
    tiesComponents,
    tiesHub,
    tiesAnswers,
    tiesSilent,
    tiesGroups,
    tiesAgreement,
    tiesGroup,
    tiesSize,
    tiesInside,
    tiesOutside,
    tiesHome,
    tiesCentre,
    tiesBridge,
    tiesCut,
    tiesParts,
    hostsHost,
    hostsMembers,
    hostsAsked,
    hostsAnswered,
    hostsReply,
    hostsProactive,
    hostsCare,
    hostsNoRecord,
    hostsUnanchored,
    hostsCoreGroup,
    hostsCandidates,
    hostsInvitable,
    hostsWithoutStory,
    hostsNoBalance,
    hostsMember,
    hostsStory,
    hostsWindow,
    wordUnknown,
    columnContributions, aboutContributions, columnContributorLayer, aboutContributorLayer, columnChallenge,
    aboutChallenge, columnTies, aboutTies, columnReciprocalTies, aboutReciprocalTies, columnEmbedded,
    aboutEmbedded, columnGroup, aboutGroup,
  ]
}
