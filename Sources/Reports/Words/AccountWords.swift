import Community
import Loyalty
import Texts

/// What stands in accounts, in words.
package struct AccountWords {
  package var language: Language
  package var zone: Zone

  package init(language: Language, zone: Zone) {
    self.language = language
    self.zone = zone
  }

  package func name(_ name: BilingualText) -> String { language.text(name) }

  package func accountClass(_ item: AccountClass) -> String {
    Phrase.columnWords["account_class.\(item.rawValue)"].map { language.text($0) } ?? item.rawValue
  }

  package func phase(_ item: AccountPhase) -> String {
    Phrase.columnWords["account_phase.\(item.rawValue)"].map { language.text($0) } ?? item.rawValue
  }

  /// One decimal and the sign; two decimals where it's less than 1.
  package func signed(_ value: Double) -> String {
    let decimals = abs(value) < 0.995 ? 2 : 1
    let text = language.number(abs(value), decimals: decimals)
    let isZero = text.allSatisfy { "0.,".contains($0) }
    return isZero ? "0" : (value < 0 ? "−" : "+") + text
  }

  /// A value as it is in a table of kinds, without a sign.
  package func plain(_ value: Double) -> String {
    language.number(abs(value), decimals: value == value.rounded() ? 0 : 1)
  }

  package func repair(_ repairs: AccountRepairRatio, window: Int) -> String {
    guard let ratio = repairs.ratio else { return language.text(.accountNoWithdrawals, ["window": window]) }
    return language.text(
      .accountRepairValue,
      ["ratio": language.percent(ratio), "count": language.number(repairs.withdrawals), "window": window])
  }

  /// Of one member's account, over all of it.
  package func repairEver(_ repairs: AccountRepairRatio) -> String {
    guard let ratio = repairs.ratio else { return language.text(.accountNoWithdrawalsEver) }
    return language.text(
      .accountRepairEver,
      ["ratio": language.percent(ratio), "count": language.number(repairs.withdrawals)])
  }

  package func check(_ check: AccountCheck) -> String {
    guard let area = check.area else {
      return language.text(
        .accountCheckTooFew,
        [
          "buyers": language.number(check.buyers), "members": language.number(check.members),
          "days": check.days,
        ])
    }
    return language.text(
      .accountCheckValue,
      [
        "area": language.percent(area.value),
        "low": language.number(area.interval.lowerBound * 100, decimals: 0),
        "high": language.percent(area.interval.upperBound),
        "members": language.number(check.members), "buyers": language.number(check.buyers),
        "days": check.days,
      ])
  }

  /// What an entry is: the name of its kind, else its word.
  package func what(_ entry: AccountLedger.Entry) -> String {
    if let known = entry.known { return name(known.name) }
    return entry.kind.isEmpty ? language.text(.accountOtherKinds) : entry.kind
  }

  /// Why an entry is worth what it is today.
  package func why(_ entry: AccountLedger.Entry, in ledger: AccountLedger) -> String {
    entry.remarks.map { remark in
      switch remark {
      case .capped(let counted):
        language.text(
          .remarkCapped,
          [
            "counted": plain(counted), "value": plain(entry.value), "cap": plain(ledger.rules.weeklyCap),
          ])
      case .moment(let factor): language.text(.remarkMoment, ["factor": plain(factor)])
      case .withdrawal(let factor): language.text(.remarkWithdrawal, ["factor": plain(factor)])
      case .decayed(let share, let days):
        language.text(.remarkDecayed, ["share": language.percent(share), "days": days])
      case .unknownKind: language.text(.remarkUnknownKind)
      case .unknownRule: language.text(.remarkUnknownRule)
      case .stated: language.text(.remarkStated)
      case .delight: language.text(.remarkDelight)
      case .repairs(let place):
        language.text(
          .remarkRepairs,
          ["what": what(ledger.entries[place]), "day": language.date(ledger.entries[place].day)])
      }
    }.joined(separator: language == .simplifiedChinese ? "；" : "; ")
  }
}

extension AccountLedger.Remark {
  /// The word in reports.
  package var id: String {
    switch self {
    case .capped: "capped"
    case .moment: "moment"
    case .withdrawal: "withdrawal"
    case .decayed: "decayed"
    case .unknownKind: "unknown_kind"
    case .unknownRule: "unknown_rule"
    case .stated: "stated"
    case .delight: "delight"
    case .repairs: "repairs"
    }
  }
}

extension AccountLedger.Source {
  /// The word in reports.
  package var id: String {
    switch self {
    case .touchpoint: "touchpoint"
    case .decision: "decision"
    case .complaint: "complaint"
    case .complaintResolved: "complaint_resolved"
    case .refund: "refund"
    case .answer: "answer"
    case .reply: "reply"
    }
  }
}
