extension Program {
  /// The calendar of what is done for members, and when.
  package struct TouchpointRules: Hashable, Sendable {
    /// Over the contact cap the earlier rule wins.
    package var rules = TouchpointRule.defaults
    package var cadence = CadenceSlot.defaults

    /// Days before today within which a member's stages matter to the calendar; negative where no rule asks for them.
    package var stageDays: Int {
      let windows = rules.compactMap { rule -> Int? in
        if case .stageEntered = rule.trigger { rule.after } else { nil }
      }
      return windows.max().map { $0 + 30 } ?? -2
    }
  }

  static let touchpointKeys: [Key] = [
    Key(
      path: "touchpoints.rules", kind: .touchpointRules(\.touchpoints.rules),
      about:
        "The calendar, in order of precedence: id, name, trigger, before, after, who, text, benefit, value, channel, cost. A rule with a default's id keeps of it what isn't given."
    ),
    Key(
      path: "touchpoints.cadence", kind: .cadence(\.touchpoints.cadence),
      about: "What members are to get in every day, week or month: id, name, every, kinds, space."),
  ]
}

extension TouchpointRule {
  /// The rules of a programme that sets none.
  package static let defaults: [TouchpointRule] = [
    TouchpointRule(
      id: "birthday", name: BilingualText(english: "Birthday", chinese: "生日"), trigger: .birthday, after: 3,
      text: BilingualText(
        english: "Happy birthday! Today the first cup is on us, and a small present waits for you.",
        chinese: "生日快乐！今天第一杯我们请，还有一份小礼物等您来取。"),
      benefit: BilingualText(english: "Drink coupon", chinese: "饮品券"), value: 5, cost: 20),
    TouchpointRule(
      id: "anniversary", name: BilingualText(english: "Join anniversary", chinese: "入会周年"),
      trigger: .anniversary, after: 3,
      text: BilingualText(
        english: "A year more with us. Thank you for staying; here is what we have shared.",
        chinese: "又一年了，谢谢您一路相伴。这是我们一起走过的点滴。"), value: 3, cost: 5),
    TouchpointRule(
      id: "member_day", name: BilingualText(english: "Member day", chinese: "会员日"),
      trigger: .memberDay(.dayOfMonth(18)),
      text: BilingualText(
        english: "It is member day: the offer of the month is yours today.", chinese: "今天是会员日，本月的专属福利请您收好。"),
      benefit: BilingualText(english: "Offer of the month", chinese: "当月福利"), value: 2, cost: 1),
    TouchpointRule(
      id: "rain_care", name: BilingualText(english: "Rainy-day care", chinese: "雨天关怀"),
      trigger: .weather(.condition("rain")),
      text: BilingualText(
        english: "It rains today, mind your way. Come in and warm up: the second cup is half price.",
        chinese: "今天有雨，出门慢些。进来暖一暖，第二杯半价。"),
      benefit: BilingualText(english: "Second cup half price", chinese: "第二杯半价"), value: 3, cost: 3),
    TouchpointRule(
      id: "cold_snap", name: BilingualText(english: "Cold snap", chinese: "降温关怀"),
      trigger: .weather(.lowDrop(8)), after: 1,
      text: BilingualText(
        english: "It has turned cold overnight. Dress warmly; something hot is ready for you.",
        chinese: "一夜之间降温了，记得添衣。热饮已经为您备好。"), value: 3, cost: 1),
    TouchpointRule(
      id: "first_order", name: BilingualText(english: "First purchase", chinese: "首单"),
      trigger: .purchase(number: 1), after: 3,
      text: BilingualText(
        english: "Thank you for your first order. Is everything as you hoped? I am here for any question.",
        chinese: "谢谢您的第一单。一切都还满意吗？有任何问题随时找我。"),
      benefit: BilingualText(english: "Welcome present", chinese: "见面礼"), value: 4, cost: 10),
    TouchpointRule(
      id: "after_purchase", name: BilingualText(english: "Week after purchase", chinese: "购后回访"),
      trigger: .afterPurchase(days: 7), after: 3,
      text: BilingualText(
        english: "You have had it for a week: how is it? Here is how to make the most of it.",
        chinese: "用了一周，感觉如何？有几个小窍门想分享给您。"), value: 2, cost: 0.5),
    TouchpointRule(
      id: "complaint_closed", name: BilingualText(english: "After a complaint", chinese: "投诉后关怀"),
      trigger: .complaintResolved(days: 3), after: 3,
      text: BilingualText(
        english: "Is everything in order now? Thank you for telling us; we have changed it for all.",
        chinese: "问题是否已经妥善解决？谢谢您的指正，我们已据此改进。"),
      benefit: BilingualText(english: "Present of apology", chinese: "致歉礼"), value: 4, cost: 15),
    TouchpointRule(
      id: "tier_gained", name: BilingualText(english: "Tier gained", chinese: "等级晋升"), trigger: .tierGained,
      after: 7,
      text: BilingualText(
        english: "Welcome to your new tier. This is what it brings you from today on.",
        chinese: "恭喜晋级！从今天起，这些权益属于您。"), value: 4, cost: 5),
    TouchpointRule(
      id: "tier_at_risk", name: BilingualText(english: "Tier at risk", chinese: "保级提醒"),
      trigger: .tierAtRisk(days: 30), after: 30,
      text: BilingualText(
        english: "The quarter ends soon. A little more, and your tier stays yours.",
        chinese: "本季度即将结束，再完成一点点就能保住您的等级。"), value: 1, cost: 0.5),
    TouchpointRule(
      id: "points_expiring", name: BilingualText(english: "Points lapsing", chinese: "积分到期提醒"),
      trigger: .pointsExpiring(days: 30), after: 30,
      text: BilingualText(
        english: "Some of your points lapse within 30 days. This is what they can still become.",
        chinese: "您有积分将在30天内到期，看看还能换些什么。"), value: 1, cost: 0.5),
    TouchpointRule(
      id: "gone_quiet", name: BilingualText(english: "Gone quiet", chinese: "初入沉睡"),
      trigger: .stageEntered("sleeping"), after: 7,
      text: BilingualText(
        english: "We have not seen you for a while. How have you been?", chinese: "有阵子没见到您了，最近可好？"),
      value: 2, cost: 1),
    TouchpointRule(
      id: "challenge_missed", name: BilingualText(english: "Missed check-in", chinese: "打卡中断"),
      trigger: .challengeMissed, after: 1,
      text: BilingualText(
        english: "Yesterday slipped by, that happens. Today counts again: shall we go on together?",
        chinese: "昨天忘了打卡也没关系，今天继续，我们一起！"), value: 1),
    TouchpointRule(
      id: "host_silent", name: BilingualText(english: "Host silent", chinese: "主理人久未联系"),
      trigger: .hostSilent(days: 45), after: 14,
      text: BilingualText(
        english: "It has been a while since we talked. What may I do for you?",
        chinese: "好久没和您聊聊了，最近有什么需要我帮忙的吗？"),
      value: 2, cost: 1),
  ]
}

extension CadenceSlot {
  /// The slots of a programme that sets none.
  package static let defaults: [CadenceSlot] = [
    CadenceSlot(
      id: "daily_content", name: BilingualText(english: "Daily content", chinese: "每日内容"), every: .day,
      kinds: ["content", "push", "post", "share"]),
    CadenceSlot(
      id: "weekly_benefit", name: BilingualText(english: "Weekly benefit", chinese: "每周福利"), every: .week,
      kinds: ["privilege", "gift", "surprise"]),
    CadenceSlot(
      id: "monthly_story", name: BilingualText(english: "Monthly story or event", chinese: "每月故事或活动"),
      every: .month, kinds: ["story", "story_told", "event_invite", "event"]),
  ]
}
