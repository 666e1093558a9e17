import Canvas
import Community
import Loyalty
import Reports
import Texts

extension CardPart {
  static let account = CardPart(
    id: "account", title: .cardAccount,
    wide: .right { content, columns, rows in
      let lines = content.account(columns: columns, entries: 4)[0..<rows / 3]
      return lines.isEmpty ? [] : [.heading(content.context.text(.accountTitle))] + lines
    }, lines: { $0.account(columns: $1) },
    plain: {
      ["", $0.context.text(.accountTitle)]
        + $0.account(columns: plainColumns, hasCurve: false).all.map(\.text).filter { !$0.isEmpty }
    })
}

extension CardContent {
  /// Days over which the balance is drawn.
  private static let days = 180
  /// From this width on the running balance stands at the end of each entry.
  private static let withBalance = 44

  /// The emotional account: balance with its curve, where it comes from, and the newest entries first.
  ///
  /// - Parameters:
  ///   - entries: how many at most, in one line each; nil for all, with the reasons under them.
  ///   - hasCurve: whether the balance is drawn.
  func account(columns: Int, entries limit: Int? = nil, hasCurve: Bool = true) -> LineList {
    guard let ledger = card.account else {
      return LineList(
        limit == nil ? Line.paragraph(context.text(.accountPending), .muted, columns: columns) : [])
    }
    let words = AccountWords(language: context.language, zone: context.zone)
    if ledger.entries.isEmpty {
      return LineList(
        limit == nil ? Line.paragraph(context.text(.accountEmpty), .muted, columns: columns) : [])
    }
    var lines = head(ledger, words, columns: columns, hasCurve: hasCurve)
    if let limit {
      for entry in ledger.entries.suffix(limit).reversed() {
        lines.append(line(entry, words, columns: columns))
      }
      return LineList(lines)
    }
    lines.append(
      Line(
        [Piece(context.text(.accountRepair, ["days": ledger.rules.repairDays]), .label)],
        right: [Piece(words.repairEver(ledger.repairs), .text)]))
    lines.append(.blank)
    var heads = [
      Piece(context.text(.accountThen), .label, width: 7, .right),
      Piece(context.text(.accountToday), .label, width: 7, .right),
    ]
    if columns >= Self.withBalance {
      heads.append(Piece(context.text(.accountBalance), .label, width: 9, .right))
    }
    lines.append(.heading(context.text(.accountEntries, ["count": ledger.entries.count]), right: heads))
    return list(ledger.entries.count, heights?.account(columns: columns), head: lines) {
      accountEntry($0, columns: columns)
    }
  }

  /// An entry of the account with its reasons.
  ///
  /// - Parameter place: from the newest.
  func accountEntry(_ place: Int, columns: Int) -> [Line] {
    guard let ledger = card.account else { return [] }
    let words = AccountWords(language: context.language, zone: context.zone)
    let entry = ledger.entries[ledger.entries.count - 1 - place]
    let why = words.why(entry, in: ledger)
    return [line(entry, words, columns: columns)]
      + (why.isEmpty ? [] : Line.paragraph(why, .muted, columns: columns, indent: 11, limit: 2))
  }

  private func head(_ ledger: AccountLedger, _ words: AccountWords, columns: Int, hasCurve: Bool) -> [Line] {
    let balances = ledger.balances(ofLast: Self.days)
    let low = words.signed(balances.min() ?? 0)
    let high = words.signed(balances.max() ?? 0)
    let caption = context.text(.accountBalances, ["days": Self.days, "low": low, "high": high])
    let width = max(0, min(40, columns - caption.cellWidth - 2))
    var lines = [
      Line(
        [
          Piece(words.signed(ledger.balance), ledger.balance < 0 ? .negative : .positive),
          Piece("  " + context.language.word(ledger.band.id, of: .band), .badge),
        ], right: [Piece(context.text(.accountEntries, ["count": ledger.entries.count]), .muted)])
    ]
    if !hasCurve {
      lines.append(Line(caption, .muted))
    } else if width >= 8 {
      let curve = Sparkline(balances).text(columns: width, look: context.look)
      lines.append(Line([Piece(curve, .sparkline, width: width + 2), Piece(caption, .muted)]))
    } else {
      lines.append(
        Line([Piece(Sparkline(balances).text(columns: columns, look: context.look), .sparkline)]))
      lines += Line.paragraph(caption, .muted, columns: columns)
    }
    let classes = AccountClass.allCases.map { "\(words.accountClass($0)) \(words.signed(ledger.left($0)))" }
    let phases = AccountPhase.allCases.map { "\(words.phase($0)) \(words.signed(ledger.left($0)))" }
    for parts in [classes, phases] {
      lines += Line.paragraph(parts.joined(separator: " · "), .text, columns: columns, limit: 2)
    }
    return lines
  }

  /// Day and kind; what it was worth then, what it's worth today, and the balance after it.
  private func line(_ entry: AccountLedger.Entry, _ words: AccountWords, columns: Int) -> Line {
    let isIn = entry.value > 0
    var right = [
      Piece(words.signed(entry.worth), isIn ? .positive : .negative, width: 7, .right),
      Piece(words.signed(entry.left), .number, width: 7, .right),
    ]
    if columns >= Self.withBalance {
      right.append(Piece(words.signed(entry.balance), .muted, width: 9, .right))
    }
    return Line(
      [Piece(context.language.date(entry.day), .muted, width: 11), Piece(words.what(entry), .text)],
      right: right)
  }
}

extension Sparkline {
  /// The curve as one line of text.
  func text(columns: Int, look: Look) -> String {
    var grid = Grid(size: Size(columns: columns, rows: 1))
    draw(into: &grid, Rect(column: 0, row: 0, columns: columns, rows: 1), look: look)
    return grid.textLines[0]
  }
}
