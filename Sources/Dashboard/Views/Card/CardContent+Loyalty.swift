import Canvas
import Community
import Loyalty
import Reports
import Texts

extension CardContent {
  /// Moves between tiers, and open lots, that a card shows.
  private static let shown = 4

  /// The moves between tiers with their reasons, and the open lots of points.
  func loyaltyLines(columns: Int, context: ViewContext) -> [Line] {
    var lines: [Line] = []
    if let history = detail.tierHistory, let tiers = detail.roster.measures?.tiers {
      lines += tierLines(history, tiers.rules, columns: columns, context)
    }
    if let points = detail.points, !points.lines.isEmpty || detail.householdProblem != nil {
      lines += pointLines(points, columns: columns, context)
    }
    return lines
  }

  private func pointLines(
    _ ledger: PointsLedger, columns: Int, _ context: ViewContext
  ) -> [Line] {
    let community = detail.roster.community
    let words = PointsWords(language: context.language, community: community)
    var lines: [Line] = [
      .heading(context.text(.tiersPoints), right: [Piece(context.number(ledger.balance), .number)])
    ]
    if ledger.members.count > 1 {
      let ids = ledger.members.map(community.members.id).filter { $0 != card.id }
      lines += Line.paragraph(
        "\(context.text(.pointsPool)) \(ids.joined(separator: ", "))", .muted, columns: columns)
    }
    if let problem = detail.householdProblem {
      lines += Line.paragraph(context.language.text(problem), .warning, columns: columns)
    }
    let open = ledger.openLots
    for lot in open.prefix(Self.shown) {
      lines.append(
        Line(
          [
            Piece(context.language.date(lot.expires, in: context.zone), .date, width: 11),
            Piece(words.what(ledger.lines[lot.line]), .muted),
          ], right: [Piece(context.number(lot.open), .number)]))
    }
    if open.count > Self.shown {
      lines.append(Line(context.text(.tiersMoreLots, ["count": open.count - Self.shown]), .muted))
    }
    return lines + [.blank]
  }

  /// How the member came to the tier: the last moves with their reasons, the newest first.
  private func tierLines(
    _ history: TierHistory, _ rules: Program.TierRules, columns: Int, _ context: ViewContext
  ) -> [Line] {
    let language = context.language
    guard !history.lines.isEmpty else { return [] }
    var lines: [Line] = [.heading(context.text(.tierHistoryTitle))]
    for line in history.lines.suffix(Self.shown).reversed() {
      let names = [line.from, line.tier].map { language.name(ofTier: $0, rules) }
      lines.append(
        Line(
          [
            Piece(language.date(line.at, in: context.zone), .date, width: 11),
            Piece("\(names[0]) → \(names[1])"),
          ]))
      let reason = language.text(line.reason, currency: context.currency)
      if !reason.isEmpty { lines += Line.paragraph(reason, .muted, columns: columns, indent: 11, limit: 2) }
    }
    return lines + [.blank]
  }
}
