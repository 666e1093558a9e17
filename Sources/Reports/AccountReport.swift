import Canvas
import Community
import JSONTape
import Loyalty
import Texts

/// What the emotional accounts of all members come to: what `koxtop report account` prints.
///
/// JSON is one object, CSV a row a member by id, text has tables.
package struct AccountReport: Report {
  package var roster: Roster
  package var account: EmotionalAccounts
  package var language: Language

  package var moment: Moment { roster.moment }

  /// - Parameter account: of the roster's members.
  package init(roster: Roster, account: EmotionalAccounts, language: Language = .english) {
    self.roster = roster
    self.account = account
    self.language = language
  }

  /// Rows of a list in text.
  private static let shownRows = 20
  /// Moments beyond expectation that JSON has, the newest; their number is told beside.
  private static let loggedDelights = 100

  private var summary: AccountSummary { account.summary }
  private var rules: Program.AccountRules { account.rules }

  // MARK: JSON

  package func json() -> ReportContent {
    object { writer in
      writer.field("members", summary.members)
      writer.field("balance", summary.balance)
      writer.field("mean_balance", summary.members == 0 ? nil : summary.balance / Double(summary.members))
      writer.object("bands") { writer in
        for band in AccountBand.allCases { writer.field(band.id, summary.members(in: band)) }
      }
      writer.object("classes") { writer in
        for item in AccountClass.allCases { writer.field(item.rawValue, summary.left(item)) }
      }
      writer.object("phases") { writer in
        for item in AccountPhase.allCases { writer.field(item.rawValue, summary.left(item)) }
      }
      writer.objects("kinds", summary.kinds) { write($0, to: &$1) }
      writer.object("repair") { writer in
        writer.field("days", rules.repairDays)
        writer.field("window_days", rules.reportDays)
        writer.field("withdrawals", summary.repairs.withdrawals)
        writer.field("withdrawn", summary.repairs.withdrawn)
        writer.field("credited", summary.repairs.credited)
        writer.field("ratio", summary.repairs.ratio)
      }
      writer.object("delights") { writer in
        writer.field("window_days", rules.reportDays)
        writer.field("total", summary.delightCount)
        writer.key("log")
        writer.array { writer in
          for delight in summary.delights.prefix(Self.loggedDelights) {
            writer.object { write(delight, to: &$0) }
          }
        }
      }
      writer.objects("overdrawn", account.overdrawn()) { write($0, to: &$1) }
      writeCheck(to: &writer)
      writeUnknown("unknown_kinds", "kind", summary.unknownKinds.kinds, to: &writer)
      writeUnknown("unknown_rules", "rule", summary.unknownKinds.rules, to: &writer)
    }
  }

  private func write(_ sum: AccountSummary.KindSum, to writer: inout JSONWriter) {
    writer.field("kind", sum.kind?.id)
    writer.field("name", sum.kind?.name.english)
    writer.field("name_zh", sum.kind?.name.chinese)
    writer.field("origin", sum.origin.rawValue)
    writer.field("class", sum.kind?.accountClass.rawValue)
    writer.field("phase", sum.kind?.phase.rawValue)
    writer.field("entries", sum.count)
    writer.field("worth", sum.worth)
    writer.field("worth_today", sum.left)
  }

  private func write(_ delight: AccountSummary.Delight, to writer: inout JSONWriter) {
    writer.field("member", roster.community.members.id(delight.member))
    writer.field("name", roster.name(of: delight.member))
    writer.field("at", roster.moment.zone.string(from: delight.at))
    writer.field("kind", delight.kind?.id)
    writer.field("worth", delight.worth)
  }

  private func write(_ member: Member.Index, to writer: inout JSONWriter) {
    writer.field("member", roster.community.members.id(member))
    writer.field("name", roster.name(of: member))
    writer.field("balance", account.balance(member))
    writer.field("last_touch", account.lastTouch(member).map(roster.moment.zone.string))
  }

  private func writeCheck(to writer: inout JSONWriter) {
    guard let check = summary.check else { return }
    writer.object("auc") { writer in
      writer.field("days", check.days)
      writer.field("members", check.members)
      writer.field("buyers", check.buyers)
      writer.field("value", check.area?.value)
      writer.field("low", check.area?.interval.lowerBound)
      writer.field("high", check.area?.interval.upperBound)
      writer.field("interval", "delong_95")
    }
  }

  private func writeUnknown(
    _ key: String, _ name: String, _ words: [(word: String, count: Int)], to writer: inout JSONWriter
  ) {
    writer.key(key)
    writer.array { writer in
      for item in words {
        writer.object { writer in
          writer.field(name, item.word)
          writer.field("entries", item.count)
        }
      }
    }
  }

  // MARK: CSV

  package func csv() -> ReportContent {
    let query = MemberQuery(filter: .all, order: MemberOrder(by: .id))
    return .csv(["id", "name", "balance", "band", "last_touch"], roster.all(query)?.rows ?? []) {
      member, writer in
      writer.cell(roster.community.members.id(member))
      writer.cell(roster.name(of: member) ?? "")
      writer.cell(account.balance(member) ?? .nan)
      writer.cell(account.band(member)?.id ?? "")
      writer.cell(account.lastTouch(member).map(roster.moment.zone.string) ?? "")
    }
  }

  // MARK: Text

  package func text() -> ReportContent {
    let words = AccountWords(language: language, zone: roster.moment.zone)
    let count = max(1, summary.members)
    var bytes = heading(.accountTitle)
    bytes += ReportText.pairs([
      (language.text(.accountMembers), language.number(summary.members)),
      (language.text(.accountMean), words.signed(summary.balance / Double(count))),
      (
        language.text(.accountRepair, ["days": rules.repairDays]),
        words.repair(summary.repairs, window: rules.reportDays)
      ),
      (language.text(.accountCheck), summary.check.map(words.check) ?? "–"),
    ])
    bytes += table(
      [.accountBand, .accountMembers, .accountShare],
      rows: AccountBand.allCases.map { band in
        [
          language.word(band.id, of: .band), language.number(summary.members(in: band)),
          language.percent(Double(summary.members(in: band)) / Double(count)),
        ]
      }, alignments: [.left, .right, .right])
    bytes += sums(.accountClass, AccountClass.allCases.map { (words.accountClass($0), summary.left($0)) })
    bytes += sums(.accountPhase, AccountPhase.allCases.map { (words.phase($0), summary.left($0)) })
    bytes.append(0x0A)
    bytes += table(
      [.accountKind, .accountCount, .accountWorth, .accountLeft],
      rows: summary.kinds.map { sum in
        [
          sum.kind.map { words.name($0.name) } ?? language.text(.accountOtherKinds),
          language.number(sum.count), words.signed(sum.worth), words.signed(sum.left),
        ]
      }, alignments: [.left, .right, .right, .right])
    bytes += overdrawn(words) + delights(words)
    bytes += unknown(.accountUnknownKinds, summary.unknownKinds.kinds)
    bytes += unknown(.accountUnknownRules, summary.unknownKinds.rules)
    return ReportContent(bytes)
  }

  private func sums(_ title: Phrase, _ rows: [(String, Double)]) -> [UInt8] {
    let words = AccountWords(language: language, zone: roster.moment.zone)
    return [0x0A]
      + ReportText.table(
        [language.text(title), language.text(.accountLeft)], rows: rows.map { [$0.0, words.signed($0.1)] },
        alignments: [.left, .right])
  }

  private func overdrawn(_ words: AccountWords) -> [UInt8] {
    let members = account.overdrawn()
    guard !members.isEmpty else { return [] }
    var bytes = ReportText.line("\n" + language.text(.accountOverdrawn, ["count": members.count]))
    bytes += table(
      [.accountID, .accountName, .accountBalance, .accountTouched],
      rows: members.prefix(Self.shownRows).map { member in
        [
          roster.community.members.id(member), roster.name(of: member) ?? "–",
          words.signed(account.balance(member) ?? 0),
          account.lastTouch(member).map { language.date($0, in: roster.moment.zone) } ?? "–",
        ]
      }, alignments: [.left, .left, .right, .left])
    if members.count > Self.shownRows {
      bytes += line(.accountMore, ["count": members.count - Self.shownRows])
    }
    return bytes
  }

  private func delights(_ words: AccountWords) -> [UInt8] {
    let title = language.text(
      .accountDelights, ["count": summary.delightCount, "days": rules.reportDays])
    var bytes = ReportText.line("\n" + title)
    guard !summary.delights.isEmpty else { return bytes }
    bytes += table(
      [.accountDay, .accountID, .accountName, .accountWhat, .accountWorth],
      rows: summary.delights.prefix(Self.shownRows).map { delight in
        [
          language.date(delight.at, in: roster.moment.zone), roster.community.members.id(delight.member),
          roster.name(of: delight.member) ?? "–",
          delight.kind.map { words.name($0.name) } ?? language.text(.accountOtherKinds),
          words.signed(delight.worth),
        ]
      }, alignments: [.left, .left, .left, .left, .right])
    if summary.delightCount > Self.shownRows {
      bytes += line(.accountMore, ["count": summary.delightCount - Self.shownRows])
    }
    return bytes
  }

  private func unknown(_ title: Phrase, _ words: [(word: String, count: Int)]) -> [UInt8] {
    guard !words.isEmpty else { return [] }
    let list = words.prefix(Self.shownRows).map { "\($0.word) (\(language.number($0.count)))" }
    return ReportText.line("\n\(language.text(title)): \(list.joined(separator: ", "))")
  }
}

extension AccountReport: NamedReport {
  package static let name = "account"
  package static let about = """
    what stands in the emotional accounts, overdrawn members, moments beyond expectation; with --member one account, \
    entry by entry.
    """

  package static func made(
    of reading: FolderReading, _ options: ChosenMemberOptions, language: Language
  ) throws -> (any Report)? {
    let roster = reading.roster
    guard let account = EmotionalAccounts(roster: roster, on: .allCores) else { return nil }
    guard let member = try options.index(in: roster) else {
      return AccountReport(roster: roster, account: account, language: language)
    }
    return AccountLedgerReport(roster: roster, member: member, account: account, language: language)
  }
}
