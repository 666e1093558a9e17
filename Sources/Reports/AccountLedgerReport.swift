import Canvas
import Community
import JSONTape
import Loyalty
import Texts

/// One member's emotional account, entry by entry: what `koxtop report account --member ID` prints.
package struct AccountLedgerReport: Sendable {
  package var roster: Roster
  package var member: Member.Index
  package var ledger: AccountLedger
  package var language: Language

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

  /// JSON is one object, CSV a row an entry, the oldest first; text has the newest first.
  package func write(_ format: ReportFormat, to sink: ReportSink) rethrows {
    let bytes =
      switch format {
      case .json: json()
      case .csv: csv()
      case .text: text()
      }
    try bytes.withUnsafeBytes { try sink($0) }
  }

  private func json() -> [UInt8] {
    var writer = JSONWriter(indentation: 2)
    writer.object { writer in
      writer.field("as_of", zone.string(from: roster.moment.now))
      writer.field("time_zone", zone.identifier)
      writer.field("member", roster.community.members.id(member))
      writer.field("name", roster.name(of: member))
      writer.field("balance", ledger.balance)
      writer.field("band", ledger.band.id)
      writer.field("last_touch", ledger.lastTouch.map(zone.string))
      writer.key("classes")
      writer.object { writer in
        for item in AccountClass.allCases { writer.field(item.rawValue, ledger.left(item)) }
      }
      writer.key("phases")
      writer.object { writer in
        for item in AccountPhase.allCases { writer.field(item.rawValue, ledger.left(item)) }
      }
      writer.key("repair")
      writer.object { writer in
        writer.field("days", ledger.rules.repairDays)
        writer.field("withdrawals", ledger.repairs.withdrawals)
        writer.field("withdrawn", ledger.repairs.withdrawn)
        writer.field("credited", ledger.repairs.credited)
        writer.field("ratio", ledger.repairs.ratio)
      }
      writer.field("entries", ledger.entries.count)
      writer.key("ledger")
      writer.array { writer in
        for entry in ledger.entries { writer.object { write(entry, to: &$0) } }
      }
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
    writer.newline()
    return writer.bytes
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

  private func csv() -> [UInt8] {
    var writer = CSVWriter()
    writer.row([
      "at", "source", "kind", "class", "phase", "value", "counted", "factor", "worth", "worth_today",
      "balance", "why",
    ])
    for entry in ledger.entries {
      writer.cell(zone.string(from: entry.at))
      writer.cell(entry.source.id)
      writer.cell(entry.kind)
      writer.cell(entry.known?.accountClass.rawValue ?? "")
      writer.cell(entry.known?.phase.rawValue ?? "")
      for number in [entry.value, entry.counted, entry.factor, entry.worth, entry.left, entry.balance] {
        writer.cell(number)
      }
      writer.cell(entry.remarks.map(\.id).joined(separator: " "))
      writer.endRow()
    }
    return writer.bytes
  }

  private func text() -> [UInt8] {
    let id = roster.community.members.id(member)
    let name = roster.name(of: member).map { "\($0) (\(id))" } ?? id
    let title = language.text(
      .reportHeading,
      [
        "title": language.text(.accountReportMember, ["name": name]),
        "time": language.dateAndTime(roster.moment.now, in: zone), "zone": zone.identifier,
      ])
    var bytes = Array((title + "\n\n").utf8)
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
      return bytes + Array((language.text(.accountEmpty) + "\n").utf8)
    }
    bytes += ReportText.table(
      [.accountDay, .accountWhat, .accountWorth, .accountLeft, .accountBalance, .accountWhy].map {
        language.text($0)
      },
      rows: ledger.entries.reversed().map { entry in
        [
          language.date(entry.day), words.what(entry), words.signed(entry.worth), words.signed(entry.left),
          words.signed(entry.balance), words.why(entry, in: ledger),
        ]
      }, alignments: [.left, .left, .right, .right, .right, .left])
    return bytes
  }
}
