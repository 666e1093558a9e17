/// Accounts that a household may share.
extension Phrase {
  package static let pointsAccounts = Phrase(
    "points.accounts", en: "{count} accounts", one: "{count} account", zh: "{count} 个账户")
  package static let pointsSharedAccounts = Phrase(
    "points.accounts.shared", en: "{count} accounts ({members} members)",
    one: "{count} account ({members} members)", zh: "{count} 个账户（{members} 位会员）")
  package static let pointsHouseholdsOnce = Phrase(
    "points.accounts.households", en: "{count} households share a pool: one account each",
    one: "{count} household shares a pool: one account", zh: "{count} 个家庭共享积分池，各计一个账户")
  package static let tiersRemindersDue = Phrase(
    "tier-panel.reminders.due", en: "{count} due in Touchpoints: own days and filter, contact cap",
    zh: "触达日历今日 {count} 位（另有天数、条件与频次限制）")
}

extension Language {
  /// How many accounts there are, and of how many members where households share some.
  package func accounts(_ count: Int, members: Int) -> String {
    members == count
      ? text(.pointsAccounts, ["count": count])
      : text(.pointsSharedAccounts, ["count": count, "members": members])
  }
}
