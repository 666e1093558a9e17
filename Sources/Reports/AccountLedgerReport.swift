import Canvas
import Community
import JSONTape
import Loyalty
import Texts

/// One member's emotional account, entry by entry: what `koxtop report account --member ID` prints.
///
/// JSON is one object, CSV a row an entry, the oldest first; text has the newest first.
package struct AccountLedgerReport: Report {
  package var roster: Roster
  package var member: Member.Index
  package var ledger: AccountLedger
  package var language: Language

  package var moment: Moment { roster.moment }

  package init(
    roster: Roster, member: Member.Index, account: EmotionalAccounts, language: Language = .english
  ) {
    self.roster = roster
    self.member = member
    ledger = account.ledger(of: member, roster.community)
    self.language = language
  }

  /// Days whose balances are told.
  package static let days = 90

  private var zone: Zone { roster.moment.zone }
  private var words: AccountWords { AccountWords(language: language, zone: zone) }

  package func json() -> ReportContent {
    object { writer in
      writer.field("member", roster.community.members.id(member))
      writer.field("name", roster.name(of: member))
      writer.field("balance", ledger.balance)
      writer.field("band", ledger.band.id)
      writer.field("last_touch", ledger.lastTouch.map(zone.string))
      writer.object("classes") { writer in
        for item in AccountClass.allCases { writer.field(item.rawValue, ledger.left(item)) }
      }
      writer.object("phases") { writer in
        for item in AccountPhase.allCases { writer.field(item.rawValue, ledger.left(item)) }
      }
      writer.object("repair") { writer in
        writer.field("days", ledger.rules.repairDays)
        writer.field("withdrawals", ledger.repairs.withdrawals)
        writer.field("withdrawn", ledger.repairs.withdrawn)
        writer.field("credited", ledger.repairs.credited)
        writer.field("ratio", ledger.repairs.ratio)
      }
      writer.field("entries", ledger.entries.count)
      writer.objects("ledger", ledger.entries) { write($0, to: &$1) }
      writer.key("balances")
      writer.array { writer in
        for (place, balance) in ledger.balances(ofLast: Self.days).enumerated() {
          writer.object { writer in
            writer.field("day", ledger.today.adding(days: place - Self.days + 1).description)
            writer.field("balance", balance)
          }
        }
      }
    }
  }

  private func write(_ entry: AccountLedger.Entry, to writer: inout JSONWriter) {
    writer.field("at", zone.string(from: entry.at))
    writer.field("source", entry.source.id)
    writer.field("kind", entry.kind)
    writer.field("name", entry.known?.name.english)
    writer.field("name_zh", entry.known?.name.chinese)
    writer.field("class", entry.known?.accountClass.rawValue)
    writer.field("phase", entry.known?.phase.rawValue)
    writer.field("value", entry.value)
    writer.field("counted", entry.counted)
    writer.field("factor", entry.factor)
    writer.field("worth", entry.worth)
    writer.field("worth_today", entry.left)
    writer.field("balance", entry.balance)
    writer.key("why")
    writer.array { writer in
      for remark in entry.remarks { writer.value(remark.id) }
    }
  }

  package func csv() -> ReportContent {
    .csv(
      [
        "at", "source", "kind", "class", "phase", "value", "counted", "factor", "worth", "worth_today",
        "balance", "why",
      ], ledger.entries
    ) { entry, writer in
      writer.cell(zone.string(from: entry.at))
      writer.cell(entry.source.id)
      writer.cell(entry.kind)
      writer.cell(entry.known?.accountClass.rawValue ?? "")
      writer.cell(entry.known?.phase.rawValue ?? "")
      for number in [entry.value, entry.counted, entry.factor, entry.worth, entry.left, entry.balance] {
        writer.cell(number)
      }
      writer.cell(entry.remarks.map(\.id).joined(separator: " "))
    }
  }

  package func text() -> ReportContent {
    let id = roster.community.members.id(member)
    let name = roster.name(of: member).map { "\($0) (\(id))" } ?? id
    var bytes = heading(language.text(.accountReportMember, ["name": name]))
    bytes += ReportText.pairs(
      [
        (
          language.text(.accountBalance),
          "\(words.signed(ledger.balance)) · \(language.word(ledger.band.id, of: .band))"
        ),
        (
          language.text(.accountTouched), ledger.lastTouch.map { language.date($0, in: zone) } ?? "–"
        ),
        (
          language.text(.accountRepair, ["days": ledger.rules.repairDays]),
          words.repairEver(ledger.repairs)
        ),
      ]
        + AccountClass.allCases.map { (words.accountClass($0), words.signed(ledger.left($0))) }
        + AccountPhase.allCases.map { (words.phase($0), words.signed(ledger.left($0))) })
    guard !ledger.entries.isEmpty else {
      return ReportContent(bytes + line(.accountEmpty))
    }
    bytes += table(
      [.accountDay, .accountWhat, .accountWorth, .accountLeft, .accountBalance, .accountWhy],
      rows: ledger.entries.reversed().map { entry in
        [
          language.date(entry.day), words.what(entry), words.signed(entry.worth), words.signed(entry.left),
          words.signed(entry.balance), words.why(entry, in: ledger),
        ]
      }, alignments: [.left, .left, .right, .right, .right, .left])
    return ReportContent(bytes)
  }
}
