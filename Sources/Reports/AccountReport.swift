import Canvas
import Community
import JSONTape
import Loyalty
import Texts

/// What the emotional accounts of all members come to: what `koxtop report account` prints.
package struct AccountReport: Sendable {
  package var roster: Roster
  package var account: EmotionalAccounts
  package var language: Language

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

  /// JSON is one object, CSV a row a member by id, text has tables.
  package func write(_ format: ReportFormat, to sink: ReportSink) rethrows {
    switch format {
    case .csv: try csv(to: sink)
    case .json: try json().withUnsafeBytes { try sink($0) }
    case .text: try text().withUnsafeBytes { try sink($0) }
    }
  }

  // MARK: JSON

  private func json() -> [UInt8] {
    let zone = roster.moment.zone
    var writer = JSONWriter(indentation: 2)
    writer.object { writer in
      writer.field("as_of", zone.string(from: roster.moment.now))
      writer.field("time_zone", zone.identifier)
      writer.field("members", summary.members)
      writer.field("balance", summary.balance)
      writer.field("mean_balance", summary.members == 0 ? nil : summary.balance / Double(summary.members))
      writer.key("bands")
      writer.object { writer in
        for band in AccountBand.allCases { writer.field(band.id, summary.members(in: band)) }
      }
      writer.key("classes")
      writer.object { writer in
        for item in AccountClass.allCases { writer.field(item.rawValue, summary.left(item)) }
      }
      writer.key("phases")
      writer.object { writer in
        for item in AccountPhase.allCases { writer.field(item.rawValue, summary.left(item)) }
      }
      writer.key("kinds")
      writer.array { writer in
        for sum in summary.kinds { writer.object { write(sum, to: &$0) } }
      }
      writer.key("repair")
      writer.object { writer in
        writer.field("days", rules.repairDays)
        writer.field("window_days", rules.reportDays)
        writer.field("withdrawals", summary.repairs.withdrawals)
        writer.field("withdrawn", summary.repairs.withdrawn)
        writer.field("credited", summary.repairs.credited)
        writer.field("ratio", summary.repairs.ratio)
      }
      writer.key("delights")
      writer.object { writer in
        writer.field("window_days", rules.reportDays)
        writer.field("total", summary.delightCount)
        writer.key("log")
        writer.array { writer in
          for delight in summary.delights.prefix(Self.loggedDelights) {
            writer.object { write(delight, to: &$0) }
          }
        }
      }
      writer.key("overdrawn")
      writer.array { writer in
        for member in account.overdrawn() { writer.object { write(member, to: &$0) } }
      }
      writeCheck(to: &writer)
      writeUnknown("unknown_kinds", "kind", summary.unknownKinds.kinds, to: &writer)
      writeUnknown("unknown_rules", "rule", summary.unknownKinds.rules, to: &writer)
    }
    writer.newline()
    return writer.bytes
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
    writer.key("auc")
    writer.object { writer in
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

  private func csv(to sink: ReportSink) rethrows {
    var writer = CSVWriter()
    writer.row(["id", "name", "balance", "band", "last_touch"])
    let query = MemberQuery(filter: .all, order: MemberOrder(by: .id))
    for member in roster.all(query)?.rows ?? [] {
      writer.cell(roster.community.members.id(member))
      writer.cell(roster.name(of: member) ?? "")
      writer.cell(account.balance(member) ?? .nan)
      writer.cell(account.band(member)?.id ?? "")
      writer.cell(account.lastTouch(member).map(roster.moment.zone.string) ?? "")
      writer.endRow()
      if writer.bytes.count >= reportPieceSize {
        try writer.bytes.withUnsafeBytes { try sink($0) }
        writer.removeAll()
      }
    }
    try writer.bytes.withUnsafeBytes { try sink($0) }
  }

  // MARK: Text

  private func text() -> [UInt8] {
    let words = AccountWords(language: language, zone: roster.moment.zone)
    let count = max(1, summary.members)
    var bytes = ReportText.heading(.accountTitle, moment: roster.moment, language: language)
    bytes += ReportText.pairs([
      (language.text(.accountMembers), language.number(summary.members)),
      (language.text(.accountMean), words.signed(summary.balance / Double(count))),
      (
        language.text(.accountRepair, ["days": rules.repairDays]),
        words.repair(summary.repairs, window: rules.reportDays)
      ),
      (language.text(.accountCheck), summary.check.map(words.check) ?? "–"),
    ])
    bytes += ReportText.table(
      [.accountBand, .accountMembers, .accountShare].map { language.text($0) },
      rows: AccountBand.allCases.map { band in
        [
          language.word(band.id, of: .band), language.number(summary.members(in: band)),
          language.percent(Double(summary.members(in: band)) / Double(count)),
        ]
      }, alignments: [.left, .right, .right])
    bytes += sums(.accountClass, AccountClass.allCases.map { (words.accountClass($0), summary.left($0)) })
    bytes += sums(.accountPhase, AccountPhase.allCases.map { (words.phase($0), summary.left($0)) })
    bytes.append(0x0A)
    bytes += ReportText.table(
      [.accountKind, .accountCount, .accountWorth, .accountLeft].map { language.text($0) },
      rows: summary.kinds.map { sum in
        [
          sum.kind.map { words.name($0.name) } ?? language.text(.accountOtherKinds),
          language.number(sum.count), words.signed(sum.worth), words.signed(sum.left),
        ]
      }, alignments: [.left, .right, .right, .right])
    bytes += overdrawn(words) + delights(words)
    bytes += unknown(.accountUnknownKinds, summary.unknownKinds.kinds)
    bytes += unknown(.accountUnknownRules, summary.unknownKinds.rules)
    return bytes
  }

  private func sums(_ title: Phrase, _ rows: [(String, Double)]) -> [UInt8] {
    let words = AccountWords(language: language, zone: roster.moment.zone)
    return [0x0A]
      + ReportText.table(
        [language.text(title), language.text(.accountLeft)], rows: rows.map { [$0.0, words.signed($0.1)] },
        alignments: [.left, .right])
  }

  private func line(_ text: String) -> [UInt8] { Array((text + "\n").utf8) }

  private func overdrawn(_ words: AccountWords) -> [UInt8] {
    let members = account.overdrawn()
    guard !members.isEmpty else { return [] }
    var bytes = line("\n" + language.text(.accountOverdrawn, ["count": members.count]))
    bytes += ReportText.table(
      [.accountID, .accountName, .accountBalance, .accountTouched].map { language.text($0) },
      rows: members.prefix(Self.shownRows).map { member in
        [
          roster.community.members.id(member), roster.name(of: member) ?? "–",
          words.signed(account.balance(member) ?? 0),
          account.lastTouch(member).map { language.date($0, in: roster.moment.zone) } ?? "–",
        ]
      }, alignments: [.left, .left, .right, .left])
    if members.count > Self.shownRows {
      bytes += line(language.text(.accountMore, ["count": members.count - Self.shownRows]))
    }
    return bytes
  }

  private func delights(_ words: AccountWords) -> [UInt8] {
    let title = language.text(
      .accountDelights, ["count": summary.delightCount, "days": rules.reportDays])
    var bytes = line("\n" + title)
    guard !summary.delights.isEmpty else { return bytes }
    bytes += ReportText.table(
      [.accountDay, .accountID, .accountName, .accountWhat, .accountWorth].map { language.text($0) },
      rows: summary.delights.prefix(Self.shownRows).map { delight in
        [
          language.date(delight.at, in: roster.moment.zone), roster.community.members.id(delight.member),
          roster.name(of: delight.member) ?? "–",
          delight.kind.map { words.name($0.name) } ?? language.text(.accountOtherKinds),
          words.signed(delight.worth),
        ]
      }, alignments: [.left, .left, .left, .left, .right])
    if summary.delightCount > Self.shownRows {
      bytes += line(language.text(.accountMore, ["count": summary.delightCount - Self.shownRows]))
    }
    return bytes
  }

  private func unknown(_ title: Phrase, _ words: [(word: String, count: Int)]) -> [UInt8] {
    guard !words.isEmpty else { return [] }
    let list = words.prefix(Self.shownRows).map { "\($0.word) (\(language.number($0.count)))" }
    return line("\n\(language.text(title)): \(list.joined(separator: ", "))")
  }
}
