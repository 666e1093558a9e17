import Canvas
import Community
import JSONTape
import Loyalty
import Texts

/// One member's points, lot by lot and line by line: what `koxtop report points --member ID` prints.
package struct PointsLedgerReport: Sendable {
  package var roster: Roster
  package var member: Member.Index
  package var points: Points
  package var ledger: PointsLedger
  package var language: Language

  /// - Parameter points: of the roster's members.
  package init(roster: Roster, member: Member.Index, points: Points, language: Language = .english) {
    self.roster = roster
    self.member = member
    self.points = points
    ledger = points.ledger(of: member)
    self.language = language
  }

  private var zone: Zone { roster.moment.zone }
  private var words: PointsWords { PointsWords(language: language, community: roster.community) }
  private func id(_ member: Member.Index) -> String { roster.community.members.id(member) }
  private var fault: PointPools.Problem? { points.pools.fault(of: member, roster.community) }

  /// JSON is one object with lots and ledger, CSV a row a line of the ledger, the oldest first; text has both, the
  /// newest first.
  package func write(_ format: ReportFormat, to sink: ReportSink) rethrows {
    let bytes =
      switch format {
      case .json: json()
      case .csv: csv()
      case .text: text()
      }
    try bytes.withUnsafeBytes { try sink($0) }
  }

  // MARK: JSON

  private func json() -> [UInt8] {
    var writer = JSONWriter(indentation: 2)
    writer.object { writer in
      writer.field("as_of", zone.string(from: roster.moment.now))
      writer.field("time_zone", zone.identifier)
      writer.field("member", id(member))
      writer.field("name", roster.name(of: member))
      writer.field("source", points.isLedger ? "feed" : "rules")
      writer.key("household")
      writer.array { writer in
        for member in ledger.members where ledger.members.count > 1 { writer.value(id(member)) }
      }
      writer.field("household_problem", fault?.rawValue)
      writer.field("balance", ledger.balance)
      for days in Points.windows {
        writer.field("expiring_\(days)", points.expiring(within: days, member))
      }
      writer.field("next_expiry", points.nextExpiry(member).map(zone.string))
      writer.field("dropped", points.dropped(member))
      writer.key("lots")
      writer.array { writer in
        for (number, lot) in ledger.lots.enumerated() {
          writer.object { write(lot, number, to: &$0) }
        }
      }
      writer.key("ledger")
      writer.array { writer in
        for line in ledger.lines { writer.object { write(line, to: &$0) } }
      }
    }
    writer.newline()
    return writer.bytes
  }

  private func write(_ lot: PointsLedger.Lot, _ number: Int, to writer: inout JSONWriter) {
    let line = ledger.lines[lot.line]
    writer.field("lot", number + 1)
    writer.field("issued_at", zone.string(from: lot.issuedAt))
    writer.field("expires", zone.string(from: lot.expires))
    writer.field("member", id(line.member))
    writer.field("reason", line.reason)
    writer.field("issued", lot.issued)
    writer.field("taken", lot.taken)
    writer.field("expired", lot.expired)
    writer.field("open", lot.open)
  }

  private func write(_ line: PointsLedger.Line, to writer: inout JSONWriter) {
    writer.field("at", zone.string(from: line.at))
    writer.field("kind", line.kind.rawValue)
    writer.field("member", id(line.member))
    writer.field("reason", line.reason)
    writer.field("delta", line.delta)
    writer.field("dropped", line.dropped)
    writer.field("balance", line.balance)
    writer.field("order", line.order)
    writer.field("reward", line.reward)
    writer.field("person", line.person.map(id))
    writer.field("referrals", line.referrals)
    writer.field("feed", line.feed?.name)
    writer.field("negative_lot", line.isNegativeLot)
    writer.key("lots")
    writer.array { writer in
      for part in line.parts {
        writer.object { writer in
          writer.field("lot", part.lot + 1)
          writer.field("points", part.points)
        }
      }
    }
  }

  private func csv() -> [UInt8] {
    var writer = CSVWriter()
    writer.row([
      "at", "kind", "member", "reason", "delta", "dropped", "balance", "order", "reward", "person",
      "referrals", "lots",
    ])
    for line in ledger.lines {
      writer.cell(zone.string(from: line.at))
      writer.cell(line.kind.rawValue)
      writer.cell(id(line.member))
      writer.cell(line.reason ?? "")
      writer.cell(line.delta)
      writer.cell(line.dropped)
      writer.cell(line.balance)
      writer.cell(line.order ?? "")
      writer.cell(line.reward ?? "")
      writer.cell(line.person.map(id) ?? "")
      writer.cell(line.referrals.map { "\($0)" } ?? "")
      writer.cell(line.parts.map { "\($0.lot + 1):\($0.points)" }.joined(separator: " "))
      writer.endRow()
    }
    return writer.bytes
  }

  // MARK: Text

  private func text() -> [UInt8] {
    let name = roster.name(of: member).map { "\($0) (\(id(member)))" } ?? id(member)
    let title = language.text(
      .reportHeading,
      [
        "title": language.text(.pointsMemberTitle, ["name": name]),
        "time": language.dateAndTime(roster.moment.now, in: zone), "zone": zone.identifier,
      ])
    var bytes = Array((title + "\n\n").utf8)
    var pairs = [(language.text(.pointsBalance), language.number(ledger.balance))]
    for days in Points.windows {
      pairs.append(
        (
          language.text(.pointsExpiringIn, ["days": days]),
          language.number(points.expiring(within: days, member) ?? 0)
        ))
    }
    if ledger.members.count > 1 {
      let others = ledger.members.filter { $0 != member }.map(id).joined(separator: ", ")
      pairs.append((language.text(.pointsPool), others))
    }
    if let fault { pairs.append((language.text(.pointsHousehold), language.text(fault))) }
    bytes += ReportText.pairs(pairs)
    guard !ledger.lines.isEmpty else { return bytes + Array((language.text(.pointsNone) + "\n").utf8) }
    bytes += ReportText.table(
      [.pointsLot, .pointsIssuedAt, .pointsExpires, .pointsIssued, .pointsTaken, .pointsExpired, .pointsOpen]
        .map { language.text($0) } + [language.text(.pointsWhat)],
      rows: ledger.lots.enumerated().reversed().map { number, lot in
        [
          "\(number + 1)", language.date(lot.issuedAt, in: zone),
          language.dateAndTime(lot.expires, in: zone), language.number(lot.issued),
          language.number(lot.taken), language.number(lot.expired), language.number(lot.open),
          words.what(ledger.lines[lot.line]),
        ]
      }, alignments: [.right, .left, .left, .right, .right, .right, .right, .left])
    bytes.append(0x0A)
    bytes += ReportText.table(
      [.pointsWhen, .pointsWhat, .pointsChange, .pointsAfter, .pointsWhy].map { language.text($0) },
      rows: ledger.lines.reversed().map { line in
        [
          language.dateAndTime(line.at, in: zone), words.what(line), words.signed(line.delta),
          language.number(line.balance), words.why(line, in: ledger),
        ]
      }, alignments: [.left, .left, .right, .right, .left])
    return bytes
  }
}
