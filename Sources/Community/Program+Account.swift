/// Which branch of trust something between brand and member feeds.
package enum AccountClass: String, CaseIterable, Hashable, Sendable {
  case transparency, contact, service, values
}

/// When it takes place, seen from the sale.
package enum AccountPhase: String, CaseIterable, Hashable, Sendable {
  case before, during, after
}

/// A kind of entries in the emotional account.
package struct AccountKind: Hashable, Sendable {
  /// The word in touchpoints.
  package var id: String
  package var name: BilingualText
  /// A deposit above 0, a withdrawal below.
  package var value: Double
  package var accountClass: AccountClass
  package var phase: AccountPhase

  package init(
    id: String, name: BilingualText, value: Double = 0, accountClass: AccountClass = .contact,
    phase: AccountPhase = .after
  ) {
    self.id = id
    self.name = name
    self.value = value
    self.accountClass = accountClass
    self.phase = phase
  }

  /// Values farther from 0 count as this one.
  package static let largestValue = 1_000_000.0
}

/// What follows from records other than touchpoints.
package enum DerivedKind: String, CaseIterable, Hashable, Sendable {
  case complaint1 = "complaint_1"
  case complaint2 = "complaint_2"
  case complaint3 = "complaint_3"
  case complaintResolved = "complaint_resolved"
  case refund, detractor, promoter
  case hostReply = "host_reply"
}

extension Program {
  /// What the brand has put in and taken out with each member, and how that fades.
  package struct AccountRules: Hashable, Sendable {
    /// Kinds that the brand records.
    package var kinds = AccountKind.defaults
    /// Kinds that follow from other records, in the order of `DerivedKind`.
    package var derived = AccountKind.derivedDefaults
    /// Up to so much of a kind counts in a week, before factors.
    package var weeklyCap = 6.0
    package var withdrawalFactor = 2.0
    package var momentFactor = 1.5
    /// Triggers that make a moment, beside rules for a birthday or the first purchase.
    package var moments = ["birthday", "first_order"]
    /// Days after which half is left.
    package var depositHalfLife = 90.0
    package var withdrawalHalfLife = 180.0
    /// From these balances on an account is warm, or deep.
    package var warm = 10.0
    package var deep = 30.0
    /// A deposit of at least this value, with its factor, goes beyond expectation.
    package var delight = 5.0
    /// Days within which a deposit repairs a withdrawal.
    package var repairDays = 7
    /// Over so many days repairs and moments beyond expectation are told.
    package var reportDays = 90
    /// The balance this many days ago is compared with purchases since.
    package var checkDays = 90
    /// Hours within which complaints of level 1, 2 and 3 are to be resolved.
    package var resolveHours1 = 2
    package var resolveHours2 = 12
    package var resolveHours3 = 48

    package func resolveHours(level: Int) -> Int {
      level == 1 ? resolveHours1 : level == 2 ? resolveHours2 : resolveHours3
    }

    package func derived(_ kind: DerivedKind) -> AccountKind {
      derived.first { $0.id == kind.rawValue }
        ?? AccountKind(id: kind.rawValue, name: BilingualText(kind.rawValue))
    }
  }

  static let accountKeys: [Key] = [
    Key(
      path: "account.kinds", kind: .accountKinds(\.account.kinds, isClosed: false),
      about:
        "Kinds of touchpoints: id, name (en, zh), value, class (transparency, contact, service, values), phase (before, during, after the sale). One with a default's id keeps of it what isn't given; others are added."
    ),
    Key(
      path: "account.derived", kind: .accountKinds(\.account.derived, isClosed: true),
      about: "The same for what follows from complaints, refunds, answers and hosts' replies."),
    Key(
      path: "account.weekly_cap", kind: .number(\.account.weeklyCap, 0...1_000_000),
      about: "Deposits of one kind count in a week until their values reach this."),
    Key(
      path: "account.withdrawal_factor", kind: .number(\.account.withdrawalFactor, 0...1000),
      about: "How much heavier a withdrawal weighs."),
    Key(
      path: "account.moment_factor", kind: .number(\.account.momentFactor, 0...1000),
      about: "How much heavier a deposit weighs in a moment that matters."),
    Key(
      path: "account.moments", kind: .texts(\.account.moments),
      about: "Triggers of such moments, beside rules for a birthday or the first purchase."),
    Key(
      path: "account.deposit_half_life", kind: .number(\.account.depositHalfLife, 1...36500),
      about: "Days after which half of a deposit is left."),
    Key(
      path: "account.withdrawal_half_life", kind: .number(\.account.withdrawalHalfLife, 1...36500),
      about: "Days after which half of a withdrawal is left."),
    Key(
      path: "account.warm", kind: .number(\.account.warm, 0...1_000_000),
      about: "Warm: a balance from here on; thin below, overdrawn below 0."),
    Key(
      path: "account.deep", kind: .number(\.account.deep, 0...1_000_000),
      about: "Deep: a balance from here on."),
    Key(
      path: "account.delight", kind: .number(\.account.delight, 0...1_000_000),
      about: "A deposit of at least this value, with its factor, goes beyond expectation."),
    Key(
      path: "account.repair_days", kind: .whole(\.account.repairDays, 0...3650),
      about: "Days within which a deposit repairs a withdrawal."),
    Key(
      path: "account.report_days", kind: .whole(\.account.reportDays, 1...3650),
      about: "The window of repairs and of moments beyond expectation, in days."),
    Key(
      path: "account.check_days", kind: .whole(\.account.checkDays, 1...3650),
      about: "The balance this many days ago is compared with purchases since."),
    Key(
      path: "account.resolve_hours_1", kind: .whole(\.account.resolveHours1, 0...8760),
      about: "Hours within which a complaint of level 1 is resolved in time."),
    Key(
      path: "account.resolve_hours_2", kind: .whole(\.account.resolveHours2, 0...8760),
      about: "The same for level 2."),
    Key(
      path: "account.resolve_hours_3", kind: .whole(\.account.resolveHours3, 0...8760),
      about: "The same for level 3."),
  ]
}

extension AccountKind {
  private init(
    _ id: String, _ english: String, _ chinese: String, _ value: Double, _ accountClass: AccountClass,
    _ phase: AccountPhase
  ) {
    self.init(
      id: id, name: BilingualText(english: english, chinese: chinese), value: value,
      accountClass: accountClass, phase: phase)
  }

  /// The kinds of a programme that sets none.
  package static let defaults: [AccountKind] = [
    AccountKind("push", "Push message", "群发推送", -0.5, .contact, .before),
    AccountKind("birthday_gift", "Birthday gift", "生日礼", 5, .contact, .after),
    AccountKind("care", "Care", "关怀", 3, .contact, .after),
    AccountKind("gift", "Gift", "赠礼", 5, .contact, .after),
    AccountKind("surprise", "Surprise", "惊喜", 6, .service, .after),
    AccountKind("privilege", "Privilege", "特权", 4, .service, .during),
    AccountKind("custom", "Custom service", "定制服务", 4, .service, .during),
    AccountKind("visit", "Visit", "拜访", 3, .contact, .after),
    AccountKind("call_back", "Call back", "回访", 2, .service, .after),
    AccountKind("event_invite", "Event invitation", "活动邀请", 2, .contact, .before),
    AccountKind("content", "Content", "内容", 0.5, .transparency, .before),
    AccountKind("apology", "Apology", "致歉", 2, .transparency, .after),
    AccountKind("compensation", "Compensation", "补偿", 4, .service, .after),
    AccountKind("suggestion_credited", "Suggestion credited", "建议被采纳", 4, .values, .after),
    AccountKind("story_told", "Story told", "讲述会员故事", 2, .values, .after),
    AccountKind("late_delivery", "Late delivery", "配送延误", -3, .service, .during),
    AccountKind("stock_out", "Out of stock", "缺货", -1, .service, .before),
    AccountKind("rude_service", "Rude service", "服务态度差", -6, .service, .during),
  ]

  /// Derived kinds of a programme that sets none, in the order of `DerivedKind`.
  package static let derivedDefaults: [AccountKind] = [
    AccountKind("complaint_1", "Complaint, level 1", "一级投诉", -8, .service, .after),
    AccountKind("complaint_2", "Complaint, level 2", "二级投诉", -4, .service, .after),
    AccountKind("complaint_3", "Complaint, level 3", "三级投诉", -2, .service, .after),
    AccountKind("complaint_resolved", "Complaint resolved in time", "投诉按时解决", 3, .service, .after),
    AccountKind("refund", "Refund", "退款", -1, .service, .after),
    AccountKind("detractor", "Detractor's answer", "贬损者评分", -3, .values, .after),
    AccountKind("promoter", "Promoter's answer", "推荐者评分", 2, .values, .after),
    AccountKind("host_reply", "Reply by a host", "主理人回复", 1, .contact, .before),
  ]
}
